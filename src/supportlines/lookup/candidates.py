"""Which lines are there for a caller, and which of them can be dialled."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import (
    TYPE_CHECKING,
    Callable,
    Collection,
    FrozenSet,
    Iterator,
    Mapping,
    NamedTuple,
    Sequence,
    Tuple,
)

from supportlines.lookup.answer import Reason, Withheld
from supportlines.lookup.conditions import (
    either,
    in_common,
    left_open,
    limits_of,
    limits_of_line,
    meets,
)
from supportlines.lookup.divided import parts_inside, places_within
from supportlines.lookup.inside import chains_of_caller
from supportlines.lookup.reaching import Way, reach
from supportlines.lookup.reasons import another_number
from supportlines.lookup.rule_hours import SharedHours
from supportlines.lookup.validity import TurningDays
from supportlines.places.parts import widest

if TYPE_CHECKING:
    from datetime import date

    from supportlines.directory import Facts, Line, Region
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.validity import Generation


class Nearness(IntEnum):
    """How near a line is to the caller: one for their country alone before one for several."""

    OWN = 0
    WIDER = 1
    COUNTRY_FALLBACK = 2
    REGION_FALLBACK = 3


class Candidate(NamedTuple):
    """A line that serves the caller's country and can be used from where the phone stands."""

    line: Line
    region: Region
    """The region that lists the line."""
    chain: tuple[Region, ...]
    """The caller's regions around the line, innermost first: whose hours and languages count."""
    nearness: Nearness
    reach: Way
    """How the caller reaches it."""
    limits: Limits = ()
    """For whom it is, as far as the caller's words leave that open."""
    depends_on: tuple[str, ...] = ()
    """What nearer fallbacks hang on that may keep this one away."""
    besides: tuple[str, ...] = ()
    """Parts inside of those of its limits for which it is not: they are in other regions."""
    turn: int = 0
    """Where a line is there once for each of several parts, which of them comes first."""


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
            if not (line.serves or line.serves_parts):
                self._for_all.setdefault(chain[0].id, []).append(line)
                continue
            for country in dict.fromkeys(
                (*line.serves, *(part.partition("-")[0] for part in line.serves_parts))
            ):
                self._serving.setdefault((chain[0].id, country), []).append(line)

    def candidates(
        self, caller: Caller, generation: Generation, unsure: Collection[str] = ()
    ) -> tuple[list[Candidate], list[Withheld]]:
        """Return the lines of *generation* that *caller* can use, and those withheld.

        Of the fallback lines only the nearest level that has one to use is used: the country's
        own, then that of the region, then that of the region around it; for each channel by
        itself. A line that is perhaps not for the caller keeps no other away, and neither do
        those whose ids are *unsure*.
        """
        parts = self._open_parts(caller)
        if parts:
            return self._part_by_part(caller, generation, unsure, parts)
        return self._at_a_place(caller, generation, unsure)

    def _at_a_place(
        self, caller: Caller, generation: Generation, unsure: Collection[str]
    ) -> tuple[list[Candidate], list[Withheld]]:
        """Return what there is for *caller*, of whom it is known which regions they are in."""
        places = self._places(caller)
        admits = self._admits(caller, generation)
        shelf = _Shelf(self._directory, caller, admits, self._nearness, unsure)
        shelf.take(self._own(places, caller.country, fallback=False))
        shelf.take(self._for_region(places, fallback=False))
        served = shelf.take(self._own(places, caller.country, fallback=True))
        for depth in range(max((len(place.chain) for place in places), default=0)):
            here = [place for place in places if place.depth == depth]
            served |= shelf.take(self._for_region(here, fallback=True), served)
        withheld = [self._warned(one, caller.calling_from) for one in shelf.withheld.values()]
        chains: dict[str, tuple[Region, ...]] = {}
        for place in places:
            chains.setdefault(place.region.id, place.chain)
        return shelf.candidates(chains), withheld

    def _open_parts(self, caller: Caller) -> list[str]:
        """Return the parts that regions list and in which *caller* may be."""
        listed = self._directory.chains_of_parts(caller.country)
        parts = dict.fromkeys(part for part, _ in listed)
        named = ((part, meets(self._directory, "subdivision", (part,), caller)) for part in parts)
        return [part for part, is_there in named if is_there is None]

    def _part_by_part(
        self, caller: Caller, generation: Generation, unsure: Collection[str], parts: Sequence[str]
    ) -> tuple[list[Candidate], list[Withheld]]:
        """Return what there is for who may be in any of *parts*, or outside of all.

        A line whose regions are others in a part is there once for each: it may have other hours
        and languages there.
        """
        where = places_within(caller.country, caller.subdivision or "", parts)
        found: dict[object, list[tuple[Candidate, str]]] = {}
        withheld: dict[str, Withheld] = {}
        for code in where:
            there = replace(caller, subdivision=code)
            usable, kept_away = self._at_a_place(there, generation, unsure)
            for one in usable:
                key = (one.line.id, tuple(region.id for region in one.chain), one.limits)
                found.setdefault(key, []).append((one, code))
            withheld.update((one.line.id, one) for one in kept_away)
        usable = []
        turns = {code: turn for turn, code in enumerate(where)}
        for several in found.values():
            one = several[0][0]._replace(turn=turns[several[0][1]])
            codes = {code for _, code in several}
            if len(codes) < len(where):
                here = widest([part for code in codes for part in where[code]])
                others = [part for code in where.keys() - codes for part in where[code]]
                one = self._of_parts(one, caller, here, others)
            usable.append(one)
        offered = {one.line.id for one in usable}
        return usable, [one for line, one in withheld.items() if line not in offered]

    def _of_parts(
        self, one: Candidate, caller: Caller, parts: tuple[str, ...], others: Sequence[str]
    ) -> Candidate:
        """Return *one* as it is for who is in *parts*, and in none of the *others*.

        Of parts that have others inside it keeps the limit, wherever *caller* is.
        """
        limits = left_open(self._directory, (*one.limits, ("subdivision", parts)), caller)
        if limits is None:
            return one
        left = dict(limits).get("subdivision", parts)
        besides = parts_inside(others, left)
        if besides and "subdivision" not in dict(limits):
            limits = (*limits, ("subdivision", left))
        return one._replace(limits=limits, besides=besides)

    def serving(self, country: str) -> Iterator[tuple[Line, tuple[Region, ...]]]:
        """Yield each line that serves *country*, or a part of it, with the regions around it."""
        chains = [*self._directory.chains_of(country)]
        chains += [chain for _, chain in self._directory.chains_of_parts(country)]
        seen: set[str] = set()
        for chain in chains:
            for depth, region in enumerate(chain):
                here = (
                    self._serving.get((region.id, country), ()),
                    self._for_all.get(region.id, ()),
                )
                for line in (line for lines in here for line in lines if line.id not in seen):
                    seen.add(line.id)
                    yield line, chain[depth:]

    def days_with_lines(
        self, caller: Caller, generation: Generation
    ) -> tuple[date | None, date | None]:
        """Return the last day before *generation*, and the first after it, with any line.

        Either is None if there is no such day.
        """
        before, after = (
            next((one.day for one in runs if self.has_lines(caller, one.generation)), None)
            for runs in self.calendar.days_around(generation)
        )
        return before, after

    def has_lines(self, caller: Caller, generation: Generation) -> bool:
        """Return whether there is any line of a channel that is wanted."""
        usable, withheld = self.candidates(caller, generation)
        lines = (*(one.line for one in usable), *(one.line for one in withheld))
        return any(line.channel in caller.channels for line in lines)

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
        calendar, desks_of = self.calendar, self._directory.desks_of

        def admits(line: Line) -> bool:
            is_of_desk = caller.desk is None or caller.desk in desks_of(line)
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
                if not self._admits(caller, generation)(line):
                    continue
                limits = left_open(self._directory, limits_of_line(line), caller)
                way = reach(self._directory, line, chain[0], caller)
                if limits is None or isinstance(way, Reason):
                    continue
                limits = in_common(self._directory, (*limits, *way.limits), caller)
                if limits is not None:
                    near = Nearness.REGION_FALLBACK
                    found.append(Candidate(line, chain[0], chain, near, way, limits))
        return found

    def _places(self, caller: Caller) -> list[_Place]:
        """Return the regions that hold the caller's place and those around, each with its chain."""
        return [
            _Place(region, chain, depth)
            for chain in chains_of_caller(self._directory, caller)
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
_Served = FrozenSet[str]
"""Channels."""


class _Taken(NamedTuple):
    """A line that can be used, and how one comes to it."""

    line: Line
    region: Region
    way: Way
    ways_in: list[Limits]
    """For each region that it was found by what is left open."""
    depends_on: tuple[str, ...]
    """What fallbacks of nearer levels hang on."""


class _Shelf:
    """Sorts lines into those that can be used and those that are withheld."""

    def __init__(
        self,
        facts: Facts,
        caller: Caller,
        admits: Callable[[Line], bool],
        nearness_of: Callable[[Line], Nearness],
        unsure: Collection[str],
    ) -> None:
        self._unsure = unsure
        self._facts = facts
        self._caller = caller
        self._admits = admits
        self._nearness_of = nearness_of
        self._usable: dict[str, _Taken] = {}
        self._nearer: dict[str, tuple[str, ...]] = {}
        """By channel, what the fallbacks of nearer levels hang on."""
        self.withheld: dict[str, Withheld] = {}

    def take(self, found: Iterator[_Found], served: _Served = frozenset()) -> _Served:
        """Return the channels of lines that can surely be used, and keep all that can.

        Lines of channels that are *served* already are passed over.
        """
        sure: set[str] = set()
        hang_on = dict(self._nearer)
        for line, place in found:
            if not self._admits(line) or line.channel in served:
                continue
            limits = self._limits(line)
            if limits is None:
                continue
            way = reach(self._facts, line, place.region, self._caller)
            if isinstance(way, Reason):
                self.withheld.setdefault(line.id, Withheld(line, way))
                continue
            if limits or way.limits:
                limits = in_common(self._facts, (*limits, *way.limits), self._caller)
                if limits is None:
                    continue
            nearer = self._nearer.get(line.channel, ()) if line.fallback else ()
            taken = self._usable.setdefault(line.id, _Taken(line, place.region, way, [], nearer))
            taken.ways_in.append(limits)
            if line.fallback:
                hang_on[line.channel] = (*hang_on.get(line.channel, ()), *dict(limits))
            if not limits and line.id not in self._unsure:
                sure.add(line.channel)
        self._nearer = hang_on
        return frozenset(sure)

    def _limits(self, line: Line) -> Limits | None:
        """Return what is left open of for whom *line* is; None if it is not for the caller."""
        limits: Limits = ()
        if line.serves_parts and self._caller.country not in line.serves:
            limits = (*limits, ("subdivision", line.serves_parts))
        if line.only_for:
            limits = (*limits, *limits_of(line.only_for))
        # What a phone or a carrier cannot do is told: see `reaching`.
        return left_open(self._facts, limits, self._caller) if limits else limits

    def candidates(self, chains: Mapping[str, tuple[Region, ...]]) -> list[Candidate]:
        """Return what can be used."""
        return [
            Candidate(
                line,
                region,
                chains[region.id],
                self._nearness_of(line),
                way,
                either(self._facts, ways_in),
                depends_on,
            )
            for line, region, way, ways_in, depends_on in self._usable.values()
        ]
