"""Differences of hours in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, AbstractSet, Iterable, NamedTuple, Optional, Sequence, Tuple

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
    parts: list[str] = []
    other = [*changes.other]
    for text, some in _weekly([_Usual.of(changes, window, day) for day in range(WEEKDAYS)], verb):
        stretch = _Stretch.around(some)
        parts.append(f"{text}{stretch.words(window)}")
        other += [(day, one.pair) for one in some for day in one.alone if not stretch.has(day)]
    parts += _dated(replace(changes, other=tuple(sorted(other))), window, holidays, verb)
    return "; ".join(parts)


class _Stretch(NamedTuple):
    """From when until when something is so: numbers of days in a window, None for its ends."""

    since: int | None
    until: int | None

    @classmethod
    def around(cls, some: Sequence[_Usual]) -> _Stretch:
        """Return the stretch in which any of *some* is so."""
        since = [one.stretch.since for one in some if one.stretch.since is not None]
        until = [one.stretch.until for one in some if one.stretch.until is not None]
        return cls(
            min(since) if len(since) == len(some) else None,
            max(until) if len(until) == len(some) else None,
        )

    def has(self, day: int) -> bool:
        """Return whether *day* is in it."""
        since, until = self
        return (since is None or since <= day) and (until is None or day <= until)

    def words(self, window: Window) -> str:
        """Return it in words; nothing if it is all the time."""
        since, until = ("" if day is None else _date(window.date_of(day)) for day in self)
        if since and until:
            return f" (from {since} to {until})"
        return f" (from {since} on)" if since else f" (until {until})" if until else ""


class _Usual(NamedTuple):
    """What is most frequent on one of the weekdays."""

    weekday: int
    pair: Pair
    stretch: _Stretch
    alone: tuple[int, ...]
    """Days before and behind that are so as well."""

    @classmethod
    def of(cls, changes: DayChanges, window: Window, weekday: int) -> _Usual:
        """Return what is most frequent on *weekday*."""
        pair = changes.usual[weekday]
        first = (weekday - window.first_day.weekday()) % WEEKDAYS
        days = [day for day in range(first, window.days, WEEKDAYS) if day in changes.compared]
        is_so = [changes.compared[day] == pair for day in days]
        if pair.old == pair.new or all(is_so):
            return cls(weekday, pair, _Stretch(None, None), ())
        start, end = _stretch_of(is_so)
        stretch = _Stretch(
            days[start] if start > 1 else None,
            days[end - 1] if end < len(days) - 1 else None,
        )
        alone = (day for day, so in zip(days, is_so) if so and not stretch.has(day))
        return cls(weekday, pair, stretch, tuple(alone))


def _stretch_of(is_so: Sequence[bool]) -> tuple[int, int]:
    """Return start and end of the stretch that has the most of what is so beyond what is not.

    >>> _stretch_of([False, False, True, False, False, True, True, False, True, True])
    (5, 10)
    """
    best, sum_here, start, found = 0, 0, 0, (0, 0)
    for place, so in enumerate(is_so):
        if sum_here < 0:
            sum_here, start = 0, place
        sum_here += 1 if so else -1
        if sum_here > best:
            best, found = sum_here, (start, place + 1)
    return found


def _weekly(every: Sequence[_Usual], verb: str) -> Iterable[tuple[str, Sequence[_Usual]]]:
    """Yield what differs week by week, and the weekdays of which it is said."""
    changed = [one for one in every if one.pair.old != one.pair.new]
    if not changed:
        return
    texts: dict[str, list[_Usual]] = {}
    for one in changed:
        texts.setdefault(_pair(one.pair, verb), []).append(one)
    constant = [{one.pair[side] for one in every} for side in (0, 1)]
    is_constant = any(side in ({_ALL_DAY}, {_ALL_UNKNOWN}) or side == {()} for side in constant)
    if is_constant or len(texts) > _PHRASES:
        old, new = (week_words([one.pair[side] for one in every]) for side in (0, 1))
        yield f"{verb} {new}, until now {old}", changed
        return
    for text, some in texts.items():
        days = [one.weekday for one in some]
        yield text if len(days) == WEEKDAYS else f"{text} on {_weekdays(days)}", some


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
