"""Whether digits are as many as a number has: abroad behind a calling code, or inside a country.

Lengths decide, which change once in years, and not the ranges in use, which change every few
weeks: what is refused today shall be refused by tomorrow's data.
"""

from __future__ import annotations

from functools import partial

from supportlines.phones.numbering_plan import (
    calling_code_in,
    calling_code_of,
    numbering,
    possible_lengths,
    short_number_cost,
    trunk_prefix,
    without_trunk_prefix,
)
from supportlines.phones.seconds import NumberPlan

_ABOUT_AS_LONG = 4
"""Digits by which the numbers of a plan may differ."""


def fits_abroad(digits: str) -> bool:
    """Return whether *digits* have a calling code and as many more as a number of it can have.

    >>> fits_abroad("12025550123"), fits_abroad("1202555"), fits_abroad("4402079460958")
    (True, False, True)
    """
    code, have, lengths = _abroad(digits)
    return code and have in lengths


def is_whole_abroad(digits: str) -> bool:
    """Return whether *digits* have a calling code and enough behind it: nothing can be missing.

    >>> is_whole_abroad("120255501234"), is_whole_abroad("1202555")
    (True, False)
    """
    code, have, lengths = _abroad(digits)
    return code and (have in lengths or have > max(lengths))


def fits_inside(digits: str, countries: tuple[str, ...]) -> bool:
    """Return whether *digits* are as many as a number of one of *countries*, prefixes apart.

    >>> fits_inside("08001111", ("GB",)), fits_inside("0800", ("GB",))
    (True, False)
    """
    return any(_inside(digits, country)[0] for country in countries)


def is_whole_inside(digits: str, countries: tuple[str, ...]) -> bool:
    """Return whether *digits* are a short number in one of *countries*, or enough for a long one.

    >>> is_whole_inside("999", ("GB",)), is_whole_inside("0800", ("GB",))
    (True, False)
    """
    return any(
        True in _inside(digits, country) or is_short_inside(digits, country)
        for country in countries
    )


def is_short_inside(digits: str, country: str) -> bool:
    """Return whether libphonenumber knows *digits* as a short number of *country*.

    >>> is_short_inside("988", "US"), is_short_inside("*2700", "IL")
    (True, False)
    """
    if not digits.isdigit():
        return False
    return short_number_cost(numbering(calling_code_of(country), digits), country) is not None


def plan_abroad(code: int) -> NumberPlan:
    """Return what is known of numbers behind the calling *code*."""
    return NumberPlan(is_whole_abroad, fits_abroad, lambda _: False, _is_open(code), str(code))


def plan_inside(countries: tuple[str, ...]) -> NumberPlan:
    """Return what is known of the digits that are pressed in one of *countries*."""
    return NumberPlan(
        partial(is_whole_inside, countries=countries),
        partial(fits_inside, countries=countries),
        lambda digits: any(is_short_inside(digits, country) for country in countries),
        any(_is_open(calling_code_of(country)) for country in countries),
    )


def _is_open(code: int) -> bool:
    """Return whether the numbers of a plan are of very different lengths."""
    lengths = possible_lengths(code)
    return bool(lengths) and lengths[-1] - lengths[0] > _ABOUT_AS_LONG


def _abroad(digits: str) -> tuple[bool, int, tuple[int, ...]]:
    code = calling_code_in(digits)
    if code is None:
        return False, 0, ()
    return True, _national_length(code, digits[len(str(code)) :]), possible_lengths(code)


def _inside(digits: str, country: str) -> tuple[bool, bool]:
    """Return whether *digits* can be a number of *country*, and whether they are more than that."""
    code = calling_code_of(country)
    lengths = possible_lengths(code)
    have = _national_length(code, digits)
    return have in lengths, bool(lengths) and have > max(lengths)


def _national_length(code: int, digits: str) -> int:
    """Return how many of *digits* are not the trunk prefix.

    The parser leaves the zero of ``0800`` alone, since 800 is no number; with a word behind it
    it is one.
    """
    prefix = trunk_prefix(code)
    if prefix.startswith("0") and digits.startswith(prefix):
        return len(digits) - len(prefix)
    return len(without_trunk_prefix(code, digits))
