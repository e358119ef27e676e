"""What is imported when: each room costs what it uses, and nothing costs anything until used."""

from __future__ import annotations

import ast
import pickle
import subprocess
import sys

import pytest

import supportlines

THIRD_PARTY = frozenset(
    "babel click holidays markupsafe phonenumbers pydantic pydantic_core yaml".split()  # noqa: SIM905
)

LIST_NEW = """
import sys
before = set(sys.modules)
import {module}
print(sorted(set(sys.modules) - before))
"""


def imported_by(module):
    """Return what a fresh interpreter imports for *module*, warnings being errors."""
    command = [sys.executable, "-W", "error", "-c", LIST_NEW.format(module=module)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return set(ast.literal_eval(done.stdout))


def test_a_question_to_a_pickled_directory_needs_no_reader_of_files(tmp_path):
    """Whoever only asks imports neither pydantic nor YAML: they are for reading a file."""
    path = tmp_path / "directory.pickle"
    path.write_bytes(pickle.dumps(supportlines.load().facts))
    program = f"""
import datetime as dt, pathlib, pickle, sys
from supportlines.api import Directory
directory = Directory(pickle.loads(pathlib.Path({str(path)!r}).read_bytes()))
at = dt.datetime(2026, 11, 24, 16, tzinfo=dt.timezone.utc)
answer = directory.who_can_i_call("MX", languages=["es"], at=at)
print(answer.best.dial, sorted({{"pydantic", "pydantic_core", "yaml"}} & set(sys.modules)))
"""

    done = subprocess.run(
        [sys.executable, "-c", program], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )

    assert done.stdout == "800 123 1661 []\n"


def test_importing_the_package_imports_nothing():
    """`import supportlines` costs nothing until a name is used."""
    assert imported_by("supportlines") - {"__future__"} == {"supportlines"}


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("supportlines.errors", set()),
        ("supportlines.hours", set()),  # tzdata and backports.zoneinfo are zone data, not listed
        ("supportlines.phones", {"phonenumbers"}),
        ("supportlines.languages", {"babel"}),
        ("supportlines.places", {"babel", "phonenumbers"}),  # it may use the rooms below it
        ("supportlines.directory", {"babel", "phonenumbers"}),
        ("supportlines.directory.reading", THIRD_PARTY - {"click", "holidays", "markupsafe"}),
        ("supportlines.api", {"babel", "phonenumbers"}),
        ("supportlines.clock", set()),
        ("supportlines.files", set()),
    ],
)
def test_room_imports_only_what_it_may_know(module, allowed):
    """A room can be used without the packages that only other rooms need."""
    tops = {name.partition(".")[0] for name in imported_by(module)}

    assert tops & THIRD_PARTY <= allowed


@pytest.mark.parametrize("name", supportlines.__all__)
def test_public_name_loads(name):
    """Every public name is there, documented, and shown to whoever looks with dir()."""
    value = getattr(supportlines, name)

    assert value.__doc__
    assert name in dir(supportlines)


def test_star_gives_exactly_the_public_names():
    """`from supportlines import *` works whatever else is installed."""
    names = {}

    exec("from supportlines import *", names)  # noqa: S102 - a star is only allowed in a module

    assert set(names) - {"__builtins__"} == set(supportlines.__all__)


def test_unknown_name_is_an_attribute_error():
    """A misspelt public name fails like in any module."""
    with pytest.raises(AttributeError, match="who_can_you_call"):
        _ = supportlines.who_can_you_call
