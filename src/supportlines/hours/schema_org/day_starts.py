"""Days of a timetable as spans that start on them, on public holidays and on ordinary days.

What a clock on the wall shows of a day depends on the day and on its eve: either may be a public
holiday. Nobody need know which days are: all four cases are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Optional, Tuple

from supportlines.hours.calendar.wall_clock import LocalHours
from supportlines.hours.days import MINUTES_OF_DAY, from_date
from supportlines.hours.rules import MinuteSpan, merge_spans

if TYPE_CHECKING:
    from datetime import date

    from supportlines.hours.timetable import Timetable

StartingSpans = Tuple[MinuteSpan, ...]
OpenRow = Optional[StartingSpans]
"""The open minutes of a day; None where a minute of it is not known."""

CASES = ((False, False), (False, True), (True, False), (True, True))
"""Whether the eve is a public holiday, and whether the day is."""


class DayStarts(NamedTuple):
    """The spans that start on a day."""

    ordinary: StartingSpans
    on_holidays: StartingSpans | None
    """The same if it is a public holiday; None where that makes no difference."""

    def of(self, *, is_holiday: bool) -> StartingSpans:
        """Return the spans of the day, as one that is a public holiday or not."""
        found = self.on_holidays if is_holiday else None
        return self.ordinary if found is None else found


class _Feasts:
    """Public holidays on every day, or on every second one."""

    def __init__(self, remainder: int | None) -> None:
        self._remainder = remainder

    def name_on(self, day: date) -> str | None:
        """Return a name on days that are public holidays."""
        is_one = self._remainder is None or from_date(day) % 2 == self._remainder
        return "a public holiday" if is_one else None


class DaysOf:
    """The days of one timetable."""

    def __init__(self, timetable: Timetable, first: int | None, last: int | None) -> None:
        """Say nothing of days before *first* and after *last*."""
        layers, gaps = timetable.layers(), timetable.gaps()
        self.layers = layers
        self.names_holidays = timetable.names_holidays
        self.bounds = first, last
        self._plain = LocalHours(layers, None, gaps)
        self._every = LocalHours(layers, _Feasts(None), gaps)
        self._second = tuple(LocalHours(layers, _Feasts(number), gaps) for number in (0, 1))
        self._silent: list[tuple[int, int]] = []
        self._alone: set[int] = set()

    def keep_silent(self, first: int, last: int) -> None:
        """Say nothing of the days from *first* to *last*, which are as if they were not known."""
        self._silent.append((first, last))

    def keep_alone(self, day: int) -> None:
        """Let no span of the eve run into *day*: its morning is its own."""
        self._alone.add(day)

    def row(self, day: int, *, after_holiday: bool = False, is_holiday: bool = False) -> OpenRow:
        """Return what is open of *day*, or None if a minute of it is not known."""
        if self._is_silent(day):
            return None
        hours = self._plain
        if self.names_holidays and (after_holiday or is_holiday):
            both = after_holiday and is_holiday
            hours = self._every if both else self._second[(day - after_holiday) % 2]
        found: list[MinuteSpan] = []
        for piece in hours.pieces(day):
            if piece.state == "unknown":
                return None
            if piece.state == "open":
                found.append((piece.start, piece.end))
        return merge_spans(tuple(found))

    def starts(self, day: int) -> DayStarts | None:
        """Return the spans that start on *day*, or None if they are not known."""
        if any(self.row(day, after_holiday=eve, is_holiday=own) is None for eve, own in CASES):
            return None
        ordinary = self._starts(day, is_holiday=False)
        if not self.names_holidays or all(
            self.row(day, after_holiday=eve, is_holiday=own) == self.row(day) for eve, own in CASES
        ):
            return DayStarts(ordinary, None)
        return DayStarts(ordinary, self._starts(day, is_holiday=True))

    def fits(self, day: int, own: DayStarts, before: DayStarts | None) -> bool:
        """Return whether who reads *own* after *before* reads the hours of *day*, in all cases."""
        for eve, is_holiday in CASES:
            found = list(own.of(is_holiday=is_holiday))
            if before is not None:
                found += [
                    (0, end - MINUTES_OF_DAY)
                    for _, end in before.of(is_holiday=eve)
                    if end > MINUTES_OF_DAY
                ]
            read = merge_spans(tuple((start, min(end, MINUTES_OF_DAY)) for start, end in found))
            if read != self.row(day, after_holiday=eve, is_holiday=is_holiday):
                return False
        return True

    def runs_into(self, day: int) -> bool:
        """Return whether a span of the eve runs into *day*, on holidays or others."""
        return day not in self._alone and any(
            _go_on(
                self.row(day - 1, after_holiday=each, is_holiday=each),
                self.row(day, after_holiday=each, is_holiday=each),
            )
            for each in (False, True)
        )

    def _is_silent(self, day: int) -> bool:
        since, until = self.bounds
        is_outside = (since is not None and day < since) or (until is not None and day > until)
        return is_outside or any(first <= day <= last for first, last in self._silent)

    def _starts(self, day: int, *, is_holiday: bool) -> StartingSpans:
        eve, own, following = (
            self.row(each, after_holiday=is_holiday, is_holiday=is_holiday)
            for each in (day - 1, day, day + 1)
        )
        spans = list(own or ())
        if day not in self._alone and _go_on(eve, own):
            del spans[0]
        if day + 1 not in self._alone and _go_on(own, following) and following:
            spans[-1] = (spans[-1][0], MINUTES_OF_DAY + following[0][1])
        return tuple(spans)


def _go_on(evening: OpenRow, morning: OpenRow) -> bool:
    """Return whether the last span of one day and the first of the next are one.

    One of 24 hours and more is not: no clock shows its end.
    """
    if not evening or not morning:
        return False
    touch = evening[-1][1] == MINUTES_OF_DAY and morning[0][0] == 0
    return touch and morning[0][1] < evening[-1][0]
