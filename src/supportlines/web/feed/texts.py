"""JSON as files hold it: the same bytes for the same values."""

from __future__ import annotations

import json
from typing import Any, Iterable


def joined_words(words: Iterable[str]) -> str:
    """Return *words*, which may have spaces in them, as one text.

    >>> joined_words(["BR-SP", "BR-São Paulo Capital"])
    'BR-SP|BR-São Paulo Capital'
    """
    return "|".join(words)


def trimmed(row: list[Any]) -> list[Any]:
    """Return *row* without nothings at its end.

    >>> trimmed([1, None, 2, None])
    [1, None, 2]
    """
    while row and row[-1] is None:
        row.pop()
    return row


def compact(value: Any) -> str:
    """Return *value* as JSON without spaces; keys keep their order.

    >>> compact({"b": [1, None], "a": "é"})
    '{"b":[1,null],"a":"é"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def file_bytes(value: Any) -> bytes:
    """Return *value* as a file of JSON in UTF-8, with a newline behind it."""
    return f"{compact(value)}\n".encode()
