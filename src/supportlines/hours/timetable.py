"""Hours that change: schedules one after the other, exceptions over them, and where they end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from supportlines.errors import WrongTypeError
from supportlines.hours.calendar.layers import FAR_AWAY, LONG_AGO, Layer
from supportlines.hours.days import from_date
from supportlines.hours.errors import WrongDaysError, check_type
from supportlines.hours.rules import DateRange
from supportlines.hours.schedule import Schedule
from supportlines.values import BriefRecord, as_tuple

if TYPE_CHECKING:
    from supportlines.hours.rules import HoursRule


@dataclass(frozen=True, repr=False)
class Phase(BriefRecord):
    """A schedule and the days on which its spans start."""

    schedule: Schedule
    valid_from: date | None = None
    """First day, on the wall calendar of the zone; None if it held from the beginning.

    0001-01-01 may be written for that.
    """

    valid_until: date | None = None
    """Last day, included; None if no end is known, for which 9999-12-31 may be written."""

    def __post_init__(self) -> None:
        check_type("schedule", self.schedule, Schedule, "what Schedule.parse(…) returns")
        _in_order("the phase", self.valid_from, self.valid_until)
        # People write the ends of the calendar for "always was" and "no end".
        object.__setattr__(self, "valid_from", _unless(date.min, self.valid_from))
        object.__setattr__(self, "valid_until", _unless(date.max, self.valid_until))


@dataclass(frozen=True, repr=False)
class Override(BriefRecord):
    """Other hours on some days, such as a closure, a short day or a week of its own.

    Of overrides that meet on a day the one with the higher priority is on top; of equal
    ones, the later in the list.
    """

    schedule: Schedule
    """What holds instead; `off` closes."""

    first_day: date
    """0001-01-01 may be written for "always"."""

    last_day: date
    """Included; 9999-12-31 may be written for "no end"."""

    reason: str | None = None
    """Why, for the person who asks."""

    priority: int = 0
    adds: bool = False
    """Whether the hours below stay and only the spans of this schedule are painted over them.

    That is how to close for an hour: ``12:00-13:00 off``; the text may open other hours too.
    Otherwise nothing is left of the days, from 00:00 to 24:00: a span from the eve ends at
    midnight. The day after is an ordinary one, its morning as it would be.
    """

    rules: tuple[HoursRule, ...] = field(init=False, repr=False)
    """What is painted: where hours are added, those that close count as well."""

    def __post_init__(self) -> None:
        check_type("schedule", self.schedule, Schedule, "what Schedule.parse(…) returns")
        check_type("first_day", self.first_day, date, "a date")
        check_type("last_day", self.last_day, date, "a date")
        _in_order("the override", self.first_day, self.last_day)
        rules = self.schedule.overlay if self.adds else ()
        object.__setattr__(self, "rules", rules or self.schedule.rules)


@dataclass(frozen=True, repr=False)
class Timetable(BriefRecord):
    """Everything that is known of when something is open, on the wall clock of a zone not said.

    On days of no phase, and after the last day the data speaks for, the state is unknown.
    A span that started on a day that is spoken for runs to its end; a morning that the hours
    state by themselves (``00:00-06:00``) does not.
    """

    phases: tuple[Phase, ...]
    overrides: tuple[Override, ...] = ()
    known_until: date | None = None
    """Last day, included, that the data speaks for."""

    elsewhere: tuple[tuple[date | None, date | None], ...] = ()
    """First and last days, None for no end, of which another timetable speaks.

    There these hours are closed where no phase of theirs holds, and not unknown: that is how
    hours that move to another zone on a day are one history.
    """

    def __post_init__(self) -> None:
        phases = as_tuple("phases", self.phases, Phase, "what Phase(…) returns")
        overrides = as_tuple("overrides", self.overrides, Override, "what Override(…) returns")
        elsewhere = as_tuple("elsewhere", self.elsewhere, tuple, "pairs of days")
        object.__setattr__(self, "phases", phases)
        object.__setattr__(self, "overrides", overrides)
        object.__setattr__(self, "elsewhere", elsewhere)
        object.__setattr__(self, "known_until", _unless(date.max, self.known_until))
        if not self.phases:
            raise WrongDaysError(
                "the timetable has no phase.", 'Give it one, of the hours "24/7 unknown" perhaps.'
            )

    @classmethod
    def of(cls, schedule: Schedule) -> Timetable:
        """Return the timetable of one schedule that always holds."""
        return cls((Phase(schedule),))

    @property
    def is_plain(self) -> bool:
        """Whether there is one schedule and nothing else."""
        phase = self.phases[0]
        is_bounded = phase.valid_from or phase.valid_until or self.known_until
        return not (is_bounded or self.phases[1:] or self.overrides or self.elsewhere)

    @property
    def names_holidays(self) -> bool:
        """Whether any of the schedules speaks of public holidays."""
        schedules = [phase.schedule for phase in self.phases]
        schedules += [override.schedule for override in self.overrides]
        return any(schedule.names_holidays for schedule in schedules)

    def layers(self, *, as_written: bool = False) -> tuple[Layer, ...]:
        """Return the schedules as layers, from the bottom to the top.

        Their rules are in normal form, or *as_written*: a night that goes on until the hours of
        the day after begin is still one.
        """

        def written(schedule: Schedule, rules: tuple[HoursRule, ...]) -> tuple[HoursRule, ...]:
            return (schedule.overlay or rules) if as_written else rules

        end = FAR_AWAY if self.known_until is None else from_date(self.known_until)
        layers = [
            Layer(
                written(phase.schedule, phase.schedule.rules),
                _day(phase.valid_from, LONG_AGO),
                min(last, end),
            )
            for phase in self.phases
            for last in [_day(phase.valid_until, FAR_AWAY)]
        ]
        layers += [
            Layer(
                written(override.schedule, override.rules),
                _day(_unless(date.min, override.first_day), LONG_AGO),
                min(_day(_unless(date.max, override.last_day), FAR_AWAY), end),
                "adds" if override.adds else "replaces",
                comment=override.reason,
            )
            for override in sorted(self.overrides, key=lambda each: each.priority)
        ]
        return tuple(layer for layer in layers if layer.first <= layer.last)

    def gaps(self) -> tuple[DateRange, ...]:
        """Return the runs of days on which nobody says anything, sorted."""
        end = FAR_AWAY if self.known_until is None else from_date(self.known_until)
        windows = [(phase.valid_from, phase.valid_until) for phase in self.phases]
        held = sorted(
            (_day(first, LONG_AGO), min(_day(last, FAR_AWAY), end))
            for first, last in (*windows, *self.elsewhere)
        )
        gaps = []
        free = LONG_AGO
        for first, last in held:
            if first > free and first <= last:
                gaps.append(DateRange(free, first - 1))
            free = max(free, last + 1)
        if free <= FAR_AWAY:
            gaps.append(DateRange(free, FAR_AWAY))
        return tuple(gaps)


def _in_order(what: str, first: date | None, last: date | None) -> None:
    for day in (first, last):
        if isinstance(day, datetime) or not (day is None or isinstance(day, date)):
            raise WrongTypeError.of("day", day, "a date")
    if first is not None and last is not None and last < first:
        raise WrongDaysError(
            f"{what} ends on {last}, before it begins on {first}.", "Compare the two days."
        )


def _day(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else from_date(day)


def _unless(end: date, day: date | None) -> date | None:
    return None if day == end else day
