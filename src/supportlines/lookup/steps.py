"""Which steps of a line are a caller's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Sequence

from supportlines.languages import best_match
from supportlines.lookup.conditions import left_open, limits_of
from supportlines.phones import Step, steps_for

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line
    from supportlines.lookup.answer import Caller


def steps_in(steps: Sequence[Step], languages: Sequence[str]) -> tuple[Step, ...]:
    """Return those of *steps* that lead to one of *languages*, in their order.

    A step without languages is everybody's. What serves a caller who wants one of *languages*
    leads to it: `es` for `es-MX`. Where *languages* are not known, all steps remain.
    """
    if not steps or not languages:
        return tuple(steps)
    named = [tag for step in steps for tag in step.languages]
    leading = [match for tag in languages for match in [best_match([tag], named)] if match]
    chosen = {id(step) for match in leading for step in steps_for(steps, match.spoken)}
    chosen.update(id(step) for step in steps_for(steps, None))
    return tuple(step for step in steps if id(step) in chosen)


def steps_for_caller(
    facts: Facts, line: Line, caller: Caller, desk: str | None
) -> tuple[Step, ...]:
    """Return the steps of *line* that the caller's words, and the *desk*, do not rule out.

    Of their conditions what is left open remains.
    """
    if not line.steps and line.send is None:
        return ()
    who = caller if desk is None else replace(caller, desk=desk)
    kept: list[Step] = []
    for step in line.steps:
        open_ones = left_open(facts, limits_of(dict(step.only_for)), who) if step.only_for else ()
        if open_ones is not None:
            kept.append(step if open_ones == step.only_for else replace(step, only_for=open_ones))
    if line.send is None or any(step.action == "send" for step in line.steps):
        return tuple(kept)
    return (Step(action="send", text=line.send), *kept)
