"""From when until when a line is there: days of the calendar on the caller's wall.

A date on a page is one where the line is called. Where the caller may be in several zones it may
be two days at once: a line is then named if it is there on one of them, and its state is what
both days agree on: nobody says that a number is open that has perhaps ended.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence, Tuple

from supportlines.hours import (
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

_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
_ANYWHERE = ("Etc/GMT+12", "Etc/GMT-14")
"""Where it is still the day before, and where it is already the day after, all others."""
_ALWAYS, _NEVER = Schedule.parse("24/7"), Schedule.parse("off")

Generation = Tuple[int, ...]
"""Equal for instants between which no line begins or ceases: one number for each possible day."""


def midnight(ordinal: int) -> int:
    """Return the POSIX second at which a day begins in UTC, by its proleptic ordinal."""
    return (ordinal - _EPOCH) * _DAY


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
        today = second // _DAY + _EPOCH
        first = bisect_right(self._days, today - 1)
        if first == bisect_right(self._days, today + 1):
            return (first,)  # the same everywhere on Earth
        days = {_day_in(zone, second) for zone in _zones_of(caller)}
        return tuple(sorted({bisect_right(self._days, day) for day in days}))

    def changes(self, caller: Caller, start: int, end: int) -> list[int]:
        """Return the seconds between *start* and *end* at which lines begin or cease."""
        zones = _zones_of(caller)
        found = {_begin_of(zone, day) for day in self._days for zone in zones}
        return sorted(second for second in found if start < second < end)

    def days_around(self, generation: Generation) -> Tuple[Sequence[Beside], Sequence[Beside]]:
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
    """POSIX seconds at which a line begins and ceases for a caller; None where it does not."""

    begins: Tuple[int, int] | None
    """In the first and in the last of the zones that the caller may be in."""
    ceases: Tuple[int, int] | None
    """Likewise, at the end of the last day."""

    @property
    def edges(self) -> Tuple[int, ...]:
        """All of them, earliest first."""
        return tuple(sorted({*(self.begins or ()), *(self.ceases or ())}))

    def state_at(self, second: int, state: State) -> State:
        """Return the state of a line whose hours are in *state* at *second*.

        A line that is not there is closed. Where it may be there or not, that which both agree
        on is sure: that it is closed.
        """
        begins, ceases = self.begins, self.ceases
        if begins is not None and second < begins[0]:
            return "closed"
        if ceases is not None and second >= ceases[1]:
            return "closed"
        if begins is not None and second < begins[1] and state != "closed":
            return "unknown"
        if ceases is not None and second >= ceases[0] and state != "closed":
            return "unknown"
        return state


def dates_of(line: Line, caller: Caller) -> Dates | None:
    """Return when *line* is there for *caller*, or None if it always is."""
    if next(iter(_turns_of(line)), None) is None:
        return None
    zones = _zones_of(caller)

    def edge(day: int | None) -> Tuple[int, int] | None:
        seconds = () if day is None else [_begin_of(zone, day) for zone in zones]
        return (min(seconds), max(seconds)) if seconds else None

    return Dates(edge(_begins(line)), edge(_ceases(line)))


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


def day_of(caller: Caller, second: int) -> Tuple[int, int] | None:
    """Return the first second of the day on *caller*'s clock, and that of the next day.

    The result is None where it is not decided whose clock that is.
    """
    if len(caller.local_zones) != 1:
        return None
    zone = open_zone(caller.local_zones[0])
    day = _day_in(zone, second)
    return _begin_of(zone, day), _begin_of(zone, day + 1)


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
    distinct = tuple(dict.fromkeys(lines))
    return distinct[0] if len(distinct) == 1 else Combined(agreed, distinct)


def _zones_of(caller: Caller) -> list[Zone]:
    return [open_zone(name) for name in caller.local_zones or _ANYWHERE]


def _day_in(zone: Zone, second: int) -> int:
    return (second + zone.offset_at(second)) // _DAY + _EPOCH


def _begin_of(zone: Zone, day: int) -> int:
    """Return the first second at which the clock of *zone* shows *day*, or a later one."""
    wall = midnight(day)
    for start, end, offset in zone.segments(wall - 2 * _DAY, wall + 2 * _DAY):
        if wall - offset < end:
            return max(start, wall - offset)
    return wall  # no clock is two days from UTC
