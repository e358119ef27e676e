"""The places of a country that its regions tell apart."""

from __future__ import annotations

from typing import Sequence

from supportlines.lookup.conditions import OUTSIDE, may_hold
from supportlines.places.parts import around as parts_around
from supportlines.places.parts import is_placed, is_whole, lies_in, parts_besides, widest


def places_within(country: str, around: str, parts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return each place in the part of the code *around*, or in *country*, that is told apart.

    They are *parts*, without those of them that lie inside, and what is left, if anything is; each
    with the codes of the parts that it is.
    """
    found: dict[str, tuple[str, ...]] = {}
    codes = [part.partition("-")[2] for part in parts]
    outer = {each for code in codes for each in parts_around(country, code)}
    for part, code in zip(parts, codes):
        if code not in outer and is_placed(country, code):
            found[code] = (part,)
            continue
        inner = [one for one in parts if one != part and may_hold(country, code, one)]
        found.update(_rest_of(country, code, inner))
    found.update(_rest_of(country, around, parts))
    return found


def _rest_of(country: str, code: str, parts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return what *parts* leave of that of a *code*, or of *country* without one, as a place.

    Of what has no parts on the list nobody knows that it is all covered.
    """
    if is_whole(country, [one.partition("-")[2] for one in parts], code or None):
        return {}
    left = parts_besides(country, parts, code or None)
    return {code + OUTSIDE: left or ((f"{country}-{code}",) if code else ())}


def parts_inside(parts: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return those of *parts* that lie in some of *others*, or may do, sorted.

    A part of which nobody knows where it lies may do so in those on the list.
    """

    def is_inside(part: str) -> bool:
        if is_placed(*part.split("-", 1)):
            return lies_in(part, others)
        return any(is_placed(*one.split("-", 1)) for one in others)

    return tuple(part for part in sorted(widest(parts)) if is_inside(part))
