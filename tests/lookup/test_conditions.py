"""An option is offered exactly when some completion of the question meets its condition."""

from __future__ import annotations

import json
import random
import sys
from datetime import datetime, timezone

import pytest

import supportlines

from oracles import conditions as oracle

AT = datetime(2026, 11, 24, 16, tzinfo=timezone.utc)
FACETS = {
    "brand": {"name": "Which brand?", "values": {"north": "North", "south": "South"}},
    "plan": {"values": ["basic", "plus", "max"]},
}
SOURCE = {"id": "p", "title": "P", "url": "https://p.example", "read_on": "2026-11-02"}
VALUES = {
    "desks": ["technical", "billing", "sales"],
    "severities": ["low", "high"],
    "phone": ["landline", "mobile"],
    "carrier": ["Alpha", "Beta"],
    "requests": ["error", "question"],
    "subdivisions": ["CA-QC", "CA-ON"],
    "brand": ["north", "south"],
    "plan": ["basic", "plus", "max"],
}
IN_A_QUESTION = {"desk", "severity", "subdivision"}


def made(chance):
    """Return the plain content of a directory with random conditions."""
    facets = {name: dict(facet) for name, facet in FACETS.items()}
    for facet in facets.values():
        if chance.random() < 0.3:
            facet["required"] = "true"
    lines = []
    for number in range(chance.randint(1, 6)):
        names = chance.sample(list(VALUES), chance.choice([0, 1, 1, 2, 3]))
        condition = {
            name: sorted(chance.sample(VALUES[name], chance.randint(1, len(VALUES[name]))))
            for name in names
        }
        line = {
            "id": f"l{number}",
            "number": f"+1 202 555 01{10 + number}",
            "published_as": str(number),
            "languages": ["en"],
            "availability": {"standard": chance.choice(["24/7", "Mo-Fr 09:00-12:00"])},
        }
        lines.append({**line, "for": condition} if condition else line)
    # So that the file has kinds of request and carriers at all, whatever came out.
    form = {
        "id": "form",
        "url": "https://form.example",
        "languages": ["en"],
        "requests": [{"id": "error"}, {"id": "question"}],
    }
    named = {"id": "named", "unusable": "Not printed.", "published_as": "?"}
    return {
        "directory": {
            "id": "made",
            "name": "Made",
            "sources": [SOURCE],
        },
        "tiers": {"standard": {}},
        "desks": VALUES["desks"],
        "severities": VALUES["severities"],
        "facets": facets,
        "regions": [
            {
                "id": "ca",
                "countries": ["CA"],
                "lines": [*lines, form, {**named, "for": {"carrier": VALUES["carrier"]}}],
            }
        ],
    }


def asked(directory, said):
    """Return the answer to a caller who has *said* something."""
    words = {name: said[name] for name in IN_A_QUESTION if name in said}
    facets = {name: value for name, value in said.items() if name not in IN_A_QUESTION}
    words.update(facets=facets, time_zone="America/Toronto")
    return directory.who_can_i_call("CA", channels=["phone", "web_form"], at=AT, **words)


def said_at_random(content, chance):
    """Return some of what a caller may say."""
    known = oracle.domains(content)
    names = chance.sample(list(known), chance.randint(0, 4))
    return {name: chance.choice(known[name]) for name in names}


def broken_laws(seed):
    """Yield what is otherwise than the laws say, for one directory and one question."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    content = made(chance)
    directory = supportlines.loads(json.dumps(content), "made.json")
    said = said_at_random(content, chance)
    answer = asked(directory, said)
    lines = {option.line.id for option in answer.options}
    expected = oracle.offered(content, said)
    if lines != expected:
        yield "offered", said, sorted(lines), sorted(expected)
    sure = {option.line.id for option in answer.options if not is_limited(option)}
    if not oracle.decided(content, said) & lines >= sure:
        yield "sure", said, sorted(sure), sorted(oracle.decided(content, said))
    unsure = {option.line.id for option in answer.options if says_for_whom(option)}
    if unsure & oracle.decided(content, said):
        yield "limited for nothing", said, sorted(unsure), sorted(oracle.decided(content, said))
    # A fourth of the cases: each is some twenty further questions.
    matters = differing(directory, content, said) if seed % 4 == 0 else set()
    untold = matters - {ask.code for ask in answer.asks}
    if untold:
        yield "not asked", said, sorted(untold), [ask.code for ask in answer.asks]
    for _ in range(20):
        if not answer.asks:
            break
        ask = chance.choice(answer.asks)
        if ask.code in said:
            yield "asked again", said, ask.code, ""
            break
        said[ask.code] = chance.choice(ask.choices).value
        answer = asked(directory, said)
    else:
        yield "never done", said, [ask.code for ask in answer.asks], ""
    left = {option.line.id for option in answer.options}
    if not answer.asks and left != oracle.offered(content, said):
        yield "in the end", said, sorted(left), sorted(oracle.offered(content, said))


def differing(directory, content, said):
    """Return what was not said and makes another line the best, or its state another one."""
    now = told(asked(directory, said))
    return {
        name
        for name, values in oracle.domains(content).items()
        if name not in said
        and any(told(asked(directory, {**said, name: value})) != now for value in values)
    }


def told(answer):
    """Return what one wants to know first."""
    return answer.state, answer.best and answer.best.line.id


def says_for_whom(option):
    """Return whether an option says that it is for some callers only."""
    limits = {"only_for", "landline_only", "mobile_only", "carriers_only"}
    return bool(limits & {caveat.code for caveat in option.caveats})


def is_limited(option):
    """Return the same of one that is for some desks only, too: those it names."""
    return says_for_whom(option) or len(option.desks) < len(VALUES["desks"])


@pytest.mark.sampled
@pytest.mark.parametrize("block", range(8))
def test_an_option_is_offered_when_some_completion_meets_its_condition(block):
    """And what matters is asked; once everything that is asked is given, nothing is left to ask.

    `python tests/lookup/test_conditions.py 20000` asks more.
    """
    for seed in range(block * 50, block * 50 + 50):
        assert list(broken_laws(seed)) == [], f"seed {seed}"


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        for problem in broken_laws(number):
            sys.stdout.write(f"seed {number}: {problem}\n")


TIERS = """
directory:
  id: tiers
  name: Tiers
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-30}]
tiers: {standard: {}, premium: {includes: standard}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    reply: [{within: 9 h, for: {tiers: standard}}, {within: 1 h, for: {tiers: premium}}]
    lines:
      - id: phone
        number: "+44 20 7946 0100"
        steps:
          - {press: 1, label: Standard, for: {tiers: standard}}
          - {press: 2, label: Premium, for: {tiers: premium}}
      - {id: desk, number: "+44 20 7946 0101", for: {tiers: standard}}
      - {id: form, url: "https://form.example"}
"""


@pytest.mark.parametrize(
    ("tier", "keys", "lines", "hour"),
    [("standard", ["1"], {"phone", "desk"}, 19), ("premium", ["2"], {"phone"}, 11)],
)
def test_a_condition_names_each_tier_that_it_is_for(tier, keys, lines, hour):
    """One that includes another has the hours of it, and is another one."""
    directory = supportlines.loads(TIERS)
    at = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)

    answer = directory.who_can_i_call("GB", tier=tier, at=at)

    assert {one.line.id for one in answer.options} == lines
    phone = next(one for one in answer.options if one.line.id == "phone")
    assert [step.press for step in phone.steps] == keys
    assert answer.other_ways[0].reply_by.hour == hour
