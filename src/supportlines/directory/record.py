"""What all records of a directory share: they never change, and say only what was said."""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Dict, Generic, Mapping, Tuple, Type, TypeVar

from supportlines.errors import shown

if TYPE_CHECKING:
    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_words: Any) -> Any:
        """Return a decorator that does nothing: the word is for type checkers alone."""
        return lambda decorator: decorator


K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R", bound="Type[Record]")


FILE_KEYS: Mapping[str, str] = {"only_for": "for", "begins": "from", "ends": "until"}
"""What fields are called in a file whose keys there are words of Python, or prepositions."""


class FrozenDict(Dict[K, V], Generic[K, V]):
    """A mapping that cannot change, so that a directory can be hashed and shared.

    >>> FrozenDict({"standard": 1})["standard"]
    1
    >>> FrozenDict()["premium"] = 2
    Traceback (most recent call last):
    ...
    TypeError: a directory does not change; load it again from changed data.
    """

    __slots__ = ()

    if not TYPE_CHECKING:

        def _refuse(self, *_args: Any, **_named: Any) -> Any:
            raise TypeError("a directory does not change; load it again from changed data.")

        __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        # Mappings are equal in whatever order they were written.
        return hash(frozenset(self.items()))

    def __reduce__(self) -> Any:
        return FrozenDict, (dict(self),)


class Record:
    """What all records share; each is a frozen dataclass by way of `record`.

    A record is made of what is said of it, by name. It checks that the names are right; that
    values are is the business of whoever reads them.
    """

    if TYPE_CHECKING:  # each of them is a dataclass
        __dataclass_fields__: ClassVar[Dict[str, Field[Any]]]

    _SHOWN: ClassVar[Tuple[str, ...]] = ("id",)
    """The fields that name a record in its repr."""

    def __init__(self, **said: Any) -> None:
        kind = type(self)
        known = {one.name for one in fields(kind)}
        unknown = [name for name in said if name not in known]
        if unknown:
            raise TypeError(f"a {kind.__name__} has no {unknown[0]!r}.")
        missing = [name for name in known if name not in said and not hasattr(kind, name)]
        if missing:
            raise TypeError(f"a {kind.__name__} needs {min(missing)!r}.")
        self.__dict__.update(said)

    @classmethod
    def of(cls, said: Dict[str, Any]) -> Self:
        """Return the record of which this is *said*; the dictionary is the record's from then on.

        Nothing is checked: this is for those who have done so.
        """
        made = object.__new__(cls)
        object.__setattr__(made, "__dict__", said)
        return made

    def __repr__(self) -> str:
        values = (getattr(self, name) for name in self._SHOWN)
        words = [shown(_text(value)) for value in values if value is not None]
        return f"<{' '.join([type(self).__name__, *words])}>"


def _text(value: Any) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def record(kind: R) -> R:
    """Return *kind* as a dataclass whose instances are frozen, equal by value and hashable.

    What nobody said of a record its class says: an instance holds no defaults of its own.
    """
    mappings = {name: value for name, value in vars(kind).items() if isinstance(value, FrozenDict)}
    for name, value in mappings.items():
        # Python 3.8 takes each dictionary for one that changes.
        setattr(kind, name, field(default_factory=partial(FrozenDict, value)))
    made: Any = dataclass(frozen=True, init=False, repr=False)(kind)
    for name, value in mappings.items():
        setattr(made, name, value)
    return made  # type: ignore[no-any-return]
