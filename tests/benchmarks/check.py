"""Print how long `check` takes as a whole process: `python tests/benchmarks/check.py`.

The shipped directory should take less than half a second, 10,000 lines less than ten; the last
file has 10,000 lines that are all doubtful. "python" is what an empty process takes: on a busy
machine it shows by how much the other figures are too long.
"""

from __future__ import annotations

import importlib
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from load import large

RUNS = 3


def best(command: list[str]) -> tuple[float, float]:
    """Return the least wall-clock and processor seconds of some runs of *command*."""
    found = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found.append((wall, busy))
    return min(wall for wall, _ in found), min(busy for _, busy in found)


def main() -> None:
    """Measure an empty process, the shipped directory and two large ones."""
    check = [sys.executable, "-m", "supportlines", "check"]
    package = importlib.import_module("supportlines.data")
    shipped = str(Path(str(package.__file__)).with_name("regions.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        sound, doubtful = Path(folder, "large.yaml"), Path(folder, "doubtful.yaml")
        sound.write_bytes(large())
        doubtful.write_bytes(large().replace(b'"+44 20 7946', b'"+44 10 0000'))
        for name, command in (
            ("python", [sys.executable, "-c", "pass"]),
            ("shipped", [*check, shipped]),
            ("10,000 lines", [*check, str(sound)]),
            ("10,000 doubtful lines", [*check, str(doubtful)]),
        ):
            wall, busy = best(command)
            sys.stdout.write(f"{name:<22} {wall:6.2f} s ({busy:.2f} s busy)\n")


if __name__ == "__main__":
    main()
