"""Hours that are otherwise between some instants: closures at short notice."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Iterable, Tuple

from supportlines.errors import on_one_line
from supportlines.hours.errors import check_type
from supportlines.hours.line.algebra import TimeLine
from supportlines.values import keep

if TYPE_CHECKING:
    from supportlines.hours.rules import State

TimedState = Tuple[int, "int | None", "State"]
"""POSIX seconds, half-open; None for no end; and the state between them."""


class Windowed(TimeLine):
    """A time line with windows over it; of those that meet, the later in the list holds.

    >>> from datetime import datetime, timezone
    >>> from supportlines.hours import OpeningHours
    >>> hours = OpeningHours.parse("24/7", time_zone="UTC")
    >>> noon = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
    >>> second = int(noon.timestamp())
    >>> Windowed(hours, [(second, second + 1800, "closed")]).state(noon)
    'closed'
    """

    __slots__ = ("_edges", "line", "windows")

    line: TimeLine
    """The hours below."""

    windows: tuple[TimedState, ...]
    """What is over them."""

    _edges: list[int]

    def __init__(self, line: TimeLine, windows: Iterable[TimedState]) -> None:
        check_type("line", line, TimeLine, "hours, such as OpeningHours.parse(…) returns")
        super().__init__(None)
        kept = tuple(windows)
        ends = [one[1] for one in kept if one[1] is not None]
        keep(self, line=line, windows=kept, _edges=sorted({*(one[0] for one in kept), *ends}))

    def __repr__(self) -> str:
        return on_one_line(f"{type(self).__name__}({self.line!r}, {list(self.windows)!r})")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Windowed):
            return NotImplemented
        return (self.line, self.windows) == (other.line, other.windows)

    def __hash__(self) -> int:
        return hash((self.line, self.windows))

    def __reduce__(self) -> tuple[object, ...]:
        return Windowed, (self.line, self.windows)

    def over(self, second: int) -> State | None:
        """Return the state that a window says for a POSIX *second*, or None if none is there."""
        for start, end, state in reversed(self.windows):
            if start <= second and (end is None or second < end):
                return state
        return None

    def edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return the edges of the line below, those of windows painted over them."""
        block = self.line.block_at(start)
        seconds = {*block.starts, *(one for one in self._edges if start < one < end)}
        return [(one, self.over(one) or self.line.state_at(one)) for one in sorted(seconds)]

    def begun_on(self, day: int) -> list[tuple[int, int]]:
        """Return the spans of the line below that begin on *day*; a window names none."""
        return self.line.begun_on(day)

    def quiet_until(self, second: int) -> int | None:
        """Return a second before which neither the line below nor a window brings anything."""
        place = bisect_right(self._edges, second - 1)
        edge = self._edges[place] if place < len(self._edges) else None
        below = self.line.quiet_until(second)
        if edge is None or below is None:
            return edge if below is None else below
        return min(edge, below)

    def may_open(self) -> bool:
        """Return whether the line below, or a window, may be open."""
        return self.line.may_open() or any(state == "open" for _, _, state in self.windows)

    def repeats_from(self) -> int:
        """Return the second from which on neither the line below nor a window has anything new."""
        return max(self.line.repeats_from(), *self._edges)

    def repeats_until(self) -> int:
        """Return the second before which neither had anything else."""
        return min(self.line.repeats_until(), *self._edges)
