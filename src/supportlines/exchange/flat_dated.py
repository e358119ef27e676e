"""Hours with their days for formats that have dates: rules and exceptions as one timetable."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.directory import NOT_STATED
from supportlines.hours import Override, Phase, Schedule, Timetable
from supportlines.lookup.closures import closure_of
from supportlines.lookup.resolution import exceptions_over, is_for_tier

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region, Rule
    from supportlines.lookup.closures import HeldException

_UNKNOWN = Schedule.parse("24/7 unknown")
_DAY = dt.timedelta(days=1)
_FOR_EVER = 10**9
"""The priority of what is not known: nothing lies over it."""


class DatedHours(NamedTuple):
    """Rules that follow one another, with what holds instead on some days."""

    timetable: Timetable
    has_unsure_days: bool
    """Whether an exception holds from an instant on, until nobody knows when, or is not known."""


def held_over(
    facts: Facts, line: Line, chain: Sequence[Region], rules: Sequence[Rule], tier: str
) -> list[HeldException]:
    """Return the exceptions for *tier*, from the outermost region's to those of the rules."""
    found = [closure_of(facts, *each) for each in exceptions_over(line, chain, tier)]
    for rule in rules:
        own = (one for one in rule.exceptions if is_for_tier(one, tier))
        found += [closure_of(facts, one, rule.source or line.source, rule) for one in own]
    return found


def follow_one_another(rules: Sequence[Rule]) -> bool:
    """Return whether no two of *rules* hold on one day."""
    in_order = sorted(rules, key=lambda rule: rule.valid_from or dt.date.min)
    return all(
        one.valid_until is not None
        and other.valid_from is not None
        and one.valid_until < other.valid_from
        for one, other in zip(in_order, in_order[1:])
    )


def dated_hours(rules: Sequence[Rule], over: Sequence[HeldException], since: dt.date) -> DatedHours:
    """Return hours of *rules* of which no two hold on one day, with the exceptions over them.

    Days of which nobody knows what holds are unknown; so are public holidays where nobody says
    whether the hours hold on them.

    Args:
        rules: In any order.
        over: Of equal ones the later holds.
        since: Of days before it nothing is said.
    """
    phases = tuple(Phase(_schedule_of(rule), rule.valid_from, rule.valid_until) for rule in rules)
    here = [one for one in over if one.days[1] >= since - _DAY]
    overrides = tuple(each for one in here for each in one.overrides())
    unsure = tuple(each for one in here for each in _unsure_days(one))
    is_unsure = any(
        rule.state == "unknown" for each in (*overrides, *unsure) for rule in each.rules
    )
    return DatedHours(Timetable(phases, (*overrides, *unsure)), is_unsure)


def _schedule_of(rule: Rule) -> Schedule:
    if rule.holidays != NOT_STATED:
        return rule.hours
    return Schedule.parse(f"{rule.hours}, PH 00:00-24:00 unknown")


def _unsure_days(one: HeldException) -> Iterator[Override]:
    """Yield the days of an exception of which no clock on a wall says what holds."""
    first, last = one.days
    if one.is_of_instants:
        # Whatever the zone of the hours is.
        first = max(first, dt.date.min + _DAY) - _DAY
        last = min(last, dt.date.max - _DAY) + _DAY
    elif one.is_open_ended:
        first = max(first, (one.sure_until or first) + _DAY)
    else:
        return
    if first <= last:
        yield Override(_UNKNOWN, first, last, priority=_FOR_EVER)


def key_of(timetable: Timetable) -> str:
    """Return a text that is the same for timetables that say the same in the same way."""
    phases = (
        (str(one.schedule), str(one.valid_from), str(one.valid_until)) for one in timetable.phases
    )
    over = (
        (str(one.schedule), str(one.first_day), str(one.last_day), one.priority, one.adds)
        for one in timetable.overrides
    )
    return repr((*phases, *over))
