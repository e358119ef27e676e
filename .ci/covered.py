"""Fail if the tests reach too little of the package: `covered.py COVERAGE.json`.

Statements and branches are judged apart, since one number for both hides the second.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

LEAST = {"statements": 98.0, "branches": 95.0}
"""Percent. To lower one of them is to say why, in the commit that does it."""


def shares(totals: dict[str, int]) -> dict[str, float]:
    """Return what share of each was run, in percent."""
    return {
        "statements": 100 * totals["covered_lines"] / totals["num_statements"],
        "branches": 100 * totals["covered_branches"] / totals["num_branches"],
    }


def main(path: str) -> int:
    """Print both shares; return 1 if one of them is too small."""
    found = shares(json.loads(Path(path).read_text(encoding="utf-8"))["totals"])
    for name, share in found.items():
        print(f"{share:.2f} % of all {name} are run by the tests; at least {LEAST[name]} % must be")
    return int(any(share < LEAST[name] for name, share in found.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
