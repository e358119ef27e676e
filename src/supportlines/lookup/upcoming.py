"""What comes next: when a state ends, and which one follows it."""

from __future__ import annotations

from heapq import heapify, heapreplace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Sequence

    from supportlines.hours import State, TimeLine
    from supportlines.lookup.spoken_hours import SpokenHours

_HORIZON = 366 * 86_400
"""Seconds: zones that do not come to agree, or cease to, within a year are followed no further."""
_NEVER = 1 << 60


class Upcoming(NamedTuple):
    """The next change of a state: to which one, and why."""

    changes_at: int | None
    """POSIX second of the first later instant with another state, or None if there is none."""
    state: State | None
    """The state from then on; None if there is no change."""
    why: str | None
    """The holiday, the exception's reason or the comment that decides then that nobody is there."""
    opens: bool
    """Whether somebody answers from then on, in one of the caller's possible zones at least."""

    def within(self, ends_at: int | None, state: State) -> Upcoming:
        """Return what comes next on a line that is in *state* now and ceases at *ends_at*.

        A line that has ceased is closed, so that the end of a closed one is no change.
        """
        if ends_at is None or (self.changes_at is not None and self.changes_at < ends_at):
            return self
        return NOTHING if state == "closed" else Upcoming(ends_at, "closed", None, opens=False)


NOTHING = Upcoming(None, None, None, opens=False)
"""The state stays for ever."""


def upcoming(hours: SpokenHours, second: int) -> Upcoming:
    """Return what follows the state of *hours* at *second* (POSIX)."""
    lines = [line for _, line in hours.time_lines]
    found = _next_change(lines, second)
    if found is None:
        return NOTHING
    changes_at, states = found
    state = agreed(states)
    why = None
    if state != "open" and len(set(states)) == 1:
        grounds = hours.judge(changes_at).deciding
        why = next((ground.why for ground in grounds if ground.why is not None), None)
    return Upcoming(changes_at, state, why, "open" in states)


def agreed(states: Sequence[State]) -> State:
    """Return the state of a caller who may be in any of several zones: unknown unless all agree."""
    return states[0] if all(state == states[0] for state in states) else "unknown"


def _next_change(lines: Sequence[TimeLine], second: int) -> tuple[int, list[State]] | None:
    """Return the first later second at which what the zones agree on differs, with their states."""
    states = [line.state_at(second) for line in lines]
    if not states:
        return None
    now = agreed(states)
    changes = [(_after(line, second), place) for place, line in enumerate(lines)]
    heapify(changes)
    while changes[0][0] < _NEVER:
        at = changes[0][0]
        if len(lines) > 1 and at > second + _HORIZON:
            break
        while changes[0][0] == at:
            place = changes[0][1]
            states[place] = lines[place].state_at(at)
            heapreplace(changes, (_after(lines[place], at), place))
        if agreed(states) != now:
            return at, states
    return None


def _after(line: TimeLine, second: int) -> int:
    change = line.next_change_after(second)
    return _NEVER if change is None else change
