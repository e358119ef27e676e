"""What libphonenumber knows about a number: the one place that speaks to it about values."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Pattern

import phonenumbers

FREEPHONE_CALLING_CODE = 800
"""The calling code of international freephone numbers, ITU-T E.169.1."""

_RELAY_PREFIXES = {"GB": ("18001", "18002")}
"""Pressed in one go with the number behind them: text relay, called by who types and who speaks.

BT Price List, section 2, part 23: "There is no need to pause after the access code."
"""

NO_COUNTRY = "001"
"""libphonenumber's region for numbers of no country, after UN M49: the world."""


def calling_code_of(country: str) -> int:
    """Return the calling code of *country*, or 0 if it has none.

    >>> calling_code_of("QA"), calling_code_of("AQ")
    (974, 0)
    """
    return int(phonenumbers.country_code_for_region(country))


@lru_cache(maxsize=None)
def countries_of_calling_code(calling_code: int) -> tuple[str, ...]:
    """Return the countries that share *calling_code*, the main one first; () for +800.

    >>> countries_of_calling_code(44)
    ('GB', 'GG', 'IM', 'JE')
    """
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(calling_code, ())
    return tuple(region for region in regions if region != NO_COUNTRY)


def numbering(calling_code: int, digits: str) -> phonenumbers.PhoneNumber:
    """Return libphonenumber's value for *digits* of *calling_code*, without parsing.

    Leading zeros of *digits* are kept: where they are part of the number (Italy, and the
    in-country numbers of Qatar and Thailand) they are dialled.
    """
    zeros = len(digits) - len(digits.lstrip("0"))
    zeros = min(zeros, len(digits) - 1)
    return phonenumbers.PhoneNumber(
        country_code=calling_code,
        national_number=int(digits),
        italian_leading_zero=True if zeros else None,
        number_of_leading_zeros=zeros if zeros > 1 else None,
    )


def calling_code_in(digits: str) -> int | None:
    """Return the calling code that *digits* begin with; no code is the beginning of another.

    >>> calling_code_in("442079460958"), calling_code_in("97444000000"), calling_code_in("0800")
    (44, 974, None)
    """
    for length in (1, 2, 3):
        beginning = digits[:length]
        if not beginning.isdigit() or beginning.startswith("0"):
            return None
        if int(beginning) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            return int(beginning)
    return None


@lru_cache(maxsize=None)
def _metadata(calling_code: int) -> phonenumbers.PhoneMetadata | None:
    region = phonenumbers.region_code_for_country_code(calling_code)
    if region == NO_COUNTRY:
        return phonenumbers.PhoneMetadata.metadata_for_nongeo_region(calling_code)
    return phonenumbers.PhoneMetadata.metadata_for_region(region)


@lru_cache(maxsize=None)
def possible_lengths(calling_code: int) -> tuple[int, ...]:
    """Return how many digits can follow *calling_code*, ascending; () if it is not known.

    >>> possible_lengths(1), possible_lengths(800)
    ((10,), (8,))
    """
    metadata = _metadata(calling_code)
    if metadata is None or metadata.general_desc is None:
        return ()
    return tuple(sorted(metadata.general_desc.possible_length))


@lru_cache(maxsize=None)
def trunk_prefix(calling_code: int) -> str:
    """Return what is pressed before a number inside the plan of *calling_code*, or nothing.

    >>> trunk_prefix(44), trunk_prefix(36), trunk_prefix(39)
    ('0', '06', '')
    """
    metadata = _metadata(calling_code)
    return (metadata.national_prefix if metadata is not None else None) or ""


@lru_cache(maxsize=None)
def _trunk_pattern(calling_code: int) -> Pattern[str] | None:
    metadata = _metadata(calling_code)
    prefix = None if metadata is None else metadata.national_prefix_for_parsing
    return re.compile(prefix) if prefix else None


