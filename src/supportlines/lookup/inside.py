"""The regions that a caller is in, from the inside outwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from supportlines.lookup.conditions import left_open
from supportlines.places.parts import around

if TYPE_CHECKING:
    from supportlines.directory import Facts, Region
    from supportlines.lookup.answer import Caller


def chains_of_caller(facts: Facts, caller: Caller) -> list[tuple[Region, ...]]:
    """Return the chains from the regions that hold the caller's place outwards.

    Those that list the caller's part of the country come first, of several the one whose part
    lies in those of the others: it is further inside. A region around another one is in the
    chain of that, whatever it lists itself.
    """
    inside = [
        (part, chain)
        for part, chain in facts.chains_of_parts(caller.country)
        if left_open(facts, (("subdivision", (part,)),), caller) == ()
    ]
    inside.sort(key=lambda one: -len(around(*one[0].split("-", 1))))
    found = {
        chain[0].id: chain
        for chain in (*(chain for _, chain in inside), *facts.chains_of(caller.country))
    }
    outer = {region.id for chain in found.values() for region in chain[1:]}
    return [chain for region, chain in found.items() if region not in outer]


def chain_through(
    facts: Facts, caller: Caller, chain: Sequence[Region], own: tuple[Region, ...]
) -> tuple[Region, ...]:
    """Return the caller's regions around a line whose own are *own*.

    Args:
        facts: The directory.
        caller: Who asks.
        chain: The regions in which the caller is taken to be, where nobody said the part.
        own: The regions around the line, from that which lists it outwards.
    """
    chains = (tuple(chain), *chains_of_caller(facts, caller))
    return next((one for one in chains if own[0] in one), own)
