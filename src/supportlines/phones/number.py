"""One telephone number as a value, read once from what somebody wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Iterable, Literal

from supportlines.phones.errors import PhoneNumberError, wrong_type
from supportlines.phones.inside import countries_of, grouped_as_written, keys_inside
from supportlines.phones.keys import WORD_AT_LEAST, Key, read_keys, refuse_surroundings
from supportlines.phones.refusing import (
    WRITE_IT_WHOLE,
    check_split_calling_code,
    impossible,
    refuse_without_plus,
)
from supportlines.phones.seconds import ends_like_hours, refuse_seconds
from supportlines.phones.words import refuse_remarks, without_repetition

Form = Literal["e164", "national_only", "short"]

_PLAIN = re.compile(r"\+[0-9](?:[0-9 ().\-]*[0-9])?")
_SEPARATORS = {ord(character): None for character in "+ ().-"}
_LONGEST = 100  # characters; nobody writes a number with more
_MAY_BE_TWO = 13  # digits: a calling code and two numbers of at least six
_SHORT_AT_MOST = 6  # digits; ITU-T E.164 Supplement 6 and the short numbers in use


@dataclass(frozen=True)
class PhoneNumber:
    """A number in one of three forms that never mix.

    * ``e164``: a number of the international plan (ITU-T E.164).
    * ``national_only``: digits that exist only as keys to press inside a country, or in
      several that press the same.
    * ``short``: such digits where they are a short number, of six keys at most.

    Two numbers are equal if they ring the same telephone, however they were written.
    """

    e164: str | None
    """The number with its ``+`` and without separators; None for the other two forms."""

    exists_in: tuple[str, ...]
    """The countries inside which the digits exist, ISO 3166-1, sorted; () for ``e164``."""

    digits: str
    """The keys inside those countries; for ``e164`` the number without its ``+``.

    Digits, and ``*`` and ``#`` in numbers that begin with one of them.
    """

    calling_code: int
    """The calling code, ITU-T E.164; for the other two forms that of the first country."""

    form: Form
    """Which of the three forms this is."""

    notes: tuple[str, ...] = field(default=(), compare=False)
    """What reading changed, as sentences: surplus letters, a prefix that is not dialled."""

    written: str = field(default="", compare=False, repr=False)
    """Digits that exist only inside a country, in the groups in which they were written."""

    surplus: str = field(default="", compare=False, repr=False)
    """Letters at the end of what was written that are no part of the number."""

    without_prefix: bool = field(default=False, compare=False, repr=False)
    """Whether a prefix was written that is not dialled after the calling code, and is left out."""

    @classmethod
    def parse(cls, text: str, *, only_in: str | Iterable[str] | None = None) -> PhoneNumber:
        """Return the number that *text* writes.

        Args:
            text: With a ``+`` a number of the international plan, letters A-Z allowed.
                Without one the keys to press inside *only_in*.
            only_in: The country in which the digits exist, ISO 3166-1, or several. Nothing is
                guessed: ``00800 100167`` is +800 … in one country and itself in another.

        Raises:
            PhoneNumberError: With the offset of the fault and what to write instead. A
                number of the right length is accepted even if nobody has it: `is_valid`
                asks libphonenumber.

        >>> PhoneNumber.parse("+1 (202) 555-0123").e164
        '+12025550123'
        >>> PhoneNumber.parse("00800 100167", only_in="QA").grouped
        '00800 100167'
        >>> PhoneNumber.parse("988", only_in=["US", "PR"]).exists_in
        ('PR', 'US')
        >>> PhoneNumber.parse("020 7946 0958")
        Traceback (most recent call last):
        ...
        supportlines.phones.errors.PhoneNumberError: "020 7946 0958" has no "+" and no country. \
