"""What makes an object a value: once made, nothing of it can be set."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any, NoReturn


class Value:
    """Base of the values that are no dataclasses: setting or deleting an attribute raises.

    A value that has a memory of what it worked out keeps it in private attributes, takes no
    account of it where values are compared, and leaves it behind when it is pickled. Whatever
    must be set all the same, in `__init__` or for that memory, is set by `keep`.
    """

    __slots__ = ()

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise FrozenInstanceError(f"{type(self).__name__} is a value: {name!r} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"{type(self).__name__} is a value: {name!r} cannot be deleted")


def keep(value: Value, **attributes: Any) -> None:
    """Set *attributes* of a value from within it."""
    for name, found in attributes.items():
        object.__setattr__(value, name, found)
