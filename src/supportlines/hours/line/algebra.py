"""Hours combined: union, intersection, difference, complement, across zones and exact."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Callable, Iterator, Sequence

from supportlines.hours.days import DAY, day_number
from supportlines.hours.errors import NoHoursError, check_type
from supportlines.hours.line.timeline import TimeLine

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours.rules import State

_RANK = {"closed": 0, "unknown": 1, "open": 2}
_OPPOSITES: dict[State, State] = {"closed": "open", "unknown": "unknown", "open": "closed"}
BEFORE_ZONES = day_number(1800, 1, 1) * DAY
"""POSIX second before which no zone has a change."""

Rule = Callable[[Sequence["State"]], "State"]


def best(states: Sequence[State]) -> State:
    """Return the state of a union: open before unknown before closed."""
    return max(states, key=_RANK.__getitem__)


def worst(states: Sequence[State]) -> State:
    """Return the state of an intersection: closed before unknown before open."""
    return min(states, key=_RANK.__getitem__)


def agreed(states: Sequence[State]) -> State:
    """Return what is sure of hours of which nobody knows which of them are meant."""
    return states[0] if all(state == states[0] for state in states) else "unknown"


_DECISIVE: dict[Rule, State] = {best: "open", worst: "closed", agreed: "unknown"}
"""The state of one member that is the state of all together."""


class Combined(TimeLine):
    """Several time lines whose states together make one."""

    __slots__ = ("_rule", "members")

    def __init__(self, rule: Rule, members: tuple[TimeLine, ...]) -> None:
        super().__init__()
        self._rule = rule
        self.members = members
        states = [member.constant for member in members]
        known = [state for state in states if state is not None]
        together = rule(known) if known else None
        decides = len(known) == len(states) or together == _DECISIVE.get(rule)
        self.constant = together if decides else None

    def __repr__(self) -> str:
        return f"{self._rule.__name__}{self.members!r}"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Combined):
            return NotImplemented
        return self._rule is other._rule and self.members == other.members

    def __hash__(self) -> int:
        return hash((self._rule, self.members))

    def __reduce__(self) -> tuple[object, ...]:
        return Combined, (self._rule, self.members)

    def _edges(self, start: int, _end: int) -> list[tuple[int, State]]:
        changes: list[tuple[int, int, State]] = []
        for number, member in enumerate(self.members):
            block = member._block_at(start)  # noqa: SLF001 - a time line like this one
            changes.extend(zip(block.starts, repeat(number), block.states))
        changes.sort()
        states: list[State] = ["closed"] * len(self.members)
        found: list[tuple[int, State]] = []
        for place, (second, number, state) in enumerate(changes):
            states[number] = state
            if place + 1 == len(changes) or changes[place + 1][0] != second:
                found.append((second, self._rule(states)))
        return found

    def _quiet_until(self, second: int) -> int | None:
        decisive = _DECISIVE.get(self._rule)
        bounds: list[int] = []
        decided = second
        for member in self.members:
            bound = member._quiet_until(second)  # noqa: SLF001
            # The second before: its block is there, and a change at *second* is still to be seen.
            decides = member.state_at(second - 1) == decisive
            if bound is None and decides:
                return None
            if bound is not None:
                bounds.append(bound)
                decided = max(decided, bound) if decides else decided
        return max(decided, min(bounds)) if bounds else None

    def _may_open(self) -> bool:
        if self._rule is best:
            return any(member._may_open() for member in self.members)  # noqa: SLF001
        if self._rule is worst:
            return all(member._may_open() for member in self.members)  # noqa: SLF001
        return True

    def _repeats_from(self) -> int:
        return max(member._repeats_from() for member in self.members)  # noqa: SLF001

    def _repeats_until(self) -> int:
        return min(BEFORE_ZONES, *(member._repeats_until() for member in self.members))  # noqa: SLF001


def union(*lines: TimeLine) -> TimeLine:
    """Return hours that are open where any of *lines* is; unknown before closed otherwise.

    Lines may be in different zones. Unions inside are taken apart, equal lines are one, and a
    line that is open for ever is the whole union.

    Raises:
        NoHoursError: If no line is given.
        WrongTypeError: If one of *lines* is no time line.
    """
    return _join(best, "open", "closed", lines)


def intersection(*lines: TimeLine) -> TimeLine:
    """Return hours that are open where all of *lines* are, closed where any is.

    Raises:
        NoHoursError: If no line is given.
        WrongTypeError: If one of *lines* is no time line.
    """
    return _join(worst, "closed", "open", lines)


def complement(line: TimeLine) -> TimeLine:
    """Return hours that are open exactly where *line* is closed: after hours.

    What is unknown stays unknown. The complement of a complement is the line itself.

    Raises:
        WrongTypeError: If *line* is no time line.
    """
    _check((line,))
    if isinstance(line, Combined) and line._rule is opposite:  # noqa: SLF001
        return line.members[0]
    return Combined(opposite, (line,))


def difference(line: TimeLine, *others: TimeLine) -> TimeLine:
    """Return hours that are open where *line* is and none of *others*."""
    return intersection(line, *(complement(other) for other in others))


def disagreements(
    one: TimeLine, other: TimeLine, start: datetime, end: datetime
) -> Iterator[tuple[datetime, datetime, State, State]]:
    """Return an iterator of (start, end, state of one, state of other) where the two differ.

    Stretches are half-open, in UTC, in order, clipped to the range; a stretch ends where
    either state changes. Two lines mean the same in the range if there is none.

    Raises:
        NaiveDatetimeError: If *start* or *end* has no zone.
        WrongTypeError: If *one* or *other* is no time line.
    """
    _check((one, other))
    both = Combined(_pair, (one, other)).stretches(start, end)
    pairs = ((first, last, *states.split()) for first, last, states in both)
    return (each for each in pairs if each[2] != each[3])  # type: ignore[misc]


def opposite(states: Sequence[State]) -> State:
    """Return the state of a complement."""
    return _OPPOSITES[states[0]]


def _check(lines: Sequence[object]) -> None:
    for line in lines:
        check_type("line", line, TimeLine, "hours, such as OpeningHours.parse(…) returns")


def _pair(states: Sequence[State]) -> State:
    return " ".join(states)  # type: ignore[return-value]


def _join(rule: Rule, decisive: State, idle: State, lines: Sequence[TimeLine]) -> TimeLine:
    _check(lines)
    flat: dict[TimeLine, None] = {}
    for line in lines:
        same = isinstance(line, Combined) and line._rule is rule  # noqa: SLF001
        flat.update(dict.fromkeys(line.members if same else (line,)))  # type: ignore[attr-defined]
    for line in flat:
        if line.constant == decisive:
            return line
    if not flat:
        raise NoHoursError
    kept = [line for line in flat if line.constant != idle] or list(flat)[:1]
    return kept[0] if len(kept) == 1 else Combined(rule, tuple(kept))
