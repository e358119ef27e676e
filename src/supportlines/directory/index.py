"""What a directory is asked again and again, found once when it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Dict, FrozenSet, Iterator, List, Set, Tuple

if TYPE_CHECKING:
    from supportlines.directory.records import Line, Region

    Chain = Tuple[Region, ...]


@dataclass(frozen=True)
class FactsIndex:
    """The parts of a directory by what they are looked up with."""

    regions: Tuple[Region, ...]
    """Every region, before those inside it."""

    lines: Tuple[Tuple[Line, Chain], ...]
    """Every line with its regions, innermost first, in the order of the file."""

    by_id: Dict[str, Tuple[Line, Chain]]
    chains: Dict[str, Tuple[Chain, ...]]
    """For a country the chains of the regions that list it."""

    chains_of_parts: Dict[str, Tuple[Tuple[str, Chain], ...]]
    """For a country its parts, by ISO 3166-2, that regions list by themselves, with the chains."""

    named: FrozenSet[str]
    """Countries that the source names, whole or in part."""

    countries: Dict[str, FrozenSet[str]]
    """For a region's id its countries, those of inner regions and those of parts included."""

    in_order: Dict[str, Tuple[str, ...]]
    """The same in the order of the file: a region's own before those of inner ones."""


def make_index(regions: Tuple[Region, ...]) -> FactsIndex:
    """Return the index of a directory with these outermost *regions*."""
    lines: List[Tuple[Line, Chain]] = []
    chains: Dict[str, List[Chain]] = {}
    of_parts: Dict[str, List[Tuple[str, Chain]]] = {}
    named: Set[str] = set()
    countries: Dict[str, Dict[str, None]] = {}
    every = [*_chains(regions, ())]
    for chain in every:
        region = chain[0]
        lines.extend((line, chain) for line in region.lines)
        named.update(region.countries)
        for part in region.parts:
            country = part.partition("-")[0]
            named.add(country)
            of_parts.setdefault(country, []).append((part, chain))
        here = region.countries + region.countries_not_named
        for country in here:
            chains.setdefault(country, []).append(chain)
        here += tuple(part.partition("-")[0] for part in region.parts)
        for around in chain:
            countries.setdefault(around.id, {}).update(dict.fromkeys(here))
    return FactsIndex(
        regions=tuple(chain[0] for chain in every),
        lines=tuple(lines),
        by_id={line.id: (line, chain) for line, chain in lines},
        chains={country: tuple(found) for country, found in chains.items()},
        chains_of_parts={country: tuple(found) for country, found in of_parts.items()},
        named=frozenset(named),
        countries={region: frozenset(found) for region, found in countries.items()},
        in_order={region: tuple(found) for region, found in countries.items()},
    )


def _chains(regions: Tuple[Region, ...], around: Chain) -> Iterator[Chain]:
    """Yield the chain of each of *regions* and of those inside, in the order of the file."""
    for region in regions:
        chain = (region, *around)
        yield chain
        yield from _chains(region.regions, chain)
