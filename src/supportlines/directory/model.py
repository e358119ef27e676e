"""A directory: everything that one organisation publishes, checked and unchangeable."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, Dict, FrozenSet, Iterator, Mapping, Optional, Tuple

from supportlines.directory.fields import (
    NOTHING_ACCEPTED,
    Accepted,
    Country,
    Id,
    Ids,
    Languages,
    NumberOfDays,
    Text,
)
from supportlines.directory.index import FactsIndex, make_index
from supportlines.directory.record import FrozenDict, Record, record
from supportlines.directory.records import CountryFacts, Guess, Line, Region, Source, Tier

if TYPE_CHECKING:
    import datetime as dt

Sources = Tuple[Source, ...]
Tiers = Tuple[Tier, ...]
Regions = Tuple[Region, ...]
FactsOfCountries = Mapping[Country, CountryFacts]

NO_FACTS: FactsOfCountries = FrozenDict()


@record
class About(Record):
    """What a directory is, and what it rests on; `directory` in the file."""

    id: Id
    """Names the directory, for good."""

    name: Text
    """Names the directory for people."""

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

    desks: Ids = ()
    """What a line can be for; the first one listed is the default."""

    countries: FactsOfCountries = NO_FACTS
    """Facts about a country, by its ISO 3166-1 code, that hold whatever the caller says."""

    regions: Regions
    """The groups of countries that the source makes."""

    guesses: Tuple[Guess, ...] = ()
    """What to name to callers from countries in no region."""

    @cached_property
    def _index(self) -> FactsIndex:
        return make_index(self.regions)

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

    def chains_of(self, country: str) -> Tuple[Tuple[Region, ...], ...]:
        """Return, for each region that lists *country*, the chain from it outwards.

        A region lists a country in `countries` or in `countries_not_named`; regions around
        it hold the country without listing it. The result is empty for a country in no region.
        """
        return self._index.chains.get(country, ())

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

    def desk_of(self, line: Line) -> Optional[str]:
        """Return the desk that *line* is for: the one it states, or the directory's first.

        None if the directory has no desks.
        """
        return line.desk or (self.desks[0] if self.desks else None)

    def served_by(self, line: Line) -> FrozenSet[str]:
        """Return the countries that *line* is for: those it states, or all of its region."""
        if line.serves:
            return frozenset(line.serves)
        _, chain = self._index.by_id[line.id]
        return self._index.countries[chain[0].id]
