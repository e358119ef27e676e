"""One command writes all golden files: nothing changes where nothing has changed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SPEC = importlib.util.spec_from_file_location("refresh", ROOT / "tests" / "refresh.py")
refresh = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(refresh)


@pytest.fixture
def fresh_pages(monkeypatch):
    """Return the module that writes the pages anew."""
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "docs"))
    spec = importlib.util.spec_from_file_location("fresh_pages", ROOT / "tests/docs/refresh.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", [part for part in refresh.PARTS if part != "docs"])
def test_what_is_stored_is_what_would_be_written(part):
    """On a clean checkout the command changes no file."""
    assert [str(path.relative_to(ROOT)) for path in refresh.changed(part)] == []


@pytest.mark.sampled  # what the pages show is what is printed: tests/docs says so of each
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_that_is_right_stays_as_it_is(fresh_pages, page):
    """Its examples are run anew, and not a letter differs."""
    stored = page.read_bytes().replace(b"\r\n", b"\n")

    assert fresh_pages.fresh([page]) == {page: stored}


def test_every_golden_file_is_written_by_it():
    """A file that no command makes can only be edited by hand."""
    made = {path for part in refresh.PARTS if part != "docs" for path in refresh.fresh(part)}
    golden = {
        *ROOT.glob("tests/*/golden/*"),
        *ROOT.glob("tests/invalid/*.txt"),
        *ROOT.glob("tests/doubts/cases/*.txt"),
        *ROOT.glob("docs/images/*.svg"),
        *ROOT.glob("data/*.schema.json"),
    }

    assert golden <= made


def test_a_file_that_differs_is_written_and_named(tmp_path):
    """In a copy, so that the tests write nothing into the checkout."""
    shutil.copytree(ROOT / "tests" / "directory", tmp_path / "tests" / "directory")
    shutil.copytree(ROOT / "tests" / "invalid", tmp_path / "tests" / "invalid")
    shutil.copy(ROOT / "tests" / "refresh.py", tmp_path / "tests")
    wrong = tmp_path / "tests" / "invalid" / "tags.txt"
    before = wrong.read_bytes()
    wrong.write_bytes(b"something else\n")

    done = subprocess.run(
        [sys.executable, "-m", "tests.refresh", "directory"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == f"{Path('tests', 'invalid', 'tags.txt')}\n1 files changed\n"
    assert wrong.read_bytes() == before


def test_what_a_page_leaves_out_of_a_line_stays_left_out(tmp_path, fresh_pages):
    """The day of today, written into a page by one who refreshes it, is wrong tomorrow."""
    page = tmp_path / "page.md"
    page.write_text("```console\n$ echo new; echo read on $(date)\nold\nread on ...\n```\n")

    made = fresh_pages.fresh([page])

    assert made[page].decode() == (
        "```console\n$ echo new; echo read on $(date)\nnew\nread on ...\n```\n"
    )


def test_a_part_that_there_is_not_is_told():
    """With those that there are."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.refresh", "dcos"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.startswith('no part "dcos"; there are directory, doubts, ')
