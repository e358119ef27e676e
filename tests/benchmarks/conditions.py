"""What conditions cost: a question to 10,000 lines with conditions beside one to 200.

    python tests/benchmarks/conditions.py

Prints one line a figure: what, the ratio of 10,000 lines to 200, and the target. The country that
is asked about has the same lines in both; times are the best of rounds that alternate.
"""

from __future__ import annotations

import itertools
import sys
import time
from datetime import datetime, timedelta, timezone

import supportlines
from supportlines.places import known_countries

AT = datetime(2026, 11, 24, 16, tzinfo=timezone.utc)
ROUNDS = 9
OWN = 20
"""Lines of the country that is asked about."""
TARGET = 1.5
CONDITIONS = (
    "for: {brand: north}",
    "for: {brand: south, plan: [plus, max]}",
    "for: {severities: high, plan: max}",
    "carriers: [Alpha]",
    "dialable_by: mobile",
)
HEAD = """
directory:
  id: large
  name: Large
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-22}]
tiers: {standard: {}, premium: {includes: standard}}
severities: [low, high]
facets:
  brand: {name: "Which brand?", values: {north: North, south: South}}
  plan: {values: [basic, plus, max]}
regions:
"""


def directory_of(lines: int) -> supportlines.Directory:
    """Return a directory of *lines* lines, all with conditions; the first country has `OWN`."""
    countries = sorted(known_countries())[:240]
    text = [HEAD]
    numbers = itertools.count()
    for place, country in enumerate(countries):
        text.append(
            f"  - id: region-{place}\n    countries: [{country}]\n    languages: [en, es]\n"
            "    availability:\n      standard:\n"
            "        - {hours: 'Mo-Fr 09:00-17:00'}\n"
            "        - {hours: 'Sa 10:00-12:00', for: {plan: max}}\n"
            "      premium: 24/7\n    lines:\n"
        )
        count = OWN if place == 0 else max(0, (lines - OWN) // (len(countries) - 1))
        for number in itertools.islice(numbers, max(count, 1)):
            condition = CONDITIONS[number % len(CONDITIONS)]
            text.append(
                f'      - id: line-{number}\n        number: "+1 202 555 {number % 10000:04d}"\n'
                f"        {condition}\n"
            )
    return supportlines.loads("".join(text))


def best_of(work, number):
    """Return the best time of one call of *work*, in seconds."""
    start = time.perf_counter()
    for _ in range(number):
        work()
    return (time.perf_counter() - start) / number


def works(directory):
    """Return by name what is measured, each with how often."""
    country = min(known_countries())
    zones = itertools.cycle(["UTC", "Asia/Tokyo", "Europe/Paris", "America/Lima"])
    minutes = itertools.count()

    def ask(**words):
        return directory.who_can_i_call(country, at=AT, **words)

    def new_instant():
        at = AT + timedelta(minutes=97 * next(minutes))
        directory.who_can_i_call(country, at=at, facets={"brand": "north"})

    def asks():
        caller = {"brand": "north", "plan": next(plans)}
        at = AT + timedelta(minutes=97 * next(minutes))
        _ = directory.who_can_i_call(country, at=at, facets=caller).asks

    plans = itertools.cycle(["basic", "plus", "max"])
    return {
        "asked again": (lambda: ask(facets={"brand": "north"}), 500),
        "new instants": (new_instant, 100),
        "a new caller, once the directory is indexed": (lambda: ask(time_zone=next(zones)), 100),
        "asks": (asks, 20),
    }


def main() -> int:
    """Print the figures; return 1 if a target is missed."""
    small, large = works(directory_of(200)), works(directory_of(10_000))
    missed = False
    for name in small:
        best = [float("inf"), float("inf")]
        for _ in range(ROUNDS):
            for side, one in enumerate((small, large)):
                work, number = one[name]
                best[side] = min(best[side], best_of(work, number))
        ratio = best[1] / best[0]
        missed |= ratio > TARGET
        sys.stdout.write(
            f"{name}: {best[1] * 1e6:.1f} us, {ratio:.2f} times 200 lines (target {TARGET})\n"
        )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
