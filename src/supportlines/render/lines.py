"""A directory's lines as a table for people and as data for programs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Sequence, Tuple

from supportlines.lookup.resolution import desk_told, languages_of
from supportlines.render.layout import Paint, careful, plain, table

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region

Listed = Tuple["Line", Tuple["Region", ...]]
"""A line with its regions, innermost first."""


def lines_data(listed: Sequence[Listed], facts: Facts | None = None) -> list[dict[str, Any]]:
    """Return one dictionary a line, ready for `json.dumps`, in the order given.

    Desks are told if *facts* are given and have several.
    """
    return [
        {
            "line": line.id,
            "regions": [region.id for region in chain],
            "serves": list(line.serves),
            "desk": _desk(line, facts),
            "label": line.label,
            "number": line.number.e164 if line.number is not None else None,
            "digits": line.number.digits if line.number is not None else None,
            "only_in": _only_in(line),
            "published_as": line.published_as,
            "kind": line.kind,
            "languages": list(languages_of(line, chain)),
            "fallback": line.fallback,
            "unusable": line.unusable,
        }
        for line, chain in listed
    ]


def lines_text(
    listed: Sequence[Listed], facts: Facts | None = None, *, paint: Paint = plain
) -> str:
    """Return a table of the lines, one block a region.

    Where the directory of *facts* has several desks, the second column tells which.
    """
    paint = careful(paint)
    rows = [_row(line, chain) for line, chain in listed]
    if facts is not None and len(facts.desks) > 1:
        names = [_desk(line, facts) or "" for line, _ in listed]
        rows = [(row[0], name, *row[1:]) for row, name in zip(rows, names)]
    laid_out = table(rows)
    found: list[str] = []
    numbered = zip(listed, laid_out)
    for path, group in groupby(numbered, key=lambda pair: _path(pair[0][1])):
        found += ["", paint(path, "strong")] if found else [paint(path, "strong")]
        found += ["  " + text for _, text in group]
    return "\n".join(found) + "\n"


def _desk(line: Line, facts: Facts | None) -> str | None:
    return desk_told(facts, line) if facts is not None else None


def _row(line: Line, chain: tuple[Region, ...]) -> tuple[str, ...]:
    return (
        " ".join(line.serves) or "all",
        line.label or "",
        line.published_as,
        _number(line),
        " ".join(languages_of(line, chain)) or "not stated",
        line.kind.replace("_", " ") + (", fallback" if line.fallback else ""),
    )


def _number(line: Line) -> str:
    if line.number is None:
        return "not dialable"
    if line.number.exists_in:
        return f"{line.number.grouped} (only in {', '.join(line.number.exists_in)})"
    return line.number.grouped


def _only_in(line: Line) -> str | list[str] | None:
    """Return the country in which the digits of a line exist, or a list of several."""
    if line.number is None or not line.number.exists_in:
        return None
    return line.number.only_in or list(line.number.exists_in)


def _path(chain: tuple[Region, ...]) -> str:
    return " / ".join(region.name for region in reversed(chain))
