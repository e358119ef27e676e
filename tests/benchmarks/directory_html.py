"""Speed and size of a whole directory as HTML, beside one answer as text in the same run.

    python tests/benchmarks/directory_html.py

Prints one line a locale; the exit status is 1 if one takes more than `MOST` answers.
"""

from __future__ import annotations

import gzip
import sys
import time
from datetime import datetime, timezone
from typing import Callable

import supportlines

AT = datetime(2026, 11, 24, 14, tzinfo=timezone.utc)
MOST = 300
"""So many answers as text may be written in the time of one directory."""

ROUNDS = 15
ANSWERS = 100


def seconds(work: Callable[[], object], number: int) -> float:
    """Return the seconds of one call, of *number* in a row."""
    start = time.perf_counter()
    for _ in range(number):
        work()
    return (time.perf_counter() - start) / number


def compare(locale: str) -> float:
    """Print the figures of a locale, and return the ratio."""
    directory = supportlines.load()
    answer = directory.who_can_i_call("DE", languages=["de"], time_zone="Europe/Berlin", at=AT)
    html, text = directory.html(locale), answer.text(locale)  # names and patterns are known then
    whole = one = float("inf")
    for _ in range(ROUNDS):
        whole = min(whole, seconds(lambda: directory.html(locale), 1))
        one = min(one, seconds(lambda: answer.text(locale), ANSWERS))
    size, packed = len(html.encode()), len(gzip.compress(html.encode(), 9, mtime=0))
    target = f"target <= {MOST}x"
    print(
        f"{locale:<8} {whole * 1e3:6.1f} ms / answer as text {one * 1e6:6.1f} us ="
        f" {whole / one:4.0f}x   {target}   {size / 1e3:.0f} kB, {packed / 1e3:.1f} kB gzip"
    )
    assert text
    return whole / one


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}")
    ratios = [compare(locale) for locale in ("en", "ar", "ja")]
    sys.exit(any(ratio > MOST for ratio in ratios))
