"""What is pressed before a number of another country, by the country where the phone stands."""

from __future__ import annotations

from functools import lru_cache
from typing import Mapping

from supportlines.phones import PhoneNumber, dial_string
from supportlines.places import known_countries

_PROBES = ("+442079460958", "+12025550123")
"""Numbers set aside for fiction under two calling codes: one of them is abroad, wherever one is."""

_USUAL = "00"


@lru_cache(maxsize=1)
def prefixes() -> Mapping[str, str]:
    """Return what goes before a number of another country, by the country where the phone stands.

    Where it depends on the carrier it is "+", as a mobile telephone takes it.
    """
    return {country: _prefix(country) for country in known_countries()}


def _prefix(country: str) -> str:
    for digits in _PROBES:
        number = PhoneNumber.parse(digits)
        dialled, abroad = dial_string(number, country), grouped_abroad(number)
        if dialled is not None and dialled.text.endswith(abroad):
            return dialled.text[: -len(abroad)].strip()
    return _USUAL


def press_abroad(country: str, abroad: str) -> str:
    """Return what to press in *country* for a number that is written *abroad* there.

    >>> press_abroad("DE", "1 202 555 0123"), press_abroad("BR", "1 202 555 0123")
    ('00 1 202 555 0123', '+1 202 555 0123')
    """
    prefix = prefixes()[country]
    return f"+{abroad}" if prefix == "+" else f"{prefix} {abroad}"


def grouped_abroad(number: PhoneNumber) -> str:
    """Return *number* as it is written behind a prefix."""
    return number.grouped.lstrip("+")
