"""Hours that become other ones for good, or for weeks: what dates of rules and lines say."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Callable, Iterator, NamedTuple, Sequence

from supportlines.directory import CALLER
from supportlines.hours import DAY, intersection, second_to_instant
from supportlines.lookup.reasons import day_not_stated, line_ends, new_hours
from supportlines.lookup.result import ComingChange
from supportlines.lookup.validity import dates_of, presence, start_of_day

if TYPE_CHECKING:
    from supportlines.directory import Line, Rule
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.answer import Caller, Reason
    from supportlines.lookup.histories import Stated
    from supportlines.lookup.memory import OptionHours

_WEEK = 7 * DAY
_EPOCH = date(1970, 1, 1).toordinal()


class _Turn(NamedTuple):
    """Midnights, one for each zone, between which rules or lines give way to others."""

    first: int
    last: int
    """POSIX seconds."""
    day: date
    """The first day of what comes."""
    ended: Line | None
    """A line that is there no more."""


def lasting_changes(
    served: Sequence[OptionHours],
    caller: Caller,
    together: Callable[[Sequence[TimeLine]], TimeLine],
    called: Callable[[str], str],
    followed_by: Callable[[Line], str | None],
    since: int,
    until: int,
) -> tuple[ComingChange, ...]:
    """Return from when on the hours of an option are other ones, because of dates of its rules.

    Args:
        served: What the option stands for.
        caller: Who asks.
        together: Joins the hours of several lines.
        called: Returns what a line is called that these wait for.
        followed_by: Returns what the line is called that takes the place of one, if any does.
        since: POSIX second; only what begins after it counts.
        until: POSIX second; only what begins up to it counts.
    """
    turns = [*_turns(served, caller)]
    if not any(since < one.first <= until for one in turns):
        return ()
    usual = together([while_there(one.hours.usual, one.line, caller) for one in served])
    actual = together([while_there(one.hours.line, one.line, caller) for one in served])
    told: list[_Turn] = []
    for before, one in zip([None, *turns], turns):
        if one.first > since and not _goes_on(usual, one, before):
            told.append(one)
        if told and told[-1].first > until:
            break  # it ends the one before it
    ends: list[_Turn | None] = [*told[1:], None]
    return tuple(
        _change(actual, one, after, partial(_why, served, one, called, followed_by))
        for one, after in zip(told, ends)
        if one.first <= until
    )


def while_there(hours: TimeLine, line: Line, caller: Caller) -> TimeLine:
    """Return *hours* on the days on which *line* is there for *caller*, and closed on others."""
    there = presence(line, caller)
    return hours if there is None else intersection(hours, there)


def _turns(served: Sequence[OptionHours], caller: Caller) -> Iterator[_Turn]:
    """Yield what turns, the earliest first; midnights of the same day in several zones together."""
    found: dict[date, list[tuple[int, Line | None]]] = {}
    for one in served:
        for stated in one.hours.heard:
            zones = caller.local_zones or ("UTC",)
            zones = zones if stated.first.time_zone == CALLER else (stated.first.time_zone,)
            for day in _days_of(stated):
                midnights = [start_of_day(zone, day.toordinal() - _EPOCH) for zone in zones]
                found.setdefault(day, []).extend((second, None) for second in midnights)
        dates, last = dates_of(one.line, caller), one.line.valid_until
        if dates is not None and dates.ceases and last is not None:
            ended = [(second, one.line) for second in dates.ceases]
            found.setdefault(last + timedelta(days=1), []).extend(ended)
    for day in sorted(found):
        seconds = [second for second, _ in found[day]]
        ended_line = next((line for _, line in found[day] if line is not None), None)
        yield _Turn(min(seconds), max(seconds), day, ended_line)


def _days_of(stated: Stated) -> Iterator[date]:
    """Yield the days on which other hours of *stated* begin than those of the eve."""
    starts = [rule.valid_from for rule in stated.rules]
    starts += [_day_after(rule.valid_until) for rule in stated.rules]
    for day in {one for one in starts if one is not None}:
        eve = day - timedelta(days=1) if day > date.min else day
        if _said_on(stated, day) != _said_on(stated, eve):
            yield day


def _said_on(stated: Stated, day: date) -> set[tuple[object, ...]]:
    return {(rule.hours, rule.after) for rule in _rules_on(stated, day)}


def _rules_on(stated: Stated, day: date) -> list[Rule]:
    return [
        rule
        for rule in stated.rules
        if (rule.valid_from or date.min) <= day <= (rule.valid_until or date.max)
    ]


def _day_after(day: date | None) -> date | None:
    return None if day is None or day == date.max else day + timedelta(days=1)


def _goes_on(usual: TimeLine, turn: _Turn, earlier: _Turn | None) -> bool:
    """Return whether the week after *turn* is as the one before it.

    If there was an *earlier* one in that week, what holds since then is the same all the time.
    """
    since = turn.first - _WEEK if earlier is None else max(earlier.last, turn.first - _WEEK)
    changes_at = usual.next_change_after(since)
    if changes_at is None or changes_at >= turn.last + _WEEK:
        return True
    before = turn.first - _WEEK
    later = _WEEK if turn.first == turn.last else 2 * _WEEK
    at = 0
    while at < _WEEK:
        seconds = (before + at, before + later + at)
        if len({usual.state_at(second) for second in seconds}) > 1:
            return False
        changes = [usual.next_change_after(second) for second in seconds]
        ahead = [one - second for one, second in zip(changes, seconds) if one is not None]
        at += min(ahead, default=_WEEK)
    return True


def _change(
    actual: TimeLine, turn: _Turn, after: _Turn | None, why: Callable[[State], Reason]
) -> ComingChange:
    """Return what is told of *turn*, and why; it holds until that *after* it.

    Hours are those that there are, also within a closure: new ones say nothing of that.
    """
    end = None if after is None else after.first
    spans = [*_week_from(actual, turn.first, end)]
    states = {state for _, _, state in spans}
    state: State = "open" if "open" in states else "unknown" if "unknown" in states else "closed"
    return ComingChange(
        start=second_to_instant(turn.first),
        end=None if end is None else second_to_instant(end),
        state=state,
        why=why(state),
        hours=tuple(
            (second_to_instant(start), second_to_instant(stop))
            for start, stop, each in spans
            if each == "open"
        ),
        days=None if after is None else (turn.day, after.day - timedelta(days=1)),
    )


def _week_from(hours: TimeLine, start: int, end: int | None) -> Iterator[tuple[int, int, State]]:
    """Yield the stretches that begin in the seven days from *start*, up to *end* if there is one.

    Without an end they are those of seven days.
    """
    stop = start + _WEEK if end is None else end
    week = min(start + _WEEK, stop)
    while start < week:
        change = hours.next_change_after(start)
        last = stop if change is None else min(change, stop)
        yield start, last, hours.state_at(start)
        start = last


def _why(
    served: Sequence[OptionHours],
    turn: _Turn,
    called: Callable[[str], str],
    followed_by: Callable[[Line], str | None],
    state: State,
) -> Reason:
    if turn.ended is not None and state == "closed":
        return line_ends(turn.ended, followed_by(turn.ended))
    stated = [each for one in served for each in one.hours.stated]
    rules = dict.fromkeys(rule for each in stated for rule in _rules_on(each, turn.day))
    tier = next((each.tier for each in stated), "")
    return new_hours(tier, tuple(rules), called) if rules else day_not_stated(tier)
