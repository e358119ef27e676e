"""Written characters as the keys of a telephone: digits, letters, and what only separates."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from supportlines.phones.errors import PhoneNumberError

WORD_AT_LEAST = 3
"""Letters; fewer are a slip (O for 0) rather than a word."""

SEPARATORS = frozenset(" \t-./()\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2212")
"""What may stand between digits and means nothing."""

STAR_KEYS = frozenset("*#")
"""The two keys beside the digits, ITU-T E.161."""

_LETTER_KEYS = {
    letter: key
    for key, letters in zip("23456789", ("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"))
    for letter in letters
}  # ITU-T E.161: the letters of the keys of a telephone
_EXTENSION = re.compile(r"(?i)(?<![a-z])(?:;?ext(?:ension|n)?[.:=]?|x)\s*[0-9]{1,7}\s*$")
_DAY_AND_NIGHT = re.compile(r"(?<![0-9/])24\s*/\s*7\s*\)?\s*$")
_AFTER_THE_CALL = "#*,;"
AS_A_STEP = (
    "Write the number alone, and the extension as a step: it is pressed after the call is answered."
)
"""What to do with an extension."""


class Key(NamedTuple):
    """One key, with the place and the character it was written as."""

    digit: str
    """``0-9``; in a number that begins with one of them also ``*`` and ``#``."""

    offset: int
    written: str


def read_keys(text: str, start: int, *, stars: bool = False) -> list[Key]:
    """Return the keys that *text* names from *start* on, without separators.

    Args:
        text: The written number.
        start: Where to begin.
        stars: Whether ``*`` and ``#`` are keys of the number itself.

    Raises:
        PhoneNumberError: If a character is neither a digit 0-9, a letter A-Z nor a
            separator, or if an extension or a post-dial step stands at the end.
    """
    keys = []
    for offset, character in enumerate(text[start:], start):
        digit = character if stars and character in STAR_KEYS else _key_of(character)
        if digit is not None:
            keys.append(Key(digit, offset, character))
        elif character not in SEPARATORS:
            raise _refused(text, offset)
    letters = [key for key in keys if key.written.isalpha()]
    if 0 < len(letters) < WORD_AT_LEAST:
        raise PhoneNumberError(
            text,
            letters[0].offset,
            f'has the letter "{letters[0].written}", and fewer than three letters are no word',
            'Write digits; 0 and 1 are easily taken for "O" and "I".',
        )
    return keys


def refuse_surroundings(text: str, start: int) -> None:
    """Refuse what often stands around a number: a scheme, an extension, hours.

    Raises:
        PhoneNumberError: With the place at which it stands.
    """
    if text[start : start + 4].lower() == "tel:":
        raise PhoneNumberError(text, start, "is a link", 'Write the number without "tel:".')
    extension = _EXTENSION.search(text)
    if extension:
        raise PhoneNumberError(
            text,
            extension.start(),
            f'ends in the extension "{extension.group().strip()}"',
            AS_A_STEP,
        )
    hours = _DAY_AND_NIGHT.search(text)
    if hours:
        raise PhoneNumberError(
            text, hours.start(), 'ends in "24/7"', "Write the number alone; hours have their place."
        )


def _key_of(character: str) -> str | None:
    if "0" <= character <= "9":
        return character
    return _LETTER_KEYS.get(character.upper()) if character.isascii() else None


def _refused(text: str, offset: int) -> PhoneNumberError:
    """Return the error for the character at *offset*, named so that look-alikes are seen."""
    character = text[offset]
    if character == "+":
        problem = 'has a "+" that is not its first character'
        remedy = 'Write "+" once, in front of the calling code.'
    elif character in _AFTER_THE_CALL:
        problem = f'has "{character}", which is no part of a number'
        remedy = "Write the number alone, and what is pressed after the answer as steps."
    elif character.isdigit():
        name = unicodedata.name(character, "a digit of another script").lower()
        problem = f'has "{character}" ({name})'
        remedy = "Write numbers with the digits 0-9."
    elif character.isalpha():
        code = f"U+{ord(character):04X}"
        name = unicodedata.name(character, "a letter").lower()
        problem = f'has "{character}" ({code}, {name}), a letter that is on no key'
        remedy = "Write the letters A-Z that are printed on keys, or digits."
    else:
        shown = character if character.isprintable() else f"U+{ord(character):04X}"
        problem = f'has "{shown}", which is neither a digit nor a separator'
        remedy = "Write digits with spaces or hyphens between them."
    return PhoneNumberError(text, offset, problem, remedy)