Write it with "+" and the calling code, for example "+44 20 7946 0958", or name the one country \
in which these digits are pressed as they stand (only_in).
        """
        if not isinstance(text, str):
            raise wrong_type(text, "a text", 'Write the number as text: "+44 20 7946 0958".')
        if len(text) > _LONGEST:
            raise PhoneNumberError(
                text, _LONGEST, "is too long for a telephone number", "Write one number alone."
            )
        if only_in is not None:
            return _read_in_country(text, only_in)
        if _PLAIN.fullmatch(text) and not ends_like_hours(text):
            digits = text.translate(_SEPARATORS)
            if len(digits) < _MAY_BE_TWO:
                return _international(text, digits, ())
        return _read_international(text)

    @property
    def only_in(self) -> str | None:
        """The one country inside which the digits exist; None for ``e164`` and for several."""
        return self.exists_in[0] if len(self.exists_in) == 1 else None

    def inside(self, country: str) -> PhoneNumber:
        """Return the number as it is in *country* alone, if its digits exist there among others.

        Any other number is returned as it is.

        >>> PhoneNumber.parse("116 123", only_in=["DE", "GB"]).inside("GB").calling_code
        44
        """
        if not isinstance(country, str):
            raise wrong_type(country, "a country", 'Write its code, for example "GB".')
        code = country.upper()
        if code not in self.exists_in or len(self.exists_in) == 1:
            return self
        return _existing_in((code,), self.digits, self.written)

    @property
    def grouped(self) -> str:
        """As people read it: digits and single spaces, with a ``+`` for ``e164``."""
        if self.e164 is None:
            return self.written or self.digits
        from supportlines.phones.numbering_plan import grouped_internationally

        return grouped_internationally(self.calling_code, self.digits)

    def __str__(self) -> str:
        return self.grouped


def _read_international(text: str) -> PhoneNumber:
    """Return the number of *text*, whatever it is: letters, blanks around it, mistakes."""
    from supportlines.phones.numbering_plan import calling_code_in
    from supportlines.phones.wholeness import fits_abroad, is_whole_abroad, plan_abroad

    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != "+":
        refuse_without_plus(text, start)
    refuse_surroundings(text, start)
    meant = without_repetition(text, start + 1, is_whole_abroad, fits_abroad)
    keys = read_keys(meant, start + 1)
    code = calling_code_in("".join(key.digit for key in keys if key.written.isdigit()))
    if code is not None:
        refuse_seconds(text, start + 1, plan_abroad(code))
    surplus: tuple[Key, ...] = ()
    if any(key.written.isalpha() for key in keys):
        refuse_remarks(text, keys, is_whole_abroad, fits_abroad)
        keys, surplus = _without_surplus_letters(text, keys)
    notes: tuple[str, ...] = ()
    letters = "".join(key.written for key in surplus)
    if surplus:
        count = "letter" if len(surplus) == 1 else "letters"
        notes = (f'the surplus {count} "{letters}" at the end of "{text.strip()}" left out',)
    number = _international(text, "".join(key.digit for key in keys), notes)
    return replace(number, surplus=letters) if letters else number


def _without_surplus_letters(text: str, keys: list[Key]) -> tuple[list[Key], tuple[Key, ...]]:
    """Return *keys* cut to the greatest possible length, and the letters cut off.

    A word for a number may be longer than the number: telephones ignore further keys.
    Only letters are dropped, and never so many that no word is left: a remark behind a number
    that lacks a digit is no word for it.
    """
    from supportlines.phones.numbering_plan import calling_code_in, possible_lengths

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
    if not surplus or not all(key.written.isalpha() for key in keys[whole - 1 :]):
        return keys, ()
    kept = [key for key in keys[:whole] if key.written.isalpha()]
    if len(kept) < WORD_AT_LEAST:
        word = "".join(key.written for key in (*kept, *surplus))
        raise PhoneNumberError(
            text,
            kept[0].offset,
            f'has "{word}" behind digits that are too few for a number and too many for the word',
            "Write the number alone, in digits.",
        )
    return keys[:whole], surplus


def _international(text: str, digits: str, notes: tuple[str, ...]) -> PhoneNumber:
    """Return the E.164 number of *digits*, its length checked by libphonenumber's data."""
    from supportlines.phones.numbering_plan import (
        calling_code_in,
        possible_lengths,
        without_trunk_prefix,
    )

    code = calling_code_in(digits)
    if code is None:
        raise PhoneNumberError(
            text,
            text.index("+") + 1 if digits else text.index("+"),
            "begins with no calling code in use" if digits else "has no digits",
            WRITE_IT_WHOLE
            if not digits
            else 'Compare it with the source; a calling code follows the "+", for example "+44".',
        )
    check_split_calling_code(text, code)
    written = digits[len(str(code)) :]
    national = without_trunk_prefix(code, written)
    if len(national) not in possible_lengths(code):
        raise impossible(text, written, code)
    read = f"{code}{national}"
    if national != written:
        notes = (*notes, f'"{text.strip()}" read as +{read}: a prefix is not dialled after +{code}')
    return PhoneNumber(
        e164="+" + read,
        exists_in=(),
        digits=read,
        calling_code=code,
        form="e164",
        notes=notes,
        without_prefix=national != written,
    )


def _read_in_country(text: str, only_in: str | Iterable[str]) -> PhoneNumber:
    """Return the digits of *text* that exist inside *only_in* alone."""
    countries = countries_of(text, only_in)
    keys = keys_inside(text, countries)
    digits = "".join(key.digit for key in keys)
    return _existing_in(countries, digits, grouped_as_written(keys))


def _existing_in(countries: tuple[str, ...], digits: str, written: str) -> PhoneNumber:
    from supportlines.phones.numbering_plan import calling_code_of
    from supportlines.phones.wholeness import is_short_inside

    short = len(digits) <= _SHORT_AT_MOST or all(
        is_short_inside(digits, country) for country in countries
    )
    return PhoneNumber(
        e164=None,
        exists_in=countries,
        digits=digits,
        calling_code=calling_code_of(countries[0]),
        form="short" if short else "national_only",
        written=written,
    )
