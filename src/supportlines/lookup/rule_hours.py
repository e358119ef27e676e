"""What is stated, read in one zone: its hours, and the ground that a state rests on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from supportlines.directory import CALLER
from supportlines.hours import (
    OpeningHours,
    Schedule,
    Timetable,
    open_zone,
    second_to_instant,
)
from supportlines.lookup.histories import interval_of
from supportlines.lookup.holidays import holidays_for

if TYPE_CHECKING:
    from supportlines.directory import Facts, Rule
    from supportlines.hours import HolidayOfParts
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.histories import Stated
    from supportlines.lookup.holidays import Holidays

_NOWHERE = Timetable.of(Schedule.parse("24/7 unknown"))
"""Hours on the wall clock of a place that has none."""

_MOST = 1024
"""Hours that a directory remembers, each in the zones of one caller."""


class DayReason(NamedTuple):
    """What makes a day another one than its weekday is."""

    text: str
    """The public holiday, the exception's reason or the comment; of an exception without a
    reason its days, as an interval of ISO 8601."""
    days: tuple[date, date] | None = None
    """First and last day of an exception without a reason."""


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


class _Grounded(NamedTuple):
    """A ground and the POSIX seconds between which it surely stays, half-open."""

    since: int
    until: int
    ground: Basis


class _Speaking:
    """What rules and the exceptions over them say of public holidays and of weekdays."""

    def __init__(self, stated: Stated) -> None:
        self._rules = {
            id(rule): (rule.hours.names_holidays, _leaves_days_out(rule.hours))
            for rule in stated.rules
        }
        # The one on top first; of those with one priority that is the last.
        from_top = sorted(stated.exceptions, key=lambda one: one.priority)[::-1]
        self._exceptions = [(*one.days, one) for one in from_top]
        self._unnamed = {
            interval_of(one): one.days for one in stated.exceptions if one.reason is None
        }
        self._decides = {
            id(one): _leaves_days_out(one.hours)
            for first, last, one in self._exceptions
            if first < last and not (one.adds and _only_closes(one.hours))
        }

    def on(self, rule: Rule, day: date) -> tuple[bool, bool]:
        """Return whether what holds on *day* speaks of public holidays, and leaves weekdays out.

        Hours of an exception of several days hold on public holidays too, whatever the hours
        below it say of them. An exception of one day speaks of that day.
        """
        names = False
        for first, last, one in self._exceptions:
            if first <= day <= last:
                names = names or one.hours.names_holidays
                if id(one) in self._decides:
                    return names, self._decides[id(one)]
                if not one.adds:
                    break  # nothing is left of what lies below
        of_rule, leaves_days_out = self._rules[id(rule)]
        return names or of_rule, leaves_days_out

    def why(self, text: str | None) -> DayReason | None:
        """Return what *text* says: of an exception without a reason, its days."""
        return DayReason(text, self._unnamed.get(text)) if text is not None else None


class SharedHours:
    """Hours of one directory, made once for all callers whom they concern in the same way.

    An option has its hours, and is remembered for longer than what it was made from.
    """

    def __init__(self, most: int = _MOST) -> None:
        """Remember *most* of them; when there are more, begin anew."""
        self._most = most
        self._made: dict[object, tuple[Stated, dict[str, OpeningHours]]] = {}

    def __len__(self) -> int:
        return len(self._made)

    def read(
        self,
        stated: Stated,
        timetable: Timetable,
        zones: tuple[str, ...],
        holidays: Holidays | None,
    ) -> dict[str, OpeningHours]:
        """Return *timetable*, which is that of *stated* or of nowhere, in each of *zones*."""
        key = (stated.key, timetable is _NOWHERE, zones, holidays)
        known = self._made.get(key)
        if known is None:
            first = OpeningHours.of(timetable, zones[0], holidays)
            # The records are kept, so that their identities, which are the key, stay theirs.
            known = stated, {zone: first.in_zone(zone) for zone in zones}
            if len(self._made) >= self._most:
                self._made.clear()
            self._made[key] = known
        return known[1]


class RuleHours:
    """What is stated, read in one zone."""

    def __init__(self, stated: Stated, hours: OpeningHours, said: _Speaking) -> None:
        self._stated = stated
        self._said = said
        self._zone = open_zone(hours.time_zone)
        self.time_line = hours
        rule, timetable = stated.first, hours.timetable
        # Those that `holidays_for` made, and no others.
        self._holidays: Holidays | None = hours.holidays  # type: ignore[assignment]
        commented = any(one.comment for rule in stated.rules for one in rule.hours.rules)
        self._same_ground: Basis | None = None
        self._latest: _Grounded | None = None
        if timetable.is_plain and self._holidays is None and not commented:
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
    ) -> dict[str, RuleHours]:
        """Return what is stated as it is read in each of *zones*."""
        rule, timetable = stated.first, stated.timetable()
        holidays = holidays_for(directory, rule, caller) if timetable.names_holidays else None
        is_fixed, said = rule.time_zone != CALLER, _Speaking(stated)
        if not (is_fixed or caller.local_zones or (timetable.is_plain and rule.hours.is_always)):
            timetable = _NOWHERE
        if is_fixed:
            hours = shared.read(stated, timetable, (rule.time_zone,), holidays)
            return dict.fromkeys(zones, cls(stated, hours[rule.time_zone], said))
        hours = shared.read(stated, timetable, zones, holidays)
        return {zone: cls(stated, hours[zone], said) for zone in zones}

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

    def _grounded(self, second: int) -> _Grounded:
        latest = self._latest
        if latest is not None and latest.since <= second < latest.until:
            return latest
        why = self.time_line.why_at(second)
        day = second_to_instant(second + self._zone.offset_at(second)).date()
        rule = self._stated.rule_on(day, why.rule)
        ground = Basis(
            rule,
            self._stated.tier,
            self._said.why(why.holiday or why.comment),
            self._holidays is not None and self._holidays.knows(day),
            *self._said.on(rule, day),
            of_parts=why.of_parts,
            is_stated=why.is_stated,
            is_silent=why.rule is None and self._stated.is_silent_on(day),
        )
        # One answer asks for the same second several times.
        self._latest = latest = _Grounded(second, why.holds_until, ground)
        return latest


def _leaves_days_out(hours: Schedule) -> bool:
    return not (hours.is_always or hours.names_every_weekday)


def _only_closes(hours: Schedule) -> bool:
    return all(rule.state == "closed" for rule in hours.rules)
