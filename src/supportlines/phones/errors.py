"""What is wrong with a telephone number that somebody wrote."""

from __future__ import annotations

from supportlines.errors import SupportlinesError

_SHOWN = 60  # a longer text is cut in messages: nobody reads 3 MB of digits


class PhoneNumberError(SupportlinesError, ValueError):
    """A text that is no telephone number, or no sequence of keys.

    Attributes:
        text: What was written, as it was written.
        offset: Index into *text* of the first character that cannot stay as it is.
        problem: What was found there; goes on from the quoted text.
        expected: What to write instead, as a sentence.

    >>> print(PhoneNumberError("12", 0, "is too short", "Compare it with the source."))
    "12" is too short. Compare it with the source.
    """

    def __init__(self, text: str, offset: int, problem: str, expected: str) -> None:
        super().__init__(text, offset, problem, expected)
        self.text = text
        self.offset = offset
        self.problem = problem
        self.expected = expected

    def __str__(self) -> str:
        return f'"{shown(self.text)}" {self.problem}. {self.expected}'


def shown(text: str) -> str:
    r"""Return *text* for a message: not too long, and nothing in it that a terminal obeys.

    >>> shown("+1 202\n555")
    '+1 202\\n555'
    """
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)
