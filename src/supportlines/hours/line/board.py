"""Many time lines at one instant: who is open."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Iterable, Sequence

from supportlines.errors import on_one_line
from supportlines.hours.errors import check_type
from supportlines.hours.line.algebra import TimeLine
from supportlines.hours.line.blocks import SHIFT, Block
from supportlines.hours.line.instants import instant_to_second
from supportlines.values import Value, keep

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours.rules import State

_KEPT_COLUMNS = 20
_STEP = 128
"""Changes between two rows that are kept."""


class Column:
    """All lines in one block of time: some rows of states, and what changes between them."""

    __slots__ = ("changes", "rows", "seconds")

    def __init__(self, blocks: Sequence[Block]) -> None:
        row = [block.states[0] for block in blocks]
        changes = [
            (second, number, state)
            for number, block in enumerate(blocks)
            for second, state in zip(block.starts[1:], block.states[1:])
        ]
        changes.sort()
        self.seconds = [second for second, _, _ in changes]
        self.changes = [(number, state) for _, number, state in changes]
        self.rows = [row]
        for first in range(0, len(changes), _STEP):
            row = self._after(row, first, first + _STEP)
            self.rows.append(row)

    def states_at(self, second: int) -> list[State]:
        """Return the state of each line at a POSIX *second* in the block."""
        count = bisect_right(self.seconds, second)
        kept = count // _STEP
        return self._after(self.rows[kept], kept * _STEP, count)

    def _after(self, row: list[State], first: int, end: int) -> list[State]:
        states = row.copy()
        for number, state in self.changes[first:end]:
            states[number] = state
        return states


class Board(Value):
    """Time lines that are asked together, again and again.

    The changes of all lines in some 24 days are put into one order when first asked for. An
    instant then costs one bisection and at most 128 changes, however many the lines and zones.

    >>> from supportlines.hours import OpeningHours
    >>> from datetime import datetime, timezone
    >>> zones = ("Asia/Dubai", "America/Mexico_City")
    >>> lines = [OpeningHours.parse("Mo-Fr 09:00-18:00", time_zone=zone) for zone in zones]
    >>> Board(lines).states_at(datetime(2026, 11, 23, 16, tzinfo=timezone.utc))
    ['closed', 'open']
    """

    __slots__ = ("_columns", "lines")

    lines: tuple[TimeLine, ...]
    _columns: dict[int, Column]

    def __init__(self, lines: Sequence[TimeLine]) -> None:
        takes = "what OpeningHours.parse or union returns, in a list"
        check_type("lines", lines, Iterable, takes)
        kept = tuple(lines)
        for number, line in enumerate(kept):
            check_type(f"lines[{number}]", line, TimeLine, takes)
        keep(self, lines=kept, _columns={})

    def __repr__(self) -> str:
        return on_one_line(f"Board({list(self.lines)!r})")

    def __eq__(self, other: object) -> bool:
        return self.lines == other.lines if isinstance(other, Board) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.lines)

    def __reduce__(self) -> tuple[object, ...]:
        return Board, (self.lines,)

    def states_at(self, at: datetime) -> list[State]:
        """Return the state of each line at the instant *at*, in their order.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        second = instant_to_second(at)
        column = self._columns.get(second >> SHIFT) or self._column(second)
        return column.states_at(second)

    def _column(self, second: int) -> Column:
        if len(self._columns) >= _KEPT_COLUMNS:
            self._columns.clear()
        blocks = [line.block_at(second) for line in self.lines]
        column = self._columns[second >> SHIFT] = Column(blocks)
        return column
