"""What a run says does not depend on how Python was started, nor on what the system has.

A few commands in a process of their own: once plainly, then under each environment. Bytes and
status must be the same, and no word may stand on the standard error output that did not before.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "data"
SMALL = str(DATA / "small_directory.yaml")
WRONG = str(DATA.parent / "invalid" / "countries.yaml")
AT = ["--at", "2026-11-21T18:00+04:00"]

COMMANDS = {
    "open": (0, ["now", "AE", "--tier", "premium", *AT]),
    "closed": (1, ["now", "US", "--language", "es", "--explain", *AT]),
    "json": (1, ["now", "CA", "--json", "--language", "fr", *AT]),
    "zone data": (1, ["now", "MA", "--at", "2026-03-22T08:00Z"]),  # after Ramadan, a Sunday
    "lines": (0, ["lines", "--directory", SMALL]),
    "hours": (1, ["hours", "Mo-Fr 22:00-06:00; PH off", "--time-zone", "Europe/Berlin", *AT]),
    "wrong file": (2, ["check", WRONG]),
    "wrong question": (2, ["now", "ZZ"]),
    "schema": (0, ["schema"]),
}

PROGRAM = """
import io, json, sys
if sys.argv[1] == "without C":
    sys.modules["yaml._yaml"] = None
commands, found = json.loads(sys.argv[2]), {}
from supportlines.cli import main
for name, words in commands.items():
    sys.argv = ["supportlines", *words]
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2)]
    outside = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = streams
    try:
        main()
    except SystemExit as ending:
        status = ending.code
    finally:
        sys.stdout, sys.stderr = outside
    texts = []
    for stream in streams:
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    found[name] = [status, *texts]
if sys.argv[0] != "supportlines":
    raise AssertionError("nothing was run")
import yaml
print(json.dumps([yaml.__with_libyaml__, found]))
"""

ENVIRONMENTS = {
    "without assertions": (["-O"], {}),
    "without docstrings": (["-OO"], {}),
    "warnings are errors": (["-W", "error", "-X", "dev"], {}),
    "nothing of the user": (["-I"], {}),
    "no zone files of the system": ([], {"PYTHONTZPATH": ""}),
    "zone files that are none": ([], {"PYTHONTZPATH": str(DATA)}),
    "TZ is a word": ([], {"TZ": "nonsense"}),
    "TZ is a folder": ([], {"TZ": ":/"}),
    "no home and no language": ([], {"HOME": "/nowhere", "LANG": "", "LC_ALL": "C"}),
    "other hashes": ([], {"PYTHONHASHSEED": "7"}),
}


@pytest.fixture(scope="module")
def plainly():
    """What each command says in the environment of the tests."""
    return said([], {})


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_every_environment_gives_the_same_answers(plainly, environment):
    """Status, output and errors; the commands that are refused are refused alike."""
    assert said(*ENVIRONMENTS[environment]) == plainly


def test_files_read_without_the_reader_in_c_give_the_same_answers(plainly):
    """PyYAML is built without libyaml where that is not found."""
    has_c, answers = said([], {}, "without C")

    assert not has_c
    assert answers == plainly[1]


def test_the_commands_end_as_they_are_meant_to(plainly):
    """Else all of them might fail alike."""
    statuses = {name: done[0] for name, done in plainly[1].items()}

    assert statuses == {name: status for name, (status, _) in COMMANDS.items()}


def said(options, variables, reader="any"):
    """Return whether YAML is read in C, and status, output and errors of each command."""
    words = {name: words for name, (_, words) in COMMANDS.items()}
    done = subprocess.run(
        [sys.executable, *options, "-c", PROGRAM, reader, json.dumps(words)],
        capture_output=True,
        env={**_plain(), **variables},
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return json.loads(done.stdout)


def _plain():
    kept = dict(os.environ)  # noqa: TID251 - for a process of its own
    for name in ("TZ", "PYTHONTZPATH", "PYTHONHASHSEED", "SUPPORTLINES_DIRECTORY"):
        kept.pop(name, None)
    return kept
