"""Days on which the hours of a timetable begin to be those of another week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from supportlines.hours.calendar.layers import FAR_AWAY, LONG_AGO
from supportlines.hours.notation.printer import print_rule
from supportlines.hours.rules import DateRange

if TYPE_CHECKING:
    from supportlines.hours.rules import HoursRule, RuleDates
    from supportlines.hours.schema_org.day_starts import DaysOf

_MOST = 400
"""Days that one rule may name one by one: a year of days, and more than anybody publishes."""


class UnwritableError(Exception):
    """Hours that come back for ever and are not of a week."""


def turning_days(days: DaysOf, since: int) -> list[int]:
    """Return the days after *since* on which a layer or a rule begins or has ended, in order.

    A night may run into the first day of a stretch: who looks at it takes care of that.

    Raises:
        UnwritableError: If there is no end of them; it says why, as a sentence.
    """
    begins, ends = days.bounds
    found = {LONG_AGO if begins is None else begins, FAR_AWAY if ends is None else ends + 1}
    for layer in days.layers:
        first, last = max(layer.first, since), layer.last
        if last < since:
            continue
        found.update((layer.first, last + 1))
        for rule in layer.rules:
            for start, end in _runs(rule, first, last):
                found.update((start, end + 1))
    return sorted(day for day in found if since < day < FAR_AWAY)


def _runs(rule: HoursRule, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield runs of days of *rule* that lie between *first* and *last*."""
    if rule.nth:
        if last - first > _MOST:
            raise UnwritableError(f'schema.org has no way to write "{print_rule(rule)}".')
        yield from ((day, day) for day in range(first, last + 1) if rule.matches(day, None))
        return
    for dates in rule.dates:
        yield from _runs_of(dates, rule, first, last)


def _runs_of(dates: RuleDates, rule: HoursRule, first: int, last: int) -> Iterator[tuple[int, int]]:
    if isinstance(dates, DateRange):
        if dates.last >= first and dates.first <= last:
            yield max(dates.first, first), min(dates.last, last)
        return
    start = dates.next_day(first)
    for _ in range(_MOST):
        if start is None or start > last:
            return
        end = dates.next_other_day(start)
        yield start, last if end is None else min(end - 1, last)
        start = None if end is None else dates.next_day(end)
    raise UnwritableError(f'"{print_rule(rule)}" comes back every year; schema.org needs a year.')
