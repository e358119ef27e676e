"""What callers of a country are offered by a directory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Iterator, NamedTuple, Protocol, Sequence, Tuple

from supportlines.changes.callers import understood
from supportlines.changes.holidays import kept_by
from supportlines.lookup import Index, Question, caller_of
from supportlines.lookup.conditions import limits_of, with_replies
from supportlines.lookup.histories import variants_for
from supportlines.lookup.inside import chain_through
from supportlines.lookup.offers import offerings
from supportlines.lookup.resolution import desks_told, languages_of, local_zones

if TYPE_CHECKING:
    from supportlines.changes.callers import Replied
    from supportlines.changes.holidays import Kept
    from supportlines.changes.window import Window
    from supportlines.directory import Facts, Line, Region, Reply, Rule
    from supportlines.hours import TimeLine
    from supportlines.lookup import Caller
    from supportlines.lookup.answer import Reason
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.histories import Stated
    from supportlines.lookup.offers import Offer, Offering
    from supportlines.lookup.spoken import OfferedLanguage
    from supportlines.phones import Cost

Asked = Tuple[str, "Replied"]
"""A tier, and what else a caller says."""


class CallKey(NamedTuple):
    """Who calls a line, in what language."""

    tag: str | None
    tier: str
    said: Replied
    desk: str | None
    """Told where the directory has several."""


class _Hours(Protocol):
    """Hours as `lookup` offers them."""

    @property
    def line(self) -> TimeLine:
        """The hours, as far as they are certain."""

    @property
    def clocks(self) -> tuple[str, ...]:
        """Zones on whose clocks they are written."""

    @property
    def stated(self) -> tuple[Stated, ...]:
        """The rules that they are made of."""


@dataclass(frozen=True)
class TierHours:
    """A language on a line, for one caller."""

    facts: Facts
    caller: Caller
    language: _Hours
    working: TierHours | None = None
    """When messages are worked on, where a reply is promised within hours of that."""

    @property
    def hours(self) -> TimeLine:
        """The hours, as far as they are certain."""
        return self.language.line

    @property
    def zones(self) -> tuple[str, ...]:
        """Zones on whose clocks the hours are written; "caller" is the caller's own."""
        return self.language.clocks

    @property
    def kept(self) -> Kept | None:
        """The public holidays that the hours speak of, if it is of one sort."""
        return kept_by(self.facts, self.caller, self.language.stated)


@dataclass(frozen=True)
class OfferedLine:
    """A line as callers of a country see it."""

    line: Line
    country: str
    desks: tuple[str, ...]
    """Told where the directory has several."""
    cost: Cost
    is_fallback: bool
    is_guess: bool
    is_assumed: bool
    """Whether the languages are only assumed."""

    presence: TimeLine | None
    """When it is there, or None if it always is."""
    limits: Limits
    """For whom it is, parts of the country included."""
    replies: dict[str | None, tuple[Reply, ...]] = field(default_factory=dict)
    """What is promised of when a first answer comes, by the part of the country that is said."""
    spoken: dict[CallKey, TierHours] = field(default_factory=dict)
    """Whom it serves when."""
    refused: dict[CallKey, Rule] = field(default_factory=dict)
    """Whom it does not serve, as the directory says."""
    modes: dict[str | None, str | None] = field(default_factory=dict)
    """How each language is served."""

    @property
    def callers(self) -> frozenset[Asked]:
        """Those who hear of it, if only that it does not serve them."""
        return frozenset((one.tier, one.said) for one in (*self.spoken, *self.refused))

    @property
    def tags(self) -> tuple[str | None, ...]:
        """The languages."""
        return tuple(dict.fromkeys(one.tag for one in (*self.spoken, *self.refused)))


@dataclass(frozen=True)
class Offers:
    """All of it, by the id of the line."""

    by_line: dict[str, OfferedLine]
    withheld: dict[str, tuple[Line, Reason]]
    """Lines that are not offered, each with the reason."""


