"""Until when a first answer is promised."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.hours import (
    DAY,
    LAST_SECOND,
    in_utc,
    instant_to_second,
    open_zone,
    second_to_instant,
)
from supportlines.lookup.conditions import left_open, limits_of
from supportlines.lookup.validity import end_of_day, start_of_day

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.directory import Facts, Line, Region, Reply, Within
    from supportlines.hours import TimeLine
    from supportlines.lookup.answer import Caller, Option

_CLOCK = {"minutes": timedelta(minutes=1), "hours": timedelta(hours=1), "days": timedelta(days=1)}
_FAR = timedelta(days=3660)
"""Who has no answer by then has none."""
_DAYS = 400
"""If none of so many days has hours, none will."""
_NEVER = -(1 << 60)
"""A second before all others."""


class Promised(NamedTuple):
    """What is promised to a caller."""

    within: Within | None
    """None if that depends on what the caller did not say."""
    depends_on: tuple[str, ...] = ()
    """What that is."""


def promises_of(facts: Facts, line: Line, chain: Sequence[Region]) -> tuple[Reply, ...]:
    """Return what the nearest level promises that says something: the line, a region, or all.

    What regions and the directory say is said of messages.
    """
    if line.reply or line.is_live:
        return line.reply
    return next((one.reply for one in chain if one.reply), facts.reply)


def promised(facts: Facts, line: Line, chain: Sequence[Region], caller: Caller) -> Promised | None:
    """Return until when an answer comes on *line*, or None if nobody promises anything.

    The nearest level that says something decides (`promises_of`), and of it the first entry that
    is for the caller.
    """
    possible: list[Reply] = []
    names: dict[str, None] = {}
    for one in promises_of(facts, line, chain):
        open_ones = left_open(facts, limits_of(one.only_for), caller)
        if open_ones is None:
            continue
        possible.append(one)
        names.update(dict.fromkeys(name for name, _ in open_ones))
        if not open_ones:
            names_left = tuple(names)
            same = len({_length(each.within) for each in possible}) == 1
            return Promised(one.within) if same else Promised(None, names_left)
    return Promised(None, tuple(names)) if possible else None


def _length(within: Within) -> object:
    """Return what is equal for amounts of time that are: two days are 48 hours."""
    clock = _CLOCK.get(within.unit)
    return within if clock is None else within.amount * clock


def kept(promise: Promised | None, hours: TimeLine | None, zones: Sequence[str]) -> object:
    """Return what is equal where the same is promised and kept at the same instant, always.

    Args:
        promise: What is promised, if anything is.
        hours: When somebody answers; it is None where nothing is promised.
        zones: The zones by whose calendars days are counted.
    """
    within = None if promise is None else promise.within
    if within is None or within.unit in _CLOCK:
        return promise
    return promise, hours, tuple(zones) if within.is_of_days else ()


def reply_by(
    within: Within, hours: TimeLine, zones: Sequence[str], at: datetime
) -> datetime | None:
    """Return the instant by which an answer comes to who writes at *at*; None if nobody can tell.

    Args:
        within: What is promised.
        hours: When somebody answers.
        zones: The zones by whose calendars days are counted; they must agree.
        at: An aware instant.
    """
    start = in_utc(at)
    try:
        if within.unit in _CLOCK:
            return start + within.amount * _CLOCK[within.unit]
        if not within.is_of_days:
            amount = within.amount * _CLOCK[within.unit.partition(" ")[2]]
            return _after_open_time(amount, hours, start)
        ends = {_end_of_open_day(within.amount, hours, zone, start) for zone in zones}
    except OverflowError:  # the end of the calendar
        return None
    return ends.pop() if len(ends) == 1 else None


def counted_from(within: Within, option: Option, at: datetime) -> datetime | None:
    """Return the instant from which a promise on *option* counts for who asks at *at*.

    That is when one can write or is answered. By open time it counts on a live line at once, since
    none passes before. None if nobody knows when that is.
    """
    if option.state == "open" or (option.mode == "live" and within.unit not in _CLOCK):
        return at
    return option.changes_at if option.next_state == "open" else None


def holds_until(
    within: Within, option: Option, hours: TimeLine, zones: Sequence[str], second: int
) -> int | None:
    """Return the first POSIX second at which who asks may be promised another instant.

    None if that is as long as the *option* is what it is at *second*.
    """
    at = second_to_instant(second)
    if counted_from(within, option, at) != at:  # it counts from a later instant, or from none
        return None
    if within.is_of_days:
        return min(end_of_day(zone, second) for zone in zones)
    state = hours.state_at(second)
    if within.unit in _CLOCK or state == "open":
        return second + 1
    change = hours.next_change_after(second)
    if state == "unknown" or change is None or reply_by(within, hours, zones, at) is not None:
        return change
    far = second_to_instant(min(second + int(_FAR.total_seconds()), LAST_SECOND))
    ahead = hours.stretches(at, far)
    return change if any(one == "unknown" for _, _, one in ahead) else second + 1


def _after_open_time(amount: timedelta, hours: TimeLine, start: datetime) -> datetime | None:
    """Return when *amount* of open time has passed; None if it is not known how much passes."""
    for first, over, state in hours.stretches(start, start + _FAR):
        if state == "unknown":
            return None
        if state == "open":
            if over - first >= amount:
                return first + amount
            amount -= over - first
    return None


def _end_of_open_day(count: int, hours: TimeLine, zone: str, at: datetime) -> datetime | None:
    """Return when the hours of a day end: of the first with any after that of *at*, and so on."""
    second = instant_to_second(at)
    today = (second + open_zone(zone).offset_at(second)) // DAY
    for day in range(today + 1, today + _DAYS):
        end = _end_of_hours(hours, day, start_of_day(zone, day), start_of_day(zone, day + 1))
        if end is None:
            return None
        if end > _NEVER:
            count -= 1
            if not count:
                return second_to_instant(end)
    return None


def _end_of_hours(hours: TimeLine, day: int, start: int, end: int) -> int | None:
    """Return when the hours of *day* end, or `_NEVER` if it has none; None if nobody knows.

    Hours are those of the day on which they begin. Of those that name no day, such as what is
    left of `24/7`, that is where they begin; what goes on for more than a day is cut at midnight.

    Args:
        hours: When somebody answers.
        day: Its number, counted from 1970.
        start: The POSIX second at which it begins.
        end: The one at which it ends.
    """
    since, until = second_to_instant(start - DAY), second_to_instant(end + DAY)
    mine = hours.begun_on(day)
    named = sorted([*hours.begun_on(day - 1), *mine, *hours.begun_on(day + 1)])
    last = _NEVER
    for begins, ceases, state in hours.stretches(since, until):
        first, over = instant_to_second(begins), instant_to_second(ceases)
        if state == "unknown" and ((first < end and over > start) or first == last):
            return None
        if state == "open":
            ends = [min(over, one[1]) for one in mine if one[0] < over and one[1] > first]
            if over - first > DAY:
                ends += [one[1] for one in _without(named, max(first, start), min(over, end))]
            elif start <= first < end:
                ends += [one[1] for one in _without(named, first, over)]
            last = max([last, *ends])
    return last


def _without(named: Sequence[tuple[int, int]], first: int, over: int) -> Iterator[tuple[int, int]]:
    """Yield what no span of *named*, which is sorted, has of the seconds from *first* to *over*."""
    for start, end in named:
        if start >= over:
            break
        if start > first:
            yield first, start
        first = max(first, end)
    if first < over:
        yield first, over
