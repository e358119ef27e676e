"""The regions that a caller is in, from the inside outwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from supportlines.lookup.conditions import left_open

if TYPE_CHECKING:
    from supportlines.directory import Facts, Region
    from supportlines.lookup.answer import Caller


def chains_of_caller(facts: Facts, caller: Caller) -> list[tuple[Region, ...]]:
    """Return the chains from the regions that hold the caller's place outwards.

    Those that list the caller's part of the country come first: it is further inside. One that
    lists the country and lies around it is part of theirs.
    """
    whole = facts.chains_of(caller.country)
    inside = [
        chain
        for part, chain in facts.chains_of_parts(caller.country)
        if left_open(facts, (("subdivision", (part,)),), caller) == ()
    ]
    around = {region.id for chain in inside for region in chain}
    return [*inside, *(chain for chain in whole if chain[0].id not in around)]


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
