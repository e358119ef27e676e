"""What a spreadsheet did to a number: to tell of, never to dial."""

from __future__ import annotations

import re

from supportlines.phones.likely import Likely
from supportlines.phones.numbering_plan import calling_code_in, trunk_prefix
from supportlines.phones.readings import grouped, missing_trunk_prefix, read_abroad, read_inside

_SCIENTIFIC = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]{1,3}")
_WITH_FRACTION = re.compile(r"(?P<digits>[0-9]{5,})[.,]0+")
_FEWEST = 7  # digits; what is shorter may be a short number


def is_rounded(text: str) -> bool:
    """Return whether *text* is a number of which a spreadsheet has kept the first digits alone.

    >>> is_rounded("4.42079E+11"), is_rounded("442079460958")
    (True, False)
    """
    return _SCIENTIFIC.fullmatch(text.strip()) is not None


def without_fraction(text: str) -> str | None:
    """Return the digits of a number that was made a quantity with a fraction, else None.

    >>> without_fraction("442079460958.0"), without_fraction("020.7946.0958") is None
    ('442079460958', True)
    """
    match = _WITH_FRACTION.fullmatch(text.strip())
    return match["digits"] if match else None


def without_beginning(digits: str, country: str) -> tuple[Likely, ...]:
    """Return what bare *digits* may have been before a spreadsheet took them for a quantity.

    A plus sign and zeros at the beginning are lost then. Nothing is returned if nothing seems
    to be missing, and several numbers where it may be the one or the other.

    Args:
        digits: Digits and nothing else; with separators a spreadsheet leaves them alone.
        country: Where they are pressed, ISO 3166-1.

    >>> without_beginning("442079460958", "GB")
    (Likely(text='+44 20 7946 0958', confidence='medium', reason='The plus sign is lost.'),)
    >>> [one.reason for one in without_beginning("2079460958", "GB")]
    ['The 0 at the beginning is lost.']
    >>> without_beginning("12025550123", "US")
    ()
    """
    if not (digits.isdigit() and digits.isascii()) or len(digits) < _FEWEST:
        return ()
    inside, abroad = read_inside(digits, country), read_abroad(digits)
    plus = () if abroad is None else (_likely(abroad, "The plus sign is lost."),)
    if inside is None:
        return plus
    if inside == abroad:
        code = calling_code_in(digits)
        return () if code is None or trunk_prefix(code) == str(code) else plus
    prefix = missing_trunk_prefix(digits, inside)
    if not prefix:
        return ()
    return (_likely(inside, f"The {prefix} at the beginning is lost."), *plus)


def _likely(e164: str, reason: str) -> Likely:
    return Likely(grouped(e164), "medium", reason)
