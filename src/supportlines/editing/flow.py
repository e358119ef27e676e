"""How a record or a list between brackets is continued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterator

from supportlines.editing.places import (
    Insertion,
    line_end_at,
    line_start,
    line_stop,
    margin_of,
)
from supportlines.editing.writing import in_braces, pair, spread

if TYPE_CHECKING:
    from supportlines.directory.reading import Layout
    from supportlines.editing.writing import Fields, Manner

_UNIT = "  "


def key_within(
    text: str, record: Layout, key: str, fields: Fields, manner: Manner
) -> Iterator[list[Insertion]]:
    """Yield how a *record* gets a *key* with a list of one entry."""
    unit = _unit(text, record)

    def written(margin: str | None) -> str:
        if margin is None or not manner.quoted:
            return pair(key, f"[{in_braces(fields, manner)}]", manner)
        line_end = line_end_at(text, record.start)
        one = spread(fields, manner, margin + unit, unit, line_end)
        return pair(key, f"[{line_end}{margin}{unit}{one}{line_end}{margin}]", manner)

    yield _continued(text, record, written, manner)


def entry_within(
    text: str, listed: Layout, fields: Fields, manner: Manner
) -> Iterator[list[Insertion]]:
    """Yield how a list gets one entry more, written as its last one is."""
    if not listed.entries:
        yield _first(text, listed, fields, manner)
        return
    last = listed.entries[-1].value

    def written(margin: str | None) -> str:
        if margin is None or not last.entries or margin_of(text, last.entries[0].start) is None:
            return in_braces(fields, manner)
        return spread(fields, manner, margin, _unit(text, last), line_end_at(text, last.start))

    yield _continued(text, listed, written, manner)


def _first(text: str, listed: Layout, fields: Fields, manner: Manner) -> list[Insertion]:
    """Return how an empty list gets its entry: before the bracket that closes it."""
    closing = listed.end - 1
    margin = margin_of(text, closing)
    line_end = line_end_at(text, listed.start)
    if margin is not None and line_start(text, closing) > listed.start:
        new = f"{margin}{_UNIT}{in_braces(fields, manner)}{line_end}"
        return [Insertion(line_start(text, closing), new)]
    return [Insertion(closing, in_braces(fields, manner))]


def _continued(
    text: str, around: Layout, written: Callable[[str | None], str], manner: Manner
) -> list[Insertion]:
    """Return how one entry more stands behind the last one of *around*.

    *written* is given the margin if the entry has a line of its own, as the last one has.
    """
    last = around.entries[-1]
    end = last.value.end
    margin = margin_of(text, last.start)
    following = _next_mark(text, end)
    has_comma = text[following : following + 1] == ","
    anchor = following + 1 if has_comma else end
    if margin is None:
        comma = "" if has_comma else ","
        blank = "" if manner.tight else " "
        return [Insertion(anchor, f"{comma}{blank}{written(None)}")]
    line_end = line_end_at(text, end)
    stop = line_stop(text, anchor)
    if text[anchor:stop].partition("#")[0].strip(" \t"):  # the bracket closes on the same line
        comma = "" if has_comma else ","
        return [Insertion(anchor, f"{comma}{line_end}{margin}{written(margin)}")]
    new = f"{line_end}{margin}{written(margin)}"
    if has_comma:
        return [Insertion(stop, f"{new},")]
    return [Insertion(end, ","), Insertion(stop, new)]


def _next_mark(text: str, index: int) -> int:
    """Return the first index from *index* on of what is neither blank nor comment."""
    while index < len(text):
        if text[index] == "#":
            index = line_stop(text, index)
        elif text[index] in " \t\r\n":
            index += 1
        else:
            break
    return index


def _unit(text: str, record: Layout) -> str:
    """Return by how much the entries of a *record* stand to the right of its bracket's line."""
    inner = margin_of(text, record.entries[0].start)
    start = line_start(text, record.start)
    line = text[start : record.start + 1]
    outer = line[: len(line) - len(line.lstrip(" \t"))]
    if inner is None or not inner.startswith(outer) or inner == outer:
        return _UNIT
    return inner[len(outer) :]
