"""Hours combined: union, intersection, difference, complement, across zones and exact."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Callable, Iterator, Sequence

from supportlines.errors import on_one_line
from supportlines.hours.days import DAY, day_number
from supportlines.hours.errors import NoHoursError, check_type
from supportlines.hours.line.timeline import InstantLine
from supportlines.values import keep

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours.rules import State

_RANK = {"closed": 0, "unknown": 1, "open": 2}
_OPPOSITES: dict[State, State] = {"closed": "open", "unknown": "unknown", "open": "closed"}
_FOR_EVER = 1 << 60
BEFORE_ZONES = day_number(1800, 1, 1) * DAY
"""POSIX second before which no zone has a change."""

Joint = Callable[[Sequence["State"]], "State"]
"""What states of several lines at one instant are together."""


def best(states: Sequence[State]) -> State:
    """Return the state of a union: open before unknown before closed."""
    return max(states, key=_RANK.__getitem__)


def worst(states: Sequence[State]) -> State:
    """Return the state of an intersection: closed before unknown before open."""
    return min(states, key=_RANK.__getitem__)


def agreed(states: Sequence[State]) -> State:
    """Return what is sure of hours of which nobody knows which of them are meant."""
    return states[0] if states.count(states[0]) == len(states) else "unknown"


def opposite(states: Sequence[State]) -> State:
    """Return the state of a complement, which has one member."""
    return _OPPOSITES[states[0]]


_DECISIVE: dict[Joint, State] = {best: "open", worst: "closed", agreed: "unknown"}
"""The state of one member that is the state of all together, whatever the others say."""


_NAMES: dict[Joint, str] = {best: "union", worst: "intersection", opposite: "complement"}
"""How each is made; the others are what `Combined` itself is given."""


class TimeLine(InstantLine):
    """Hours in one zone or several: a state for every instant, and what combines them.

    ``a | b`` is open where either is, ``a & b`` where both are, ``a - b`` where a is and b is
    not, ``~a`` where a is closed; see `union`, `intersection`, `difference`, `complement`.
    """

    __slots__ = ()

    def begun_on(self, day: int) -> list[tuple[int, int]]:
        """Return open spans (POSIX seconds) that begin on a day of the wall calendar of their zone.

        The day is counted from 1970. Spans of several members may meet, and not all of that time
        need be open; hours that name no day, such as ``24/7``, have none.
        """
        del day
        return []

    def __or__(self, other: object) -> TimeLine:
        return union(self, other) if isinstance(other, TimeLine) else NotImplemented

    def __and__(self, other: object) -> TimeLine:
        return intersection(self, other) if isinstance(other, TimeLine) else NotImplemented

    def __sub__(self, other: object) -> TimeLine:
        return difference(self, other) if isinstance(other, TimeLine) else NotImplemented

    def __invert__(self) -> TimeLine:
        return complement(self)


class Combined(TimeLine):
    """Several time lines whose states together make one."""

    __slots__ = ("joint", "members")

    joint: Joint
    """What their states are together: `agreed`, or what the functions below take."""

    members: tuple[TimeLine, ...]

    def __init__(self, joint: Joint, members: tuple[TimeLine, ...]) -> None:
        states = [member.constant for member in members]
        known = [state for state in states if state is not None]
        is_whole = len(known) == len(states)
        together = joint(known) if known and (is_whole or joint in _DECISIVE) else None
        decides = is_whole or (together is not None and together == _DECISIVE.get(joint))
        super().__init__(together if decides else None)
        keep(self, joint=joint, members=tuple(members))

    def __repr__(self) -> str:
        members = ", ".join(map(repr, self.members))
        name = _NAMES.get(self.joint)
        if name is None:
            return on_one_line(f"Combined({self.joint.__name__}, ({members},))")
        return on_one_line(f"{name}({members})")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Combined):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        # `union(a, b)` says what `union(b, a)` does; of another joint nobody knows.
        is_unordered = self.joint in _DECISIVE
        return self.joint, frozenset(self.members) if is_unordered else self.members

    def __reduce__(self) -> tuple[object, ...]:
        return Combined, (self.joint, self.members)

    def edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return the seconds at which a member changes, with what all say together from then on.

        The blocks of all lines begin at the same seconds, so that one block of each is enough.
        """
        changes: list[tuple[int, int, State]] = []
        for number, member in enumerate(self.members):
            block = member.block_at(start)
            changes.extend(zip(block.starts, repeat(number), block.states))
        changes.sort()
        states: list[State] = ["closed"] * len(self.members)
        found: list[tuple[int, State]] = []
        following = [second for second, _, _ in changes[1:]]
        for (second, number, state), after in zip(changes, [*following, end]):
            states[number] = state
            # Members that change in one second are judged when the last of them has changed:
            # between the two there is no time in which a state of both halves could hold.
            if after != second:
                found.append((second, self.joint(states)))
        return found

    def begun_on(self, day: int) -> list[tuple[int, int]]:
        """Return the spans of all members that begin on *day*; outside of hours none does."""
        if self.joint is opposite:
            return []
        return [span for member in self.members for span in member.begun_on(day)]

    def quiet_until(self, second: int) -> int | None:
        """Return a second before which no member changes, or some decide for all of them.

        A member that decides keeps the others from being seen for as long as it is quiet, so
        the latest of those bounds counts; without one, the first bound of any does. Members of
        which nobody knows which is meant decide in pairs, when they say different things.
        """
        decisive = _DECISIVE.get(self.joint)
        bounds: list[int] = []
        latest: dict[State, int] = {}
        for member in self.members:
            until = member.quiet_until(second)
            bound = _FOR_EVER if until is None else until
            bounds.append(bound)
            # The second before: its block is there, and a change at *second* is still to be seen.
            state = member.state_at(second - 1)
            latest[state] = max(bound, latest.get(state, bound))
        found = max(min(bounds), latest.get(decisive, second) if decisive else second)
        if self.joint is agreed and len(latest) > 1:
            found = max(found, sorted(latest.values())[-2])
        return None if found == _FOR_EVER else found

    def may_open(self) -> bool:
        """Return whether a member may open that is enough, or all that are needed."""
        if self.joint is best:
            return any(member.may_open() for member in self.members)
        if self.joint is worst:
            return all(member.may_open() for member in self.members)
        # A complement is open where its member is closed, and who agrees may agree on that.
        return True

    def repeats_from(self) -> int:
        """Return the second from which on no member has anything new."""
        return max(member.repeats_from() for member in self.members)

    def news_from(self, second: int) -> int | None:
        """Return the first second from *second* on at which a member has news, or None."""
        found = [member.news_from(second) for member in self.members]
        return min((one for one in found if one is not None), default=None)

    def repeats_until(self) -> int:
        """Return the second before which no member had anything else, and no zone a change.

        Kinds of days are those of one wall calendar. Where several zones meet, also the offset
        between them has to be what it was; before 1800 no zone changed its own.
        """
        return min(BEFORE_ZONES, *(member.repeats_until() for member in self.members))


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
    if isinstance(line, Combined) and line.joint is opposite:
        return line.members[0]
    return Combined(opposite, (line,))


