"""Parts of countries by the codes of ISO 3166-2, and which of them lie in which."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Sequence

_CODE = re.compile("[A-Z0-9]{1,3}")

_OF_FRANCE = "971 972 973 974 976 BL GF GP GY MF MQ NC PF PM RE TF WF YT"

COUNTRIES_BY_THEMSELVES = {
    "CN": frozenset(("HK", "MO", "TW")),
    "FI": frozenset(("01",)),
    "FR": frozenset(_OF_FRANCE.split()),
    "NL": frozenset(("AW", "BQ1", "BQ2", "BQ3", "CW", "SX")),
    "NO": frozenset(("21", "22")),
    "US": frozenset(("AS", "GU", "MP", "PR", "UM", "VI")),
}
"""Parts that ISO 3166-1 lists as countries too, as those are counted here: whoever is in Puerto
Rico is in PR. With them the codes that older versions of the package `holidays` have for some."""


@lru_cache(maxsize=1)
def _parents() -> dict[str, dict[str, str | None]]:
    """Return by country its parts, each with the part that it lies in."""
    from supportlines.places.iso_3166_2 import CODES

    found: dict[str, dict[str, str | None]] = {}
    country, parent = "", None
    for line in CODES.split("\n"):
        head, colon, codes = line.rpartition(":")
        if colon:
            country, _, part = head.partition("-")
            parent = part or None
        found.setdefault(country, {}).update(dict.fromkeys(codes.split(), parent))
    return found


def is_code(text: str) -> bool:
    """Return whether *text* has the form of what stands behind the hyphen of a code."""
    return _CODE.fullmatch(text) is not None


def is_part(country: str, part: str) -> bool:
    """Return whether ISO 3166-2 lists *part*, as it stands behind the hyphen, of *country*.

    >>> is_part("FR", "IDF"), is_part("FR", "XXX")
    (True, False)
    """
    return part in _parents().get(country, {})


def parts_of(country: str) -> tuple[str, ...]:
    """Return the codes of the parts of *country*, as ISO 3166-2 lists them (`CA-QC`)."""
    return tuple(f"{country}-{part}" for part in _parents().get(country, {}))


def around(country: str, part: str) -> tuple[str, ...]:
    """Return the parts that *part* lies in, the nearest first.

    >>> around("FR", "67"), around("FR", "GES")
    (('6AE', 'GES'), ())
    """
    parents = _parents().get(country, {})
    found = []
    parent = parents.get(part)
    while parent is not None:
        found.append(parent)
        parent = parents.get(parent)
    return tuple(found)


def within(country: str, part: str) -> tuple[str, ...]:
    """Return the parts that lie in *part*, at any depth.

    >>> within("GB", "NIR")[:3]
    ('ABC', 'AND', 'ANN')
    """
    return tuple(each for each in _parents().get(country, {}) if part in around(country, each))


def is_whole(country: str, listed: Sequence[str], part: str | None = None) -> bool:
    """Return whether the *listed* parts leave nothing of *country*, or of a *part* of it.

    >>> is_whole("GB", ["ENG", "NIR", "SCT", "WLS"]), is_whole("FR", ["57", "6AE"])
    (True, False)
    """
    parents = _parents().get(country, {})
    left_out = COUNTRIES_BY_THEMSELVES.get(country, ())
    inner = [each for each, parent in parents.items() if parent == part and each not in left_out]
    return bool(inner) and all(each in listed or is_whole(country, listed, each) for each in inner)
