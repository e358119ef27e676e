"""What the package says of itself is stated once, and holds for what is installed."""

from __future__ import annotations

import pkgutil
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

import supportlines

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
SETUP = "python3 -m venv .venv && "


@pytest.fixture(scope="module")
def project():
    """Return pyproject.toml as it was written."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_version_is_stated_in_one_place(project):
    """pyproject.toml states the version, everything else asks the installed package."""
    stated = project["project"]["version"]

    assert stated == metadata.version("supportlines")
    assert stated == supportlines.__version__


def test_changelog_opens_with_this_version_or_what_is_not_released(project):
    """Whoever upgrades finds the newest changes on top."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    newest = re.findall(r"^## +\[?([^\]\n ]+)", changelog, re.MULTILINE)[0]

    assert newest in {"Unreleased", project["project"]["version"]}


def test_every_python_from_the_oldest_is_named(project):
    """The classifiers name each Python version that requires-python admits, to the newest."""
    named = [
        text.rpartition(" ")[2]
        for text in project["project"]["classifiers"]
        if re.search(r":: 3\.\d+$", text)
    ]

    assert project["project"]["requires-python"] == ">=3.8"
    assert named == ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"]


def test_every_package_is_in_the_list_of_packages(project):
    """A room that nobody listed would be missing from the wheel."""
    found = pkgutil.walk_packages(supportlines.__path__, "supportlines.")

    rooms = {one.name for one in found if one.ispkg}

    listed = set(project["tool"]["setuptools"]["packages"])
    assert rooms | {"supportlines", "supportlines.data"} == listed


@pytest.mark.parametrize("stem", ["regions", "gis-zhkh", "insales"])
def test_shipped_directories_are_package_data(stem):
    """Data files are found through the import system: wheel, archive and checkout alike."""
    content = pkgutil.get_data("supportlines.data", f"{stem}.yaml")
    compiled = pkgutil.get_data("supportlines.data", f"{stem}.json")

    assert content is not None
    assert b"\nregions:" in content
    assert compiled is not None
    assert f"Generated from {stem}.yaml".encode() in compiled


def test_type_checkers_are_told_that_there_are_types():
    """PEP 561: without py.typed every name would be Any for users."""
    assert pkgutil.get_data("supportlines", "py.typed") == b""


def test_command_leads_to_the_command_line():
    """Installing the package installs the command `supportlines`."""
    wanted = "supportlines.cli:main"

    scripts = metadata.distribution("supportlines").entry_points

    assert [one.value for one in scripts if one.name == "supportlines"] == [wanted]


def test_readme_opens_with_two_commands_that_need_nothing_but_python():
    """One line runs the main job, one runs the tests, each with its own set-up."""
    top = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:30]

    commands = [line for line in top if line.startswith(SETUP)]

    assert len(commands) == 2
    assert ".venv/bin/supportlines now " in commands[0]
    assert commands[1].endswith("-m pytest")
