"""Schedules made of parts: hours of a day of each month, one stretch of a day."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from supportlines.hours.days import MONTH_LENGTHS, MONTHS, clock_time
from supportlines.hours.schedule import Schedule

if TYPE_CHECKING:
    from supportlines.hours.rules import State

_KEPT = 512
"""Schedules that are kept: the same exception is read for each caller."""

_STATE_WORDS = {"closed": "off", "open": "open", "unknown": "unknown"}


@lru_cache(maxsize=_KEPT)
def on_day_of_month(day: str, hours: Schedule, *, adds: bool = False) -> Schedule:
    """Return the schedule of a day of each month, of which nothing is left but *hours*.

    Args:
        day: Its number (``10``), or a weekday with its place in the month (``Sa[1]``, ``Fr[-1]``).
            A month that has no such day is passed over.
        hours: Times of one day, or ``off``.
        adds: Whether the other hours of the day stay.

    >>> str(on_day_of_month("Sa[1]", Schedule.parse("10:00-14:00")))
    'Sa[1] off, Sa[1] 10:00-14:00'
    """
    days = _selector(day)
    # What only closes an hour is lost in the normal form of the hours.
    times = str(Schedule(hours.overlay or hours.rules))
    times = times.replace("Mo-Su ", "").replace("24/7", "00:00-24:00")
    if adds:
        return Schedule.parse(f"{days} {times}")
    return Schedule.parse(f"{days} off" if times == "off" else f"{days} off, {days} {times}")


def whole_day_of_month(day: str) -> Schedule:
    """Return the schedule that is open on a day of each month, given as in `on_day_of_month`.

    >>> str(whole_day_of_month("Sa[1]"))
    'Sa[1] 00:00-24:00'
    """
    return Schedule.parse(f"{_selector(day)} 00:00-24:00")


@lru_cache(maxsize=_KEPT)
def stretch_of_day(start: int, end: int, state: State) -> Schedule:
    """Return the schedule that has *state* from one minute of a day to another.

    >>> str(stretch_of_day(540, 1020, "open"))
    'Mo-Su 09:00-17:00'
    """
    times = f"{clock_time(start)}-{clock_time(end)}"
    return Schedule.parse(f"{times} {_STATE_WORDS[state]}")


def _selector(day: str) -> str:
    if not day.isdigit():
        return day
    number = int(day)
    months = [name for name, length in zip(MONTHS, MONTH_LENGTHS) if number <= length]
    return ",".join(f"{name} {number:02}" for name in months)
