"""Days and minutes as sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from supportlines.hours.rules import MinuteSpan
    from supportlines.hours.schema_org.literals import NamedDays


def is_subset(days: NamedDays, other: NamedDays) -> bool:
    """Return whether *days* are some of the *other* ones, and not all."""
    holidays_fit = other.holidays or not days.holidays
    return days != other and not days.weekdays & ~other.weekdays and holidays_fit


def without_days(days: NamedDays, others: NamedDays) -> NamedDays:
    """Return those of *days* that are not among *others*."""
    weekdays = days.weekdays & ~others.weekdays
    return days._replace(weekdays=weekdays, holidays=days.holidays and not others.holidays)


def overlap(spans: Sequence[MinuteSpan], others: Sequence[MinuteSpan]) -> bool:
    """Return whether the two have a minute in common."""
    return any(max(a, c) < min(b, d) for a, b in spans for c, d in others)


def without(spans: Sequence[MinuteSpan], others: Sequence[MinuteSpan]) -> tuple[MinuteSpan, ...]:
    """Return the minutes of *spans* that are not in *others*.

    >>> without([(540, 1020)], [(600, 660), (960, 1080)])
    ((540, 600), (660, 960))
    """
    left = list(spans)
    for start, end in others:
        pieces = [((a, min(b, start)), (max(a, end), b)) for a, b in left]
        left = [(a, b) for pair in pieces for a, b in pair if a < b]
    return tuple(left)
