"""Public holidays of a country or a part of it, from the package `holidays` if it is there."""

from __future__ import annotations

from functools import lru_cache
from typing import Optional, Union

from supportlines.places.calendars import CountryCalendar, HolidayCalendar, NationalCalendar
from supportlines.places.errors import UnknownSubdivisionError
from supportlines.places.package import kind_of

Calendar = Union[HolidayCalendar, CountryCalendar, NationalCalendar]


@lru_cache(maxsize=512)
def public_holidays(country: str, subdivision: str | None = None) -> Optional[Calendar]:
    """Return the calendar of *country*, or None if nobody here knows its public holidays.

    They are those of category "public" in the package `holidays` (the extra of the same
    name), in English where it has English names. None means that the package is not
    installed or does not know the country: then no day may be called a holiday.

    Without *subdivision*, a day is one of the country's holidays if every part keeps it;
    a day that only some keep is told by `parts_on`, and hours that depend on it are unknown.

    Args:
        country: A code of ISO 3166-1, as `parse_country` returns it.
        subdivision: A part of it by ISO 3166-2 ("DE-BY" or "BY", in any case), for its own
            holidays. The package knows some parts that have no such code, by name.

    Raises:
        UnknownSubdivisionError: If the package knows the country but not this part of it.
    """
    kind = kind_of(country)
    if kind is None:
        return None
    known: tuple[str, ...] = tuple(kind.subdivisions)
    if subdivision is not None:
        part = subdivision
        if part.upper().startswith(country + "-"):
            part = part[len(country) + 1 :]
        for each in known:
            if each.upper() == part.upper():
                return HolidayCalendar(country, each)
        raise UnknownSubdivisionError(subdivision, country, known)
    whole = HolidayCalendar(country)
    if not known:
        return whole
    return CountryCalendar(whole, tuple(HolidayCalendar(country, each) for each in known))


@lru_cache(maxsize=512)
def national_holidays(country: str) -> Optional[Calendar]:
    """Return the holidays of *country* as a whole, or None if nobody here knows them.

    They are those of the calendar that the package has of the whole country, whatever some
    parts do, and those that every part keeps. No day of it is one of some parts only.
    """
    calendar = public_holidays(country)
    return NationalCalendar(calendar) if isinstance(calendar, CountryCalendar) else calendar