def difference(line: TimeLine, *others: TimeLine) -> TimeLine:
    """Return hours that are open where *line* is and none of *others*.

    Raises:
        WrongTypeError: If one of them is no time line.
    """
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
    return _differing(one.stretches(start, end), other.stretches(start, end))


def _differing(
    mine: Iterator[tuple[datetime, datetime, State]],
    theirs: Iterator[tuple[datetime, datetime, State]],
) -> Iterator[tuple[datetime, datetime, State, State]]:
    """Yield where two tilings of one range differ, side by side."""
    here, there = next(mine, None), next(theirs, None)
    while here is not None and there is not None:
        (first, end, state), (other_first, other_end, other_state) = here, there
        if state != other_state:
            yield max(first, other_first), min(end, other_end), state, other_state
        # Both tile one range, so they end together; until then the one that ends first goes on.
        here = next(mine, None) if end <= other_end else here
        there = next(theirs, None) if other_end <= end else there


def _check(lines: Sequence[object]) -> None:
    for line in lines:
        check_type("line", line, TimeLine, "hours, such as OpeningHours.parse(…) returns")


def _join(joint: Joint, decisive: State, idle: State, lines: Sequence[TimeLine]) -> TimeLine:
    """Return what *lines* are together, as few of them as say it.

    Args:
        joint: What their states are together.
        decisive: The state that is the whole, wherever one line has it.
        idle: The state that changes nothing, wherever one line has it.
        lines: At least one.
    """
    _check(lines)
    flat: dict[TimeLine, None] = {}
    for line in lines:
        same = isinstance(line, Combined) and line.joint is joint
        flat.update(dict.fromkeys(line.members if same else (line,)))  # type: ignore[attr-defined]
    for line in flat:
        if line.constant == decisive:
            return line
    if not flat:
        raise NoHoursError
    # If all are idle, one of them says so; which one makes no difference.
    kept = [line for line in flat if line.constant != idle] or list(flat)[:1]
    return kept[0] if len(kept) == 1 else Combined(joint, tuple(kept))
