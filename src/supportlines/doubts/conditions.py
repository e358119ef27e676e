"""Doubts about conditions: those that nobody can meet, and facets for which nothing is."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, Iterator, NamedTuple

from supportlines.directory import CHANNELS, LIMITS, Path
from supportlines.doubts.callers import apart, parts_served, spoken_on
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.doubts.ground import PlacedRegion
from supportlines.errors import listed, quoted
from supportlines.hours import DAY, instant_to_second
from supportlines.languages import best_match
from supportlines.lookup import Question, caller_of
from supportlines.lookup.conditions import limits_of, limits_of_line, limits_of_rule, name_of
from supportlines.lookup.offers import offerings
from supportlines.lookup.resolution import (
    dialable_from,
    parts_listed,
    parts_named,
    regions_of_callers,
    serving,
    tiers_within,
)

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.doubts.ground import Ground, PlacedLine
    from supportlines.lookup.conditions import Limit, Limits

_KEYS = {name: key for key, name in LIMITS.items()}
_SHORT = {"phone": "dialable_by", "carrier": "carriers"}
_SHOWN = 6
_LEFT_OVER = frozenset(["other", "others", "none", "rest", "unknown"])
"""Ids of values that are there for whoever is none of the others."""

_FEWEST = 3
"""Of two values the second is often there to say that it is not the first."""


class _Record(NamedTuple):
    """Something with a condition, with its place."""

    limits: Limits
    path: Path
    content: Any

    def at(self, name: str) -> Path:
        """Return the path of what it says of *name*."""
        key = _KEYS.get(name, name)
        if not isinstance(self.content, dict):
            return self.path
        if key in (self.content.get("for") or {}):
            return (*self.path, "for", key)
        short = _SHORT.get(name, key)
        return (*self.path, short) if short in self.content else self.path


def conditions_never_met(ground: Ground) -> Iterator[Suspicion]:
    """Yield conditions of what stands in a line that nobody meets for whom the line is."""
    for placed in ground.lines:
        own = _Record(limits_of_line(placed.line), placed.path, placed.content)
        yield from _unspoken(ground, placed, own)
        around = (*own.limits, *_of_desks(ground.directory, placed))
        for one in _inside(placed):
            yield from _never_met(ground.directory, placed, around, one)
            yield from _unspoken(ground, placed, one)
    for rule in ground.rules:
        if rule.line is not None:
            limits = tuple(one for one in limits_of_rule(rule.rule) if one[0] != "desk")
            facts = ground.directory
            served = [one.id for one in facts.tiers if rule.tier in tiers_within(facts, one.id)]
            one = _Record((*limits, ("tier", tuple(served))), rule.path, rule.content)
            around = limits_of_line(rule.line.line)
            yield from _never_met(ground.directory, rule.line, around, one)


def _of_desks(facts: Facts, placed: PlacedLine) -> Limits:
    desks = facts.desks_of(placed.line)
    return (("desk", desks),) if desks else ()


def _inside(placed: PlacedLine) -> Iterator[_Record]:
    """Yield the steps, promises of replies and kinds of request of a line."""
    line, content = placed.line, placed.content
    for index, step in enumerate(line.steps):
        limits = limits_of(dict(step.only_for))
        yield _Record(limits, (*placed.path, "steps", index), content["steps"][index])
    conditions = {
        "reply": [one.only_for for one in line.reply],
        "requests": [one.only_for for one in line.requests],
    }
    for key, listed_ones in conditions.items():
        for index, only_for in enumerate(listed_ones):
            yield _Record(limits_of(only_for), (*placed.path, key, index), content[key][index])


def _never_met(
    facts: Facts, placed: PlacedLine, around: Limits, one: _Record
) -> Iterator[Suspicion]:
    name = apart(facts, one.limits, around)
    if name is None:
        return
    mine, theirs = dict(one.limits)[name], _all_of(around, name)
    found = (
        f"this is for the {name} {_words(mine)}, and the line {placed.line.id} "
        f"for {_words(theirs)}: nobody gets it."
    )
    remedy = "Correct one of the two, or delete this one."
    yield Suspicion("condition-never-met", one.at(name), found, remedy, ", ".join(mine))


def _all_of(limits: Limits, name: str) -> tuple[str, ...]:
    return tuple(value for one, values in limits if one == name for value in values)


def _words(values: tuple[str, ...]) -> str:
    return listed(map(quoted, values), "or", most=_SHOWN)


def _unspoken(ground: Ground, placed: PlacedLine, one: _Record) -> Iterator[Suspicion]:
    """Yield languages for which something is and which the line does not speak."""
    wanted = dict(one.limits).get("language")
    spoken = spoken_on(ground, placed) if wanted is not None else None
    if wanted is None or spoken is None:
        return
    tags = sorted(spoken)
    if any(best_match([tag], tags) or best_match(tags, [tag]) for tag in wanted):
        return
    found = (
        f"this is for who speaks {_words(wanted)}, and the line {placed.line.id} "
        f"speaks {listed(map(quoted, tags), most=_SHOWN)} alone."
    )
    remedy = "Compare it with the languages of the line."
    yield Suspicion("condition-never-met", one.at("language"), found, remedy, ", ".join(wanted))


def parts_of_elsewhere(ground: Ground) -> Iterator[Suspicion]:
    """Yield parts of countries for which something is that serves nobody there."""
    facts = ground.directory
    for placed in ground.lines:
        own = _Record(limits_of_line(placed.line), placed.path, placed.content)
        for one in (own, *_inside(placed)):
            parts_of = partial(parts_served, facts, placed)
            yield from _elsewhere(facts, one, placed.served, parts_of, _name_of(placed))
    for rule in ground.rules:
        one = _Record(limits_of_rule(rule.rule), rule.path, rule.content)
        name = _name_of(rule.line or rule.region)
        parts_of = partial(parts_listed, facts, rule.region.region)
        if rule.line is not None:
            parts_of = partial(parts_served, facts, rule.line)
        yield from _elsewhere(facts, one, rule.countries, parts_of, name)
    for region in ground.regions:
        for index, reply in enumerate(region.region.reply):
            path = (*region.path, "reply", index)
            one = _Record(limits_of(reply.only_for), path, region.content["reply"][index])
            parts_of = partial(parts_listed, facts, region.region)
            yield from _elsewhere(facts, one, region.countries, parts_of, _name_of(region))


def _name_of(placed: PlacedLine | PlacedRegion) -> str:
    if isinstance(placed, PlacedRegion):
        return f"the region {placed.region.id}"
    return f"the line {placed.line.id}"


def _elsewhere(
    facts: Facts,
    one: _Record,
    countries: frozenset[str],
    parts_of: Callable[[str], tuple[str, ...] | None],
    name: str,
) -> Iterator[Suspicion]:
    for value in dict(one.limits).get("subdivision", ()):
        country = value.partition("-")[0]
        if country in countries:
            parts = parts_of(country)
            mine: Limit = ("subdivision", (value,))
            if parts is None or apart(facts, (mine,), (("subdivision", parts),)) is None:
                continue
        found = f"this is for {value}, and {name} is for nobody there."
        remedy = "Add the place to the region, or delete it here."
        yield Suspicion("condition-never-met", one.at("subdivision"), found, remedy, value)


def unused_facets(ground: Ground) -> Iterator[Suspicion]:
    """Yield facets, and values of them, for which nothing in the file is."""
    facts = ground.directory
    if not facts.facets:
        return
    used: dict[str, set[str]] = {}
    _find_used(ground.content, {one.id for one in facts.facets}, used)
    for facet in facts.facets:
        path: Path = ("facets", facet.id)
        values = used.get(facet.id, set())
        if not values:
            found = f"nothing is for some values of {quoted(facet.id)} only, so nobody is asked it."
            remedy = 'Name it in "for" where it decides, or delete it.'
            yield Suspicion("facet-unused", path, found, remedy, facet.id, at_key=True)
            continue
        left = [one for one in facet.values if one not in values and one not in _LEFT_OVER]
        if left and len(facet.values) >= _FEWEST:
            found = f"nothing is for {listed(map(quoted, left), most=_SHOWN)}."
            remedy = "This is a hint: look whether something was forgotten."
            where = (*path, "values")
            yield Suspicion("facet-value-unused", where, found, remedy, facet.id, at_key=True)


def _find_used(content: Any, facets: set[str], used: dict[str, set[str]]) -> None:
    """Put the values that conditions name of each of *facets* into *used*."""
    waiting = [content]
    while waiting:
        here = waiting.pop()
        if isinstance(here, list):
            waiting.extend(here)
        elif isinstance(here, dict):
            waiting.extend(here.values())
            condition = here.get("for")
            if not isinstance(condition, dict):
                continue
            for key in facets.intersection(condition):
                named = condition[key]
                used.setdefault(key, set()).update([named] if isinstance(named, str) else named)


def required_facets(ground: Ground) -> Iterator[Suspicion]:
    """Yield required facets without which callers from some countries are offered nothing."""
    facts = ground.directory
    required = [one.id for one in facts.facets if one.required]
    if not required:
        return
    waiting: dict[str, list[str]] = {}
    known: dict[object, tuple[str, ...]] = {}
    for country in sorted({country for one in ground.regions for country in one.countries}):
        # Where parts of the country are named, callers there may be offered other things.
        alone = country if parts_named(facts, country) else None
        alike = (_what_is_offered(facts, country), alone)
        if alike not in known:
            known[alike] = _waiting(ground, country)
        for name in known[alike]:
            waiting.setdefault(name, []).append(country)
    for name in required:
        if name in waiting:
            words = quoted(name_of_facet(facts, name))
            found = (
                f"callers from {listed(waiting[name], most=_SHOWN)} are offered nothing at all "
                f"until they answer {words}."
            )
            remedy = "This is a hint: look whether a line there is for all."
            where = ("facets", name, "required")
            yield Suspicion("required-hides-all", where, found, remedy, name)


def name_of_facet(facts: Facts, name: str) -> str:
    """Return what a caller is asked."""
    facet = facts.facet(name)
    return name_of(facts, name, name) if facet is None else str(facet.name)


def _what_is_offered(facts: Facts, country: str) -> object:
    """Return what is equal for countries whose callers are offered the same, parts left aside.

    These are the lines, whether they can be dialled from there, and the regions whose rules count.
    """
    lines = frozenset(
        (line.id, _can_dial(facts, line, chain[0], country))
        for line, chain in serving(facts, country)
    )
    return lines, frozenset(regions_of_callers(facts, country))


def _can_dial(facts: Facts, line: Line, region: Region, country: str) -> bool:
    allowed = dialable_from(facts, line, region)
    exists_in = line.number.exists_in if line.number is not None else ()
    return (allowed is None or country in allowed) and (not exists_in or country in exists_in)


def _waiting(ground: Ground, country: str) -> tuple[str, ...]:
    """Return what must be said before anything at all is offered there."""
    caller = caller_of(ground.directory, Question(country, channels=CHANNELS))
    midnight = dt.datetime.combine(ground.today, dt.time(), tzinfo=dt.timezone.utc)
    second = instant_to_second(midnight)
    found = next(offerings(ground.directory, ground.index, caller, second, second + DAY))
    return () if found.offers else found.waiting


DOUBTS = (
    Doubtful(
        "condition-never-met",
        "nobody can meet a condition",
        conditions_never_met,
        also=(parts_of_elsewhere,),
        needs=Needs.COUNTRIES,
    ),
    Doubtful(
        "facet-unused",
        "nothing is for some values of a facet only",
        unused_facets,
        needs=Needs.WHOLE,
    ),
    Doubtful(
        "facet-value-unused",
        "nothing is for a value of a facet",
        unused_facets,
        needs=Needs.WHOLE,
        is_hint=True,
    ),
    Doubtful(
        "required-hides-all",
        "nothing is offered in a country before a facet is known",
        required_facets,
        needs=Needs.WHOLE,
        is_hint=True,
    ),
)
