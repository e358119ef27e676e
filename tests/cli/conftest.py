"""The command line, run as `python -m supportlines` would run it."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from supportlines.cli.main import command


@pytest.fixture
def run(monkeypatch):
    """Run a command in this process; the machine's zone is UTC unless a test says otherwise."""
    monkeypatch.setenv("TZ", "UTC")

    def invoke(*arguments, **environment):
        return CliRunner().invoke(command, list(arguments), env=environment or None)

    return invoke


@pytest.fixture(scope="session")
def shipped_file():
    """The shipped directory as a file, wherever the package is installed."""
    package = importlib.import_module("supportlines.data")
    return Path(package.__file__).with_name("regions.yaml")
