"""How a value of a text is written: its style, and where each part of it stands."""

from __future__ import annotations

import pytest

from supportlines.directory.reading import layout_of

TEXT = """\
a:
  - b: plain text  # c
    c: "quoted"
    d: |
      scroll
  - {e: [], f: {g: 'h'}}
i: j
"""


def parts(value):
    """Return what stands in the text for each entry, with its key."""
    return [(one.key, TEXT[one.value.start : one.value.end]) for one in value.entries]


def test_entries_of_a_record_stand_where_they_stand():
    """From the first character of each value up to, not including, what follows it."""
    found = layout_of(TEXT, ("a", 0))

    assert (found.kind, found.style) == ("record", "block")
    assert parts(found) == [("b", "plain text"), ("c", '"quoted"'), ("d", "|\n      scroll\n")]
    assert TEXT[found.start :].startswith("b: plain")
    assert found.last_text.style == "|"


def test_brackets_belong_to_what_they_hold():
    """In flow style the end is behind the bracket that closes."""
    found = layout_of(TEXT, ("a", 1))

    assert (found.kind, found.is_flow) == ("record", True)
    assert parts(found) == [("e", "[]"), ("f", "{g: 'h'}")]
    assert found.entry("f").value.entries[0].value.style == "'"
    assert found.entry("x") is None


def test_whole_text_is_a_value_too():
    """Its path is empty."""
    found = layout_of(TEXT, ())

    assert [one.key for one in found.entries] == ["a", "i"]
    assert [one.value.kind for one in found.entries] == ["list", "text"]


@pytest.mark.parametrize("path", [("x",), ("a", 2), ("a", "b"), ("i", "j"), ("a", 0, "b", 0)])
def test_path_that_leads_nowhere_has_no_layout(path):
    """Nor has one of a text that ends before it does."""
    assert layout_of(TEXT, path) is None
    assert layout_of("a: [", ("a",)) is None
    assert layout_of("", ()) is None


def test_pairs_of_escapes_move_nothing():
    """JSON writes a character beyond U+FFFF as two escapes; what follows stands where it stands."""
    text = '{"a": "\\ud83d\\ude00", "b": ["\\ud83d\\ude00", "c"]}'

    found = layout_of(text, ("b",))

    assert text[found.start : found.end] == '["\\ud83d\\ude00", "c"]'
    assert [text[one.value.start : one.value.end] for one in found.entries] == [
        '"\\ud83d\\ude00"',
        '"c"',
    ]
