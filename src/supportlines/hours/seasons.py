"""A schedule by seasons: what holds on which days of which years, each as hours of a week."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence, Tuple

from supportlines.hours.days import FIRST_YEAR, LAST_YEAR, year_and_index
from supportlines.hours.rules import EVERY_DAY, DateRange, YearDays
from supportlines.hours.schedule import Schedule

if TYPE_CHECKING:
    from supportlines.hours.rules import HoursRule, RuleDates

DaysOfYears = Tuple[int, int, int]
"""A first and a last year, and the days of each: a bit set over the indices of a leap year."""

_CLOSED = Schedule.parse("off")


class Season(NamedTuple):
    """Days of years on which the same rules hold."""

    schedule: Schedule
    """These rules without their dates."""

    days: tuple[DaysOfYears, ...]
    """Sorted by years, which do not overlap."""

    is_rest: bool
    """Whether no rule names dates among which these days are."""


def seasons_of(schedule: Schedule) -> tuple[Season, ...]:
    """Return *schedule* taken apart, so that on each day one season says what it says.

    A span that runs past midnight belongs to the day on which it starts. The rest, on whose days
    no dates are named, comes last, if there is one.

    >>> hours = Schedule.parse("Mo-Fr 09:00-17:00; Jun-Aug off")
    >>> [(str(one.schedule), one.is_rest) for one in seasons_of(hours)]
    [('off', False), ('Mo-Fr 09:00-17:00', True)]
    """
    dated = [rule for rule in schedule.rules if rule.dates]
    if not dated:
        return (Season(schedule, ((FIRST_YEAR, LAST_YEAR, EVERY_DAY),), is_rest=True),)
    found: dict[tuple[bool, ...], list[DaysOfYears]] = {}
    for first, last in _eras([one for rule in dated for one in rule.dates]):
        parts: dict[tuple[bool, ...], int] = {(): EVERY_DAY}
        for rule in dated:
            days = _days_in(rule, first, last)
            split = ((key, bits & days, bits & ~days) for key, bits in parts.items())
            parts = {
                (*key, holds): bits
                for key, inside, outside in split
                for holds, bits in ((True, inside), (False, outside))
                if bits
            }
        for key, bits in parts.items():
            found.setdefault(key, []).append((first, last, bits))
    seasons = [
        Season(_undated(schedule.rules, key), tuple(days), not any(key))
        for key, days in found.items()
    ]
    return tuple(sorted(seasons, key=lambda one: one.is_rest))


def _eras(dates: Iterable[RuleDates]) -> Sequence[tuple[int, int]]:
    """Return runs of years in each of which the same days are named every year."""
    starts = {FIRST_YEAR}
    for one in dates:
        if isinstance(one, YearDays):
            starts.update((one.first_year, one.last_year + 1))
        else:
            for day in (one.first, one.last):
                year, _ = year_and_index(day)
                starts.update((year, year + 1))
    known = sorted(year for year in starts if FIRST_YEAR <= year <= LAST_YEAR)
    return [(year, until - 1) for year, until in zip(known, (*known[1:], LAST_YEAR + 1))]


def _days_in(rule: HoursRule, first: int, last: int) -> int:
    """Return the days that *rule* names in each of the years of an era."""
    found = 0
    for one in rule.dates:
        if isinstance(one, YearDays):
            found |= one.days if one.first_year <= first <= one.last_year else 0
        elif first == last:
            found |= _days_between(one, first)
        elif year_and_index(one.first)[0] < first and last < year_and_index(one.last)[0]:
            found |= EVERY_DAY
    return found


def _days_between(one: DateRange, year: int) -> int:
    (first_year, start), (last_year, end) = year_and_index(one.first), year_and_index(one.last)
    if not first_year <= year <= last_year:
        return 0
    start = start if first_year == year else 0
    end = end if last_year == year else EVERY_DAY.bit_length() - 1
    return (1 << end + 1) - (1 << start)


def _undated(rules: Sequence[HoursRule], holding: tuple[bool, ...]) -> Schedule:
    """Return those of *rules* that hold, without dates; of the dated ones *holding* says which."""
    which = iter(holding)
    kept = tuple(
        replace(rule, dates=()) if rule.dates else rule
        for rule in rules
        if not rule.dates or next(which)
    )
    return Schedule.of(kept) if kept else _CLOSED
