"""Hours in a zone: when something is open, as instants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.hours.days import DAY
from supportlines.hours.local import Layer, LocalHours
from supportlines.hours.schedule import Schedule
from supportlines.hours.timeline import TimeLine
from supportlines.hours.zones import LARGEST_OFFSET, Zone, open_zone

if TYPE_CHECKING:
    from supportlines.hours.rules import PublicHolidays, State


class OpeningHours(TimeLine):
    """A schedule on the wall clock of a zone.

    >>> from datetime import datetime, timezone
    >>> hours = OpeningHours.parse("Sa-Th 09:00-17:00", time_zone="Asia/Dubai")
    >>> thursday = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)
    >>> hours.state(thursday), str(hours.next_change(thursday))
    ('open', '2026-11-26 13:00:00+00:00')
    """

    __slots__ = ("_blocks", "_local", "_zone", "holidays", "schedule")

    def __init__(
        self, schedule: Schedule, zone: Zone, holidays: PublicHolidays | None = None
    ) -> None:
        self.schedule = schedule
        self.holidays = holidays
        self._zone = zone
        self._blocks = {}
        self._local = LocalHours([Layer(schedule.rules)], holidays)

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
        cls, schedule: Schedule, time_zone: str | Zone, holidays: PublicHolidays | None = None
    ) -> OpeningHours:
        """Return *schedule* on the wall clock of a zone, given by IANA name or opened.

        Raises:
            UnknownTimeZoneError: If there is no such zone.
        """
        zone = open_zone(time_zone) if isinstance(time_zone, str) else time_zone
        return cls(schedule, zone, holidays)

    @property
    def time_zone(self) -> str:
        """The IANA name of the zone."""
        return self._zone.name

    @property
    def holidays_considered(self) -> bool:
        """Whether public holidays are known, or make no difference because nothing ever does."""
        return self.holidays is not None or self.schedule.is_always

    @property
    def constant(self) -> State | None:
        """The state that holds for ever, or None if it may change."""
        return self.schedule.always

    def __repr__(self) -> str:
        return f"OpeningHours.parse({str(self.schedule)!r}, time_zone={self.time_zone!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, OpeningHours):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[object, ...]:
        return OpeningHours.of, (self.schedule, self.time_zone, self.holidays)

    def _key(self) -> tuple[object, ...]:
        return self.schedule, self.time_zone, self.holidays

    # -- the time line ------------------------------------------------------------------------

    def _edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return the edges of local time, segment by segment of the zone, as POSIX seconds.

        Between two changes of its offset local time is linear: only here, and only by adding
        a constant, do clocks and instants meet.
        """
        found: list[tuple[int, State]] = []
        for first, last, offset in self._zone.segments(start, end):
            local = self._local.edges(first + offset, last + offset)
            found.extend([(second - offset, state) for second, state in local])
        return found

    def _quiet_until(self, second: int) -> int | None:
        if self.schedule.is_always:
            return None
        # The zone may show an earlier or a later day than UTC does.
        before = self._local.quiet_until((second - LARGEST_OFFSET) // DAY)
        if before is None:
            return None
        return max(second, before * DAY - LARGEST_OFFSET)

    def _repeats_from(self) -> int:
        return self._local.repeats_from * DAY
