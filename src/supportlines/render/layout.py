"""Paragraphs, labels and tables for a terminal of a given width."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import Callable, Sequence

from supportlines.errors import one_line, visible

Paint = Callable[[str, str], str]
"""Takes a text and the role it plays ("open", "strong", …) and returns it, perhaps coloured."""


def plain(text: str, role: str) -> str:
    """Return *text* as it is: the paint of files and pipes."""
    del role
    return text


def careful(paint: Paint) -> Paint:
    """Return *paint* that sends nothing of the text to a terminal as a command."""
    return lambda text, role: paint(one_line(text), role)


def width_of(text: str) -> int:
    """Return how many columns *text* takes: wide East Asian characters take two.

    >>> width_of("日本"), width_of("Cafe\u0301")
    (4, 4)
    """
    if text.isascii():
        return len(text)
    columns = 0
    for character in text:
        if unicodedata.combining(character):
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns


def padded(text: str, columns: int) -> str:
    """Return *text* on one line, with spaces up to *columns* columns."""
    text = one_line(text)
    return text + " " * max(0, columns - width_of(text))


def wrapped(text: str, first: str, rest: str, width: int) -> list[str]:
    """Return *text* in lines of at most *width* columns; words longer than that stay whole."""
    width = max(width, 30)
    if len(first) + len(text) <= width and text.isprintable() and text.strip(" ") == text != "":
        return [first + text]  # `textwrap` says the same, and takes most of an answer's time
    return textwrap.wrap(
        visible(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def labelled(label: str, text: str, width: int, columns: int = 10) -> list[str]:
    """Return a label with its text beside it, wrapped under itself."""
    return wrapped(text, "  " + padded(label, columns), " " * (columns + 2), width)


def table(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Return *rows* as lines with columns of equal width; trailing spaces are dropped."""
    if not rows:
        return []
    rows = [[one_line(cell) for cell in row] for row in rows]
    columns = [max(width_of(row[index]) for row in rows) for index in range(len(rows[0]))]
    return [
        gap.join(padded(cell, columns[index]) for index, cell in enumerate(row)).rstrip()
        for row in rows
    ]
