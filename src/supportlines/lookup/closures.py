"""Exceptions as hours know them: on whole days, at clock times, month by month, at instants."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, Sequence

from supportlines.hours import (
    MINUTES_OF_DAY,
    Override,
    instant_to_second,
    on_day_of_month,
    stretch_of_day,
)

if TYPE_CHECKING:
    from supportlines.directory import DayException, Facts, Rule
    from supportlines.hours import Schedule

_ONE_DAY = timedelta(days=1)


class HeldException(NamedTuple):
    """An exception, and until which day it surely holds."""

    said: DayException
    sure_until: date | None = None
    """Where its end is not known, the last day of which one knows that it holds."""
    rule_from: date = date.min
    """The first day of the rule that states it; that of the calendar for any other exception."""
    rule_until: date = date.max
    """The last day of that rule."""
    is_own: bool = False
    """Whether the line or the rule states it, and not a region."""

    @property
    def days(self) -> tuple[date, date]:
        """Its first and last day, those of its rule; the last may lie before the first."""
        first, last = self.said.days
        return max(first, self.rule_from), min(last, self.rule_until)

    @property
    def is_open_ended(self) -> bool:
        """Whether nobody knows when it is over."""
        return self.said.end_unknown

    @property
    def is_of_instants(self) -> bool:
        """Whether it begins and ends at instants and not by a clock on a wall."""
        begins = self.said.begins
        return begins is not None and begins.tzinfo is not None

    @property
    def closes_instants(self) -> bool:
        """Whether it closes from one instant to another, whatever the clocks show."""
        return self.is_of_instants and self.said.hours.rules[0].state == "closed"

    @property
    def reason(self) -> str:
        """Its reason, or its days as an interval of ISO 8601."""
        return self.said.reason or interval_of(self.said)

    def seconds(self, *, lasts: bool = False) -> tuple[int, int | None]:
        """Return the POSIX seconds at which one of instants begins and is over.

        The latter is None if it *lasts*, where nobody knows its end.
        """
        begins, ends = self.said.begins, self.said.ends
        start = instant_to_second(begins) if begins is not None else 0
        if ends is not None:
            return start, instant_to_second(ends)
        if lasts or self.sure_until is None or begins is None:
            return start, None
        midnight = datetime.combine(self.sure_until + _ONE_DAY, datetime.min.time())
        return start, max(start, instant_to_second(midnight.replace(tzinfo=begins.tzinfo)))

    def overrides(self, *, lasts: bool = False) -> tuple[Override, ...]:
        """Return what is painted over ordinary hours, by the clock on a wall.

        Args:
            lasts: Whether one whose end is not known goes on for ever.
        """
        if self.is_of_instants:
            return ()
        found = self._overrides(lasts=lasts)
        first, last = self.rule_from, self.rule_until
        if (first, last) == (date.min, date.max):
            return tuple(found)
        # Hours of a rule that holds no more have no exceptions.
        return tuple(
            replace(one, first_day=max(first, one.first_day), last_day=min(last, one.last_day))
            for one in found
            if one.first_day <= last and first <= one.last_day
        )

    def _overrides(self, *, lasts: bool) -> Sequence[Override]:
        one = self.said
        if one.each_month is not None:
            hours = on_day_of_month(one.each_month, one.hours, adds=one.adds)
            return [self._override(hours, *one.days, adds=True)]
        first, last = one.days
        if one.end_unknown and not lasts and self.sure_until is not None:
            last = self.sure_until
        if one.begins is None:
            return [self._override(one.hours, first, last, adds=one.adds)]
        return self._at_times(one.begins, one.ends, last)

    def _at_times(self, begins: datetime, ends: datetime | None, last: date) -> Sequence[Override]:
        """Return the first day, the whole days and the last day of what begins at a time."""
        first = begins.date()
        start = begins.hour * 60 + begins.minute
        end = MINUTES_OF_DAY if ends is None else ends.hour * 60 + ends.minute
        if first == last:
            return self._part(first, start, end)
        found = [*self._part(first, start, MINUTES_OF_DAY)]
        whole_until = last if ends is None else last - _ONE_DAY
        if first < whole_until:
            hours = self.said.hours
            found.append(self._override(hours, first + _ONE_DAY, whole_until, adds=False))
        return found if ends is None else [*found, *self._part(last, 0, end)]

    def _part(self, day: date, start: int, end: int) -> Sequence[Override]:
        """Return what holds from one minute of *day* to another."""
        if (start, end) == (0, MINUTES_OF_DAY):
            return [self._override(self.said.hours, day, day, adds=False)]
        if start == end:
            return []
        hours = stretch_of_day(start, end, self.said.hours.rules[0].state)
        return [self._override(hours, day, day, adds=True)]

    def _override(self, hours: Schedule, first: date, last: date, *, adds: bool) -> Override:
        return Override(hours, first, last, self.reason, self.said.priority, adds)


def closure_of(
    facts: Facts, one: DayException, source: str | None, rule: Rule | None = None
) -> HeldException:
    """Return the exception *one*, which was read in *source* (the first one for None).

    What a *rule* states holds while the rule does.
    """
    sure_until = None
    if one.end_unknown:
        first = one.first_day or (one.begins and one.begins.date()) or date.min
        sure_until = max(first, facts.read_on(source))
    if rule is None:
        return HeldException(one, sure_until)
    last = rule.valid_until or date.max
    return HeldException(one, sure_until, rule.valid_from or date.min, last)


def interval_of(one: DayException) -> str:
    """Return the days of an exception as an interval of ISO 8601: its name if it has no reason."""
    first, last = one.days
    return f"{first}/{last}"
