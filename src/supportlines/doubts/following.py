"""Doubts about hours that hold after another line: one that never closes, or never opens."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Iterable, Iterator

from supportlines.directory import CALLER
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.hours import OpeningHours, union
from supportlines.lookup import Question, caller_of
from supportlines.lookup.histories import variants_for
from supportlines.lookup.resolution import (
    chains_of_callers,
    guessed_for,
    languages_of,
    levels_of,
    tiers_within,
)
from supportlines.lookup.served import chains_served

if TYPE_CHECKING:
    from supportlines.directory import Line, Region
    from supportlines.doubts.ground import Ground, PlacedRule
    from supportlines.hours import State
    from supportlines.lookup import Caller
    from supportlines.lookup.histories import Variant

_YEARS = 2
"""So long the hours of the other line are looked at: every season is in it."""

_WORDS = {
    "closed": (
        "the line {} is never open, so there is nothing to wait for.",
        "State hours there, or write these without it.",
    ),
    "open": (
        "the line {} is never closed, so nobody ever answers after it.",
        "Compare the hours of both with the source.",
    ),
    "unknown": (
        "nobody says when the line {} is open, so it is not known when it is closed.",
        "State its hours, or those of this line.",
    ),
}
"""What is wrong if the other line has one state for ever, and what to do."""


def after_what_never_closes(ground: Ground) -> Iterator[Suspicion]:
    """Yield rules that hold after a line which is always or never open, or serves others."""
    followed = _Followed(ground)
    for placed in ground.rules:
        name = placed.rule.after
        if name is None:
            continue
        served = ground.directory.served_by(ground.directory.line(name)[0])
        if placed.countries and placed.countries.isdisjoint(served):
            found = f"the line {name} serves none of the countries that these hours are for."
            remedy = "Name the line that their callers call before."
        else:
            state = followed.only_state(placed, name)
            if state is None:
                continue
            words, remedy = _WORDS[state]
            found = words.format(name)
        yield Suspicion("after-never", (*placed.path, "after"), found, remedy, name)


class _Followed:
    """The states that lines have after which hours are, asked once for rules of like callers."""

    def __init__(self, ground: Ground) -> None:
        self._year = ground.today.year
        self._facts = ground.directory
        countries = {country for guess in self._facts.guesses for country in guess.countries}
        self._guessed = [
            (country, line, chain)
            for country in sorted(countries)
            for line, chain in guessed_for(self._facts, country)
        ]
        self._known: dict[object, State | None] = {}

    def only_state(self, placed: PlacedRule, name: str) -> State | None:
        """Return the one state that the line *name* ever has for callers of a rule, or None."""
        line, around = self._facts.line(name)
        if line.valid_from is not None or line.valid_until is not None:
            return None  # it is not always there
        guessed = [(one[0], one[2]) for one in self._guessed if _is_of(placed, one[1], one[2])]
        desks = self._desks(placed, line)
        alike = (
            name, placed.tier, placed.region.path, placed.countries,
            placed.line and placed.line.parts, tuple(country for country, _ in guessed), desks,
        )  # fmt: skip
        if alike not in self._known:
            found = (
                state
                for country, chain in (*self._callers(placed), *guessed)
                for other in self._chains_of(around, country, chain)
                for state in self._states(placed, line, other, country, desks)
            )
            self._known[alike] = _the_only(found)
        return self._known[alike]

    def _desks(self, placed: PlacedRule, line: Line) -> frozenset[str | None]:
        """Return the desks of *line* whose hours count; None stands for all of them together."""
        facts = self._facts
        own = facts.desk_ids if placed.line is None else facts.desks_of(placed.line.line)
        wanted = [one for one in own if not placed.rule.desks or one in placed.rule.desks]
        theirs = facts.desks_of(line)
        return frozenset(one if one in theirs else None for one in wanted or (None,))

    def _callers(self, placed: PlacedRule) -> Iterator[tuple[str, tuple[Region, ...]]]:
        """Yield the countries and regions of callers for whom the rule is."""
        facts, line = self._facts, None if placed.line is None else placed.line.line
        for country in sorted(placed.countries):
            for chain in (
                chains_of_callers(facts, country)
                if line is None
                else chains_served(facts, line, country)
            ):
                if placed.region.region in chain:
                    levels = levels_of(line, chain, placed.tier)
                    if any(rule is placed.rule for level in levels for rule in level):
                        yield country, chain

    def _chains_of(
        self, around: tuple[Region, ...], country: str, chain: tuple[Region, ...]
    ) -> Iterable[tuple[Region, ...]]:
        """Return the regions that may count on the other line for a caller in *chain*."""
        if around[0] in chain:
            return (chain,)
        others = [one for one in chains_of_callers(self._facts, country) if around[0] in one]
        return others or (around,)

    def _states(
        self,
        placed: PlacedRule,
        line: Line,
        chain: tuple[Region, ...],
        country: str,
        desks: Iterable[str | None],
    ) -> Iterator[State | None]:
        facts = self._facts
        tags = languages_of(line, chain) or facts.assumed_languages or (None,)
        for tier in (one.id for one in facts.tiers if placed.tier in tiers_within(facts, one.id)):
            caller = caller_of(facts, Question(country, tier=tier))
            for desk in desks:
                for tag in tags:
                    for variant in variants_for(facts, line, chain, caller, tag, desk):
                        yield self._of_variant(variant, caller)

    def _of_variant(self, variant: Variant, caller: Caller) -> State | None:
        zones = caller.local_zones or ("UTC",)
        alike = (variant.not_available, tuple(one.key for one in variant.stated), zones)
        if alike not in self._known:
            states = (_state_of(variant, zone, self._year) for zone in zones)
            self._known[alike] = _the_only(states)
        return self._known[alike]


def _is_of(placed: PlacedRule, line: Line, chain: tuple[Region, ...]) -> bool:
    """Return whether the rule may be one for who calls *line*."""
    return placed.region.region in chain if placed.line is None else placed.line.line is line


def _the_only(states: Iterator[State | None]) -> State | None:
    """Return the state that all have; None if they differ, or one of them may vary."""
    first = next(states, None)
    return first if first is not None and all(one == first for one in states) else None


def _state_of(variant: Variant, local: str, year: int) -> State | None:
    """Return the one state that hours ever have; None if they vary, or it depends on more."""
    if variant.not_available is not None:
        return None
    lines = []
    for stated in variant.stated:
        (timetable, _), *others = stated.readings()
        if stated.first.after is not None or timetable.names_holidays:
            return None
        if others or any(one.is_of_instants for one in stated.exceptions):
            return None
        zone = stated.first.time_zone
        lines.append(OpeningHours.of(timetable, local if zone == CALLER else zone))
    if not lines:
        return "unknown"
    begin = dt.datetime(year, 1, 1, tzinfo=dt.timezone.utc)
    stretches = union(*lines).stretches(begin, begin.replace(year=year + _YEARS))
    return _the_only(state for _, _, state in stretches)


DOUBTS = (
    Doubtful(
        "after-never",
        "hours hold after a line that never closes, or never opens",
        after_what_never_closes,
        needs=Needs.WHOLE,
    ),
)
