"""What comes next: when a state ends, and which one follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple

from supportlines.hours import DAY, LAST_SECOND, instant_to_second, second_to_instant

if TYPE_CHECKING:
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.language_hours import Judgement, LanguageHours
    from supportlines.lookup.speaking import DayReason
    from supportlines.lookup.validity import Dates

_HORIZON = 366 * DAY
"""Seconds: zones that do not come to agree, or cease to, within a year are followed no further."""


class Upcoming(NamedTuple):
    """The next change of a state: to which one, and why."""

    changes_at: int | None
    """POSIX second of the first later instant with another state, or None if there is none."""
    state: State | None
    """The state from then on; None if there is no change."""
    why: DayReason | None
    """The holiday, the exception's reason or the comment that decides then that nobody is there."""
    opens: bool
    """Whether somebody answers from then on, in one of the caller's possible zones at least."""


NOTHING = Upcoming(None, None, None, opens=False)
"""The state stays for ever."""


def upcoming(hours: LanguageHours, judgement: Judgement, second: int) -> Upcoming:
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
    return _change(hours, changes_at, state)


def _change(hours: LanguageHours, second: int, state: State) -> Upcoming:
    """Return the change of *hours* to *state* at *second*."""
    states = {state}
    if state == "unknown" and len(hours.time_lines) > 1:
        states = {one.state_at(second) for _, one in hours.time_lines}
    why = hours.why(second, state) if state != "open" and len(states) == 1 else None
    return Upcoming(second, state, why, "open" in states)


def upcoming_within(
    dates: Dates, hours: LanguageHours, coming: Upcoming, second: int, state: State
) -> Upcoming:
    """Return what follows *state* on a line that is there on some days only.

    *coming* is what follows at *second* by the line's *hours* alone. The end of a line that is
    closed is no change, and neither is a change that its dates hide.
    """
    edges = [edge for edge in dates.edges if edge > second]
    sure = dates.state_at(second, "open") == "open"  # the dates hide nothing now
    if not edges or (sure and coming.changes_at is not None and coming.changes_at < edges[0]):
        return coming
    line = hours.agreed
    for point in _points(line, second, edges):
        own = line.state_at(point) if line is not None else "unknown"
        found = dates.state_at(point, own)
        if found == state:
            continue
        if found == own:
            return _change(hours, point, found) if line is not None else _bare(point, found)
        return Upcoming(point, found, None, opens=found == "unknown" and own == "open")
    if dates.ceases is not None:
        return NOTHING
    return upcoming(hours, hours.judge(edges[-1]), edges[-1])


def _bare(second: int, state: State) -> Upcoming:
    return Upcoming(second, state, None, opens=False)


def _points(line: TimeLine | None, second: int, edges: list[int]) -> Iterator[int]:
    """Yield the seconds at which *line* may change until the last of *edges*, and these."""
    start = second
    for edge in edges:
        until = min(edge, start + _HORIZON, LAST_SECOND)
        if line is not None and start < until:
            stretches = line.stretches(second_to_instant(start), second_to_instant(until))
            yield from (instant_to_second(begin) for begin, _, _ in stretches)
        yield edge
        start = edge


def _within_a_year(line: TimeLine, second: int) -> int | None:
    """Return the first change of *line* after *second*, if there is one within a year."""
    start = second_to_instant(second)
    end = second_to_instant(min(second + _HORIZON, LAST_SECOND))
    _, change, _ = next(line.stretches(start, end))
    return instant_to_second(change) if change < end else None
