"""What holds for many is told once: sets of cells as few boxes."""

from __future__ import annotations

from typing import AbstractSet, FrozenSet, Optional, Tuple

Cell = Tuple[Optional[str], ...]
Side = Optional[FrozenSet[Optional[str]]]
"""Some values of a dimension, or None for all that there are."""
Box = Tuple[Side, ...]


def boxes(cells: AbstractSet[Cell], universe: AbstractSet[Cell]) -> list[Box]:
    """Return boxes that hold *cells* of *universe* and nothing else.

    A side is None where a box has all that the universe has for the other sides.

    >>> everything = {(line, tier) for line in "ab" for tier in ("standard", "premium")}
    >>> boxes({("a", "standard"), ("b", "standard")}, everything)
    [(None, frozenset({'standard'}))]
    """
    # One box for each cell; then, dimension by dimension, boxes that differ in that one alone
    # become one. The order of the dimensions decides which of several covers comes out, never
    # whether it covers: a union of boxes that agree elsewhere is the box of their sides' union.
    found: dict[Box, None] = {tuple(frozenset([one]) for one in cell): None for cell in cells}
    if not found:
        return []
    for dimension in range(len(next(iter(found)))):
        groups: dict[Box, set[str | None]] = {}
        for box in found:
            rest = (*box[:dimension], None, *box[dimension + 1 :])
            groups.setdefault(rest, set()).update(box[dimension] or ())
        found = {}
        for rest, values in groups.items():
            # "All" is what there is beside these other sides, not what there is anywhere: a
            # language that no line of the box speaks is none that is missing from it.
            there = {
                cell[dimension]
                for cell in universe
                if all(
                    side is None or one in side
                    for place, (one, side) in enumerate(zip(cell, rest))
                    if place != dimension
                )
            }
            side = None if values >= there else frozenset(values)
            found[(*rest[:dimension], side, *rest[dimension + 1 :])] = None
    return list(found)
