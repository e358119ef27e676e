"""A plan and an instant become an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from supportlines.lookup.beside import beside
from supportlines.lookup.judging import stretch_at
from supportlines.lookup.memory import SHARED, Memory, Stretch
from supportlines.lookup.replies import counted_from, reply_by
from supportlines.lookup.result import Result

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.lookup.answer import Option
    from supportlines.lookup.plan import Plan


R = TypeVar("R", bound=Result)


def answer(plan: Plan, at: datetime, second: int, kind: type[R], memory: Memory = SHARED) -> R:
    """Return who can be called at *second* (POSIX seconds of the aware instant *at*).

    The result is of the *kind* of `Result` that is asked for.
    """
    stretch = stretch_at(plan, second, memory)
    options, others = stretch.options, stretch.other_ways
    if stretch.replies:
        options, others = _with_replies(stretch, at)
    return kind.of(
        {
            "at": at,
            "caller": plan.caller,
            "state": stretch.state,
            "options": options,
            "other_ways": others,
            "withheld": plan.offered.withheld,
            "guesses": stretch.guesses,
            "caveats": stretch.caveats,
            "data": plan.data,
            "_beside": (beside, plan, stretch, second, memory),
        }
    )


def _with_replies(stretch: Stretch, at: datetime) -> tuple[tuple[Option, ...], tuple[Option, ...]]:
    """Return options and other ways with the instants by which an answer comes."""
    options, others = list(stretch.options), list(stretch.other_ways)
    for one in stretch.replies:
        ways = others if one.of_others else options
        option = ways[one.place]
        start = counted_from(one.within, option, at)
        until = None if start is None else reply_by(one.within, one.hours, one.zones, start)
        ways[one.place] = replace(option, reply_by=until)
    return tuple(options), tuple(others)
