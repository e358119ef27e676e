"""The picture of the rooms is that of the code."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import supportlines

PACKAGE = Path(supportlines.__file__).parent
DOCS = Path(__file__).resolve().parents[2] / "docs"


def script():
    """Return the module that draws."""
    spec = importlib.util.spec_from_file_location("drawing", DOCS / "draw_architecture.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_is_that_of_the_code():
    """After a change of the rooms run `python docs/draw_architecture.py` and look at it."""
    drawing = script()

    assert drawing.PICTURE.read_text(encoding="utf-8") == drawing.picture(PACKAGE)


def test_every_room_is_drawn_with_what_it_uses():
    """What it does not use has no arrow: the values know nothing of each other."""
    rooms = {"hours", "phones", "languages", "lookup", "words", "directory"}

    arrows = script().uses(rooms, PACKAGE)

    assert arrows["hours"] == arrows["phones"] == arrows["languages"] == set()
    assert "directory" not in arrows["words"]
    assert {"words", "directory", "hours"} <= arrows["lookup"]
