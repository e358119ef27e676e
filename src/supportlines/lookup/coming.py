"""Closures and changed hours that come: what a caller should know before the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple

from supportlines.directory import CALLER, NOT_STATED
from supportlines.hours import (
    DAY,
    LAST_SECOND,
    OpeningHours,
    disagreements,
    instant_to_second,
    intersection,
    open_zone,
    second_to_instant,
    whole_day_of_month,
)
from supportlines.lookup.holidays import HolidaysOfParts, holidays_for
from supportlines.lookup.reasons import named_day
from supportlines.lookup.result import ComingChange
from supportlines.lookup.rule_hours import DayReason
from supportlines.lookup.validity import presence, start_of_day

if TYPE_CHECKING:
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.answer import Option
    from supportlines.lookup.closures import HeldException
    from supportlines.lookup.histories import Stated
    from supportlines.lookup.holidays import Holidays
    from supportlines.lookup.language_hours import LanguageHours
    from supportlines.lookup.memory import Memory, Stretch
    from supportlines.lookup.plan import Plan

_AHEAD = 30 * DAY
_EPOCH = date(1970, 1, 1).toordinal()


class _Named(NamedTuple):
    """A time with a name."""

    start: int
    end: int | None
    """POSIX seconds, half-open; None if nobody knows its end."""
    why: DayReason
    days: tuple[date, date] | None = None
    """Its first and last day, if it begins and ends at midnight."""


class _Otherwise(NamedTuple):
    """A time in which hours are other ones than usual."""

    start: int
    end: int
    """POSIX seconds, half-open."""
    names: frozenset[str]
    """What makes them so."""


def coming(plan: Plan, stretch: Stretch, second: int, _memory: Memory) -> tuple[ComingChange, ...]:
    """Return what is otherwise on the best option within 30 days of *second* (POSIX).

    That a day has a name is nothing by itself: its hours are other ones than usual.
    """
    best = next(iter((*stretch.options, *stretch.other_ways)), None)
    if best is None:
        return ()
    hours = _hours_of(plan, best)
    if not hours.stated:  # nobody says when it is served, and nothing of it is another day
        return ()
    until = min(second + _AHEAD, LAST_SECOND)
    named: dict[_Named, None] = {}
    for stated in hours.stated:
        for one in _named_times(plan, stated, second, until):
            if one.start < until and (one.end is None or one.end > second):
                named[one] = None
    otherwise = (
        [*_otherwise(hours, presence(best.line, plan.caller), second, until)] if named else []
    )
    found = [
        _change(one, best.hours, until)
        for one in sorted(_wherever(named), key=lambda one: (one.start, one.end or until))
        if any(_makes(one, each) for each in otherwise)
    ]
    return tuple(found)


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


def _hours_of(plan: Plan, option: Option) -> LanguageHours:
    """Return the hours of the option's language, or of its first one."""
    rows = [
        row
        for offer in plan.offered.offers
        if offer.line is option.line and set(option.desks) <= set(offer.desks)
        for row in offer.languages
        if row.tag in option.languages or not option.languages
    ]
    return next((row for row in rows if row.wanted == option.language), rows[0]).hours


def _named_times(plan: Plan, stated: Stated, second: int, until: int) -> Iterator[_Named]:
    """Yield the times with a name that rules and exceptions speak of."""
    rule = stated.first
    zones = plan.caller.local_zones or ("UTC",)
    for zone in zones if rule.time_zone == CALLER else (rule.time_zone,):
        for one in stated.exceptions:
            yield from _of_closure(one, zone, second, until)
        if stated.timetable().names_holidays or rule.holidays == NOT_STATED:
            calendar = holidays_for(plan.facts, rule, plan.caller)
            day = calendar.next_from(_day_in(zone, second))
            while day is not None and day <= _day_in(zone, until):
                name = _name_on(calendar, day)
                if name is not None:
                    perhaps = "holiday" if rule.holidays == NOT_STATED else None
                    yield _on_days(zone, day, day, DayReason(name, perhaps=perhaps))
                day = calendar.next_from(date.fromordinal(day.toordinal() + 1))


def _name_on(calendar: Holidays, day: date) -> str | None:
    """Return what *day* is called, in some parts of the country at least."""
    parts = calendar.parts_on(day) if isinstance(calendar, HolidaysOfParts) else None
    return calendar.name_on(day) if parts is None else parts.name


def _of_closure(one: HeldException, zone: str, second: int, until: int) -> Iterator[_Named]:
    said = one.said
    days = said.days if said.reason is None and not said.end_unknown else None
    why = DayReason(one.reason, days, "end" if said.end_unknown else None)
    if said.each_month is not None:
        only = OpeningHours.of(whole_day_of_month(said.each_month), zone)
        seen = range(_day_in(zone, second).toordinal(), _day_in(zone, until).toordinal() + 1)
        for day in map(date.fromordinal, seen):
            first, last = said.days
            named = _on_days(zone, day, day, why)
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
        first, last = said.days
        named = _on_days(zone, first, min(last, date.max), why)
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


def _otherwise(
    hours: LanguageHours, there: TimeLine | None, second: int, until: int
) -> Iterator[_Otherwise]:
    """Yield when the hours of a line that is *there* are not the usual ones, and why."""
    actual, usual = hours.line, hours.usual
    if there is not None:
        actual, usual = intersection(actual, there), intersection(usual, there)
    start, end = second_to_instant(second), second_to_instant(until)
    for since, to, _, _ in disagreements(actual, usual, start, end):
        here, last = instant_to_second(since), instant_to_second(to)
        while here < last:
            grounds, holds_until = hours.grounds(here)
            whys = [one.why.text for one in grounds if one.why is not None]
            parts = [one.of_parts.name for one in grounds if one.of_parts is not None]
            held = last if holds_until is None else min(last, holds_until)
            yield _Otherwise(here, held, frozenset((*whys, *parts)))
            here = held


def _makes(one: _Named, other: _Otherwise) -> bool:
    """Return whether hours are other ones because of *one*."""
    overlaps = other.start < (one.end or LAST_SECOND) and one.start < other.end
    return overlaps and one.why.text in other.names


def _change(one: _Named, actual: TimeLine, until: int) -> ComingChange:
    start = second_to_instant(one.start)
    end = None if one.end is None else second_to_instant(one.end)
    seen = list(actual.stretches(start, end or second_to_instant(max(until, one.start + DAY))))
    states = [state for _, _, state in seen]
    state: State = "closed"
    if "open" in states:
        state = "open"
    elif "unknown" in states:
        state = "unknown"
    opened = tuple((first, last) for first, last, each in seen if each == "open")
    return ComingChange(start, end, state, named_day(one.why), opened, one.days)
