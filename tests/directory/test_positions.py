"""Problems stand at the place that an editor would jump to."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from supportlines.directory import DirectoryError, Problem, load_directory
from supportlines.directory.reading import locate, read_document

TEXT = """\
name: Test
list: [one, "two", 'three', {key: value}]
block:
  - deep:
      - "a\\tb"
      - 'it''s'
  - |
    first
    second
double: 1
double: 2
"""


@pytest.mark.parametrize(
    ("path", "key", "value", "text"),
    [
        ((), None, (1, 1), None),
        (("name",), (1, 1), (1, 7), (1, 7)),
        (("list", 0), None, (2, 8), (2, 8)),
        (("list", 1), None, (2, 13), (2, 14)),  # the text begins behind the quotation mark
        (("list", 2), None, (2, 20), (2, 21)),
        (("list", 3), None, (2, 29), None),  # a record has no text
        (("list", 3, "key"), (2, 30), (2, 35), (2, 35)),
        (("block", 0), None, (4, 5), None),
        (("block", 0, "deep", 0), None, (5, 9), None),  # an escape: columns do not fit the text
        (("block", 0, "deep", 1), None, (6, 9), None),
        (("block", 1), None, (7, 5), None),  # more than one line
        (("double",), (10, 1), (10, 9), (10, 9)),  # the first one counts
    ],
)
def test_place_of_a_path(path, key, value, text):
    """Line and column are counted from 1."""
    place = locate(TEXT, [path])[path]

    assert (place.key, place.value, place.text) == (key, value, text)
    assert place.exact


def test_path_that_leads_nowhere_ends_where_the_file_does():
    """What is missing is shown at the record that lacks it."""
    place = locate(TEXT, [("list", 3, "other")])[("list", 3, "other")]

    assert (place.value, place.exact) == ((2, 29), False)


def test_carriage_returns_and_a_byte_order_mark_do_not_move_columns():
    """Editors do not count them."""
    with pytest.raises(DirectoryError) as caught:
        load_directory(b"\xef\xbb\xbfdirectory: {id: A}\r\ntiers: {a: {b: c}}\rregions: x", "a")

    places = {(one.line, one.column) for one in caught.value.problems}
    assert {(1, 17), (2, 13), (3, 10)} <= places


def test_characters_are_counted_and_not_bytes():
    """An umlaut, a Han character and an emoji are one column each."""
    with pytest.raises(DirectoryError) as caught:
        load_directory("{ä日😀: 1, b: 2}".encode(), "a")

    places = [(one.line, one.column) for one in caught.value.problems if "is no key" in one.found]
    assert places == [(1, 2), (1, 10)]


def test_long_text_is_cut_around_the_place():
    """The caret stays below the character."""
    text = "Mo-Fr 09:00-17:00; " * 20 + "Mo 9"
    problem = Problem("a", 1, 1, "hours", text, "a time needs minutes.", "Write HH:MM.", text, 383)

    _, shown, caret, remedy = str(problem).splitlines()

    assert len(shown) < 70
    assert shown[caret.index("^")] == "9"
    assert remedy == "  Write HH:MM."


def test_problem_without_text_is_one_line():
    """FILE:LINE:COLUMN: path: what was found, what to do."""
    problem = Problem("a.yaml", 3, 7, "regions / emea", "UK", 'there is no "UK".', 'Write "GB".')

    assert str(problem) == 'a.yaml:3:7: regions / emea: there is no "UK". Write "GB".'
    assert problem.message == 'there is no "UK". Write "GB".'


def test_error_holds_its_problems_through_copies():
    """Other processes see the same problems."""
    with pytest.raises(DirectoryError) as caught:
        load_directory(b"x: y", "a.yaml")

    error = caught.value
    assert pickle.loads(pickle.dumps(error)).problems == error.problems  # noqa: S301 - made here
    assert copy.copy(error).problems == error.problems
    assert str(error) == "\n".join(map(str, error.problems))


def test_more_problems_than_anybody_reads_are_counted():
    """The first thousand are told, and how many follow."""
    with pytest.raises(DirectoryError) as caught:
        load_directory(b"regions:\n" + b"- x\n" * 1_500, "a.yaml")

    problems = caught.value.problems
    assert len(problems) == 1_001
    assert problems[-1].found == "there are 502 problems more."


def test_json_may_write_a_character_as_two_escapes():
    """json.dumps writes emoji as surrogate pairs; what follows stands where it stands."""
    text = json.dumps({"directory": {"id": "\U0001f600 \U0001f600", "nam": "x"}})

    content = read_document(text.encode()).content
    place = locate(text, [("directory", "nam")])[("directory", "nam")]

    assert content["directory"]["id"] == "\U0001f600 \U0001f600"
    assert place.key == (1, text.index('"nam"') + 1)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": %s} {',
        '{"a": %s}}',
        '{"a": %s',
        '{"a": %s, "b": @}',
        "{%s: [1, 2}",
        '{"a": %s, "b": "\\q"}',
        "[%s]]",
        '{"a": %s, b: "x\ty", c: @}',
        '{"a": %s, "b": &c &d e}',
        '{"a": %s, "b": !<x z}',
        '{"a": %s\n---\n}',
        '{"b": 1,\n"a": %s, "b": 2}',
    ],
)  # fmt: skip
def test_a_mistake_behind_two_escapes_is_where_it_is(text):
    """As behind as many other characters."""

    def said(value):
        with pytest.raises(DirectoryError) as caught:
            load_directory((text % f'"{value}"').encode(), "a")
        return [(one.line, one.column, one.found) for one in caught.value.problems]

    assert said("\\ud83d\\ude00") == said("x" * 12)


def test_a_backslash_before_an_escape_stays_a_backslash():
    """Two backslashes are one backslash, and no escape begins there."""
    text = json.dumps({"id": "\\ud83d\\ude00"})

    assert read_document(text.encode()).content["id"] == "\\ud83d\\ude00"


def test_a_place_says_whether_it_is_that_of_the_path():
    """Or of the end of what the file has of it."""
    text = "a:\n  - b: x\n"
    found = locate(text, [("a", 0, "b"), ("a", 0, "c"), ("a", 0)])

    assert {path: place.exact for path, place in found.items()} == {
        ("a", 0, "b"): True,
        ("a", 0, "c"): False,
        ("a", 0): True,
    }
