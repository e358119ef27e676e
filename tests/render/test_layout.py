"""Paragraphs of a given width."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportlines.render.layout import wrapped


@given(
    st.text("ab -\u00a0\té·\n", max_size=60), st.sampled_from(["", "  – ", "  Why       "]),
    st.integers(1, 60),
)  # fmt: skip
def test_a_text_that_fits_is_laid_out_like_any_other(text, first, width):
    """The short way and `textwrap` say the same."""
    lines = textwrap.wrap(
        text, max(width, 30), initial_indent=first, subsequent_indent="    ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip

    assert wrapped(text, first, "    ", width) == (lines or [first.rstrip()])


@pytest.mark.parametrize(("columns", "lines"), [(30, 2), (31, 1), (5, 2)])
def test_a_line_is_as_long_as_it_may_be(columns, lines):
    """31 columns, and never fewer than 30 on a narrow terminal."""
    assert len(wrapped("ten digits and two more words", "- ", "  ", columns)) == lines
