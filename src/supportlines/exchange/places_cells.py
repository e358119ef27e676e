"""Countries and parts of countries in one cell: named one by one, all of them, or all but some."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterable, Sequence

from supportlines.exchange.cells import country_of_text, several, word_of
from supportlines.places import known_countries
from supportlines.places.parts import is_part

WORLDWIDE = "Worldwide"
_ALL = frozenset(
    ("worldwide", "world_wide", "the_world", "whole_world", "all_countries", "every_country")
)
_BUT = re.compile(r"(?P<all>[\w -]+?)\s+(?:but|except|excluding)\s+(?P<others>.+)", re.DOTALL)
_PART = re.compile(r"(?P<country>[A-Z]{2})-(?P<part>[A-Z0-9]{1,3})")


@lru_cache(maxsize=1)
def all_countries() -> tuple[str, ...]:
    """Return the codes of all countries, sorted."""
    return tuple(sorted(known_countries()))


def country_of_place(place: str) -> str:
    """Return the country of *place*, the code of a country or of a part of one."""
    return place.partition("-")[0]


def countries_of_places(places: Iterable[str]) -> list[str]:
    """Return the countries of *places*, each once.

    >>> countries_of_places(["US", "CA-QC", "CA-NB"])
    ['US', 'CA']
    """
    return list(dict.fromkeys(map(country_of_place, places)))


@lru_cache(maxsize=1024)
def place_of_text(text: str) -> str | None:
    """Return the country that *text* names, or the part of one whose code it is, or None.

    >>> place_of_text("Germany"), place_of_text("CA-QC"), place_of_text("CA-XX")
    ('DE', 'CA-QC', None)
    """
    match = _PART.fullmatch(text.strip())
    if match is None:
        return country_of_text(text)
    return match[0] if is_part(match["country"], match["part"]) else None


@lru_cache(maxsize=4096)
def places_of_text(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the places that *text* names, and the words of it that name none.

    >>> places_of_text("DE, CA-QC / EMEA")
    (('DE', 'CA-QC'), ('EMEA',))
    >>> len(places_of_text("Worldwide but GB")[0]) == len(all_countries()) - 1
    True
    """
    if word_of(text) in _ALL:
        return all_countries(), ()
    match = _BUT.fullmatch(text.strip())
    if match is not None and word_of(match["all"]) in _ALL:
        excepted, unknown = several(match["others"], country_of_text)
        if unknown:  # whoever is excepted must not be served
            return (), (text.strip(),)
        return tuple(one for one in all_countries() if one not in excepted), ()
    found, unknown = several(text, place_of_text)
    kept = [one for one in found if "-" not in one or country_of_place(one) not in found]
    return tuple(kept), tuple(unknown)


def excepted_from(places: Sequence[str]) -> tuple[str, ...] | None:
    """Return the countries that *places* leave out, if they are most of the world, else None."""
    every = all_countries()
    if len(places) * 2 <= len(every) or any("-" in one for one in places):
        return None
    return tuple(sorted(set(every) - set(places)))


def places_text(places: Sequence[str]) -> str:
    """Return *places* as one text that `places_of_text` reads.

    >>> places_text(("DE", "CA-QC")), places_text(all_countries())
    ('DE, CA-QC', 'Worldwide')
    """
    left_out = excepted_from(places)
    if left_out is None:
        return ", ".join(places)
    return f"{WORLDWIDE} but {', '.join(left_out)}" if left_out else WORLDWIDE


def listed_places(places: Sequence[str]) -> list[str] | dict[str, list[str]]:
    """Return *places* as a data file has them: one by one, or all but some.

    >>> listed_places(["DE", "FR"]), listed_places(all_countries()[1:])
    (['DE', 'FR'], {'except': ['AD']})
    """
    left_out = excepted_from(places)
    return {"except": list(left_out)} if left_out else list(places)
