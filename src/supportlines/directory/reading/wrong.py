"""What a value is told that its field cannot take, and how refusals of other rooms are kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Callable, Optional, Tuple, TypeVar, cast

from supportlines.errors import SupportlinesError, quoted
from supportlines.hours import NoZoneDataError

V = TypeVar("V")

_CACHED = 4096


class WrongValueError(SupportlinesError, ValueError):
    """A value that its field cannot take; the loader says where it stands."""

    def __init__(self, found: str, remedy: str = "") -> None:
        super().__init__(found, remedy)
        self.found = found
        self.remedy = remedy


def refusing(parse: Callable[[str], V]) -> Callable[[str], V]:
    """Return *parse* with its answers remembered and its refusals as errors that pydantic knows.

    The rooms refuse unknown names with a `LookupError`, which pydantic would let through. A
    file says the same few names again and again, wrong ones too.
    """

    @lru_cache(_CACHED)
    def answer(text: str) -> Tuple[V, Optional[SupportlinesError]]:
        try:
            return parse(text), None
        except NoZoneDataError:
            raise  # the machine lacks something, not the file
        except SupportlinesError as error:
            return cast("V", None), error.with_traceback(None)

    def remembered(text: str) -> V:
        value, error = answer(text)
        if error is None:
            return value
        if isinstance(error, WrongValueError) or (
            isinstance(error, ValueError) and hasattr(error, "offset")
        ):
            raise error.with_traceback(None)
        raise WrongValueError(str(error)) from error.with_traceback(None)

    return remembered


def described(value: Any) -> str:
    """Return what kind of thing *value* is, quoting a text."""
    if isinstance(value, str):
        return quoted(value)
    return "a list" if isinstance(value, (list, tuple)) else "a record"
