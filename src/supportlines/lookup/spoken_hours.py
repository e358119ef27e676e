"""The hours of one language on one line, for one caller."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence

from supportlines.hours import OpeningHours, open_zone, second_to_instant, union
from supportlines.hours.algebra import Combined
from supportlines.lookup.holidays import HolidaysOfParts, holidays_for

if TYPE_CHECKING:
    from supportlines.directory import Directory, Rule
    from supportlines.hours import HolidayOfParts, State, TimeLine
    from supportlines.hours.rules import Rule as HoursRule
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.stated import Stated

CALLER = "caller"
_DAY = 86_400
_MINUTE = 60
_LARGEST_CHANGE = 3 * 3600


class Ground(NamedTuple):
    """A rule that a state rests on."""

    rule: Rule
    tier: str
    """Id of the tier that states the rule."""
    why: str | None
    """The public holiday, the exception's reason or the comment that decides, if one does."""
    holidays_known: bool
    """Whether the rule speaks of public holidays and somebody knows them."""
    of_parts: HolidayOfParts | None = None
    """The public holiday of some parts of the country on which the state depends, if one does."""


class Judgement(NamedTuple):
    """What the rules say at one instant."""

    state: State
    changes_at: int | None
    """POSIX seconds of the next change, or None."""
    deciding: tuple[Ground, ...]
    """What the state rests on; nothing if no rule speaks of the language."""
    by_zone: tuple[tuple[str, State], ...]
    """Where the zones that the caller may be in disagree: each with its state."""
    first_zone: str | None
    """Where they agree now but not on when it changes: the zone in which it changes first."""
    holds_until: int | None
    """POSIX second before which nothing of this changes; None if nothing ever does."""


class StatedHours:
    """What is stated, read in one zone."""

    def __init__(self, directory: Directory, stated: Stated, zone: str, caller: Caller) -> None:
        rule = stated.first
        name = zone if rule.time_zone == CALLER else rule.time_zone
        timetable = stated.timetable()
        holidays = None
        if timetable.names_holidays:
            holidays = holidays_for(directory, rule, caller)
        self._stated = stated
        self._zone = open_zone(name)
        self._holidays = holidays
        self._has_parts = isinstance(holidays, HolidaysOfParts)
        self._hours = OpeningHours.of(timetable, self._zone, holidays)
        self._is_plain = timetable.is_plain and holidays is None
        self._has_comments = any(one.comment for one in _rules_of(stated))
        self.time_line: TimeLine = self._hours
        if rule.severities and caller.severity is None:
            self.time_line = Combined(perhaps, (self._hours,))

    @property
    def asks_calendar(self) -> bool:
        """Whether the rule speaks of public holidays and there is a calendar of them."""
        return self._holidays is not None and self._holidays.has_calendar

    def ground(self, second: int) -> Ground:
        """Return the rule that holds at *second*, and why it says what it says."""
        if self._is_plain and not self._has_comments:
            return Ground(self._stated.first, self._stated.tier, None, holidays_known=False)
        at = second_to_instant(second)
        day = second_to_instant(second + self._zone.offset_at(second)).date()
        why = self._hours.holiday_at(at) or self._hours.comment_at(at)
        known = self._holidays is not None and self._holidays.knows(day)
        of_parts = self._hours.parts_at(at) if self._has_parts else None
        return Ground(self._stated.rule_on(day), self._stated.tier, why, known, of_parts)

    def ground_holds_until(self, second: int) -> int | None:
        """Return a second before which `ground` surely stays, or None if it always does."""
        if self._has_comments:
            return second - second % _MINUTE + _MINUTE
        if self._is_plain:
            return None
        offset = self._zone.offset_at(second)
        of_day = (second + offset) % _DAY
        # A holiday, or another one, may come to decide without a change of the state.
        edges = self._hours.holiday_edges(second_to_instant(second + offset).date())
        until = next((edge * _MINUTE for edge in edges if edge * _MINUTE > of_day), _DAY)
        edge = second + until - of_day
        if self._zone.offset_at(edge) == offset:
            return edge
        return max(second + 1, edge - _LARGEST_CHANGE)


def _rules_of(stated: Stated) -> Iterable[HoursRule]:
    schedules = [rule.hours for rule in stated.rules]
    schedules += [one.hours for one in stated.exceptions if one.adds]
    return (rule for schedule in schedules for rule in schedule.rules)


