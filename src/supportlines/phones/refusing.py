"""The errors for what is no number of the international plan."""

from __future__ import annotations

from typing import NoReturn

from supportlines.errors import listed
from supportlines.phones.errors import PhoneNumberError
from supportlines.phones.keys import STAR_KEYS, read_keys, refuse_surroundings
from supportlines.phones.words import refuse_word_alone

WRITE_IT_WHOLE = (
    'Write it with "+" and the calling code, for example "+44 20 7946 0958", or name the one '
    "country in which these digits are pressed as they stand (only_in)."
)


def refuse_without_plus(text: str, start: int) -> NoReturn:
    """Refuse *text*, which names no country and begins at *start* with something but a plus."""
    refuse_surroundings(text, start)
    refuse_word_alone(text)
    if text[start : start + 1] in STAR_KEYS and text[start:]:
        raise PhoneNumberError(
            text,
            start,
            f'begins with "{text[start]}", a key of numbers that exist inside a country only',
            "Name the country, or the countries, in which it is pressed (only_in).",
        )
    keys = read_keys(text, start)  # a character that cannot stand there is the nearer mistake
    if not keys:
        raise PhoneNumberError(text, start, "has no digits", WRITE_IT_WHOLE)
    written = "".join(key.digit for key in keys)
    if written.startswith("00"):
        raise PhoneNumberError(
            text,
            keys[0].offset,
            'begins with "00", which is the way abroad in many countries and a part of the number '
            "in others",
            WRITE_IT_WHOLE,
        )
    raise PhoneNumberError(text, keys[0].offset, 'has no "+" and no country', WRITE_IT_WHOLE)


def check_split_calling_code(text: str, code: int) -> None:
    """Refuse ``+8 800 …``: the calling code would be 880, which nobody writes in two parts."""
    behind = text[text.index("+") + 1 :].lstrip(" (\u00a0")
    if not behind.startswith(str(code)):
        raise PhoneNumberError(
            text,
            text.index("+") + 1,
            "has no calling code before its first gap: only together with what follows would "
            f'it be "+{code}"',
            f'Write "+{code} …" if that is the calling code, else compare it with the source.',
        )


def impossible(text: str, national: str, code: int) -> PhoneNumberError:
    """Return the error for a number whose length its calling code does not have."""
    from supportlines.phones.numbering_plan import FREEPHONE_CALLING_CODE, possible_lengths

    have = len(national)
    lengths = possible_lengths(code)
    counted = "1 digit" if have == 1 else f"{have or 'no'} digits"
    if any(character.isalpha() for character in text):
        counted = f"{have} digits and letters"
    offset = text.index("+") + 1
    if code == FREEPHONE_CALLING_CODE:
        return PhoneNumberError(
            text,
            offset,
            f"has {counted} after +800, and an international freephone number has exactly 8",
            "Compare it with the source; if 00800 … is what people press inside one country, "
            'write it without "+" and name that country (only_in).',
        )
    too = ""
    if have > lengths[-1]:
        too = ", too many"
    elif have < lengths[0]:
        too = ", too few"
    return PhoneNumberError(
        text,
        offset,
        f"has {counted} after +{code}{too}: numbers there have {_either(lengths)}",
        "Compare it with the source.",
    )


def _either(lengths: tuple[int, ...]) -> str:
    """Return *lengths* in words, runs of three or more as a range.

    >>> _either((5, 6, 7, 8, 10)), _either((10, 14))
    ('5 to 8 or 10', '10 or 14')
    """
    runs: list[list[int]] = []
    for length in lengths:
        if runs and length == runs[-1][-1] + 1:
            runs[-1].append(length)
        else:
            runs.append([length])
    words = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(length) for length in run]  # noqa: PLR2004
    return listed(words, "or")
