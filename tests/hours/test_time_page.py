"""The page that explains local time is right."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "time.md"


def test_the_examples_of_the_page_on_time_are_true():
    """Every example of docs/explanation/time.md gives what the page says."""
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")

    assert result.attempted > 15
    assert result.failed == 0
