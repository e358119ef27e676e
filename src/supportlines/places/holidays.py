"""Public holidays of a country or a part of it, from the package `holidays` if it is there."""

from __future__ import annotations

import sys
import warnings
from bisect import bisect_left
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Optional

from supportlines.places.errors import UnknownSubdivisionError

_CATEGORY = "public"
_LANGUAGE = "en_US"
_LAST_YEAR = 2100
"""The package itself speaks of no later one, whatever its rules would give."""
_SEARCH_YEARS = 3
"""How many years without a holiday in a row mean that there is none to come."""


class HolidayCalendar:
    """The public holidays of one place, as the package `holidays` knows them.

    Days that follow the moon are the package's estimates for years to come.
    """

    def __init__(self, country: str, subdivision: str | None, found: Any) -> None:
        self.country = country
        """ISO 3166-1 alpha-2 code."""
        self.subdivision = subdivision
        """The part behind the hyphen of its ISO 3166-2 code, or None."""
        self._found = found
        self._days: dict[int, list[date]] = {}
        self._known_years: dict[int, bool] = {}

    def name_on(self, day: date) -> Optional[str]:
        """Return the English name of the public holiday on *day*, or None on an ordinary day.

        >>> calendar = public_holidays("GB")
        >>> calendar.name_on(date(2026, 12, 25)) if calendar else "Christmas Day"
        'Christmas Day'
        """
        if not self.knows(day):
            return None
        name = self._found.get(day)
        return str(name) if name else None

    def knows(self, day: date) -> bool:
        """Return whether the package has data of the year of *day*.

        Some holidays follow the moon or a decree, and are listed for some years only.
        """
        year = day.year
        if year not in self._known_years:
            first = getattr(self._found, "start_year", date.min.year)
            last = min(getattr(self._found, "end_year", _LAST_YEAR), _LAST_YEAR)
            known = first <= year <= last
            if known:
                with warnings.catch_warnings(record=True) as told:
                    warnings.simplefilter("always")
                    self._found.get(day)
                known = not told
            self._known_years[year] = known
        return self._known_years[year]

    def next_from(self, day: date) -> Optional[date]:
        """Return the first public holiday that is not before *day*, or None."""
        for year in range(day.year, min(day.year + _SEARCH_YEARS, date.max.year + 1)):
            days = self._of_year(year)
            index = bisect_left(days, day)
            if index < len(days):
                return days[index]
        return None

    def _of_year(self, year: int) -> list[date]:
        if year not in self._days:
            first, after = date(year, 1, 1), date(year, 12, 31)
            days = (first + timedelta(index) for index in range((after - first).days + 1))
            self._days[year] = [day for day in days if self.name_on(day)]
        return self._days[year]


def calendar_version() -> Optional[str]:
    """Return the version of the package `holidays`, or None if it is not used by anybody yet.

    Asking never imports it: what was not imported decided nothing.
    """
    package = sys.modules.get("holidays")
    return getattr(package, "__version__", None)


@lru_cache(maxsize=512)
def public_holidays(country: str, subdivision: str | None = None) -> Optional[HolidayCalendar]:
    """Return the calendar of *country*, or None if nobody here knows its public holidays.

    They are those of category "public" in the package `holidays` (the extra of the same
    name), in English where it has English names. None means that the package is not
    installed or does not know the country: then no day may be called a holiday.

    Args:
        country: A code of ISO 3166-1, as `parse_country` returns it.
        subdivision: A part of it by ISO 3166-2 ("DE-BY" or "BY"), for its own holidays.

    Raises:
        UnknownSubdivisionError: If the package knows the country but not this part of it.
    """
    try:
        with warnings.catch_warnings():
            # The last version for Python 3.8 greets every program with advice on pinning it.
            warnings.simplefilter("ignore")
            import holidays  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    # list_supported_countries() would make a calendar of each of its 250 countries.
    kind: Any = getattr(holidays, country, None)
    if getattr(kind, "country", None) != country:
        return None
    part = None
    if subdivision is not None:
        part = subdivision.upper()
        if part.startswith(country + "-"):
            part = part[len(country) + 1 :]
        if part not in kind.subdivisions:
            raise UnknownSubdivisionError(subdivision, country, tuple(kind.subdivisions))
    languages = getattr(kind, "supported_languages", ())
    language = _LANGUAGE if _LANGUAGE in languages else None
    found = kind(subdiv=part, language=language, categories=(_CATEGORY,))
    return HolidayCalendar(country, part, found)
