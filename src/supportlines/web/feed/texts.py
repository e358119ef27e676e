"""JSON as files hold it: the same bytes for the same values."""

from __future__ import annotations

import json
from typing import Any


def compact(value: Any) -> str:
    """Return *value* as JSON without spaces; keys keep their order.

    >>> compact({"b": [1, None], "a": "é"})
    '{"b":[1,null],"a":"é"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def file_bytes(value: Any) -> bytes:
    """Return *value* as a file of JSON in UTF-8, with a newline behind it."""
    return f"{compact(value)}\n".encode()
