"""What a sentence is made of: names and values that can be compared, kept and sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Iterator, Mapping, Tuple, Union

from supportlines.errors import on_one_line
from supportlines.values import Value, keep

Scalar = Union[str, int, bool, date, datetime]
Item = Union[Scalar, Tuple[Scalar, ...]]
"""A code, a tag, an id, a zone, a day, an instant, or several; a text of the directory as it is."""


class Values(Value, Mapping[str, Item]):
    """Values by their names: never changes, and equal ones are equal.

    >>> one = Values(country="QA", only=("US", "CA"))
    >>> one["country"], one == Values(only=("US", "CA"), country="QA")
    ('QA', True)
    >>> one
    Values(country='QA', only=('US', 'CA'))
    """

    __slots__ = ("_hash", "_items")

    _items: dict[str, Item]

    def __init__(self, /, **items: Item | None) -> None:
        """Keep *items*, without those that are None: they are not there."""
        kept = {name: value for name, value in items.items() if value is not None}
        keep(self, _items=kept)

    def __getitem__(self, name: str) -> Item:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Values):
            return self._items == other._items
        return self._items == other if isinstance(other, dict) else NotImplemented

    def __hash__(self) -> int:
        try:
            known: int = object.__getattribute__(self, "_hash")
        except AttributeError:
            known = hash(frozenset(self._items.items()))
            keep(self, _hash=known)
        return known

    def __repr__(self) -> str:
        items = ", ".join(f"{name}={value!r}" for name, value in self._items.items())
        return on_one_line(f"Values({items})")

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (dict(self._items),)


def _made(items: dict[str, Item]) -> Values:
    """Return the values of a pickle."""
    return Values(**items)


NOTHING = Values()
"""For sentences that always say the same."""
