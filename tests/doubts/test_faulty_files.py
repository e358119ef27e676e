"""Doubts about a file with problems: those of the part without them, and never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportlines.directory import DirectoryError, load_directory

INVALID = Path(__file__).parent.parent / "invalid"
SHIPPED = Path(__file__).parent.parent / "data"
HEAD = """\
directory:
  id: example
  name: Example
  sources:
    - {id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}
tiers: {standard: {}}
regions:
  - id: region
    countries: [DE]
    availability: {standard: "Mo-Fr 09:00-05:00"}
"""
LINE = '      - {id: de, number: "+44 20 7946 0958", published_as: 020 7946 0958, serves: [DE]}\n'


@pytest.mark.parametrize("path", sorted(INVALID.glob("*.yaml")), ids=lambda path: path.stem)
def test_check_finds_the_problems_that_loading_finds(examined, path):
    """The same in the same order, whatever is doubted beside them."""
    content = path.read_bytes()
    try:
        load_directory(content, path.name)
        problems = ()
    except DirectoryError as error:
        problems = error.problems

    assert examined(content, path.name).problems == problems


@pytest.mark.parametrize(
    ("wrong", "codes"),
    [
        # a line that is wrong does not hide the doubts about the others
        (
            '    lines:\n      - {id: bad, number: "+999 20"}\n' + LINE,
            ["improbable-span", "number"],
        ),
        # nor does a key of a region
        ("    langauges: [de]\n    lines:\n" + LINE, ["improbable-span", "number"]),
        ("    languages: [german]\n    lines:\n" + LINE, ["improbable-span", "number"]),
        # nor one of the whole file
        ("    lines:\n" + LINE + "guesses: {}\n", ["improbable-span", "number"]),
        # a rule that is wrong takes the hours of its region with it
        (
            "    lines:\n" + LINE + "  - id: other\n    countries: [AT]\n"
            "    availability: {standard: Mo-Fr 9-17}\n",
            ["improbable-span", "number"],
        ),
        # a region without an id cannot be left out
        ("    lines:\n" + LINE + "  - id: [other]\n", []),
    ],
)
def test_a_problem_does_not_hide_doubts(examined, wrong, codes):
    """Nobody has to mend one kind of mistake before seeing the other."""
    found = examined(HEAD + wrong)

    assert found.problems
    assert [one.code[: len(code)] for one, code in zip(found.doubts, codes)] == codes
    assert len(found.doubts) == len(codes)


def test_more_doubts_than_anybody_reads_are_counted(examined):
    """Two hundred of a kind, and how many there are more."""
    lines = "".join(LINE.replace("id: de", f"id: de-{number}") for number in range(250))

    found = examined(HEAD + "    lines:\n" + lines)

    count = [one for one in found.doubts if one.code == "number-not-of-country"]
    assert len(count) == 201
    assert count[-1].message == "there are 50 doubts more of this kind. Look at these first."
