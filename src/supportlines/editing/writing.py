"""How a new value is written, so that it reads back as it was and looks like what is there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Mapping, NamedTuple, Union

if TYPE_CHECKING:
    from supportlines.directory.reading import Layout

Fields = Mapping[str, Union[str, int]]
"""The keys and values of a new record, in their order."""

# Fewer than YAML allows: what is left needs no quotation marks wherever it stands, and no other
# reader of YAML takes it for something else than a text.
_PLAIN = re.compile(r"[^\W\d_](?:[\w .'()/+%;-]*[\w.)%])?")
_WORDS = frozenset({"false", "n", "no", "null", "off", "on", "true", "y", "yes"})
"""In any case no texts to YAML 1.1."""
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?", re.ASCII)


class Manner(NamedTuple):
    """The manner of what stands between brackets."""

    quoted: bool = False
    """Whether keys and texts have quotation marks, as JSON wants it."""

    tight: bool = False
    """Whether no blank follows a colon or a comma."""

    ascii_only: bool = False
    """Whether characters beyond ASCII are written as escapes."""

    @property
    def comma(self) -> str:
        """What stands between two entries."""
        return "," if self.tight else ", "


def manner_of(text: str, record: Layout) -> Manner:
    """Return the manner in which a *record* between brackets is written."""
    first = record.entries[0]
    quoted = text[first.start] == '"'
    tight = quoted and text[first.value.start - 1] == ":"
    return Manner(quoted, tight, quoted and text.isascii() and "\\u" in text)


YAML = Manner()
"""That of a file that people type."""


def scalar(value: str | int, manner: Manner = YAML) -> str:
    r"""Return a value as it is written in YAML, or in JSON.

    >>> print(scalar("Fire drill"), scalar("a: b"), scalar("two\nlines"), scalar("No"))
    Fire drill "a: b" "two\nlines" "No"
    >>> print(scalar("2026-11-30T14:00Z"), scalar("2026-11-30T14:00Z", Manner(quoted=True)))
    2026-11-30T14:00Z "2026-11-30T14:00Z"
    """
    if isinstance(value, int):
        return str(value)
    is_plain = _INSTANT.fullmatch(value) or (
        _PLAIN.fullmatch(value) and value.lower() not in _WORDS and value.isprintable()
    )
    if is_plain and not manner.quoted:
        return value
    return json.dumps(value, ensure_ascii=manner.ascii_only)


def pair(key: str, written: str, manner: Manner) -> str:
    """Return a key with a value that is written already."""
    name = f'"{key}"' if manner.quoted else key
    return f"{name}:{written}" if manner.tight else f"{name}: {written}"


def in_braces(fields: Fields, manner: Manner = YAML) -> str:
    """Return a record on one line.

    >>> in_braces({"from": "2026-11-30T14:00Z", "reason": "Fire drill"})
    '{from: 2026-11-30T14:00Z, reason: Fire drill}'
    """
    return f"{{{manner.comma.join(_pairs(fields, manner))}}}"


def spread(fields: Fields, manner: Manner, margin: str, unit: str, line_end: str) -> str:
    """Return a record whose entries have a line each; *margin* is that of its last line."""
    inner = f"{line_end}{margin}{unit}"
    return f"{{{inner}{f',{inner}'.join(_pairs(fields, manner))}{line_end}{margin}}}"


def _pairs(fields: Fields, manner: Manner) -> list[str]:
    return [pair(key, scalar(value, manner), manner) for key, value in fields.items()]
