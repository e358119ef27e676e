"""Closures and changed hours that come: what a caller should know before the day."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.hours import DAY, LAST_SECOND, instant_to_second, second_to_instant, union
from supportlines.lookup.lasting import lasting_changes, while_there
from supportlines.lookup.named_times import named_times
from supportlines.lookup.plan import called, followed_by
from supportlines.lookup.reasons import named_day
from supportlines.lookup.result import ComingChange
from supportlines.lookup.validity import in_agreement

if TYPE_CHECKING:
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.language_hours import LanguageHours
    from supportlines.lookup.memory import Memory, ServedHours, Stretch
    from supportlines.lookup.named_times import NamedTime
    from supportlines.lookup.plan import Plan

_AHEAD = 30 * DAY
_FORTNIGHT = 14 * DAY
_LONG = 400 * DAY
"""A change that is longer is told by its first days."""


class _Piece(NamedTuple):
    """A time in which hours stay what they are, for the same reasons."""

    start: int
    end: int
    """POSIX seconds, half-open."""
    state: State
    is_usual: bool
    """Whether it would be so without any exception, on a day that is no public holiday."""
    names: frozenset[str]
    """What makes it so."""


class Ahead(NamedTuple):
    """A change that is told before it begins."""

    change: ComingChange
    sight: int
    """The POSIX second that must be less than 30 days away, or over: that of its beginning, or of a
    change within which it begins, since it is told whenever that is."""


class _Told(NamedTuple):
    """What has a name, and makes hours other ones."""

    named: NamedTime
    sight: int
    """As of `Ahead`."""
    pieces: tuple[_Piece, ...]
    """What the hours are in its time."""


class _Foretold(NamedTuple):
    """What has a name for who asks in some weeks."""

    named: tuple[NamedTime, ...]
    """All of it, by its beginning."""
    told: tuple[_Told, ...]
    """What makes hours other ones."""
    later: tuple[NamedTime, ...]
    """What begins too late to be told."""
    lasting: tuple[Ahead, ...]
    """From when on they are other ones by the rules themselves."""


def foreseen(plan: Plan, served: ServedHours, since: int, until: int) -> Iterator[Ahead]:
    """Yield what `coming` tells of what an option stands for, before it begins.

    It is that of all seconds from *since* to *until*, half-open; by its beginning. Each is as it
    is told last.
    """
    served = _sure(served)
    if not any(one.hours.stated for one in served):
        return
    kept = _all_told(plan, served, since, min(until + _AHEAD, LAST_SECOND))
    starts = {one.named.start for one in kept.told}
    starts.update(instant_to_second(one.change.start) for one in kept.lasting)
    for start in sorted(one for one in starts if since < one):
        at = second_to_instant(start)
        seen = _seen(kept, min(start, until) - 1)
        yield from (one for one in seen if one.change.start == at)


def is_in_sight(one: Ahead, since: int, until: int) -> bool:
    """Return whether *one* is told at any POSIX second from *since* to *until*, half-open."""
    return since < instant_to_second(one.change.start) and one.sight < until - 1 + _AHEAD


def coming(plan: Plan, stretch: Stretch, second: int, _memory: Memory) -> tuple[ComingChange, ...]:
    """Return what is otherwise on the best option within 30 days of *second* (POSIX).

    That a day has a name is nothing by itself: its hours are other ones than usual. What begins
    within a change is told as well: it is no part of what that one says.
    """
    kept = _kept(plan, stretch, second)
    return () if kept is None else tuple(one.change for one in _seen(kept, second))


def coming_until(plan: Plan, stretch: Stretch, second: int, limit: int | None) -> int | None:
    """Return the first second after *second* at which something else may come.

    What is not before *limit* does not matter; None is the end of all time.
    """
    kept = _kept(plan, stretch, second)
    if kept is None:
        return limit
    over = (second // _FORTNIGHT + 1) * _FORTNIGHT
    last = over if limit is None else min(over, limit)
    edges = {edge for edge in _edges(kept) if second < edge < last}
    seen = _seen(kept, second) if edges else ()
    return next((edge for edge in sorted(edges) if _seen(kept, edge) != seen), last)


def _edges(kept: _Foretold) -> Iterator[int]:
    """Yield the seconds at which something comes into sight or is over; see `_seen`."""
    for one in kept.told:
        yield one.sight - _AHEAD + 1
        if one.named.end is not None:
            yield one.named.end
        for piece in one.pieces:
            yield piece.start - _AHEAD - DAY + 1
            yield piece.end
    for lasting in kept.lasting:
        yield lasting.sight - _AHEAD + 1
        yield instant_to_second(lasting.change.start)


def _kept(plan: Plan, stretch: Stretch, second: int) -> _Foretold | None:
    """Return what may come in the fortnight of *second*; None if nobody says when, ever."""
    served = _sure(stretch.best)
    if not any(one.hours.stated for one in served):  # no day is another one
        return None
    return _told(plan, served, second // _FORTNIGHT)


def _seen(kept: _Foretold, second: int) -> tuple[Ahead, ...]:
    """Return what is to be told at *second* of all that a fortnight has."""
    until = second + _AHEAD
    tells = [*(one.named for one in kept.told), *kept.later]
    found = []
    for one, sight, pieces in kept.told:
        if sight < until and (one.end is None or second < one.end):
            last = _looked_at(one, until)
            near = [*_near(pieces, last)]
            others = [other for other in kept.named if other.why.text != one.why.text]
            is_told = any(_makes(one, piece) and piece.end > second for piece in near)
            if is_told and not _hangs_on(one, others, near):
                over = last if _is_whole(one) else last - 1
                found.append(Ahead(_change(one, tells, pieces, last, over), sight))
    at = second_to_instant(second)
    found += [each for each in kept.lasting if at < each.change.start and each.sight < until]
    return tuple(sorted(found, key=lambda one: one.change.start))


def _looked_at(one: NamedTime, until: int) -> int:
    """Return up to when hours are looked at that *one* makes other ones; a night may go on."""
    if one.end is not None and _is_whole(one):
        return one.end + DAY
    return max(until, one.start + _AHEAD) + DAY


def _is_whole(one: NamedTime) -> bool:
    """Return whether all of *one* is looked at."""
    return one.end is not None and one.end - one.start <= _LONG


def _near(pieces: Iterable[_Piece], last: int) -> Iterator[_Piece]:
    """Yield *pieces* up to the *last* second: what is told before a change is always the same."""
    for piece in pieces:
        if piece.start < last:
            yield piece if piece.end <= last else piece._replace(end=last)


def _sure(served: ServedHours) -> ServedHours:
    """Return the hours that are for the caller whatever was not said; all of them if none is."""
    return tuple(one for one in served if not one.limits) or served


def _told(plan: Plan, served: ServedHours, fortnight: int) -> _Foretold:
    """Return all that has a name for who asks in a fortnight, counted from 1970; one is kept."""
    key = (tuple((one.line.id, id(one.hours), one.limits) for one in served), fortnight)
    kept: _Foretold | None = plan.coming.get(key)
    if kept is None:
        since = fortnight * _FORTNIGHT
        kept = _all_told(plan, served, since, min(since + _FORTNIGHT + _AHEAD, LAST_SECOND))
        plan.coming.clear()
        plan.coming[key] = kept
    return kept


def _all_told(plan: Plan, served: ServedHours, since: int, until: int) -> _Foretold:
    by_start = _all_named(plan, served, since, until)
    # By any of the lines for the caller somebody answers; what is for some only must agree.
    together = in_agreement if served[0].limits else _any
    caller = plan.caller
    actual = together([while_there(one.hours.line, one.line, caller) for one in served])
    usual = actual
    if by_start:
        usual = together([while_there(one.hours.usual, one.line, caller) for one in served])
    found: list[_Told] = []
    later = []
    for one in by_start:
        sight = _sight_of(one.start, found)
        if sight >= until:
            later.append(one)
            continue
        first = one.start if _is_whole(one) else max(one.start, since - _AHEAD)
        last = min(one.end or LAST_SECOND, _looked_at(one, until))
        hours = [one.hours for one in served]
        pieces = [*_pieces(hours, actual, usual, first, last)]
        goes_on = any(each.start <= last < (each.end or until) for each in by_start)
        if pieces and last == one.end and not goes_on:
            pieces += _night(one, pieces[-1], _pieces(hours, actual, usual, last, last + DAY))
        if any(_makes(one, piece) for piece in pieces):
            found.append(_Told(one, sight, tuple(pieces)))
    names = partial(called, plan), partial(followed_by, plan)
    reached = max([until, *(each.named.end or until for each in found if _is_whole(each.named))])
    lasting = tuple(
        Ahead(one, _sight_of(instant_to_second(one.start), found))
        for one in lasting_changes(served, caller, together, *names, since, reached)
    )
    return _Foretold(by_start, tuple(found), tuple(later), lasting)


def _sight_of(start: int, told: Sequence[_Told]) -> int:
    """Return the `sight` of what begins at *start*, given what is told that begins before it."""
    around = [one for one in told if _is_around(one.named, start)]
    return min([start, *(one.sight for one in around if start - one.sight < _LONG)])


def _all_named(plan: Plan, served: ServedHours, since: int, until: int) -> tuple[NamedTime, ...]:
    """Return by its beginning what has a name from *since* on, as far as it is looked at.

    That is what begins up to *until*, what begins within that, and so on.
    """
    last = until
    while True:
        named = named_times(plan, served, since, last)
        by_start = tuple(sorted(named, key=lambda one: (one.start, one.end or until)))
        near: list[NamedTime] = []
        for one in by_start:
            is_near = any(_is_around(each, one.start) for each in near)
            if one.start < until or (is_near and one.start < until + _LONG):
                near.append(one)
        reached = max((_looked_at(one, until) for one in near), default=until)
        if min(reached, LAST_SECOND) <= last + 2 * DAY:
            return by_start
        last = min(reached, LAST_SECOND)


def _is_around(outer: NamedTime, start: int) -> bool:
    """Return whether *start* is within *outer*, of which all is looked at."""
    return _is_whole(outer) and outer.start < start < (outer.end or outer.start)


def _any(lines: Sequence[TimeLine]) -> TimeLine:
    return union(*lines)


def _pieces(
    served: Sequence[LanguageHours], actual: TimeLine, usual: TimeLine, start: int, end: int
) -> Iterator[_Piece]:
    """Yield from *start* to *end* what the hours are, while the line is there, and why."""
    while start < end:
        known = [one.grounds(start) for one in served]
        grounds = [ground for found, _ in known for ground in found]
        grounds += [ground for one in served for ground in one.missed(start)]
        holds = [until for _, until in known]
        names = [one.why.text for one in grounds if one.why is not None]
        names += [one.of_parts.name for one in grounds if one.of_parts is not None]
        state = actual.state_at(start)
        changes = (actual.next_change_after(start), usual.next_change_after(start), *holds)
        last = min(one for one in (*changes, end) if one is not None)
        yield _Piece(start, last, state, state == usual.state_at(start), frozenset(names))
        start = last


def _makes(one: NamedTime, piece: _Piece) -> bool:
    """Return whether hours are other ones in *piece* because of *one*."""
    return not piece.is_usual and one.why.text in piece.names


def _night(one: NamedTime, last: _Piece, after: Iterable[_Piece]) -> Iterator[_Piece]:
    """Yield those *after* the end of *one* in which the *last* time of its own goes on."""
    for piece in chain([last], after):
        if piece.state != "open" or one.why.text not in piece.names:
            return
        if piece is not last:
            yield piece


def _is_of(one: NamedTime, told: Sequence[NamedTime], piece: _Piece) -> bool:
    """Return whether it is for *one* to tell of *piece*, and not for another that is *told*.

    What makes no hours other ones is not told, and leaves what it has to the day that does.
    """
    for each in told:  # of the same name the one that begins within the other speaks
        is_inner = each.why.text == one.why.text and _is_around(one, each.start)
        if is_inner and each.start <= piece.start and piece.end <= (each.end or LAST_SECOND):
            return False
    return one.why.text in piece.names or not any(
        each.why.text in piece.names
        and each.start < piece.end
        and piece.start < (each.end or LAST_SECOND)
        for each in told
    )


def _hangs_on(one: NamedTime, others: Sequence[NamedTime], pieces: Sequence[_Piece]) -> bool:
    """Return whether another one that is longer leaves open what holds in the time of *one*."""
    unknown = {name for piece in pieces if piece.state == "unknown" for name in piece.names}
    end = one.end or LAST_SECOND
    return one.why.text not in unknown and any(
        each.why.text in unknown and each.start <= one.start and end <= (each.end or LAST_SECOND)
        for each in others
    )


def _change(
    one: NamedTime, told: Sequence[NamedTime], pieces: Sequence[_Piece], last: int, over: int
) -> ComingChange:
    """Return what is told of *one*.

    Args:
        one: What makes hours other ones.
        told: All that is told, or will be.
        pieces: What hours are in its time.
        last: The second up to which they are looked at.
        over: The last second at which hours may end: who is told of others is told of no end.
    """
    own = [piece for piece in pieces if _is_of(one, told, piece)]
    states = {piece.state for piece in own if piece.start < last}
    # Who reads some hours takes it to be closed in the rest.
    state: State = "unknown" if "unknown" in states else "open" if "open" in states else "closed"
    opened: list[tuple[int, int]] = []
    for piece in own if state == "open" else ():
        if piece.state == "open":
            since = opened.pop()[0] if opened and opened[-1][1] == piece.start else piece.start
            opened.append((since, piece.end))
    hours = tuple(
        (second_to_instant(since), second_to_instant(until))
        for since, until in opened
        if until <= over
    )
    end = None if one.end is None else second_to_instant(one.end)
    start = second_to_instant(one.start)
    return ComingChange(start, end, state, named_day(one.why), hours, one.days)
