"""A directory: everything that one organisation publishes, checked and unchangeable."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, Dict, FrozenSet, Iterator, Mapping, Optional, Tuple, Type

from supportlines.directory.conditions import Facet
from supportlines.directory.days import DayException, Holiday
from supportlines.directory.fields import (
    NOTHING_ACCEPTED,
    Accepted,
    Condition,
    Country,
    Id,
    Ids,
    Languages,
    NumberOfDays,
    Sets,
    Text,
    Words,
)
from supportlines.directory.guidance import (
    Address,
    Affiliate,
    Desk,
    Level,
    NotFor,
    Organisation,
    Preparation,
    Promise,
    Request,
    SelfHelp,
)
from supportlines.directory.index import FactsIndex, make_index
from supportlines.directory.record import FrozenDict, Record, record
from supportlines.directory.records import (
    Correction,
    CountryFacts,
    Guess,
    Line,
    Region,
    Rule,
    Source,
    Tier,
)
from supportlines.directory.replies import Reply

if TYPE_CHECKING:
    import datetime as dt

Sources = Tuple[Source, ...]
Tiers = Tuple[Tier, ...]
Regions = Tuple[Region, ...]
FactsOfCountries = Mapping[Country, CountryFacts]
Calendars = Mapping[Id, Tuple[Holiday, ...]]
Facets = Tuple[Facet, ...]
Desks = Tuple[Desk, ...]
Levels = Tuple[Level, ...]

NO_FACTS: FactsOfCountries = FrozenDict()
NO_SETS: Sets = FrozenDict()
NO_CALENDARS: Calendars = FrozenDict()


@record
class About(Record):
    """What a directory is, and what it rests on; `directory` in the file."""

    id: Id
    """Names the directory, for good."""

    name: Words
    """Names the directory for people."""

    organisation: Optional[Organisation] = None
    """Who publishes what stands here."""

    assumed_languages: Languages = ()
    """What a line probably speaks where the source does not say."""

    confirm_within_days: NumberOfDays = 365
    """How long after it was read a fact counts as confirmed; an older one carries a caveat."""

    accept: Accepted = NOTHING_ACCEPTED
    """Doubts of `check` that are none anywhere in the file: for each code why."""

    sources: Sources
    """The pages that the file was typed from; the first is the source of all that names none."""


@record
class Facts(Record):
    """Everything that one organisation publishes about how to call it."""

    directory: About
    """What it is, and what it rests on."""

    tiers: Tiers
    """What a customer can be entitled to; the first one listed is the default."""

    severities: Ids = ()
    """How bad a problem can be, for hours that depend on it."""

    desks: Desks = ()
    """What a line can be for; the first one listed is the default."""

    levels: Levels = ()
    """Who in the organisation picks up."""

    facets: Facets = ()
    """What a caller may be asked beyond country, language, tier, desk and severity."""

    places: Sets = NO_SETS
    """Named sets of countries, and of parts of countries, usable wherever those are listed."""

    calendars: Calendars = NO_CALENDARS
    """Named calendars of days that are no ordinary ones, for `holidays` of a rule."""

    countries: FactsOfCountries = NO_FACTS
    """Facts about a country, by its ISO 3166-1 code, that hold whatever the caller says."""

    regions: Regions
    """The groups of countries that the source makes."""

    guesses: Tuple[Guess, ...] = ()
    """What to name to callers from countries in no region."""

    reply: Tuple[Reply, ...] = ()
    """Until when a message is answered, where neither line nor regions say it."""

    prepare: Tuple[Preparation, ...] = ()
    """What to have ready before contact."""

    self_help: Tuple[SelfHelp, ...] = ()
    """Pages to read first."""

    promises: Tuple[Promise, ...] = ()
    """What a caller may ask to be told."""

    @cached_property
    def _index(self) -> FactsIndex:
        return make_index(self.regions)

    @cached_property
    def _facets(self) -> Dict[str, Facet]:
        return {facet.id: facet for facet in self.facets}

    @cached_property
    def _desks(self) -> Dict[str, Desk]:
        return {desk.id: desk for desk in self.desks}

    @cached_property
    def requests(self) -> Dict[str, Request]:
        """The kinds of request that lines take, by their ids, in the order of the file."""
        found: Dict[str, Request] = {}
        for line, _ in self.lines():
            for one in line.requests:
                found.setdefault(one.id, one)  # the first that is listed names it
        return found

    @cached_property
    def wanted_by(self) -> Dict[str, Tuple[str, ...]]:
        """For each thing to prepare that kinds of request name, the ids of these."""
        found: Dict[str, Dict[str, None]] = {}
        for line, _ in self.lines():
            for one in line.requests:
                for thing in (*one.wants, *one.helps):
                    found.setdefault(thing, {})[one.id] = None
        return {thing: tuple(kinds) for thing, kinds in found.items()}

    @cached_property
    def has_conditional_rules(self) -> bool:
        """Whether any rule is for some callers only, beside tiers, languages and desks."""
        return any(rule.only_for or rule.severities for rule in self.rules())

    @cached_property
    def has_conditions(self) -> bool:
        """Whether anything is for some callers only, beside countries, tiers and desks."""
        replies = (*self.reply, *(one for each in self.every_region() for one in each.reply))
        if self._index.chains_of_parts or any(one.only_for for one in replies):
            return True
        return self.has_conditional_rules or any(_has_conditions(line) for line, _ in self.lines())

    @cached_property
    def carriers(self) -> Dict[str, Text]:
        """The carriers that are named anywhere, by their names in small letters.

        Those of lines come in the order of the file, then those that conditions alone name.
        """
        found: Dict[str, Text] = {}
        of_lines = (line.carriers for line, _ in self.lines())
        named = (condition.get("carrier", ()) for condition in self._conditions())
        for names in (*of_lines, *named):
            for name in names:
                found.setdefault(name.casefold(), name)
        return found

    def _conditions(self) -> Iterator[Condition]:
        """Yield the conditions of all records, those of steps too."""
        lists: Tuple[Any, ...] = (self.reply, self.prepare, self.self_help, self.promises)
        yield from (one.only_for for entries in lists for one in entries)
        for region in self.every_region():
            yield from (one.only_for for one in region.reply)
        yield from (rule.only_for for rule in self.rules() if rule.only_for)
        for line, _ in self.lines():
            yield line.only_for
            yield from (dict(step.only_for) for step in line.steps if step.only_for)
            yield from (one.only_for for one in line.reply)
            yield from (one.only_for for one in line.requests)

    @cached_property
    def _tiers(self) -> Dict[str, Tier]:
        return {tier.id: tier for tier in self.tiers}

    def __getstate__(self) -> Dict[str, Any]:
        """Return what the file said: what is looked up in it is found again by each copy."""
        said = vars(self)
        return {one.name: said[one.name] for one in fields(self) if one.name in said}

    @property
    def id(self) -> str:
        """Return the name of the directory for programs."""
        return self.directory.id

    @property
    def name(self) -> str:
        """Return the name of the directory for people."""
        return self.directory.name

    @property
    def sources(self) -> Tuple[Source, ...]:
        """Return the pages that the directory was typed from; the first is the default."""
        return self.directory.sources

    @property
    def assumed_languages(self) -> Tuple[str, ...]:
        """Return what a line probably speaks where the source does not say."""
        return self.directory.assumed_languages

    def lines(self) -> Iterator[Tuple[Line, Tuple[Region, ...]]]:
        """Yield each line with its regions from the innermost outwards, in the file's order."""
        return iter(self._index.lines)

    def every_region(self) -> Iterator[Region]:
        """Yield each region before those inside it.

        Regions that list no line are among them: theirs count for lines of the regions around.
        """
        return iter(self._index.regions)

    def rules(self) -> Iterator[Rule]:
        """Yield the rules of all regions and lines."""
        levels = [region.availability for region in self.every_region()]
        levels += [line.availability for line, _ in self.lines()]
        yield from (rule for level in levels for rules in level.values() for rule in rules)

    def line(self, identifier: str) -> Tuple[Line, Tuple[Region, ...]]:
        """Return the line called *identifier* with its regions from the innermost outwards.

        Raises:
            KeyError: There is no such line.
        """
        return self._index.by_id[identifier]

    def tier(self, identifier: str) -> Tier:
        """Return the tier called *identifier*.

        Raises:
            KeyError: There is no such tier.
        """
        return self._tiers[identifier]

    def facet(self, identifier: str) -> Optional[Facet]:
        """Return the facet called *identifier*, or None if the file has none of that name."""
        return self._facets.get(identifier)

    def desk(self, identifier: str) -> Optional[Desk]:
        """Return the desk called *identifier*, or None if the file has none of that name."""
        return self._desks.get(identifier)

    def chains_of(self, country: str) -> Tuple[Tuple[Region, ...], ...]:
        """Return, for each region that lists *country*, the chain from it outwards.

        A region lists a country in `countries` or in `countries_not_named`; regions around
        it hold the country without listing it. The result is empty for a country in no region.
        """
        return self._index.chains.get(country, ())

    def chains_of_parts(self, country: str) -> Tuple[Tuple[str, Tuple[Region, ...]], ...]:
        """Return the parts of *country* that regions list by themselves, each with the chain.

        A part is a code of ISO 3166-2 with its country (`CA-QC`).
        """
        return self._index.chains_of_parts.get(country, ())

    def lists(self, country: str) -> bool:
        """Return whether a region lists *country*, or a part of it."""
        return country in self._index.chains or country in self._index.chains_of_parts

    def is_named(self, country: str) -> bool:
        """Return whether the source names *country* in one of its regions."""
        return country in self._index.named

    def countries_of(self, region: str) -> FrozenSet[str]:
        """Return the countries of the region with the id *region*, inner regions included.

        Raises:
            KeyError: There is no such region.
        """
        return self._index.countries[region]

    def countries_in_order(self, region: str) -> Tuple[str, ...]:
        """Return the countries of a region as `countries_of`, in the order of the file.

        Raises:
            KeyError: There is no such region.
        """
        return self._index.in_order[region]

    def read_on(self, source: Optional[str]) -> dt.date:
        """Return the day on which the source with this id was read; the first one's for None."""
        if source is None:
            return self.sources[0].read_on
        return next(one.read_on for one in self.sources if one.id == source)

    @property
    def desk_ids(self) -> Tuple[str, ...]:
        """Return the ids of the desks, in the order of the file."""
        return tuple(one.id for one in self.desks)

    def desks_of(self, line: Line) -> Tuple[str, ...]:
        """Return the desks that *line* is for: those it states, or the directory's first.

        Empty if the directory has no desks.
        """
        if line.desks:
            return line.desks
        return (line.desk,) if line.desk is not None else self.desk_ids[:1]

    def served_by(self, line: Line) -> FrozenSet[str]:
        """Return the countries that *line* is for: those it states, or all of its region.

        A country of which it serves a part is among them.
        """
        if line.serves or line.serves_parts:
            parts = (part.partition("-")[0] for part in line.serves_parts)
            return frozenset((*line.serves, *parts))
        _, chain = self._index.by_id[line.id]
        return self._index.countries[chain[0].id]


RECORDS: Tuple[Type[Record], ...] = (
    About,
    Facts,
    Facet,
    Address,
    Affiliate,
    Desk,
    Level,
    NotFor,
    Organisation,
    Preparation,
    Promise,
    Request,
    SelfHelp,
    Correction,
    CountryFacts,
    DayException,
    Guess,
    Holiday,
    Line,
    Region,
    Reply,
    Rule,
    Source,
    Tier,
)
"""All records of a directory; a step is none, since telephones know it too."""


def _has_conditions(line: Line) -> bool:
    if line.only_for or line.dialable_by or line.carriers or line.serves_parts:
        return True
    if line.dialable_from_parts or any(step.only_for for step in line.steps):
        return True
    return any(one.only_for for one in line.reply)
