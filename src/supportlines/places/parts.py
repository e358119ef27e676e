"""Parts of countries by the codes of ISO 3166-2, and which of them lie in which."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterable, Sequence

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

_NAMED = {
    "AU-NSW": ("NSW Western",),
    "BE-WLG": ("German",),
    "BQ-BO": ("BON",),
    "BQ-SA": ("SAB",),
    "BQ-SE": ("STA",),
    "BR-SP": ("São Paulo Capital",),
    "CH-ZH": ("Stadt Zurich",),
    "DE-BY": ("Augsburg",),
    "ES-B": ("Barcelona",),
    "IT-23": ("AO",),
    "IT-BT": ("Andria", "Barletta", "Trani"),
    "IT-FC": ("Cesena", "Forli"),
    "IT-PU": ("Pesaro", "Urbino"),
    "NO-30": ("31", "32", "33"),
    "NO-38": ("39", "40"),
    "NO-54": ("55", "56"),
    "NZ-CAN": ("South Canterbury",),
}
"""By a part of the list, what the package `holidays` 0.109 calls parts that lie in it and are not
on the list: cities, and codes that are older or newer. Regions of school holidays lie across
several parts."""

_LIES_IN = {
    (outer.partition("-")[0], name): outer.partition("-")[2]
    for outer, names in _NAMED.items()
    for name in names
}


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


def named_parts(country: str) -> tuple[str, ...]:
    """Return what parts of *country* are called that ISO 3166-2 does not list.

    >>> named_parts("DE"), around("DE", "Augsburg")
    (('Augsburg',), ('BY',))
    """
    return tuple(name for one, name in _LIES_IN if one == country)


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
    parent = parents.get(part) or _LIES_IN.get((country, part))
    while parent is not None:
        found.append(parent)
        parent = parents.get(parent)
    return tuple(found)


def is_placed(country: str, part: str) -> bool:
    """Return whether it is known in which part of *country* on the list *part* lies.

    >>> is_placed("DE", "Augsburg"), is_placed("FR", "Zone A")
    (True, False)
    """
    return is_part(country, part) or bool(around(country, part))


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


def lies_in(part: str, others: Iterable[str]) -> bool:
    """Return whether a part of a country is one of *others*, or lies in one.

    >>> lies_in("FR-67", ["FR-GES"]), lies_in("FR-GES", ["FR-67"])
    (True, False)
    """
    country, _, code = part.partition("-")
    return any(f"{country}-{one}" in others for one in (code, *around(country, code)))


def parts_besides(country: str, parts: Sequence[str], part: str | None = None) -> tuple[str, ...]:
    """Return what is left of *country*, or of a *part* of it, beside some of its *parts*.

    Those are the codes of ISO 3166-2 that neither lie in one of *parts* nor around one.

    >>> parts_besides("BE", ["BE-VLG", "BE-WLG", "BE-WLX", "BE-WNA"])
    ('BE-BRU', 'BE-WBR', 'BE-WHT')
    """
    codes = [one.partition("-")[2] for one in parts if one.startswith(f"{country}-")]
    # What lies around a city is no sum of parts that have codes.
    outer = {each for one in codes if is_part(country, one) for each in around(country, one)}
    inner = _parents().get(country, {}) if part is None else within(country, part)
    left = (f"{country}-{each}" for each in inner if each not in outer)
    return tuple(one for one in left if not lies_in(one, parts))


def common_parts(parts: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return what lies in one of *parts* and in one of *others*, the widest that there is.

    Of a part of which nobody knows where it lies it may be true.

    >>> common_parts(["FR-GES", "FR-IDF"], ["FR-67", "FR-68"])
    ('FR-67', 'FR-68')
    """
    mine = [one for one in parts if lies_in(one, others) or not is_placed(*one.split("-", 1))]
    theirs = [one for one in others if lies_in(one, parts) or not is_placed(*one.split("-", 1))]
    return widest([*mine, *theirs])


def widest(parts: Sequence[str]) -> tuple[str, ...]:
    """Return *parts*, each once, without those that lie in another of them.

    >>> widest(["FR-67", "FR-GES", "FR-IDF"])
    ('FR-GES', 'FR-IDF')
    """
    found = dict.fromkeys(parts)
    return tuple(one for one in found if found.keys().isdisjoint(_around_code(one)))


def _around_code(part: str) -> list[str]:
    """Return the codes of the parts that a part of a country lies in (`FR-6AE`, `FR-GES`)."""
    country, _, code = part.partition("-")
    return [f"{country}-{one}" for one in around(country, code)]
