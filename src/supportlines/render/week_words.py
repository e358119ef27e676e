"""Moments of the week and shares in words and in shades."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Sequence

from supportlines.hours import DAY, clock_time
from supportlines.words import CHANNELS

if TYPE_CHECKING:
    from supportlines.coverage import Coverage, Gap

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEK = 7 * DAY
_ALWAYS = 0.995
"""A share that one would round to 100 %."""


def level(open_share: float) -> int:
    """Return the shade of a share: 0 never, 1 to 3 a third more each, 4 always.

    >>> [level(share) for share in (0, 0.01, 0.5, 0.7, 1)]
    [0, 1, 2, 3, 4]
    """
    if open_share >= _ALWAYS:
        return 4
    return 0 if open_share <= 0 else 1 + min(int(open_share * 3), 2)


def percent(share: float) -> str:
    """Return a share as a whole number of per cent, but never nothing for something.

    >>> percent(0.268), percent(0.001), percent(0.9999)
    ('27 %', '<1 %', '>99 %')
    """
    if 0 < share < 0.005:  # noqa: PLR2004 - half of one per cent
        return "<1 %"
    if _ALWAYS <= share < 1:
        return ">99 %"
    return f"{round(share * 100)} %"


def clock_words(coverage: Coverage) -> str:
    """Return by whose clock a coverage is shown."""
    return "callers' local time" if coverage.period.is_local else "UTC"


def whom_words(coverage: Coverage) -> list[str]:
    """Return of which lines and callers a coverage is, as far as it is not of all by telephone."""
    found = [f"desk {coverage.desk}"] if coverage.desk is not None else []
    if coverage.channels != ("phone",):
        found.append(", ".join(CHANNELS[one].label for one in coverage.channels).lower())
    return found + [f"{name} {value}" for name, value in coverage.facets]


def period_words(coverage: Coverage) -> str:
    """Return what period a coverage is of: "2026" or "week of 23 November 2026"."""
    period = coverage.period
    if period.year is not None:
        return str(period.year)
    from supportlines.hours import open_zone  # noqa: PLC0415 - a week alone needs it

    monday, _ = period.days(open_zone("UTC"))
    return f"week of Monday {monday.isoformat()}"


def gaps_words(gaps: Sequence[Gap]) -> str:
    """Return gaps as people say them; those of the same hours together.

    >>> night = [(day * 86_400 + 61_200, day * 86_400 + 118_800) for day in range(4)]
    >>> gaps_words([*night, (406_800, 637_200)])
    'Mon–Thu 17:00–09:00, Fri 17:00–Mon 09:00'
    """
    if any(end - start >= _WEEK for start, end in gaps):
        return "all week"
    daily: dict[tuple[int, int], list[int]] = {}
    for begin, until in gaps:
        daily.setdefault((begin % DAY, until - begin), []).append(begin // DAY)
    texts = []
    for (time, length), days in daily.items():
        end = _time(time + length, is_end=True)
        for first, last in _runs(days):
            text = f"{_days(first, last)} {_time(time)}–{end}"
            if length > DAY:
                last_day = (first * DAY + time + length - 1) // DAY % 7
                text = f"{DAYS[first]} {_time(time)}–{DAYS[last_day]} {end}"
            texts.append((first, time, text))
    return ", ".join(text for _, _, text in sorted(texts))


def _runs(days: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Yield the first and last of consecutive days."""
    found: list[list[int]] = []
    for day in sorted(days):
        if found and found[-1][1] == day - 1:
            found[-1][1] = day
        else:
            found.append([day, day])
    return [(first, last) for first, last in found]


def _days(first: int, last: int) -> str:
    if first == last:
        return DAYS[first]
    return f"{DAYS[first]}–{DAYS[last]}"


def _time(second: int, *, is_end: bool = False) -> str:
    """Return a time of day; the end of a day is 24:00 and the beginning of one 00:00."""
    minutes, seconds = divmod(second % DAY, 60)
    if is_end and second % DAY == 0:
        return "24:00"
    text = clock_time(minutes)
    return f"{text}:{seconds:02}" if seconds else text


def moment(second_of_week: int) -> str:
    """Return a moment of the week for programs: "Mo 09:00".

    >>> moment(32_400), moment(7 * 86_400 + 60)
    ('Mo 09:00', 'Mo 00:01')
    """
    day = DAYS[second_of_week // DAY % 7][:2]
    return f"{day} {_time(second_of_week)}"
