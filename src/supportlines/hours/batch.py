"""Many time lines at one instant: who is open."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Sequence

from supportlines.hours.blocks import SHIFT
from supportlines.hours.timeline import TimeLine, instant_to_second

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours.rules import State

_KEPT_COLUMNS = 32


class Board:
    """Time lines that are asked together, again and again.

    The instant is read once; each line then costs one bisection, whatever its zone.

    >>> from supportlines.hours import OpeningHours
    >>> from datetime import datetime, timezone
    >>> zones = ("Asia/Dubai", "America/Mexico_City")
    >>> lines = [OpeningHours.parse("Mo-Fr 09:00-18:00", time_zone=zone) for zone in zones]
    >>> Board(lines).states_at(datetime(2026, 11, 23, 16, tzinfo=timezone.utc))
    ['closed', 'open']
    """

    def __init__(self, lines: Sequence[TimeLine]) -> None:
        self.lines = tuple(lines)
        self._columns: dict[int, list[tuple[list[int], list[State]]]] = {}

    def states_at(self, at: datetime) -> list[State]:
        """Return the state of each line at the instant *at*, in their order.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        second = instant_to_second(at)
        column = self._columns.get(second >> SHIFT) or self._column(second)
        return [states[bisect_right(starts, second) - 1] for starts, states in column]

    def _column(self, second: int) -> list[tuple[list[int], list[State]]]:
        if len(self._columns) >= _KEPT_COLUMNS:
            self._columns.clear()
        blocks = [line._block_at(second) for line in self.lines]  # noqa: SLF001 - a part of it
        column = self._columns[second >> SHIFT] = [(b.starts, b.states) for b in blocks]
        return column
