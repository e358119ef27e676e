"""Which lines are there for a caller, and which of them can be dialled."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Callable, Iterator, NamedTuple, Tuple

from supportlines.lookup.answer import Reason, Withheld
from supportlines.lookup.reaching import REACHES, Way, reach
from supportlines.lookup.reasons import another_number
from supportlines.lookup.rule_hours import SharedHours
from supportlines.lookup.validity import TurningDays

if TYPE_CHECKING:
    from datetime import date

    from supportlines.directory import Facts, Line, Region
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.validity import Generation


class Nearness(IntEnum):
    """How near a line is to the caller: one for their country alone before one for several."""

    OWN = 0
    WIDER = 1
    COUNTRY_FALLBACK = 2
    REGION_FALLBACK = 3


class Candidate(NamedTuple):
    """A line that serves the caller's country and can be reached from where the phone stands."""

    line: Line
    region: Region
    """The region that lists the line."""
    chain: tuple[Region, ...]
    """The caller's regions around the line, innermost first: whose hours and languages count."""
    nearness: Nearness
    reach: Way
    """How the caller reaches it."""


class Index:
    """The lines of each region by the country they serve, made once for a directory."""

    def __init__(self, directory: Facts) -> None:
        self._directory = directory
        self._serving: dict[tuple[str, str], list[Line]] = {}
        self._for_all: dict[str, list[Line]] = {}
        self._digits: dict[tuple[str, str], Line] = {}
        """By country and digits, the first line with digits that exist in that country."""
        self.calendar = TurningDays([line for line, _ in directory.lines()])
        """When lines begin and cease."""
        self.hours = SharedHours()
        """The hours that callers have in common."""
        self._place_in_file: dict[str, int] = {}
        self._of_one_country: set[str] = set()
        for place, (line, chain) in enumerate(directory.lines()):
            self._place_in_file[line.id] = place
            if len(directory.served_by(line)) == 1:
                self._of_one_country.add(line.id)
            if line.number is not None:
                for country in line.number.exists_in:
                    self._digits.setdefault((country, line.number.digits), line)
            if line.channel not in REACHES:
                continue
            if not line.serves:
                self._for_all.setdefault(chain[0].id, []).append(line)
            for country in line.serves:
                self._serving.setdefault((chain[0].id, country), []).append(line)

    def candidates(
        self, caller: Caller, generation: Generation
    ) -> tuple[list[Candidate], list[Withheld]]:
        """Return the lines of *generation* that *caller* can dial, and those withheld.

        Of the fallback lines only the nearest level that has one to dial is used: the
        country's own, then that of the region, then that of the region around it.
        """
        places = self._places(caller.country)
        admits = self._admits(caller, generation)
        shelf = _Shelf(self._directory, caller, admits, self._nearness)
        shelf.take(self._own(places, caller.country, fallback=False))
        shelf.take(self._for_region(places, fallback=False))
        if not shelf.take(self._own(places, caller.country, fallback=True)):
            for depth in range(max((len(place.chain) for place in places), default=0)):
                here = [place for place in places if place.depth == depth]
                if shelf.take(self._for_region(here, fallback=True)):
                    break
        withheld = [self._warned(one, caller.calling_from) for one in shelf.withheld.values()]
        return list(shelf.usable.values()), withheld

    def days_with_lines(
        self, caller: Caller, generation: Generation
    ) -> tuple[date | None, date | None]:
        """Return the last day before *generation*, and the first after it, with any line.

        Either is None if there is no such day.
        """
        before, after = (
            next((one.day for one in runs if any(self.candidates(caller, one.generation))), None)
            for runs in self.calendar.days_around(generation)
        )
        return before, after

    def _warned(self, one: Withheld, standing: str) -> Withheld:
        """Return *one*, with a warning if its digits are another line's where the phone stands."""
        number = one.line.number
        if number is None or not number.exists_in or standing in number.exists_in:
            return one
        other = self._digits.get((standing, number.digits))
        return (
            one if other is None else Withheld(one.line, another_number(one.line, other, standing))
        )

    def _admits(self, caller: Caller, generation: Generation) -> Callable[[Line], bool]:
        """Return what tells whether a line is there then, and of the desk that is asked for."""
        calendar, desk_of = self.calendar, self._directory.desk_of

        def admits(line: Line) -> bool:
            is_of_desk = caller.desk is None or desk_of(line) == caller.desk
            return is_of_desk and calendar.is_there(line, generation)

        return admits

    def place_of(self, line: Line) -> int:
        """Return the place of *line* among all lines of the file."""
        return self._place_in_file[line.id]

    def _nearness(self, line: Line) -> Nearness:
        """Return how near *line* is to a caller whom it serves."""
        is_own = line.id in self._of_one_country
        if line.fallback:
            return Nearness.COUNTRY_FALLBACK if is_own else Nearness.REGION_FALLBACK
        return Nearness.OWN if is_own else Nearness.WIDER

    def guesses(self, caller: Caller, generation: Generation) -> list[Candidate]:
        """Return what the directory lists for a country that is in none of its regions."""
        found = []
        for guess in self._directory.guesses:
            if caller.country not in guess.countries:
                continue
            for identifier in guess.lines:
                line, chain = self._directory.line(identifier)
                if caller.desk is not None and self._directory.desk_of(line) != caller.desk:
                    continue
                if line.channel not in REACHES or not self.calendar.is_there(line, generation):
                    continue
                way = reach(self._directory, line, chain[0], caller)
                if not isinstance(way, Reason):
                    near = Nearness.REGION_FALLBACK
                    found.append(Candidate(line, chain[0], chain, near, way))
        return found

    def _places(self, country: str) -> list[_Place]:
        """Return the regions that hold *country* and those around them, each with its chain."""
        return [
            _Place(region, chain, depth)
            for chain in self._directory.chains_of(country)
            for depth, region in enumerate(chain)
        ]

    def _own(self, places: list[_Place], country: str, *, fallback: bool) -> Iterator[_Found]:
        for place in places:
            for line in self._serving.get((place.region.id, country), ()):
                if line.fallback is fallback:
                    yield line, place

    def _for_region(self, places: list[_Place], *, fallback: bool) -> Iterator[_Found]:
        for place in places:
            for line in self._for_all.get(place.region.id, ()):
                if line.fallback is fallback:
                    yield line, place


class _Place(NamedTuple):
    """A region as seen from the caller."""

    region: Region
    chain: tuple[Region, ...]
    """From the caller's innermost region outwards; holds `region` at `depth`."""
    depth: int


_Found = Tuple["Line", _Place]


class _Shelf:
    """Sorts lines into those that can be dialled and those that are withheld."""

    def __init__(
        self,
        facts: Facts,
        caller: Caller,
        admits: Callable[[Line], bool],
        nearness_of: Callable[[Line], Nearness],
    ) -> None:
        self._facts = facts
        self._caller = caller
        self._admits = admits
        self._nearness_of = nearness_of
        self.usable: dict[str, Candidate] = {}
        self.withheld: dict[str, Withheld] = {}

    def take(self, found: Iterator[_Found]) -> bool:
        """Return whether any of the lines can be dialled."""
        taken = False
        for line, place in found:
            if not self._admits(line):
                continue
            way = reach(self._facts, line, place.region, self._caller)
            if isinstance(way, Reason):
                self.withheld.setdefault(line.id, Withheld(line, way))
                continue
            near = self._nearness_of(line)
            one = Candidate(line, place.region, place.chain, near, way)
            self.usable.setdefault(line.id, one)
            taken = True
        return taken
