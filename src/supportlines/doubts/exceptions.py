"""Doubts about the hours of single days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Iterator

from supportlines.doubts.countries import open_weekdays, weekdays_in_words
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful
from supportlines.errors import quoted

if TYPE_CHECKING:
    from supportlines.directory import DayException
    from supportlines.doubts.ground import Ground

_WEEK = 7


def exceptions_on_other_days(ground: Ground) -> Iterator[Suspicion]:
    """Yield exceptions whose hours are for weekdays that none of their days is."""
    for placed in ground.exceptions:
        hours = placed.exception.hours
        stated = open_weekdays(hours) if hours.is_weekly and not hours.is_always else None
        days = _weekdays(placed.exception)
        if stated is not None and not stated & days:
            effect = "it changes nothing" if placed.exception.adds else "nobody answers"
            found = (
                f"{quoted(placed.text)} is for {weekdays_in_words(stated)}, "
                f"and the exception for {weekdays_in_words(days)}: {effect}."
            )
            remedy = "Write the hours without weekdays, or compare the day with the source."
            yield Suspicion("exception-on-other-days", placed.path, found, remedy, placed.text)


def _weekdays(one: DayException) -> int:
    """Return the weekdays of the days of an exception, Monday being bit 0."""
    first, last = one.days
    count = min((last - first).days + 1, _WEEK)
    return sum(1 << (first + dt.timedelta(days=number)).weekday() for number in range(count))


DOUBTS = (
    Doubtful(
        "exception-on-other-days",
        "the weekdays of an exception are none of its days",
        exceptions_on_other_days,
    ),
)
