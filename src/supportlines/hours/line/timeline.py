"""The state of something as a function of the instant: what every kind of hours can do.

A time line is cut into blocks of 2**21 seconds, some 24 days, each worked out when it is
first asked for. Within a block, state and next change are one bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Deque, Dict, Iterator, Tuple

from supportlines.hours.days import DAY, EVERY_KIND
from supportlines.hours.errors import NaiveDatetimeError, check_type
from supportlines.hours.line.blocks import SHIFT, Block, make_block, opened_before
from supportlines.hours.line.zones import FIRST_SECOND, LAST_SECOND

if TYPE_CHECKING:
    from supportlines.hours.rules import State

_FAR = 64 << SHIFT
"""Seconds, some four years; up to there a range is walked through block by block.

To find that nothing changes any more, one may have to look through decades.
"""
_KEPT_BLOCKS = 512
_KEPT_IN_ALL = 8192
"""Blocks of all time lines together. One takes some 1 to 4 kB: at most some 30 MB."""

_BLOCKS_OF_EVERY_KIND = (EVERY_KIND * DAY >> SHIFT) + 2
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_SECOND = timedelta(seconds=1)
_MILLION = 1_000_000
NEVER = 1 << 60
_SECONDS = "a whole number of seconds"
_made: Deque[Tuple[Dict[int, Block], int]] = deque()
"""Every block that is kept anywhere, the oldest first; dropped blocks are worked out again."""


def instant_to_second(at: datetime) -> int:
    """Return the POSIX second in which the aware instant *at* lies.

    Raises:
        NaiveDatetimeError: If *at* has no zone.

    >>> instant_to_second(datetime(1970, 1, 1, 0, 0, 1, 999_999, tzinfo=timezone.utc))
    1
    """
    try:
        since = at - EPOCH
    except TypeError:
        raise NaiveDatetimeError(str(at)) from None
    return since.days * 86_400 + since.seconds


def second_to_instant(second: int) -> datetime:
    """Return a POSIX second as an aware instant in UTC.

    Raises:
        WrongTypeError: If *second* is no whole number.

    >>> second_to_instant(86_400)
    datetime.datetime(1970, 1, 2, 0, 0, tzinfo=datetime.timezone.utc)
    """
    check_type("second", second, int, _SECONDS)
    return EPOCH + timedelta(seconds=second)


def _utc(at: datetime) -> datetime:
    if getattr(at, "tzinfo", None) is timezone.utc:
        return at
    try:
        return EPOCH + (at - EPOCH)
    except TypeError:
        raise NaiveDatetimeError(str(at)) from None


def _instant(second: int | None, micro: int) -> datetime | None:
    if second is None:
        return None
    try:
        return EPOCH + timedelta(0, second, micro)
    except OverflowError:
        return None


def _within_datetime(second: int) -> int | None:
    return second if second <= LAST_SECOND else None


class TimeLine:
    """A state for every instant. Subclasses say what a block of it looks like.

    Instants are given as aware datetimes of any zone and come back in UTC. Where seconds
    are spoken of, they are POSIX seconds.
    """

    __slots__ = ("_blocks", "_settled", "constant")

    _blocks: dict[int, Block]
    _settled: int
    """Number of a block from which on nothing ever changes; too large to be one if unknown."""

    def __init__(self) -> None:
        self._blocks = {}
        self._settled = NEVER

    # -- what a subclass says ---------------------------------------------------------------

    def _edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return (second, state) pairs, sorted, the first at *start*, none at *end* or later."""
        raise NotImplementedError

    def _quiet_until(self, second: int) -> int | None:
        """Return a second before which, from *second* on, the state surely stays as it is.

        None means that it stays so for ever. May be too early, never too late.
        """
        return second

    def _may_open(self) -> bool:
        """Return whether the state may be ``open`` at any instant; False only if it never is."""
        return True

    def _repeats_from(self) -> int:
        """Return a second from which on only kinds of days come that 60 years show."""
        return FIRST_SECOND

    def _repeats_until(self) -> int:
        """Return a second before which there were only kinds of days that 60 years show."""
        return LAST_SECOND

    constant: State | None
    """The state that holds for ever, or None if it may change."""

    # -- instants -----------------------------------------------------------------------------

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
        try:
            since = at - EPOCH
        except TypeError:
            raise NaiveDatetimeError(str(at)) from None
        second = since.days * 86_400 + since.seconds
        block = self._blocks.get(second >> SHIFT) or self._block(second >> SHIFT)
        return block[1][bisect_right(block[0], second) - 1] == "open"

    def next_change(self, at: datetime) -> datetime | None:
        """Return the first instant after *at* at which the state differs, or None if it never does.

        It is in UTC. A clock change alone is no change of state.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        try:
            since = at - EPOCH
        except TypeError:
            raise NaiveDatetimeError(str(at)) from None
        second = since.days * 86_400 + since.seconds
        block = self._blocks.get(second >> SHIFT) or self._block(second >> SHIFT)
        starts = block[0]
        index = bisect_right(starts, second)
        try:
            # Nearly always the change is in the block; the rest is for the ends of time.
            return EPOCH + timedelta(0, starts[index])
        except (IndexError, OverflowError):
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
        return self._stretches(_utc(start), _utc(end), wanted=None)

    def intervals(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Return an iterator of the open (start, end) between two instants, clipped to them.

        They are half-open, in UTC, in order, and do not touch.

        Raises:
            NaiveDatetimeError: If *start* or *end* has no zone.
        """
        found = self._stretches(_utc(start), _utc(end), wanted="open")
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
        after = (end - EPOCH).microseconds if self.state_at(last) == "open" else 0
        before = (start - EPOCH).microseconds if self.state_at(first) == "open" else 0
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
        except TypeError:
            raise NaiveDatetimeError(str(start)) from None
        second = since.days * 86_400 + since.seconds
        days, fraction = amount.days, since.microseconds
        if days < 0:
            return self._subtract(second, fraction, -amount)
        if not amount:
            return EPOCH + since
        seconds, micro = days * 86_400 + amount.seconds, amount.microseconds
        if fraction and self.state_at(second) == "open":
            micro += fraction
        if micro:
            whole = -(-micro // _MILLION)
            seconds, micro = seconds + whole, micro - whole * _MILLION
        return _instant(self.after_open_seconds(second, seconds), micro)

    def _subtract(self, second: int, fraction: int, amount: timedelta) -> datetime | None:
        micro = (amount.days * 86_400 + amount.seconds) * _MILLION + amount.microseconds
        if fraction and self.state_at(second) == "open":
            micro += _MILLION - fraction
        seconds = -(-micro // _MILLION)
        found = self.before_open_seconds(second + bool(fraction), seconds)
        return _instant(found, seconds * _MILLION - micro)

    # -- seconds ------------------------------------------------------------------------------

    def state_at(self, second: int) -> State:
        """Return the state at a POSIX *second*."""
        try:
            key = second >> SHIFT
        except TypeError:
            check_type("second", second, int, _SECONDS)
            raise
        block = self._blocks.get(key) or self._block(key)
        return block[1][bisect_right(block[0], second) - 1]

    def next_change_after(self, second: int) -> int | None:
        """Return the first second after *second* with another state, or None if there is none."""
        try:
            key = second >> SHIFT
        except TypeError:
            check_type("second", second, int, _SECONDS)
            raise
        block = self._blocks.get(key) or self._block(key)
        starts = block[0]
        index = bisect_right(starts, second)
        if index < len(starts):
            return _within_datetime(starts[index])
        return self._change_in_later_block(key, block[1][-1])

    def open_seconds(self, start: int, end: int) -> int:
        """Return the open seconds from *start* to *end*, which is not before it."""
        key, last_key = start >> SHIFT, end >> SHIFT
        block = self._blocks.get(key) or self._block(key)
        total = -opened_before(block, start)
        while key < last_key:
            total += block[2][-1]
            key += 1
            block = self._blocks.get(key) or self._block(key)
        return total + opened_before(block, end)

    def after_open_seconds(self, start: int, seconds: int) -> int | None:
        """Return the first second by which *seconds* (at least one) were open since *start*."""
        if self.constant is not None:
            return start + seconds if self.constant == "open" else None
        if not self._may_open():
            return None
        key = start >> SHIFT
        last_open = max(key, self._repeats_from() >> SHIFT)
        starts, states, opened = self._blocks.get(key) or self._block(key)
        index = bisect_right(starts, start) - 1
        wanted = seconds + opened[index]
        if states[index] == "open":
            wanted += start - starts[index]
        while wanted > opened[-1]:
            wanted -= opened[-1]
            if opened[-1]:
                last_open = max(key, last_open)
            key += 1
            if len(starts) == 1 and not opened[-1]:
                change = self.next_change_after((key << SHIFT) - 1)
                if change is None:
                    return None
                key = change >> SHIFT
            if key > LAST_SECOND >> SHIFT or key > last_open + _BLOCKS_OF_EVERY_KIND:
                return None
            starts, _, opened = self._blocks.get(key) or self._block(key)
        index = bisect_left(opened, wanted) - 1
        return starts[index] + wanted - opened[index]

    def before_open_seconds(self, end: int, seconds: int) -> int | None:
        """Return the last second from which *seconds* (at least one) are open until *end*."""
        if self.constant is not None:
            return end - seconds if self.constant == "open" else None
        if not self._may_open():
            return None
        key = end >> SHIFT
        block = self._blocks.get(key) or self._block(key)
        left = opened_before(block, end) - seconds
        last_open = min(key, self._repeats_until() >> SHIFT)
        while left < 0:
            key -= 1
            if key < FIRST_SECOND >> SHIFT or key < last_open - _BLOCKS_OF_EVERY_KIND:
                return None
            block = self._blocks.get(key) or self._block(key)
            if block[2][-1]:
                left += block[2][-1]
                last_open = min(key, last_open)
        index = bisect_right(block[2], left) - 1
        return block[0][index] + left - block[2][index]

    def _stretches(
        self, start: datetime, end: datetime, wanted: State | None
    ) -> Iterator[tuple[datetime, datetime, State]]:
        if start >= end:
            return
        second = instant_to_second(start)
        last = instant_to_second(end) + (end.microsecond > 0)  # rounded up
        key = second >> SHIFT
        starts, states, _ = self._blocks.get(key) or self._block(key)
        index = bisect_right(starts, second)
        state = states[index - 1]
        while True:
            for number in range(index, len(starts)):
                if starts[number] >= last:
                    break
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
            starts, states, _ = self._blocks.get(key) or self._block(key)
            index = 0
        if wanted is None or state == wanted:
            yield start, end, state

    def _block_at(self, second: int) -> Block:
        return self._blocks.get(second >> SHIFT) or self._block(second >> SHIFT)

    def _block(self, key: int) -> Block:
        if len(self._blocks) >= _KEPT_BLOCKS:
            self._blocks.clear()
        block = make_block(key, self._edges(key << SHIFT, key + 1 << SHIFT))
        self._blocks[key] = block
        _made.append((self._blocks, key))
        if len(_made) > _KEPT_IN_ALL:
            blocks, oldest = _made.popleft()
            blocks.pop(oldest, None)
        return block

    def _change_in_later_block(self, key: int, state: State) -> int | None:
        if self.constant is not None:
            return None
        first_key = key
        while key < LAST_SECOND >> SHIFT:
            key += 1
            if key >= self._settled or self._has_seen_every_kind(first_key, key):
                # Whoever asks again need not look through 60 years again.
                self._settled = min(self._settled, first_key + 1)
                return None
            starts, states, _ = self._blocks.get(key) or self._block(key)
            if states[0] != state:
                return _within_datetime(starts[0])
            if len(starts) > 1:
                return _within_datetime(starts[1])
            resume = self._quiet_until(key + 1 << SHIFT)
            if resume is None:
                return None
            key = max(key, (resume >> SHIFT) - 1)
        return None

    def _has_seen_every_kind(self, first_key: int, key: int) -> bool:
        if key - first_key <= _BLOCKS_OF_EVERY_KIND:
            return False
        return key - (self._repeats_from() >> SHIFT) > _BLOCKS_OF_EVERY_KIND
