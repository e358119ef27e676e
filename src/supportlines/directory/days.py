"""Records with days: other hours on some days, and public holidays that nobody else knows."""

from __future__ import annotations

import datetime as dt
from typing import Optional, Tuple

from supportlines.directory.fields import Day, EachMonth, Hours, Ids, Moment, Rank, Words, YesOrNo
from supportlines.directory.record import Record, record
from supportlines.hours import Schedule

CLOSED = Schedule.parse("off")


@record
class DayException(Record):
    """Other hours on a day or on a run of days: a closure, a short day, a week of its own."""

    _SHOWN = ("on", "first_day", "last_day", "begins", "ends", "each_month", "hours")

    on: Optional[Day] = None
    """The day, if it is one; on the wall calendar of the hours' zone."""

    first_day: Optional[Day] = None
    """The first of several days."""

    last_day: Optional[Day] = None
    """The last of several days, included."""

    begins: Optional[Moment] = None
    """When it begins, where that is not at midnight: on the wall, or an instant."""

    ends: Optional[Moment] = None
    """When it is over, where that is not at midnight."""

    end_unknown: YesOrNo = False
    """Whether nobody knows when it is over."""

    each_month: Optional[EachMonth] = None
    """A day of each month, where it comes again."""

    hours: Hours = CLOSED
    """What holds instead; closed if nothing is said."""

    adds: YesOrNo = False
    """Whether the other hours of these days stay, and this is painted over them."""

    priority: Rank = 0
    """Of exceptions that meet on a day, the one with the higher number holds."""

    reason: Optional[Words] = None
    """Why, for the person who asks."""

    tiers: Ids = ()
    """Tiers that the exception is for; empty for all."""

    @property
    def days(self) -> Tuple[Day, Day]:
        """The first and the last day, both included; the last of all where no end is known."""
        if self.each_month is not None:
            return self.first_day or dt.date.min, self.last_day or dt.date.max
        first = self.on or self.first_day or (self.begins and self.begins.date())
        last = self.on or self.last_day or (self.ends and self.ends.date())
        if self.end_unknown:
            last = dt.date.max
        if first is None or last is None:
            raise ValueError("the exception does not say its days.")
        return first, last


@record
class Holiday(Record):
    """A public holiday that the calendar of the country does not have."""

    _SHOWN = ("on", "name")

    on: Day
    """The day."""

    name: Words
    """What people call it."""
