"""Records with days: other hours on some days, and public holidays that nobody else knows."""

from __future__ import annotations

from typing import Optional, Tuple

from supportlines.directory.fields import Day, Hours, Ids, Rank, Text, YesOrNo
from supportlines.directory.record import Record, record
from supportlines.hours import Schedule

_CLOSED = Schedule.parse("off")


@record
class DayException(Record):
    """Other hours on a day or on a run of days: a closure, a short day, a week of its own."""

    _SHOWN = ("on", "first_day", "last_day", "hours")

    on: Optional[Day] = None
    """The day, if it is one; on the wall calendar of the hours' zone."""

    first_day: Optional[Day] = None
    """The first of several days."""

    last_day: Optional[Day] = None
    """The last of several days, included."""

    hours: Hours = _CLOSED
    """What holds instead; closed if nothing is said."""

    adds: YesOrNo = False
    """Whether the other hours of these days stay, and this is painted over them."""

    priority: Rank = 0
    """Of exceptions that meet on a day, the one with the higher number holds."""

    reason: Optional[Text] = None
    """Why, for the person who asks."""

    tiers: Ids = ()
    """Tiers that the exception is for; empty for all."""

    @property
    def days(self) -> Tuple[Day, Day]:
        """The first and the last day, both included."""
        first, last = self.on or self.first_day, self.on or self.last_day
        if first is None or last is None:
            raise ValueError("the exception does not say its days.")
        return first, last


@record
class Holiday(Record):
    """A public holiday that the calendar of the country does not have."""

    _SHOWN = ("on", "name")

    on: Day
    """The day."""

    name: Text
    """What people call it."""
