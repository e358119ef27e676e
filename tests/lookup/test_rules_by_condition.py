"""A state is told exactly when every completion of the question has it, at whatever level."""

from __future__ import annotations

import json
import random
import sys
from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.errors import SupportlinesError

from oracles import conditions as oracle

AT = datetime(2026, 11, 24, 16, tzinfo=timezone.utc)  # a Tuesday
STATES = {"24/7": "open", "Mo 09:00-12:00": "closed", "24/7 unknown": "unknown"}
FACETS = {"brand": ["north", "south"], "plan": ["basic", "plus", "max"]}
VALUES = {
    "desks": ["technical", "billing"],
    "severities": ["low", "high"],
    "phone": ["landline", "mobile"],
    "carrier": ["Alpha", "Beta"],
    "requests": ["error", "question"],
    "subdivisions": ["CA-QC", "CA-ON"],
    **FACETS,
}
IN_A_QUESTION = {"desk", "severity", "subdivision"}


def rules_at_random(chance, inherits):
    """Return the rules of one level for different calls."""
    found = {}
    sizes = [0] if chance.random() < 0.3 else [0, 1, 1, 2]
    for _ in range(chance.randint(0 if inherits else 1, 4)):
        names = chance.sample(list(VALUES), chance.choice(sizes))
        condition = {
            name: sorted(chance.sample(VALUES[name], chance.randint(1, len(VALUES[name]))))
            for name in names
        }
        rule = {"hours": chance.choice(list(STATES))}
        if chance.random() < 0.2:
            rule = {"not_available": "Another number helps."}
        found[json.dumps(condition, sort_keys=True)] = (
            {**rule, "for": condition} if condition else rule
        )
    return [*found.values(), *([{"inherit": "true"}] if inherits else [])]


def made(chance):
    """Return the plain content of a directory with one line whose rules stand at three levels."""
    everybody = {"desks": VALUES["desks"]}
    outer, inner, own = (
        rules_at_random(chance, inherits)
        for inherits in (False, chance.random() < 0.5, chance.random() < 0.5)
    )
    line = {
        "id": "line",
        "number": "+1 202 555 0110",
        "published_as": "202 555 0110",
        "for": everybody,
    }
    if chance.random() < 0.6:
        line["availability"] = {"standard": own}
    # So that the file has kinds of request and carriers, whatever came out.
    form = {"id": "form", "url": "https://form.example", "for": everybody}
    form["requests"] = [{"id": each} for each in VALUES["requests"]]
    named = {"id": "named", "unusable": "Not printed.", "published_as": "?"}
    region = {
        "id": "ca",
        "countries": ["CA"],
        "languages": ["en"],
    }
    if chance.random() < 0.7:
        region["availability"] = {"standard": inner}
    source = {"id": "p", "title": "P", "url": "https://p.example", "read_on": "2026-11-02"}
    around = {"id": "all", "languages": ["en"], "availability": {"standard": outer}}
    # Lines of the region around have the hours of the caller's region as well.
    chance.choice([region, around])["lines"] = [
        line,
        form,
        {**named, "for": {"carrier": VALUES["carrier"]}},
    ]
    return {
        "directory": {"id": "made", "name": "Made", "sources": [source]},
        "tiers": {"standard": {}},
        "desks": VALUES["desks"],
        "severities": VALUES["severities"],
        "facets": {name: {"values": values} for name, values in FACETS.items()},
        "regions": [{**around, "regions": [region]}],
    }


def levels_of(content):
    """Return the rules at the line, its region and the region around it, where they stand."""
    (outer,) = content["regions"]
    (region,) = outer["regions"]
    (line, *_) = outer.get("lines") or region["lines"]
    records = (line, region, outer)
    return [one["availability"]["standard"] for one in records if "availability" in one]


def said_at_random(content, chance):
    """Return everything or some of what a caller may say."""
    most = chance.choice([0.2, 0.5, 1])
    return {
        name: chance.choice(values)
        for name, values in oracle.domains(content).items()
        if chance.random() < most
    }


def asked(directory, said):
    """Return the options of the line for a caller who has *said* something."""
    words = {name: value for name, value in said.items() if name in IN_A_QUESTION}
    facets = {name: value for name, value in said.items() if name not in IN_A_QUESTION}
    words.update(facets=facets, time_zone="America/Toronto", at=AT)
    options = directory.who_can_i_call("CA", **words).options
    return [option for option in options if option.line.id == "line"]


def tried(seed):
    """Return how many options were judged, and what is otherwise than the laws say.

    Nothing is judged of a file that is refused, for two rules at random may say the same.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    content = made(chance)
    try:
        directory = supportlines.loads(json.dumps(content), "made.json")
    except SupportlinesError:
        return 0, []
    said = said_at_random(content, chance)
    expected = oracle.states_of(content, levels_of(content), said, STATES)
    options = asked(directory, said)
    wrong = []
    for option in options:
        there = set().union(*(expected.get(desk, set()) for desk in option.desks)) - {
            oracle.REFUSED
        }
        state = there.pop() if len(there) == 1 else "unknown" if there else oracle.REFUSED
        if option.state != state:
            wrong.append(("state", said, option.desks, option.state, state))
    offered = {desk for option in options for desk in option.desks}
    for desk, states in expected.items():
        if (states != {oracle.REFUSED}) != (desk in offered):
            wrong.append(("offered", said, desk, states))
    return len(options), wrong


@pytest.mark.sampled
@pytest.mark.parametrize("block", range(6))
def test_a_state_is_told_when_every_completion_has_it(block):
    """Where rules for some callers add up, refuse, and take the hours of the level around.

    `python tests/lookup/test_rules_by_condition.py 20000` asks more.
    """
    judged = 0
    for seed in range(block * 50, block * 50 + 50):
        count, wrong = tried(seed)
        judged += count
        assert wrong == [], f"seed {seed}"
    assert judged > 20


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        for problem in tried(number)[1]:
            sys.stdout.write(f"seed {number}: {problem}\n")
