"""What exceptions cost: their number, not its square.

    python tests/benchmarks/exceptions.py

Prints the time to load a file with exceptions and to ask it first, as ratios to a tenth of the
exceptions in the same run, and of a region of 100 lines with a year of exceptions. The exit
status is 1 if a target is missed.
"""

from __future__ import annotations

import sys
import time
from datetime import date, datetime, timedelta, timezone

from supportlines.api import Directory
from supportlines.directory import load_directory

AT = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)
ROUNDS = 5
MOST = 12
"""Times a tenth of the exceptions, to load and to ask."""

HEAD = """\
directory:
  id: d
  name: D
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: r
    countries: [GB]
    languages: [en]
    availability: {standard: "Mo-Fr 09:00-17:00"}
    exceptions:
"""


def directory(exceptions: int, lines: int) -> bytes:
    """Return a file with a region of *lines* lines and exceptions on as many days."""
    days = (date(2026, 1, 1) + timedelta(number) for number in range(exceptions))
    text = HEAD + "".join(
        f'      - {{on: {day}, hours: "10:00-12:00", reason: Day {day}}}\n' for day in days
    )
    text += "    lines:\n" + "".join(
        f'      - {{id: l{number}, number: "+44 20 7946 0{number:03}",'
        f" published_as: 020 7946 0{number:03}}}\n"
        for number in range(lines)
    )
    return text.encode()


def seconds(exceptions: int, lines: int = 1) -> tuple[float, float]:
    """Return the best time to load and the best time of the first answer."""
    content, load, ask = directory(exceptions, lines), float("inf"), float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        loaded = Directory(load_directory(content, "exceptions.yaml"))
        middle = time.perf_counter()
        loaded.who_can_i_call("GB", at=AT)
        load = min(load, middle - start)
        ask = min(ask, time.perf_counter() - middle)
    return load, ask


def main() -> int:
    """Print the figures; return the exit status."""
    missed = 0
    seconds(10)
    hundred, thousand, many = seconds(100), seconds(1_000), seconds(4_000)
    for what, few, more in zip(("load", "first answer"), hundred, thousand):
        missed += more > MOST * few
        sys.stdout.write(
            f"{what}, 1,000 exceptions  {more / few:>5.1f}x  target <= {MOST}x"
            f"  {more * 1e3:.0f} ms / 100 exceptions {few * 1e3:.0f} ms\n"
        )
    sys.stdout.write(f"4,000 exceptions: {many[0] * 1e3:.0f} ms, {many[1] * 1e3:.0f} ms\n")
    load, ask = seconds(365, lines=100)
    missed += ask > 1
    sys.stdout.write(
        f"100 lines, 365 exceptions: {load * 1e3:.0f} ms, first answer {ask * 1e3:.0f} ms"
        "  target < 1000 ms\n"
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
