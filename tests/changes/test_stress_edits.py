"""Edits of the directory that uses every rule: each is told exactly, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from supportlines.changes import compare
from supportlines.directory import load_directory

TESTS = Path(__file__).resolve().parents[1]
EDITS = yaml.load(  # all values are texts
    Path(__file__).with_name("stress_edits.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - it makes texts only
)
FEWER = [
    # Two of the countries that no region names stand for all; the others cost a minute.
    ("countries: rest", "countries: [BR, NZ]"),
    # With one clock, America is compared once.
    (
        "countries:\n  AU:",
        (
            "countries:\n  US: {time_zone: America/New_York}\n"
            "  CA: {time_zone: America/Toronto}\n  AU:"
        ),
    ),
]


def replaced(text, before, after):
    """Return *text* with one passage replaced, which must be there once."""
    assert text.count(before) == 1, before
    return text.replace(before, after)


@pytest.fixture(scope="module")
def text():
    """Return the file, with fewer countries and clocks."""
    found = (TESTS / "data" / "stress" / "directory.yaml").read_text(encoding="utf-8")
    for before, after in FEWER:
        found = replaced(found, before, after)
    return found


@pytest.fixture(scope="module")
def old(text):
    """Return the directory before the edit."""
    return load_directory(text.encode("utf-8"), "old.yaml")


@pytest.mark.sampled
@pytest.mark.parametrize("row", EDITS, ids=[row["edit"].replace(" ", "_") for row in EDITS])
def test_an_edit_is_told_and_nothing_else(old, text, row):
    """As code and sentence, in order."""
    new = load_directory(replaced(text, row["before"], row["after"]).encode("utf-8"), "new.yaml")

    told = [{one.code: one.sentence} for one in compare(old, new)]

    assert told == row["told"]


def test_an_edit_that_is_undone_concerns_the_same_callers(old, text):
    """Who is served at other hours now was before."""
    row = next(one for one in EDITS if one["edit"] == "rule of brand")
    new = load_directory(replaced(text, row["before"], row["after"]).encode("utf-8"), "new.yaml")

    (there,), (back,) = compare(old, new), compare(new, old)

    assert there.only_for == back.only_for == (("brand", ("south",)),)
    assert there.countries == back.countries == ("AU",)
