"""A small world, measured once."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from click.testing import CliRunner

import supportlines
from supportlines.cli.main import command
from supportlines.coverage import Period, measure

WORLD = Path(__file__).resolve().parents[1] / "data" / "coverage_directory.yaml"

# Before click 8.2, the last for Python 3.8 and 3.9, the two outputs were one unless one asked.
_APART = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}


@pytest.fixture(scope="session")
def world_file():
    """Return the path of the file."""
    return str(WORLD)


@pytest.fixture(scope="session")
def world():
    """Return the directory, ready to be asked."""
    return supportlines.load(WORLD)


@pytest.fixture(scope="session")
def measured(world):
    """Return rows by (country, first zone, tier, language) for a year on local clocks and UTC."""
    return {
        is_local: {
            (row.country, row.time_zones[0], row.tier, row.language): row
            for row in measure(world.facts, Period.of_year(2026, is_local=is_local)).rows
        }
        for is_local in (True, False)
    }


@pytest.fixture
def run():
    """Run a command on the small world."""

    def invoke(*arguments):
        words = ["coverage", *arguments, "--directory", str(WORLD)]
        return CliRunner(**_APART).invoke(command, words)

    return invoke
