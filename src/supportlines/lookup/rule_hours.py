"""What is stated, read in one zone: its hours, and the ground that a state rests on."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Callable, Mapping, NamedTuple, Sequence

from supportlines.directory import CALLER
from supportlines.hours import (
    OpeningHours,
    Schedule,
    Timetable,
    open_zone,
    second_to_instant,
)
from supportlines.lookup.histories import HoursRead
from supportlines.lookup.holidays import holidays_for
from supportlines.lookup.speaking import Speaking
from supportlines.lookup.validity import in_agreement
from supportlines.lookup.waiting import hours_after, may_last, outside_of, over_hours, top_at
from supportlines.lookup.windows import under, windows_of

if TYPE_CHECKING:
    from supportlines.directory import Facts, Rule
    from supportlines.hours import HolidayOfParts, TimeLine
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.histories import Stated
    from supportlines.lookup.holidays import Holidays
    from supportlines.lookup.speaking import DayReason
    from supportlines.lookup.waiting import Over
    from supportlines.lookup.windows import HeldWindow

_NOWHERE = HoursRead(Timetable.of(Schedule.parse("24/7 unknown")))
"""Hours on the wall clock of a place that has none."""

_MOST = 1024
"""Hours that a directory remembers, each in the zones of one caller."""


class Basis(NamedTuple):
    """A rule that a state rests on."""

    rule: Rule
    tier: str
    """Id of the tier that states the rule."""
    why: DayReason | None
    """The public holiday, the exception's reason or the comment that decides, if one does."""
    holidays_known: bool
    """Whether the rule speaks of public holidays and somebody knows them."""
    names_holidays: bool = False
    """Whether what holds on this day, the rule or an exception, speaks of public holidays."""
    leaves_days_out: bool = False
    """Whether what holds on this day has no hours on some days of the week."""
    of_parts: HolidayOfParts | None = None
    """The public holiday of some parts of the country on which the state depends, if one does."""
    is_stated: bool = True
    """Whether anything is stated for the day; if not, *rule* held before it or will hold."""
    is_silent: bool = False
    """Whether only other rules of the same history speak of the day."""


class Followed(NamedTuple):
    """Another line, outside of whose hours a rule holds."""

    line: TimeLine
    """When it answers, in one zone."""
    judge: Callable[[int], tuple[tuple[Basis, ...], int | None]]
    """What that rests on at a POSIX second, and a second before which this surely stays."""
    usual: TimeLine
    """When it would answer without exceptions, on days that are no public holidays."""


class _Grounded(NamedTuple):
    """A ground and the POSIX seconds between which it surely stays, half-open."""

    since: int
    until: int
    ground: Basis


class SharedHours:
    """Hours of one directory, made once for all callers whom they concern in the same way.

    An option has its hours, and is remembered for longer than what it was made from.
    """

    def __init__(self, most: int = _MOST) -> None:
        """Remember *most* of them; when there are more, begin anew."""
        self._most = most
        self._made: dict[object, tuple[Stated, dict[str, Readings]]] = {}

    def __len__(self) -> int:
        return len(self._made)

    def read(
        self,
        stated: Stated,
        readings: tuple[HoursRead, ...],
        zones: tuple[str, ...],
        holidays: Holidays | None,
    ) -> dict[str, Readings]:
        """Return *readings*, which are those of *stated* or of nowhere, in each of *zones*."""
        key = (stated.key, readings[0] is _NOWHERE, zones, holidays)
        known = self._made.get(key)
        if known is None:
            first = [OpeningHours.of(one.timetable, zones[0], holidays) for one in readings]
            # The records are kept, so that their identities, which are the key, stay theirs.
            known = (
                stated,
                {
                    zone: _in_zone(stated, readings, [one.in_zone(zone) for one in first])
                    for zone in zones
                },
            )
            if len(self._made) >= self._most:
                self._made.clear()
            self._made[key] = known
        return known[1]


class Readings(NamedTuple):
    """What is stated on the clock of one zone; where there are several, one of them holds."""

    hours: tuple[OpeningHours, ...]
    """The different ones of all readings, that of the first in front."""
    line: TimeLine
    """What is sure of them, exceptions of instants among them."""
    windows: tuple[HeldWindow, ...]
    """Those exceptions, as they lie over the first of the hours."""


