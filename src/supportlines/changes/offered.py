"""What callers of a country are offered by a directory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Iterator, NamedTuple, Protocol, Sequence, Tuple

from supportlines.changes.callers import understood
from supportlines.changes.holidays import kept_by
from supportlines.directory import ANY_LANGUAGE
from supportlines.lookup import Index, Question, caller_of
from supportlines.lookup.conditions import limits_of, with_replies
from supportlines.lookup.histories import variants_for
from supportlines.lookup.inside import chain_through
from supportlines.lookup.narrowed import narrowed
from supportlines.lookup.offers import offerings
from supportlines.lookup.replies import promises_of
from supportlines.lookup.resolution import (
    desks_told,
    dialable_from,
    languages_of,
    lines_for,
    local_zones,
    parts_listed,
)
from supportlines.lookup.unnamed import unnamed_language

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

NOT_DIALABLE = "not_dialable_from_there"
"""Why a line is not offered where it cannot be dialled."""

Asked = Tuple[str, "Replied"]
"""A tier, and what else a caller says."""


class CallKey(NamedTuple):
    """Who calls a line, in what language."""

    tag: str | None
    """BCP 47 tag, `any` for those that nobody names, or None where nobody says what is spoken."""
    tier: str
    said: Replied
    desk: str | None
    """Told where the directory has several."""


class _Asking(NamedTuple):
    """A caller who says something of the names that are compared."""

    caller: Caller
    tier: str
    said: Replied
    part: str | None
    """The part of the country that they say, if it is one of those names."""
    unnamed: str
    """A language that stands for those that nobody names."""

    def means(self, line: Line, tag: str | None) -> bool:
        """Return whether *tag* of *line* is meant: of lines that take any, others are as well.

        For those a caller asks who wants one that rules name, or nobody.
        """
        if self.caller.languages:
            return line.speaks_any and tag in self.caller.languages and tag not in line.languages
        return not line.speaks_any or tag in line.languages

    def key(self, tag: str | None, desk: str | None) -> CallKey:
        """Return who calls for *desk* in the language *tag*."""
        return CallKey(self.tag_of(tag), self.tier, self.said, desk)

    def tag_of(self, tag: str | None) -> str | None:
        """Return what stands for the language *tag*."""
        return ANY_LANGUAGE if tag == self.unnamed else tag


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
    """When somebody works on what comes in, where a reply is promised within hours of that."""

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
        """The languages, also those that rules name and the line serves among any."""
        return tuple(dict.fromkeys(one.tag for one in (*self.spoken, *self.refused)))

    @property
    def told(self) -> tuple[str | None, ...]:
        """The languages without those that are only among any."""
        own = (*self.line.languages, ANY_LANGUAGE) if self.line.speaks_any else self.tags
        return tuple(tag for tag in self.tags if tag in own)


@dataclass(frozen=True)
class Offers:
    """All of it, by the id of the line."""

    by_line: dict[str, OfferedLine]
    withheld: dict[str, tuple[Line, Reason]]
    """Lines that are not offered, each with the reason."""
    abroad: frozenset[str] = frozenset()
    """The lines of these that are read as who calls from abroad is offered them."""


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
        any_language = {line.id for line, _ in directory.lines() if line.speaks_any}
        self._any_language = frozenset(
            country
            for country in self.listed | self.guessed
            if any(line.id in any_language for line, _ in lines_for(directory, country))
        )
        self._unnamed = unnamed_language(directory)
        of_rules = sorted({tag for rule in directory.rules() for tag in rule.languages})
        self._tongues = (*of_rules, self._unnamed)
        """Languages of which the hours of lines that take any may differ."""

    def zones(self, country: str) -> tuple[str, ...]:
        """Return the zones that local time may mean in *country*."""
        return local_zones(self.directory, country, None)

    def offers(
        self,
        country: str,
        zone: str | None,
        names: Sequence[str],
        asked: Sequence[Asked],
        calling_from: str | None = None,
    ) -> Offers:
        """Return what callers who say in which zone they are get offered within the window.

        Args:
            country: Where they are.
            zone: In which zone.
            names: What else they say something of.
            asked: The tier of each, and what is said of each of *names*.
            calling_from: In which country their phones stand; None for their own.
        """
        by_line: dict[str, OfferedLine] = {}
        withheld: dict[str, tuple[Line, Reason]] = {}
        for one in asked:
            asking = self._asking(country, zone, names, one)
            if calling_from is not None:
                caller = replace(asking.caller, calling_from=calling_from)
                asking = asking._replace(caller=caller)
            self._read(by_line, withheld, asking)
            for tag in self._tongues if country in self._any_language else ():
                other = replace(asking.caller, languages=(tag,))
                self._read(by_line, {}, asking._replace(caller=other))
        served = {name: one for name, one in by_line.items() if one.spoken}
        return Offers(served, withheld)

    def places_abroad(self, offers: Offers) -> dict[str, tuple[str, ...]]:
        """Return from which countries lines are used that cannot be at home, by their ids."""
        found = {}
        for one, (line, reason) in offers.withheld.items():
            if reason.code == NOT_DIALABLE and one not in offers.by_line:
                _, chain = self.directory.line(one)
                places = dialable_from(self.directory, line, chain[0]) or ()
                countries = (part.partition("-")[0] for part in line.dialable_from_parts)
                found[one] = (*places, *countries)
        return found

    def _asking(
        self, country: str, zone: str | None, names: Sequence[str], asked: Asked
    ) -> _Asking:
        tier, said = asked
        caller = caller_of(self.directory, Question(country, tier=tier, time_zone=zone))
        given = []
        for name, value in zip(names, said):
            known = None if value is None else understood(self.directory, name, value)
            given += [(name, known)] if known is not None else []
        part = dict(zip(names, said)).get("subdivision")
        return _Asking(with_replies(caller, tuple(given)), tier, said, part, self._unnamed)

    def _read(
        self,
        by_line: dict[str, OfferedLine],
        withheld: dict[str, tuple[Line, Reason]],
        asking: _Asking,
    ) -> None:
        """Read what one caller is offered, and what is withheld."""
        caller = asking.caller
        found = offerings(self.directory, self._index, caller, self._start, self._end)
        for each in found:
            withheld.update((one.line.id, (one.line, one.reason)) for one in each.withheld)
            self._take(by_line, each, asking)
        if caller.country in self._refusing:
            self._take_refused(by_line, asking)

    def _take(self, by_line: dict[str, OfferedLine], found: Offering, asking: _Asking) -> None:
        caller, part = asking.caller, asking.part
        for offers, is_guess in ((found.offers, False), (found.guesses, True)):
            for offer in offers:
                rows = {
                    one.tag: one for one in offer.languages if asking.means(offer.line, one.tag)
                }
                if not rows:
                    continue
                line = self._line(by_line, offer.line, caller.country)
                known = line if line.spoken else self._filled(line, offer, is_guess=is_guess)
                by_line[offer.line.id] = known
                if part not in known.replies:
                    known.replies[part] = self._replies(offer.line, caller)
                for tag, one in rows.items():
                    known.modes[asking.tag_of(tag)] = one.mode
                    hours = self._hours(caller, one, known.replies[part])
                    for desk in offer.desks or (None,):
                        known.spoken[asking.key(tag, desk)] = hours

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
        """Return when *one* is served, and when open time is that a reply is promised within."""
        working = None
        if any(each.within.unit.startswith("open") for each in replies):
            working = TierHours(self.directory, caller, one.working)
        return TierHours(self.directory, caller, one.hours, working)

    def _replies(self, line: Line, caller: Caller) -> tuple[Reply, ...]:
        """Return what is promised to *caller*."""
        _, own = self.directory.line(line.id)
        chain = chain_through(self.directory, caller, (), own)
        return promises_of(self.directory, line, chain)

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

    def _take_refused(self, by_line: dict[str, OfferedLine], asking: _Asking) -> None:
        """Take whom lines do not serve since the directory says so."""
        caller, facts = asking.caller, self.directory
        calendar = self._index.calendar
        for second in (self._start, *calendar.changes(caller, self._start, self._end)):
            usable, _ = self._index.candidates(caller, calendar.generation(caller, second))
            for one in usable:
                whom = narrowed(caller, one.limits)
                tags: Sequence[str | None] = languages_of(one.line, one.chain)
                tags = [*(tags or facts.assumed_languages or (None,)), *caller.languages]
                for tag in (tag for tag in tags if asking.means(one.line, tag)):
                    for desk in desks_told(facts, one.line) or (None,):
                        variants = variants_for(facts, one.line, one.chain, whom, tag, desk)
                        refusing = [each.not_available for each in variants]
                        if refusing[0] is None or None in refusing:
                            continue
                        line = self._line(by_line, one.line, caller.country)
                        by_line[one.line.id] = line
                        line.refused[asking.key(tag, desk)] = refusing[0]


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
    found += parts_listed(facts, chain[0], country) or ()
    own = tuple(dict.fromkeys(one for one in found if one.startswith(f"{country}-")))
    if own:
        yield "subdivision", own
