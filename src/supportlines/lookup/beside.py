"""What an answer says beside its options, worked out when somebody reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Callable, Mapping, TypeVar

from supportlines.directory.record import FrozenDict
from supportlines.hours import second_to_instant
from supportlines.lookup.asking import asks, asks_until
from supportlines.lookup.coming import coming, coming_until
from supportlines.lookup.conditions import left_open, limits_of, limits_of_thing
from supportlines.lookup.result import Elsewhere

if TYPE_CHECKING:
    from typing import Iterable

    from supportlines.directory import Facts, NotFor, Preparation, Promise, SelfHelp
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.memory import Memory, Stretch
    from supportlines.lookup.plan import Plan

G = TypeVar("G", "Preparation", "Promise", "SelfHelp")


def beside(plan: Plan, stretch: Stretch, second: int, memory: Memory, name: str) -> Any:
    """Return what `Result` has under *name* at *second* (POSIX), which lies in *stretch*."""
    return _MAKERS[name](plan, stretch, second, memory)


def _prepare(plan: Plan, stretch: Stretch, _second: int, _memory: Memory) -> Any:
    """Return what to have ready, each for whom it is; of kinds of request those that are taken."""
    facts, asked = plan.facts, plan.caller.said("request")
    ways = (*stretch.options, *stretch.other_ways)
    taken = {kind.id for option in ways for kind in option.line.requests}
    listed = [(one, limits_of_thing(facts, one)) for one in facts.prepare]
    found = []
    for one in _for_caller(plan, stretch, listed):
        kinds = dict(limits_of_thing(facts, one)).get("request", ())
        if asked is None and kinds and taken.isdisjoint(kinds):
            continue  # nobody there takes such a request
        if kinds and "requests" not in one.only_for and not taken <= {*kinds}:
            only_for = FrozenDict({**one.only_for, "requests": kinds})
            one = replace(one, only_for=only_for)  # noqa: PLW2901 - the same, said whole
        found.append(one)
    return tuple(found)


def _self_help(plan: Plan, stretch: Stretch, _second: int, _memory: Memory) -> Any:
    return _for_caller(plan, stretch, _with_limits(plan.facts.self_help))


def _promises(plan: Plan, stretch: Stretch, _second: int, _memory: Memory) -> Any:
    return _for_caller(plan, stretch, _with_limits(plan.facts.promises))


def _with_limits(listed: Iterable[G]) -> list[tuple[G, Limits]]:
    return [(one, limits_of(one.only_for)) for one in listed]


def _holds_until(plan: Plan, stretch: Stretch, second: int, memory: Memory) -> Any:
    """Return the instant from which on anything that an answer says may be otherwise."""
    # What is asked holds no longer than the stretch and what is promised in it.
    ends = [asks_until(plan, stretch, second, memory)]
    ends.append(plan.index.calendar.holds_until(plan.caller, second))
    first = min((one for one in ends if one is not None), default=None)
    end = coming_until(plan, stretch, second, first)
    return None if end is None else second_to_instant(end)


def _not_for(plan: Plan, stretch: Stretch, _second: int, _memory: Memory) -> Any:
    """Return what the desks of the best option are not for."""
    best = next(iter((*stretch.options, *stretch.other_ways)), None)
    desks = [plan.facts.desk(one) for one in (() if best is None else best.desks)]
    return tuple(
        Elsewhere(one.what, one.desk, _name_of(plan.facts, one), one.line, one.url)
        for desk in desks
        for one in (() if desk is None else desk.not_for)
    )


def _name_of(facts: Facts, one: NotFor) -> str | None:
    """Return what people call the desk or the line that something is for."""
    if one.desk is not None:
        desk = facts.desk(one.desk)
        return one.desk if desk is None else desk.name
    if one.line is None:
        return None
    line, _ = facts.line(one.line)
    return line.label or line.published_as


def _for_caller(plan: Plan, stretch: Stretch, listed: Iterable[tuple[G, Limits]]) -> tuple[G, ...]:
    """Return those of *listed* that are for the caller, or may be.

    The desk is the one that was asked for, or those of the best option.
    """
    best = next(iter((*stretch.options, *stretch.other_ways)), None)
    desks = () if best is None else best.desks
    found = []
    for one, all_limits in listed:
        limits = all_limits
        if plan.caller.desk is None and desks:
            of_desks = [values for name, values in limits if name == "desk"]
            if any(set(values).isdisjoint(desks) for values in of_desks):
                continue
            limits = tuple(limit for limit in limits if limit[0] != "desk")
        if left_open(plan.facts, limits, plan.caller) is not None:
            found.append(one)
    return tuple(found)


_MAKERS: Mapping[str, Callable[[Plan, Stretch, int, Memory], Any]] = {
    "asks": asks,
    "coming": coming,
    "prepare": _prepare,
    "self_help": _self_help,
    "promises": _promises,
    "not_for": _not_for,
    "holds_until": _holds_until,
}
