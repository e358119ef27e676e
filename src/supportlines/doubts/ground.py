"""What the rules look at: the records of a directory with the paths at which they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Iterator, Mapping

from supportlines.directory import ANY_LANGUAGE
from supportlines.doubts.calls import NO_CALLS, calls_by_rule
from supportlines.lookup import Index
from supportlines.lookup.resolution import languages_in, languages_of
from supportlines.lookup.served import chains_served

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory import DayException, Facts, Line, Path, Region, Rule
    from supportlines.directory.reading import SoundPart
    from supportlines.doubts.calls import Calls

_OUTCOMES = ("hours", "after", "not_available")
_OF_PLACES = ("countries", "countries_not_named", "serves", "dialable_from")
"""Lists in which parts of countries stand among countries."""

MAX_GUESSES = 500
"""How many numbers are compared with others that may have been meant; each takes a millisecond."""


@dataclass(frozen=True)
class PlacedRegion:
    """A region with its path."""

    region: Region
    path: Path
    content: Mapping[str, Any]
    """What the file says, as plain texts."""

    around: tuple[PlacedRegion, ...]
    """The regions around it, from the inside outwards."""

    countries: frozenset[str]
    """Its countries, those of the regions inside included."""

    @property
    def chain(self) -> tuple[PlacedRegion, ...]:
        """Return the region and those around it, from the inside outwards."""
        return (self, *self.around)

    @property
    def regions(self) -> tuple[Region, ...]:
        """Return the same as the directory has them."""
        return tuple(placed.region for placed in self.chain)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return what lines speak that say nothing themselves, for callers of this region."""
        return languages_in(self.regions)


@dataclass(frozen=True)
class PlacedLine:
    """A line with its path."""

    line: Line
    path: Path
    content: Mapping[str, Any]
    region: PlacedRegion
    served: frozenset[str]
    """The countries that it is for."""

    number: str
    """The number as the file writes it, or nothing."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Return what is spoken on it, as far as anybody says."""
        return languages_of(self.line, self.region.regions)

    @property
    def parts(self) -> object:
        """Return what is equal for lines that say the same of parts of their countries."""
        return self.line.serves_parts, self.line.only_for.get("subdivisions", ())


@dataclass(frozen=True)
class PlacedRule:
    """A rule for hours with its path."""

    rule: Rule
    tier: str
    path: Path
    """Of the rule: of its hours, where it says nothing else."""

    hours_path: Path
    """Of the hours; where there are none, of what stands for them."""

    text: str
    """The hours as the file writes them, or nothing."""

    region: PlacedRegion
    """The region that states it, or that holds the line that does."""

    line: PlacedLine | None
    """The line that states it, if it is one."""

    content: Mapping[str, Any]

    @property
    def countries(self) -> frozenset[str]:
        """Return the countries whose callers it can be for."""
        return self.region.countries if self.line is None else self.line.served


@dataclass(frozen=True)
class PlacedException:
    """An exception that states hours, with its path."""

    exception: DayException
    path: Path
    """Of its hours."""

    text: str
    """Its hours as the file writes them."""


@dataclass
class Ground:
    """All that a rule is given. Nothing in it changes but how much has been guessed."""

    directory: Facts
    content: Mapping[str, Any]
    text: str
    """The file as it was written."""

    today: dt.date
    confirm_within_days: int
    """After how many days a source should be read again."""

    regions: tuple[PlacedRegion, ...]
    lines: tuple[PlacedLine, ...]
    """Without those in `refused`."""

    rules: tuple[PlacedRule, ...]
    refused: Mapping[Path, Mapping[str, Any]] = field(default_factory=dict)
    """What the file says of lines that are no part of the directory, for they are wrong."""

    is_whole: bool = True
    """Whether nothing is wrong in the file, so that what is not here is not there."""

    has_countries: bool = True
    """Whether it is known which countries the regions have."""

    _guessed: int = 0
    _chains: dict[object, tuple[tuple[Region, ...], ...]] = field(default_factory=dict)

    def calls_of(self, placed: PlacedRule) -> Calls:
        """Return the calls that a rule decides."""
        return self._calls.get(id(placed.rule), NO_CALLS)

    def chains_of(self, placed: PlacedLine) -> tuple[tuple[Region, ...], ...]:
        """Return the regions of the callers of a line, from the inside outwards, each chain once.

        They are those around the line where it has no callers, and for who is guessed to call it.
        """
        is_guessed = placed.line.id in self._guessed_lines
        alike = (placed.region.path, placed.served, placed.parts, is_guessed)
        if alike not in self._chains:
            found = {
                chain[0].id: chain
                for country in sorted(placed.served)
                for chain in self.chains_in(placed, country)
            }
            if is_guessed or not found:
                found.setdefault(placed.region.region.id, placed.region.regions)
            self._chains[alike] = tuple(found.values())
        return self._chains[alike]

    def chains_in(self, placed: PlacedLine, country: str) -> Iterator[tuple[Region, ...]]:
        """Yield the regions of the callers of a line from one country, as `chains_of` does."""
        for chain in chains_served(self.directory, placed.line, country):
            if placed.region.region in chain:
                yield chain

    @cached_property
    def named(self) -> frozenset[str]:
        """The countries that the source names: not those that are the rest of the world."""
        unnamed = {
            country
            for placed in self.regions
            if getattr(placed.content.get("countries"), "is_rest", False)
            for country in placed.region.countries
        }
        every = {country for placed in self.regions for country in placed.countries}
        return frozenset(filter(self.directory.is_named, every - unnamed))

    @cached_property
    def index(self) -> Index:
        """What `lookup` needs to ask the directory."""
        return Index(self.directory)

    @cached_property
    def _guessed_lines(self) -> frozenset[str]:
        return frozenset(line for guess in self.directory.guesses for line in guess.lines)

    @cached_property
    def _calls(self) -> dict[int, Calls]:
        return calls_by_rule(self.directory)

    @property
    def exceptions(self) -> Iterator[PlacedException]:
        """Yield the exceptions of regions, lines and rules that state hours."""
        records: tuple[tuple[Any, Any], ...] = (
            *((placed, placed.region) for placed in self.regions),
            *((placed, placed.line) for placed in self.lines),
            *((placed, placed.rule) for placed in self.rules),
        )
        for placed, record in records:
            for index, one in enumerate(record.exceptions):
                text = placed.content["exceptions"][index].get("hours")
                if text is not None:
                    yield PlacedException(one, (*placed.path, "exceptions", index, "hours"), text)

    def may_guess(self) -> bool:
        """Return whether another number may be compared with all that it may have been."""
        self._guessed += 1
        return self._guessed <= MAX_GUESSES


