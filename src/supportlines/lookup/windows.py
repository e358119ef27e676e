"""Exceptions of instants over hours by a clock, and those of days that lie over them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.hours import (
    LAST_SECOND,
    OpeningHours,
    Override,
    Phase,
    Schedule,
    Timetable,
    Windowed,
    second_to_instant,
)

if TYPE_CHECKING:
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.closures import HeldException
    from supportlines.lookup.histories import Stated

_ONE_DAY = timedelta(days=1)
_ALWAYS, _NEVER = Schedule.parse("24/7"), Schedule.parse("off")


class HeldWindow(NamedTuple):
    """An exception of instants."""

    held: HeldException
    above: TimeLine | None
    """Hours that are open where an exception of days holds instead, or the rule that states
    this one does not; None if that is never so."""

    def holds_at(self, second: int) -> bool:
        """Return whether nothing holds instead at a POSIX *second*."""
        return self.above is None or self.above.state_at(second) != "open"

    def timed(self, lasting: HeldException | None = None) -> tuple[int, int | None, State]:
        """Return when it holds, and the state then; for ever, if it is the one that lasts."""
        one = self.held
        return (*one.seconds(lasts=one is lasting), one.said.hours.rules[0].state)


def windows_of(
    stated: Stated, hours: OpeningHours, lasting: HeldException | None = None
) -> tuple[HeldWindow, ...]:
    """Return the exceptions of instants that lie over *hours*, which are those of *stated*.

    The one with the highest priority is the last; of equal ones it is the nearest. Whichever
    exception of days has a higher priority, or the same and stands nearer, holds instead;
    of those of which nobody knows the end, *lasting* goes on for ever.
    """
    in_order = sorted(stated.exceptions, key=lambda one: one.said.priority)
    found = []
    for place, one in enumerate(in_order):
        if one.is_of_instants:
            nearer = [each for each in in_order[place + 1 :] if _may_meet(one, each)]
            days = [over for each in nearer for over in each.overrides(lasts=each is lasting)]
            days += without_its_rule(one)
            found.append(HeldWindow(one, where(days, hours) if days else None))
    return tuple(found)


def under(
    hours: TimeLine, windows: Sequence[HeldWindow], lasting: HeldException | None = None
) -> TimeLine:
    """Return *hours* with *windows* over them, and what lies over these.

    Args:
        hours: What is stated, exceptions of days included.
        windows: As they lie one over the other.
        lasting: The one whose end is not known and that goes on for ever.
    """
    found = hours
    for above, group in groupby(windows, key=lambda one: one.above):
        found = Windowed(found, [one.timed(lasting) for one in group], above)
    return found


def _may_meet(window: HeldException, other: HeldException) -> bool:
    """Return whether they have a day in common, or days that follow one another."""
    if other.is_of_instants:
        return False
    start, end = window.seconds(lasts=True)
    first, last = (day.toordinal() for day in other.days)
    begins = second_to_instant(start).toordinal()
    ends = second_to_instant(LAST_SECOND if end is None else end).toordinal()
    return first <= ends + 1 and begins - 1 <= last


def without_its_rule(one: HeldException) -> Iterator[Override]:
    """Yield the days before and after those of the rule that states *one*."""
    if one.rule_from > date.min:
        yield Override(_ALWAYS, date.min, one.rule_from - _ONE_DAY)
    if one.rule_until < date.max:
        yield Override(_ALWAYS, one.rule_until + _ONE_DAY, date.max)


def where(days: Sequence[Override], hours: OpeningHours) -> OpeningHours:
    """Return hours that are open where *days* say what holds, by the clock of *hours*."""
    timetable = Timetable(phases=(Phase(_NEVER),), overrides=tuple(map(_said, days)))
    return OpeningHours.of(timetable, hours.time_zone, hours.holidays)


def _said(one: Override) -> Override:
    if not one.adds:
        return Override(_ALWAYS, one.first_day, one.last_day)
    spans = Schedule(tuple(replace(rule, state="open") for rule in one.rules))
    return Override(spans, one.first_day, one.last_day, adds=True)
