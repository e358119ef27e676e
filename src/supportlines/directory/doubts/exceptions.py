"""Doubts about the hours of single days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Iterator, NamedTuple, Tuple

from supportlines.directory.doubts.doubt import Suspicion
from supportlines.directory.doubts.hours import found_and_remedy, improbable
from supportlines.directory.doubts.places import open_weekdays, weekdays_in_words
from supportlines.directory.problems import Path, quoted

if TYPE_CHECKING:
    from supportlines.directory.dated import DayException
    from supportlines.directory.doubts.ground import Ground

_WEEK = 7


class _Placed(NamedTuple):
    exception: DayException
    path: Path
    text: str
    """Its hours as the file writes them."""


def improbable_exceptions(ground: Ground) -> Iterator[Suspicion]:
    """Yield hours of single days that nobody keeps."""
    for placed in _with_hours(ground):
        answer = improbable(placed.text)
        if answer is not None:
            found, remedy, offset = answer
            text = placed.text
            yield Suspicion("improbable-span", placed.path, found, remedy, text, text, offset)


def exceptions_that_surprise(ground: Ground) -> Iterator[Suspicion]:
    """Yield what the reader of the notation warns of in the hours that replace those of days."""
    for placed in _with_hours(ground):
        for warning in () if placed.exception.adds else placed.exception.hours.warnings:
            found, remedy = found_and_remedy(warning)
            if all(rule.state == "closed" for rule in placed.exception.hours.rules):
                remedy = 'Add "adds: true" if nothing but these times is closed.'
            text, offset = placed.text, warning.offset
            yield Suspicion("hours-read-otherwise", placed.path, found, remedy, text, text, offset)


def exceptions_on_other_days(ground: Ground) -> Iterator[Suspicion]:
    """Yield exceptions whose hours are for weekdays that none of their days is."""
    for placed in _with_hours(ground):
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


def _with_hours(ground: Ground) -> Iterator[_Placed]:
    """Yield the exceptions of regions, lines and rules that state hours."""
    records: Tuple[Tuple[Any, Any], ...] = (
        *((placed, placed.region) for placed in ground.regions),
        *((placed, placed.line) for placed in ground.lines),
        *((placed, placed.rule) for placed in ground.rules),
    )
    for placed, record in records:
        for index, one in enumerate(record.exceptions):
            text = placed.content["exceptions"][index].get("hours")
            if text is not None:
                yield _Placed(one, (*placed.path, "exceptions", index, "hours"), text)


def _weekdays(one: DayException) -> int:
    """Return the weekdays of the days of an exception, Monday being bit 0."""
    first, last = one.days
    count = min((last - first).days + 1, _WEEK)
    return sum(1 << (first + dt.timedelta(days=number)).weekday() for number in range(count))
