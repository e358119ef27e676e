"""Which steps of a line are a caller's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence

from supportlines.languages import best_match
from supportlines.lookup.conditions import left_open, limits_of
from supportlines.phones import Step

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line
    from supportlines.lookup.answer import Caller


class Menu(NamedTuple):
    """The steps of one option."""

    steps: tuple[Step, ...]
    is_certain: bool
    """Whether all of them are this caller's, whoever it is."""


NO_STEPS = Menu((), is_certain=True)


def steps_in(
    steps: Sequence[Step], tags: Sequence[str], wanted: str | None, of_line: Iterable[str | None]
) -> Menu:
    """Return those of *steps* that lead to one of *tags*, in their order.

    A step without languages is everybody's. Where *tags* are not known, all steps remain.

    Args:
        steps: Those of the line.
        tags: The languages of the option.
        wanted: The caller's tag that is served, if one is: the nearest to it counts, of *tags*
            and of the steps that lead there.
        of_line: All languages of the line: a step for one of them leads to no other.
    """
    limited = any(step.only_for for step in steps)
    named = list(dict.fromkeys(tag for step in steps for tag in step.languages))
    if not named or not tags:
        return Menu(tuple(steps), is_certain=not named and not limited)
    spoken = [tag for tag in of_line if tag is not None]
    meant = tags if wanted is None else _nearest_of(wanted, tags)
    leading = {name for tag in meant for name in _leading(named, tag, wanted, spoken) or [""]}
    ways = [
        tuple(step for step in steps if not step.languages or name in step.languages)
        for name in leading
    ]
    ours = {id(step) for way in ways for step in way}
    found = tuple(step for step in steps if id(step) in ours)
    return Menu(found, is_certain=not limited and all(way == found for way in ways))


def _leading(
    named: Sequence[str], tag: str, wanted: str | None, spoken: Sequence[str]
) -> Sequence[str]:
    """Return which of the *named* languages lead to *tag* on a line where all *spoken* are.

    Those of its own kind come before wider ones: `es-AR` before `es`.
    """
    wider = [name for name in named if tag.startswith(f"{name}-")]
    own = [name for name in named if name not in wider and _nearest(name, spoken) == tag]
    if own:
        return own if wanted is None else _nearest_of(wanted, own) or _nearest_of(tag, own)
    # "no" leads to "nn"; "zh" leads to "yue" if the line does not tell them apart.
    wider += [name for name in named if "-" not in name and name not in spoken]
    return _nearest_of(tag, wider)


def _nearest(tag: str, names: Sequence[str]) -> str | None:
    """Return which of *names* serves who wants *tag*: itself before "nb" for "nn"."""
    if tag in names:
        return tag
    match = best_match([tag], names)
    return None if match is None else match.spoken


def _nearest_of(tag: str, names: Sequence[str]) -> list[str]:
    name = _nearest(tag, names)
    return [] if name is None else [name]


def steps_for_caller(
    facts: Facts, line: Line, caller: Caller, desk: str | None
) -> tuple[Step, ...]:
    """Return the steps of *line* that the caller's words, and the *desk*, do not rule out.

    Of their conditions what is left open remains. What the line says to write is the first of
    them, whatever its steps say to write then.
    """
    if not line.steps and line.send is None:
        return ()
    who = caller if desk is None else replace(caller, desk=desk)
    kept: list[Step] = []
    for step in line.steps:
        open_ones = left_open(facts, limits_of(dict(step.only_for)), who) if step.only_for else ()
        if open_ones is not None:
            kept.append(step if open_ones == step.only_for else replace(step, only_for=open_ones))
    if line.send is None:
        return tuple(kept)
    first = Step(action="send", text=line.send)
    is_said = kept and replace(kept[0], label="") == first
    return tuple(kept) if is_said else (first, *kept)
