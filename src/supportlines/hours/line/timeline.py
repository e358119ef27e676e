"""A state for every instant: questions and answers as aware datetimes."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING, Iterator

from supportlines.hours.errors import check_type, no_instant
from supportlines.hours.line.blocks import SHIFT
from supportlines.hours.line.instants import (
    EPOCH,
    FIRST_SECOND,
    in_utc,
    instant_if_any,
    instant_to_second,
    since_epoch,
)
from supportlines.hours.line.state_line import StateLine

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.hours.rules import State

_FAR = 64 << SHIFT
"""Seconds, some four years; up to there a range is walked through block by block.

To find that nothing changes any more, one may have to look through decades.
"""

_MILLION = 1_000_000


class InstantLine(StateLine):
    """A state for every instant.

    Instants are given as aware datetimes of any zone and come back in UTC; whatever is no
    datetime raises `WrongTypeError`. Where seconds are spoken of, they are POSIX seconds.
    """

    __slots__ = ()

    def state(self, at: datetime) -> State:
        """Return the state at the instant *at*: ``open``, ``closed`` or ``unknown``.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        return self.state_at(instant_to_second(at))

    def is_open(self, at: datetime) -> bool:
        """Return whether the state at the instant *at* is ``open``; unknown is not open.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        # What is asked a million times is written out, here and in `next_change` and
        # `add_open_time`: through `instant_to_second` and `state_at` the same answer takes
        # a fifth longer.
        try:
            since = at - EPOCH
            second = since.days * 86_400 + since.seconds
            key = second >> SHIFT
        except (TypeError, AttributeError):
            raise no_instant(at) from None
        block = self._blocks.get(key) or self._block(key)
        return block[1][bisect_right(block[0], second) - 1] == "open"

    def next_change(self, at: datetime) -> datetime | None:
        """Return the first instant after *at* at which the state differs, or None if it never does.

        It is in UTC. A clock change alone is no change of state.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        try:
            since = at - EPOCH
            second = since.days * 86_400 + since.seconds
            key = second >> SHIFT
        except (TypeError, AttributeError):
            raise no_instant(at) from None
        block = self._blocks.get(key) or self._block(key)
        starts = block[0]
        index = bisect_right(starts, second)
        try:
            # Nearly always the change is in the block; the rest is for the ends of time.
            return EPOCH + timedelta(0, starts[index])
        except (IndexError, OverflowError):
            # An instant of year 1 in a zone ahead of UTC lies before the first second: what
            # comes back must not.
            change = self.next_change_after(max(second, FIRST_SECOND - 1))
        return None if change is None else EPOCH + timedelta(0, change)

    def stretches(
        self, start: datetime, end: datetime
    ) -> Iterator[tuple[datetime, datetime, State]]:
        """Return an iterator of (start, end, state) that tile the time from *start* to *end*.

        Stretches are half-open, in UTC, in order; neighbours have different states.

        Raises:
            NaiveDatetimeError: If *start* or *end* has no zone.
        """
        return self._stretches(in_utc(start), in_utc(end), wanted=None)

    def intervals(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Return an iterator of the open (start, end) between two instants, clipped to them.

        They are half-open, in UTC, in order, and do not touch.

        Raises:
            NaiveDatetimeError: If *start* or *end* has no zone.
        """
        found = self._stretches(in_utc(start), in_utc(end), wanted="open")
        return ((first, last) for first, last, _ in found)

    def open_time(self, start: datetime, end: datetime) -> timedelta:
        """Return the open time between two instants; negative if *end* is before *start*.

        Raises:
            NaiveDatetimeError: If *start* or *end* has no zone.
        """
        first, last = instant_to_second(start), instant_to_second(end)
        seconds = (
            self.open_seconds(first, last) if first <= last else -self.open_seconds(last, first)
        )
        if not (start.microsecond or end.microsecond):
            return timedelta(0, seconds)
        # A state holds for whole seconds, so a fraction is open if its second is: what was
        # counted from the whole second before *start* is too much by it, and so on.
        after = since_epoch(end).microseconds if self.state_at(last) == "open" else 0
        before = since_epoch(start).microseconds if self.state_at(first) == "open" else 0
        return timedelta(0, seconds, after - before)

    def add_open_time(self, start: datetime, amount: timedelta) -> datetime | None:
        """Return the first instant at which *amount* of open time has passed since *start*.

        With a negative amount, it is the last instant from which that much open time passes
        until *start*. None if there is never so much.

        Raises:
            NaiveDatetimeError: If *start* has no zone.
            WrongTypeError: If *amount* is no timedelta.
        """
        check_type("amount", amount, timedelta, "a timedelta")
        try:
            since = start - EPOCH
        except (TypeError, AttributeError):
            raise no_instant(start) from None
        second = since.days * 86_400 + since.seconds
        days, fraction = amount.days, since.microseconds
        if days < 0:
            return self._subtract(second, fraction, -amount)
        if not amount:
            return in_utc(start)
        seconds, micro = days * 86_400 + amount.seconds, amount.microseconds
        if fraction and self.state_at(second) == "open":
            # Counted from the whole second before, that much more has to pass.
            micro += fraction
        if micro:
            # The instant lies in the open second that whole seconds, rounded up, lead to the
            # end of; from there the rest goes back.
            whole = -(-micro // _MILLION)
            seconds, micro = seconds + whole, micro - whole * _MILLION
        return instant_if_any(self.after_open_seconds(second, seconds), micro)

    def _subtract(self, second: int, fraction: int, amount: timedelta) -> datetime | None:
        """Return the last instant from which *amount* passes until *second* and a *fraction*.

        The same as forwards, seen in a mirror: counted from the whole second after, the rest
        of an open second has to pass as well.
        """
        micro = (amount.days * 86_400 + amount.seconds) * _MILLION + amount.microseconds
        if fraction and self.state_at(second) == "open":
            micro += _MILLION - fraction
        seconds = -(-micro // _MILLION)
        found = self.before_open_seconds(second + bool(fraction), seconds)
        return instant_if_any(found, seconds * _MILLION - micro)

    def _stretches(
        self, start: datetime, end: datetime, wanted: State | None
    ) -> Iterator[tuple[datetime, datetime, State]]:
        """Yield the stretches of one state or, if *wanted* is None, of all.

        Only what is yielded becomes a datetime: making those is most of the work.
        """
        if start >= end:
            return
        second = instant_to_second(start)
        last = instant_to_second(end) + (end.microsecond > 0)  # rounded up
        key = second >> SHIFT
        starts, states, _ = self._kept(key)
        index = bisect_right(starts, second)
        state = states[index - 1]
        while True:
            for number in range(index, len(starts)):
                if starts[number] >= last:
                    break
                # The first stretch of a block may go on with the last one of the block before.
                if states[number] != state:
                    change = EPOCH + timedelta(0, starts[number])
                    if wanted is None or state == wanted:
                        yield start, change, state
                    start, state = change, states[number]
            key += 1
            if len(starts) == 1 and last - (key << SHIFT) > _FAR:
                following = self.next_change_after((key << SHIFT) - 1)
                key = last if following is None else following >> SHIFT
            if key << SHIFT >= last:
                break
            starts, states, _ = self._kept(key)
            index = 0
        if wanted is None or state == wanted:
            yield start, end, state
