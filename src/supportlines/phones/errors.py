"""What is wrong with a telephone number that somebody wrote."""

from __future__ import annotations

from supportlines.errors import SupportlinesError, quoted


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
        return f"{quoted(self.text)} {self.problem}. {self.expected}"
