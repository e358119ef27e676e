"""The keys of a number that exists inside countries only, as somebody wrote it."""

from __future__ import annotations

from functools import partial
from typing import Iterable

from supportlines.errors import listed, shown
from supportlines.phones.errors import PhoneNumberError, wrong_type
from supportlines.phones.keys import SEPARATORS, STAR_KEYS, Key, read_keys, refuse_surroundings
from supportlines.phones.seconds import refuse_second_star, refuse_seconds
from supportlines.phones.words import refuse_remarks, refuse_word_alone, without_repetition

_AT_LEAST = 2  # 15, 17 and 18 call for help in France
_AT_MOST = 20  # 15 of a full number behind the longest prefixes in use
_COUNTRY = 'Name a country by its ISO 3166-1 code, for example "GB".'


def countries_of(text: str, only_in: str | Iterable[str]) -> tuple[str, ...]:
    """Return the countries of *only_in* as sorted codes, each once.

    Raises:
        PhoneNumberError: If there is none, or one without a calling code.

    >>> countries_of("988", ["us", "PR"])
    ('PR', 'US')
    """
    from supportlines.phones.numbering_plan import calling_code_of

    listed = [only_in] if isinstance(only_in, str) else only_in
    try:
        named = list(listed)
    except TypeError:
        raise wrong_type(only_in, "a country or a list of countries", _COUNTRY) from None
    if not named:
        raise PhoneNumberError(text, 0, "is said to exist in no country (only_in)", _COUNTRY)
    found = set()
    for country in named:
        if not isinstance(country, str):
            raise wrong_type(country, "a country", _COUNTRY)
        code = country.strip().upper()
        if not calling_code_of(code):
            raise PhoneNumberError(
                text,
                0,
                f'is said to exist only in "{shown(country)}", for which no calling code is known',
                _COUNTRY,
            )
        found.add(code)
    return tuple(sorted(found))


def keys_inside(text: str, countries: tuple[str, ...]) -> list[Key]:
    """Return the keys that *text* names, as they are pressed inside *countries*.

    Raises:
        PhoneNumberError: If they are too few or too many, or words stand beside them.

    >>> "".join(key.digit for key in keys_inside("*2700", ("IL",)))
    '*2700'
    """
    start = next((place for place, one in enumerate(text) if one not in SEPARATORS), 0)
    if text[start : start + 1] == "+":
        where = listed(countries)
        raise PhoneNumberError(
            text,
            start,
            f'has a "+", so it does not exist inside {where} alone',
            "Leave out only_in, or write the digits as they are pressed in that country.",
        )
    refuse_surroundings(text, start)
    keys = (_star_keys if text[start : start + 1] in STAR_KEYS else _digit_keys)(
        text, start, countries
    )
    if not _AT_LEAST <= len(keys) <= _AT_MOST:
        few = len(keys) < _AT_LEAST
        counted = f"{len(keys)} digit" if len(keys) == 1 else f"{len(keys) or 'no'} digits"
        raise PhoneNumberError(
            text,
            keys[_AT_MOST].offset if not few else start,
            f"has {counted}, too {'few' if few else 'many'} to press inside one country",
            "Compare it with the source.",
        )
    return keys


def _digit_keys(text: str, start: int, countries: tuple[str, ...]) -> list[Key]:
    """Return the keys of digits, with a word in place of some of them."""
    from supportlines.phones.wholeness import fits_inside, is_whole_inside, plan_inside

    refuse_word_alone(text)
    is_whole = partial(is_whole_inside, countries=countries)
    fits = partial(fits_inside, countries=countries)
    keys = read_keys(without_repetition(text, start, is_whole, fits), start)
    refuse_seconds(text, _behind_relay_prefix(keys, start, countries), plan_inside(countries))
    refuse_remarks(text, keys, is_whole, fits)
    if keys and keys[0].written.isalpha():
        raise PhoneNumberError(
            text,
            keys[0].offset,
            "begins with a word, and a number begins with a digit",
            "Write the number alone; a word stands in place of its last digits.",
        )
    return keys


def _behind_relay_prefix(keys: list[Key], start: int, countries: tuple[str, ...]) -> int:
    """Return where the number begins that a text relay calls, or *start* if there is none."""
    from supportlines.phones.numbering_plan import without_relay_prefix

    digits = "".join(key.digit for key in keys)
    left = min(len(without_relay_prefix(digits, country)) for country in countries)
    return start if left == len(keys) else keys[-left].offset


def _star_keys(text: str, start: int, _countries: tuple[str, ...]) -> list[Key]:
    """Return the keys of a number that begins with a star or a hash, which has no words."""
    letter = next((place for place, one in enumerate(text) if one.isalpha()), None)
    if letter is not None:
        raise PhoneNumberError(
            text,
            letter,
            f'has "{shown(text[letter:].strip(" ()"))}" behind "{text[start]}"',
            "Write the keys alone, in digits.",
        )
    keys = read_keys(text, start, stars=True)
    refuse_second_star(text, start)
    if not any(key.digit.isdigit() for key in keys):
        raise PhoneNumberError(text, start, "has no digits", "Compare it with the source.")
    return keys


def grouped_as_written(keys: list[Key]) -> str:
    """Return the digits of *keys* with one space wherever something stood between them.

    >>> grouped_as_written(keys_inside("00800-100167", ("QA",)))
    '00800 100167'
    """
    groups = []
    previous = None
    for key in keys:
        if previous is not None and key.offset != previous + 1:
            groups.append(" ")
        groups.append(key.digit)
        previous = key.offset
    return "".join(groups)
