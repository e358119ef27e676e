"""Closures and changed hours that come: what a caller should know before the day."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.directory import CALLER, NOT_STATED
from supportlines.hours import (
    DAY,
    LAST_SECOND,
    OpeningHours,
    instant_to_second,
    open_zone,
    second_to_instant,
    union,
    whole_day_of_month,
)
from supportlines.lookup.holidays import HolidaysOfParts, holidays_for
from supportlines.lookup.lasting import lasting_changes, while_there
from supportlines.lookup.plan import called
from supportlines.lookup.reasons import named_day
from supportlines.lookup.result import ComingChange
from supportlines.lookup.speaking import DayReason
from supportlines.lookup.validity import in_agreement, start_of_day

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours import State, TimeLine
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.closures import HeldException
    from supportlines.lookup.histories import Stated
    from supportlines.lookup.holidays import Holidays
    from supportlines.lookup.language_hours import LanguageHours
    from supportlines.lookup.memory import Memory, ServedHours, Stretch
    from supportlines.lookup.plan import Plan

_AHEAD = 30 * DAY
_FORTNIGHT = 14 * DAY
_LONG = 400 * DAY
"""A change that is longer is told by its first days."""
_EPOCH = date(1970, 1, 1).toordinal()


class _Named(NamedTuple):
    """A time with a name."""

    start: int
    end: int | None
    """POSIX seconds, half-open; None if nobody knows its end."""
    why: DayReason
    days: tuple[date, date] | None = None
    """Its first and last day, if it begins and ends at midnight."""


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


class _Foretold(NamedTuple):
    """What has a name for who asks in some weeks."""

    named: tuple[_Named, ...]
    """All of it, by its beginning."""
    told: tuple[tuple[_Named, tuple[_Piece, ...]], ...]
    """What makes hours other ones, and what these are in its time."""
    later: tuple[_Named, ...]
    """What begins too late to be told."""
    lasting: tuple[ComingChange, ...]
    """From when on they are other ones by the rules themselves."""


def foreseen(plan: Plan, served: ServedHours, since: int, until: int) -> Iterator[ComingChange]:
    """Yield what `coming` tells of what an option stands for, before it begins.

    It is that of all seconds from *since* to *until*, half-open; by its beginning. Each is as it
    is told last.
    """
    served = _sure(served)
    if not any(one.hours.stated for one in served):
        return
    kept = _all_told(plan, served, since, min(until + _AHEAD, LAST_SECOND))
    starts = {one.start for one, _ in kept.told}
    starts.update(instant_to_second(one.start) for one in kept.lasting)
    for start in sorted(one for one in starts if since < one < until + _AHEAD):
        at = second_to_instant(start)
        seen = _seen(kept, min(start, until) - 1)
        yield from (one for one in seen if one.start == at)


def coming(plan: Plan, stretch: Stretch, second: int, _memory: Memory) -> tuple[ComingChange, ...]:
    """Return what is otherwise on the best option within 30 days of *second* (POSIX).

    That a day has a name is nothing by itself: its hours are other ones than usual.
    """
    kept = _kept(plan, stretch, second)
    return () if kept is None else _seen(kept, second)


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
    for one, pieces in kept.told:
        yield one.start - _AHEAD + 1
        if one.end is not None:
            yield one.end
        for piece in pieces:
            yield piece.start - _AHEAD - DAY + 1
            yield piece.end
    for lasting in kept.lasting:
        start = instant_to_second(lasting.start)
        yield start - _AHEAD + 1
        yield start


def _kept(plan: Plan, stretch: Stretch, second: int) -> _Foretold | None:
    """Return what may come in the fortnight of *second*; None if nobody says when, ever."""
    served = _sure(stretch.best)
    if not any(one.hours.stated for one in served):  # no day is another one
        return None
    return _told(plan, served, second // _FORTNIGHT)


def _seen(kept: _Foretold, second: int) -> tuple[ComingChange, ...]:
    """Return what is to be told at *second* of all that a fortnight has."""
    until = second + _AHEAD
    told = []
    for one, pieces in kept.told:
        if one.start < until and (one.end is None or second < one.end):
            near = [*_near(pieces, _looked_at(one, until))]
            others = [each for each in kept.named if each.why.text != one.why.text]
            is_told = any(_makes(one, piece) and piece.end > second for piece in near)
            if is_told and not _hangs_on(one, others, near):
                told.append((one, near))
    tells = [*(one for one, _ in kept.told), *kept.later]
    found = [_change(one, tells, near) for one, near in told]
    lasting = [one for one in kept.lasting if second < instant_to_second(one.start) < until]
    return tuple(sorted((*found, *lasting), key=lambda one: one.start))


def _looked_at(one: _Named, until: int) -> int:
    """Return up to when hours are looked at that *one* makes other ones; a night may go on."""
    is_whole = one.end is not None and one.end - one.start <= _LONG
    last = one.end if is_whole and one.end is not None else max(until, one.start + _AHEAD)
    return last + DAY


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
    named = [*_all_named(plan, served, since, until)]
    last = max((_looked_at(one, until) for one in named), default=until)
    if last > until + 2 * DAY:  # what begins within one of them later has a name of its own
        named = [*_all_named(plan, served, since, min(last, LAST_SECOND))]
    by_start = tuple(sorted(named, key=lambda one: (one.start, one.end or until)))
    # By any of the lines for the caller somebody answers; what is for some only must agree.
    together = in_agreement if served[0].limits else _any
    caller = plan.caller
    actual = together([while_there(one.hours.line, one.line, caller) for one in served])
    usual = actual
    if by_start:
        usual = together([while_there(one.hours.usual, one.line, caller) for one in served])
    found = []
    for one in (each for each in by_start if each.start < until):
        first = max(one.start, since - _AHEAD)
        last = min(one.end or LAST_SECOND, _looked_at(one, until))
        hours = [one.hours for one in served]
        pieces = [*_pieces(hours, actual, usual, first, last)]
        goes_on = any(each.start <= last < (each.end or until) for each in by_start)
        if pieces and last == one.end and not goes_on:
            pieces += _night(one, pieces[-1], _pieces(hours, actual, usual, last, last + DAY))
        if any(_makes(one, piece) for piece in pieces):
            found.append((one, tuple(pieces)))
    lasting = lasting_changes(served, caller, together, partial(called, plan), since, until)
    later = tuple(one for one in by_start if one.start >= until)
    return _Foretold(by_start, tuple(found), later, lasting)


def _any(lines: Sequence[TimeLine]) -> TimeLine:
    return union(*lines)


def _all_named(plan: Plan, served: ServedHours, since: int, until: int) -> Iterable[_Named]:
    """Return what has a name; a day that some hours name, of those of several parts, says so."""
    found: list[dict[_Named, None]] = []
    for one in served:
        times = (
            each
            for stated in one.hours.heard
            for each in _named_times(plan, one.hours.caller, stated, since, until)
            if each.start < until and (each.end is None or each.end > since)
        )
        found.append(dict.fromkeys(_wherever(dict.fromkeys(times))))
    of_all = set(found[0]).intersection(*found)
    of_parts = all("subdivision" in dict(one.limits) for one in served)
    for each in dict.fromkeys(each for one in found for each in one):
        is_of_all = each in of_all or each.why.perhaps is not None or not of_parts
        yield each if is_of_all else each._replace(why=each.why._replace(perhaps="parts"))


def _wherever(named: Iterable[_Named]) -> Iterable[_Named]:
    """Return *named* with those of the same days in several zones as one, the widest."""
    found: dict[object, _Named] = {}
    for one in named:
        key = one if one.days is None else (one.why, one.days)
        other = found.get(key)
        if other is None or other.end is None or one.end is None:
            found.setdefault(key, one)
        else:
            start, end = min(one.start, other.start), max(one.end, other.end)
            found[key] = one._replace(start=start, end=end)
    return found.values()


def _named_times(
    plan: Plan, caller: Caller, stated: Stated, second: int, until: int
) -> Iterator[_Named]:
    """Yield the times with a name that rules and exceptions speak of to *caller*."""
    rule = stated.first
    zones = plan.caller.local_zones or ("UTC",)
    for zone in zones if rule.time_zone == CALLER else (rule.time_zone,):
        for one in stated.exceptions:
            yield from _of_closure(one, zone, second, until)
        if stated.timetable().names_holidays or rule.holidays == NOT_STATED:
            calendar = holidays_for(plan.facts, rule, caller)
            day = calendar.next_from(_day_in(zone, second))
            while day is not None and day <= _day_in(zone, until):
                why = _why_on(calendar, day)
                if why is not None:
                    if rule.holidays == NOT_STATED:
                        why = why._replace(perhaps="holiday")
                    yield _on_days(zone, day, day, why)
                day = calendar.next_from(date.fromordinal(day.toordinal() + 1))


def _why_on(calendar: Holidays, day: date) -> DayReason | None:
    """Return what *day* is called if some parts of the country keep it, at least."""
    parts = calendar.parts_on(day) if isinstance(calendar, HolidaysOfParts) else None
    if parts is not None:
        return DayReason(parts.name, perhaps="parts")
    name = calendar.name_on(day)
    return None if name is None else DayReason(name)


def _of_closure(one: HeldException, zone: str, second: int, until: int) -> Iterator[_Named]:
    said = one.said
    first, last = one.days
    days = said.days if said.reason is None and not said.end_unknown else None
    why = DayReason(one.reason, days, "end" if said.end_unknown else None)
    if last < first:
        return
    if said.each_month is not None:
        only = OpeningHours.of(whole_day_of_month(said.each_month), zone)
        seen = range(_day_in(zone, second).toordinal(), _day_in(zone, until).toordinal() + 1)
        for day in map(date.fromordinal, seen):
            that_day = why if days is None else why._replace(days=(day, day))
            named = _on_days(zone, day, day, that_day)
            if first <= day <= last and only.state_at(named.start) == "open":
                yield named
    elif one.is_of_instants:
        start, end = one.seconds(lasts=True)
        yield _Named(start, end, why)
    elif said.begins is not None:
        start = _at_clock(zone, said.begins.date(), said.begins.hour * 60 + said.begins.minute)
        ends = said.ends
        end = None if ends is None else _at_clock(zone, ends.date(), ends.hour * 60 + ends.minute)
        yield _Named(start, end, why)
    else:
        named = _on_days(zone, first, last, why)
        yield named._replace(end=None, days=None) if said.end_unknown else named


def _on_days(zone: str, first: date, last: date, why: DayReason) -> _Named:
    start = start_of_day(zone, first.toordinal() - _EPOCH)
    end = None if last == date.max else start_of_day(zone, last.toordinal() + 1 - _EPOCH)
    return _Named(start, end, why, None if end is None else (first, last))


def _at_clock(zone: str, day: date, minute: int) -> int:
    """Return the first POSIX second of *day* at which its clock shows *minute*, or a later one."""
    start = start_of_day(zone, day.toordinal() - _EPOCH)
    wall = (day.toordinal() - _EPOCH) * DAY + minute * 60
    for first, last, offset in open_zone(zone).segments(start, start + 2 * DAY):
        found = max(first, wall - offset)
        if found < last:
            return found
    return start + minute * 60


def _day_in(zone: str, second: int) -> date:
    return second_to_instant(second + open_zone(zone).offset_at(second)).date()


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


def _makes(one: _Named, piece: _Piece) -> bool:
    """Return whether hours are other ones in *piece* because of *one*."""
    return not piece.is_usual and one.why.text in piece.names


def _night(one: _Named, last: _Piece, after: Iterable[_Piece]) -> Iterator[_Piece]:
    """Yield those *after* the end of *one* in which the *last* time of its own goes on."""
    for piece in chain([last], after):
        if piece.state != "open" or one.why.text not in piece.names:
            return
        if piece is not last:
            yield piece


def _is_of(one: _Named, told: Sequence[_Named], piece: _Piece) -> bool:
    """Return whether it is for *one* to tell of *piece*, and not for another that is *told*.

    What makes no hours other ones is not told, and leaves what it has to the day that does.
    """
    return one.why.text in piece.names or not any(
        each.why.text in piece.names
        and each.start < piece.end
        and piece.start < (each.end or LAST_SECOND)
        for each in told
    )


def _hangs_on(one: _Named, others: Sequence[_Named], pieces: Sequence[_Piece]) -> bool:
    """Return whether another one that is longer leaves open what holds in the time of *one*."""
    unknown = {name for piece in pieces if piece.state == "unknown" for name in piece.names}
    end = one.end or LAST_SECOND
    return one.why.text not in unknown and any(
        each.why.text in unknown and each.start <= one.start and end <= (each.end or LAST_SECOND)
        for each in others
    )


def _change(one: _Named, told: Sequence[_Named], pieces: Sequence[_Piece]) -> ComingChange:
    own = [piece for piece in pieces if _is_of(one, told, piece)]
    states = {piece.state for piece in own}
    state: State = "open" if "open" in states else "unknown" if "unknown" in states else "closed"
    opened: list[tuple[datetime, datetime]] = []
    for piece in own:
        if piece.state == "open":
            since, until = second_to_instant(piece.start), second_to_instant(piece.end)
            if opened and opened[-1][1] == since:
                since = opened.pop()[0]
            opened.append((since, until))
    end = None if one.end is None else second_to_instant(one.end)
    start = second_to_instant(one.start)
    return ComingChange(start, end, state, named_day(one.why), tuple(opened), one.days)
