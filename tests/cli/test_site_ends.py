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

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")


def as_in_a_shell():
    """Let a process end by signals, which shells keep from what runs in the background."""
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_DFL)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
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


SWAPPED = """
import os, signal, sys
from supportlines import folders

signal.signal(signal.SIGINT, signal.SIG_DFL)  # as the command line does
swap, number = folders._swap, int(sys.argv[2])

def interrupted(target, beside):
    target.rename(beside / "old")
    os.kill(os.getpid(), number)
    (beside / "old").rename(target)
    swap(target, beside)

folders._swap = interrupted
folders.replace_folder(sys.argv[1], [("list.json", b'{"new": 1}'), ("new", b"2")], "list.json")
print("not ended")
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_is_ended_while_one_site_takes_the_place_of_the_other_does_that_first(tmp_path, number):
    """For a moment neither of them is at its place."""
    site = tmp_path / "public"
    site.mkdir()
    (site / "list.json").write_text('{"old": 1}', encoding="utf-8")
    (site / "old").write_text("1", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", SWAPPED, str(site), str(int(number))],
        capture_output=True,
        check=False,
        preexec_fn=as_in_a_shell,
    )

    assert (done.returncode, done.stdout) == (-number, b"")
    assert list(tmp_path.iterdir()) == [site]
    assert sorted(path.name for path in site.iterdir()) == ["list.json", "new"]


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
