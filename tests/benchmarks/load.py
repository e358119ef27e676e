"""Print how long directories take to load, and how much memory: `python tests/benchmarks/load.py`.

Each figure comes from a process of its own. "packages" is what the third-party packages, this
library and the model of a data file cost before any file is read.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

LINES = 10_000
REGIONS = 40
COUNTRIES = ("DE", "FR", "GB", "AT", "CH", "NL", "BE", "PL")

HEAD = """\
directory:
  id: large
  name: Ten thousand lines
  sources: [{id: page, title: Page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}}
regions:
"""

REGION = """\
  - id: region-%d
    name: Region %d
    countries: [DE, FR, GB, AT, CH, NL, BE, PL]
    languages: [en]
    availability: {standard: Mo-Fr 09:00-17:00, premium: 24/7}
    lines:
"""

LINE = """\
      - id: line-%d
        number: "+44 20 7946 %04d"
        published_as: 020 7946 %04d (office %d)
        published_lines: L%d
        label: Office %d
        kind: geographic
        serves: [%s]
        dialable_from: anywhere
        languages: [en, de, fr]
        availability:
          standard:
            - {languages: [de, fr], hours: Mo-Fr 09:00-17:00, time_zone: Europe/Berlin}
            - {languages: [en], hours: "Mo-Fr 08:00-20:00; Sa 10:00-%02d:00"}
        notes: [Ask for the desk of office %d.]
"""


def large(lines: int = LINES) -> bytes:
    """Return a directory of *lines* lines in forty regions."""
    parts = [HEAD]
    for number in range(lines):
        if number % (lines // REGIONS) == 0:
            region = number // (lines // REGIONS)
            parts.append(REGION % (region, region))
        serves = ", ".join(COUNTRIES[: 1 + number % len(COUNTRIES)])
        digits = number % 10_000
        values = (number, digits, digits, number, number, number, serves, 12 + number % 10, number)
        parts.append(LINE % values)
    return "".join(parts).encode()


def small() -> bytes:
    """Return the directory that uses every key."""
    return (Path(__file__).parent.parent / "data" / "small_directory.yaml").read_bytes()


def shipped() -> bytes:
    """Return the directory of the package."""
    from supportlines.files import shipped_directory  # noqa: PLC0415

    return shipped_directory()


def measure(name: str) -> None:
    """Load one of the directories three times in this process and print the figures."""
    begun = time.perf_counter()
    import babel.dates  # noqa: F401, PLC0415
    import phonenumbers  # noqa: F401, PLC0415

    from supportlines.directory import load_directory  # noqa: PLC0415
    from supportlines.directory.reading.shapes import adapter  # noqa: PLC0415

    adapter()
    packages = f"{time.perf_counter() - begun:.3f} s, {peak()} MB"
    content = {"large": large, "small": small, "shipped": shipped}[name]()
    seconds = []
    for _ in range(1 if name == "large" else 3):
        start = time.perf_counter(), time.process_time()
        directory = load_directory(content, name)
        seconds.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    count = sum(1 for _ in directory.lines())
    figures = ", ".join(f"{wall:.3f} s ({busy:.3f} s busy)" for wall, busy in seconds)
    sys.stdout.write(
        f"{name}: {count} lines, {len(content):,} bytes: {figures}; "
        f"peak {peak()} MB; packages {packages}\n"
    )


def peak() -> int:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Measure each directory in a fresh process."""
    for name in ("small", "shipped", "large"):
        subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(sys.argv[1])
    else:
        main()
