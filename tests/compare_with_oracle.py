"""Compare answers with those of the oracle of resolution, on as many random cases as wanted.

    python tests/compare_with_oracle.py --cases 100000 --seed 7

A case is a question about a directory made at random. What differs is printed with the file, the
question and both answers, the smallest file first; the exit status is 1 if anything does.
`tests/lookup/test_resolution.py` tries 5,000 with every run of the tests.
"""

from __future__ import annotations

import argparse
import random
import sys

from oracles.compare import differences, tried


def main() -> int:
    """Read the arguments, try, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--show", type=int, default=3, help="how many differences to print")
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else random.randrange(1 << 30)  # noqa: S311
    sys.stdout.write(f"seed {seed}\n")
    found = []
    for case in tried(random.Random(seed), given.cases):  # noqa: S311
        found += differences(*case)
    for one in sorted(found, key=lambda difference: len(difference.text))[: given.show]:
        sys.stdout.write(f"{one}\n")
    sys.stdout.write(f"{given.cases} cases, {len(found)} differences\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
