"""Try on random directories that an answer never depends on what was asked before.

    python tests/benchmarks/memory_laws.py --cases 1000000 --seed 2026 --processes 2

A case is a question and an instant, asked of a directory that has answered others, in any order,
and of one that was never asked: the two answers must be equal, reasons and caveats included. The
directories have exceptions of minutes, comments, holidays, histories, lines that end and facts
that grow old, all within the few weeks that are asked about. The exit status is 1 if any answer
differs. `tests/lookup/test_memory.py` tries a thousand with every run of the tests, `.ci/run`
2,000.
"""

from __future__ import annotations

import random
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Sequence

sys.path.insert(0, str(Path(__file__).resolve().parent))
from in_parts import run_in_parts

from supportlines.api import Directory
from supportlines.directory import load_directory

START = date(2026, 11, 16)
DAYS = 28
QUESTIONS = 40
"""Asked of one directory."""

COUNTRIES = ["GB", "US", "NZ", "DE"]
WEIGHTS = [10, 1, 5, 10]
"""The United States have 29 zones, each of which takes time."""
SPANS = ["09:00-17:00", "22:00-06:00", "00:00-08:00,20:00-24:00", "10:00-10:30", "12:00-13:00"]
DAY_LISTS = ["Mo-Fr", "Mo-Su", "Sa,Su", "We", "Th-Mo"]
ENDS = ["", "", "", "; PH off", '; PH 10:00-12:00 unknown "by letter"', "; PH off"]


def hours(pick: random.Random) -> str:
    """Return hours, some with a comment of a part of the day."""
    text = f"{pick.choice(DAY_LISTS)} {pick.choice(SPANS)}"
    if pick.random() < 0.3:
        text += f', {pick.choice(DAY_LISTS)} {pick.choice(SPANS)} open "{pick.choice("ab")}"'
    return pick.choice(["24/7", text, text, text]) + pick.choice(ENDS)


def day(pick: random.Random) -> str:
    """Return a day that is asked about."""
    return (START + timedelta(days=pick.randrange(DAYS))).isoformat()


def exceptions(pick: random.Random) -> str:
    """Return a list of exceptions in flow style."""
    found = []
    for priority in range(pick.choice([0, 0, 1, 2, 3])):
        kind = pick.choice(["off", "12:00-13:00 off", "10:00-10:30 off", "22:00-03:00", "24/7"])
        adds = ", adds: true" if "-" in kind and pick.random() < 0.7 else ""
        reason = pick.choice(["", f", reason: r{priority}"])
        found.append(f'{{on: {day(pick)}, hours: "{kind}"{adds}{reason}, priority: {priority}}}')
    return f"[{', '.join(found)}]"


def rule(pick: random.Random, dates: str = "") -> str:
    """Return a rule in flow style."""
    zone = pick.choice(["", "", ", time_zone: Europe/London", ", time_zone: Pacific/Auckland"])
    notes = pick.choice(["", "", ", notes: [n]"])
    return f"{{hours: '{hours(pick)}'{zone}{dates}{notes}, exceptions: {exceptions(pick)}}}"


def rules(pick: random.Random) -> str:
    """Return one rule, two that add up, two for two severities, or a history of two."""
    kind = pick.random()
    if kind < 0.4:
        return rule(pick)
    if kind < 0.55:
        return f"[{rule(pick)}, {rule(pick, ', languages: [en]')}]"
    if kind < 0.7:
        return f"[{rule(pick, ', severities: [normal]')}, {rule(pick, ', severities: [urgent]')}]"
    turn = START + timedelta(days=pick.randrange(5, DAYS - 5))
    after = turn + timedelta(days=pick.choice([1, 1, 3]))
    return f"[{rule(pick, f', valid_until: {turn}')}, {rule(pick, f', valid_from: {after}')}]"


def directory(pick: random.Random) -> str:
    """Return a data file."""
    aged = START - timedelta(days=pick.choice([10, 360]))
    lines = []
    for number in range(pick.randint(1, 3)):
        dates = pick.choice(["", "", f", valid_until: {day(pick)}", f", valid_from: {day(pick)}"])
        own = f", availability: {{standard: {rules(pick)}}}" if pick.random() < 0.5 else ""
        spoken = pick.choice(["", ", languages: [en]", ", languages: [en, de]"])
        lines.append(
            f'      - {{id: l{number}, number: "+44 20 7946 095{number}", '
            f"published_as: 020 7946 095{number}{dates}{spoken}{own}}}"
        )
    return f"""
directory:
  id: d
  name: D
  assumed_languages: [en]
  confirm_within_days: {pick.choice([365, 365, 20])}
  sources: [{{id: page, title: t, url: "https://a.example/", read_on: {aged}}}]
tiers: {{standard: {{}}, premium: {{includes: standard}}}}
severities: [normal, urgent]
countries:
  GB: {{holidays: [{{on: {day(pick)}, name: Feast}}], working_days: [{day(pick)}]}}
regions:
  - id: r
    countries: [{", ".join(COUNTRIES)}]
    exceptions: {exceptions(pick)}
    availability: {{standard: {rules(pick)}, premium: {rule(pick)}}}
    lines:
""" + "\n".join(lines)


def question(pick: random.Random) -> tuple[str, dict[str, Any]]:
    """Return a country and other words of a question."""
    words: dict[str, Any] = {"languages": pick.choice([(), (), ("en",), ("de", "en")])}
    words["tier"] = pick.choice([None, "premium"])
    words["severity"] = pick.choice([None, None, "urgent"])
    country = pick.choices(COUNTRIES, WEIGHTS)[0]
    if country == "US" and pick.random() < 0.5:
        words["time_zone"] = "America/New_York"
    return country, words


def instant(pick: random.Random, days: Sequence[int]) -> datetime:
    """Return an instant of the weeks, mostly near the full hour at which something may change.

    Half of them are of these *days*: no answer is kept for longer than the caller's day.
    """
    at = datetime(START.year, START.month, START.day, tzinfo=timezone.utc)
    day = pick.choice(days) if pick.random() < 0.5 else pick.randrange(DAYS)
    at += timedelta(hours=24 * day + pick.randrange(24))
    return at + timedelta(seconds=pick.choice([0, 0, -1, 1, 1800, 1799, pick.randrange(3600)]))


def run(cases: int, seed: int) -> list[str]:
    """Return where answers of a used directory differ from those of a fresh one."""
    pick = random.Random(seed)  # noqa: S311 - the same cases in every run
    differing = []
    for _ in range(0, cases, QUESTIONS):
        text = directory(pick)
        facts = load_directory(text.encode(), "d.yaml")
        used = Directory(facts)
        asked = [question(pick) for _ in range(3)]
        days = [pick.randrange(DAYS) for _ in range(2)]
        for _ in range(QUESTIONS):
            country, words = pick.choice(asked)
            at = instant(pick, days)
            found = used.who_can_i_call(country, at=at, **words)
            fresh = Directory(facts).who_can_i_call(country, at=at, **words)
            if found != fresh:
                differing.append(f"{country} {words} {at}\n{text}\n{found}\n{fresh}")
    return differing


def _run(task: tuple[int, int]) -> list[str]:
    return run(*task)


def main() -> int:
    """Run the cases and print how many differ."""
    ran = run_in_parts(_run, __doc__, at_once=5_000)
    differing = [one for found in ran.results for one in found]
    print(f"{ran.cases:,} cases, {ran.how}; differing: {len(differing)}")
    print("\n\n".join(differing[:3]))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
