"""Hours after those of another line, with the exceptions over them.

What the line or the rule says of a day holds instead, whatever the other line does. Where a region
closes, it closes both; other hours that it states are those of the other line, outside of which
these are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence

from supportlines.hours import (
    Combined,
    HoursRule,
    OpeningHours,
    Override,
    Phase,
    Schedule,
    Timetable,
    Windowed,
    complement,
    difference,
    intersection,
)
from supportlines.lookup.validity import in_agreement
from supportlines.lookup.windows import where, without_its_rule

if TYPE_CHECKING:
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.closures import HeldException
    from supportlines.lookup.histories import Stated

_NEVER = Schedule.parse("off")
_ALWAYS = Schedule.parse("24/7")


class Over(NamedTuple):
    """An exception over hours that wait for another line."""

    held: HeldException
    here: TimeLine
    """Open where it holds."""
    hours: TimeLine
    """Of the line's own the hours that hold instead; of a region's it is open on all of a day on
    which that opens at all: there the other line has its hours, and elsewhere nobody is there."""

    def decides_at(self, second: int) -> bool:
        """Return whether it says by itself what holds at a POSIX *second* at which it holds."""
        return self.held.is_own or self.hours.state_at(second) == "closed"


def over_hours(
    stated: Stated, clock: OpeningHours, lasting: HeldException | None = None
) -> tuple[Over, ...]:
    """Return the exceptions of *stated*, the one that lies on top last.

    Args:
        stated: What holds after another line's hours.
        clock: Hours with its zone and its public holidays.
        lasting: The one whose end is not known and that goes on for ever.
    """
    in_order = sorted(stated.exceptions, key=lambda one: one.said.priority)
    return tuple(_over(one, clock, lasts=one is lasting) for one in in_order)


def under_exceptions(followed: TimeLine, exceptions: Iterable[Over]) -> TimeLine:
    """Return hours that are *followed* by no exception, with these over them."""
    found = followed
    for one in exceptions:
        held = one.hours if one.held.is_own else intersection(followed, one.hours)
        found = Combined(_unless, (one.here, held, found))
    return found


def hours_after(
    other: TimeLine, stated: Stated, hours: Sequence[OpeningHours], sure: Sequence[Over]
) -> TimeLine:
    """Return *hours* while an *other* line is closed, with the exceptions of *stated* over them.

    Args:
        other: The hours of the line that is followed.
        stated: What holds after these.
        hours: Of *stated*, without exceptions; of several one holds, and nobody knows which.
        sure: The exceptions as far as they surely hold.
    """
    ends = [one for one in stated.exceptions if one.is_open_ended]
    ways = [sure, *(over_hours(stated, hours[0], one) for one in ends)]
    followed = [outside_of(other, one) for one in hours]
    return in_agreement([under_exceptions(one, over) for one in followed for over in ways])


def outside_of(other: TimeLine, hours: OpeningHours) -> TimeLine:
    """Return *hours* while an *other* line is closed.

    On days of which they say nothing the other line's hours say nothing either.
    """
    followed = intersection(hours, complement(other))
    timetable = hours.timetable
    if not timetable.gaps():
        return followed
    days = tuple(replace(one, schedule=_ALWAYS) for one in timetable.phases)
    spoken_for = replace(timetable, phases=days, overrides=())
    return Combined(_if_spoken_for, (OpeningHours.of(spoken_for, hours.zone), hours, followed))


def may_last(stated: Stated, clock: OpeningHours, second: int) -> HeldException | None:
    """Return an exception of unknown end that decides at a POSIX *second* if it has none."""
    for one in stated.exceptions:
        if one.is_open_ended:
            top = top_at(over_hours(stated, clock, one), second)
            if top is not None and top.held is one:
                return one
    return None


def top_at(exceptions: Sequence[Over], second: int) -> Over | None:
    """Return the exception that holds at a POSIX *second*, or None."""
    here = (one for one in reversed(exceptions) if one.here.state_at(second) == "open")
    return next(here, None)


def _over(one: HeldException, clock: OpeningHours, *, lasts: bool) -> Over:
    if one.is_of_instants:
        state: State = one.said.hours.rules[0].state
        if not one.is_own and state != "closed":
            state = "open"
        here = _in_window(one, "open", clock, lasts=lasts)
        return Over(one, here, _in_window(one, state, clock, lasts=lasts))
    days = one.overrides(lasts=lasts)
    shown = days if one.is_own else tuple(map(_opening_days, days))
    return Over(one, where(days, clock), _painted(shown, clock))


def _in_window(one: HeldException, state: State, clock: OpeningHours, *, lasts: bool) -> TimeLine:
    window = Windowed(_painted((), clock), [(*one.seconds(lasts=lasts), state)])
    outside = [*without_its_rule(one)]
    return difference(window, where(outside, clock)) if outside else window


def _painted(days: Sequence[Override], clock: OpeningHours) -> OpeningHours:
    timetable = Timetable(phases=(Phase(_NEVER),), overrides=tuple(days))
    return OpeningHours.of(timetable, clock.time_zone, clock.holidays)


def _opening_days(one: Override) -> Override:
    """Return *one* with all of a day open on which it opens anything."""
    rules = one.rules or one.schedule.rules
    whole = HoursRule().spans
    shown: tuple[HoursRule, ...] = tuple(
        replace(rule, spans=whole, state="closed" if rule.state == "closed" else "open")
        for rule in rules
    )
    return Override(Schedule(shown), one.first_day, one.last_day, adds=one.adds)


def _unless(states: Sequence[State]) -> State:
    """Return what an exception says where it holds, else what lies below it."""
    here, held, below = states
    return held if here == "open" else below


def _if_spoken_for(states: Sequence[State]) -> State:
    """Return what follows from the hours of a day, unknown where no day is that they begin on."""
    spoken_for, hours, followed = states
    return "unknown" if spoken_for == hours == "unknown" else followed
