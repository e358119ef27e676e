"""Fallbacks for some callers: the nearest level counts that has one for this caller."""

from __future__ import annotations

import json
import random
import sys
from datetime import datetime, timezone

import pytest

import supportlines

from oracles import conditions as oracle

AT = datetime(2026, 11, 24, 16, tzinfo=timezone.utc)
VALUES = {
    "severities": ["low", "high"],
    "carrier": ["Alpha", "Beta"],
    "phone": ["landline", "mobile"],
    "brand": ["north", "south"],
    "plan": ["basic", "plus", "max"],
}
FACETS = ("brand", "plan")


def lines_at_random(chance, level):
    """Return up to three lines of a level, most of them to fall back on and for some callers."""
    found = []
    for number in range(chance.randint(0, 3)):
        line = {
            "id": f"{level}-{number}",
            "number": f"+1 202 555 01{10 + 10 * LEVELS.index(level) + number}",
            "published_as": "as printed",
        }
        if chance.random() < 0.8:
            line["fallback"] = "true"
        names = chance.sample(list(VALUES), chance.choice([0, 1, 1, 2]))
        condition = {
            name: sorted(chance.sample(VALUES[name], chance.randint(1, len(VALUES[name]))))
            for name in names
        }
        found.append({**line, "for": condition} if condition else line)
    return found


LEVELS = ("country", "region", "all")


def made(chance):
    """Return the plain content of a directory with three levels around Canada, and its lines."""
    lines = {level: lines_at_random(chance, level) for level in LEVELS}
    named = {"id": "named", "unusable": "Not printed.", "published_as": "?"}
    others = [{**named, "for": {"carrier": VALUES["carrier"]}}]
    canada = {"id": "country", "countries": ["CA"], "lines": [*lines["country"], *others]}
    states = {"id": "states", "countries": ["US"]}
    region = {"id": "region", "regions": [canada, states], "lines": lines["region"]}
    every = {
        "id": "all",
        "languages": ["en"],
        "availability": {"standard": "24/7"},
        "regions": [region, {"id": "britain", "countries": ["GB"]}],
        "lines": lines["all"],
    }
    source = {"id": "p", "title": "P", "url": "https://p.example", "read_on": "2026-11-02"}
    content = {
        "directory": {"id": "made", "name": "Made", "sources": [source]},
        "tiers": {"standard": {}},
        "desks": ["technical"],
        "severities": VALUES["severities"],
        "facets": {name: {"values": VALUES[name]} for name in FACETS},
        "regions": [every],
    }
    return content, lines


def offered_in_the_end(lines, said):
    """Return the ids of the lines for a caller who has *said* everything."""
    found, served = set(), False
    for level in LEVELS:
        held = [one for one in lines[level] if oracle.is_met(one.get("for", {}), said)]
        found |= {one["id"] for one in held if "fallback" not in one}
        fallbacks = {one["id"] for one in held if "fallback" in one}
        if not served:
            found |= fallbacks
        served = served or bool(fallbacks)
    return found


def offered_at_most(lines, every):
    """Return the ids of what some of the callers in *every* gets, and of what nobody keeps away.

    A line keeps those of outer levels away only if it is for each of these callers.
    """
    found, served = set(), False
    for level in LEVELS:
        for one in lines[level]:
            met = [oracle.is_met(one.get("for", {}), said) for said in every]
            if any(met) and ("fallback" not in one or not served):
                found.add(one["id"])
        served = served or any(
            all(oracle.is_met(one.get("for", {}), said) for said in every)
            for one in lines[level]
            if "fallback" in one
        )
    return found


def wrong(seed):
    """Yield what is otherwise than the laws say, for one directory and one question."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    content, lines = made(chance)
    directory = supportlines.loads(json.dumps(content), "made.json")
    most = chance.choice([0.2, 0.5, 1])
    domains = {name: oracle.domains(content)[name] for name in ("severity", *FACETS, "phone")}
    domains["carrier"] = oracle.domains(content)["carrier"]
    said = {name: chance.choice(each) for name, each in domains.items() if chance.random() < most}
    words = {"severity": said["severity"]} if "severity" in said else {}
    facets = {name: value for name, value in said.items() if name != "severity"}
    answer = directory.who_can_i_call(
        "CA", time_zone="America/Toronto", at=AT, facets=facets, **words
    )
    options = {option.line.id for option in answer.options}
    every = list(oracle.completions(content, said))
    needed = set().union(*(offered_in_the_end(lines, one) for one in every))
    if not needed <= options:
        yield "missing", said, sorted(needed - options)
    if options - offered_at_most(lines, every):
        yield "too many", said, sorted(options - offered_at_most(lines, every))


@pytest.mark.sampled
@pytest.mark.parametrize("block", range(4))
def test_whoever_calls_in_the_end_has_been_offered_their_line(block):
    """And a line is kept away once there is surely a nearer one to fall back on.

    `python tests/lookup/test_fallbacks_by_condition.py 20000` asks more.
    """
    for seed in range(block * 50, block * 50 + 50):
        assert list(wrong(seed)) == [], f"seed {seed}"


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        for problem in wrong(number):
            sys.stdout.write(f"seed {number}: {problem}\n")