def without_trunk_prefix(calling_code: int, digits: str) -> str:
    """Return *digits* without what is dialled before them inside their country alone.

    libphonenumber decides, and is asked only if the beginning of *digits* can be such a
    prefix: its parser would take most of the time that loading a directory takes.

    >>> without_trunk_prefix(44, "02079460958"), without_trunk_prefix(39, "0236618300")
    ('2079460958', '0236618300')
    """
    prefix = _trunk_pattern(calling_code)
    if prefix is None or prefix.match(digits) is None:
        return digits
    try:
        number = phonenumbers.parse(f"+{calling_code}{digits}")
    except phonenumbers.NumberParseException:
        return digits
    return str(phonenumbers.national_significant_number(number))


def without_relay_prefix(digits: str, country: str) -> str:
    """Return *digits* pressed in *country* without what calls a text relay before a number.

    >>> without_relay_prefix("1800102079460958", "GB"), without_relay_prefix("18001", "GB")
    ('02079460958', '18001')
    """
    for prefix in _RELAY_PREFIXES.get(country, ()):
        if digits.startswith(prefix) and len(digits) > len(prefix):
            return digits[len(prefix) :]
    return digits


def spaced(formatted: str) -> str:
    """Return *formatted* with single spaces for all punctuation but ``+`` and ``~``.

    >>> spaced("8~10 1 (202) 555-0123")
    '8~10 1 202 555 0123'
    """
    kept = "".join(c if c.isdigit() or c in "+~" else " " for c in formatted)
    return " ".join(kept.split())


@lru_cache(maxsize=4096)
def grouped_internationally(calling_code: int, digits: str) -> str:
    """Return the number *digits* with its ``+``, grouped as its country does, spaces only."""
    value = numbering(calling_code, digits[len(str(calling_code)) :])
    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return spaced(phonenumbers.format_number(value, form))


def is_formatted(calling_code: int, national: str) -> bool:
    """Return whether the plan of *calling_code* says how the number *national* is written.

    What is pressed before it at home is known only then.

    >>> is_formatted(44, "2079460958"), is_formatted(64, "91234567")
    (True, False)
    """
    return any(
        _begins_with(form, national) and _compiled(form.pattern).fullmatch(national)
        for form in _formats(calling_code)
    )


def pressed_unformatted(calling_code: int, national: str) -> str | None:
    """Return what is pressed at home for *national*, which `is_formatted` does not know.

    Returns:
        The number behind its trunk prefix, if the plan has none or writes it before all of
        its numbers; None if some are pressed with it and some without.

    >>> pressed_unformatted(64, "91234567"), pressed_unformatted(61, "91234567") is None
    ('09 123 4567', True)
    """
    prefix = trunk_prefix(calling_code)
    rules = [form.national_prefix_formatting_rule or "" for form in _formats(calling_code)]
    if prefix and not (rules and all(prefix in rule for rule in rules)):
        return None
    return spaced(prefix + _like_its_neighbours(calling_code, national))


def _like_its_neighbours(calling_code: int, national: str) -> str:
    """Return *national* in the groups of most numbers that differ in their second digit alone."""
    found: list[str] = []
    for digit in "0123456789":
        near = national[:1] + digit + national[2:]
        for form in _formats(calling_code):
            pattern = _compiled(form.pattern)
            if _begins_with(form, near) and pattern.fullmatch(near):
                found.append(pattern.sub(str(form.format), national))
                break
    same = [one for one in found if spaced(one).replace(" ", "") == national]
    return max(same, key=same.count) if same else national


def _formats(calling_code: int) -> tuple[phonenumbers.NumberFormat, ...]:
    metadata = _metadata(calling_code)
    return () if metadata is None else tuple(metadata.number_format)


def _begins_with(form: phonenumbers.NumberFormat, national: str) -> bool:
    """Return whether *form* is for numbers that begin as *national*; its last pattern decides."""
    leading = form.leading_digits_pattern
    return not leading or _compiled(leading[-1]).match(national) is not None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> Pattern[str]:
    return re.compile(pattern)


def short_number_cost(number: phonenumbers.PhoneNumber, country: str) -> int | None:
    """Return libphonenumber's cost of a short number in *country*, None if it is no such."""
    if not phonenumbers.is_valid_short_number_for_region(number, country):
        return None
    return int(phonenumbers.expected_cost_for_region(number, country))
