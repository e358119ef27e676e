"""Hours of a contact point: specifications with dates, and nothing where they would be wrong.

https://schema.org/hoursAvailable and https://schema.org/OpeningHoursSpecification, read on
2026-11-30. There is no unknown: days of which the directory says nothing are in no
specification, and hours that schema.org cannot say are left out whole.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Dict, Iterator, NamedTuple, Optional, Sequence, Tuple

from supportlines.hours.schema_org import to_schema_org

if TYPE_CHECKING:
    from supportlines.exchange.flat_hours import FlatHours

_Specification = Dict[str, Any]

_Period = Tuple[Optional[dt.date], Optional[dt.date]]
"""The first day and the last, included; None where there is no end."""

_DAY = dt.timedelta(days=1)
_COMMENT = "the comment "


class HoursWritten(NamedTuple):
    """What `hoursAvailable` says, and what it does not."""

    specifications: tuple[_Specification, ...]
    """None where nothing is known, or where it cannot be said."""

    lost: tuple[str, ...]
    """Sentences."""


def hours_available(hours: FlatHours, there: _Period = (None, None)) -> HoursWritten:
    """Return *hours* as specifications; none if others would read open or closed from unknown.

    Args:
        hours: Those of a row.
        there: First and last day on which the line can be called.
    """
    if hours.schedule.always == "unknown":
        return HoursWritten((), ())
    written = to_schema_org(hours.schedule)
    if any(not sentence.startswith(_COMMENT) for sentence in written.lost):
        why = "so no hours are written."
        return HoursWritten((), (*written.lost, why))
    if hours.unsure and any(rule.runs_past_midnight for rule in hours.schedule.rules):
        # A night belongs to the day on which it begins: of a day without hours the morning after
        # would be closed, and into one the night of its eve would run.
        return HoursWritten((), ("exceptions cut nights in two, so no hours are written.",))
    whole = (_later(hours.valid_from, there[0]), _earlier(hours.valid_until, there[1]))
    periods = list(_periods(whole, hours.unsure))
    said = [dict(each) for each in (*written.specifications, *written.special)]
    usual = periods
    if periods != [(None, None)]:
        # Of two with dates nobody knows which holds: those of the week leave out other days.
        days = [_days(each) for each in said if "validFrom" in each]
        usual = [part for period in periods for part in _periods(period, days)]
    found = [
        part for each in said for part in _within(each, periods if "validFrom" in each else usual)
    ]
    return HoursWritten(tuple(found), written.lost)


def _days(said: _Specification) -> tuple[dt.date, dt.date]:
    first, last = said["validFrom"], said["validThrough"]
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last)


def _periods(whole: _Period, without: Sequence[tuple[dt.date, dt.date]]) -> Iterator[_Period]:
    """Yield what is left of *whole*, in order."""
    start, end = whole
    for first, last in sorted(without):
        if end is not None and first > end:
            break
        if start is None or first > start:
            yield start, first - _DAY
        if start is None or last >= start:
            start = last + _DAY
    if end is None or start is None or start <= end:
        yield start, end


def _within(said: _Specification, periods: Sequence[_Period]) -> Iterator[_Specification]:
    """Yield *said* for each of *periods* on which it holds, with its days."""
    own: _Period = _days(said) if "validFrom" in said else (None, None)
    for period in periods:
        first, last = _later(own[0], period[0]), _earlier(own[1], period[1])
        if first is not None and last is not None and last < first:
            continue
        dates = {"validFrom": first, "validThrough": last}
        kept = {key: value for key, value in said.items() if key not in dates}
        kept.update((key, day.isoformat()) for key, day in dates.items() if day is not None)
        yield kept


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max(filter(None, (one, other)), default=None)


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min(filter(None, (one, other)), default=None)
