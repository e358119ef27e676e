"""Days of other hours over those of a row: written where a format has dates, or unknown."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence, Tuple

from supportlines.hours import HoursSyntaxError, Schedule

if TYPE_CHECKING:
    from supportlines.directory import DayException

RunOfDays = Tuple[dt.date, dt.date]
"""The first day and the last, included."""

UNKNOWN = Schedule.parse("24/7 unknown")
_MOST_EXCEPTIONS = 20
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = dt.timedelta(days=1)
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class Dated(NamedTuple):
    """Hours with what holds on some days written in."""

    schedule: Schedule
    unsure: tuple[RunOfDays, ...]
    """Days of which no schedule says what holds."""


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


def with_days(hours: Schedule, over: Iterable[DayException]) -> Dated:
    """Return *hours* with what exceptions say of whole days written in.

    What they say of hours of a day, or of nights, stands in no schedule that everybody reads
    alike: such days are unsure.
    """
    found: list[tuple[RunOfDays, str]] = []
    unsure: set[RunOfDays] = set()
    taken: list[RunOfDays] = []
    # Of equal ones the later holds.
    for one in sorted(over, key=lambda each: each.priority)[::-1]:
        days = _days_of(one, hours)
        is_of_days = not (one.adds or one.begins or one.ends)
        is_of_nights = runs_past_midnight(hours) or runs_past_midnight(one.hours)
        if is_of_days and not is_of_nights and _is_written(one.hours):
            for rest in _without(days, taken):
                found += ((rest, rule) for rule in _written(one.hours, rest))
        else:
            unsure.add(days)
        taken.append(days)
    texts = (rule for _, rule in sorted(found, key=lambda pair: pair[0]))
    return Dated(_parsed("; ".join([str(hours), *texts])), tuple(sorted(unsure)))


def _without(days: RunOfDays, taken: Iterable[RunOfDays]) -> Iterator[RunOfDays]:
    """Yield what is left of *days*, in order: of other days a higher exception has spoken."""
    start, end = days
    for first, last in sorted(taken):
        if last < start or first > end:
            continue
        if first > start:
            yield start, first - _DAY
        if last >= end:
            return
        start = last + _DAY
    yield start, end


def _is_written(hours: Schedule) -> bool:
    """Return whether *hours* can be said of some days: a week without what nobody knows."""
    return all(
        rule.is_weekly and rule.state != "unknown" and not rule.added for rule in hours.rules
    )


def _written(hours: Schedule, on: RunOfDays) -> Iterator[str]:
    """Yield rules for *hours* on some days, and that their other weekdays are closed."""
    days = "-".join(map(_day_text, on))
    named = 0
    for rule in hours.rules:
        named |= rule.weekdays if rule.state == "open" else 0
    closed = [name for number, name in enumerate(_WEEKDAYS) if not named >> number & 1]
    if closed:
        yield f"{days} {','.join(closed)} off" if named else f"{days} off"
    for part in str(hours).split("; ") if named else ():
        yield f"{days} {'00:00-24:00' if part == '24/7' else part}"


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
