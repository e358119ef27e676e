"""Hours of a contact point: specifications with dates, and nothing where they would be wrong.

https://schema.org/hoursAvailable and https://schema.org/OpeningHoursSpecification, read on
2026-11-30. There is no unknown: days of which the directory says nothing are in the dates of no
specification, and hours that schema.org cannot say are left out whole.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Dict, NamedTuple, Optional, Tuple

from supportlines.hours.schema_org import timetable_to_schema_org

if TYPE_CHECKING:
    from supportlines.exchange.flat_hours import FlatHours

_Specification = Dict[str, Any]

_Period = Tuple[Optional[dt.date], Optional[dt.date]]
"""The first day and the last, included; None where there is no end."""

_NOTHING_SAID = "they are not known for all days to come."
_BY_A_WORD = (
    "which days are public holidays stands there as the word PublicHolidays alone: "
    "who does not know it reads the hours of the weekday."
)


class HoursWritten(NamedTuple):
    """What `hoursAvailable` says, and what it does not."""

    specifications: tuple[_Specification, ...]
    """None where nothing is known, or where it cannot be said."""

    lost: tuple[str, ...]
    """Sentences."""


def hours_available(
    hours: FlatHours, since: dt.date, there: _Period = (None, None)
) -> HoursWritten:
    """Return *hours* as specifications; none if others would read open or closed from unknown.

    No two are of one day: who joins all that fit a day reads the same as who prefers those with
    dates.

    Args:
        hours: Those of a row.
        since: The first day of which anything is said.
        there: First and last day on which the line can be called.
    """
    if hours.timetable is None:
        return HoursWritten((), ())
    first_day, last_day = there
    written = timetable_to_schema_org(
        hours.timetable, since, first_day=first_day, last_day=last_day
    )
    found = tuple(map(dict, written.specifications))
    if not found:
        why = () if hours.is_unknown else written.lost or (_NOTHING_SAID,)
        return HoursWritten((), tuple(f"{one[:-1]}, so no hours are written." for one in why))
    names_holidays = hours.timetable.names_holidays
    return HoursWritten(found, (*written.lost, *([_BY_A_WORD] if names_holidays else [])))
