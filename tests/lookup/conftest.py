"""The directories that the tests of the question ask."""

from __future__ import annotations

from pathlib import Path

import pytest

import supportlines
from supportlines.api import Directory
from supportlines.directory import load_directory

ABOUT = """
directory:
  id: made
  name: Made
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
"""


@pytest.fixture(scope="session")
def example():
    """A small directory with fictitious numbers, one oddity a line."""
    return supportlines.load(Path(__file__).with_name("directory.yaml"))


@pytest.fixture(scope="session")
def made():
    """Return a directory of one source from the rest of its text; one tier if it names none."""

    def build(text):
        head = ABOUT if "tiers:" in text else f"{ABOUT}tiers: {{standard: {{}}}}\n"
        return Directory(load_directory((head + text).encode("utf-8"), "made.yaml"))

    return build
