"""The directory that the tests of the question ask."""

from __future__ import annotations

from pathlib import Path

import pytest

import supportlines


@pytest.fixture(scope="session")
def example():
    """A small directory with fictitious numbers, one oddity a line."""
    return supportlines.load(Path(__file__).with_name("directory.yaml"))
