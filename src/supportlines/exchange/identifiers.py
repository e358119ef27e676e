"""Ids of lines and regions: made of country and label, unique, the same at every reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.exchange.cells import identifier_of_text, slug
from supportlines.exchange.places_cells import all_countries

if TYPE_CHECKING:
    from supportlines.exchange.said import FoundLine

_SHOWN_DIGITS = 4
_MOST_COUNTRIES = 3


class Identifiers:
    """Hands out ids, each once."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def unique(self, *candidates: str) -> str:
        """Return the first of *candidates* that nothing has yet, else the last with a counter.

        >>> ids = Identifiers()
        >>> ids.unique("de"), ids.unique("de", "de-1"), ids.unique("de", "de-1")
        ('de', 'de-1', 'de-1-2')
        """
        for candidate in candidates:
            if candidate not in self._counts:
                self._counts[candidate] = 1
                return candidate
        base = candidates[-1]
        while True:
            self._counts[base] += 1
            found = f"{base}-{self._counts[base]}"
            if found not in self._counts:
                self._counts[found] = 1
                return found

    def of_line(self, line: FoundLine) -> str:
        """Return the given id of *line*, else country and label, with digits if that is taken.

        The last digits of the number come before a counter: a row that somebody adds above
        leaves the ids of the others as they are.
        """
        given = line.names[0].strip()
        place = "-".join(line.places).lower()
        if len(line.places) == len(all_countries()):
            place = "world"
        elif len(line.places) > _MOST_COUNTRIES:
            place = f"{line.places[0].lower()}-and-others"
        name = next(filter(None, map(slug, line.names[1:])), "line")
        base = identifier_of_text(given) or f"{place}-{name}"
        digits = "".join(filter(str.isdigit, str(line.content.get("number", ""))))
        return self.unique(base, f"{base}-{digits[-_SHOWN_DIGITS:]}" if digits else base)
