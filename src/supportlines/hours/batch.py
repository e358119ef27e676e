"""Many time lines at one instant: who is open."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Sequence

from supportlines.hours.timeline import SHIFT, TimeLine, instant_to_second

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours.rules import State


def states_at(lines: Sequence[TimeLine], at: datetime) -> list[State]:
    """Return the state of each of *lines* at the instant *at*, in their order.

    The instant is read once; each line then costs one bisection.

    Raises:
        NaiveDatetimeError: If *at* has no zone.
    """
    second = instant_to_second(at)
    key = second >> SHIFT
    states = []
    for line in lines:
        block = line._blocks.get(key) or line._block(key)  # noqa: SLF001 - the hot path of TimeLine
        states.append(block[1][bisect_right(block[0], second) - 1])
    return states
