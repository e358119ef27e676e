"""An export that a signal ends leaves nothing behind: no folder, and no process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from supportlines.folders import replace_folder

ENDING = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")


def as_in_a_shell():
    """Let a process end by signals, which shells keep from what runs in the background."""
    for one in ENDING:
        signal.signal(one, signal.SIG_DFL)


def with_interrupts_ignored():
    """As a shell does for what a script runs in the background."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@pytest.mark.parametrize("number", ENDING)
def test_what_is_interrupted_leaves_the_old_site_alone(tmp_path, number):
    """Only the main process is told; others that work for it hold its output, and end with it."""
    site = tmp_path / "public"
    words = ("export", "site", "--out", str(site), "--locales", "en")
    command = [sys.executable, "-m", "supportlines", *words]
    small = [*command, "--directory", "insales", "--days", "2"]
    subprocess.run(small, check=True, capture_output=True)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}

    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=as_in_a_shell,  # noqa: PLW1509 - no threads here
        start_new_session=True,
    )
    while len(list(tmp_path.iterdir())) == 1:
        assert process.poll() is None
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(number)
    process.communicate(timeout=60)  # ends when nobody has its output any more

    assert process.returncode == -number
    assert list(tmp_path.iterdir()) == [site]
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_who_ignores_interrupts_goes_on(tmp_path):
    """All processes do."""
    command = [sys.executable, "-m", "supportlines", "export", "site", "--out", "public"]
    process = subprocess.Popen(
        [*command, "--locales", "en", "--days", "2"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=with_interrupts_ignored,  # noqa: PLW1509 - no threads here
        start_new_session=True,
    )
    while not list(tmp_path.iterdir()):
        assert process.poll() is None
        time.sleep(0.02)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=120)

    assert (process.returncode, told) == (0, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


SWAPPED = """
import os, pathlib, shutil, signal, sys, tempfile
from supportlines import folders

signal.signal(signal.SIGINT, signal.SIG_DFL)  # as the command line does
number, where = int(sys.argv[2]), sys.argv[3]
holder, name = {
    "made": (tempfile, "mkdtemp"),
    "swapped": (pathlib.Path, "rename"),
    "removed": (shutil, "rmtree"),
}[where]
does, killed = getattr(holder, name), []

def interrupted(*args, **more):
    done = does(*args, **more)
    if not killed:
        killed.append(number)
        os.kill(os.getpid(), number)
    return done

setattr(holder, name, interrupted)
folders.replace_folder(sys.argv[1], [("list.json", b'{"new": 1}'), ("new", b"2")], "list.json")
print("not ended")
"""


@pytest.mark.parametrize("number", ENDING)
@pytest.mark.parametrize(
    ("where", "left"),
    [("made", ["list.json", "old"])]
    + [(where, ["list.json", "new"]) for where in ("swapped", "removed")],
)
def test_who_is_ended_beside_the_writing_leaves_one_site_and_nothing_else(
    tmp_path, number, where, left
):
    """When a folder was made beside; when neither of two is at its place; when it is removed."""
    site = tmp_path / "public"
    site.mkdir()
    (site / "list.json").write_text('{"old": 1}', encoding="utf-8")
    (site / "old").write_text("1", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", SWAPPED, str(site), str(int(number)), where],
        capture_output=True,
        check=False,
        preexec_fn=as_in_a_shell,
    )

    assert (done.returncode, done.stdout) == (-number, b"")
    assert list(tmp_path.iterdir()) == [site]
    assert sorted(path.name for path in site.iterdir()) == left


def test_what_raises_in_between_leaves_the_old_site_at_its_place(tmp_path, monkeypatch):
    """A program of one's own is interrupted by an exception."""
    site, rename, calls = tmp_path / "public", Path.rename, []
    site.mkdir()
    (site / "list.json").write_text("{}", encoding="utf-8")

    def interrupted(self, target):
        calls.append(self)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_folder(site, [("list.json", b'{"new": 1}'), ("new", b"2")], "list.json")

    assert list(tmp_path.iterdir()) == [site]
    assert [path.name for path in site.iterdir()] == ["list.json"]
    assert (site / "list.json").read_text(encoding="utf-8") == "{}"
