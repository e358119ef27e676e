"""What is kept in memory, up to a number of bytes: what was asked for longest ago goes first."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, Hashable, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Generic[K, V]):
    """Values by their keys, together of at most so many bytes.

    >>> kept = Shelf[str, bytes](10)
    >>> kept.keep("a", b"1234567", 7)
    >>> kept.keep("b", b"123", 3)
    >>> kept.find("a")
    b'1234567'
    >>> kept.keep("c", b"12", 2)  # "b" was asked for longest ago
    >>> kept.find("b"), kept.find("c"), kept.size
    (None, b'12', 9)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self.size = 0
        """Bytes of all that is kept, as it was said of each."""

    def __len__(self) -> int:
        return len(self._values)

    def find(self, key: K) -> V | None:
        """Return what is kept under *key*, or None."""
        found = self._values.get(key)
        if found is None:
            return None
        self._values.move_to_end(key)
        return found[0]

    def keep(self, key: K, value: V, size: int) -> None:
        """Keep *value*, which takes *size* bytes; what is larger than all together is not kept."""
        older = self._values.pop(key, None)
        if older is not None:
            self.size -= older[1]
        if size > self._most:
            return
        self._values[key] = value, size
        self.size += size
        while self.size > self._most:
            _, (_, freed) = self._values.popitem(last=False)
            self.size -= freed
