"""What can be wrong with hours, zones and instants, said so that it can be put right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from supportlines.errors import SupportlinesError, WrongTypeError, point_at, quoted, shown
from supportlines.values import BriefRecord

_OFFSET = r"(Etc/)?[A-Za-z]{0,5} ?[+\-−–]? ?[0-9]{1,2}([:.]?[0-9]{2})?( ?h)?"


class HoursSyntaxError(SupportlinesError, ValueError):
    """A text that is no opening hours, with the character at which it stops being so.

    Attributes:
        text: The text that was read.
        offset: Index into *text* of the character that is wrong, from 0 to its length.
        expected: What to write there: a full sentence.
        problem: What was found there, without the final stop.
    """

    def __init__(self, text: str, offset: int, expected: str, problem: str) -> None:
        super().__init__(text, offset, expected, problem)
        self.text = text
        self.offset = offset
        self.expected = expected
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.problem}.\n{point_at(self.text, self.offset)}\n  {self.expected}"


def check_type(name: str, found: object, kinds: type | tuple[type, ...], takes: str) -> None:
    """Raise unless *found* is of one of *kinds*.

    Where being quick matters, ask when something has failed already, and raise that otherwise.

    Args:
        name: The parameter.
        found: What was given for it.
        kinds: Types that are taken.
        takes: What they are, in words that go on from "give".

    Raises:
        WrongTypeError: If it is not.
    """
    if not isinstance(found, kinds):
        raise WrongTypeError.of(name, found, takes)


def check_holidays(holidays: object) -> None:
    """Raise unless *holidays* is None or somebody who can be asked for public holidays.

    Raises:
        WrongTypeError: If it is not.
    """
    if holidays is not None and not callable(getattr(holidays, "name_on", None)):
        raise WrongTypeError.of("holidays", holidays, "an object with a method name_on(day)")


@dataclass(frozen=True, repr=False)
class HoursWarning(BriefRecord):
    """Something in readable hours that probably means other than its author thinks."""

    text: str
    """The text that was read."""

    offset: int
    """Index into *text* at which the doubtful rule begins."""

    message: str
    """A full sentence that ends in the remedy."""

    def __str__(self) -> str:
        return f"{self.message}\n{point_at(self.text, self.offset)}"


class NaiveDatetimeError(SupportlinesError, ValueError):
    """A date and time without a zone, which is no instant.

    Attributes:
        text: What was given, as text.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return (
            f"at={shown(self.text)} has no time zone. "
            "Pass an instant such as datetime.now(timezone.utc), or set tzinfo."
        )


def no_instant(at: object) -> SupportlinesError:
    """Return the error for something that is no aware datetime."""
    if isinstance(at, datetime):
        return NaiveDatetimeError(str(at))
    return WrongTypeError.of("at", at, "an aware datetime such as datetime.now(timezone.utc)")


class UnknownTimeZoneError(SupportlinesError, LookupError):
    """A name that is no time zone of the IANA data.

    Attributes:
        name: What was given.
        suggestions: Names that exist and look like it, best first.
    """

    def __init__(self, name: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(name, suggestions)
        self.name = name
        self.suggestions = suggestions

    def __str__(self) -> str:
        found = f"there is no time zone {quoted(self.name)}"
        if self.suggestions:
            return f"{found}; did you mean {quoted(self.suggestions[0])}?"
        if writes_an_offset(self.name):
            found = f"{quoted(self.name)} is an offset and no time zone"
            return f'{found}; write the zone whose clock is meant, such as "Europe/London".'
        return f'{found}; write a name of the IANA data such as "Europe/London".'


def writes_an_offset(name: str) -> bool:
    """Return whether *name* has a number of hours where a zone has the name of a place.

    >>> [writes_an_offset(name) for name in ("GMT+1", "EST5", "+01:00", "Europe/London", "BST")]
    [True, True, True, False, False]
    """
    return re.fullmatch(_OFFSET, name.strip()) is not None


class NoZoneDataError(UnknownTimeZoneError):
    """A zone that this machine cannot open: it has no zone data, or that zone's are broken.

    Attributes:
        name: What was to be opened.
        found: What is the matter with the data, as the end of a sentence without its stop.
    """

    def __init__(self, name: str, found: str = "this machine has no zone data") -> None:
        super().__init__(name)
        self.args = (name, found)
        self.found = found

    def __str__(self) -> str:
        return (
            f"the time zone {quoted(self.name)} cannot be opened: {self.found}. "
            "Install the package tzdata (again)."
        )


class NamelessTimeZoneError(SupportlinesError, ValueError):
    """A `zoneinfo.ZoneInfo` that was made of a file and not told its name.

    Attributes:
        name: The parameter.
        found: The zone, as it shows itself.
    """

    def __init__(self, name: str, found: str) -> None:
        super().__init__(name, found)
        self.name = name
        self.found = found

    def __str__(self) -> str:
        return (
            f"{self.name}={shown(self.found)} has no name that tells which zone it is. "
            'Write a name of the IANA data such as "Europe/London", or ZoneInfo("Europe/London").'
        )


class NoHoursError(SupportlinesError, ValueError):
    """A combination of no hours at all, which has no meaning."""

    def __str__(self) -> str:
        return "there are no hours to combine; give at least one."


class WrongDaysError(SupportlinesError, ValueError):
    """Days of a timetable that end before they begin, or a timetable without any."""

    def __init__(self, found: str, remedy: str) -> None:
        super().__init__(found, remedy)
        self.found = found
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.found} {self.remedy}"
