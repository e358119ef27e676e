"""What comes next: when a state ends, and which one follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from supportlines.hours import instant_to_second, second_to_instant
from supportlines.hours.zones import LAST_SECOND

if TYPE_CHECKING:
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.spoken_hours import Judgement, SpokenHours

_HORIZON = 366 * 86_400
"""Seconds: zones that do not come to agree, or cease to, within a year are followed no further."""


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


def upcoming(hours: SpokenHours, judgement: Judgement, second: int) -> Upcoming:
    """Return what follows the state of *hours* at *second* (POSIX), as it was judged."""
    line, changes_at = hours.agreed, judgement.changes_at
    if line is None or changes_at is None:
        return NOTHING
    state = line.state_at(changes_at)
    if state == judgement.state:
        # One of several zones changes, and what all of them agree on does not.
        later = _within_a_year(line, second)
        if later is None:
            return NOTHING
        changes_at, state = later, line.state_at(later)
    states = {state}
    if state == "unknown" and len(hours.time_lines) > 1:
        states = {one.state_at(changes_at) for _, one in hours.time_lines}
    why = hours.why(changes_at, state) if state != "open" and len(states) == 1 else None
    return Upcoming(changes_at, state, why, "open" in states)


def _within_a_year(line: TimeLine, second: int) -> int | None:
    """Return the first change of *line* after *second*, if there is one within a year."""
    start = second_to_instant(second)
    end = second_to_instant(min(second + _HORIZON, LAST_SECOND))
    _, change, _ = next(line.stretches(start, end))
    return instant_to_second(change) if change < end else None
