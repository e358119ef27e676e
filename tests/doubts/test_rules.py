"""Each file in cases is doubted for its name, in exactly the words that lie beside it.

What is called near-miss in a file is as near to the doubt as can be without being one. After a
change of words run `python -m tests.refresh` and read the diff.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from supportlines import doubts
from supportlines.directory.reading import read
from supportlines.doubts import DOUBTS, examine
from supportlines.doubts.ground import lay_ground
from supportlines.doubts.guarded import FAILED
from supportlines.doubts.registry import FINDS, SUBJECTS

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


@pytest.fixture
def examined_cases():
    """Return what is looked at in each of the files."""
    readings = [read(path.read_bytes(), path.name) for path in FILES]
    return [lay_ground(one.part, one.document.text, TODAY, 365) for one in readings if one.part]


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
    expected = set(DOUBTS) - {FAILED}  # no file is to have it: see test_failing.py

    assert {path.stem for path in FILES} == expected
    assert {path.stem for path in CASES.glob("*.txt")} == expected


def test_every_doubt_is_explained():
    """The reference has a section for each code, with its title."""
    page = REFERENCE.read_text(encoding="utf-8")

    found = re.findall(r"^### `([a-z-]+)`\n\n\*(.+)\.\*$", page, re.MULTILINE)

    titles = {code: one.title for code, one in DOUBTS.items()}
    assert {code: title[0].lower() + title[1:] for code, title in found} == titles
    assert len(found) == len(titles)


def test_every_module_with_doubts_is_asked():
    """One that is in no list would be looked at by nobody."""
    rooms = pkgutil.iter_modules(doubts.__path__, "supportlines.doubts.")
    modules = [importlib.import_module(one.name) for one in rooms]

    with_doubts = [one for one in modules if isinstance(getattr(one, "DOUBTS", None), tuple)]

    assert {one.__name__ for one in with_doubts} == {one.__name__ for one in SUBJECTS}


def test_what_finds_doubts_says_which(examined_cases):
    """Whatever the files are doubted for is announced by the function that says it."""
    announced = {}
    for code, one in DOUBTS.items():
        for find in one.finds:
            announced.setdefault(find, set()).add(code)
    said = {}
    for ground in examined_cases:
        for find, _ in FINDS:
            said.setdefault(find, set()).update(one.code for one in find(ground))

    assert {find: codes for find, codes in said.items() if codes - announced[find]} == {}


def fresh():
    """Return what each file beside a case holds now, for `python -m tests.refresh`."""
    return {path.with_suffix(".txt"): messages(path).encode() for path in FILES}
