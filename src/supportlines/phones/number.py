"""One telephone number as a value, read once from what somebody wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import List, Literal, NoReturn, Optional, Tuple

from .errors import PhoneNumberError
from .keys import Key, read_keys

Form = Literal["e164", "national_only", "short"]

_PLAIN = re.compile(r"\+[0-9][0-9 ().\-]*")
_SEPARATORS = {ord(character): None for character in "+ ().-"}
_LONGEST = 100  # characters; nobody writes a number with more
_SHORT_AT_MOST = 6  # digits; ITU-T E.164 Supplement 6 and the short numbers in use
_IN_COUNTRY_AT_LEAST = 2  # 15, 17 and 18 call for help in France
_IN_COUNTRY_AT_MOST = 20  # 15 of a full number behind the longest prefixes in use
_WRITE_IT_WHOLE = (
    'Write it with "+" and the calling code, for example "+44 20 7946 0958", or name the one '
    "country in which these digits are pressed as they stand (only_in)."
)


@dataclass(frozen=True)
class PhoneNumber:
    """A number in one of three forms that never mix.

    * ``e164``: a number of the international plan (ITU-T E.164).
    * ``national_only``: digits that exist only as keys to press inside one country.
    * ``short``: such digits where they are a short number, of six digits at most.

    Two numbers are equal if they ring the same telephone, however they were written.
    """

    e164: Optional[str]
    """The number with its ``+`` and without separators; None for the other two forms."""

    only_in: Optional[str]
    """The country inside which the digits exist, ISO 3166-1; None for ``e164``."""

    digits: str
    """The keys inside that country; for ``e164`` the number without its ``+``."""

    calling_code: int
    """The calling code, ITU-T E.164; for the other two forms that of *only_in*."""

    form: Form
    """Which of the three forms this is."""

    notes: Tuple[str, ...] = field(default=(), compare=False)
    """What reading changed, as sentences: surplus letters, a prefix that is not dialled."""

    written: str = field(default="", compare=False, repr=False)
    """Digits that exist only inside a country, in the groups in which they were written."""

    @classmethod
    def parse(cls, text: str, *, only_in: Optional[str] = None) -> PhoneNumber:
        """Return the number that *text* writes.

        Args:
            text: With a ``+`` a number of the international plan, letters A-Z allowed.
                Without one the keys to press inside *only_in*.
            only_in: The one country in which the digits exist, ISO 3166-1. Nothing is
                guessed: ``00800 100167`` is +800 … in one country and itself in another.

        Raises:
            PhoneNumberError: With the offset of the fault and what to write instead. A
                number of the right length is accepted even if nobody has it: `is_valid`
                asks libphonenumber.

        >>> PhoneNumber.parse("+1 (202) 555-0123").e164
        '+12025550123'
        >>> PhoneNumber.parse("00800 100167", only_in="QA").grouped
        '00800 100167'
        >>> PhoneNumber.parse("020 7946 0958")
        Traceback (most recent call last):
        ...
        supportlines.phones.errors.PhoneNumberError: "020 7946 0958" has no "+" and no country. \
Write it with "+" and the calling code, for example "+44 20 7946 0958", or name the one country \
in which these digits are pressed as they stand (only_in).
        """
        if len(text) > _LONGEST:
            raise PhoneNumberError(
                text, _LONGEST, "is too long for a telephone number", "Write one number alone."
            )
        if only_in is not None:
            return _read_in_country(text, only_in)
        if _PLAIN.fullmatch(text):
            return _international(text, text.translate(_SEPARATORS), ())
        return _read_international(text)

    @property
    def grouped(self) -> str:
        """As people read it: digits and single spaces, with a ``+`` for ``e164``."""
        if self.e164 is None:
            return self.written or self.digits
        from .plan import grouped_internationally

        return grouped_internationally(self.calling_code, self.digits)

    def __str__(self) -> str:
        return self.grouped


def _read_international(text: str) -> PhoneNumber:
    """Return the number of *text*, whatever it is: letters, blanks around it, mistakes."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != "+":
        _refuse_without_plus(text, start)
    keys = read_keys(text, start + 1)
    surplus: Tuple[Key, ...] = ()
    if any(key.written.isalpha() for key in keys):
        keys, surplus = _without_surplus_letters(text, keys)
    notes: Tuple[str, ...] = ()
    if surplus:
        letters = "".join(key.written for key in surplus)
        count = "letter" if len(surplus) == 1 else "letters"
        notes = (f'the surplus {count} "{letters}" at the end of "{text.strip()}" left out',)
    return _international(text, "".join(key.digit for key in keys), notes)


def _refuse_without_plus(text: str, start: int) -> NoReturn:
    keys = read_keys(text, start)  # a character that cannot stand there is the nearer mistake
    if not keys:
        raise PhoneNumberError(text, start, "has no digits", _WRITE_IT_WHOLE)
    written = "".join(key.digit for key in keys)
    if written.startswith("00"):
        raise PhoneNumberError(
            text,
            keys[0].offset,
            'begins with "00", which is the way abroad in many countries and a part of the number '
            "in others",
            _WRITE_IT_WHOLE,
        )
    raise PhoneNumberError(text, keys[0].offset, 'has no "+" and no country', _WRITE_IT_WHOLE)


