"""The command line, run as `python -m supportlines` would run it."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest
from click.testing import CliRunner

from supportlines.cli.main import command

# Before click 8.2, the last for Python 3.8 and 3.9, the two outputs were one unless one asked.
_APART = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}


@pytest.fixture
def run(monkeypatch):
    """Run a command in this process; the machine's zone is UTC unless a test says otherwise."""
    monkeypatch.setenv("TZ", "UTC")

    def invoke(*arguments, **environment):
        return CliRunner(**_APART).invoke(command, list(arguments), env=environment or None)

    return invoke


@pytest.fixture(scope="session")
def shipped_file():
    """The shipped directory as a file, wherever the package is installed."""
    package = importlib.import_module("supportlines.data")
    return Path(package.__file__).with_name("regions.yaml")
