"""Calendars of public holidays: of one place, and of a country whose parts differ."""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections import Counter
from datetime import date
from operator import itemgetter
from typing import Iterable, Mapping, NamedTuple, Sequence

from supportlines.hours import HolidayOfParts
from supportlines.places.package import kind_of

_CATEGORY = "public"
_LANGUAGE = "en_US"
_LAST_YEAR = 2100
"""The package itself speaks of no later one, whatever its rules would give."""
_SEARCH_YEARS = 3
"""How many years without a holiday in a row mean that there is none to come."""

Names = Mapping[date, str]


class Year(NamedTuple):
    """The public holidays of one year."""

    names: Names
    """The holidays of the place, by day."""

    of_parts: Mapping[date, HolidayOfParts]
    """Days that only some of its parts keep."""

    days: Sequence[date]
    """All of them, sorted."""


class YearlyCalendar:
    """The public holidays of a place, worked out year by year when they are asked for."""

    def __init__(self, country: str, subdivision: str | None) -> None:
        self.country = country
        """ISO 3166-1 alpha-2 code."""
        self.subdivision = subdivision
        """The part behind the hyphen of its ISO 3166-2 code, or None."""
        self._years: dict[int, Year | None] = {}

    def name_on(self, day: date) -> str | None:
        """Return the English name of the public holiday on *day*, or None on an ordinary day."""
        year = self.year(day.year)
        return None if year is None else year.names.get(day)

    def knows(self, day: date) -> bool:
        """Return whether the package has data of the year of *day*.

        Some holidays follow the moon or a decree, and are listed for some years only.
        """
        return self.year(day.year) is not None

    def next_from(self, day: date) -> date | None:
        """Return the first public holiday, of some parts or all, that is not before *day*."""
        for number in range(day.year, min(day.year + _SEARCH_YEARS, date.max.year + 1)):
            year = self.year(number)
            days = () if year is None else year.days
            index = bisect_left(days, day)
            if index < len(days):
                return days[index]
        return None

    def year(self, number: int) -> Year | None:
        """Return the holidays of a year, or None if nobody knows them."""
        if number not in self._years:
            self._years[number] = self.work_out(number) if number <= _LAST_YEAR else None
        return self._years[number]

    def work_out(self, number: int) -> Year | None:
        """Return the holidays of a year, or None if nobody knows them; `year` remembers them."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, YearlyCalendar) or type(self) is not type(other):
            return NotImplemented
        return (self.country, self.subdivision) == (other.country, other.subdivision)

    def __hash__(self) -> int:
        return hash((type(self), self.country, self.subdivision))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.country!r}, {self.subdivision!r})"


class HolidayCalendar(YearlyCalendar):
    """The public holidays of one place, as the package `holidays` knows them.

    Days that follow the moon are the package's estimates for years to come.
    """

    def __init__(self, country: str, subdivision: str | None = None) -> None:
        super().__init__(country, subdivision)

    def work_out(self, number: int) -> Year | None:
        """Return the holidays of a year, or None if nobody knows them; `year` remembers them."""
        # The package's own objects are not kept: they grow with what they are asked.
        kind = kind_of(self.country)
        first = getattr(kind, "start_year", date.min.year)
        if kind is None or not first <= number <= getattr(kind, "end_year", _LAST_YEAR):
            return None
        languages = getattr(kind, "supported_languages", ())
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            found = kind(
                subdiv=self.subdivision,
                language=_LANGUAGE if _LANGUAGE in languages else None,
                categories=(_CATEGORY,),
                years=number,
            )
        if told:
            return None
        names = {day: str(found[day]) for day in sorted(found) if day.year == number}
        return Year(names, {}, tuple(names))


class DividedCalendar(YearlyCalendar):
    """The public holidays of a place whose parts have some of their own.

    A day on which they differ is none of its names: `parts_on` tells who keeps it.
    """

    def parts_on(self, day: date) -> HolidayOfParts | None:
        """Return which parts keep *day* and which do not, or None if all do the same."""
        year = self.year(day.year)
        return None if year is None else year.of_parts.get(day)


class CountryCalendar(DividedCalendar):
    """The public holidays of a country whose parts have some of their own.

    A day that every part keeps is one of the country's, whether its calendar of the whole
    country has it or not. A day on which they differ is none of its names: `parts_on` tells
    who keeps it. The package's list of parts need not be *complete*: who lives in none of them
    keeps the days of the whole country, and counts as a part with its code.

    The same is a part that is not one of the package's, but has some of them in it.
    """

    def __init__(
        self,
        whole: HolidayCalendar,
        parts: Sequence[HolidayCalendar],
        subdivision: str | None = None,
        *,
        complete: bool = True,
    ) -> None:
        super().__init__(whole.country, subdivision)
        self.whole = whole
        """What the package has of the country without a part."""
        self._parts = tuple(parts)
        self._complete = complete

    def work_out(self, number: int) -> Year | None:
        """Return the holidays of a year, or None if nobody knows them; `year` remembers them."""
        whole = self.whole.year(number)
        parts = [each.work_out(number) for each in self._parts]
        if whole is None or None in parts:
            return None
        by_code: dict[str, Names] = {
            f"{self.country}-{part.subdivision}": year.names
            for part, year in zip(self._parts, parts)
            if year is not None
        }
        names: dict[date, str] = {}
        of_parts: dict[date, HolidayOfParts] = {}
        days = sorted({day for each in (whole.names, *by_code.values()) for day in each})
        rest = f"{self.country}-{self.subdivision}" if self.subdivision else self.country
        for day in days:
            keeping = sorted(code for code, own in by_code.items() if day in own)
            name = whole.names.get(day) or _most_usual(own.get(day) for own in by_code.values())
            if len(keeping) == len(by_code) and (self._complete or day in whole.names):
                names[day] = name
                continue
            others = sorted(code for code in by_code if code not in keeping)
            if not (self._complete and self.subdivision):
                (keeping if day in whole.names else others).insert(0, rest)
            of_parts[day] = HolidayOfParts(name, tuple(keeping), tuple(others))
        return Year(names, of_parts, tuple(days))


class PartsCalendar(DividedCalendar):
    """The public holidays of who is in one of several parts of a country."""

    def __init__(self, country: str, parts: Sequence[tuple[str, YearlyCalendar]]) -> None:
        super().__init__(country, None)
        self._parts = tuple(sorted(parts, key=itemgetter(0)))
        """Each part by its code, with its calendar; in the order of the codes."""

    def work_out(self, number: int) -> Year | None:
        """Return the holidays of a year, or None if nobody knows them; `year` remembers them."""
        years = {code: calendar.year(number) for code, calendar in self._parts}
        known = {code: year for code, year in years.items() if year is not None}
        if len(known) < len(years):
            return None
        names: dict[date, str] = {}
        of_parts: dict[date, HolidayOfParts] = {}
        days = sorted({day for year in known.values() for day in year.days})
        for day in days:
            # One part may lie in another of them, which tells it too.
            keeping: set[str] = set()
            others: set[str] = set()
            called: list[str | None] = []
            for code, year in known.items():
                inside = year.of_parts.get(day)
                if inside is not None:
                    keeping.update(inside.parts)
                    others.update(inside.others)
                    called.append(inside.name)
                else:
                    (keeping if day in year.names else others).add(code)
                    called.append(year.names.get(day))
            name = _most_usual(called)
            if others:
                of_parts[day] = HolidayOfParts(name, tuple(sorted(keeping)), tuple(sorted(others)))
            else:
                names[day] = name
        return Year(names, of_parts, tuple(days))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartsCalendar) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash(self._parts)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.country!r}, {[code for code, _ in self._parts]!r})"


class NationalCalendar(YearlyCalendar):
    """The public holidays of a country as a whole, whatever some of its parts do.

    They are those of the calendar of the whole country, and those that every part keeps.
    """

    def __init__(self, country: CountryCalendar) -> None:
        super().__init__(country.country, None)
        self._of_country = country

    def work_out(self, number: int) -> Year | None:
        """Return the holidays of a year, or None if nobody knows them; `year` remembers them."""
        whole, shared = self._of_country.whole.year(number), self._of_country.year(number)
        if whole is None or shared is None:
            return None
        names = {**shared.names, **whole.names}
        return Year(names, {}, tuple(sorted(names)))


def _most_usual(names: Iterable[str | None]) -> str:
    """Return the most frequent of *names*; of equally frequent ones the first by the alphabet."""
    counts: Counter[str] = Counter(name for name in names if name is not None)
    return min(counts, key=lambda name: (-counts[name], name))
