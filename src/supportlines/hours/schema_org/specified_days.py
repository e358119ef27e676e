"""One specification or text as days with their spans, and whether all of it was read."""

from __future__ import annotations

import re
from typing import Any, Mapping, NamedTuple

from supportlines.hours.days import MINUTES_OF_DAY
from supportlines.hours.rules import WHOLE_DAY, MinuteSpan, RuleDates
from supportlines.hours.schema_org.literals import (
    EVERY_DAY,
    Lost,
    NamedDays,
    have_one_value,
    is_of_half_a_day,
    read_days,
    read_time,
    read_validity,
    span_between,
)
from supportlines.hours.schema_org.sets import is_subset, overlap, without_days
from supportlines.hours.schema_org.shapes import quoted, values_of
from supportlines.hours.schema_org.text import read_text

_NOON = 720
"""Hours that begin on the day before are taken to end by then."""


PROPERTIES = ("dayOfWeek", "opens", "closes", "validFrom", "validThrough")
"""What a specification may say."""

ABOUT = frozenset({"@type", "type", "@context", "@id"})
"""What says nothing of hours."""

_NAMES = frozenset({"name", "alternateName", "additionalType", "identifier", "url"})
"""What is not read and tells what the days are called, and not their hours."""

_LIKE_DAYS = re.compile(r"day|date|valid|from|through|until", re.IGNORECASE)
"""In the name of a property that is not read: it may say when the others hold."""


class SpecifiedDays(NamedTuple):
    """Days with their spans. Where not all was read, they are as wide as they may be."""

    days: NamedDays
    dates: tuple[RuleDates, ...]
    spans: tuple[MinuteSpan, ...]
    """Empty where the days are closed."""

    certain: bool = True
    """Whether all of it was read; otherwise its spans, or that its days are closed, may be so."""

    placed: bool = True
    """Whether anything was read that says on which days it holds, or it holds on all."""

    named: NamedDays | None = None
    """The days that it is said of, where others close some of them."""


def parts_of_text(text: str, lost: Lost) -> list[SpecifiedDays]:
    """Return what a value of ``openingHours`` states; of one that is not read every day may be."""
    groups = read_text(text)
    if groups is None:
        lost.append(f'{quoted(text)} is not understood. Write it as "Mo-Fr 09:00-17:00".')
        return [SpecifiedDays(EVERY_DAY, (), WHOLE_DAY, certain=False, placed=False)]
    parts: list[SpecifiedDays] = []
    for group in groups:
        part = SpecifiedDays(group.days, (), group.spans)
        if group.follows:
            parts = [_replaced(earlier, part) for earlier in parts]
        parts.append(part)
    return parts


def _replaced(earlier: SpecifiedDays, part: SpecifiedDays) -> SpecifiedDays:
    """Return *earlier* without the days of *part*, if those are fewer and its hours others."""
    if is_subset(part.days, earlier.days) and overlap(earlier.spans, part.spans):
        return earlier._replace(days=without_days(earlier.days, part.days))
    return earlier


def part_of(properties: Mapping[str, Any], lost: Lost) -> list[SpecifiedDays]:
    """Return what a specification states: what was read of its days, and what may be."""
    values = {key: values_of(found, key) for key, found in properties.items() if found is not None}
    if not any(values.get(key) for key in PROPERTIES):
        lost.append("a specification says nothing.")
        return []
    if any(_LIKE_DAYS.search(key) for key in set(values) - {*PROPERTIES}):
        spans, _ = _spans(values, lost)
        return [SpecifiedDays(EVERY_DAY, (), spans, certain=False, placed=False)]
    named = values.get("dayOfWeek")
    days, days_read = (EVERY_DAY, True) if named is None else read_days(named, lost)
    if named == []:
        lost.append('"dayOfWeek" is empty: which days are meant is not read.')
        days_read = False
    valid = read_validity(values.get("validFrom", ()), values.get("validThrough", ()), lost)
    spans, times_read = _spans(values, lost)
    parts: list[SpecifiedDays] = []
    every_date = () if not valid.dates and not valid.never else (*valid.dates, *valid.perhaps)
    if not days_read:
        parts.append(
            SpecifiedDays(EVERY_DAY, every_date, spans, certain=False, placed=valid.some_read)
        )
    if days.weekdays or days.holidays:
        if valid.perhaps:
            parts.append(SpecifiedDays(days, valid.perhaps, spans, certain=False))
        if not valid.never:
            placed = (days_read and valid.all_read) or (named is not None) or valid.some_read
            certain = times_read and valid.all_read
            parts.append(SpecifiedDays(days, valid.dates, spans, certain=certain, placed=placed))
    return parts


def _spans(values: Mapping[str, list[Any]], lost: Lost) -> tuple[tuple[MinuteSpan, ...], bool]:
    """Return the spans of a specification, none if it is closed, and whether they were read.

    "The place is open if the opens property is specified, and closed otherwise."
    (https://schema.org/OpeningHoursSpecification)
    """
    if "opens" not in values and "closes" not in values:
        # What is not read may be the hours.
        return (WHOLE_DAY, False) if set(values) - {*PROPERTIES} - ABOUT - _NAMES else ((), True)
    opens, closes = _one_time("opens", values, lost), _one_time("closes", values, lost)
    if (opens, closes) == (0, 0):
        return (), True
    span = None if opens is None or closes is None else span_between(opens, closes)
    if span is not None:
        return (span,), True
    if opens is not None and closes is not None:
        written = quoted(values["opens"][0])
        fault = "both opens and closes" if opens == closes else "is no time to open"
        lost.append(f"{written} {fault}: the hours are not known.")
    return _possible(opens, closes), False


def _one_time(key: str, values: Mapping[str, list[Any]], lost: Lost) -> int | None:
    found = values.get(key)
    if not found:
        lost.append(f'a specification without "{key}": its hours are not known.')
        return None
    if not have_one_value(key, found, lost):
        return None
    others = values.get("closes" if key == "opens" else "opens", ())
    if any(is_of_half_a_day(found[0], each) for each in others):
        lost.append(f'{quoted(found[0])} may be of either half of a day. Write it as "17:00".')
        return None
    return read_time(found[0], lost)


def _possible(opens: int | None, closes: int | None) -> tuple[MinuteSpan, ...]:
    """Return the minutes in which hours may lie of which at most one end was read.

    They are those of the day, and of the morning after it where that end lets them run on:
    until they would begin again, or until the end that was read.
    """
    ends = [each for each in (opens, closes) if each is not None]
    after = min(*ends, _NOON) if ends else 0
    if opens is None and closes is not None and closes > _NOON:
        after = 0
    return ((0, MINUTES_OF_DAY + after),)
