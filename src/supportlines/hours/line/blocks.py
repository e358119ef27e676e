"""Pieces of a time line, worked out once and then only searched."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from supportlines.hours.rules import State

SHIFT = 21
"""A block begins at a multiple of 2**21 POSIX seconds, some 24 days.

Half as long, and a year takes twice as many; twice as long, and the first question of a line
that is asked once costs twice as much.
"""


class Block(NamedTuple):
    """A time line from one multiple of 2**21 seconds to the next."""

    starts: tuple[int, ...]
    """POSIX seconds at which stretches begin; the first is the block's own start."""

    states: tuple[State, ...]
    """State of each stretch; neighbours differ."""

    opened: tuple[int, ...]
    """Open seconds from the block's start to the start of each stretch, and to its end."""


def make_block(key: int, edges: list[tuple[int, State]]) -> Block:
    """Return the block with these stretches; neighbours of one state become one.

    Args:
        key: The block's number.
        edges: Starts and states, sorted; the first start is the block's own.
    """
    starts: list[int] = []
    states: list[State] = []
    opened: list[int] = []
    total = since = 0
    held: State | None = None
    for start, state in edges:  # every line passes through here: one look at each edge
        if state == held:
            continue
        if held == "open":
            total += start - since
        starts.append(start)
        states.append(state)
        opened.append(total)
        since, held = start, state
    opened.append(total + ((key + 1 << SHIFT) - since if held == "open" else 0))
    return Block(tuple(starts), tuple(states), tuple(opened))


def opened_before(block: Block, second: int) -> int:
    """Return the open seconds from the start of *block* to *second*, which lies in it."""
    starts, states, opened = block
    index = bisect_right(starts, second) - 1
    return opened[index] + (second - starts[index] if states[index] == "open" else 0)
