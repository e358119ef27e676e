"""Two time lines compared day by day, on the clock of one zone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Mapping, NamedTuple, Sequence, Tuple

from supportlines.hours import DAY, MINUTES_OF_DAY, instant_to_second, open_zone, second_to_instant

if TYPE_CHECKING:
    from supportlines.changes.window import Window
    from supportlines.hours import TimeLine

WEEKDAYS = 7


class DayTime(NamedTuple):
    """A time of a day at which somebody answers, or perhaps does."""

    start: int
    """Minutes since midnight."""

    end: int
    """Minutes since the same midnight, not included; above 1440 it is on the next day."""

    is_open: bool
    """If not, it is unknown."""


DayTimes = Tuple[DayTime, ...]


class Pair(NamedTuple):
    """What held on a day, and what holds now."""

    old: DayTimes
    new: DayTimes


@dataclass(frozen=True)
class DayChanges:
    """Where two time lines differ within a window."""

    usual: tuple[Pair, ...]
    """For each weekday from Monday on what is most frequent; old and new may be the same."""

    other: tuple[tuple[int, Pair], ...]
    """Days, by their number in the window, that differ in another way than usual."""

    compared: Mapping[int, Pair] = field(default_factory=dict)
    """All days that were compared, by that number."""


def compare_days(
    old: TimeLine, new: TimeLine, zone: str, window: Window, there: TimeLine | None = None
) -> DayChanges:
    """Return where *old* and *new* differ on the wall calendar of *zone*.

    Only days count on which *there* is open all day, if it is given.
    """
    pairs = [Pair(*pair) for pair in zip(_days(old, zone, window), _days(new, zone, window))]
    compared: Sequence[int] = range(window.days)
    if there is not None:
        whole = (DayTime(0, MINUTES_OF_DAY, is_open=True),)
        compared = [day for day, times in enumerate(_days(there, zone, window)) if times == whole]
    first = window.first_day.weekday()
    found: list[Counter[Pair]] = [Counter() for _ in range(WEEKDAYS)]
    for number in compared:
        found[(first + number) % WEEKDAYS][pairs[number]] += 1
    usual = [one.most_common(1)[0][0] if one else Pair((), ()) for one in found]
    changed = _days_of_clock_changes(zone, window)
    other = []
    for number in compared:
        pair, expected = pairs[number], usual[(first + number) % WEEKDAYS]
        if pair.old == pair.new or pair == expected:
            continue
        if number in changed and expected.old != expected.new:
            continue  # the same change, at an hour that the clocks skip or repeat
        other.append((number, pair))
    return DayChanges(tuple(usual), tuple(other), {day: pairs[day] for day in compared})


def _days(line: TimeLine, zone: str, window: Window) -> list[DayTimes]:
    """Return the stretches of each day of *window*; one past midnight is of the day it began."""
    found: list[list[DayTime]] = [[] for _ in range(window.days)]
    begin, finish = window.seconds
    offset_at = open_zone(zone).offset_at
    stretches = line.stretches(second_to_instant(begin - DAY), second_to_instant(finish + DAY))
    for start, end, state in stretches:
        if state == "closed":
            continue
        first, last = instant_to_second(start), instant_to_second(end)
        local = first + offset_at(first) - begin
        until = last + offset_at(last) - begin
        is_open = state == "open"
        while local < until:
            number, of_day = divmod(local, DAY)
            stop = until if until - local <= DAY else (number + 1) * DAY
            if 0 <= number < len(found):
                minutes = DayTime(of_day // 60, (stop - number * DAY) // 60, is_open)
                found[number].append(minutes)
            local = stop
    return [tuple(day) for day in found]


def _days_of_clock_changes(zone: str, window: Window) -> set[int]:
    begin, finish = window.seconds
    changes = open_zone(zone).changes(begin - DAY, finish + DAY)
    days = {(second + open_zone(zone).offset_at(second) - begin) // DAY for second in changes}
    return days | {day - 1 for day in days}
