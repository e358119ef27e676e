"""Random directories by number: tries them until one differs, for the command lines of tests."""

from __future__ import annotations

import sys


def try_seeds(of_seed, usual):
    """Print the first difference of as many seeds as the command line wants, and what was compared.

    Args:
        of_seed: Returns the first difference of a seed, or None, and how much was compared.
        usual: How many seeds there are if the command line does not say it.
    """
    first, cases = (int(one) for one in (*sys.argv[1:], 0, usual)[:2])
    total = 0
    for seed in range(first, first + cases):
        differs, compared = of_seed(seed)
        total += compared
        if differs is not None:
            print(seed, *differs, sep="\n")  # noqa: T201
            break
    print(total, "answers")  # noqa: T201
