"""How far ahead nothing can change, so that a far date is found without walking there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from supportlines.hours.calendar.layers import Layer, painted
from supportlines.hours.calendar.parts_of_place import ways_to_keep
from supportlines.hours.days import FIRST_YEAR, LAST_YEAR, MINUTES_OF_DAY, day_number
from supportlines.hours.rules import WHOLE_DAY, DateRange, HoursRule, State

if TYPE_CHECKING:
    from supportlines.hours.calendar.wall_clock import LocalHours

_FIRST_DAY, _LAST_DAY = day_number(FIRST_YEAR, 1, 1), day_number(LAST_YEAR, 12, 31)


class _Later(NamedTuple):
    """A rule that does not hold on a day."""

    rule: HoursRule
    layer: Layer
    since: int | None
    """The first day on which it does, or None."""


def quiet_until(hours: LocalHours, day: int) -> int | None:
    """Return a day before which, from *day* on, the state is surely one and the same.

    None means for ever. May be too early, never too late. Of the layers on *day* and its eve,
    rules are asked from the top down to one that holds whole days and hides what is below it;
    of those above it, only the ones that could say something else count.
    """
    if hours.holidays is not None and len(ways_to_keep(day, hours.holidays)) > 1:
        return day
    bounds: list[int | None] = [hours.stack.next_edge(day)]
    others: list[_Later] = []
    cover: State | None = None
    for number in sorted({*hours.stack.on(day), *hours.stack.on(day - 1)}, reverse=True):
        layer = hours.layers[number]
        found = _cover(hours, layer, day, others)
        if found is None:
            return day
        cover, until = found
        bounds.append(until)
        if cover is None and layer.over == "replaces" and layer.covers(day):
            cover = "closed"
        if cover is not None:
            break
    else:
        cover = "unknown" if hours.in_gap(day) else "closed"
        bounds += [edge for gap in hours.gaps for edge in (gap.first, gap.last + 1) if edge > day]
    shown: State = cover or "closed"
    bounds += [one.since for one in others if _may_differ(one, shown)]
    later = [bound for bound in bounds if bound is not None and bound >= day]
    return min(later) if later else None


def _cover(
    hours: LocalHours, layer: Layer, day: int, others: list[_Later]
) -> tuple[State | None, int | None] | None:
    """Return the state that a layer gives to whole days from *day* on, and until when.

    The state is None where the layer says nothing; the answer is None where it says
    something of a part of a day. Rules that only count later are added to *others*.
    """
    (week, _, _), rest = painted(layer.rules)
    for rule in reversed(rest):
        if layer.covers(day) and rule.matches(day, hours.holidays):
            if rule.spans != WHOLE_DAY:
                return None
            return rule.state, rule.next_other_day(day)
        # A span of the day before may reach into this one.
        since = day - 1 if rule.runs_past_midnight else day
        others.append(_Later(rule, layer, rule.next_day(since, hours.holidays)))
    if not any(week):
        return None, None
    states = {piece.state for pieces in week for piece in pieces}
    whole = all(sum(p.end - p.start for p in pieces) == MINUTES_OF_DAY for pieces in week)
    if whole and len(states) == 1 and layer.covers(day) and layer.covers(day - 1):
        return states.pop(), None
    return None


def _may_differ(later: _Later, cover: State) -> bool:
    """Return whether a rule, when it comes to hold, can make a state other than *cover*.

    One that replaces the day leaves hours out that other rules of its layer have; where a layer
    is added to others, these show there.
    """
    rule = later.rule
    if rule.state != cover:
        return True
    return rule.replaces and rule.spans != WHOLE_DAY and later.layer.over != "adds"


def turning_days(hours: LocalHours) -> tuple[int, ...]:
    """Return the days on which a rule begins or ends for good, sorted; 1970-01-01 among them."""
    named = [0, *hours.stack.edges]
    named += [edge for gap in hours.gaps for edge in (gap.first, gap.last + 1)]
    for layer in hours.layers:
        for dates in (dates for rule in layer.rules for dates in rule.dates):
            if isinstance(dates, DateRange):
                named += (dates.first, dates.last + 1)
            else:
                years = (dates.first_year, dates.last_year + 1)
                bounded = (year for year in years if FIRST_YEAR < year <= LAST_YEAR)
                named += (day_number(year, 1, 1) for year in bounded)
    return tuple(sorted({day for day in named if _FIRST_DAY <= day <= _LAST_DAY}))


def may_open(hours: LocalHours) -> bool:
    """Return whether any rule opens; where none does, no instant needs to be looked at."""
    return any(rule.state == "open" for layer in hours.layers for rule in layer.rules)
