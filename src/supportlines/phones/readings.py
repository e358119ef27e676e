"""How else a number can be read: inside a country, from abroad, as another country's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Pattern

import phonenumbers

from supportlines.phones.numbering_plan import (
    FREEPHONE_CALLING_CODE,
    calling_code_in,
    calling_code_of,
    grouped_internationally,
    numbering,
    spaced,
)

if TYPE_CHECKING:
    from supportlines.phones.kinds import Kind
    from supportlines.phones.number import PhoneNumber

_FREEPHONE_DIGITS = 8
_LONGEST_WAY_ABROAD = 8
_SERVICE_CODE = re.compile("[1-9]00")  # 800, 900; other first groups are areas, which people split
_FORMER_PREFIXES = {"MX": ("01", "044", "045")}
"""Dialled once and no more. Mexico: since 3 August 2019, when all numbers became ten digits."""


@lru_cache(maxsize=4096)
def read_inside(digits: str, country: str) -> str | None:
    """Return the number of the international plan that *digits* reach inside *country*.

    Args:
        digits: The keys pressed there.
        country: ISO 3166-1.

    Returns:
        Its E.164 form if libphonenumber knows it as one of that country, else None.

    >>> read_inside("02079460958", "GB"), read_inside("*2700", "IL") is None
    ('+442079460958', True)
    """
    if not digits.isdigit():  # libphonenumber would pass over star and hash
        return None
    try:
        number = phonenumbers.parse(digits, country)
    except phonenumbers.NumberParseException:
        return None
    if number.country_code != calling_code_of(country) or not phonenumbers.is_valid_number(number):
        return None
    national = phonenumbers.national_significant_number(number)
    return f"+{number.country_code}{national}"


def read_abroad(digits: str) -> str | None:
    """Return *digits* as a number of the international plan, if they are a sound one.

    >>> read_abroad("442079460958"), read_abroad("02079460958") is None
    ('+442079460958', True)
    """
    code = calling_code_in(digits)
    if code is None or len(digits) <= len(str(code)):
        return None
    value = numbering(code, digits[len(str(code)) :])
    return f"+{digits}" if phonenumbers.is_valid_number(value) else None


def behind_way_abroad(digits: str, country: str) -> tuple[str, str] | None:
    """Return the prefix of *digits* that leads abroad from *country*, and what follows it.

    Returns:
        None if no such prefix stands there, or no calling code behind it.

    >>> behind_way_abroad("00442079460958", "DE")
    ('00', '442079460958')
    >>> behind_way_abroad("02079460958", "DE") is None
    True
    """
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(country)
    pattern = metadata.international_prefix if metadata is not None else None
    if not pattern:
        return None
    prefix = _compiled(pattern)
    for length in range(1, min(len(digits), _LONGEST_WAY_ABROAD + 1)):
        if prefix.fullmatch(digits[:length]):
            rest = digits[length:]
            if calling_code_in(rest) is not None:
                return digits[:length], rest
    return None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> Pattern[str]:
    return re.compile(pattern)


def is_freephone(digits: str) -> bool:
    """Return whether *digits* begin with +800, the calling code of international freephone.

    >>> is_freephone("80012345678"), is_freephone("4420")
    (True, False)
    """
    return digits.startswith(str(FREEPHONE_CALLING_CODE))


def freephone_digits(digits: str) -> tuple[int, int]:
    """Return how many digits follow +800 in *digits*, and how many there should be (E.169.1).

    >>> freephone_digits("800100167")
    (6, 8)
    """
    return len(digits) - len(str(FREEPHONE_CALLING_CODE)), _FREEPHONE_DIGITS


def grouped(e164: str) -> str:
    """Return the number *e164* in the groups of its country, with single spaces.

    >>> grouped("+442079460958")
    '+44 20 7946 0958'
    """
    code = calling_code_in(e164[1:])
    return e164 if code is None else grouped_internationally(code, e164[1:])


def split_code(written: str, e164: str) -> str | None:
    """Return the service code of *e164* that the groups of *written* cut in two, if they do.

    Args:
        written: The keys inside the country, with a space between groups.
        e164: What they reach.

    >>> split_code("880 0555 2788", "+78005552788"), split_code("8 800 555 2788", "+78005552788")
    ('800', None)
    """
    code = grouped(e164).split(" ")[1]
    if _SERVICE_CODE.fullmatch(code) is None:
        return None
    digits = written.replace(" ", "")
    national = "".join(grouped(e164).split(" ")[1:])
    if not digits.endswith(national):
        return None
    start = len(digits) - len(national)
    place = 0
    for group in written.split(" ")[:-1]:
        place += len(group)
        if start < place < start + len(code):
            return code
    return None


def former_prefix(digits: str, country: str) -> str | None:
    """Return the prefix of *digits* that was dialled in *country* once and is no more.

    >>> former_prefix("018001231661", "MX"), former_prefix("018001231661", "CO")
    ('01', None)
    """
    prefixes = _FORMER_PREFIXES.get(country, ())
    return next((prefix for prefix in prefixes if digits.startswith(prefix)), None)


_PARTS = {
    "toll_free": "toll_free",
    "shared_cost": "shared_cost",
    "geographic": "fixed_line",
    "mobile": "mobile",
    "premium_rate": "premium_rate",
}


def confirms(number: PhoneNumber, kind: Kind) -> bool:
    """Return whether libphonenumber knows *number*, of the international plan, to be of *kind*.

    Faster than `is_valid` and `kind_of` where they agree with what is expected, since it
    compiles one pattern of a country and not all of them. False may mean that it is not known.

    >>> from supportlines.phones import PhoneNumber
    >>> confirms(PhoneNumber.parse("+44 20 7946 0958"), "geographic")
    True
    >>> confirms(PhoneNumber.parse("+44 20 7946 0958"), "toll_free")
    False
    """
    part = _PARTS.get(kind)
    if part is None or number.e164 is None:
        return False
    region = phonenumbers.region_code_for_country_code(number.calling_code)
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    national = number.digits[len(str(number.calling_code)) :]
    desc = getattr(metadata, part, None)
    pattern = desc.national_number_pattern if desc is not None else None
    return pattern is not None and _compiled(pattern).fullmatch(national) is not None


def missing_trunk_prefix(digits: str, e164: str) -> str:
    """Return what must be pressed before *digits* at home to reach *e164*, or nothing.

    Nothing in North America, where ten digits are a whole number, and nothing where the plan
    writes more before it than a prefix (15 in Argentina's mobiles).

    >>> missing_trunk_prefix("12345678", "+4312345678")
    '0'
    >>> missing_trunk_prefix("012345678", "+4312345678")
    ''
    """
    code = calling_code_in(e164[1:])
    if code is None:
        return ""
    value = numbering(code, e164[1 + len(str(code)) :])
    form = phonenumbers.PhoneNumberFormat.NATIONAL
    pressed = spaced(phonenumbers.format_number(value, form)).replace(" ", "")
    return pressed[: -len(digits)] if pressed.endswith(digits) else ""
