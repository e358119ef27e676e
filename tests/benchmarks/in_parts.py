"""Random cases in parts, in as many processes as are wanted: the command line of the laws."""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from typing import Any, Callable, NamedTuple, Tuple

Part = Callable[[Tuple[int, int]], Any]
"""Tries so many cases of a seed."""


class Ran(NamedTuple):
    """What all parts returned, in the order in which they came."""

    results: list[Any]
    cases: int
    """As many as were wanted."""
    how: str
    """With which seed, in how many processes, how long, and by which Python."""


def run_in_parts(
    run: Part, about: str | None, *, cases: int = 20_000, at_once: int = 20_000
) -> Ran:
    """Read what the command line wants, and run parts of about *at_once* cases.

    The parts, and what they draw, hang on the seed and on how many cases there are alone.

    Args:
        run: A function of a module, which processes find by its name.
        about: The docstring of the command.
        cases: How many there are if the command line does not say it.
        at_once: How many a part has, about.
    """
    parser = argparse.ArgumentParser(description=(about or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, default=cases)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--processes", type=int, default=1)
    wanted = parser.parse_args()
    begun = time.perf_counter()
    parts = max(1, wanted.cases // at_once)
    tasks = [(-(-wanted.cases // parts), wanted.seed * 10_000 + part) for part in range(parts)]
    with multiprocessing.Pool(wanted.processes) as pool:
        results = list(pool.imap_unordered(run, tasks))
    minutes = (time.perf_counter() - begun) / 60
    python = sys.version.split()[0]
    how = (
        f"seed {wanted.seed}, {wanted.processes} processes, {minutes:.1f} minutes, Python {python}"
    )
    return Ran(results, wanted.cases, how)
