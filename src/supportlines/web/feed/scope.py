"""What the files of all countries are made from: one directory, one stretch of time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Sequence, Tuple

from supportlines.hours import DAY, open_zone
from supportlines.lookup import (
    Index,
    Question,
    Tellings,
    caller_of,
    courses,
    lines_for,
    make_plan,
)
from supportlines.places.zones import names_of_zone

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.lookup import Ahead, Caller, Caveat, Course, OptionCourse, Plan

Foreseen = Tuple[int, Tuple["Ahead", ...]]
"""What is told from a POSIX second on of what comes after it."""

_AHEAD = 400 * DAY
"""Seconds behind the end in which clocks of a group must not differ either."""


class Scope:
    """One directory between two instants; what was worked out for one country serves others."""

    def __init__(self, facts: Facts, since: int, until: int) -> None:
        """Follow *facts* from *since* to *until*, POSIX seconds, half-open."""
        self.facts = facts
        self.since = since
        self.until = until
        self.index = Index(facts)
        self.clocks = Clocks(since, until)
        self.ways: dict[object, Any] = {}
        """What `from_where` found."""
        self._tellings = Tellings(since, until)
        self._lines: dict[str, tuple[tuple[Line, Region], ...]] = {}

    def lines(self, country: str) -> tuple[tuple[Line, Region], ...]:
        """Return the lines for *country*, each with the region that lists it."""
        if country not in self._lines:
            served = lines_for(self.facts, country)
            self._lines[country] = tuple((line, chain[0]) for line, chain in served)
        return self._lines[country]

    def caller(self, country: str) -> Caller:
        """Return who says nothing but *country*."""
        return caller_of(self.facts, Question(country))

    def plans(self, caller: Caller) -> Iterator[Plan]:
        """Yield what *caller* is offered, one for each set of lines that are there."""
        calendar = self.index.calendar
        seen = set()
        for second in (self.since, *calendar.changes(caller, self.since, self.until)):
            generation = calendar.generation(caller, second)
            if generation not in seen:
                seen.add(generation)
                yield make_plan(self.facts, self.index, caller, generation)

    def courses(self, caller: Caller) -> list[tuple[int, Course]]:
        """Return what *caller* is offered, each from its POSIX second on."""
        return list(courses(self.facts, self.index, caller, self._tellings))

    def foreseen(self, course: Course, one: OptionCourse) -> Iterator[Foreseen]:
        """Yield what is told of an option of *course* before it comes, each from its second on."""
        seconds = [since for since, _ in one.served][1:]
        for (since, languages), until in zip(one.served, [*seconds, course.until]):
            known = [
                self._tellings.foreseen(course.plan, served, since, until) for served in languages
            ]
            first, *others = known  # of languages with other hours what is the same for all
            yield since, tuple(each for each in first if all(each in other for other in others))

    def parts(self, caller: Caller, named: Iterable[str]) -> list[str]:
        """Return the parts of the country that make a difference: those *named*, and holidays'."""
        found = dict.fromkeys(named)
        for zone in self._zones(caller):
            there = caller if zone is None else replace(caller, local_zones=(zone,))
            for _, course in self.courses(there):
                for followed in (*course.options, *course.other_ways, *course.guesses):
                    for spell in followed.spells:
                        told = () if spell.told is None else spell.told.caveats
                        for one in told:
                            if one.code == "subdivision_not_given":
                                found.update(dict.fromkeys(_parts_in(one)))
        return list(found)

    def _zones(self, caller: Caller) -> Sequence[str | None]:
        """Return one zone for each clock of the country: holidays are told where it is decided."""
        groups = self.clocks.alike(caller.local_zones)
        return [group[0] for group in groups] if len(caller.local_zones) > 1 else [None]


def _parts_in(caveat: Caveat) -> Iterator[str]:
    for key in ("parts", "other_parts"):
        codes: tuple[str, ...] = caveat.values.get(key, ())  # type: ignore[assignment]
        yield from (code for code in codes if "-" in code)


class Clocks:
    """The clocks of zones over one stretch of time."""

    def __init__(self, since: int, until: int) -> None:
        self._since = since
        self._until = until
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}

    def of(self, zone: str) -> tuple[tuple[int, int], ...]:
        """Return the offsets of *zone* in seconds, each from its POSIX second on."""
        if zone not in self._known:
            found: list[tuple[int, int]] = []
            for start, _, offset in open_zone(zone).segments(self._since, self._until + _AHEAD):
                if not found or found[-1][1] != offset:
                    found.append((start, offset))
            self._known[zone] = tuple(found)
        return self._known[zone]

    def alike(self, zones: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return *zones* in groups whose clocks show the same, each by all of its names."""
        groups: dict[object, list[str]] = {}
        for zone in zones:
            groups.setdefault(self.of(zone), []).extend(names_of_zone(zone))
        return tuple(tuple(names) for names in groups.values())

    def common(self, zones: Sequence[str]) -> str | None:
        """Return the first of *zones* if all of their clocks show the same, else None."""
        if zones and len({self.of(zone) for zone in zones}) == 1:
            return zones[0]
        return None
