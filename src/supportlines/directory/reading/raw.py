"""Reading plain content that may be wrong: what is not as expected is passed over."""

from __future__ import annotations

import contextlib
from functools import lru_cache
from typing import Any, Callable, Dict, Iterator, List, Set, Tuple

from supportlines.directory.reading.codes import MAX_LISTED

RawRecord = Dict[str, Any]
Parser = Callable[[str], str]
Numbered = Tuple[Tuple[int, str], ...]
"""Texts with their places in a list."""


def record(value: Any) -> RawRecord:
    """Return *value* if it is a record, else an empty one."""
    return value if isinstance(value, dict) else {}


def entries(value: Any) -> Iterator[Tuple[int, Any]]:
    """Yield the numbered entries of a list."""
    return enumerate(value if isinstance(value, list) else ())


def records(value: Any) -> Iterator[Tuple[int, RawRecord]]:
    """Yield the numbered entries of a list that are records."""
    return ((index, one) for index, one in entries(value) if isinstance(one, dict))


def codes(value: Any, parse: Parser = str) -> Numbered:
    """Return the canonical forms of the texts of a list, those that have one.

    A text alone is a list of one.
    """
    if isinstance(value, str):
        value = (value,)
    elif not isinstance(value, list) or len(value) > MAX_LISTED:
        return ()
    try:
        return _codes(tuple(value), parse)
    except TypeError:  # a list or a record among them cannot be remembered
        return _codes.__wrapped__(tuple(value), parse)


@lru_cache(maxsize=512)
def _codes(written: Tuple[Any, ...], parse: Parser) -> Numbered:
    found = []
    for index, text in enumerate(written):
        if isinstance(text, str):
            with contextlib.suppress(ValueError):
                found.append((index, parse(text)))
    return tuple(found)


def is_read(value: Any, parse: Parser) -> bool:
    """Return whether all that stands in a list, or alone, is of the form that *parse* reads."""
    listed = [value] if isinstance(value, str) else value
    return isinstance(listed, list) and 0 < len(listed) == len(codes(listed, parse))


def repeated(words: Numbered) -> Iterator[Tuple[int, str]]:
    """Yield those of *words* that stood before."""
    if len(words) < 2 or len({word for _, word in words}) == len(words):  # noqa: PLR2004
        return
    seen: Set[str] = set()
    for index, word in words:
        if word in seen:
            yield index, word
        seen.add(word)


def text_of(content: RawRecord, key: str) -> str:
    """Return the text under *key*, or an empty one."""
    value = content.get(key)
    return value if isinstance(value, str) else ""


def ids_of(value: Any) -> List[str]:
    """Return the ids of records that stand under them, or that are ids alone in a list."""
    return list(value) if isinstance(value, dict) else [word for _, word in codes(value)]


def lines_of(regions: Any) -> Iterator[RawRecord]:
    """Yield all lines in the *regions* of a file, those of a region before those inside it."""
    waiting: List[Any] = [regions]
    while waiting:
        for _, region in records(waiting.pop()):
            yield from (line for _, line in records(region.get("lines")))
            waiting.append(region.get("regions"))
