"""Hours in a zone: when something is open, as instants."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from supportlines.errors import WrongTypeError, on_one_line
from supportlines.hours.calendar.day_rows import days_of
from supportlines.hours.calendar.quiet import may_open, quiet_until, turning_days
from supportlines.hours.calendar.wall_clock import LocalHours
from supportlines.hours.days import DAY
from supportlines.hours.errors import check_holidays, check_type
from supportlines.hours.line.algebra import TimeLine
from supportlines.hours.line.instants import instant_to_second
from supportlines.hours.line.zones import LARGEST_OFFSET, Zone, open_zone, zone_name
from supportlines.hours.public_holidays import holiday_name
from supportlines.hours.schedule import Schedule
from supportlines.hours.timetable import Timetable
from supportlines.values import keep

if TYPE_CHECKING:
    from datetime import datetime

    from zoneinfo import ZoneInfo

    from supportlines.hours.calendar.day_rows import DayOfHours
    from supportlines.hours.calendar.wall_clock import Held
    from supportlines.hours.public_holidays import HolidayOfParts, PublicHolidays
    from supportlines.hours.rules import HoursRule, State


class Why(NamedTuple):
    """What decides the state at an instant, beside the rule itself."""

    comment: str | None
    """The comment of the rule, or the reason of the override."""

    holiday: str | None
    """The public holiday, if one decides."""

    of_parts: HolidayOfParts | None
    """The public holiday of some parts of the place on which the state depends, if one does."""

    is_stated: bool
    """Whether anything is said of the day; if not, that is why the state is unknown."""

    rule: HoursRule | None
    """The rule of the schedule, if one decides."""

    holds_until: int
    """POSIX second before which all this surely stays: a later piece, day or offset begins."""


class OpeningHours(TimeLine):
    """A schedule on the wall clock of a zone.

    >>> from datetime import datetime, timezone
    >>> hours = OpeningHours.parse("Sa-Th 09:00-17:00", time_zone="Asia/Dubai")
    >>> thursday = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)
    >>> hours.state(thursday), str(hours.next_change(thursday))
    ('open', '2026-11-26 13:00:00+00:00')
    """

    __slots__ = ("_local", "_turning", "_written", "holidays", "timetable", "zone")

    timetable: Timetable
    """What is known of when it is open, on a wall clock."""

    zone: Zone
    """Whose clock that is."""

    holidays: PublicHolidays | None
    """Who knows the public holidays; None if nobody does."""

    _local: LocalHours
    _turning: tuple[int, ...] | None
    _written: LocalHours | None

    def __init__(
        self,
        timetable: Timetable,
        zone: Zone,
        holidays: PublicHolidays | None = None,
    ) -> None:
        check_type("timetable", timetable, Timetable, "a Timetable")
        check_type("zone", zone, Zone, "what open_zone(…) returns")
        check_holidays(holidays)
        local = LocalHours(timetable.layers(), holidays, timetable.gaps())
        _fill(self, timetable, zone, local)

    @classmethod
    def parse(
        cls,
        text: str,
        *,
        time_zone: str | ZoneInfo | Zone,
        holidays: PublicHolidays | None = None,
    ) -> OpeningHours:
        """Return the hours that *text* states, on the wall clock of *time_zone*.

        Args:
            text: OpenStreetMap's notation, such as ``Mo-Fr 09:00-17:00``.
            time_zone: An IANA name, or a `ZoneInfo` that has one.
            holidays: Who knows the public holidays. Without it no day is one.

        Raises:
            HoursSyntaxError: If *text* is not in the notation.
            UnknownTimeZoneError: If there is no such zone.
            NamelessTimeZoneError: If *time_zone* is a `ZoneInfo` without a key.
        """
        return cls.of(Schedule.parse(text), time_zone, holidays)

    @classmethod
    def of(
        cls,
        hours: Schedule | Timetable,
        time_zone: str | ZoneInfo | Zone,
        holidays: PublicHolidays | None = None,
    ) -> OpeningHours:
        """Return a schedule or timetable on the wall clock of a zone.

        Args:
            hours: The one or the other.
            time_zone: An IANA name, a `ZoneInfo` that has one, or what `open_zone` returns.
            holidays: Who knows the public holidays. Without it no day is one.

        Raises:
            UnknownTimeZoneError: If there is no such zone.
            NamelessTimeZoneError: If *time_zone* is a `ZoneInfo` without a key.
        """
        zone = _zone_of(time_zone)
        if not isinstance(hours, (Schedule, Timetable)):
            raise WrongTypeError.of("hours", hours, "a Schedule or a Timetable")
        timetable = Timetable.of(hours) if isinstance(hours, Schedule) else hours
        return cls(timetable, zone, holidays)

    def in_zone(self, time_zone: str | ZoneInfo | Zone) -> OpeningHours:
        """Return the same hours on the wall clock of another zone, given as in `of`.

        Raises:
            UnknownTimeZoneError: If there is no such zone.
            NamelessTimeZoneError: If *time_zone* is a `ZoneInfo` without a key.
        """
        # What the clock on a wall shows is the same in every zone, and is worked out once.
        moved = OpeningHours.__new__(OpeningHours)
        _fill(moved, self.timetable, _zone_of(time_zone), self._local)
        return moved

    @property
    def time_zone(self) -> str:
        """The IANA name of the zone."""
        return self.zone.name

    @property
    def schedule(self) -> Schedule:
        """The hours as they are written; of several phases, the first one's."""
        return self.timetable.phases[0].schedule

    @property
    def holidays_considered(self) -> bool:
        """Whether public holidays are known, or make no difference because nothing ever does."""
        return self.holidays is not None or self.constant is not None

    def comment_at(self, at: datetime) -> str | None:
        """Return the comment on the hours that hold at *at*: a rule's, or an override's reason.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        return self.why_at(instant_to_second(at)).comment

    def holiday_at(self, at: datetime) -> str | None:
        """Return the name of the public holiday that decides the state at *at*, if one does.

        That is also one of some parts of the place only, on which the state depends: then it
        is unknown, and `parts_at` tells the parts.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        return self.why_at(instant_to_second(at)).holiday

    def why_at(self, second: int) -> Why:
        """Return what decides the state at a POSIX *second*, and until when it surely does."""
        _, segment_ends, offset = next(self.zone.segments(second, second + 2 * DAY))
        held = self._local.held_at(second + offset)
        piece = held.piece
        holiday, ends = self._holiday_of(held), held.ends
        if piece is None and held.of_parts is None:
            holiday, ends = self._left_out(held, second + offset)
        return Why(
            comment=None if piece is None else piece.comment,
            holiday=holiday,
            of_parts=held.of_parts,
            is_stated=not self._is_gap(held),
            rule=None if piece is None else piece.rule,
            holds_until=min(segment_ends, ends - offset),
        )

    def _is_gap(self, held: Held) -> bool:
        piece = held.piece
        says_nothing = piece is not None and piece.rule is None and piece.comment is None
        return says_nothing and held.of_parts is None and self._local.in_gap(held.day)

    def _holiday_of(self, held: Held) -> str | None:
        rule = None if held.piece is None else held.piece.rule
        if rule is None and held.of_parts is not None:
            return held.of_parts.name
        if rule is None or self.holidays is None or not rule.holidays:
            return None
        name = holiday_name(held.day, self.holidays)
        if name is None and rule.runs_past_midnight:
            name = holiday_name(held.day - 1, self.holidays)
        return name

    def _left_out(self, held: Held, local: int) -> tuple[str | None, int]:
        """Return the holiday whose rule leaves out what holds on other days, and until when.

        *held*, at the *local* second, says nothing. No holiday is why, where nothing would be said
        on an ordinary day.
        """
        name = None if self.holidays is None else holiday_name(held.day, self.holidays)
        if name is None:
            return None, held.ends
        plain = self._local.plain_at(local)
        is_left_out = plain.piece is not None and plain.piece.state != "closed"
        return name if is_left_out else None, min(held.ends, plain.ends)

    def parts_at(self, at: datetime) -> HolidayOfParts | None:
        """Return the public holiday of some parts only that leaves the state at *at* unknown.

        None if the state at *at* is the same in every part of the place.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        return self.why_at(instant_to_second(at)).of_parts

    def week(self, first_day: date) -> tuple[DayOfHours, ...]:
        """Return the seven days from *first_day* on as rows of a table, in local time.

        Raises:
            WrongTypeError: If *first_day* is no date.
        """
        check_type("first_day", first_day, date, "a date")
        return days_of(self._local, first_day, 7)

    def __repr__(self) -> str:
        if self.timetable.is_plain:
            shown = f"OpeningHours.parse({str(self.schedule)!r}, time_zone={self.time_zone!r})"
        else:
            shown = f"OpeningHours.of({self.timetable!r}, {self.time_zone!r})"
        return on_one_line(shown)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OpeningHours):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[object, ...]:
        return OpeningHours.of, self._key()

    def _key(self) -> tuple[object, ...]:
        return self.timetable, self.zone, self.holidays

    # -- the time line ------------------------------------------------------------------------

    def edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return the edges of local time, segment by segment of the zone, as POSIX seconds.

        Between two changes of its offset local time is linear: only here, and only by adding
        a constant, do clocks and instants meet. An hour that is repeated lies in two segments
        and is found twice; one that is skipped lies in none.
        """
        if self.constant is not None:
            return [(start, self.constant)]
        found: list[tuple[int, State]] = []
        for first, last, offset in self.zone.segments(start, end):
            local = self._local.edges(first + offset, last + offset)
            found.extend([(second - offset, state) for second, state in local])
        return found

    def begun_on(self, day: int) -> list[tuple[int, int]]:
        """Return the open spans that begin on a *day* of the wall calendar, by what is written."""
        if self.constant is not None:
            return []
        written = self._written
        if written is None:
            layers = self.timetable.layers(as_written=True)
            written = LocalHours(layers, self.holidays, self.timetable.gaps())
            keep(self, _written=written)
        spans = written.begun_on(day)
        start = day * DAY - LARGEST_OFFSET
        return [
            (max(first, since - offset), min(last, until - offset))
            for first, last, offset in self.zone.segments(start, start + 2 * (DAY + LARGEST_OFFSET))
            for since, until in spans
            if max(first, since - offset) < min(last, until - offset)
        ]

    def quiet_until(self, second: int) -> int | None:
        """Return a second before which the days on the wall surely bring nothing else."""
        if self.constant is not None:
            return None
        # The zone may show an earlier or a later day than UTC does.
        before = quiet_until(self._local, (second - LARGEST_OFFSET) // DAY)
        if before is None:
            return None
        return max(second, before * DAY - LARGEST_OFFSET)

    def may_open(self) -> bool:
        """Return whether any rule opens."""
        return may_open(self._local)

    def repeats_from(self) -> int:
        """Return the second from which on neither rules nor the zone have anything new."""
        return max(self._turning_days()[-1] * DAY, self.zone.regular_from)

    def repeats_until(self) -> int:
        """Return the second before which no rule named a year."""
        return self._turning_days()[0] * DAY

    def news_from(self, second: int) -> int | None:
        """Return the first second from *second* on at which a rule or the zone has news."""
        if second < self.zone.regular_from:
            return second
        days = self._turning_days()
        place = bisect_left(days, second // DAY)
        # Midnight is at most a day from that of UTC.
        return max(second, (days[place] - 1) * DAY) if place < len(days) else None

    def _turning_days(self) -> tuple[int, ...]:
        found = self._turning
        if found is None:
            found = turning_days(self._local)
            keep(self, _turning=found)
        return found


def _zone_of(time_zone: str | ZoneInfo | Zone) -> Zone:
    if isinstance(time_zone, Zone):
        return time_zone
    return open_zone(zone_name(time_zone, "time_zone"))


def _fill(hours: OpeningHours, timetable: Timetable, zone: Zone, local: LocalHours) -> None:
    TimeLine.__init__(hours, timetable.phases[0].schedule.always if timetable.is_plain else None)
    keep(
        hours,
        timetable=timetable,
        zone=zone,
        holidays=local.holidays,
        _local=local,
        _turning=None,
        _written=None,
    )
