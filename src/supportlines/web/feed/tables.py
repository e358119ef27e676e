"""Lists in which each thing stands once, so that others name it by its place."""

from __future__ import annotations

from typing import Any

from supportlines.web.feed.texts import compact


class Table:
    """A list without equals.

    >>> table = Table()
    >>> table.place([1, 2]), table.place([3]), table.place([1, 2])
    (0, 1, 0)
    """

    def __init__(self) -> None:
        self.rows: list[Any] = []
        """In the order in which they came."""
        self._places: dict[str, int] = {}

    def place(self, row: Any) -> int:
        """Return the place of *row*, which is added if it is new."""
        key = compact(row)
        if key not in self._places:
            self._places[key] = len(self.rows)
            self.rows.append(row)
        return self._places[key]
