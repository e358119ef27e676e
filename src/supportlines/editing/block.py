"""How a record or a list in block style is continued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Sequence

from supportlines.editing.places import (
    Insertion,
    column_of,
    line_above,
    line_end_at,
    line_start,
    line_stop,
    margin_of,
)
from supportlines.editing.writing import in_braces, scalar

if TYPE_CHECKING:
    from supportlines.directory.reading import Layout
    from supportlines.editing.writing import Fields

_DASH = "- "


def key_after(
    text: str, record: Layout, key: str, fields: Fields, offset: int
) -> Iterator[list[Insertion]]:
    """Yield how a *record* gets a *key* with a list of one entry, the best way first.

    *offset* says how far the dashes of lists stand to the right of their keys.
    """
    margin = " " * column_of(text, record.start)
    new = [f"{margin}{key}:", f"{margin}{' ' * offset}{_DASH}{in_braces(fields)}"]
    yield from _below(text, record, new)
    # A text that reaches to the very end of the file would get a line end that it has not.
    yield from _above(text, record.entries[-1].start, new)


def entry_after(text: str, listed: Layout, fields: Fields) -> Iterator[list[Insertion]]:
    """Yield how a list gets one entry more, written as its last one is; the best way first."""
    column = column_of(text, listed.start)
    last = listed.entries[-1].value
    margin = " " * column
    new = [f"{margin}{_DASH}{in_braces(fields)}"]
    if last.kind == "record" and not last.is_flow:
        inner = column_of(text, last.start)
        pairs = [f"{name}: {scalar(value)}" for name, value in fields.items()]
        new = [f"{' ' * inner}{one}" for one in pairs]
        # A first key on the line below its dash is no way of ours.
        new[0] = f"{margin}{_DASH}".ljust(inner) + pairs[0]
    yield from _below(text, listed, new)
    yield from _above(text, listed.start, new)


def _above(text: str, index: int, new: Sequence[str]) -> Iterator[list[Insertion]]:
    """Yield how lines are put above the one that begins with what stands at *index*."""
    if margin_of(text, index) is not None:
        line_end = line_end_at(text, index)
        yield [Insertion(line_start(text, index), "".join(line + line_end for line in new))]


def _below(text: str, value: Layout, new: Sequence[str]) -> Iterator[list[Insertion]]:
    """Yield how lines are put below the last line of *value*."""
    end = value.end
    is_scroll = value.last_text.style in ("|", ">")
    if is_scroll and text[end - 1 : end] in ("\n", "\r"):
        line_end = line_end_at(text, line_above(text, end))
        lines = "".join(line + line_end for line in new)
        above = _without_blank_lines(text, end)
        if above != end:
            yield [Insertion(above, lines)]
        yield [Insertion(end, lines)]
        return
    stop = line_stop(text, end)
    line_end = line_end_at(text, end)
    yield [Insertion(stop, "".join(line_end + line for line in new))]


def _without_blank_lines(text: str, index: int) -> int:
    """Return the beginning of the first of the blank lines above the line that *index* begins."""
    while index:
        above = line_above(text, index)
        if text[above:index].strip():
            break
        index = above
    return index