class SpokenHours:
    """The rules for one language joined (open before unknown before closed), zone by zone."""

    def __init__(self, directory: Directory, stated: Sequence[Stated], caller: Caller) -> None:
        self.stated = tuple(stated)
        """What speaks of the language, the caller's tier first."""
        by_caller = any(one.first.time_zone == CALLER for one in stated)
        zones = caller.local_zones if by_caller else ("UTC",)
        self._columns: list[tuple[str, TimeLine, tuple[StatedHours, ...]]] = []
        for zone in zones if stated else ():
            column = tuple(StatedHours(directory, one, zone, caller) for one in stated)
            self._columns.append((zone, union(*[one.time_line for one in column]), column))

    @property
    def time_lines(self) -> tuple[tuple[str, TimeLine], ...]:
        """The joined hours by zone: one, or one for each zone that the caller may be in."""
        return tuple((zone, hours) for zone, hours, _ in self._columns)

    @property
    def asks_calendar(self) -> bool:
        """Whether any of the rules speaks of public holidays that a calendar was found for."""
        return any(one.asks_calendar for _, _, column in self._columns for one in column)

    def judge(self, second: int) -> Judgement:
        """Return state, next change and grounds at *second* (POSIX).

        The zones of a caller who gave none must agree; where they do not, the state is
        unknown and the next change is the earliest of theirs.
        """
        if not self._columns:
            return Judgement("unknown", None, (), (), None, None)
        states = [(zone, hours.state_at(second)) for zone, hours, _ in self._columns]
        changes = [(zone, hours.next_change_after(second)) for zone, hours, _ in self._columns]
        changes_at = _earliest(change for _, change in changes)
        state, column = states[0][1], self._columns[0][2]
        holds = [changes_at, *(one.ground_holds_until(second) for one in column)]
        if any(one != state for _, one in states):
            grounds, until = self._grounds_of_zones(states, second)
            holds += until
            return Judgement("unknown", changes_at, grounds, tuple(states), None, _earliest(holds))
        if len(column) > 1:
            holds += [one.time_line.next_change_after(second) for one in column]
        deciding = _deciding(column, state, second)
        first = None
        if any(change != changes_at for _, change in changes):
            first = next(zone for zone, change in changes if change == changes_at)
        return Judgement(state, changes_at, deciding, (), first, _earliest(holds))

    def _grounds_of_zones(
        self, states: Sequence[tuple[str, State]], second: int
    ) -> tuple[tuple[Ground, ...], list[int | None]]:
        """Return what the first zone rests on, and until when that holds.

        Where the clock of another zone shows a holiday of some parts of the country, the same
        rule says so instead.
        """
        columns = [column for _, _, column in self._columns]
        grounds = [one.ground(second) for one in columns[0]]
        holds = []
        for (_, state), column in zip(states, columns):
            for place, one in enumerate(column if state == "unknown" else ()):
                holds.append(one.ground_holds_until(second))
                if grounds[place].of_parts is None:
                    ground = one.ground(second)
                    grounds[place] = ground if ground.of_parts is not None else grounds[place]
        return tuple(grounds), holds


def _earliest(seconds: Iterable[int | None]) -> int | None:
    return min((second for second in seconds if second is not None), default=None)


def _deciding(column: tuple[StatedHours, ...], state: State, second: int) -> tuple[Ground, ...]:
    """Return what *state* rests on: all if closed, else the rule for which it lasts longest.

    Until when it lasts is part of the answer, so the rule that says so brings its notes; of
    several, the one with the fewest doubts.
    """
    if len(column) == 1 or state == "closed":
        return tuple(one.ground(second) for one in column)

    def place(one: StatedHours) -> tuple[float, tuple[int, bool, bool]]:
        until = one.time_line.next_change_after(second)
        return (-(until if until is not None else inf), _doubts(one.ground(second)))

    agreeing = [one for one in column if one.time_line.state_at(second) == state]
    return (min(agreeing, key=place).ground(second),)


def _doubts(ground: Ground) -> tuple[int, bool, bool]:
    rule = ground.rule
    return len(rule.notes), rule.confidence != "high", not rule.hours.is_always


def perhaps(states: Sequence[State]) -> State:
    """Return what is sure of hours of which nobody knows whether they are for this caller."""
    return "closed" if states[0] == "closed" else "unknown"
