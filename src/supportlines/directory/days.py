"""Records with days: other hours on some days, and public holidays that nobody else knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Tuple

from pydantic import model_validator

from supportlines.directory.fields import (
    Day,
    Hours,
    Ids,
    Rank,
    Text,
    WrongValueError,
    YesOrNo,
)
from supportlines.directory.record import Record
from supportlines.hours import Schedule

if TYPE_CHECKING:
    from typing_extensions import Self

_CLOSED = Schedule.parse("off")


class DayException(Record):
    """Other hours on a day or on a run of days: a closure, a short day, a week of its own."""

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

    @model_validator(mode="after")
    def _check_days(self) -> Self:
        days = (self.first_day, self.last_day)
        if self.on is not None:
            if days != (None, None):
                raise WrongValueError(
                    "the exception has one day and several.",
                    'Write "on", or "first_day" and "last_day".',
                )
        elif self.first_day is None or self.last_day is None:
            raise WrongValueError(
                "the exception does not say its days.",
                'Write "on" for one day, or "first_day" and "last_day".',
            )
        elif self.last_day < self.first_day:
            raise WrongValueError(
                f"the last day, {self.last_day}, comes before the first, {self.first_day}.",
                "Compare them with the source.",
            )
        return self

    @property
    def days(self) -> Tuple[Day, Day]:
        """The first and the last day, both included."""
        first, last = self.on or self.first_day, self.on or self.last_day
        if first is None or last is None:  # pragma: no cover - the model has one or the other
            raise AssertionError
        return first, last


class Holiday(Record):
    """A public holiday that the calendar of the country does not have."""

    on: Day
    """The day."""

    name: Text
    """What people call it."""
