"""Colours, on a terminal and elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty")

COMMAND = [sys.executable, "-m", "supportlines", "now", "AE", "--tier", "premium"]


def on_terminal(**environment):
    """Return what the program writes to a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(COMMAND, stdout=theirs, env={"TZ": "UTC", **environment})
    os.close(theirs)
    found = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux's way to say that the other side has gone
            part = b""
        if not part:
            break
        found += part
    os.close(ours)
    assert process.wait() == 0
    return found


def in_pipe(**environment):
    """Return what the program writes to a pipe."""
    return subprocess.run(
        COMMAND, env={"TZ": "UTC", **environment}, stdout=subprocess.PIPE, check=True
    ).stdout


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": "0"}, False),  # whatever the value
        ({"TERM": "xterm", "NO_COLOR": ""}, True),  # "present and not an empty string"
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_on_a_terminal(environment, coloured):
    """no-color.org and force-color.org; NO_COLOR before FORCE_COLOR before TERM."""
    assert (b"\x1b[" in on_terminal(**environment)) is coloured


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm"}, False),
        ({"TERM": "xterm", "FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, True),  # whatever the value
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_in_a_pipe(environment, coloured):
    """Whoever reads it with `less -R` asks for them."""
    assert (b"\x1b[" in in_pipe(**environment)) is coloured


def test_what_is_coloured_is_the_same_text():
    """Colours add nothing but their codes."""
    text = in_pipe(FORCE_COLOR="1")

    for code in (b"\x1b[0m", b"\x1b[1m", b"\x1b[2m", b"\x1b[32m"):
        text = text.replace(code, b"")

    # The instant is that of the question: the first line names it.
    assert text.splitlines()[1:] == in_pipe().splitlines()[1:]


def test_json_is_never_coloured():
    """Programs read it."""
    done = subprocess.run(
        [*COMMAND, "--json"], env={"FORCE_COLOR": "1"}, stdout=subprocess.PIPE, check=True
    )

    assert b"\x1b" not in done.stdout
