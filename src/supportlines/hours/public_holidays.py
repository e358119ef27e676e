"""Public holidays as hours ask for them: of whoever knows those of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, NamedTuple, Optional, Protocol, Tuple

from supportlines.hours.days import to_date

if TYPE_CHECKING:
    from datetime import date

_HOLIDAY_SEARCH_DAYS = 10 * 366
"""How far ahead a calendar is searched that cannot say when its next holiday is."""


class PublicHolidays(Protocol):
    """Whoever knows the public holidays of a place: any object with this method.

    Two more are asked where they are there: ``next_from(day)`` returns the first day not
    before *day* that is or may be a holiday, or None; ``parts_on(day)`` returns a
    `HolidayOfParts` if some parts of the place keep *day* and others do not, else None.
    """

    def name_on(self, day: date) -> Optional[str]:
        """Return the name of the public holiday on *day*, or None on an ordinary day.

        A day that only some parts of the place keep is none, and `parts_on` tells of it.
        """


class HolidayOfParts(NamedTuple):
    """A day that is a public holiday in some parts of a place, and an ordinary day in others."""

    name: str
    parts: Tuple[str, ...]
    """Those that keep it, such as "GB-ENG"."""

    others: Tuple[str, ...]
    """Those that do not."""


def holiday_name(day: int, holidays: PublicHolidays) -> str | None:
    """Return the name of the public holiday on *day*, or None."""
    as_date = to_date(day)
    return None if as_date is None else holidays.name_on(as_date)


def parts_on(day: int, holidays: PublicHolidays | None) -> HolidayOfParts | None:
    """Return who keeps *day* if parts of the place differ in that, or None."""
    asked = getattr(holidays, "parts_on", None)
    as_date = None if asked is None else to_date(day)
    if asked is None or as_date is None:
        return None
    found: HolidayOfParts | None = asked(as_date)
    return found


def next_holiday(day: int, holidays: PublicHolidays, wanted: Callable[[int], bool]) -> int | None:
    """Return the first public holiday not before *day* that is *wanted*, or None.

    A calendar that has a method ``next_from(date)`` is asked; any other is searched day by
    day for ten years.
    """
    next_from = getattr(holidays, "next_from", None)
    if next_from is None:
        candidates = range(day, day + _HOLIDAY_SEARCH_DAYS)
        return next((each for each in candidates if wanted(each)), None)
    found: int = day
    while True:
        as_date = to_date(found)
        following = None if as_date is None else next_from(as_date)
        if as_date is None or following is None:
            return None
        found += int((following - as_date).days)
        if wanted(found):
            return found
        found += 1
