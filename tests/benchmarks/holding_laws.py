"""Try on random directories that an answer is the same until `holds_until`.

    python tests/benchmarks/holding_laws.py --cases 1000000 --seed 2026 --processes 2

A case is a question, an instant, and a later one before `holds_until`: the two answers must be
equal but for `at`, with what is asked, what comes and by when an answer is promised. The later one
is asked of the same directory or of one that was never asked. The directories are those of
`memory_laws.py`, with promises, forms and closures from a moment until a moment. The exit status is
1 if any answer differs. How often an answer is another one at `holds_until` itself is printed: it
may hold on, it may not end sooner. `tests/lookup/test_holds_until.py` tries some hundreds with
every run of the tests.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import memory_laws
from in_parts import run_in_parts

from supportlines.api import Directory
from supportlines.directory import load_directory

QUESTIONS = 20
"""Asked of one directory."""

PROMISES = (
    "30 min",
    "4 h",
    "4 open hours",
    "30 open min",
    "40 open hours",
    "next open day",
    "2 open days",
)
SECOND = timedelta(seconds=1)


def directory(pick: random.Random) -> str:
    """Return a data file."""
    text = memory_laws.directory(pick)
    form = (
        f'      - {{id: form, url: "https://form.example", published_as: A form{_reply(pick)}}}\n'
    )
    chat = (
        '      - {id: chat, channel: chat, url: "https://chat.example", published_as: A chat'
        f"{_reply(pick)}}}\n"
    )
    closure = ""
    if pick.random() < 0.4:
        day = memory_laws.day(pick)
        closure = f"{{from: {day}T12:00, until: {day}T15:00, reason: Drill, priority: 9}}"
    text = text.replace("    lines:\n", f"    lines:\n{form}{chat}")
    if closure:
        text = text.replace("    exceptions: []", f"    exceptions: [{closure}]")
    return text


def _reply(pick: random.Random) -> str:
    kind = pick.random()
    if kind < 0.4:
        return ""
    if kind < 0.8:
        return f", reply: [{{within: {pick.choice(PROMISES)}}}]"
    urgent, other = pick.sample(PROMISES, 2)
    condition = "for: {severities: [urgent]}, "
    return f", reply: [{{{condition}within: {urgent}}}, {{within: {other}}}]"


def question(pick: random.Random) -> tuple[str, dict[str, object]]:
    """Return a country and other words of a question."""
    country, words = memory_laws.question(pick)
    words["channels"] = pick.choice([("phone",), ("web_form",), ("chat", "phone", "web_form")])
    return country, words


def probes(pick: random.Random, at: datetime, until: datetime) -> list[datetime]:
    """Return some instants from *at* on, at which the answer must be the same still."""
    length = int((until - at).total_seconds())
    found = [at + timedelta(seconds=pick.randrange(length)) for _ in range(2)]
    return [*found, until - SECOND]


def run(cases: int, seed: int) -> tuple[list[str], int, int]:
    """Return what differs, how many answers there were, and how many ended when they said."""
    pick = random.Random(seed)  # noqa: S311 - the same cases in every run
    differing, count, exact = [], 0, 0
    while count < cases:
        text = directory(pick)
        facts = load_directory(text.encode(), "d.yaml")
        used = Directory(facts)
        asked = [question(pick) for _ in range(3)]
        days = [pick.randrange(memory_laws.DAYS) for _ in range(2)]
        for _ in range(QUESTIONS):
            country, words = pick.choice(asked)
            at = memory_laws.instant(pick, days)
            first = used.who_can_i_call(country, at=at, **words)
            until = first.holds_until
            assert until is not None, "somewhere a day ends"
            assert until > at, f"{country} {words} {at} holds until {until}\n{text}"
            for later in probes(pick, at, until):
                other = used if pick.random() < 0.5 else Directory(facts)
                found = other.who_can_i_call(country, at=later, **words)
                if replace(found, at=at) != first:
                    said = f"{first.to_dict()}\n{found.to_dict()}"
                    differing.append(f"{country} {words} {at} {later} {until}\n{text}\n{said}")
            count += 1
            after = used.who_can_i_call(country, at=until, **words)
            exact += replace(after, at=at) != first
    return differing, count, exact


def _run(task: tuple[int, int]) -> tuple[list[str], int, int]:
    return run(*task)


def main() -> int:
    """Run the cases and print how many differ."""
    ran = run_in_parts(_run, __doc__, at_once=2_000)
    differing = [one for found, _, _ in ran.results for one in found]
    count, exact = sum(one for _, one, _ in ran.results), sum(one for _, _, one in ran.results)
    print(f"{count:,} cases, {ran.how}; differing: {len(differing)};")
    print(f"{exact / count:.0%} are another answer at `holds_until`")
    print("\n\n".join(differing[:3]))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
