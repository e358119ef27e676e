"""The places of a country that its regions tell apart."""

from __future__ import annotations

from typing import Sequence

from supportlines.lookup.conditions import OUTSIDE, may_hold
from supportlines.places.parts import around as parts_around
from supportlines.places.parts import is_placed, is_whole, parts_besides


def places_within(country: str, around: str, parts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return each place in the part of the code *around*, or in *country*, that is told apart.

    They are *parts*, without those of them that lie inside, and what is left; each with the codes
    of the parts that it is.
    """
    found: dict[str, tuple[str, ...]] = {}
    codes = [part.partition("-")[2] for part in parts]
    outer = {each for code in codes for each in parts_around(country, code)}
    for part, code in zip(parts, codes):
        if code not in outer and is_placed(country, code):
            found[code] = (part,)
            continue
        inner = [one for one in parts if one != part and may_hold(country, code, one)]
        found[code + OUTSIDE] = parts_besides(country, inner, code) or (part,)
    left = parts_besides(country, parts, around or None)
    if left or not is_whole(country, codes, around or None):
        found[around + OUTSIDE] = left or tuple(f"{country}-{code}" for code in [around] if code)
    return found
