"""What can be wrong with a question."""

from __future__ import annotations

from datetime import datetime
from typing import Sequence

from supportlines.errors import SHOWN, SupportlinesError, WrongTypeError, closest, quoted, shown

_LISTED = 12
"""Of so many choices all are named; of more, the one that is most like what was written."""


class UnknownChoiceError(SupportlinesError, LookupError):
    """A tier, desk, severity or line that the directory does not know."""

    def __init__(self, what: str, found: str, known: Sequence[str]) -> None:
        super().__init__(what, found, tuple(known))
        self.what = what
        """ "tier", "desk", "severity" or "line"."""
        self.found = found
        self.known = tuple(known)

    def __str__(self) -> str:
        if not self.known:
            return (
                f"there is no {self.what} {quoted(self.found)}: this directory names none. "
                f"Leave the {self.what} out."
            )
        if len(self.known) > _LISTED:
            close = closest(self.found[:SHOWN], self.known)
            number, first = len(self.known), quoted(self.known[0])
            remedy = f"Write one of the {number} that there are, such as {first}."
            if close:
                remedy = f"Did you mean {quoted(close[0])}?"
            return f"there is no {self.what} {quoted(self.found)}. {remedy}"
        choices = ", ".join(map(quoted, self.known))
        return f"there is no {self.what} {quoted(self.found)}. Write one of: {choices}."


class InstantError(SupportlinesError, ValueError):
    """An `at` that is no instant, or one at the very end of the calendar."""

    def __init__(self, found: object) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        if isinstance(self.found, datetime):
            return (
                f"at={self.found} is too near the end of the calendar for local time. "
                "Pass an instant of the years 2 to 9998."
            )
        return (
            f"at={self.found!r} is no datetime. "
            "Pass an aware one, for example datetime(2026, 11, 23, 16, tzinfo=timezone.utc)."
        )


class WrongArgumentError(SupportlinesError, ValueError):
    """An argument of the wrong type."""

    def __init__(self, name: str, found: object, expected: str) -> None:
        super().__init__(name, found, expected)
        self.name = name
        self.found = found
        self.expected = expected

    @classmethod
    def no_text(cls, name: str, found: object) -> WrongArgumentError:
        """Return the error for something that should be a text."""
        return cls(name, found, "text in quotes")

    @classmethod
    def no_tags(cls, name: str, found: object) -> WrongArgumentError:
        """Return the error for something that should be languages."""
        return cls(name, found, 'a list of tags such as ["es", "en"]')

    @classmethod
    def no_channels(cls, found: object) -> WrongArgumentError:
        """Return the error for something that should be channels."""
        return cls("channels", found, 'a list of channels such as ["phone", "chat"]')

    @classmethod
    def no_facets(cls, found: object) -> WrongArgumentError:
        """Return the error for something that should say what else is known, each thing once."""
        return cls("facets", found, 'a mapping of texts such as {"phone": "mobile"}')

    @classmethod
    def no_zone(cls, name: str, found: object) -> WrongArgumentError:
        """Return the error for something that should be a time zone."""
        takes = 'the name of a zone such as "Europe/London", nor a ZoneInfo that has one'
        return cls(name, found, takes)

    def __str__(self) -> str:
        return f"{self.name}={shown(repr(self.found))} is not {self.expected}."


class QuestionError(SupportlinesError, ValueError, LookupError):
    """A question with several things wrong; each problem is an error of its own."""

    def __init__(self, problems: Sequence[SupportlinesError]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def no_question(found: object) -> WrongTypeError:
    """Return the error for something that should be a question."""
    return WrongTypeError.of("question", found, 'a Question, such as Question("DE")')
