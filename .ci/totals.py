"""Print one line with the sum of all test reports: `totals.py REPORT.xml…`."""

from __future__ import annotations

import re
import sys
from pathlib import Path


def total(reports: list[str], name: str) -> int:
    """Return the sum of a count over the reports that pytest wrote, one suite in each."""
    texts = [Path(report).read_text(encoding="utf-8") for report in reports]
    found = [re.search(rf'<testsuite [^>]*\b{name}="(\d+)"', text) for text in texts]
    return sum(int(match.group(1)) for match in found if match)


if __name__ == "__main__":
    paths = sys.argv[1:]
    failed = total(paths, "failures") + total(paths, "errors")
    skipped = total(paths, "skipped")
    passed = total(paths, "tests") - failed - skipped
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
