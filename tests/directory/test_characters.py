"""No text of a data file holds what commands a terminal, however it was written."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from supportlines.directory import DirectoryError, load_directory
from supportlines.doubts import examine

GOOD = (Path(__file__).parent.parent / "data" / "small_directory.yaml").read_text(encoding="utf-8")
NAME = "name: Example Technical Support"
LINE = 4
"""On which the name stands, behind two spaces."""
TODAY = dt.date(2026, 11, 23)

UNSAFE = [
    *map(chr, [*range(9), *range(11, 13), *range(14, 32), *range(0x7F, 0xA0)]),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029",
    *"\ufdd0\ufdef\ufeff\ufffe\uffff\U0001fffe\U0010ffff",
]


def refused(content):
    """Return what is said of a file that `load` and `check` refuse for the same reasons."""
    with pytest.raises(DirectoryError) as caught:
        load_directory(content, "any.yaml")
    problems = caught.value.problems
    assert examine(content, "any.yaml", today=TODAY).problems == problems
    return [str(problem) for problem in problems]


def shown(character):
    """Return a character as messages show it, worked out here by Python's own rule for ASCII."""
    return ascii(character)[1:-1]


def said(line, column, where, what):
    """Return the message, the character as *what*."""
    return f"any.yaml:{line}:{column}: {where}there is an invisible character {what}. Delete it."


@pytest.mark.parametrize("character", UNSAFE, ids=ascii)
def test_a_character_that_commands_is_refused_as_it_stands(character):
    """In the file itself: at its place."""
    text = GOOD.replace(NAME, f"name: Te{character}st")

    assert refused(text.encode()) == [said(LINE, 11, "", shown(character))]


@pytest.mark.parametrize("start", ["\ufeff", "\ufeffé: ", "# é\n"])
def test_a_mark_of_byte_order_is_one_at_the_beginning_alone(start):
    """The first is the file's; any other is a character in the middle of it."""
    assert load_directory(f"\ufeff{GOOD}".encode(), "any.yaml")
    before = start.lstrip("\ufeff")
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1

    found = refused(f"{start}\ufeff{GOOD}".encode())

    assert found == [said(line, column, "", "\\ufeff")]


@pytest.mark.parametrize("character", [*UNSAFE, "\r"], ids=ascii)
def test_a_character_that_commands_is_refused_where_an_escape_makes_it(character):
    """In YAML's quotation marks and in JSON's: at the escape, past other escapes."""
    text = GOOD.replace(NAME, f'name: "T\\u00e9\\U{ord(character):08x}st"')
    as_json = json.dumps({"directory": {"name": f"T😀{character}"}})

    assert refused(text.encode()) == [said(LINE, 17, "directory / name: ", shown(character))]
    # {"directory": {"name": "T\ud83d\ude00 takes 37 characters.
    assert said(1, 38, "directory / name: ", shown(character)) in refused(as_json.encode())


@pytest.mark.parametrize(
    ("written", "place", "what"),
    [
        ("\\e[31mred", 10, "\\x1b"),  # the short names of YAML
        ("\\a", 10, "\\x07"),
        ("\\N", 10, "\\x85"),
        ("\\L", 10, "\\u2028"),
        ("\\P", 10, "\\u2029"),
        ("\\0", 10, "\\x00"),
        ("\\x9b31m", 10, "\\x9b"),  # what begins a command in one character
        ("\\\\e\\u202e", 13, "\\u202e"),  # a backslash and an e are harmless
    ],
)
def test_short_escapes_are_refused_at_their_place(written, place, what):
    """Places are counted in the file, not in the value."""
    text = GOOD.replace(NAME, f'name: "{written}"')

    assert refused(text.encode()) == [said(LINE, place, "directory / name: ", what)]


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff", "\\uD83Dx", "\\ude00\\ud83d"])
def test_half_of_a_pair_is_no_character(half):
    """JSON writes pairs; one half alone makes a text that nobody can write to a file."""
    (said,) = refused(f'{{"directory": {{"name": "T{half}"}}}}'.encode())

    assert said.startswith(f'any.yaml:1:26: "{half[:6]}" stands for no character. ')


@pytest.mark.parametrize("written", ["\\U00110000", "\\UFFFFFFFF", "\\U7fffffff"])
@pytest.mark.parametrize(("text", "column"), [('name: "%s"', 8), ('{"name": "%s"}', 11)])
def test_what_is_beyond_the_last_character_is_none(written, text, column):
    """Unicode ends at U+10FFFF."""
    (said,) = refused((text % written).encode())

    assert said.startswith(f'any.yaml:1:{column}: "{written}" stands for no character. ')


def test_keys_are_texts_as_well():
    """And no second complaint that the key is unknown."""
    text = GOOD.replace(NAME, NAME + '\n  "\\e]0;": x')

    assert refused(text.encode()) == [said(LINE + 1, 4, "directory: ", "\\x1b")]


def test_a_file_tells_of_all_its_characters_at_once():
    """As of all other mistakes."""
    text = GOOD.replace(NAME, "name: \u202eTest\u202c\n  # \x9b")

    assert len(refused(text.encode())) == 3


@pytest.mark.parametrize(
    "name",
    [
        "T\u200cest",  # joins letters in Persian
        "👩\u200d💻",  # joins one emoji of two
        "Te\u00adst",  # where a word may be parted
        "Tést תמיכה دعم 支持",  # whatever reads from right to left needs no mark for it
        "Te\ufdf0st",  # beside the noncharacters
    ],
    ids=ascii,
)
def test_what_languages_need_is_taken(name):
    """Nothing else is refused."""
    assert load_directory(GOOD.replace(NAME, f"name: {name}").encode(), "any.yaml").name == name


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_end_as_editors_end_them(ends):
    """A carriage return is structure there, and nowhere else."""
    assert load_directory(GOOD.replace("\n", ends).encode(), "any.yaml").name == NAME[6:]
