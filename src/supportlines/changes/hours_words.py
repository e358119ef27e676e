"""Differences of hours in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, AbstractSet, Iterable, Optional, Sequence, Tuple

from supportlines.changes.days import WEEKDAYS, DayChanges, DayTime, DayTimes, Pair
from supportlines.changes.holidays import days_kept
from supportlines.errors import listed
from supportlines.hours import MINUTES_OF_DAY, time_of_day

if TYPE_CHECKING:
    from datetime import date

    from supportlines.changes.holidays import Kept
    from supportlines.changes.window import Window

_NAMES = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ALL_DAY: DayTimes = (DayTime(0, MINUTES_OF_DAY, is_open=True),)
_ALL_UNKNOWN: DayTimes = (DayTime(0, MINUTES_OF_DAY, is_open=False),)
BothKept = Tuple[Optional["Kept"], Optional["Kept"]]
NO_HOLIDAYS: BothKept = (None, None)
_PHRASES = 3
"""More different changes of weekdays than these are told as two weeks."""
_DATES = 3
"""So many dates are written out."""


def words_of(
    changes: DayChanges,
    window: Window,
    *,
    holidays: BothKept = NO_HOLIDAYS,
    verb: str = "answers",
) -> str:
    """Return all of *changes* in words, without a full stop.

    Args:
        changes: Where two time lines differ.
        window: Which days were compared.
        holidays: Of which public holidays the old hours speak, and the new ones.
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
        return "perhaps all day"
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


def _dated(changes: DayChanges, window: Window, holidays: BothKept, verb: str) -> Iterable[str]:
    """Yield what differs on some days only."""
    days, on_holidays = _on_holidays(changes, window, holidays, verb)
    if on_holidays:
        yield on_holidays
    texts: dict[str, list[int]] = {}
    for number, pair in changes.other:
        if number not in days:
            texts.setdefault(_pair(pair, verb), []).append(number)
    for text, numbers in texts.items():
        yield f"{text} {_when(numbers, window)}"


def _on_holidays(
    changes: DayChanges, window: Window, holidays: BothKept, verb: str
) -> tuple[AbstractSet[int], str]:
    """Return public holidays of which one sentence tells what differs, and the sentence.

    It is true of all others, too, but for those that differ in another way and are told.
    """
    before, after = holidays
    kept = after or before
    if kept is None or (None not in holidays and before != after):
        return frozenset(), ""
    whole, of_parts = days_kept(kept.calendar, window)
    sorts: dict[Pair, set[int]] = {}
    others: set[int] = set()
    for day in whole & changes.compared.keys():
        old, new = changes.compared[day]
        if after is not None:
            sorts.setdefault(Pair(old if before else (), new), set()).add(day)
        elif new == changes.usual[window.date_of(day).weekday()].new:
            sorts.setdefault(Pair(old, ()), set()).add(day)
        else:
            others.add(day)
    pair, alike = max(sorts.items(), key=lambda one: len(one[1]), default=(Pair((), ()), others))
    told = {day for day, _ in changes.other}
    others = (others | set().union(*sorts.values())) - alike
    if not told & alike or not others <= told:
        return frozenset(), ""
    if before is None:
        text = f"{verb} {_span_words(pair.new)}" if pair.new else "is closed"
    elif after is not None:
        text = _pair(pair, verb)
    else:
        times = [one for day in alike for one in changes.compared[day].new]
        return alike | of_parts, _as_usual(pair.old, times, kept.words, verb)
    return alike | of_parts, f"{text} on {kept.words}"


def _as_usual(old: DayTimes, new: Sequence[DayTime], holidays: str, verb: str) -> str:
    """Return that holidays are days like others now."""
    verb = verb if any(one.is_open for one in new) else f"perhaps {verb}"
    if not old:
        return f"{verb} on {holidays}, too"
    return f"{verb} on {holidays} as on other days, until now {_span_words(old)}"


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
