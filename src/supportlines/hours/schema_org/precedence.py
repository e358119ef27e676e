"""Which of two specifications is said of fewer days, and where both speak.

schema.org does not say what holds where two specifications differ
(https://schema.org/openingHoursSpecification, read on 2026-11-26). Here the one for fewer days
is the exception that somebody wrote beside the other: dates before weekdays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Sequence

from supportlines.hours.days import day_number
from supportlines.hours.rules import DateRange, HoursRule, RuleDates, normal_dates
from supportlines.hours.schema_org.sets import is_subset

if TYPE_CHECKING:
    from supportlines.hours.rules import MinuteSpan
    from supportlines.hours.schema_org.specified_days import SpecifiedDays

_SEASON = 32
"""From so many days on, dates are a season, in which public holidays are the exception."""


def is_narrower(part: SpecifiedDays, other: SpecifiedDays) -> bool:
    """Return whether *part* is said of fewer days than *other*, so that it is the exception."""
    if _is_of_holidays(part) != _is_of_holidays(other):
        if _is_of_holidays(other) or not other.dates:
            return not _is_of_holidays(other)
        return _length(other) >= _SEASON and not (part.spans and not other.spans)
    if part.dates != other.dates:
        return _length(part) < _length(other)
    return is_subset(part.named or part.days, other.named or other.days)


def width(part: SpecifiedDays) -> tuple[int, int]:
    """Return what orders parts, those for the most days first; public holidays come last."""
    days = 0 if _is_of_holidays(part) else _length(part)
    weekdays, holidays = part.named or part.days
    return -days, -bin(weekdays).count("1") - holidays


def from_wide_to_narrow(parts: Sequence[SpecifiedDays]) -> list[SpecifiedDays]:
    """Return *parts* as they lie over one another, as given where no two have a date in common.

    What was not read lies over what was, but for hours of the very same days, which are sure.
    """
    ranges = sorted(each for part in parts for each in _ranges(part.dates))
    meets = any(before[1] >= after[0] for before, after in zip(ranges, ranges[1:]))
    if not meets and all(part.dates for part in parts):
        return list(parts)
    unread = {(part.dates, part.days): n for n, part in enumerate(parts) if not part.certain}

    def place(part: SpecifiedDays) -> tuple[tuple[int, int], int, bool]:
        return width(part), unread.get((part.dates, part.days), -1), part.certain

    return sorted(parts, key=place)


def common_rules(
    narrow: SpecifiedDays, wide: SpecifiedDays, spans: tuple[MinuteSpan, ...]
) -> list[HoursRule]:
    """Return rules that make *spans* unknown on the days that both parts are for."""
    dates = _common_dates(narrow.dates, wide.dates)
    if dates is None:
        return []
    weekdays = narrow.days.weekdays & wide.days.weekdays
    both = narrow.days.holidays and wide.days.holidays
    on: list[tuple[int, Literal["", "also", "only"]]] = [(weekdays, "also" if both else "")]
    if not both:
        for one, other in ((narrow.days, wide.days), (wide.days, narrow.days)):
            on.append((other.weekdays & ~one.weekdays if one.holidays else 0, "only"))
    return [
        HoursRule(spans, "unknown", dates=dates, weekdays=each, holidays=holidays, added=True)
        for each, holidays in on
        if each or (both and holidays == "also")
    ]


def _is_of_holidays(part: SpecifiedDays) -> bool:
    """Return whether *part* is for public holidays alone, whatever their dates."""
    return part.days.holidays and not part.days.weekdays and not part.dates


def _length(part: SpecifiedDays) -> int:
    """Return the number of days of the dates of *part*."""
    ranges = _ranges(part.dates)
    return sum(last - first + 1 for first, last in ranges) if ranges else 10**9


def _ranges(dates: Sequence[RuleDates]) -> list[tuple[int, int]]:
    return [
        (each.first, each.last)
        if isinstance(each, DateRange)
        else (day_number(each.first_year, 1, 1), day_number(each.last_year, 12, 31))
        for each in dates
    ]


def _common_dates(
    dates: Sequence[RuleDates], others: Sequence[RuleDates]
) -> tuple[RuleDates, ...] | None:
    """Return the dates in both, no entry meaning any; None if there is none."""
    if not dates or not others or dates == others:
        return normal_dates(list(dates or others))
    pairs = [(max(a, c), min(b, d)) for a, b in _ranges(dates) for c, d in _ranges(others)]
    found: list[RuleDates] = [DateRange(first, last) for first, last in pairs if first <= last]
    return normal_dates(found) if found else None
