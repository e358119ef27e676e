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

    Where hours *above* them are open, no window is.

    >>> from datetime import datetime, timezone
    >>> from supportlines.hours import OpeningHours
    >>> hours = OpeningHours.parse("24/7", time_zone="UTC")
    >>> noon = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
    >>> second = int(noon.timestamp())
    >>> Windowed(hours, [(second, second + 1800, "closed")]).state(noon)
    'closed'
    """

    __slots__ = ("_edges", "above", "line", "windows")

    line: TimeLine
    """The hours below."""

    windows: tuple[TimedState, ...]
    """What is over them."""

    above: TimeLine | None
    """Hours that are open where the windows do not hold; None if they always do."""

    _edges: list[int]

    def __init__(
        self, line: TimeLine, windows: Iterable[TimedState], above: TimeLine | None = None
    ) -> None:
        for name, one in (("line", line), ("above", line if above is None else above)):
            check_type(name, one, TimeLine, "hours, such as OpeningHours.parse(…) returns")
        super().__init__(None)
        kept = tuple(windows)
        ends = [one[1] for one in kept if one[1] is not None]
        edges = sorted({*(one[0] for one in kept), *ends})
        keep(self, line=line, windows=kept, above=above, _edges=edges)

    def __repr__(self) -> str:
        above = "" if self.above is None else f", {self.above!r}"
        return on_one_line(f"{type(self).__name__}({self.line!r}, {list(self.windows)!r}{above})")

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Windowed) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[object, ...]:
        return Windowed, self._key()

    def _key(self) -> tuple[TimeLine, tuple[TimedState, ...], TimeLine | None]:
        return self.line, self.windows, self.above

    def over(self, second: int) -> State | None:
        """Return the state that a window says for a POSIX *second*, or None if none is there."""
        for start, end, state in reversed(self.windows):
            if start <= second and (end is None or second < end):
                return None if self._is_lifted(second) else state
        return None

    def _is_lifted(self, second: int) -> bool:
        return self.above is not None and self.above.state_at(second) == "open"

    def edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return the edges of the line below, those of windows painted over them."""
        seconds = {*self.line.block_at(start).starts}
        seconds.update(one for one in self._edges if start < one < end)
        if self.above is not None:
            seconds.update(self.above.block_at(start).starts)
        return [(one, self.over(one) or self.line.state_at(one)) for one in sorted(seconds)]

    def begun_on(self, day: int) -> list[tuple[int, int]]:
        """Return the spans of the line below that begin on *day*; a window names none."""
        return self.line.begun_on(day)

    def quiet_until(self, second: int) -> int | None:
        """Return a second before which no window brings anything, nor the line where it is seen."""
        place = bisect_right(self._edges, second - 1)
        bounds = [self._edges[place] if place < len(self._edges) else None]
        # The second before, since a change at *second* is still to be seen.
        is_hidden = self.over(second - 1) is not None
        if not is_hidden:
            bounds.append(self.line.quiet_until(second))
        if self.above is not None and (is_hidden or self._is_lifted(second - 1)):
            bounds.append(self.above.quiet_until(second))
        return min((one for one in bounds if one is not None), default=None)

    def may_open(self) -> bool:
        """Return whether the line below, or a window, may be open."""
        return self.line.may_open() or any(state == "open" for _, _, state in self.windows)

    def repeats_from(self) -> int:
        """Return the second from which on neither hours nor a window have anything new."""
        return max((*(one.repeats_from() for one in self._hours), *self._edges))

    def news_from(self, second: int) -> int | None:
        """Return the first second from *second* on at which hours or a window have news."""
        found = [one.news_from(second) for one in self._hours]
        found += [one for one in self._edges if one >= second]
        return min((one for one in found if one is not None), default=None)

    def repeats_until(self) -> int:
        """Return the second before which neither had anything else."""
        return min((*(one.repeats_until() for one in self._hours), *self._edges))

    @property
    def _hours(self) -> tuple[TimeLine, ...]:
        return (self.line,) if self.above is None else (self.line, self.above)
