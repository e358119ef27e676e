"""From when until when a line is there: days of the calendar on the caller's wall.

A date on a page is one where the line is called. Where the caller may be in several zones it may
be two days at once: a line is then named if it is there on one of them, and its state is what
both days agree on: nobody says that a number is open that has perhaps ended.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence, Tuple

from supportlines.hours import (
    DAY,
    Combined,
    OpeningHours,
    Phase,
    Schedule,
    Timetable,
    agreed,
    open_zone,
)

if TYPE_CHECKING:
    from supportlines.directory import Line
    from supportlines.hours import State, TimeLine, Zone
    from supportlines.lookup.answer import Caller

_EPOCH = date(1970, 1, 1).toordinal()
_ANYWHERE = ("Etc/GMT+12", "Etc/GMT-14")
"""Where it is still the day before, and where it is already the day after, all others."""
_ALWAYS, _NEVER = Schedule.parse("24/7"), Schedule.parse("off")

Generation = Tuple[int, ...]
"""Equal for instants between which no line begins or ceases: one number for each possible day."""


def midnight(ordinal: int) -> int:
    """Return the POSIX second at which a day begins in UTC, by its proleptic ordinal."""
    return (ordinal - _EPOCH) * DAY


class Beside(NamedTuple):
    """A run of days on which lines neither begin nor cease, before or after another."""

    generation: Generation
    day: date
    """The one that is nearest to the other run."""


class TurningDays:
    """The days on which any of some lines begins, or is there no more."""

    def __init__(self, lines: Iterable[Line]) -> None:
        days = {day for line in lines for day in _turns_of(line)}
        self._days = sorted(days)
        """Proleptic ordinals."""

    def generation(self, caller: Caller, second: int) -> Generation:
        """Return which lines are there at *second* (POSIX), by the calendar on *caller*'s wall."""
        today = second // DAY + _EPOCH
        first = bisect_right(self._days, today - 1)
        if first == bisect_right(self._days, today + 1):
            return (first,)  # the same everywhere on Earth
        days = {_day_in(zone, second) for zone in _zones_of(caller)}
        return tuple(sorted({bisect_right(self._days, day) for day in days}))

    def changes(self, caller: Caller, start: int, end: int) -> list[int]:
        """Return the seconds between *start* and *end* at which lines begin or cease."""
        zones = _zones_of(caller)
        found = {one for day in self._days for zone in zones for one in _turns_at(zone, day)}
        return sorted(second for second in found if start < second < end)

    def holds_until(self, caller: Caller, second: int) -> int | None:
        """Return the first second after *second* at which lines may begin or cease for *caller*."""
        today = second // DAY + _EPOCH
        zones = _zones_of(caller)
        found: int | None = None
        for day in self._days[bisect_right(self._days, today - 3) :]:
            # Far to the west a day begins later than the next one does far to the east.
            if found is not None and midnight(day) - 2 * DAY > found:
                break
            turns = [one for zone in zones for one in _turns_at(zone, day) if one > second]
            found = min(turns if found is None else [found, *turns], default=None)
        return found

    def days_around(self, generation: Generation) -> tuple[Sequence[Beside], Sequence[Beside]]:
        """Return what may be otherwise before and after *generation*, the nearest first."""
        before = range(min(generation) - 1, -1, -1)
        after = range(max(generation) + 1, len(self._days) + 1)
        return (
            [Beside((number,), date.fromordinal(self._days[number] - 1)) for number in before],
            [Beside((number,), date.fromordinal(self._days[number - 1])) for number in after],
        )

    def is_there(self, line: Line, generation: Generation) -> bool:
        """Return whether *line* is there, on one of the possible days at least."""
        return any(self._is_on(line, number) for number in generation)

    def is_turning(self, line: Line, generation: Generation) -> bool:
        """Return whether that depends on where the caller is."""
        return len({self._is_on(line, number) for number in generation}) > 1

    def _is_on(self, line: Line, number: int) -> bool:
        day = self._days[number - 1] if number else date.min.toordinal()
        begins, ceases = _begins(line), _ceases(line)
        return (begins is None or begins <= day) and (ceases is None or day < ceases)


class Dates(NamedTuple):
    """When a line is there for a caller: POSIX seconds at which that changes, and to what."""

    before: State
    """Whether it is there before the first of them: open, closed, or unknown."""
    steps: tuple[tuple[int, State], ...]
    """Seconds, earliest first, and what it is from then on; unknown where zones do not agree."""
    ceases: tuple[int, ...] | None
    """Those at which its last day ends in one of the caller's zones; None if it has none."""

    @property
    def edges(self) -> tuple[int, ...]:
        """All of the seconds, earliest first."""
        return tuple(second for second, _ in self.steps)

    def state_at(self, second: int, state: State) -> State:
        """Return the state of a line whose hours are in *state* at *second*.

        A line that is not there is closed. Where it may be there or not, that which both agree
        on is sure: that it is closed.
        """
        place = bisect_right(self.steps, (second + 0.5,))  # by the second alone, which is whole
        is_there = self.steps[place - 1][1] if place else self.before
        return state if is_there == "open" or state == "closed" else is_there


