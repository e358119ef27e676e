"""The stretch of time that is measured: a calendar year or a week, in UTC or on local clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Tuple

from supportlines.hours import DAY, instant_to_second, open_zone

if TYPE_CHECKING:
    from supportlines.hours import Zone

UTC = "UTC"
_EPOCH = date(1970, 1, 1)

Segments = Tuple[Tuple[int, int, int], ...]
"""(start, end, offset): POSIX seconds and by how many seconds the clock is ahead of UTC."""


@dataclass(frozen=True)
class Period:
    """What is measured."""

    year: int | None
    """A calendar year, or None for a week."""

    week_of: datetime | None
    """An instant in the week that is meant, which begins on a Monday; None for a year."""

    is_local: bool
    """Whether the callers' own clocks say when it begins and ends; else it is UTC."""

    @classmethod
    def of_year(cls, year: int, *, is_local: bool) -> Period:
        """Return the calendar year from 1 January to 31 December."""
        return cls(year, None, is_local)

    @classmethod
    def of_week(cls, instant: datetime, *, is_local: bool) -> Period:
        """Return the seven days from Monday on in which the aware *instant* lies."""
        return cls(None, instant, is_local)

    def segments(self, zone_name: str | None) -> Segments:
        """Return the period as one reads it from a clock of this zone; None stands for UTC.

        >>> Period.of_year(2026, is_local=False).segments("Europe/Berlin")
        ((1767225600, 1798761600, 0),)
        >>> len(Period.of_year(2026, is_local=True).segments("Europe/Berlin"))
        3
        """
        zone = open_zone(zone_name if self.is_local and zone_name is not None else UTC)
        first, last = self.days(zone)
        start, end = _midnight(first, zone), _midnight(last, zone)
        return _joined(zone, start, end)

    def days(self, zone: Zone) -> tuple[date, date]:
        """Return the first day and the day after the last one."""
        if self.year is not None:
            return date(self.year, 1, 1), date(self.year + 1, 1, 1)
        if self.week_of is None:  # pragma: no cover - one of the two is given
            raise AssertionError
        second = instant_to_second(self.week_of)
        day = _EPOCH + timedelta(days=(second + zone.offset_at(second)) // DAY)
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=7)


def _midnight(day: date, zone: Zone) -> int:
    """Return the first second of *day*; where it begins later than 00:00, about that second."""
    local = (day - _EPOCH).days * DAY
    guess = local - zone.offset_at(local)
    return local - zone.offset_at(guess)


def _joined(zone: Zone, start: int, end: int) -> Segments:
    found: list[tuple[int, int, int]] = []
    for first, last, offset in zone.segments(start, end):
        if found and found[-1][2] == offset:
            found[-1] = (found[-1][0], last, offset)
        else:
            found.append((first, last, offset))
    return tuple(found)
