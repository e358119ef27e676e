"""An export that a signal ends leaves nothing behind: no folder, and no process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

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
