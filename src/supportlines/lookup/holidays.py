"""Whose public holidays count for a rule and a caller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Sequence

from supportlines.directory import CALLER, NATIONAL, NOT_STATED
from supportlines.lookup.conditions import ELSEWHERE, parts_left_to
from supportlines.places.calendars import DividedCalendar
from supportlines.places.holidays import holidays_of_some, national_holidays, public_holidays
from supportlines.values import Value, keep

if TYPE_CHECKING:
    from datetime import date

    from supportlines.directory import CountryFacts, Facts, Holiday, Rule
    from supportlines.hours import HolidayOfParts
    from supportlines.lookup.answer import Caller
    from supportlines.places.holidays import Calendar


class Holidays(Value):
    """A country's public holidays: those of a calendar, with what the directory knows better."""

    def __init__(
        self, calendar: Calendar | FileCalendar | None, facts: CountryFacts | None
    ) -> None:
        added = {one.on: one.name for one in facts.holidays} if facts else {}
        removed = frozenset(facts.working_days) if facts else frozenset()
        keep(
            self,
            _calendar=calendar,
            _added=added,
            _removed=removed,
            _key=(calendar, frozenset(added.items()), removed),
        )

    _calendar: Calendar | FileCalendar | None
    _added: Mapping[date, str]
    _removed: frozenset[date]
    _key: tuple[object, ...]

    def __repr__(self) -> str:
        """Return whose they are, and how many days the directory knows better."""
        added, removed = len(self._added), len(self._removed)
        return f"{type(self).__name__}({self._calendar!r}, {added=}, {removed=})"

    def __eq__(self, other: object) -> bool:
        """Hours with equal holidays are equal, so that they are worked out once."""
        if not isinstance(other, Holidays):
            return NotImplemented
        return self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def has_calendar(self) -> bool:
        """Whether there is a calendar beside what the directory says."""
        return self._calendar is not None and not isinstance(self._calendar, FileCalendar)

    def knows(self, day: date) -> bool:
        """Return whether a calendar of the country was there that reaches *day*."""
        return self._calendar is not None and self._calendar.knows(day)

    def name_on(self, day: date) -> str | None:
        """Return the name of the public holiday on *day*, or None on an ordinary day."""
        if day in self._added:
            return self._added[day]
        if self._calendar is None or day in self._removed:
            return None
        return self._calendar.name_on(day)

    def told_on(self, day: date) -> object:
        """Return what is equal for holidays of which the same is known on *day*."""
        return self.knows(day), self._name_or_parts(day)

    def _name_or_parts(self, day: date) -> object:
        return self.name_on(day)

    def next_from(self, day: date) -> date | None:
        """Return the first day not before *day* that may be a holiday, or None."""
        added = min((one for one in self._added if one >= day), default=None)
        known = self._calendar.next_from(day) if self._calendar is not None else None
        days = [one for one in (added, known) if one is not None]
        return min(days) if days else None


class FileCalendar(Value):
    """A calendar of the directory's own; it knows the years of which it names a day."""

    def __init__(self, days: Sequence[Holiday]) -> None:
        names = {one.on: one.name for one in days}
        keep(self, _names=names, _years=frozenset(day.year for day in names))

    _names: Mapping[date, str]
    _years: frozenset[int]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._names)} days)"

    def __eq__(self, other: object) -> bool:
        return self._names == other._names if isinstance(other, FileCalendar) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._names.items()))

    def knows(self, day: date) -> bool:
        """Return whether any day of its year is named."""
        return day.year in self._years

    def name_on(self, day: date) -> str | None:
        """Return what *day* is called, or None if it is an ordinary one."""
        return self._names.get(day)

    def next_from(self, day: date) -> date | None:
        """Return the first named day not before *day*, or None."""
        return min((one for one in self._names if one >= day), default=None)


class HolidaysOfParts(Holidays):
    """Those of a country whose parts may differ, where nobody said which part is meant."""

    def __init__(self, calendar: DividedCalendar, facts: CountryFacts | None) -> None:
        super().__init__(calendar, facts)
        keep(self, _of_country=calendar)

    _of_country: DividedCalendar

    def parts_on(self, day: date) -> HolidayOfParts | None:
        """Return which parts keep *day* and which do not, or None if all do the same.

        What the directory says of a day it says of the whole country.
        """
        if day in self._added or day in self._removed:
            return None
        return self._of_country.parts_on(day)

    def _name_or_parts(self, day: date) -> object:
        return self.name_on(day) or self.parts_on(day)


def holidays_for(directory: Facts, rule: Rule, caller: Caller) -> Holidays:
    """Return the public holidays that `PH` in *rule* means.

    They are the caller's own (of who is in one of some parts alone, those of these parts), those
    of the caller's whole country, or those that the rule names: of a country, of a part of one,
    of a country as a whole (`DE-national`), or a calendar of the directory.
    """
    name = rule.holidays
    left: tuple[str, ...] = ()
    if name in (CALLER, NOT_STATED):
        # Who lives in a part that nobody named may live in any, or in any of the part around.
        country, part = caller.country, (caller.subdivision or "").rstrip(ELSEWHERE)
        left = parts_left_to(caller)
    elif name == NATIONAL:
        country, part = caller.country, NATIONAL
    elif name in directory.calendars:
        return Holidays(FileCalendar(directory.calendars[name]), None)
    else:
        country, _, part = name.partition("-")
    if part == NATIONAL:
        calendar = national_holidays(country)
    elif left:
        calendar = holidays_of_some(country, left)
    else:
        calendar = public_holidays(country, part or None)
    facts = directory.countries.get(country)
    if isinstance(calendar, DividedCalendar):
        return HolidaysOfParts(calendar, facts)
    return Holidays(calendar, facts)
