"""Differences of hours in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Sequence

from supportlines.changes.days import WEEKDAYS, DayChanges, DayTime, DayTimes, Pair
from supportlines.errors import listed
from supportlines.hours import MINUTES_OF_DAY, time_of_day

if TYPE_CHECKING:
    from datetime import date

    from supportlines.changes.window import Window

_NAMES = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ALL_DAY: DayTimes = (DayTime(0, MINUTES_OF_DAY, is_open=True),)
_ALL_UNKNOWN: DayTimes = (DayTime(0, MINUTES_OF_DAY, is_open=False),)
_PHRASES = 3
"""More different changes of weekdays than these are told as two weeks."""
_DATES = 3
"""So many dates are written out."""


def words_of(
    changes: DayChanges, window: Window, *, holidays: int = 0, verb: str = "answers"
) -> str:
    """Return all of *changes* in words, without a full stop.

    Args:
        changes: Where two time lines differ.
        window: Which days were compared.
        holidays: 1 if only the new hours speak of public holidays, -1 if only the old do.
        verb: What is done at these hours: "answers", "takes messages".
    """
    parts = list(_usual(changes.usual, verb))
    parts += _dated(changes, window, holidays, verb)
    return "; ".join(parts)


def _usual(usual: Sequence[Pair], verb: str) -> Iterable[str]:
    """Yield what differs week by week."""
    changed = [day for day, pair in enumerate(usual) if pair.old != pair.new]
    if not changed:
        return
    texts: dict[str, list[int]] = {}
    for day in changed:
        texts.setdefault(_pair(usual[day], verb), []).append(day)
    constant = [{pair[side] for pair in usual} for side in (0, 1)]
    is_constant = any(side in ({_ALL_DAY}, {_ALL_UNKNOWN}) or side == {()} for side in constant)
    if is_constant or len(texts) > _PHRASES:
        old = week_words([pair.old for pair in usual])
        yield f"{verb} {week_words([pair.new for pair in usual])}, until now {old}"
        return
    for text, days in texts.items():
        yield text if len(days) == WEEKDAYS else f"{text} on {_weekdays(days)}"


def _pair(pair: Pair, verb: str) -> str:
    """Return what differs on a day."""
    old, new = pair
    if not new:
        return f"is closed instead of {_span_words(old)}"
    if not old:
        return f"{verb} {_span_words(new)}, until now closed"
    if len(old) == len(new) == 1 and old[0].is_open == new[0].is_open:
        (before,), (after,) = old, new
        perhaps = "" if after.is_open else "perhaps "
        if before.start == after.start:
            times = time_of_day(after.end), time_of_day(before.end)
            return f"{perhaps}closes at {times[0]} instead of {times[1]}"
        if before.end == after.end:
            times = time_of_day(after.start), time_of_day(before.start)
            return f"{perhaps}opens at {times[0]} instead of {times[1]}"
    return f"{verb} {_span_words(new)} instead of {_span_words(old)}"


def _span_words(day: DayTimes) -> str:
    if day == _ALL_DAY:
        return "all day"
    if day == _ALL_UNKNOWN:
        return "perhaps"
    return ", ".join(
        ("" if one.is_open else "perhaps ") + _times(one.start, one.end) for one in day
    )


def _times(start: int, end: int) -> str:
    return f"{time_of_day(start)}–{time_of_day(end)}"


def week_words(days: Sequence[DayTimes]) -> str:
    """Return a week of hours in words: "Mon–Fri 09:00–17:00".

    >>> week_words([()] * 7)
    'never'
    """
    if set(days) == {_ALL_DAY}:
        return "day and night"
    if set(days) == {_ALL_UNKNOWN}:
        return "at hours that are not known"
    texts: dict[DayTimes, list[int]] = {}
    for number, day in enumerate(days):
        if day:
            texts.setdefault(day, []).append(number)
    parts = []
    for day, numbers in texts.items():
        runs = ", ".join(
            _SHORT[first] if first == last else f"{_SHORT[first]}–{_SHORT[last]}"
            for first, last in _runs(numbers)
        )
        parts.append(f"{runs} {_span_words(day)}")
    return "; ".join(parts) or "never"


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last of consecutive numbers."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return [(first, last) for first, last in found]


def _weekdays(days: Sequence[int]) -> str:
    """Return weekdays: "Fridays", "Mondays to Fridays", "Mondays and Fridays"."""
    parts: list[str] = []
    for first, last in _runs(sorted(days)):
        if last - first > 1:
            parts.append(f"{_NAMES[first]} to {_NAMES[last]}")
        else:
            parts += [_NAMES[day] for day in range(first, last + 1)]
    return listed(parts)


def _dated(changes: DayChanges, window: Window, holidays: int, verb: str) -> Iterable[str]:
    """Yield what differs on some days only."""
    texts: dict[str, list[int]] = {}
    on_holidays = False
    for number, pair in changes.other:
        # On a holiday that only some parts of a country keep it is not known.
        if holidays and not any(one.is_open for one in (pair.new if holidays > 0 else pair.old)):
            on_holidays = True
            continue
        texts.setdefault(_pair(pair, verb), []).append(number)
    if on_holidays:
        yield "is closed on public holidays" if holidays > 0 else f"{verb} on public holidays, too"
    for text, days in texts.items():
        yield f"{text} {_when(days, window)}"


def _when(days: Sequence[int], window: Window) -> str:
    """Return days of the window: dates, stretches of dates, or how many there are."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day - runs[-1][-1] <= WEEKDAYS:
            runs[-1].append(day)
        else:
            runs.append([day])
    dense = [run for run in runs if len(run) > 1]
    if len(runs) > _DATES:
        first = listed([_date(window.date_of(run[0])) for run in runs[:_DATES]])
        return f"on {len(days)} days, the first of them {first}"
    parts = []
    for run in runs:
        first_day, last_day = window.date_of(run[0]), window.date_of(run[-1])
        if run not in dense:
            parts.append(f"on {_date(first_day)}")
            continue
        text = f"from {_date(first_day, last_day)} to {_date(last_day)}"
        if len(run) < run[-1] - run[0] + 1:
            text += f" on {_weekdays(sorted({window.date_of(day).weekday() for day in run}))}"
        parts.append(text)
    return listed(parts)


def _date(day: date, until: date | None = None) -> str:
    """Return a date; with what it shares with *until* left out.

    >>> from datetime import date
    >>> _date(date(2026, 12, 24)), _date(date(2026, 12, 24), date(2026, 12, 31))
    ('24 December 2026', '24')
    """
    if until is not None and (day.year, day.month) == (until.year, until.month):
        return str(day.day)
    month = f"{day.day} {_MONTHS[day.month - 1]}"
    return month if until is not None and day.year == until.year else f"{month} {day.year}"
