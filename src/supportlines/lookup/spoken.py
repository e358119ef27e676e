"""The languages of a line as one caller sees them: which, how well, and when."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import prod
from typing import TYPE_CHECKING, NamedTuple, Sequence

from supportlines.directory import ANY_LANGUAGE, LIVE_CHANNELS, OTHER, Line, Rule
from supportlines.hours import Schedule, intersection
from supportlines.languages import best_match
from supportlines.lookup.closures import closure_of
from supportlines.lookup.conditions import UNLISTED, completed, parts_left_to
from supportlines.lookup.histories import Stated, Variant, variants_for
from supportlines.lookup.inside import chain_through
from supportlines.lookup.language_hours import LanguageHours, OtherHours
from supportlines.lookup.narrowed import narrowed
from supportlines.lookup.resolution import heard_of, is_for_tier, languages_of, tiers_within
from supportlines.lookup.validity import presence

if TYPE_CHECKING:
    from supportlines.directory import Facts, Region
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.candidates import Candidate
    from supportlines.lookup.conditions import Limit, Limits, Replies
    from supportlines.lookup.histories import Variants
    from supportlines.lookup.replies import Promised
    from supportlines.lookup.rule_hours import SharedHours

MESSAGES = Rule(hours=Schedule.parse("24/7"))
"""Stands for what nobody writes down: that a form or a mailbox takes messages at any time."""
_NEVER = Rule(hours=Schedule.parse("off"))
"""And for the hours of a line for those whom it does not serve."""


class Refused(NamedTuple):
    """Callers whom a line does not serve, whatever the hour."""

    replies: Replies
    """What they say, all of it; or of one thing what they may say."""
    note: str
    """Why."""


class OfferedLanguage(NamedTuple):
    """A language on a line, as this caller sees it."""

    tag: str | None
    """BCP 47 tag, or None where nobody says what is spoken."""
    wanted: str | None
    """The caller's tag that it satisfies."""
    rank: int | None
    """The place of that tag among the caller's; 0 for all if the caller has no wish."""
    hours: LanguageHours
    """When it is spoken, or messages in it are taken, whatever the dates of the line."""
    mode: str | None = None
    """How it is served: "native", "interpreter", "best_effort"; None if nobody says it."""
    limits: Limits = ()
    """Who is served at all, as far as that is left open."""
    refused: tuple[Refused, ...] = ()
    """Who is not served, where limits cannot say it."""
    depends_on: tuple[str, ...] = ()
    """What its hours depend on and the caller did not say."""
    staffed: LanguageHours | None = None
    """When somebody answers messages, where they are taken at other times as well."""
    promised: Promised | None = None
    """Until when an answer in it comes."""

    @property
    def working(self) -> LanguageHours:
        """When somebody works on what comes in."""
        return self.hours if self.staffed is None else self.staffed


class _Asked(NamedTuple):
    """For whom hours are looked up: what those of a line must know that are after another's."""

    tag: str | None
    desk: str | None
    chain: tuple[Region, ...]
    """The regions in which the caller is."""
    among: Limits
    """For whom the line is that was called first."""
    given: Replies = ()
    """What the caller is taken to reply."""

    @property
    def key(self) -> tuple[object, ...]:
        """Equal where nothing makes a difference."""
        chain = tuple(region.id for region in self.chain)
        return (self.tag, self.desk, chain, self.among, self.given)


