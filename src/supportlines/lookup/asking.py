"""What a caller could add, because it makes a difference, and what would then hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Iterator, NamedTuple

from supportlines.directory import OTHER
from supportlines.hours import second_to_instant
from supportlines.lookup.answer import Reason
from supportlines.lookup.conditions import (
    limits_of,
    limits_of_line,
    limits_of_rule,
    may_hold,
    meets,
    question_of,
    replies_to,
    with_replies,
    words_of,
)
from supportlines.lookup.judging import stretch_at
from supportlines.lookup.plan import make_plan
from supportlines.lookup.replies import counted_from, holds_until, reply_by
from supportlines.lookup.resolution import guessed_for, levels_for, local_zones
from supportlines.lookup.result import Ask, Choice
from supportlines.places.parts import parts_besides
from supportlines.words import Values

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.directory import Facts
    from supportlines.lookup.answer import Caller, Caveat, Option
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.memory import Memory, Replying, Stretch
    from supportlines.lookup.plan import Plan

_OF_ZONES = ("time_zone_not_given", "time_zone_matters", "line_turns")
_ASKING = ("facet_not_given", "not_for")
"""Caveats that name what the caller could say."""

_REPLIES = 32
"""Plans of other replies that a plan keeps: who is asked once is asked again."""

_OF_PARTS = "subdivision_not_given"
_LIMITING = ("carriers_only", "landline_only", "mobile_only", "only_for", "reply_depends")
"""Caveats that an answer ceases to have when it is told more."""


class _Kept(NamedTuple):
    """What is asked, and until when that is so."""

    since: int
    until: int | None
    asks: tuple[Ask, ...]

    def holds_at(self, second: int) -> bool:
        return self.since <= second and (self.until is None or second < self.until)


def asks(plan: Plan, stretch: Stretch, second: int, memory: Memory) -> tuple[Ask, ...]:
    """Return what the caller could add at *second* (POSIX), which lies in *stretch*."""
    return _asked(plan, stretch, second, memory).asks


def asks_until(plan: Plan, stretch: Stretch, second: int, memory: Memory) -> int | None:
    """Return the first second after *second* at which that may be otherwise; None if it is not."""
    return _asked(plan, stretch, second, memory).until


def replies_until(stretch: Stretch, second: int) -> int | None:
    """Return the first second at which who asks may be promised other instants; None if never."""
    seconds = (
        holds_until(one.within, _promising(stretch, one), one.hours, one.zones, second)
        for one in stretch.replies
    )
    return min((one for one in seconds if one is not None), default=None)


def _asked(plan: Plan, stretch: Stretch, second: int, memory: Memory) -> _Kept:
    kept = stretch.asked.get("asks")
    if isinstance(kept, _Kept) and kept.holds_at(second):
        return kept
    found, until = [], _earlier(stretch.end, replies_until(stretch, second))
    told = _told(stretch)
    for name, values in _open(plan, stretch).items():
        tried = [(value, _with(plan, name, value, second, memory)) for value in values]
        for _, one in tried:
            until = _earlier(_earlier(until, one.end), replies_until(one, second))
        mine = _sketch(stretch, second)
        if name in told or any(_sketch(one, second) != mine for _, one in tried):
            found.append(_ask(plan.facts, name, tried, second))
    kept = stretch.asked["asks"] = _Kept(second, until, tuple(found))
    return kept


def _earlier(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)


def _with(plan: Plan, name: str, value: str, second: int, memory: Memory) -> Stretch:
    """Return what holds at *second* for who says *value* of *name*."""
    other = plan.replies.get((name, value))
    caller = said(plan.facts, plan.caller, name, value) if other is None else other.caller
    generation = plan.index.calendar.generation(caller, second)
    if other is None or other.generation != generation:
        other = make_plan(plan.facts, plan.index, caller, generation)
        if len(plan.replies) < _REPLIES:
            plan.replies[name, value] = other
    return stretch_at(other, second, memory)


def said(facts: Facts, caller: Caller, name: str, value: str) -> Caller:
    """Return *caller* who says *value* of *name*."""
    if name == "time_zone":
        zones = local_zones(facts, caller.country, value)
        return replace(caller, time_zone=value, local_zones=zones)
    one = with_replies(caller, ((name, value),))
    return replace(one, assumed=()) if name == "tier" else one


def _ask(facts: Facts, name: str, tried: list[tuple[str, Stretch]], second: int) -> Ask:
    facet = facts.facet(name)
    words = question_of(facts, name)
    choices = tuple(_choice(facts, name, value, one, second) for value, one in tried)
    reason = Reason("asked", Values(facet=name, name=words))
    return Ask(name, choices, reason, words, required=facet is not None and facet.required)


def _choice(facts: Facts, name: str, value: str, one: Stretch, second: int) -> Choice:
    best = next(iter((*one.options, *one.guesses)), None)
    promised = [each for each in one.replies if not each.of_others and each.place == 0]
    return Choice(
        value=value,
        name=words_of(facts, name, value),
        state=one.state,
        line=None if best is None else best.line.id,
        dial=None if best is None else best.dial,
        changes_at=None if best is None else best.changes_at,
        contact=None if best is None else best.contact,
        reply_by=_reply_by(one, promised[0], second) if promised else None,
    )


def _reply_by(stretch: Stretch, one: Replying, second: int) -> datetime | None:
    option = _promising(stretch, one)
    start = counted_from(one.within, option, second_to_instant(second))
    return None if start is None else reply_by(one.within, one.hours, one.zones, start)


def _promising(stretch: Stretch, one: Replying) -> Option:
    return (stretch.other_ways if one.of_others else stretch.options)[one.place]


def _told(stretch: Stretch) -> set[str]:
    """Return what caveats say that it depends on, perhaps with something else together."""
    found: set[str] = set()
    for caveat in (one for option in _all(stretch) for one in option.caveats):
        if caveat.code in _ASKING:
            names: tuple[str, ...] = caveat.values.get("facets", ())  # type: ignore[assignment]
            found.update(names)
    return found


def _sketch(one: Stretch, second: int) -> object:
    """Return what is different between answers for who asks at *second*."""
    return (
        one.state,
        [_of_option(option) for option in (*one.options, *one.other_ways)],
        {_of_guess(option) for option in one.guesses},
        [(each.place, each.of_others, _reply_by(one, each, second)) for each in one.replies],
    )


def _of_option(option: Option) -> object:
    limits = [one for one in option.caveats if one.code in _LIMITING]
    change = (option.state, option.changes_at, option.next_state)
    way = (option.channel, option.dial, option.contact)
    return way, option.languages, option.desks, change, option.steps, limits


def _of_guess(option: Option) -> object:
    """Return which line it is, and for whom: when somebody answers there is told beside it."""
    limits = tuple(one for one in option.caveats if one.code in _LIMITING)
    return option.line.id, option.dial, option.contact, option.desks, limits


def _open(plan: Plan, stretch: Stretch) -> dict[str, list[str]]:
    """Return what was not said and may matter, each with what could be said."""
    facts, caller = plan.facts, plan.caller
    found: dict[str, list[str]] = {}
    if "tier" in caller.assumed and len(facts.tiers) > 1:
        found["tier"] = [one.id for one in facts.tiers]
    if caller.desk is None and len(facts.desks) > 1:
        found["desk"] = list(facts.desk_ids)
    for name, values in _named(plan).items():
        if name == "request":
            found[name] = [*dict.fromkeys(one for one in values if one != OTHER), OTHER]
        elif name not in found and name != "tier":
            found[name] = list(replies_to(facts, name, caller, values))
    caveats = [one for option in _all(stretch) for one in option.caveats]
    if "language" in found and not any(_is_of_language(one) for one in caveats):
        del found["language"]  # which one is spoken is a wish, and all that there are is told
    by_clocks = any(len(one.zones) > 1 for one in stretch.replies)
    if caller.time_zone is None and (by_clocks or any(one.code in _OF_ZONES for one in caveats)):
        found["time_zone"] = list(caller.local_zones)
    found.update(_parts(caller, found.get("subdivision", []), caveats))
    return found


def replies_open_to(plan: Plan) -> dict[str, list[str]]:
    """Return what the caller did not say and conditions speak of, each with what could be said.

    What makes no difference now is among it, and what makes one at other times. Tiers and zones
    are not.
    """
    facts, caller = plan.facts, plan.caller
    found: dict[str, list[str]] = {}
    if caller.desk is None and len(facts.desks) > 1:
        found["desk"] = list(facts.desk_ids)
    for name, values in _named(plan).items():
        if name not in ("desk", "tier"):
            found[name] = list(replies_to(facts, name, caller, values))
    return found


def _is_of_language(caveat: Caveat) -> bool:
    """Return whether something holds for speakers of some languages only."""
    facets: tuple[str, ...] = caveat.values.get("facets", ())  # type: ignore[assignment]
    is_only_for = caveat.code == "only_for" and caveat.values.get("facet") == "language"
    return is_only_for or (caveat.code == "reply_depends" and "language" in facets)


def _all(stretch: Stretch) -> Iterator[Option]:
    yield from stretch.options
    yield from stretch.other_ways
    yield from stretch.guesses


def _parts(caller: Caller, named: list[str], caveats: list[Caveat]) -> dict[str, list[str]]:
    """Return the parts of the country that matter, and one that stands for all others."""
    parts = dict.fromkeys(one for one in named if one != OTHER)
    country, code = caller.country, caller.subdivision or ""
    for one in caveats:
        if one.code == _OF_PARTS:
            for key in ("parts", "other_parts"):
                codes: tuple[str, ...] = one.values.get(key, ())  # type: ignore[assignment]
                known = (each for each in codes if "-" in each and may_hold(country, code, each))
                parts.update(dict.fromkeys(known))
    if not parts:
        return {}
    if OTHER in named:
        parts.update(dict.fromkeys(parts_besides(country, [*parts], code or None)[:1]))
    return {"subdivision": list(parts)}


def _named(plan: Plan) -> dict[str, list[str]]:
    """Return what conditions speak of that are for the caller's country and nobody said."""
    found: dict[str, list[str]] = {}
    caller = plan.caller
    for name, values in (limit for one in _conditions(plan) for limit in one):
        if meets(plan.facts, name, values, caller) is None:
            found.setdefault(name, []).extend(values)
    return found


def _conditions(plan: Plan) -> Iterator[Limits]:
    """Yield the conditions of all that may be for the caller's country."""
    facts, caller = plan.facts, plan.caller
    if not facts.has_conditions:
        return
    for part, _ in facts.chains_of_parts(caller.country):
        yield (("subdivision", (part,)),)
    country = caller.country
    lines = [*plan.index.serving(country), *guessed_for(facts, country)]
    for line, _ in lines:
        yield limits_of_line(line)
        yield from (limits_of(dict(step.only_for)) for step in line.steps)
        yield from ((("subdivision", (part,)),) for part in line.serves_parts)
        yield from ((("subdivision", (part,)),) for part in line.dialable_from_parts)
    yield from (limits_of(one.only_for) for one in facts.reply)
    for level in levels_for(facts, country, lines):
        yield from (limits_of(one.only_for) for one in level.reply)
        yield from (limits_of_rule(rule) for rules in level.availability.values() for rule in rules)
