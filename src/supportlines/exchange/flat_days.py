"""Days of other hours over those of a row: unknown in it, where a format has no dates."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Iterable, Sequence

from supportlines.hours import HoursSyntaxError, Schedule

if TYPE_CHECKING:
    from supportlines.directory import DayException

UNKNOWN = Schedule.parse("24/7 unknown")
_MOST_EXCEPTIONS = 20
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = dt.timedelta(days=1)


def why_not_with(over: Sequence[DayException]) -> str:
    """Return why the days of exceptions cannot be left unknown by themselves, or nothing."""
    if any(one.end_unknown for one in over):
        return "when an exception ends is not known"
    if any(one.each_month is not None for one in over):
        return "an exception comes again each month"
    return "there are many exceptions" if len(over) > _MOST_EXCEPTIONS else ""


def with_unknown_days(hours: Schedule, over: Iterable[DayException]) -> Schedule:
    """Return *hours*, unknown on the days of exceptions; wholly if those cannot be written."""
    listed_over = list(over)
    if why_not_with(listed_over):
        return UNKNOWN
    days = (_days_of(one, hours) for one in listed_over)
    texts = [
        f", {_day_text(first)}-{_day_text(last)} 00:00-24:00 unknown"
        for first, last in sorted(set(days))
    ]
    return _parsed("".join([str(hours), *texts]))


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Schedule:
    try:
        return Schedule.parse(text)
    except HoursSyntaxError:
        return UNKNOWN


def _days_of(one: DayException, hours: Schedule) -> tuple[dt.date, dt.date]:
    """Return the days on which an exception may change *hours*, whatever their zone."""
    first, last = one.days
    if one.begins is not None and one.begins.tzinfo is not None:
        first, last = first - _DAY, last + _DAY
    if runs_past_midnight(hours) or runs_past_midnight(one.hours):
        last += _DAY
    return first, last


def _day_text(day: dt.date) -> str:
    """Return *day* as the notation has it, whatever the locale of the machine."""
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02}"


def runs_past_midnight(hours: Schedule) -> bool:
    """Return whether a span of *hours* reaches into the day after the one it belongs to."""
    return any(rule.runs_past_midnight for rule in hours.rules)
