"""Times, days and dates as pages write them; what is none of them is told."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, List, NamedTuple, Sequence

from supportlines.hours.days import (
    LAST_YEAR,
    MINUTES_OF_DAY,
    WEEKDAY_NAMES,
    civil,
    from_date,
    to_date,
)
from supportlines.hours.rules import EVERY_WEEKDAY, DateRange, MinuteSpan, RuleDates, YearDays
from supportlines.hours.schema_org.shapes import named, quoted, short_name

PUBLIC_HOLIDAYS = "PublicHolidays"

Lost = List[str]
"""Sentences about what is not read."""

_TIME = re.compile(
    r"T?(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?)?"
    r"\s?(?P<half>[ap]\.?m\.?)?\s?(?P<offset>Z|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_COMPACT_TIME = re.compile(r"T?(?P<hour>\d\d)(?P<minute>[0-5]\d)", re.ASCII | re.IGNORECASE)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(.*))?", re.ASCII)
_EDGE_OF_DAY = re.compile(r"(00:00|23:59|24:00)(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
_MIDNIGHT = "00:00"
_RANGE_SIGN = re.compile(r"\s*(?:[-–—−‐‑]|\bto\b|\bthrough\b)\s*")
_LIST_SIGN = re.compile(r"\s*(?:[,;&/]|\band\b)\s*|\s+")

_WEEKDAYS = {
    name.lower()[:length]: number
    for number, name in enumerate(WEEKDAY_NAMES)
    for length in (2, 3, len(name))
}
_WEEKDAYS.update(tues=1, thur=3, thurs=3)
_HOLIDAYS = ("publicholidays", "publicholiday", "ph")


class NamedDays(NamedTuple):
    """Weekdays and public holidays."""

    weekdays: int
    """Bit set, Monday being bit 0."""

    holidays: bool


EVERY_DAY = NamedDays(EVERY_WEEKDAY, holidays=False)


class Validity(NamedTuple):
    """The dates on which something holds."""

    dates: tuple[RuleDates, ...]
    """Those that were read, as wide as what was not read may make them; none means all."""

    all_read: bool
    some_read: bool
    perhaps: tuple[RuleDates, ...] = ()
    """Days beside them of which it is not known."""

    never: bool = False
    """Whether there is no other day than those."""


class _Bound(NamedTuple):
    """The first or the last day of a validity."""

    day: int
    """The one that makes it the longest."""

    surely: int
    """The one that makes it the shortest."""

    is_read: bool = True


_FIRST_DAY = _Bound(from_date(date.min), from_date(date.min))
_LAST_DAY = _Bound(from_date(date.max), from_date(date.max))


def read_time(found: object, lost: Lost) -> int | None:
    """Return a time of day in minutes since midnight, up to 1440 for 24:00; None if it is none.

    23:59:59 is the last second of the day and stands for its end.
    """
    parts = _parts_of_time(found)
    if parts.get("offset"):
        lost.append(
            f"the offset of {quoted(found)} is not read, nor is the time: hours are local times"
            " of a zone. Write it as 09:00."
        )
        return None
    minutes = _minutes(parts)
    if minutes is None:
        lost.append(f"{quoted(found)} is no time of day. Write it as 09:00.")
        return None
    second = parts.get("second") or "00"
    if (minutes, second) == (MINUTES_OF_DAY - 1, "59"):
        return MINUTES_OF_DAY
    if second != "00":
        lost.append(f"the seconds of {quoted(found)} are not read.")
    return minutes


def _parts_of_time(found: object) -> dict[str, str | None]:
    """Return hour, minute and what else is written of a time; empty for what is none."""
    text = re.sub(r"\s+", " ", found.strip()) if isinstance(found, str) else ""
    match = _TIME.fullmatch(text) or _COMPACT_TIME.fullmatch(text)
    return match.groupdict() if match else {}


def _minutes(parts: dict[str, str | None]) -> int | None:
    hour, minute, half = int(parts.get("hour") or 99), parts.get("minute"), parts.get("half")
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the dial of a clock
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    elif minute is None:
        return None  # "9" may be in the morning or in the evening
    minutes = hour * 60 + int(minute or 0)
    second = int(parts.get("second") or 0)
    return minutes if minutes * 60 + second <= MINUTES_OF_DAY * 60 else None


def is_of_half_a_day(text: object, beside: object) -> bool:
    """Return whether *text* may be of either half of a day, since *beside* says which it is of.

    >>> is_of_half_a_day("5:00", "9:00am"), is_of_half_a_day("17:00", "9:00am")
    (True, False)
    """
    mine, other = _parts_of_time(text), _parts_of_time(beside)
    if not mine or mine.get("half") or not other.get("half"):
        return False
    return 1 <= int(mine["hour"] or 0) <= 12  # noqa: PLR2004 - the dial of a clock


def span_between(opens: int, closes: int) -> MinuteSpan | None:
    """Return the minutes from *opens* to *closes*, on the next day if need be; None if none are.

    >>> span_between(540, 1020), span_between(1320, 360), span_between(0, 1439)
    ((540, 1020), (1320, 1800), (0, 1440))
    """
    if (opens, closes) == (0, MINUTES_OF_DAY - 1):
        return 0, MINUTES_OF_DAY  # readers of schema.org write the whole day so
    if opens == closes or opens >= MINUTES_OF_DAY:
        return None
    return opens, closes if closes > opens else closes + MINUTES_OF_DAY


def read_days(values: Sequence[object], lost: Lost) -> tuple[NamedDays, bool]:
    """Return the days that *values* name, and whether all of them were read."""
    weekdays, holidays, all_read = 0, False, True
    for each in values:
        name = named(each)
        days = day_list(short_name(name.strip())) if isinstance(name, str) else None
        if days is None:
            lost.append(f'{quoted(each)} is no day of schema.org; write one such as "Monday".')
            all_read = False
        else:
            weekdays, holidays = weekdays | days.weekdays, holidays or days.holidays
    return NamedDays(weekdays, holidays), all_read


def day_list(text: str) -> NamedDays | None:
    """Return the days of a list such as ``Monday``, ``mon``, ``Mo-Fr`` or ``Sa,Su``, or None.

    >>> day_list("Mo-We, fri"), day_list("Funday")
    (NamedDays(weekdays=23, holidays=False), None)
    """
    weekdays, holidays = 0, False
    for item in _LIST_SIGN.split(_RANGE_SIGN.sub("-", text.lower())):
        first, dash, last = (each.rstrip(".") for each in item.partition("-"))
        if first in _HOLIDAYS and not dash:
            holidays = True
            continue
        start, end = _WEEKDAYS.get(first), _WEEKDAYS.get(last if dash else first)
        if start is None or end is None:
            return None
        weekdays |= sum(1 << (start + n) % 7 for n in range((end - start) % 7 + 1))
    return NamedDays(weekdays, holidays)


def read_validity(starts: Sequence[Any], ends: Sequence[Any], lost: Lost) -> Validity:
    """Return the days from ``validFrom`` to ``validThrough``, both included."""
    is_one_day = bool(starts) and [str(each)[:10] for each in starts] == [
        str(each)[:10] for each in ends
    ]
    start = _read_bound("validFrom", starts, _FIRST_DAY, lost, is_one_day=is_one_day)
    end = _read_bound("validThrough", ends, _LAST_DAY, lost, is_one_day=is_one_day)
    all_read = start.is_read and end.is_read
    some_read = bool((starts and start.is_read) or (ends and end.is_read))
    if start.day > end.day:
        ends_on = to_date(end.day)
        lost.append(f"a specification ends on {ends_on}, before it begins; its dates are not read.")
        return Validity((), all_read=False, some_read=False)
    if start.surely > end.surely:
        return Validity((), all_read, some_read, (_days_between(start.day, end.day),), never=True)
    sides = ((start.day, start.surely - 1), (end.surely + 1, end.day))
    perhaps = tuple(_days_between(*side) for side in sides if side[0] <= side[1])
    if (start.surely, end.surely) == (_FIRST_DAY.day, _LAST_DAY.day):
        return Validity((), all_read, some_read)
    return Validity((_days_between(start.surely, end.surely),), all_read, some_read, perhaps)


def _days_between(first: int, last: int) -> RuleDates:
    start, end = civil(first), civil(last)
    if (start[1:], end[1:]) == ((1, 1), (12, 31)):
        return YearDays(start[0], min(end[0], LAST_YEAR))
    return DateRange(first, last)


def have_one_value(key: str, values: Sequence[object], lost: Lost) -> bool:
    """Return whether *values* are one value, perhaps more than once; tell if they are not."""
    texts = {each if isinstance(each, str) else None for each in values}
    if len(values) == 1 or (len(texts) == 1 and None not in texts):
        return True
    lost.append(f'"{key}" has several values; give each a specification of its own.')
    return False


def _read_bound(
    key: str, values: Sequence[Any], otherwise: _Bound, lost: Lost, *, is_one_day: bool
) -> _Bound:
    """Return the day that *values* name; *otherwise* if there is none."""
    if not values:
        return otherwise
    unread = otherwise._replace(is_read=False)
    if not have_one_value(key, values, lost):
        return unread
    match = _DATE.fullmatch(values[0].strip()) if isinstance(values[0], str) else None
    if match is None:
        lost.append(f"{quoted(values[0])} is no date. Write it as 2026-12-25.")
        return unread
    try:
        day = from_date(date(*(int(part) for part in match.groups()[:3])))
    except ValueError:
        lost.append(f"{quoted(values[0])} is no day of the calendar; it is not read.")
        return unread
    edge = _EDGE_OF_DAY.fullmatch(match.group(4) or _MIDNIGHT)
    is_midnight = edge is not None and edge.group(1) == _MIDNIGHT
    if edge is not None and (is_one_day or match.group(4) is None):
        return _Bound(day, day)
    if edge is not None and key == "validFrom":
        first = day if is_midnight else day + 1  # the end of a day is the beginning of the next
        return _Bound(first, first)
    if edge is not None and not is_midnight:
        return _Bound(day, day)
    lost.append(
        f"the time of day in {quoted(values[0])} is not read: whether it holds on days that may"
        " be meant is not known. Write the date alone."
    )
    before, after = (0, 0) if is_midnight else _days_around(match.group(4))
    if key == "validFrom":
        return _Bound(day - before, day + after + 1)
    return _Bound(day + after, day - before - 1)


def _days_around(time: str) -> tuple[int, int]:
    """Return how many days before and after its own date a *time* may lie on a clock.

    One with an offset is taken for that of a clock there. One of UTC may be any zone's, from
    12 hours behind to 14 ahead.
    """
    match = _TIME.fullmatch(time)
    if match is None:
        return 1, 1
    if match.group("offset") not in ("Z", "z"):
        return 0, 0
    hour = int(match.group("hour"))
    return int(hour < 12), int(hour >= 10)  # noqa: PLR2004 - see above