class Spoken:
    """Makes the languages of lines for one caller; the same rules are read once."""

    def __init__(self, facts: Facts, shared: SharedHours, caller: Caller) -> None:
        self._facts = facts
        self._shared = shared
        self._caller = caller
        self._hours: dict[object, LanguageHours] = {}

    @property
    def asks_calendar(self) -> bool:
        """Whether any of the hours rests on a calendar of public holidays."""
        return any(hours.asks_calendar for hours in self._hours.values())

    def is_assumed(self, one: Candidate) -> bool:
        """Return whether the languages of a line are only assumed."""
        line = one.line
        stated = line.speaks_any or languages_of(line, one.chain)
        return not stated and bool(self._facts.assumed_languages)

    def languages(
        self, one: Candidate, desk: str | None
    ) -> tuple[Sequence[OfferedLanguage], Rule | None]:
        """Return the languages in which the line serves the caller, and the rule why not in others.

        If it does in some, that is one for a language that the caller asks for, or None.
        """
        found: list[OfferedLanguage] = []
        refused: Rule | None = None
        missed: Rule | None = None
        caller = narrowed(self._caller, one.limits)
        for tag, mode in self._tags(one):
            variants = variants_for(self._facts, one.line, one.chain, caller, tag, desk)
            refusing = [each.not_available for each in variants if each.not_available is not None]
            if len(refusing) == len(variants):
                refused = refused or refusing[0]
                if tag is not None and best_match(self._caller.languages, [tag]) is not None:
                    missed = missed or refusing[0]
                continue
            found.append(self._offered(one, tag, mode, desk, variants))
        return found, missed if found else refused

    def _offered(
        self,
        one: Candidate,
        tag: str | None,
        mode: str | None,
        desk: str | None,
        variants: Variants,
    ) -> OfferedLanguage:
        caller, line = self._caller, one.line
        match = best_match(caller.languages, [tag]) if tag is not None else None
        rank = match.rank if match is not None else None
        if not caller.languages:
            rank = 0
        hours = self._read(_Asked(tag, desk, one.chain, one.limits), variants)
        staffed = None
        if not line.is_live and not self._says_when(line):
            hours, staffed = (
                self._read(_Asked(None, desk, one.chain, ()), (self._messages(line),)),
                hours,
            )
        elif not line.is_live and line.channel in LIVE_CHANNELS:
            staffed = self._of_regions(one, tag, desk)
        wanted = match.wanted if match is not None else None
        limits, refused = _told_of_served(self._facts, variants)
        names = tuple(name for name, _ in variants[0].given)
        return OfferedLanguage(
            tag, wanted, rank, hours, mode, limits, refused, names, staffed=staffed
        )

    def _of_regions(
        self, one: Candidate, tag: str | None, desk: str | None
    ) -> LanguageHours | None:
        """Return when somebody listens to a voicemail, whose own hours are those of recording.

        Those are the hours of the regions, as of a line that says nothing itself.
        """
        tiers = tiers_within(self._facts, self._caller.tier)
        if not any(tier in region.availability for region in one.chain for tier in tiers):
            return None
        said = {key: value for key, value in vars(one.line).items() if key != "availability"}
        silent = Line.of({**said, "inherits": ()})
        caller = narrowed(self._caller, one.limits)
        variants = variants_for(self._facts, silent, one.chain, caller, tag, desk)
        return self._read(_Asked(tag, desk, one.chain, one.limits), variants)

    def _tags(self, one: Candidate) -> Sequence[tuple[str | None, str | None]]:
        """Return the line's languages, each with how it is served."""
        line = one.line
        stated = languages_of(line, one.chain)
        modes = line.language_modes if line.languages or line.speaks_any else {}
        found: list[tuple[str | None, str | None]] = [
            (tag, modes.get(tag, "native")) for tag in stated
        ]
        if line.speaks_any:
            mode = modes[ANY_LANGUAGE]
            wishes = self._caller.languages
            others = [tag for tag in wishes if best_match([tag], stated) is None]
            found += [(tag, mode) for tag in others]
            return found or [(None, mode)]
        if found:
            return found
        assumed = self._facts.assumed_languages
        return [(tag, None) for tag in assumed] if assumed else [(None, None)]

    def _says_when(self, line: Line) -> bool:
        """Return whether a line for messages says itself when it takes them."""
        tiers = tiers_within(self._facts, self._caller.tier)
        return any(tier in line.availability for tier in tiers)

    def _messages(self, line: Line) -> Variant:
        """Return that messages are taken at any time, but for exceptions of the line itself."""
        tier = self._caller.tier
        over = [one for one in line.exceptions if is_for_tier(one, tier)]
        closures = tuple(closure_of(self._facts, one, line.source) for one in over)
        return Variant((), (Stated((MESSAGES,), closures, tier),))

    def _read(self, asked: _Asked, variants: Variants) -> LanguageHours:
        key = tuple(
            (one.given, one.not_available is None, *(each.key for each in one.stated))
            for one in variants
        )
        follows = any(each.first.after for one in variants for each in one.stated)
        caller = narrowed(self._caller, asked.among)
        known = (key, asked.key) if follows else (key, parts_left_to(caller))
        if known not in self._hours:
            after = partial(self._after, asked) if follows else None
            self._hours[known] = LanguageHours(self._facts, self._shared, variants, caller, after)
        return self._hours[known]

    def _after(self, asked: _Asked, identifier: str, given: Replies) -> OtherHours:
        """Return the hours of another line while it is there: see `_hours_of`."""
        hours = self._hours_of(asked._replace(given=(*asked.given, *given)), identifier)
        there = presence(self._facts.line(identifier)[0], self._caller)
        lines, usual_lines = hours.time_lines, hours.usual_lines
        line, usual = hours.line, hours.usual
        if there is not None:
            lines = tuple((zone, intersection(one, there)) for zone, one in lines)
            usual_lines = tuple((zone, intersection(one, there)) for zone, one in usual_lines)
            line, usual = intersection(line, there), intersection(usual, there)
        return OtherHours(lines, line, hours.grounds, usual_lines, usual, hours.heard)

    def _hours_of(self, asked: _Asked, identifier: str) -> LanguageHours:
        """Return the hours of another line.

        Those of the language and of the desk, if it has them, else of all.
        """
        facts = self._facts
        line, own = facts.line(identifier)
        # What is said of a desk is said of the line that was called first.
        caller = replace(completed(narrowed(self._caller, asked.among), asked.given), desk=None)
        chain = chain_through(facts, caller, asked.chain, own)
        desk = asked.desk if asked.desk in facts.desks_of(line) else None
        tags = heard_of(facts, line, chain, asked.tag)
        variants = [
            tuple(map(_closed_if_refused, variants_for(facts, line, chain, caller, one, desk)))
            for one in tags
        ]
        joined = variants[0]
        if len(variants) > 1:
            joined = tuple(_all_languages(one) for one in zip(*_aligned(variants)))
        tag = tags[0] if len(tags) == 1 else None
        return self._read(asked._replace(tag=tag, desk=desk, chain=chain), joined)


