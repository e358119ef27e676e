"""Doubts about what helps beside a line: where callers are sent, what they press, have and ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple

from supportlines.doubts.callers import apart, spoken_on
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.errors import listed, quoted
from supportlines.languages import best_match
from supportlines.lookup import Question, caller_of
from supportlines.lookup.conditions import limits_of
from supportlines.lookup.replies import promised

if TYPE_CHECKING:
    from supportlines.directory import NotFor, Path, Preparation, Request
    from supportlines.doubts.ground import Ground, PlacedLine
    from supportlines.phones import Step

_SHOWN = 6
_WITH_COST = ("phone", "textphone", "sms")
"""Channels on which a caller may be charged by the call or message."""


def sent_nowhere(ground: Ground) -> Iterator[Suspicion]:
    """Yield what a desk is not for, where nobody is there whom callers are sent to."""
    for desk in ground.directory.desks:
        lines = _usable(ground, desk.id)
        countries = frozenset(country for line in lines for country in line.served)
        for index, one in enumerate(desk.not_for):
            wrong = _nobody_there(ground, desk.id, one, countries) if countries else None
            if wrong is not None:
                key = "desk" if one.desk is not None else "line"
                path = ("desks", desk.id, "not_for", index, key)
                remedy = "Name a desk or line that its callers can reach, or a page."
                value = one.desk or one.line or ""
                yield Suspicion("not-for-leads-nowhere", path, wrong, remedy, value)


def _nobody_there(ground: Ground, desk: str, one: NotFor, countries: frozenset[str]) -> str | None:
    if one.desk == desk:
        return f"callers of {quoted(desk)} are sent back to it."
    if one.desk is not None:
        others = _usable(ground, one.desk)
        if not others:
            return f"no line is for the desk {quoted(one.desk)}, to which callers are sent."
        if all(countries.isdisjoint(line.served) for line in others):
            return f"no line of {quoted(one.desk)} serves a country that {quoted(desk)} does."
    if one.line is not None:
        placed = next((each for each in ground.lines if each.line.id == one.line), None)
        if placed is None:
            return None
        if not _is_usable(ground, placed):
            return f"the line {one.line}, to which callers are sent, cannot be used."
        if countries.isdisjoint(placed.served):
            return f"the line {one.line} serves no country that {quoted(desk)} does."
    return None


def _is_usable(ground: Ground, placed: PlacedLine) -> bool:
    last = placed.line.valid_until
    return placed.line.unusable is None and (last is None or last >= ground.today)


def _usable(ground: Ground, desk: str) -> list[PlacedLine]:
    """Return the lines of a desk that can be used, or could be some day."""
    return [
        placed
        for placed in ground.lines
        if desk in ground.directory.desks_of(placed.line) and _is_usable(ground, placed)
    ]


def requests_to_nowhere(ground: Ground) -> Iterator[Suspicion]:
    """Yield kinds of request that are passed to a desk without a line, or want what others have."""
    things = {one.id: one for one in ground.directory.prepare}
    for placed in ground.lines:
        for index, request in enumerate(placed.line.requests):
            path = (*placed.path, "requests", index)
            if request.desk is not None and not _usable(ground, request.desk):
                found = f"no line is for the desk {quoted(request.desk)}, which gets this."
                remedy = "State a line of that desk, or name another."
                where = (*path, "desk")
                yield Suspicion("request-leads-nowhere", where, found, remedy, request.desk)
            for key in ("wants", "helps"):
                for name in getattr(request, key):
                    if name in things and not _is_shown(ground, placed, request, things[name]):
                        found = f"{quoted(name)} is not among the things to have ready for this."
                        remedy = 'Compare it with what stands under "for" there.'
                        where = (*path, key)
                        yield Suspicion("request-wants-unshown", where, found, remedy, name)


def _is_shown(ground: Ground, placed: PlacedLine, request: Request, thing: Preparation) -> bool:
    """Return whether a thing to have ready is told to somebody with the request."""
    desks = ground.directory.desks_of(placed.line)
    if request.desk is not None:
        desks = (*desks, request.desk)
    around = (("request", (request.id,)), *((("desk", desks),) if desks else ()))
    return apart(ground.directory, limits_of(thing.only_for), around) is None


def unnamed_levels(ground: Ground) -> Iterator[Suspicion]:
    """Yield levels at which nobody and nothing arrives."""
    facts = ground.directory
    named = {level for desk in facts.desks for level in desk.levels}
    named.update(level.next for level in facts.levels if level.next is not None)
    named.update(one.level for one in facts.requests.values() if one.level is not None)
    for level in facts.levels:
        if level.id not in named:
            found = f"no desk, no level and no kind of request leads to {quoted(level.id)}."
            remedy = 'Name it in "levels" of a desk, or delete it.'
            path = ("levels", level.id)
            yield Suspicion("level-unused", path, found, remedy, level.id, at_key=True)


def steps_for_nobody(ground: Ground) -> Iterator[Suspicion]:
    """Yield languages of steps that the line does not speak, where all that it speaks is known."""
    for placed in ground.lines:
        if not any(step.languages for step in placed.line.steps):
            continue
        spoken = spoken_on(ground, placed)
        if spoken is None:
            continue
        tags = sorted(spoken)
        for index, step in enumerate(placed.line.steps):
            for tag in step.languages:
                if not (best_match([tag], tags) or best_match(tags, [tag])):
                    found = (
                        f"the step is for {quoted(tag)}, and the line speaks "
                        f"{listed(map(quoted, tags), most=_SHOWN)}."
                    )
                    remedy = "Compare the step with the languages of the line."
                    path = (*placed.path, "steps", index)
                    yield Suspicion("step-for-no-language", path, found, remedy, tag)


class _Choice(NamedTuple):
    """A step of a menu that asks one thing."""

    name: str
    value: str
    step: Step
    place: int


def keys_twice(ground: Ground) -> Iterator[Suspicion]:
    """Yield steps with the key that another choice of the same menu has."""
    for placed in ground.lines:
        first: dict[tuple[object, ...], _Choice] = {}
        for one in _choices(placed.line.steps):
            first.setdefault((one.name, one.step.languages, one.value), one)
        menus: dict[tuple[object, ...], _Choice] = {}
        for (name, languages, _), one in first.items():
            other = menus.setdefault((name, languages, one.step.press), one)
            if other.step is not one.step and other.step.label != one.step.label:
                found = (
                    f"{quoted(one.step.press)} leads {other.name} {quoted(other.value)} to "
                    f"{quoted(other.step.label)}, and {quoted(one.value)} to "
                    f"{quoted(one.step.label)}."
                )
                remedy = "Compare the keys with the source: one menu has each key once."
                path: Path = (*placed.path, "steps", one.place, "press")
                yield Suspicion("key-twice", path, found, remedy, one.step.press)


def _choices(steps: tuple[Step, ...]) -> Iterator[_Choice]:
    """Yield the steps that are for one thing that a caller says, value by value."""
    for index, step in enumerate(steps):
        limits = limits_of(dict(step.only_for))
        if step.press and len(limits) == 1 and limits[0][0] != "language":
            for value in limits[0][1]:
                yield _Choice(limits[0][0], value, step, index)


def little_promised(ground: Ground) -> Iterator[Suspicion]:
    """Yield desks of which no cost is known or no reply promised, where promises are stated."""
    facts = ground.directory
    if not facts.promises:
        return
    for desk in facts.desk_ids:
        lines = _usable(ground, desk)
        path = ("desks", desk) if isinstance(ground.content["desks"], dict) else ("desks",)
        charged = [one for one in lines if one.line.channel in _WITH_COST]
        if charged and all(_has_no_cost(one) for one in charged):
            found = f"what a call costs is known of no line of {quoted(desk)}."
            remedy = 'This is a hint: write "kind" or "cost" at its lines.'
            yield Suspicion("cost-not-known", path, found, remedy, desk, at_key=True)
        takers = [one for one in lines if not one.line.is_live]
        if takers and not any(_promises(ground, one) for one in takers):
            found = f"no reply is promised on any line of {quoted(desk)} that takes messages."
            remedy = 'This is a hint: write in "reply" what the source says.'
            yield Suspicion("reply-not-promised", path, found, remedy, desk, at_key=True)


def _has_no_cost(placed: PlacedLine) -> bool:
    return placed.line.kind == "unknown" and placed.line.cost is None


def _promises(ground: Ground, placed: PlacedLine) -> bool:
    """Return whether somebody who writes there is promised anything."""
    facts, chains = ground.directory, ground.chains_of(placed)
    callers = (
        caller_of(facts, Question(country, tier=tier.id))
        for country in placed.served
        for tier in facts.tiers
    )
    return any(
        promised(facts, placed.line, chain, caller) is not None
        for caller in callers
        for chain in chains
    )


DOUBTS = (
    Doubtful(
        "not-for-leads-nowhere",
        "callers are sent where nobody is for them",
        sent_nowhere,
        needs=Needs.WHOLE,
    ),
    Doubtful(
        "request-leads-nowhere",
        "a kind of request goes to a desk without a line",
        requests_to_nowhere,
        needs=Needs.WHOLE,
    ),
    Doubtful(
        "request-wants-unshown",
        "a kind of request wants what callers are not told to have ready",
        requests_to_nowhere,
        needs=Needs.WHOLE,
    ),
    Doubtful("level-unused", "nothing leads to a level", unnamed_levels, needs=Needs.WHOLE),
    Doubtful(
        "step-for-no-language",
        "a step is for a language that the line does not speak",
        steps_for_nobody,
        needs=Needs.WHOLE,
    ),
    Doubtful("key-twice", "one menu has a key twice", keys_twice),
    Doubtful(
        "cost-not-known",
        "nobody says what a call to a desk costs",
        little_promised,
        needs=Needs.WHOLE,
        is_hint=True,
    ),
    Doubtful(
        "reply-not-promised",
        "no reply is promised by a desk",
        little_promised,
        needs=Needs.WHOLE,
        is_hint=True,
    ),
)
