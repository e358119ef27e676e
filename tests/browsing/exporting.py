"""Sites as the command makes them."""

from __future__ import annotations

import os
import subprocess
import sys


def export_site(folder, *options):
    """Make a site by the command."""
    command = [sys.executable, "-m", "supportlines", "export", "site", "--out", str(folder)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}  # noqa: TID251 - for a process
    done = subprocess.run(
        [*command, *options], env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return folder
