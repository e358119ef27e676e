"""Instants as the caller's clock shows them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Sequence

from supportlines.hours import DAY, instant_to_second, open_zone, zone_info
from supportlines.languages.cldr import locale_data

if TYPE_CHECKING:
    from supportlines.lookup import ComingChange

_THIS_WEEK = timedelta(days=6)
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
"""Of a change for good the hours of so many days are told."""
_YEAR = 370 * DAY
_BLOCK = 25
_SPANS = 4
_WHOLE = {
    "all_day": "open all day",
    "day_and_night": "open day and night",
    "other_hours": "other hours",
}


class Spans(NamedTuple):
    """When somebody answers within a time that is otherwise."""

    whole: str | None = None
    """ "all_day", "day_and_night", "other_hours" (too many to name); None if times are named."""
    day: date | None = None
    """The one day of them, where it is not said already."""
    times: tuple[tuple[datetime, datetime], ...] = ()
    """On the clock that is shown."""


class LocalTime:
    """Writes instants in the caller's local time, or in UTC where that is not decided."""

    def __init__(self, zones: Sequence[str], at: datetime, locale: str) -> None:
        self._at = at
        self._locale = locale
        self._zone_name = _agreed(zones, at)
        self._zone = timezone.utc if self._zone_name is None else zone_info(self._zone_name)

    @property
    def zone(self) -> str:
        """The zone's IANA name, or "UTC"."""
        return self._zone_name or "UTC"

    @property
    def is_local(self) -> bool:
        """Whether it is the caller's own time."""
        return self._zone_name is not None

    @property
    def _in_utc(self) -> str:
        """What stands behind times that are not the caller's own."""
        return "" if self.is_local else " UTC"

    def local(self, at: datetime) -> datetime:
        """Return *at* on the clock that is shown."""
        return at.astimezone(self._zone)

    def is_near(self, at: datetime) -> bool:
        """Return whether *at* is within the next days, so that its weekday says which it is."""
        return timedelta(0) <= at - self._at < _THIS_WEEK

    def moment(self, at: datetime) -> str:
        """Return the weekday and the time, with the date if it is not within the next days.

        Times have 24 hours, so that nobody calls twelve hours late.
        """
        local = at.astimezone(self._zone)
        weekday, day = self._day(local)
        return (
            f"{weekday} {_clock(local)}" if self.is_near(at) else f"{weekday} {day} {_clock(local)}"
        )

    def period(self, start: datetime, end: datetime | None) -> str:
        """Return from when until when something holds."""
        if end is None:
            return f"from {self.moment(start)}{self._in_utc}"
        return f"{self.moment(start)}{self._in_utc} to {self.moment(end)}{self._in_utc}"

    def days(self, first: date, last: date) -> str:
        """Return one day, or from which day until which."""
        days = [" ".join(self._day(one)) for one in (first, last)]
        return days[0] if first == last else f"{days[0]} to {days[1]}"

    def hours(self, change: ComingChange) -> str:
        """Return the times at which somebody answers within *change*, if they are few.

        They are those of one day: if that is not all of what is said to change, with the day.
        """
        spans = self.spans(change)
        if spans.whole is not None:
            return _WHOLE[spans.whole]
        words = ", ".join(f"{_clock(start)}-{_clock(end)}" for start, end in spans.times)
        words += self._in_utc
        if spans.day is not None:
            weekday, day = self._day(spans.day)
            return f"open {weekday} {day} {words}"
        return f"open {words}"

    def spans(self, change: ComingChange) -> Spans:
        """Return what `hours` says as values."""
        local = [(a.astimezone(self._zone), b.astimezone(self._zone)) for a, b in change.hours]
        if not local:  # it goes on for longer than is told
            return Spans(whole="other_hours")
        days = {start.date() for start, _ in local}
        first, last = local[0][0].replace(tzinfo=None), local[-1][1].replace(tzinfo=None)
        if len(local) == 1 and last - first > _DAY:
            end = change.start + _WEEK if change.end is None else change.end
            is_whole = change.hours[0] == (change.start, end) and first.time() == last.time()
            return Spans(whole="day_and_night" if is_whole else "other_hours")
        if len(days) > 1 or len(local) > _SPANS:
            return Spans(whole="other_hours")
        times = tuple(local)
        if self._days_of(change) != (first.date(), first.date()):
            return Spans(day=first.date(), times=times)
        if len(local) == 1 and first.time() == time.min and last == first + _DAY:
            return Spans(whole="all_day")
        return Spans(times=times)

    def _days_of(self, change: ComingChange) -> tuple[date, date] | None:
        """Return the first and the last day that are named of *change*; None without an end."""
        if change.days is not None or change.end is None:
            return change.days
        end = change.end.astimezone(self._zone)
        return change.start.astimezone(self._zone).date(), end.date()

    def full(self, at: datetime) -> str:
        """Return weekday, date and time to the minute."""
        local = at.astimezone(self._zone).replace(second=0)
        weekday, day = self._day(local)
        return f"{weekday} {day}, {_clock(local)}"

    def _day(self, local: date) -> tuple[str, str]:
        weekdays, months = _names(self._locale)
        return weekdays[local.weekday()], f"{local.day} {months[local.month - 1]} {local.year}"


@lru_cache(maxsize=64)
def _names(locale: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the short names of weekdays, Monday first, and of months."""
    # Not `babel.dates`: importing it opens whatever file the variable TZ names.
    words = locale_data(locale)
    weekdays, months = (one["format"]["abbreviated"] for one in (words.days, words.months))
    return (
        tuple(weekdays[day] for day in range(7)),
        tuple(months[number] for number in range(1, 13)),
    )


def _clock(local: datetime) -> str:
    written = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
    return f"{written}{shown_twice(local)}"


def shown_twice(local: datetime) -> str:
    """Return the offset of a time that the clock shows twice that day, behind a blank; else "".

    >>> from supportlines.hours import zone_info
    >>> shown_twice(datetime(2026, 10, 25, 2, 30, tzinfo=zone_info("Europe/Berlin")))
    ' UTC+02:00'
    """
    offset = local.utcoffset()
    if offset is None or local.replace(fold=1 - local.fold).utcoffset() == offset:
        return ""
    minutes = offset // _MINUTE
    sign, (hours, minutes) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f" UTC{sign}{hours:02}:{minutes:02}"


def _agreed(zones: Sequence[str], at: datetime) -> str | None:
    """Return a zone whose clock is right for all of *zones* at *at* and for a year after."""
    if len(zones) <= 1:
        return zones[0] if zones else None
    start = instant_to_second(at)
    starts, ends = _disagreements(tuple(zones), start >> _BLOCK)
    index = bisect_right(ends, start)  # the first that is not over
    return None if index < len(starts) and starts[index] <= start + _YEAR else zones[0]


@lru_cache(maxsize=256)
def _disagreements(zones: tuple[str, ...], block: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return when clocks of *zones* differ, in a block of 2**25 seconds and the year after it.

    The stretches are half-open: their first POSIX seconds, and those at which they are over.
    """
    first, last = block << _BLOCK, (block + 1 << _BLOCK) + _YEAR + 1
    differing = sorted(
        (begun, over)
        for start, end, offset in open_zone(zones[0]).segments(first, last)
        for zone in zones[1:]
        for begun, over, other in open_zone(zone).segments(start, end)
        if other != offset
    )
    starts: list[int] = []
    ends: list[int] = []
    for begun, over in differing:
        if ends and begun <= ends[-1]:
            ends[-1] = max(ends[-1], over)
        else:
            starts.append(begun)
            ends.append(over)
    return tuple(starts), tuple(ends)
