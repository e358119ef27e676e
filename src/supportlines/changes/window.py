"""The days that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from supportlines.hours import DAY, open_zone

if TYPE_CHECKING:
    from supportlines.directory import Facts

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Window:
    """From 1 January of one year to 31 December of the next."""

    year: int

    @property
    def first_day(self) -> date:
        """The first day."""
        return date(self.year, 1, 1)

    @property
    def days(self) -> int:
        """How many days there are."""
        return (date(self.year + 2, 1, 1) - self.first_day).days

    @property
    def seconds(self) -> tuple[int, int]:
        """The first POSIX second and the one after the last, in UTC."""
        start = (self.first_day - _EPOCH).days * DAY
        return start, start + self.days * DAY

    def clock(self, zone_name: str) -> tuple[tuple[int, int, int], ...]:
        """Return how a clock goes: (start, end, offset), a day longer at either end."""
        start, end = self.seconds
        return tuple(open_zone(zone_name).segments(start - DAY, end + DAY))

    def date_of(self, day: int) -> date:
        """Return the day with this number, counted from the first one."""
        return self.first_day + timedelta(days=day)


def window_for(*directories: Facts) -> Window:
    """Return the year in which a source was last read, and the next.

    The same files are compared in the same way whenever that is done.
    """
    read_on = [source.read_on for directory in directories for source in directory.sources]
    return Window(min(max(read_on).year, date.max.year - 2))
