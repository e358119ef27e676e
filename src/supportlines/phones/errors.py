"""What is wrong with a telephone number that somebody wrote."""

from __future__ import annotations

import reprlib

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


def wrong_type(value: object, wanted: str, expected: str) -> PhoneNumberError:
    """Return the error for a *value* of another type than what is *wanted*.

    >>> print(wrong_type(12, "a text", 'Write "+44 20 7946 0958".'))
    "12" is of the type int and not a text. Write "+44 20 7946 0958".
    """
    problem = f"is of the type {type(value).__name__} and not {wanted}"
    return PhoneNumberError(reprlib.repr(value), 0, problem, expected)


def check_number(number: object) -> None:
    """Refuse what is no `PhoneNumber`.

    Raises:
        PhoneNumberError: With what to write instead.
    """
    if not (hasattr(number, "e164") and hasattr(number, "exists_in")):
        remedy = 'Read one: PhoneNumber.parse("+44 20 7946 0958").'
        raise wrong_type(number, "a PhoneNumber", remedy)


def check_country(country: object) -> None:
    """Refuse what is no code of a country: another type, since any text may be one.

    Raises:
        PhoneNumberError: With what to write instead.
    """
    if not isinstance(country, str):
        raise wrong_type(country, "a country", 'Write its ISO 3166-1 code, for example "GB".')
