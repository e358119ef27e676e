"""No answer is fresh past a change of what it says, in directories made at random."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest


@pytest.fixture
def laws():
    """The script that tries more cases: `python tests/benchmarks/fresh_laws.py`."""
    path = Path(__file__).parents[1] / "benchmarks" / "fresh_laws.py"
    spec = importlib.util.spec_from_file_location("fresh_laws", path)
    found = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    try:
        spec.loader.exec_module(found)
    finally:
        sys.path[:] = before
    return found


def test_what_a_cache_shows_is_so(laws):
    """It is looked at up to the last microsecond at which it is fresh."""
    wrong, count, same = laws.run(400, seed=1)

    assert wrong == []
    assert count >= 400
    assert same < count  # not all of it was asked at one instant
