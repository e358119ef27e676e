"""The one ancestor of every error that supportlines raises on purpose; wrong types."""

from __future__ import annotations

import reprlib

_SHOWN_BELOW = 10**15
"""A longer number is not shown: it may have millions of digits."""


class SupportlinesError(Exception):
    """Something that was given to supportlines cannot be used as it is.

    Every error derives from this class and from `ValueError` (what was given is
    ill-formed) or `LookupError` (what was asked for does not exist). Its text says
    what was found and what to write instead.
    """


class WrongTypeError(SupportlinesError, ValueError):
    """A value of a type that is not taken there.

    Attributes:
        name: The parameter.
        found: The value and its type, as the sentence shows them.
        takes: What to give instead.

    >>> print(WrongTypeError.of("time_zone", None, 'a name such as "Europe/London"'))
    time_zone=None (NoneType) cannot be used; give a name such as "Europe/London".
    """

    def __init__(self, name: str, found: str, takes: str) -> None:
        super().__init__(name, found, takes)
        self.name = name
        self.found = found
        self.takes = takes

    @classmethod
    def of(cls, name: str, found: object, takes: str) -> WrongTypeError:
        """Return the error for the value *found*; of a large value its type alone is kept."""
        kind = type(found).__name__
        is_short = found is None or isinstance(found, (bool, float, bytes, str))
        is_short = is_short or (isinstance(found, int) and abs(found) < _SHOWN_BELOW)
        return cls(name, f"{reprlib.repr(found)} ({kind})" if is_short else f"({kind})", takes)

    def __str__(self) -> str:
        joint = " " if self.found.startswith("(") else "="
        return f"{self.name}{joint}{self.found} cannot be used; give {self.takes}."


def check_text(name: str, found: object, takes: str) -> None:
    """Raise unless *found*, which was given for the parameter *name*, is a text.

    Raises:
        WrongTypeError: If it is none; it says to give *takes*.
    """
    if not isinstance(found, str):
        raise WrongTypeError.of(name, found, takes)
