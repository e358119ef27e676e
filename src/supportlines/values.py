"""What makes an object a value, in every room: nothing of it can be set, it shows as one line."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import Any, NoReturn

from supportlines.errors import WrongTypeError, on_one_line


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

    def __copy__(self) -> Value:
        return self

    def __deepcopy__(self, _memo: object) -> Value:
        return self


def keep(value: Value, **attributes: Any) -> None:
    """Set *attributes* of a value from within it."""
    for name, found in attributes.items():
        object.__setattr__(value, name, found)


class BriefRecord:
    """Base of frozen dataclasses: a repr of one line that leaves out what is as by default."""

    __slots__ = ()

    def __repr__(self) -> str:
        said = [
            f"{field.name}={getattr(self, field.name)!r}"
            for field in fields(self)  # type: ignore[arg-type]
            if field.init and field.repr and getattr(self, field.name) != field.default
        ]
        return on_one_line(f"{type(self).__name__}({', '.join(said)})")


def as_tuple(name: str, found: object, kind: type, takes: str) -> tuple[Any, ...]:
    """Return the *found* list of values of one *kind* as a tuple.

    Raises:
        WrongTypeError: If it is none; it says to give *takes*, in a tuple.
    """
    if not isinstance(found, (list, tuple)):
        raise WrongTypeError.of(name, found, f"{takes}, in a tuple")
    for number, each in enumerate(found):
        if not isinstance(each, kind):
            raise WrongTypeError.of(f"{name}[{number}]", each, takes)
    return tuple(found)
