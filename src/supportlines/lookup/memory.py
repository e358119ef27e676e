"""What was answered, for the next question within the same stretch of time."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, Tuple

if TYPE_CHECKING:
    from supportlines.directory import Line, Within
    from supportlines.hours import TimeLine
    from supportlines.lookup.answer import Caveat, Option
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.language_hours import LanguageHours

_MOST = 4096
"""Stretches of all plans together. One takes some 1 to 6 kB: at most some 20 MB."""


class Replying(NamedTuple):
    """An option on which a first answer is promised."""

    of_others: bool
    """Whether it is one of the other ways."""
    place: int
    within: Within
    hours: TimeLine
    """When somebody answers."""
    zones: tuple[str, ...]
    """By whose calendars days are counted."""


class OptionHours(NamedTuple):
    """Hours that an option stands for: of several, each is one of a line and a place."""

    line: Line
    hours: LanguageHours
    """Those of the option's language."""
    limits: Limits
    """For whom they are, as far as that is left open."""


ServedHours = Tuple[OptionHours, ...]
"""What an option stands for."""


class Stretch(NamedTuple):
    """What holds from one second to another."""

    start: int
    end: int | None
    """POSIX seconds, half-open; None if it holds for ever."""
    options: tuple[Option, ...]
    other_ways: tuple[Option, ...]
    guesses: tuple[Option, ...]
    caveats: tuple[Caveat, ...]
    state: str
    replies: tuple[Replying, ...]
    """Until when an answer comes on options, by their places."""
    best: ServedHours
    """What the best option stands for."""
    asked: dict[str, object]
    """What was worked out of what an answer says beside its options."""


class Memory:
    """Keeps stretches of many lists together, up to a bound; threads may share it."""

    def __init__(self, most: int = _MOST) -> None:
        """Remember *most* stretches, and forget the oldest of all when there are more."""
        self._most = most
        self._made: deque[tuple[list[Stretch], int]] = deque()
        self._guard = Lock()

    def __len__(self) -> int:
        return len(self._made)

    @staticmethod
    def find(kept: list[Stretch], second: int) -> Stretch | None:
        """Return that of *kept* in which *second* lies, if there is one."""
        index = bisect_right(kept, (second + 0.5,)) - 1  # by the start alone, which is whole
        if index < 0:
            return None
        try:
            stretch = kept[index]
        except IndexError:  # another thread has just forgotten some
            return None
        is_in = stretch.start <= second and (stretch.end is None or second < stretch.end)
        return stretch if is_in else None

    def keep(self, kept: list[Stretch], stretch: Stretch) -> None:
        """Keep a stretch in *kept*, which is sorted, in place of a shorter one with its end."""
        with self._guard:
            index = bisect_right(kept, (stretch.start + 0.5,))
            if index < len(kept) and kept[index].end == stretch.end:
                kept[index] = stretch
            else:
                kept.insert(index, stretch)
            self._made.append((kept, stretch.start))
            if len(self._made) > self._most:
                oldest, start = self._made.popleft()
                index = bisect_right(oldest, (start - 0.5,))
                if index < len(oldest) and oldest[index].start == start:
                    del oldest[index]


SHARED = Memory()
"""That of all directories of a process."""