def _in_zone(
    stated: Stated, readings: Sequence[HoursRead], hours: Sequence[OpeningHours]
) -> Readings:
    """Return *readings*, of which *hours* are those of a clock, with what instants change."""
    distinct = tuple(hours) if len(hours) == 1 else tuple(dict.fromkeys(hours))
    if not any(one.is_of_instants for one in stated.exceptions):
        return Readings(distinct, in_agreement(distinct), ())
    over = [windows_of(stated, here, one.lasting) for one, here in zip(readings, hours)]
    lines = [under(here, windows, one.lasting) for one, here, windows in zip(readings, hours, over)]
    return Readings(distinct, in_agreement(lines), over[0])


class RuleHours:
    """What is stated, read in one zone."""

    def __init__(
        self, stated: Stated, readings: Readings, said: Speaking, after: Followed | None = None
    ) -> None:
        self._stated = stated
        self._said = said
        self._readings = readings.hours
        hours = readings.hours[0]
        self._zone = open_zone(hours.time_zone)
        self._after = after
        self._below = readings.line
        self._windows = readings.windows
        self.time_line: TimeLine = readings.line
        self._over: tuple[Over, ...] = ()
        if after is not None:
            self._over = over_hours(stated, hours)
            self.time_line = hours_after(after.line, stated, readings.hours, self._over)
        rule, timetable = stated.first, hours.timetable
        # Those that `holidays_for` made, and no others.
        self._holidays: Holidays | None = hours.holidays  # type: ignore[assignment]
        commented = any(one.comment for rule in stated.rules for one in rule.hours.rules)
        self._same_ground: Basis | None = None
        self._latest: _Grounded | None = None
        is_one = len(self._readings) == 1 and not readings.windows and after is None
        if is_one and timetable.is_plain and self._holidays is None and not commented:
            names, leaves_days_out = said.on(rule, date.min)
            self._same_ground = Basis(
                rule,
                stated.tier,
                None,
                holidays_known=False,
                names_holidays=names,
                leaves_days_out=leaves_days_out,
            )

    @classmethod
    def read(
        cls,
        directory: Facts,
        shared: SharedHours,
        stated: Stated,
        zones: tuple[str, ...],
        caller: Caller,
        after: Mapping[str, Followed] | None = None,
    ) -> dict[str, RuleHours]:
        """Return what is stated as it is read in each of *zones*.

        *after* has by zone the line outside of whose hours the rule holds, if it says so.
        """
        # What is over hours after another line's is put over them when that line is known.
        bare = stated if after is None else stated._replace(exceptions=())
        rule, readings = stated.first, bare.readings()
        holidays = None
        if any(one.timetable.names_holidays for one in readings):
            holidays = holidays_for(directory, rule, caller)
        is_fixed, said = rule.time_zone != CALLER, Speaking(stated)
        is_plain = readings[0].timetable.is_plain and len(readings) == 1
        if not (is_fixed or caller.local_zones or (is_plain and rule.hours.is_always)):
            readings = (_NOWHERE,)
        others = after or {}
        clocks = (rule.time_zone,) if is_fixed else zones
        hours = shared.read(bare, readings, clocks, holidays)
        if is_fixed and not others:
            return dict.fromkeys(zones, cls(stated, hours[rule.time_zone], said))
        return {
            zone: cls(stated, hours[rule.time_zone if is_fixed else zone], said, others.get(zone))
            for zone in zones
        }

    @cached_property
    def usual(self) -> TimeLine:
        """What holds on days that are no public holidays and of which no exception speaks."""
        hours = self._readings[0]
        if hours.timetable is _NOWHERE.timetable:
            return self.time_line
        usual = OpeningHours.of(self._stated._replace(exceptions=()).timetable(), hours.time_zone)
        return usual if self._after is None else outside_of(self._after.usual, usual)

    @property
    def holidays(self) -> Holidays | None:
        """The public holidays that decide about hours, or None if none do."""
        return self._holidays

    @property
    def asks_calendar(self) -> bool:
        """Whether the rule speaks of public holidays and there is a calendar of them."""
        return self._holidays is not None and self._holidays.has_calendar

    def ground(self, second: int) -> Basis:
        """Return the rule that holds at *second*, and why it says what it says."""
        return self._same_ground or self._grounded(second).ground

    def ground_holds_until(self, second: int) -> int | None:
        """Return a second before which `ground` surely stays, or None if it always does."""
        return None if self._same_ground is not None else self._grounded(second).until

    def _day_at(self, second: int) -> date:
        return second_to_instant(second + self._zone.offset_at(second)).date()

    def _why(self, text: str | None, second: int, perhaps: str | None = None) -> DayReason | None:
        """Return what *text* says on the day of *second*, by the clock of the hours."""
        return self._said.why(text, self._day_at(second), perhaps)

    def _grounded(self, second: int) -> _Grounded:
        latest = self._latest
        if latest is not None and latest.since <= second < latest.until:
            return latest
        hours = self._readings[0]
        why = hours.why_at(second)
        day = self._day_at(second)
        rule = self._stated.rule_on(day, why.rule)
        ground = Basis(
            rule,
            self._stated.tier,
            self._said.why(why.holiday or why.comment, day),
            self._holidays is not None and self._holidays.knows(day),
            *self._said.on(rule, day),
            of_parts=why.of_parts,
            is_stated=why.is_stated,
            is_silent=why.rule is None and self._stated.is_silent_on(day),
        )
        until = why.holds_until
        for other in self._readings[1:]:
            until = min(until, other.why_at(second).holds_until)
            ground = self._perhaps(ground, hours, other, second)
        for one in self._windows:
            ground, until = self._in_window(one, ground, second, until)
        if self._after is not None:
            ground, until = self._following(self._after, ground, second, until)
        # One answer asks for the same second several times.
        self._latest = latest = _Grounded(second, until, ground)
        return latest

    def _following(
        self, after: Followed, ground: Basis, second: int, until: int
    ) -> tuple[Basis, int]:
        """Return *ground* and *until* with the other line: what is not known there matters here."""
        change = after.line.next_change_after(second)
        until = until if change is None else min(until, change)
        hours = self._readings[0]
        lines = (line for one in self._over for line in (one.here, one.hours))
        changes = (line.next_change_after(second) for line in lines)
        until = min([until, *(one for one in changes if one is not None)])
        top = top_at(self._over, second)
        if top is not None and top.decides_at(second):
            why = self._why(top.held.reason, second)
            return ground._replace(why=why, is_stated=True, of_parts=None), until
        if self.time_line.state_at(second) == "unknown":
            lasting = may_last(self._stated, hours, second)
            if lasting is not None:
                return ground._replace(why=self._why(lasting.reason, second, "end")), until
        if self._below.state_at(second) != "open":
            return ground, until
        is_known = after.line.state_at(second) != "unknown"
        theirs, holds_until = after.judge(second)
        for one in theirs:
            if one.of_parts is not None and not is_known:
                ground = ground._replace(of_parts=one.of_parts)
            if one.why is not None:
                ground = ground._replace(why=one.why)
        return ground, until if holds_until is None else min(until, holds_until)

    def _perhaps(
        self, ground: Basis, hours: OpeningHours, other: OpeningHours, second: int
    ) -> Basis:
        """Return *ground*, with what may be the reason where another reading may hold."""
        if other.state_at(second) == hours.state_at(second):
            return ground
        why = other.why_at(second)
        if why.of_parts is not None:
            return ground._replace(of_parts=why.of_parts)
        perhaps = "end" if why.holiday is None else "holiday"
        found = self._why(why.holiday or why.comment, second, perhaps)
        return ground if found is None else ground._replace(why=found)

    def _in_window(
        self, window: HeldWindow, ground: Basis, second: int, until: int
    ) -> tuple[Basis, int]:
        """Return *ground* and *until* with an exception of instants over them."""
        one, (start, end, _) = window.held, window.timed()
        if second < start:
            return ground, min(until, start)
        change = None if window.above is None else window.above.next_change_after(second)
        until = until if change is None else min(until, change)
        if not window.holds_at(second):
            return ground, until
        if end is None or second < end:
            named = ground._replace(why=self._why(one.reason, second), is_stated=True)
            return named, until if end is None else min(until, end)
        if one.is_open_ended and self._below.state_at(second) == "unknown":
            return ground._replace(why=self._why(one.reason, second, "end")), until
        return ground, until