class Reader:
    """Reads what one directory offers."""

    def __init__(self, directory: Facts, window: Window) -> None:
        self.directory = directory
        self._index = Index(directory)
        start, end = window.seconds
        self._start, self._end = start, end
        listed = [directory.countries_of(region.id) for region in directory.regions]
        self.listed: frozenset[str] = frozenset().union(*listed)
        self.guessed: frozenset[str] = frozenset(
            country for guess in directory.guesses for country in guess.countries
        )
        self._refusing = frozenset(_refusing(directory))

    def zones(self, country: str) -> tuple[str, ...]:
        """Return the zones that local time may mean in *country*."""
        return local_zones(self.directory, country, None)

    def offers(
        self, country: str, zone: str | None, names: Sequence[str], asked: Sequence[Asked]
    ) -> Offers:
        """Return what callers who say in which zone they are get offered within the window.

        Args:
            country: Where they are.
            zone: In which zone.
            names: What else they say something of.
            asked: The tier of each, and what is said of each of *names*.
        """
        by_line: dict[str, OfferedLine] = {}
        withheld: dict[str, tuple[Line, Reason]] = {}
        for one in asked:
            caller = self._caller(country, zone, names, one)
            found = offerings(self.directory, self._index, caller, self._start, self._end)
            for each in found:
                for line, reason in each.withheld:
                    withheld[line.id] = (line, reason)
                self._take(by_line, each, caller, one, dict(zip(names, one[1])).get("subdivision"))
            if country in self._refusing:
                self._take_refused(by_line, caller, one)
        served = {name: one for name, one in by_line.items() if one.spoken}
        return Offers(served, withheld)

    def _caller(self, country: str, zone: str | None, names: Sequence[str], asked: Asked) -> Caller:
        tier, said = asked
        caller = caller_of(self.directory, Question(country, tier=tier, time_zone=zone))
        given = []
        for name, value in zip(names, said):
            known = None if value is None else understood(self.directory, name, value)
            given += [(name, known)] if known is not None else []
        return with_replies(caller, tuple(given))

    def _take(
        self,
        by_line: dict[str, OfferedLine],
        found: Offering,
        caller: Caller,
        asked: Asked,
        part: str | None,
    ) -> None:
        tier, said = asked
        for offers, is_guess in ((found.offers, False), (found.guesses, True)):
            for offer in offers:
                line = self._line(by_line, offer.line, caller.country)
                known = line if line.spoken else self._filled(line, offer, is_guess=is_guess)
                by_line[offer.line.id] = known
                if part not in known.replies:
                    known.replies[part] = self._replies(offer.line, caller)
                known.modes.update({one.tag: one.mode for one in offer.languages})
                known.spoken.update(
                    {
                        CallKey(one.tag, tier, said, desk): self._hours(
                            caller, one, known.replies[part]
                        )
                        for one in offer.languages
                        for desk in offer.desks or (None,)
                    }
                )

    def _line(self, by_line: dict[str, OfferedLine], line: Line, country: str) -> OfferedLine:
        """Return what is known of *line*, or what stands there of it."""
        if line.id in by_line:
            return by_line[line.id]
        facts = self.directory
        _, chain = facts.line(line.id)
        parts = tuple(_parts(facts, line, chain, country))
        limits = tuple(one for one in limits_of(line.only_for) if one[0] != "subdivision")
        return OfferedLine(
            line=line,
            country=country,
            desks=desks_told(facts, line),
            cost="unknown",
            is_fallback=False,
            is_guess=False,
            is_assumed=False,
            presence=None,
            limits=(*limits, *parts),
        )

    def _hours(self, caller: Caller, one: OfferedLanguage, replies: Sequence[Reply]) -> TierHours:
        """Return when *one* is served; of messages that are answered in open time, when that is."""
        working = None
        if one.staffed is not None and any(each.within.unit.startswith("open") for each in replies):
            working = TierHours(self.directory, caller, one.staffed)
        return TierHours(self.directory, caller, one.hours, working)

    def _replies(self, line: Line, caller: Caller) -> tuple[Reply, ...]:
        """Return what is promised to *caller*: by the line, else the nearest region, else by all.

        What regions and the directory say is said of messages.
        """
        if line.reply or line.is_live:
            return line.reply
        _, own = self.directory.line(line.id)
        chain = chain_through(self.directory, caller, (), own)
        return next((one.reply for one in chain if one.reply), self.directory.reply)

    @staticmethod
    def _filled(line: OfferedLine, offer: Offer, *, is_guess: bool) -> OfferedLine:
        return OfferedLine(
            **{
                **vars(line),
                "cost": offer.cost,
                "is_fallback": offer.is_fallback and not is_guess,
                "is_guess": is_guess,
                "is_assumed": offer.is_assumed,
                "presence": offer.presence,
            }
        )

    def _take_refused(self, by_line: dict[str, OfferedLine], caller: Caller, asked: Asked) -> None:
        """Take whom lines do not serve since the directory says so."""
        tier, said = asked
        calendar = self._index.calendar
        for second in (self._start, *calendar.changes(caller, self._start, self._end)):
            usable, _ = self._index.candidates(caller, calendar.generation(caller, second))
            for one in usable:
                tags = languages_of(one.line, one.chain) or self.directory.assumed_languages
                for tag in tags or (None,):
                    for desk in desks_told(self.directory, one.line) or (None,):
                        variants = variants_for(
                            self.directory, one.line, one.chain, caller, tag, desk
                        )
                        refusing = [each.not_available for each in variants]
                        if refusing[0] is None or None in refusing:
                            continue
                        line = self._line(by_line, one.line, caller.country)
                        by_line[one.line.id] = line
                        line.refused[CallKey(tag, tier, said, desk)] = refusing[0]


def _refusing(facts: Facts) -> Iterator[str]:
    """Yield the countries of which some callers may hear that they are not served."""
    for region in facts.every_region():
        if _refuses(region):
            yield from facts.countries_of(region.id)
    for line, _ in facts.lines():
        if _refuses(line):
            yield from facts.served_by(line)


def _refuses(level: Line | Region) -> bool:
    rules = (rule for tier in level.availability.values() for rule in tier)
    return any(rule.not_available is not None for rule in rules)


def _parts(
    facts: Facts, line: Line, chain: Sequence[Region], country: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of *country* that *line* is for, if it is not for all of it."""
    found = [*line.only_for.get("subdivisions", ())]
    if country not in line.serves:
        found += line.serves_parts
    if not any(chain[0] in one for one in facts.chains_of(country)):
        found += [part for part, one in facts.chains_of_parts(country) if chain[0] in one]
    own = tuple(dict.fromkeys(one for one in found if one.startswith(f"{country}-")))
    if own:
        yield "subdivision", own
