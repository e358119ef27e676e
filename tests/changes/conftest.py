"""A directory, and what becomes of it by edits of its text."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from click.testing import CliRunner

from supportlines.changes import compare
from supportlines.cli.main import command
from supportlines.directory import load_directory

DATA = Path(__file__).resolve().parents[1] / "data"
OLD = DATA / "diff_old.yaml"

# Before click 8.2, the last for Python 3.8 and 3.9, the two outputs were one unless one asked.
_APART = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}


def edited(*edits):
    """Return the directory with texts of its file replaced; each must be there."""
    text = OLD.read_text(encoding="utf-8")
    for before, after in edits:
        assert before in text, before
        text = text.replace(before, after)
    return load_directory(text.encode("utf-8"), "edited.yaml")


@pytest.fixture(scope="session")
def sentences():
    """Return what changed by edits, in sentences; the edits in *both* are in both files."""

    def changes(*edits, both=()):
        return [one.sentence for one in compare(edited(*both), edited(*both, *edits))]

    return changes


@pytest.fixture
def run():
    """Run the command."""

    def invoke(*arguments):
        return CliRunner(**_APART).invoke(command, ["diff", *map(str, arguments)])

    return invoke


@pytest.fixture(scope="session")
def data():
    """Return the folder of data files."""
    return DATA