def dates_of(line: Line, caller: Caller) -> Dates | None:
    """Return when *line* is there for *caller*, or None if it always is."""
    begins, ceases = _begins(line), _ceases(line)
    if begins is None and ceases is None:
        return None
    zones = _zones_of(caller)

    def turns(day: int | None) -> set[int]:
        return set() if day is None else {one for zone in zones for one in _turns_at(zone, day)}

    def state_at(second: int) -> State:
        there = {
            (begins is None or begins <= day) and (ceases is None or day < ceases)
            for day in (_day_in(zone, second) for zone in zones)
        }
        return "unknown" if len(there) > 1 else "open" if there == {True} else "closed"

    seconds = sorted(turns(begins) | turns(ceases))
    steps = tuple((second, state_at(second)) for second in seconds)
    return Dates(state_at(seconds[0] - 1), steps, tuple(turns(ceases)) if ceases else None)


def _turns_of(line: Line) -> Iterable[int]:
    return (day for day in (_begins(line), _ceases(line)) if day is not None)


def _begins(line: Line) -> int | None:
    """Return the first day of *line*; 0001-01-01 is written for "always"."""
    first = line.valid_from
    return None if first is None or first == date.min else first.toordinal()


def _ceases(line: Line) -> int | None:
    """Return the day after the last one of *line*; 9999-12-31 is written for "no end"."""
    last = line.valid_until
    return None if last is None or last == date.max else last.toordinal() + 1


class Today(NamedTuple):
    """The time around an instant in which the caller's clock shows one date."""

    span: tuple[int, int] | None
    """POSIX seconds, the end excluded; None where the caller's possible zones differ in them."""
    holds_until: int | None
    """The second before which this is so."""


def today_of(caller: Caller, second: int) -> Today:
    """Return when the clock of *caller* shows the date that it shows at *second*.

    A clock that is set back over midnight shows a date twice: it is the time around *second*.
    """
    span = None
    for zone in caller.local_zones:
        other = _day_around(zone, second)
        if span is not None and other != span:
            # They differ for as long as both of these last, whatever the others are.
            return Today(None, min(span[1], other[1]))
        span = other
    return Today(span, None if span is None else span[1])


def end_of_day(name: str, second: int) -> int:
    """Return the first second after *second* at which the clock of a zone shows another date."""
    return _day_around(name, second)[1]


def _day_around(name: str, second: int) -> tuple[int, int]:
    turns = _turns_around(name, _day_in(open_zone(name), second))
    place = bisect_right(turns, second)
    return turns[place - 1], turns[place]


@lru_cache(maxsize=1024)  # zones and days: those of a few hundred callers
def _turns_around(name: str, day: int) -> tuple[int, ...]:
    """Return the seconds at which the clock of a zone begins or ceases to show *day*."""
    zone = open_zone(name)
    return tuple(sorted({*_turns_at(zone, day), *_turns_at(zone, day + 1)}))


def presence(line: Line, caller: Caller) -> TimeLine | None:
    """Return when *line* is there for *caller* as hours, open and closed; None if it always is.

    It is unknown where the caller may be in several zones and the day is not the same in all.
    """
    if next(iter(_turns_of(line)), None) is None:
        return None
    phases = []
    first, last = line.valid_from or date.min, line.valid_until or date.max
    if first > date.min:
        phases.append(Phase(_NEVER, None, first - timedelta(days=1)))
    phases.append(Phase(_ALWAYS, line.valid_from, line.valid_until))
    if last < date.max:
        phases.append(Phase(_NEVER, last + timedelta(days=1), None))
    days = Timetable(phases=tuple(phases))
    zones = caller.local_zones or _ANYWHERE
    return in_agreement([OpeningHours.of(days, zone) for zone in zones])


def in_agreement(lines: Sequence[TimeLine]) -> TimeLine:
    """Return what all of *lines* agree on, unknown where they do not."""
    if len(lines) == 1:
        return lines[0]
    distinct = tuple(dict.fromkeys(lines))
    return distinct[0] if len(distinct) == 1 else Combined(agreed, distinct)


def _zones_of(caller: Caller) -> list[Zone]:
    return [open_zone(name) for name in caller.local_zones or _ANYWHERE]


def _day_in(zone: Zone, second: int) -> int:
    return (second + zone.offset_at(second)) // DAY + _EPOCH


def _turns_at(zone: Zone, day: int) -> list[int]:
    """Return the seconds at which the clock of *zone* comes to show *day* or a later one, or not.

    Mostly it is one, the midnight before. A clock that is set back over it shows the eve again,
    and one that is set forward over a whole day shows a later one first.
    """
    wall = midnight(day)
    found: list[int] = []
    is_reached = False
    for start, end, offset in zone.segments(wall - 2 * DAY, wall + 2 * DAY):
        begin = max(start, wall - offset)
        if is_reached and begin > start:
            found.append(start)  # set back
            is_reached = False
        if not is_reached and begin < end:
            found.append(begin)
            is_reached = True
    return found or [wall]  # no clock is two days from UTC


def start_of_day(name: str, day: int) -> int:
    """Return the first POSIX second at which the clock of a zone shows *day*, counted from 1970."""
    return _turns_at(open_zone(name), day + _EPOCH)[0]