def _closed_if_refused(one: Variant) -> Variant:
    """Return *one* with hours that never come where a rule says that the line is not available."""
    if one.not_available is None:
        return one
    return Variant(one.given, (Stated((_NEVER,), (), ""),))


def _aligned(variants: Sequence[Variants]) -> Sequence[Variants]:
    """Return variants of several languages with one for each reply that any of them tells apart."""
    most = max(variants, key=len)
    return [one * len(most) if len(one) == 1 else one for one in variants]


def _all_languages(variants: Sequence[Variant]) -> Variant:
    """Return what is stated for any of several languages."""
    stated = {one.key: one for variant in variants for one in variant.stated}
    given = max((one.given for one in variants), key=len)
    return Variant(given, tuple(stated.values()))


def limits_of_served(variants: Variants) -> tuple[Limits, tuple[Refused, ...]]:
    """Return who is served, where some are not whatever the hour.

    Where that depends on several things together, each is a limit with all that may be said of
    it, and the replies of those who are not served come with the reason.
    """
    if all(one.not_available is None for one in variants):
        return (), ()
    served = [dict(one.given) for one in variants if one.not_available is None]
    every = [
        (name, tuple(dict.fromkeys(dict(one.given)[name] for one in variants)))
        for name, _ in variants[0].given
    ]
    limits = [
        (name, tuple(value for value in values if any(one[name] == value for one in served)))
        for name, values in every
    ]
    if prod(len(values) for _, values in limits) == len(served):
        return tuple(one for one, all_of in zip(limits, every) if one != all_of), ()
    refused = tuple(
        Refused(one.given, str(one.not_available.not_available))
        for one in variants
        if one.not_available is not None
    )
    return tuple(every), refused


def _told_of_served(facts: Facts, variants: Variants) -> tuple[Limits, tuple[Refused, ...]]:
    """Return the same in the words of an answer: of what has no list of all that may be said.

    There it is told who is not served, and the limit is all that conditions name.
    """
    limits, refused = limits_of_served(variants)
    found: list[Limit] = []
    excepted: list[Refused] = []
    for name, served in limits:
        if refused or name not in UNLISTED or OTHER not in served:
            found.append((name, served))
            continue
        notes: dict[str, dict[str, None]] = {}
        every = dict.fromkeys(facts.carriers.values() if name == "carrier" else ())
        for one in variants:
            value = dict(one.given)[name]
            every[value] = None
            if value not in served and one.not_available is not None:
                notes.setdefault(str(one.not_available.not_available), {})[value] = None
        found.append((name, tuple(every)))
        excepted += (
            Refused(tuple((name, value) for value in values), note)
            for note, values in notes.items()
        )
    return tuple(found), (*refused, *excepted)
