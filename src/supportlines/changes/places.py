"""Countries in the words of the directory: one country, a region, a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, AbstractSet

from supportlines.errors import listed
from supportlines.places import country_name

if TYPE_CHECKING:
    from supportlines.directory import Facts

LOCALE = "en"
_NAMED = 5
_MISSING = 3


class Places:
    """Knows the regions of both directories."""

    def __init__(self, *directories: Facts) -> None:
        self._regions: list[tuple[frozenset[str], str]] = []
        every: list[frozenset[str]] = []
        for directory in directories:
            inside = [
                (directory.countries_of(region.id), region.name)
                for region in directory.every_region()
            ]
            self._regions += inside
            every.append(frozenset().union(*(countries for countries, _ in inside)))
        # The smallest region that will do has the best name.
        self._regions.sort(key=lambda one: len(one[0]))
        self._every = every
        self._listed = frozenset().union(*every)

    def where(self, countries: AbstractSet[str]) -> str:
        """Return *countries* in words.

        A region is named where they are all of its countries, or nearly all.
        """
        if len(countries) == 1:
            return country_name(next(iter(countries)), LOCALE)
        for known, name in self._regions:
            if known == countries:
                return name
        if any(countries >= every for every in self._every):
            return "Everywhere"
        names = [country_name(code, LOCALE) for code in sorted(countries)]
        if len(countries) <= _NAMED:
            return listed(sorted(names))
        for known, name in self._regions:
            missing = known - countries
            if countries < known and len(missing) <= _MISSING:
                without = sorted(country_name(code, LOCALE) for code in missing)
                return f"{name} without {listed(without)}"
        kind = "countries" if countries & self._listed else "countries that are only guessed"
        return f"{len(countries)} {kind} ({' '.join(sorted(countries))})"