def _without_surplus_letters(text: str, keys: List[Key]) -> Tuple[List[Key], Tuple[Key, ...]]:
    """Return *keys* cut to the greatest possible length, and the letters cut off.

    A word for a number may be longer than the number: telephones ignore further keys.
    Only letters are dropped, and never a whole run of them.
    """
    from .plan import calling_code_in, possible_lengths

    if keys[0].written.isalpha():
        raise PhoneNumberError(
            text,
            keys[0].offset,
            "has letters where the calling code stands",
            "Write the calling code in digits.",
        )
    code = calling_code_in("".join(key.digit if key.written.isdigit() else " " for key in keys[:3]))
    if code is None:
        return keys, ()
    whole = len(str(code)) + max(possible_lengths(code), default=len(keys))
    surplus = tuple(keys[whole:])
    if not all(key.written.isalpha() for key in keys[whole - 1 :]):
        return keys, ()
    return keys[:whole], surplus


def _international(text: str, digits: str, notes: Tuple[str, ...]) -> PhoneNumber:
    """Return the E.164 number of *digits*, its length checked by libphonenumber's data."""
    from .plan import calling_code_in, possible_lengths, without_trunk_prefix

    code = calling_code_in(digits)
    if code is None:
        raise PhoneNumberError(
            text,
            text.index("+") + 1 if digits else text.index("+"),
            "begins with no calling code in use" if digits else "has no digits",
            _WRITE_IT_WHOLE
            if not digits
            else 'Compare it with the source; a calling code follows the "+", for example "+44".',
        )
    _check_split_calling_code(text, code)
    written = digits[len(str(code)) :]
    national = without_trunk_prefix(code, written)
    if len(national) not in possible_lengths(code):
        raise _impossible(text, written, code)
    read = f"{code}{national}"
    if national != written:
        notes = (*notes, f'"{text.strip()}" read as +{read}: a prefix is not dialled after +{code}')
    return PhoneNumber(
        e164="+" + read, only_in=None, digits=read, calling_code=code, form="e164", notes=notes
    )


def _check_split_calling_code(text: str, code: int) -> None:
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


def _impossible(text: str, national: str, code: int) -> PhoneNumberError:
    """Return the error for a number whose length its calling code does not have."""
    from .plan import FREEPHONE_CALLING_CODE, possible_lengths

    have = len(national)
    lengths = possible_lengths(code)
    counted = "1 digit" if have == 1 else f"{have or 'no'} digits"
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


def _either(lengths: Tuple[int, ...]) -> str:
    """Return *lengths* in words, runs of three or more as a range.

    >>> _either((5, 6, 7, 8, 10)), _either((10, 14))
    ('5 to 8 or 10', '10 or 14')
    """
    runs: List[List[int]] = []
    for length in lengths:
        if runs and length == runs[-1][-1] + 1:
            runs[-1].append(length)
        else:
            runs.append([length])
    words = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(length) for length in run]  # noqa: PLR2004
    return " or ".join(words)


def _read_in_country(text: str, only_in: str) -> PhoneNumber:
    """Return the digits of *text* that exist inside *only_in* alone."""
    from .plan import calling_code_of, numbering, short_number_cost

    country = only_in.strip().upper()
    code = calling_code_of(country)
    if not code:
        raise PhoneNumberError(
            text,
            0,
            f'is said to exist only in "{only_in}", for which no calling code is known',
            'Name a country by its ISO 3166-1 code, for example "GB".',
        )
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "+":
        raise PhoneNumberError(
            text,
            start,
            f'has a "+", so it does not exist inside {country} alone',
            "Leave out only_in, or write the digits as they are pressed in that country.",
        )
    keys = read_keys(text, start)
    digits = "".join(key.digit for key in keys)
    if not _IN_COUNTRY_AT_LEAST <= len(digits) <= _IN_COUNTRY_AT_MOST:
        few = len(digits) < _IN_COUNTRY_AT_LEAST
        counted = f"{len(digits)} digit" if len(digits) == 1 else f"{len(digits) or 'no'} digits"
        raise PhoneNumberError(
            text,
            keys[_IN_COUNTRY_AT_MOST].offset if not few else start,
            f"has {counted}, too {'few' if few else 'many'} to press inside one country",
            "Compare it with the source.",
        )
    short = len(digits) <= _SHORT_AT_MOST or (
        short_number_cost(numbering(code, digits), country) is not None
    )
    return PhoneNumber(
        e164=None,
        only_in=country,
        digits=digits,
        calling_code=code,
        form="short" if short else "national_only",
        written=_grouped_as_written(keys),
    )


def _grouped_as_written(keys: List[Key]) -> str:
    """Return the digits of *keys* with one space wherever something stood between them."""
    groups = []
    previous = None
    for key in keys:
        if previous is not None and key.offset != previous + 1:
            groups.append(" ")
        groups.append(key.digit)
        previous = key.offset
    return "".join(groups)
