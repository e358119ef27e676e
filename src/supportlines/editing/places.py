"""Lines of a text, and how something is put in between."""

from __future__ import annotations

import re
from typing import NamedTuple, Sequence

_LINE_END = re.compile(r"\r\n?|\n")


class Insertion(NamedTuple):
    """Something new in a text."""

    at: int
    """Index before which it is put."""

    new: str


def applied(text: str, insertions: Sequence[Insertion]) -> str:
    """Return *text* with *insertions*, which are in its order.

    >>> applied("ad", [Insertion(1, "b"), Insertion(1, "c")])
    'abcd'
    """
    for at, new in reversed(insertions):
        text = f"{text[:at]}{new}{text[at:]}"
    return text


def line_start(text: str, index: int) -> int:
    """Return where the line begins in which *index* is."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def line_stop(text: str, index: int) -> int:
    """Return where the line in which *index* is ends, before its line end."""
    found = _LINE_END.search(text, index)
    return len(text) if found is None else found.start()


def line_end_at(text: str, index: int) -> str:
    r"""Return the line end of the line in which *index* is; of the last line that of the first.

    >>> line_end_at("a\r\nb", 0), line_end_at("a\r\nb", 3), line_end_at("a", 0)
    ('\r\n', '\r\n', '\n')
    """
    found = _LINE_END.search(text, index) or _LINE_END.search(text)
    return "\n" if found is None else found.group()


def line_above(text: str, index: int) -> int:
    """Return where the line above the one that *index* begins has its beginning."""
    return line_start(text, index - (2 if text[index - 2 : index] == "\r\n" else 1))


def margin_of(text: str, index: int) -> str | None:
    """Return the blanks before *index* if nothing else stands before it on its line."""
    before = text[line_start(text, index) : index]
    return None if before.strip(" \t") else before


def column_of(text: str, index: int) -> int:
    """Return how many characters stand before *index* on its line."""
    return index - line_start(text, index)
