"""Doubts about hours that hold after another line: one that never closes, or never opens."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Iterator

from supportlines.directory import CALLER
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.hours import OpeningHours, union
from supportlines.lookup import Question, caller_of
from supportlines.lookup.histories import variants_for
from supportlines.lookup.resolution import languages_of, tiers_within

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.doubts.ground import Ground, PlacedRule
    from supportlines.lookup import Caller
    from supportlines.lookup.histories import Variant

_YEARS = 2
"""So long the hours of the other line are looked at: every season is in it."""


def after_what_never_closes(ground: Ground) -> Iterator[Suspicion]:
    """Yield rules that hold after a line which is always or never open, or serves others."""
    for placed in ground.rules:
        if placed.rule.after is None:
            continue
        wrong = _wrong(ground, placed, placed.rule.after)
        if wrong is not None:
            found, remedy = wrong
            path = (*placed.path, "after")
            yield Suspicion("after-never", path, found, remedy, placed.rule.after)


def _wrong(ground: Ground, placed: PlacedRule, name: str) -> tuple[str, str] | None:
    """Return what is wrong with hours after the line called *name*, and what to do."""
    facts = ground.directory
    line, around = facts.line(name)
    common = placed.countries & facts.served_by(line)
    if placed.countries and not common:
        return (
            f"the line {name} serves none of the countries that these hours are for.",
            "Name the line that their callers call before.",
        )
    known = set()
    for country in sorted(common)[:1]:
        chains = facts.chains_of(country)
        chain = next((one for one in chains if around[0] in one), around)
        for tier in (one.id for one in facts.tiers if placed.tier in tiers_within(facts, one.id)):
            caller = caller_of(facts, Question(country, tier=tier))
            known.add(_states(facts, line, chain, caller, ground.today.year))
    if len(known) != 1:
        return None
    states = known.pop()
    if states is None:
        return None
    if states == {"closed"}:
        return (
            f"the line {name} is never open, so these hours are day and night.",
            "State hours there, or write these without it.",
        )
    if states == {"open"}:
        return (
            f"the line {name} is never closed, so nobody ever answers after it.",
            "Compare the hours of both with the source.",
        )
    if states == {"unknown"}:
        return (
            f"nobody says when the line {name} is open, so it is not known when it is closed.",
            "State its hours, or those of this line.",
        )
    return None


def _states(
    facts: Facts, line: Line, chain: tuple[Region, ...], caller: Caller, year: int
) -> frozenset[str] | None:
    """Return the states that *line* ever has for *caller*; None if that depends on more."""
    tags = languages_of(line, chain) or facts.assumed_languages or (None,)
    found = set()
    for tag in tags:
        for variant in variants_for(facts, line, chain, caller, tag):
            states = _of_variant(variant, caller, year)
            if states is None:
                return None
            found.add(states)
    return found.pop() if len(found) == 1 else None


def _of_variant(variant: Variant, caller: Caller, year: int) -> frozenset[str] | None:
    if variant.not_available is not None:
        return None
    local = next(iter(caller.local_zones), "UTC")
    lines = []
    for stated in variant.stated:
        timetable = stated.timetable()
        if (
            stated.first.after is not None
            or timetable.names_holidays
            or any(one.is_of_instants for one in stated.exceptions)
        ):
            return None
        zone = stated.first.time_zone
        lines.append(OpeningHours.of(timetable, local if zone == CALLER else zone))
    if not lines:
        return frozenset({"unknown"})
    begin = dt.datetime(year, 1, 1, tzinfo=dt.timezone.utc)
    found: set[str] = set()
    for _, _, state in union(*lines).stretches(begin, begin.replace(year=year + _YEARS)):
        found.add(state)
        if len(found) > 1:  # it opens and closes, or nobody knows all of it
            return None
    return frozenset(found)


DOUBTS = (
    Doubtful(
        "after-never",
        "hours hold after a line that never closes, or never opens",
        after_what_never_closes,
        needs=Needs.WHOLE,
    ),
)
