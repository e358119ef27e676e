"""One word for one thing: no two classes or named types of the code have one name."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import supportlines

ROOT = Path(supportlines.__file__).parent
READ_AS = ("directory/fields.py", "directory/reading/values.py")
"""What a type of the facts is, and which text it is read from: one thing, hence one name."""


def named():
    """Return where each class and each name of a type is defined at the top of a module."""
    found = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found[node.name].append(place)
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if name[0].isupper() and not name.isupper() and "_" not in name:
                    found[name].append(place)
    return {name: places for name, places in found.items() if not name.startswith("_")}


def test_no_two_things_have_one_name():
    """Who reads a name knows which thing is meant, in whatever room."""
    several = {name: set(places) for name, places in named().items() if len(places) > 1}

    assert {name: places for name, places in several.items() if places != set(READ_AS)} == {
        "Cost": {"phones/kinds.py", "directory/reading/values.py"},  # read as those of phones
        "Kind": {"phones/kinds.py", "directory/reading/values.py"},
        "Within": {"directory/replies.py", "directory/reading/values.py"},
    }
