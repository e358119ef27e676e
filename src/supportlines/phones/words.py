"""What the letters of a written number are: keys of it, the same keys again, or a remark.

A word stands in place of digits (ITU-T E.161). Behind digits that are a number by themselves it
is a remark, which nobody presses: "free", "Zentrale", an extension in any language.
"""

from __future__ import annotations

import re
from typing import Callable, NoReturn

from supportlines.phones.errors import PhoneNumberError
from supportlines.phones.keys import AS_A_STEP, SEPARATORS, WORD_AT_LEAST, Key, read_keys

IsWhole = Callable[[str], bool]
"""Whether digits are as many as a number there has, or more; a word can add nothing to them."""

_ALONE = "Write the number alone; what is to be said about it is a note."
_EXTENSION = re.compile(r"([^\W\d_][^0-9]*[0-9]{1,7})[)\s]*$")
_WORD = re.compile(r"[^\s()0-9]+")
_IN_BRACKETS = re.compile(r"\([0-9][0-9 ./\-\u2013\u00a0]*\)\s*$")


def without_repetition(text: str, start: int, is_whole: IsWhole, fits: IsWhole) -> str:
    """Return *text* without a part that says its end again, after refusing remarks behind it.

    Args:
        text: The written number.
        start: Where its digits begin, behind a plus.
        is_whole: Tells whether digits are enough for a number.
        fits: Tells whether they are as many as a number there can have.

    Raises:
        PhoneNumberError: At a word or parentheses behind a number that is whole without.

    >>> def seven(digits):
    ...     return len(digits) == 7
    >>> without_repetition("273-TALK (8255)", 0, seven, seven)
    '273-TALK'
    >>> without_repetition("273-8255 free", 0, seven, seven)
    Traceback (most recent call last):
    ...
    supportlines.phones.errors.PhoneNumberError: "273-8255 free" has "free" beside digits that are \
a number by themselves. Write the number alone; what is to be said about it is a note.
    """
    letters = [offset for offset in range(start, len(text)) if text[offset].isalpha()]
    if len(letters) >= WORD_AT_LEAST or (letters and _is_foreign_word(text, letters[0])):
        cut = _repeated_from(text, start, fits)
        if cut is not None:
            return text[:cut]
        front = text[start : letters[0]]
        if _is_plain(front) and is_whole(_digits(front)):
            _refuse_extension(text, letters[0])
            _refuse_remark(text, letters[0])
    bracket = _IN_BRACKETS.search(text, start)
    if bracket is not None:
        front = text[start : bracket.start()]
        if _is_plain(front) and is_whole(_digits(front)):
            raise PhoneNumberError(
                text,
                bracket.start(),
                f'has "{bracket.group().strip()}" behind digits that are a number by themselves',
                "Write the number alone, without the parentheses if they belong to it.",
            )
    return text


def refuse_remarks(text: str, keys: list[Key], is_whole: IsWhole, fits: IsWhole) -> None:
    """Refuse words beside or behind a number that is whole without them.

    Raises:
        PhoneNumberError: At the first letter of the word.
    """
    first = next((key for key in keys if key.written.isalpha()), None)
    if first is None:
        return
    digits = "".join(key.digit for key in keys if not key.written.isalpha())
    if is_whole(digits):
        _refuse_remark(text, first.offset)
    if fits("".join(key.digit for key in keys)):
        return
    for place in _beginnings(text, keys):
        word = [key for key in keys[place:] if key.written.isalpha()]
        if word and is_whole("".join(key.digit for key in keys[:place])):
            _refuse_remark(text, word[0].offset)


def refuse_word_alone(text: str) -> None:
    """Refuse a text that has a word and no digit at all: none, TBD, unknown.

    Raises:
        PhoneNumberError: At the first letter.
    """
    letter = next((place for place, one in enumerate(text) if one.isalpha()), None)
    if letter is not None and not any(character.isdigit() for character in text):
        raise PhoneNumberError(
            text,
            letter,
            "has no digit, and a word alone is no number",
            'Write the digits, or "unusable" with the reason instead of "number" if there is none.',
        )


def _repeated_from(text: str, start: int, fits: IsWhole) -> int | None:
    """Return where a part begins that says the end of the number before it again, or None."""
    try:
        keys = read_keys(text, start)
    except PhoneNumberError:
        return None
    digits = "".join(key.digit for key in keys)
    for place in _beginnings(text, keys):
        here, again = digits[:place], digits[place:]
        if len(again) >= WORD_AT_LEAST and here.endswith(again) and fits(here):
            return keys[place - 1].offset + 1
    return None


def _beginnings(text: str, keys: list[Key]) -> list[int]:
    """Return the places of *keys* before which a gap or a parenthesis stands."""
    return [
        place
        for place in range(1, len(keys))
        if any(one.isspace() or one in "()" for one in _between(text, keys, place))
    ]


def _between(text: str, keys: list[Key], place: int) -> str:
    return text[keys[place - 1].offset + 1 : keys[place].offset]


def _is_foreign_word(text: str, letter: int) -> bool:
    """Return whether a word of letters that are on no key begins at *letter*: 内線, not O for 0."""
    return not text[letter].isascii() and (text[letter - 1].isspace() or text[letter - 1] in "()")


def _is_plain(text: str) -> bool:
    return all("0" <= one <= "9" or one in SEPARATORS for one in text)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _refuse_extension(text: str, letter: int) -> None:
    """Refuse *text* if a word with a few digits behind it is all that follows *letter*."""
    extension = _EXTENSION.match(text, letter)
    if extension is not None:
        found = f'ends in the extension "{extension.group(1)}"'
        raise PhoneNumberError(text, letter, found, AS_A_STEP)


def _refuse_remark(text: str, letter: int) -> NoReturn:
    """Refuse *text* for the word whose first letter stands at the offset *letter*."""
    word = "".join(_WORD.findall(text[letter:])[:1])
    found = f'has "{word}" beside digits that are a number by themselves'
    raise PhoneNumberError(text, letter, found, _ALONE)
