"""Print what `export site` of the shipped directory takes: `python tests/benchmarks/site.py`.

Seconds of the whole command, all countries, 93 days, three locales, by the clock on the wall and
of all processors; how both grow with the days; and how many bytes a visitor loads, with gzip.
The exit status is 1 if a size is over what is asked for, or the cost grows as days do.
`--fast` leaves the longest stretch out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

AT = "2026-11-30T00:00:00Z"
LOCALES = "en,es,ar"
DAYS = (31, 93, 186)
SECONDS = 20
"""At most, on two processors that do nothing else."""

SIZES = {  # bytes with gzip, at most
    "element with pickers": 3_000,
    "element": 2_000,
    "style sheet": 2_000,
    "country, median": 1_000,
    "country, largest": 2_500,
    "words, largest": 2_000,
    "all that a visitor loads": 8_000,
}


def busy() -> float:
    """Return the processor seconds of all commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def export(folder: Path, days: int) -> tuple[float, float]:
    """Make a site, and return the seconds it took: on the wall, and of processors."""
    command = [sys.executable, "-m", "supportlines", "export", "site", "--out", str(folder)]
    options = ["--locales", LOCALES, "--days", str(days), "--at", AT]
    before, start = busy(), time.perf_counter()
    subprocess.run([*command, *options], check=True, capture_output=True)
    return time.perf_counter() - start, busy() - before


def edges_of(folder: Path) -> int:
    """Return how many times anything changes, all countries together."""
    count = 0
    for path in (folder / "lines").iterdir():
        for track in json.loads(path.read_text(encoding="utf-8"))["tracks"]:
            count += len(track) // 2
    return count


def small(path: Path) -> int:
    """Return the bytes of a file with gzip."""
    return len(gzip.compress(path.read_bytes(), 9))


def sizes_of(folder: Path) -> dict[str, int]:
    """Return what a visitor loads."""
    lines = sorted(small(path) for path in (folder / "lines").iterdir())
    words = sorted(small(path) for path in (folder / "words").iterdir())
    found = {
        "element with pickers": small(folder / "support-lines.min.js"),
        "element": small(folder / "support-lines-core.min.js"),
        "style sheet": small(folder / "support-lines-element.css"),
        "country, median": round(median(lines)),
        "country, largest": lines[-1],
        "words, largest": words[-1],
    }
    found["all that a visitor loads"] = (
        found["element with pickers"] + found["style sheet"] + found["words, largest"] + lines[-1]
    )
    return found


def main() -> int:
    """Measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true")
    stretches = DAYS[:2] if parser.parse_args().fast else DAYS
    sys.stdout.write(f"Python {platform.python_version()}; all countries, locales {LOCALES}\n")
    costs, sizes = {}, {}
    with tempfile.TemporaryDirectory() as name:
        for days in stretches:
            folder = Path(name, str(days))
            wall, costs[days] = export(folder, days)
            sizes[days] = sizes_of(folder)
            sys.stdout.write(
                f"{days:4} days {wall:6.1f} s, {costs[days]:6.1f} s busy, "
                f"{edges_of(folder):9,} edges"
                f"{f', target <= {SECONDS} s' if days == 93 else ''}\n"
            )
    missed = False
    for what, size in sizes[93].items():
        missed |= size > SIZES[what]
        sys.stdout.write(f"{what:<26} {size:6,} bytes with gzip, target <= {SIZES[what]:,}\n")
    first, last = stretches[0], stretches[-1]
    growth = costs[last] / costs[first]
    missed |= growth > last / first
    sys.stdout.write(f"{last} days cost {growth:.1f} times {first}: {last / first:.0f} times\n")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
