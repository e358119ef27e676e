"""Draw the rooms of the code from its imports: `python docs/draw_architecture.py`.

Writes `docs/explanation/architecture.svg`. It needs nothing but Python.
"""

from __future__ import annotations

import ast
import configparser
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "supportlines"
PICTURE = Path(__file__).parent / "explanation" / "architecture.svg"
EVERYBODY_S = frozenset({"errors"})
WIDTH, HEIGHT, GAP, FLOOR = 112, 34, 26, 74
STYLE = (
    "text{font:13px sans-serif;text-anchor:middle;dominant-baseline:central;fill:#1d2733}"
    "rect{fill:#eef3f8;stroke:#5b7083}.uses{fill:none;stroke:#5b7083;marker-end:url(#a)}"
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#1b2733;stroke:#8fa3b5}"
    ".uses{stroke:#8fa3b5}}"
)


def floors() -> list[list[str]]:
    """Return the rooms from the top floor down, as the contract of layers has them."""
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    layers = contracts["importlinter:contract:layers"]["layers"].split("\n")
    rows = [[name.strip(" ()") for name in row.split("|")] for row in layers if row.strip()]
    return [row for row in rows if row not in (["__main__"], ["data"])]


def uses(rooms: set[str], source: Path = SOURCE) -> dict[str, set[str]]:
    """Return for each room the rooms that its modules import."""
    found: dict[str, set[str]] = {room: set() for room in rooms}
    for path in source.rglob("*.py"):
        room = path.relative_to(source).parts[0].replace(".py", "")
        if room not in rooms:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
            elif isinstance(node, ast.Import):
                names = [one.name for one in node.names]
            else:
                continue
            for name in names:
                parts = name.split(".")
                if parts[0] == "supportlines" and len(parts) > 1 and parts[1] in rooms:
                    found[room].add(parts[1])
        found[room].discard(room)
    return found


def reached(room: str, arrows: dict[str, set[str]]) -> set[str]:
    """Return all rooms that *room* uses, however indirectly."""
    found: set[str] = set()
    waiting = list(arrows[room])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(arrows[one])
    return found


def drawn_arrows(arrows: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return the arrows that no longer way of arrows says already."""
    return sorted(
        (room, other)
        for room, others in arrows.items()
        for other in others - EVERYBODY_S
        if not any(other in reached(one, arrows) for one in others if one != other)
    )


def picture(source: Path = SOURCE) -> str:
    """Return the picture as SVG, of the package in the folder *source*."""
    rows = floors()
    widest = max(map(len, rows))
    width = widest * (WIDTH + GAP) + GAP
    places = {}
    for floor, row in enumerate(rows):
        start = (width - len(row) * (WIDTH + GAP) + GAP) / 2
        for number, room in enumerate(row):
            places[room] = (start + number * (WIDTH + GAP), 20 + floor * FLOOR)
    arrows = drawn_arrows(uses(set(places), source))
    parts = [
        (
            '<svg xmlns="http://www.w3.org/2000/svg" '
            f'viewBox="0 0 {width:g} {len(rows) * FLOOR + 20}" '
            'role="img" aria-label="The rooms of the code, and which uses which">'
        ),
        f"<style>{STYLE}</style>",
        (
            '<marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
            'orient="auto"><path d="M0 0 8 4 0 8z" style="fill:#5b7083;stroke:none"/></marker>'
        ),
    ]
    for room, other in arrows:
        (left, top), (below_left, below) = places[room], places[other]
        start, end = left + WIDTH / 2, below_left + WIDTH / 2
        skipped = round((below - top) / FLOOR) - 1
        between = [x for x, y in places.values() if top < y < below]
        is_hidden = any(x < start < x + WIDTH for x in between)
        # What would pass behind another room passes at its side.
        aside = start + (WIDTH * 0.75 + 22 * skipped) * (-1 if start >= end else 1)
        first, second = (aside, aside) if is_hidden else (start, end)
        bend = (0.9 if is_hidden else 0.5) * FLOOR
        parts.append(
            f'<path class="uses" d="M{start:g} {top + HEIGHT:g}'
            f"C{first:g} {top + HEIGHT + bend:g} {second:g} {below - bend:g}"
            f' {end:g} {below:g}"/>'
        )
    for room, (left, top) in places.items():
        parts.append(
            f'<rect x="{left:g}" y="{top:g}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>'
            f'<text x="{left + WIDTH / 2:g}" y="{top + HEIGHT / 2:g}">{escape(room)}</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
