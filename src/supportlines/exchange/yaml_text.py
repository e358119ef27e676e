"""Plain values as YAML that people go on writing in, with comments; nothing in it can break it."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any, Iterator, Mapping

from supportlines.errors import visible

MAX_TEXT = 20_000
"""Characters that the reader of a data file takes in one value."""

_WIDTH = 100
_PLAIN = re.compile(r"[^\W\d_](?:[\w ()./'’–-]*[\w)./])?|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TYPED = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"))
"""Words that YAML of one version or another does not take for texts."""


def scalar(value: object) -> str:
    r"""Return *value* as one YAML scalar that every version of YAML reads as this text.

    >>> scalar("Technical support"), scalar("NO"), scalar("a: b"), scalar("\x1b")
    ('Technical support', '"NO"', '"a: b"', '"\\\\x1b"')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return _of_text(str(value))


@lru_cache(maxsize=4096)
def _of_text(value: str) -> str:
    text = shortened(visible(value))
    if _PLAIN.fullmatch(text) and text.lower() not in _TYPED and len(text) <= _WIDTH:
        return text
    return json.dumps(text, ensure_ascii=False)


def shortened(text: str) -> str:
    """Return *text*, cut to what the reader of a data file takes."""
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1]}…"


def one_line_of(value: Any) -> str:
    """Return *value* in flow style.

    >>> one_line_of({"hours": "24/7", "languages": ["en", "de"]})
    '{hours: "24/7", languages: [en, de]}'
    """
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{scalar(key)}: {one_line_of(one)}" for key, one in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(one_line_of, value)) + "]"
    return scalar(value)


def entries(content: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a record: one for each key, more where a value is long."""
    for key, value in content.items():
        flow = one_line_of(value)
        if not isinstance(value, (dict, list)) or _fits(indent, key, flow):
            yield f"{indent}{scalar(key)}: {flow}"
        elif isinstance(value, dict):
            yield f"{indent}{scalar(key)}:"
            yield from entries(value, f"{indent}  ")
        else:
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {one_line_of(one)}" for one in value)


def _fits(indent: str, key: str, flow: str) -> bool:
    return len(indent) + len(key) + len(flow) + 2 <= _WIDTH


def comment(text: str, indent: str, *, mark: str = "# ") -> Iterator[str]:
    r"""Yield *text* as comments: every character is there, none ends a comment or commands.

    >>> list(comment("one\ntwo\x1b", "  "))
    ['  # one', '  # two\\x1b']
    """
    for line in re.split(r"\r\n?|\n", text):
        shown = visible(line.replace("\t", "    "))
        width = max(_WIDTH - len(indent) - len(mark), 40)
        for part in _folded(shown, width):
            yield f"{indent}{mark}{part}".rstrip()


def _folded(text: str, width: int) -> Iterator[str]:
    """Yield *text* in parts of at most *width*, parted at blanks where there are some."""
    start = 0
    while len(text) - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        end = blank if blank > start else start + width
        yield text[start:end]
        start = end + (blank > start)
    yield text[start:]
