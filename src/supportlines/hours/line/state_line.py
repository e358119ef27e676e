"""A state for every POSIX second: what a line must say of itself, and what follows from that.

A line is cut into blocks of 2**21 seconds, some 24 days, each worked out when it is first asked
for. Within a block, state and next change are one bisection.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections import deque
from typing import TYPE_CHECKING

from supportlines.hours.days import DAY, EVERY_KIND
from supportlines.hours.errors import check_type
from supportlines.hours.line.blocks import SHIFT, Block, make_block, opened_before
from supportlines.hours.line.instants import FIRST_SECOND, LAST_SECOND, SECONDS
from supportlines.values import Value, keep

if TYPE_CHECKING:
    from supportlines.hours.rules import State

_KEPT_BLOCKS = 512
_KEPT_IN_ALL = 8192
"""Blocks of all lines together. One takes some 1 to 4 kB: at most some 30 MB."""

_BLOCKS_OF_EVERY_KIND = (EVERY_KIND * DAY >> SHIFT) + 2
"""Blocks that show every kind of day that ever comes; one more at either end, for a part of one."""

_NEVER = 1 << 60
_made: deque[tuple[dict[int, Block], int]] = deque()
"""Every block that is kept anywhere, the oldest first; dropped blocks are worked out again."""


class StateLine(Value, ABC):
    """A state for every POSIX second.

    A subclass says what its line looks like between two seconds (`edges`). The other five
    questions have answers that are always right; a better one spares the search for a state
    that never comes again from walking through decades.

    Asking changes nothing but the memory of blocks, which takes no part in any answer.
    """

    __slots__ = ("_blocks", "_settled", "constant")

    constant: State | None
    """The state that holds for ever, or None if it may change."""

    _blocks: dict[int, Block]
    _settled: int
    """Number of a block from which on nothing ever changes; too large to be one if unknown."""

    def __init__(self, constant: State | None) -> None:
        keep(self, constant=constant, _blocks={}, _settled=_NEVER)

    # -- what a subclass says -----------------------------------------------------------------

    @abstractmethod
    def edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return (second, state) pairs, sorted, the first at *start*, none at *end* or later.

        They are asked for a block at a time: *start* and *end* are its own. Neighbours may
        have one state.
        """

    def quiet_until(self, second: int) -> int | None:
        """Return a second before which, from *second* on, the state surely stays as it is.

        None means that it stays so for ever. May be too early, never too late.
        """
        return second

    def may_open(self) -> bool:
        """Return whether the state may be ``open`` at any second; False only if it never is."""
        return True

    def repeats_from(self) -> int:
        """Return a second from which on only kinds of days come that 60 years show."""
        return FIRST_SECOND

    def repeats_until(self) -> int:
        """Return a second before which there were only kinds of days that 60 years show."""
        return LAST_SECOND

    def news_from(self, second: int) -> int | None:
        """Return the first second from *second* on at which a new kind of day may come, or None.

        Between two of those seconds all that comes is what 60 years show.
        """
        return second if second < self.repeats_from() else None

    # -- what follows -------------------------------------------------------------------------

    def state_at(self, second: int) -> State:
        """Return the state at a POSIX *second*."""
        try:
            key = second >> SHIFT
        except TypeError:
            check_type("second", second, int, SECONDS)
            raise
        # This is `block_at`, written out here and wherever else one more call would be a fifth
        # of what an answer costs.
        block = self._blocks.get(key) or self._block(key)
        return block[1][bisect_right(block[0], second) - 1]

    def next_change_after(self, second: int) -> int | None:
        """Return the first second after *second* with another state, or None if there is none."""
        try:
            key = second >> SHIFT
        except TypeError:
            check_type("second", second, int, SECONDS)
            raise
        block = self._blocks.get(key) or self._block(key)
        starts = block[0]
        index = bisect_right(starts, second)
        if index < len(starts):
            return _within_datetime(starts[index])
        return self._change_in_later_block(key, block[1][-1])

    def open_seconds(self, start: int, end: int) -> int:
        """Return the open seconds from *start* to *end*, which is not before it."""
        # A long range is many blocks: as in `state_at`.
        blocks, key, last_key = self._blocks, start >> SHIFT, end >> SHIFT
        block = blocks.get(key) or self._block(key)
        total = -opened_before(block, start)
        while key < last_key:
            total += block[2][-1]
            key += 1
            block = blocks.get(key) or self._block(key)
        return total + opened_before(block, end)

    def after_open_seconds(self, start: int, seconds: int) -> int | None:
        """Return the first second by which *seconds* (at least one) were open since *start*."""
        if self.constant is not None:
            return start + seconds if self.constant == "open" else None
        # As in `state_at`: mostly the block of *start* is enough.
        key = start >> SHIFT
        starts, states, opened = self._blocks.get(key) or self._block(key)
        index = bisect_right(starts, start) - 1
        # Counted from the start of the block, so that whole blocks can be taken off.
        wanted = seconds + opened[index]
        if states[index] == "open":
            wanted += start - starts[index]
        if wanted > opened[-1]:
            return self._opened_in_later_block(key, wanted)
        index = bisect_left(opened, wanted) - 1
        return starts[index] + wanted - opened[index]

    def before_open_seconds(self, end: int, seconds: int) -> int | None:
        """Return the last second from which *seconds* (at least one) are open until *end*."""
        if self.constant is not None:
            return end - seconds if self.constant == "open" else None
        if not self.may_open():
            return None
        key = end >> SHIFT
        block = self._kept(key)
        left = opened_before(block, end) - seconds
        last_open = min(key, self.repeats_until() >> SHIFT)
        while left < 0:
            # Backwards there is no leap over quiet years: `quiet_until` only looks ahead.
            key -= 1
            if key < FIRST_SECOND >> SHIFT or key < last_open - _BLOCKS_OF_EVERY_KIND:
                return None
            block = self._kept(key)
            if block.opened[-1]:
                left += block.opened[-1]
                last_open = min(key, last_open)
        index = bisect_right(block.opened, left) - 1
        return block.starts[index] + left - block.opened[index]

    def block_at(self, second: int) -> Block:
        """Return the block in which *second* lies, for lines that are made of others."""
        return self._kept(second >> SHIFT)

    # -- blocks -------------------------------------------------------------------------------

    def _kept(self, key: int) -> Block:
        return self._blocks.get(key) or self._block(key)

    def _block(self, key: int) -> Block:
        """Return the block with this number after working it out."""
        if len(self._blocks) >= _KEPT_BLOCKS:
            self._blocks.clear()
        block = make_block(key, self.edges(key << SHIFT, key + 1 << SHIFT))
        self._blocks[key] = block
        _made.append((self._blocks, key))
        if len(_made) > _KEPT_IN_ALL:
            # The oldest of all lines goes, whosever it is: what is remembered is bounded for
            # the process. It may be gone already, or have been made again since.
            blocks, oldest = _made.popleft()
            blocks.pop(oldest, None)
        return block

    def _change_in_later_block(self, key: int, state: State) -> int | None:
        """Return the first second in a block after *key* whose state is not *state*, or None."""
        if self.constant is not None:
            return None
        first_key = since = key
        while key < LAST_SECOND >> SHIFT:
            key += 1
            is_settled = key >= self._settled
            if not is_settled and key - since > _BLOCKS_OF_EVERY_KIND:
                # All kinds of days have come since then: only what is new may change anything.
                news = self.news_from(since + 1 << SHIFT)
                is_settled = news is None
                since = since if news is None else news >> SHIFT
                key = max(key, since)
            if is_settled:
                # Whoever asks again need not look through 60 years again.
                keep(self, _settled=min(self._settled, first_key + 1))
                return None
            starts, states, _ = self._kept(key)
            if states[0] != state:
                return _within_datetime(starts[0])
            if len(starts) > 1:
                return _within_datetime(starts[1])
            resume = self.quiet_until(key + 1 << SHIFT)
            if resume is None:
                return None
            # One block before, since the loop goes on to the next; never back.
            key = max(key, (resume >> SHIFT) - 1)
        return None

    def _opened_in_later_block(self, key: int, wanted: int) -> int | None:
        """Return the first second by which *wanted* seconds were open since block *key* began.

        That block has not as many.
        """
        if not self.may_open():
            return None
        last_open = max(key, self.repeats_from() >> SHIFT)
        starts, _, opened = self._kept(key)
        while wanted > opened[-1]:
            wanted -= opened[-1]
            if opened[-1]:
                last_open = max(key, last_open)
            key += 1
            if len(starts) == 1 and not opened[-1]:
                # A whole block without a change: years may pass before the next one.
                change = self.next_change_after((key << SHIFT) - 1)
                if change is None:
                    return None
                key = change >> SHIFT
            if key > LAST_SECOND >> SHIFT or key > last_open + _BLOCKS_OF_EVERY_KIND:
                # Every kind of day has come since it was last open, and none of them opened.
                return None
            starts, _, opened = self._kept(key)
        index = bisect_left(opened, wanted) - 1
        return starts[index] + wanted - opened[index]


def _within_datetime(second: int) -> int | None:
    return second if second <= LAST_SECOND else None
