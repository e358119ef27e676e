"""Doubts about a file with problems: those of the part without them, and never a crash."""

from __future__ import annotations

import re
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


WHOLE = """\
directory:
  id: example
  name: Example
  sources:
    - {id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}
tiers: {standard: {}, premium: {}}
countries: {AT: {time_zone: Europe/Vienna}}
regions:
  - id: region
    countries: [DE]
    languages: [de]
    availability: {standard: {hours: "24/7", languages: [de]}}
    accept: {improbable-span: It is no doubt.}
    lines:
      - {id: old, number: "+49 30 23125 000", published_as: 030 23125 000, valid_until: 2026-10-31}
      - {id: way, number: "+49 30 23125 001", published_as: 030 23125 001, fallback: true,
         dialable_from: [AT]}
"""
NOBODY = {
    "accept-unused",
    "country-in-no-region",
    "dialable-elsewhere",
    "fallback-leads-nowhere",
    "past-validity",
    "tier-not-reachable",
}


@pytest.mark.parametrize(
    "wrong",
    [
        # a line whose number is wrong, which has the hours, replaces, and is spoken on
        '      - {id: new, number: "+49", published_as: x, availability: {premium: "24/7"}}\n',
        # a region whose hours, languages or countries are wrong
        "  - id: other\n    countries: [AT]\n    availability: {premium: Mo-Fr 9-17}\n",
        "  - id: other\n    countries: [Austria]\n    availability: {premium: 24/7}\n",
        # a word that a typing mistake keeps from meeting another
        "  - id: other\n    countries: [AT]\n    availability: {premum: 24/7}\n",
    ],
)
def test_nobody_is_said_only_where_nothing_is_wrong(examined, wrong):
    """What could not be read may be what is said to be missing."""
    whole = examined(WHOLE)
    found = examined(WHOLE + wrong)

    assert whole.problems == ()
    assert {one.code for one in whole.doubts} >= NOBODY
    assert found.problems
    assert {one.code for one in found.doubts} & (NOBODY - {"dialable-elsewhere"}) == set()


def test_who_is_served_is_not_doubted_where_countries_are_wrong(examined):
    """A line of a region with a mistyped country would serve nobody, and be of another country."""
    region = (
        "  - id: other\n    countries: [{}]\n    availability: {{standard: 24/7}}\n    lines:\n"
    )
    line = LINE.replace(", serves: [DE]", ", dialable_from: [GB]").replace("id: de", "id: gb")
    inner = "    regions:\n      - {id: inside, countries: [FR]}\n"

    known = examined(HEAD + region.format("AT") + line + inner)
    unknown = examined(HEAD + region.format("Great Britain") + line + inner)

    codes = ["dialable-elsewhere", "number-not-of-country"]
    assert sorted({one.code for one in known.doubts} & set(codes)) == codes
    assert [one.code for one in unknown.doubts] == ["improbable-span"]


def test_more_doubts_than_anybody_reads_are_counted(examined):
    """Two hundred of a kind, and how many there are more."""
    lines = "".join(LINE.replace("id: de", f"id: de-{number}") for number in range(250))

    found = examined(HEAD + "    lines:\n" + lines)

    count = [one for one in found.doubts if one.code == "number-not-of-country"]
    assert len(count) == 201
    assert count[-1].message == "there are 50 doubts more of this kind. Look at these first."


CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_what_is_wrong_elsewhere_raises_no_doubt(examined, path):
    """With any one line refused, nothing is doubted that is not doubted in the sound file.

    A doubt that says that there is none of something needs the whole file (`needs`).
    """
    text = path.read_text(encoding="utf-8")
    whole = {one.path for one in examined(text).doubts}
    places = [match.start() for match in re.finditer(r"- \{id: [^\n]*(?:number|unusable)", text)]
    for place in places:
        faulty = f"{text[:place]}- {{wrong: x, {text[place + 3 :]}"
        found = examined(faulty)

        assert any("wrong" in one.message for one in found.problems)
        assert {(one.code, one.path) for one in found.doubts if one.path not in whole} == set()
