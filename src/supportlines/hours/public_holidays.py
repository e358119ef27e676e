"""Public holidays as hours ask for them: of whoever knows those of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, NamedTuple, Protocol, cast

from supportlines.errors import on_one_line
from supportlines.hours.days import to_date

if TYPE_CHECKING:
    from datetime import date

_HOLIDAY_SEARCH_DAYS = 10 * 366
"""How far ahead a calendar is searched that cannot say when its next holiday is."""


class PublicHolidays(Protocol):
    """Whoever knows the public holidays of a place: any object with this method.

    It may know more: see `SearchableHolidays` and `DividedHolidays`, whose methods are asked
    where they are there.
    """

    def name_on(self, day: date) -> str | None:
        """Return the name of the public holiday on *day*, or None on an ordinary day.

        A day that only some parts of the place keep is none; `DividedHolidays` tells of it.
        """


class SearchableHolidays(PublicHolidays, Protocol):
    """Public holidays of which the next one is known without trying day after day."""

    def next_from(self, day: date) -> date | None:
        """Return the first day not before *day* that is or may be a holiday, or None."""


class DividedHolidays(PublicHolidays, Protocol):
    """Public holidays of a place whose parts do not all keep the same ones."""

    def parts_on(self, day: date) -> HolidayOfParts | None:
        """Return who keeps *day* if some parts of the place do and others do not, else None."""


class HolidayOfParts(NamedTuple):
    """A day that is a public holiday in some parts of a place, and an ordinary day in others."""

    name: str
    parts: tuple[str, ...]
    """Those that keep it, such as "GB-ENG"."""

    others: tuple[str, ...]
    """Those that do not."""

    def __repr__(self) -> str:
        said = (f"{name}={found!r}" for name, found in zip(self._fields, self))
        return on_one_line(f"HolidayOfParts({', '.join(said)})")


def holiday_name(day: int, holidays: PublicHolidays) -> str | None:
    """Return the name of the public holiday on *day*, or None."""
    as_date = to_date(day)
    return None if as_date is None else holidays.name_on(as_date)


def parts_on(day: int, holidays: PublicHolidays | None) -> HolidayOfParts | None:
    """Return who keeps *day* if parts of the place differ in that, or None."""
    divided = as_divided(holidays)
    as_date = None if divided is None else to_date(day)
    return None if divided is None or as_date is None else divided.parts_on(as_date)


def as_divided(holidays: PublicHolidays | None) -> DividedHolidays | None:
    """Return *holidays* if they know of the parts of their place."""
    return cast("DividedHolidays", holidays) if hasattr(holidays, "parts_on") else None


def as_searchable(holidays: PublicHolidays) -> SearchableHolidays | None:
    """Return *holidays* if they know which the next one is."""
    return cast("SearchableHolidays", holidays) if hasattr(holidays, "next_from") else None


def next_holiday(day: int, holidays: PublicHolidays, wanted: Callable[[int], bool]) -> int | None:
    """Return the first public holiday not before *day* that is *wanted*, or None.

    `SearchableHolidays` are asked; any others are searched day by day for ten years.
    """
    searchable = as_searchable(holidays)
    if searchable is None:
        candidates = range(day, day + _HOLIDAY_SEARCH_DAYS)
        return next((each for each in candidates if wanted(each)), None)
    found = day
    while True:
        as_date = to_date(found)
        following = None if as_date is None else searchable.next_from(as_date)
        if as_date is None or following is None:
            return None
        found += (following - as_date).days
        if wanted(found):
            return found
        found += 1
