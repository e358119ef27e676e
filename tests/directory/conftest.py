"""Small directories for the tests of this room."""

from __future__ import annotations

from pathlib import Path

import pytest

from supportlines.directory import load_directory

SMALL = Path(__file__).parent.parent / "data" / "small_directory.yaml"


@pytest.fixture(scope="session")
def small_text():
    """Return the file that uses every key."""
    return SMALL.read_bytes()


@pytest.fixture(scope="session")
def small(small_text):
    """Return the directory that uses every key."""
    return load_directory(small_text, "small_directory.yaml")
