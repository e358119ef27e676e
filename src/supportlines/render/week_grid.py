"""A schedule as a week: the spans of each weekday, those of public holidays, and what is beside."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple, Tuple

from supportlines.hours import LocalSpan, OpeningHours, Schedule

_A_MONDAY = date(2001, 1, 1)
_CLOSED = Schedule.parse("off")

_Spans = Tuple[LocalSpan, ...]
"""Of one day; none if it is closed."""


class WeekGrid(NamedTuple):
    """What a schedule says of a week."""

    days: tuple[_Spans, ...]
    """Of each weekday, Monday first."""

    holidays: _Spans | None
    """Of public holidays; None where the schedule says nothing of them, or no one thing."""

    beside: str
    """The whole schedule in its notation, where a week does not say all of it."""


class _EveryDay:
    """A calendar in which each day is a public holiday."""

    @staticmethod
    def name_on(day: date) -> str:
        """Return a name of *day*."""
        return day.isoformat()


@lru_cache(maxsize=1024)
def week_grid(schedule: Schedule) -> WeekGrid:
    """Return *schedule* as a week.

    Rules of dates, or of the first Monday of a month, have no place in it; nor have public
    holidays whose hours depend on the weekday.

    >>> grid = week_grid(Schedule.parse("Mo-Fr 09:00-17:00; PH off"))
    >>> [(span.start, span.end) for span in grid.days[0]], grid.days[6], grid.holidays
    ([(540, 1020)], (), ())
    """
    weekly = tuple(rule for rule in schedule.rules if not (rule.dates or rule.nth))
    of_week = Schedule.of(weekly) if weekly else _CLOSED
    days = tuple(row.spans for row in OpeningHours.of(of_week, "UTC").week(_A_MONDAY))
    is_whole = len(weekly) == len(schedule.rules)
    holidays = days[0] if schedule.is_always else None
    if of_week.names_holidays:
        rows = OpeningHours.of(of_week, "UTC", _EveryDay()).week(_A_MONDAY)
        found = {row.spans for row in rows}
        is_whole = is_whole and len(found) == 1
        holidays = found.pop() if len(found) == 1 else None
    return WeekGrid(days, holidays, "" if is_whole else str(schedule))
