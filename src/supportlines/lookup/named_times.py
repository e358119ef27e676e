"""Times with a name: public holidays, exceptions, closures, for who asks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple

from supportlines.directory import CALLER, NOT_STATED
from supportlines.hours import DAY, OpeningHours, open_zone, second_to_instant, whole_day_of_month
from supportlines.lookup.holidays import HolidaysOfParts, holidays_for
from supportlines.lookup.speaking import DayReason
from supportlines.lookup.validity import start_of_day

if TYPE_CHECKING:
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.closures import HeldException
    from supportlines.lookup.histories import Stated
    from supportlines.lookup.holidays import Holidays
    from supportlines.lookup.memory import ServedHours
    from supportlines.lookup.plan import Plan

_EPOCH = date(1970, 1, 1).toordinal()


class NamedTime(NamedTuple):
    """A time with a name."""

    start: int
    end: int | None
    """POSIX seconds, half-open; None if nobody knows its end."""
    why: DayReason
    days: tuple[date, date] | None = None
    """Its first and last day, if it begins and ends at midnight."""


def named_times(plan: Plan, served: ServedHours, since: int, until: int) -> Iterable[NamedTime]:
    """Return what has a name; a day that some hours name, of those of several parts, says so."""
    found: list[dict[NamedTime, None]] = []
    for one in served:
        times = (
            each
            for stated in one.hours.heard
            for each in _times_of(plan, one.hours.caller, stated, since, until)
            if each.start < until and (each.end is None or each.end > since)
        )
        found.append(dict.fromkeys(_wherever(dict.fromkeys(times))))
    of_all = set(found[0]).intersection(*found)
    of_parts = all("subdivision" in dict(one.limits) for one in served)
    for each in dict.fromkeys(each for one in found for each in one):
        is_of_all = each in of_all or each.why.perhaps is not None or not of_parts
        yield each if is_of_all else each._replace(why=each.why._replace(perhaps="parts"))


def _wherever(named: Iterable[NamedTime]) -> Iterable[NamedTime]:
    """Return *named* with those of the same days in several zones as one, the widest."""
    found: dict[object, NamedTime] = {}
    for one in named:
        key = one if one.days is None else (one.why, one.days)
        other = found.get(key)
        if other is None or other.end is None or one.end is None:
            found.setdefault(key, one)
        else:
            start, end = min(one.start, other.start), max(one.end, other.end)
            found[key] = one._replace(start=start, end=end)
    return found.values()


def _times_of(
    plan: Plan, caller: Caller, stated: Stated, second: int, until: int
) -> Iterator[NamedTime]:
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


def _of_closure(one: HeldException, zone: str, second: int, until: int) -> Iterator[NamedTime]:
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
        yield NamedTime(start, end, why)
    elif said.begins is not None:
        start = _at_clock(zone, said.begins.date(), said.begins.hour * 60 + said.begins.minute)
        ends = said.ends
        end = None if ends is None else _at_clock(zone, ends.date(), ends.hour * 60 + ends.minute)
        yield NamedTime(start, end, why)
    else:
        named = _on_days(zone, first, last, why)
        yield named._replace(end=None, days=None) if said.end_unknown else named


def _on_days(zone: str, first: date, last: date, why: DayReason) -> NamedTime:
    start = start_of_day(zone, first.toordinal() - _EPOCH)
    end = None if last == date.max else start_of_day(zone, last.toordinal() + 1 - _EPOCH)
    return NamedTime(start, end, why, None if end is None else (first, last))


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
