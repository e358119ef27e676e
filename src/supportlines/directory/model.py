"""A directory: everything that one organisation publishes, checked and unchangeable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, FrozenSet, Iterator, Mapping, Optional, Tuple

from pydantic import BeforeValidator, ConfigDict, PrivateAttr
from typing_extensions import Annotated, Self

from supportlines.directory.accept_key import NOTHING_ACCEPTED, Accepted
from supportlines.directory.fields import (
    Country,
    Filled,
    Frozen,
    FrozenDict,
    Id,
    Ids,
    Languages,
    NumberOfDays,
    Text,
    WrongValueError,
)
from supportlines.directory.index import Index, make_index
from supportlines.directory.record import Record
from supportlines.directory.records import CountryFacts, Guess, Line, Region, Source, Tier

if TYPE_CHECKING:
    import datetime as dt


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

    sources: Annotated[Tuple[Source, ...], Filled]
    """The pages that the file was typed from; the first is the source of all that names none."""


class _KeyedById:
    """Says in the JSON Schema that records stand under their ids."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        records = handler(core)["items"]
        return {"type": "object", "additionalProperties": records, "minProperties": 1}


def _with_ids(content: Any) -> Any:
    """Return the tiers as a list of records, each with the key that it stood under."""
    if not isinstance(content, dict):
        return content
    if not content:
        raise WrongValueError("there is no tier.", 'Write at least "standard: {}".')
    return [
        {**facts, "id": key} if isinstance(facts, dict) and "id" not in facts else facts
        for key, facts in content.items()
    ]


class Facts(Record):
    """Everything that one organisation publishes about how to call it."""

    model_config = ConfigDict(defer_build=False)

    directory: About
    """What it is, and what it rests on."""

    tiers: Annotated[Tuple[Tier, ...], BeforeValidator(_with_ids), _KeyedById()]
    """What a customer can be entitled to; the first one listed is the default."""

    severities: Ids = ()
    """How bad a problem can be, for hours that depend on it."""

    desks: Ids = ()
    """What a line can be for; the first one listed is the default."""

    if TYPE_CHECKING:
        countries: Mapping[str, CountryFacts] = FrozenDict()
    else:
        countries: Annotated[Mapping[Country, CountryFacts], Frozen] = FrozenDict()
    """Facts about a country, by its ISO 3166-1 code, that hold whatever the caller says."""

    regions: Annotated[Tuple[Region, ...], Filled]
    """The groups of countries that the source makes."""

    guesses: Tuple[Guess, ...] = ()
    """What to name to callers from countries in no region."""

    _index: Index = PrivateAttr()
    _tiers: Dict[str, Tier] = PrivateAttr()

    def model_post_init(self, _context: Any, /) -> None:
        """Make the index; pydantic calls this after the fields are valid."""
        self._index = make_index(self.regions)
        self._tiers = {tier.id: tier for tier in self.tiers}

    def model_copy(self, *, update: Optional[Mapping[str, Any]] = None, deep: bool = False) -> Self:
        """Return a copy with other values; pydantic does not check them, but they are found."""
        made = super().model_copy(update=dict(update or {}), deep=deep)
        made.model_post_init(None)
        return made

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
