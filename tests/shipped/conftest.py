"""The shipped directory, and the page's facts as the tests keep them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import supportlines
from supportlines.directory import load_directory
from supportlines.files import shipped_directory

if TYPE_CHECKING:
    from supportlines.directory import Facts

DATA = Path(__file__).parent.parent / "data"


def _facts(name: str) -> tuple[dict[str, str], ...]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@pytest.fixture(scope="session")
def shipped() -> Facts:
    """The validated model of data/regions.yaml."""
    return load_directory(shipped_directory(), "regions.yaml")


@pytest.fixture(scope="session")
def asked() -> supportlines.Facts:
    """The shipped directory as users get it."""
    return supportlines.load()


@pytest.fixture(scope="session")
def page_rows() -> tuple[dict[str, str], ...]:
    """One row for every number that the page prints."""
    return _facts("redhat_page_facts.csv")


@pytest.fixture(scope="session")
def page_hours() -> tuple[dict[str, str], ...]:
    """One row for every statement of hours on the page, as read."""
    return _facts("redhat_hours_facts.csv")
