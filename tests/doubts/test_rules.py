"""Each file in cases is doubted for its name, in exactly the words that lie beside it.

What is called near-miss in a file is as near to the doubt as can be without being one. After a
change of words run `python tests/doubts/test_rules.py` and read the diff.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from supportlines.directory.codes import TITLES
from supportlines.directory.doubts import examine
from supportlines.directory.doubts.guarded import FAILED

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*.yaml"))
REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "doubts.md"
TODAY = dt.date(2026, 11, 23)


def examination(path):
    """Return what is found in the file."""
    return examine(path.read_bytes(), path.name, today=TODAY)


def messages(path):
    """Return all that is said about the file."""
    found = examination(path)
    return "".join(f"{one}\n" for one in (*found.problems, *found.doubts))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_file_gives_the_words_beside_it(path):
    """Place, record, value, what was probably meant, remedy and code are as written."""
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")

    assert expected == messages(path)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_file_is_doubted_for_its_name_and_near_misses_are_not(path):
    """A rule that says nothing, or too much, fails here whatever the words beside the file."""
    doubts = [one for one in examination(path).doubts if one.code == path.stem]

    assert doubts
    assert [one for one in doubts if "near-miss" in one.path] == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_file_has_near_misses(path):
    """A rule is known by what it lets pass."""
    assert "near-miss" in path.read_text(encoding="utf-8")


def test_every_doubt_has_a_file():
    """No code without an example, no example without its words."""
    expected = set(TITLES) - {FAILED}  # no file is to have it: see test_failing.py

    assert {path.stem for path in FILES} == expected
    assert {path.stem for path in CASES.glob("*.txt")} == expected


def test_every_doubt_is_explained():
    """The reference has a section for each code, in their order, with its title."""
    page = REFERENCE.read_text(encoding="utf-8")

    found = re.findall(r"^### `([a-z-]+)`\n\n\*(.+)\.\*$", page, re.MULTILINE)

    assert [(code, title[0].lower() + title[1:]) for code, title in found] == list(TITLES.items())


if __name__ == "__main__":
    for file in FILES:
        file.with_suffix(".txt").write_text(messages(file), encoding="utf-8")
