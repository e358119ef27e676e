"""What is promised after contact: until when a first answer comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Optional

from supportlines.directory.fields import FOR_ALL, Condition, Text
from supportlines.directory.record import Record, record


@dataclass(frozen=True)
class Within:
    """An amount of time in which an answer comes.

    >>> str(Within(4, "open hours")), str(Within(1, "open days"))
    ('4 open hours', 'next open day')
    """

    amount: int
    """At least 1."""

    unit: Literal["minutes", "hours", "days", "open minutes", "open hours", "open days"]
    """Of a clock, or of open time: the hours, as they hold for the caller, in which one answers.

    An open day is one with such hours after the day of asking; the answer comes by their end.
    """

    @property
    def is_of_days(self) -> bool:
        """Whether it is promised by the end of an open day."""
        return self.unit == "open days"

    def __str__(self) -> str:
        if self.is_of_days and self.amount == 1:
            return "next open day"
        word = self.unit[:-1] if self.amount == 1 else self.unit
        return f"{self.amount} {word}"


@record
class Reply(Record):
    """Until when a first answer is promised."""

    _SHOWN = ("within",)

    within: Within
    """The time that it takes at most."""

    only_for: Condition = FOR_ALL
    """For whom or what it is promised; for all if nothing is said."""

    published_as: Optional[Text] = None
    """The promise as printed."""
