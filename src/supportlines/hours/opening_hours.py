"""Hours in a zone: when something is open, as instants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.hours.days import DAY, from_date
from supportlines.hours.local import LocalHours
from supportlines.hours.rules import holiday_name
from supportlines.hours.schedule import Schedule
from supportlines.hours.timeline import TimeLine, instant_to_second
from supportlines.hours.timetable import Timetable
from supportlines.hours.week_table import days_of
from supportlines.hours.zones import LARGEST_OFFSET, Zone, open_zone

if TYPE_CHECKING:
    from datetime import date, datetime

    from supportlines.hours.painting import Piece
    from supportlines.hours.rules import HolidayOfParts, PublicHolidays, State
    from supportlines.hours.week_table import DayOfHours


class OpeningHours(TimeLine):
    """A schedule on the wall clock of a zone.

    >>> from datetime import datetime, timezone
    >>> hours = OpeningHours.parse("Sa-Th 09:00-17:00", time_zone="Asia/Dubai")
    >>> thursday = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)
    >>> hours.state(thursday), str(hours.next_change(thursday))
    ('open', '2026-11-26 13:00:00+00:00')
    """

    __slots__ = ("_local", "_zone", "holidays", "schedule", "timetable")

    def __init__(
        self, timetable: Timetable, zone: Zone, holidays: PublicHolidays | None = None
    ) -> None:
        super().__init__()
        self.timetable = timetable
        # Of several phases, the first one's.
        self.schedule = timetable.phases[0].schedule
        self.constant = self.schedule.always if timetable.is_plain else None
        self.holidays = holidays
        self._zone = zone
        self._local = LocalHours(timetable.layers(), holidays, timetable.gaps())

    @classmethod
    def parse(
        cls, text: str, *, time_zone: str, holidays: PublicHolidays | None = None
    ) -> OpeningHours:
        """Return the hours that *text* states, on the wall clock of *time_zone*.

        Args:
            text: OpenStreetMap's notation, such as ``Mo-Fr 09:00-17:00``.
            time_zone: An IANA name.
            holidays: Who knows the public holidays. Without it no day is one.

        Raises:
            HoursSyntaxError: If *text* is not in the notation.
            UnknownTimeZoneError: If there is no such zone.
        """
        return cls.of(Schedule.parse(text), time_zone, holidays)

    @classmethod
    def of(
        cls,
        hours: Schedule | Timetable,
        time_zone: str | Zone,
        holidays: PublicHolidays | None = None,
    ) -> OpeningHours:
        """Return a schedule or timetable on the wall clock of a zone, by IANA name or opened.

        Raises:
            UnknownTimeZoneError: If there is no such zone.
        """
        zone = open_zone(time_zone) if isinstance(time_zone, str) else time_zone
        timetable = Timetable.of(hours) if isinstance(hours, Schedule) else hours
        return cls(timetable, zone, holidays)

    @property
    def time_zone(self) -> str:
        """The IANA name of the zone."""
        return self._zone.name

    @property
    def holidays_considered(self) -> bool:
        """Whether public holidays are known, or make no difference because nothing ever does."""
        return self.holidays is not None or self.constant is not None

    def comment_at(self, at: datetime) -> str | None:
        """Return the comment on the hours that hold at *at*: a rule's, or an override's reason.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        piece = self._piece_at(at)[0]
        return None if piece is None else piece.comment

    def holiday_at(self, at: datetime) -> str | None:
        """Return the name of the public holiday that decides the state at *at*, if one does.

        That is also one of some parts of the place only, on which the state depends: then it
        is unknown, and `parts_at` tells the parts.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        piece, day = self._piece_at(at)
        if piece is None or self.holidays is None:
            return None
        if piece.rule is None or not piece.rule.holidays:
            of_parts = self.parts_at(at) if piece.rule is None else None
            return None if of_parts is None else of_parts.name
        name = holiday_name(day, self.holidays)
        if name is None and piece.rule.runs_past_midnight:
            name = holiday_name(day - 1, self.holidays)
        return name

    def parts_at(self, at: datetime) -> HolidayOfParts | None:
        """Return the public holiday of some parts only that leaves the state at *at* unknown.

        None if the state at *at* is the same in every part of the place.

        Raises:
            NaiveDatetimeError: If *at* has no zone.
        """
        second = instant_to_second(at)
        day, of_day = divmod(second + self._zone.offset_at(second), DAY)
        for start, end, holiday in self._local.disputes(day):
            if start * 60 <= of_day < end * 60:
                return holiday
        return None

    def holiday_edges(self, day: date) -> tuple[int, ...]:
        """Return the minutes of *day* at which what `holiday_at` tells may change, sorted."""
        number = from_date(day)
        pieces = self._local.pieces(number)
        edges: set[int] = set()
        for piece in pieces:
            if piece.rule is not None and piece.rule.holidays:
                edges.update((piece.start, piece.end))
        for dispute in self._local.disputes(number):
            edges.update((dispute.start, dispute.end))
        return tuple(sorted(edges)) if edges else ()

    def week(self, first_day: date) -> tuple[DayOfHours, ...]:
        """Return the seven days from *first_day* on as rows of a table, in local time."""
        return days_of(self._local, first_day, 7)

    def _piece_at(self, at: datetime) -> tuple[Piece | None, int]:
        second = instant_to_second(at)
        day, of_day = divmod(second + self._zone.offset_at(second), DAY)
        for piece in self._local.pieces(day):
            if piece.start * 60 <= of_day < piece.end * 60:
                return piece, day
        return None, day

    def __repr__(self) -> str:
        if self.timetable.is_plain:
            return f"OpeningHours.parse({str(self.schedule)!r}, time_zone={self.time_zone!r})"
        return f"OpeningHours.of({self.timetable!r}, {self.time_zone!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OpeningHours):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[object, ...]:
        return OpeningHours.of, self._key()

    def _key(self) -> tuple[object, ...]:
        return self.timetable, self.time_zone, self.holidays

    # -- the time line ------------------------------------------------------------------------

    def _edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return the edges of local time, segment by segment of the zone, as POSIX seconds.

        Between two changes of its offset local time is linear: only here, and only by adding
        a constant, do clocks and instants meet.
        """
        if self.constant is not None:
            return [(start, self.constant)]
        found: list[tuple[int, State]] = []
        for first, last, offset in self._zone.segments(start, end):
            local = self._local.edges(first + offset, last + offset)
            found.extend([(second - offset, state) for second, state in local])
        return found

    def _quiet_until(self, second: int) -> int | None:
        if self.constant is not None:
            return None
        # The zone may show an earlier or a later day than UTC does.
        before = self._local.quiet_until((second - LARGEST_OFFSET) // DAY)
        if before is None:
            return None
        return max(second, before * DAY - LARGEST_OFFSET)

    def _repeats_from(self) -> int:
        return max(self._local.repeats_from * DAY, self._zone.regular_from)

    def _repeats_until(self) -> int:
        return self._local.repeats_until * DAY
