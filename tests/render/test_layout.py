"""Paragraphs of a given width."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportlines.render.layout import width_of, wrapped


@given(
    st.text("ab -\té·\n", max_size=60), st.sampled_from(["", "  – ", "  Why       "]),
    st.integers(1, 60),
)  # fmt: skip
def test_lines_are_those_of_textwrap(text, first, width):
    """Where a character takes a column; a tab is a blank, and none begins a text."""
    lines = textwrap.wrap(
        text.replace("\t", " ").lstrip(" \n"),
        max(width, 30),
        initial_indent=first,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )

    assert wrapped(text, first, "    ", width) == (lines or [first.rstrip()])


@given(st.text("ab 日本é\u0301", max_size=90), st.integers(30, 60))
def test_no_line_is_wider_than_it_may_be(text, width):
    """Characters of East Asia take two columns; a word alone may be wider than a line."""
    lines = wrapped(text, "  – ", "    ", width)
    gap = max(map(len, re.findall(" +", text)), default=1)  # blanks within a line stay

    assert " ".join(" ".join(lines)[4:].split()) == " ".join(text.split())
    for line, following in zip(lines, [*lines[1:], ""]):
        assert width_of(line) <= width or len(line.split()) <= (2 if line is lines[0] else 1)
        if following:  # its first word did not fit
            assert width_of(line) + gap + width_of(following.split()[0]) > width


def test_a_blank_that_does_not_break_does_not():
    """The digits of a number stay together."""
    number = "+44\u00a020\u00a07946\u00a00958"

    assert wrapped(f"Call the office on {number} now.", "", "", 30) == [
        "Call the office on", f"{number} now."
    ]  # fmt: skip


@pytest.mark.parametrize(("columns", "lines"), [(30, 2), (31, 1), (5, 2)])
def test_a_line_is_as_long_as_it_may_be(columns, lines):
    """31 columns, and never fewer than 30 on a narrow terminal."""
    assert len(wrapped("ten digits and two more words", "- ", "  ", columns)) == lines
