"""Days of hours as rows of a table, as a page prints them: local time, no instants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - who reads the types of a row at run time finds them
from typing import TYPE_CHECKING, Optional, Tuple

from supportlines.hours.days import MINUTES_OF_DAY, from_date, to_date, weekday_of
from supportlines.hours.public_holidays import holiday_name
from supportlines.hours.rules import State  # noqa: TC001 - as above
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    from supportlines.hours.calendar.wall_clock import LocalHours


@dataclass(frozen=True, repr=False)
class LocalSpan(BriefRecord):
    """A stretch of a day with one state, not closed."""

    start: int
    """Minutes since midnight."""

    end: int
    """Minutes since the same midnight, not included; above 1440 it is on the next day."""

    state: State
    comment: Optional[str] = None


@dataclass(frozen=True, repr=False)
class DayOfHours(BriefRecord):
    """One row: a day and the spans that start on it. A day without spans is closed."""

    day: date
    weekday: int
    """Monday is 0."""

    spans: Tuple[LocalSpan, ...]
    holiday: Optional[str] = None
    """Name of the public holiday on this day, if holidays are known."""


def days_of(hours: LocalHours, first_day: date, count: int) -> tuple[DayOfHours, ...]:
    """Return *count* rows from *first_day* on.

    A stretch that goes on after midnight and ends before the hour at which it started is one
    span of the day it started on; any other is cut at midnight.
    """
    first = from_date(first_day)
    days = [_spans(hours, day) for day in range(first - 1, first + count + 1)]
    joined = [list(spans) for spans in days]
    for number in range(len(days) - 1):
        evening, morning = days[number][-1:], days[number + 1][:1]
        if evening and morning and _go_on(evening[0], morning[0]):
            end = MINUTES_OF_DAY + morning[0].end
            span = LocalSpan(evening[0].start, end, evening[0].state, evening[0].comment)
            joined[number][-1] = span
            del joined[number + 1][0]
    rows = []
    for day, spans in enumerate(joined[1:-1], first):
        name = None if hours.holidays is None else holiday_name(day, hours.holidays)
        as_date = to_date(day)
        if as_date is not None:
            rows.append(DayOfHours(as_date, weekday_of(day), tuple(spans), name))
    return tuple(rows)


def _spans(hours: LocalHours, day: int) -> list[LocalSpan]:
    spans: list[LocalSpan] = []
    for start, end, state, comment, *_ in hours.pieces(day):
        if state == "closed":
            continue
        before = spans[-1] if spans else None
        if before and (before.end, before.state, before.comment) == (start, state, comment):
            spans[-1] = LocalSpan(before.start, end, state, comment)
        else:
            spans.append(LocalSpan(start, end, state, comment))
    return spans


def _go_on(evening: LocalSpan, morning: LocalSpan) -> bool:
    touch = evening.end == MINUTES_OF_DAY and morning.start == 0
    same = (evening.state, evening.comment) == (morning.state, morning.comment)
    return touch and same and morning.end <= evening.start