def lay_ground(part: SoundPart, text: str, today: dt.date, confirm_within_days: int) -> Ground:
    """Return what is looked at, for what is left of a file of this *text*."""
    directory, content, refused, has_countries = part
    regions: list[PlacedRegion] = []
    for index, region in enumerate(directory.regions):
        written = content["regions"][index]
        _place_region(directory, region, ("regions", index), written, (), regions)
    lines = tuple(_place_lines(directory, regions, refused))
    by_region: dict[int, list[PlacedLine]] = {}
    for line in lines:
        by_region.setdefault(id(line.region), []).append(line)
    rules = [
        rule
        for region in regions
        for rule in (
            *_place_rules(region.region, region, None),
            *(
                inner
                for line in by_region.get(id(region), ())
                for inner in _place_rules(line.line, region, line)
            ),
        )
    ]
    return Ground(
        directory, content, text, today, confirm_within_days,
        tuple(regions), lines, tuple(rules), refused, has_countries=has_countries,
    )  # fmt: skip


def _place_region(
    facts: Facts,
    region: Region,
    path: Path,
    content: Mapping[str, Any],
    around: tuple[PlacedRegion, ...],
    found: list[PlacedRegion],
) -> None:
    placed = PlacedRegion(region, path, content, around, facts.countries_of(region.id))
    found.append(placed)
    for index, inner in enumerate(region.regions):
        below = content["regions"][index]
        _place_region(facts, inner, (*path, "regions", index), below, placed.chain, found)


def _place_lines(
    facts: Facts, regions: list[PlacedRegion], refused: Mapping[Path, Any]
) -> Iterator[PlacedLine]:
    for region in regions:
        for index, line in enumerate(region.region.lines):
            path = (*region.path, "lines", index)
            if path not in refused:
                content = region.content["lines"][index]
                served = facts.served_by(line)
                number = content.get("number", "")
                yield PlacedLine(line, path, content, region, served, number)


def _place_rules(
    record: Any, region: PlacedRegion, line: PlacedLine | None
) -> Iterator[PlacedRule]:
    """Yield the rules of a region or line, whichever of its short forms the file uses."""
    where = region if line is None else line
    for tier, rules in record.availability.items():
        written = where.content["availability"][tier]
        path = (*where.path, "availability", tier)
        entries = [(path, written)]
        if isinstance(written, list):
            entries = [((*path, index), one) for index, one in enumerate(written)]
        # What is left to the level around is no rule of the record.
        entries = [(here, one) for here, one in entries if not _inherits(one)]
        for rule, (here, content) in zip(rules, entries):
            if isinstance(content, str):
                yield PlacedRule(rule, tier, here, here, content, region, line, {})
            else:
                key = next((one for one in _OUTCOMES if one in content), "")
                text = content.get("hours", "")
                yield PlacedRule(rule, tier, here, (*here, key), text, region, line, content)


def _inherits(content: Any) -> bool:
    return isinstance(content, dict) and "inherit" in content


def entry_path(content: Mapping[str, Any], path: Path, key: str, index: int) -> Path:
    """Return the path of an entry of what a record has in the list *key*.

    In the file it may be one text instead, or be part of a condition, the keys of languages
    with their modes, or a list in which parts of countries stand as well.
    """
    short = path
    if key not in content and key in (content.get("for") or {}):
        content, short = content["for"], (*path, "for")
    written, is_of_parts = content.get(key), False
    if key == "parts":
        key, is_of_parts = _key_of_part(content, index)
        written = content.get(key)
        index -= _parts_before(content, key)
    if isinstance(written, dict):
        tags = [tag for tag in written if tag != ANY_LANGUAGE]
        return (*short, key, tags[index]) if key == "languages" else (*short, key)
    if not isinstance(written, list):
        return (*short, key)
    if key in _OF_PLACES:
        numbers = [at for at, one in enumerate(written) if ("-" in one) is is_of_parts]
        return (*short, key, numbers[index])
    return (*short, key, index)


def _key_of_part(content: Mapping[str, Any], index: int) -> tuple[str, bool]:
    """Return which list of a region holds its part number *index*."""
    first = _parts_in(content.get("countries"))
    return ("countries" if index < first else "countries_not_named"), True


def _parts_before(content: Mapping[str, Any], key: str) -> int:
    return 0 if key == "countries" else _parts_in(content.get("countries"))


def _parts_in(value: Any) -> int:
    """Return how many parts of countries a list, or one text, names."""
    listed = value if isinstance(value, list) else [value]
    return sum(isinstance(one, str) and "-" in one for one in listed)
