"""Paragraphs, labels and tables for a terminal of a given width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Callable, Sequence

from supportlines.errors import one_line, visible

Paint = Callable[[str, str], str]
"""Takes a text and the role it plays ("open", "strong", …) and returns it, perhaps coloured."""


_BLANKS = str.maketrans("\t\n\x0b\x0c\r", " " * 5)


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
    return len(text) if text.isascii() else _columns(text)


@lru_cache(maxsize=1024)  # the marks and short texts of a page come again and again
def _columns(text: str) -> int:
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
    """Return *text* in lines of at most *width* columns; words longer than that stay whole.

    `textwrap` counts characters, of which some take two columns, and takes most of the time of
    an answer.

    >>> wrapped("Call us or write to us.", "Why: ", "     ", 30)
    ['Why: Call us or write to us.']
    >>> wrapped("Call us or write to us: we answer.", "Why: ", "     ", 30)
    ['Why: Call us or write to us:', '     we answer.']
    """
    width = max(width, 30)
    line, columns, is_empty = first, width_of(first), True
    if not text.isprintable():
        text = visible(text).translate(_BLANKS)
    elif columns + width_of(text) <= width and text.strip(" ") == text != "":
        return [first + text]  # as most texts do
    lines: list[str] = []
    gap = 0
    for word in text.split(" "):
        if not word:  # one more blank between two words
            gap += 1
            continue
        takes = len(word) if word.isascii() else width_of(word)
        if is_empty:
            line += word
        elif columns + gap + takes <= width:
            line += " " * gap + word
            columns += gap
        else:
            lines.append(line)
            line, columns = rest + word, width_of(rest)
        columns += takes
        is_empty, gap = False, 1
    lines.append(line.rstrip() if is_empty else line)
    return lines


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
