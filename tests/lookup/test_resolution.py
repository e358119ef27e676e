"""Answers are what the contract says, by an oracle that was written from the contract alone.

More cases: `python tests/compare_with_oracle.py --cases N --seed S`.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timezone

import pytest
from hypothesis import HealthCheck, given, settings

from oracles.compare import differences, is_known, loaded, tried
from oracles.resolution import Oracle, layers_over, painted, state_of_rule
from strategies.amount import at_least, cases
from strategies.directories import asked_directories

CASES = cases(5_000)


@pytest.fixture(scope="module")
def outcome():
    """Return what the questions showed, and of what sorts they were."""
    seen: Counter = Counter()
    found = []
    for case in tried(random.Random(2026), CASES):  # noqa: S311 - a seed makes the run repeatable
        found += differences(*case)
        seen.update(sorts_of(case))
    return found, seen


def sorts_of(case):
    """Return what a case tries."""
    content, directory, text, words, at = case
    answer = directory.who_can_i_call(at=at, **words)
    oracle = Oracle(content, words, at)
    yield "cases"
    yield f"answers {answer.state}"
    yield f"{min(len(answer.options), 3)} options"
    yield f"regions {len(oracle.path)} deep"
    yield from (f"option {option.state}" for option in answer.options)
    yield from (f"{option.reasons[0].code}" for option in answer.options)
    yield from (f"{option.reasons[1].code}" for option in answer.options)
    yield from (["withheld"] if answer.withheld else [])
    yield from (["guesses"] if answer.guesses else [])
    yield from (["joined"] if any(" / " in one.published_as for one in answer.options) else [])
    yield from (["zones"] if len(oracle.zones) > 1 else [])
    yield from (["severities"] if len(oracle.severities) > 1 else [])
    yield from (["tiers included"] if len(oracle.tiers()) > 1 else [])
    yield from (["desk"] if words.get("desk") else [])
    yield from (["exceptions"] if '"adds"' in text else [])
    yield from (
        ["turns"] if any(oracle.is_valid(line) == "some" for line, _ in oracle.lines) else []
    )
    yield from (["known"] if is_known(oracle) else [])


def test_answers_are_those_of_the_contract(outcome):
    """Options, languages, states, their order, what is withheld or guessed, what comes next."""
    found, _ = outcome

    assert not found, "\n\n".join(map(str, sorted(found, key=lambda one: len(one.text))[:3]))


@pytest.mark.parametrize(
    ("sort", "least"),
    [
        ("answers open", 500),
        ("answers closed", 300),
        ("answers unknown", 500),
        ("answers no_line", 300),
        ("0 options", 300),
        ("3 options", 500),
        ("regions 0 deep", 100),
        ("regions 1 deep", 500),
        ("regions 2 deep", 500),
        ("regions 3 deep", 300),
        ("own_line", 200),
        ("wider_line", 500),
        ("country_fallback", 50),
        ("region_fallback", 100),
        ("language_wanted", 500),
        ("language_other", 500),
        ("language_stated", 300),
        ("language_assumed", 100),
        ("language_unknown", 100),
        ("withheld", 300),
        ("guesses", 20),
        ("joined", 10),
        ("zones", 200),
        ("severities", 200),
        ("tiers included", 500),
        ("desk", 300),
        ("exceptions", 1000),
        ("turns", 10),
    ],
)
def test_every_sort_of_case_was_tried(outcome, sort, least):
    """A generator that makes none of a sort proves nothing about it."""
    _, seen = outcome

    assert seen[sort] >= at_least(least)


def test_few_cases_are_left_out_as_known(outcome):
    """What the library is known to do otherwise must not hide what is tried."""
    _, seen = outcome

    assert seen["known"] < CASES // 5


@settings(
    max_examples=cases(100),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@given(asked_directories())
def test_the_same_for_cases_that_can_be_made_smaller(case):
    """By hypothesis, which shows the smallest directory it finds that differs."""
    content, words, at = case
    directory, text = loaded(content)

    found = [] if directory is None else list(differences(content, directory, text, words, at))

    assert not found, str(found[0])


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"languages": ["fr"]}, "options"),
        ({"dialable_from": ["JP"]}, "options"),
        ({"number_confidence": "low"}, "order"),
        ({"unusable": "Cut off."}, "options"),
    ],
)
def test_an_answer_of_another_directory_is_noticed(change, what):
    """The oracle is asked about a line that differs in one thing."""
    about = {"id": "page", "title": "A", "url": "https://a.example", "read_on": "2026-11-02"}
    lines = [
        {"id": f"l{n}", "number": f"+44 20 7946 090{n}", "published_as": f"number {n}"}
        for n in range(2)
    ]
    content = {
        "directory": {"id": "made", "name": "Made", "sources": [about]},
        "tiers": {"standard": {}},
        "regions": [
            {
                "id": "r",
                "countries": ["GB"],
                "languages": ["en"],
                "availability": {"standard": [{"hours": "24/7"}]},
                "lines": lines,
            }
        ],
    }
    at = datetime(2026, 12, 1, 12, tzinfo=timezone.utc)
    directory, text = loaded(content)
    other = {
        **content,
        "regions": [{**content["regions"][0], "lines": [{**lines[0], **change}, lines[1]]}],
    }

    assert list(differences(content, directory, text, {"country": "GB"}, at)) == []
    assert what in [one.what for one in differences(other, directory, text, {"country": "GB"}, at)]


# -- the oracle itself, on cases that were worked out by hand --------------------------------------

MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001 - a clock on a wall


@pytest.mark.parametrize(
    ("text", "weekday", "hour", "state"),
    [
        ("24/7", 6, 3, "open"),
        ("off", 0, 12, "closed"),
        ("24/7 unknown", 2, 12, "unknown"),
        ("Mo-Fr 09:00-17:00", 0, 9, "open"),
        ("Mo-Fr 09:00-17:00", 0, 17, None),
        ("Mo-Fr 09:00-17:00", 5, 12, None),
        ("Mo-Su 22:00-06:00", 3, 5, "open"),  # left over from Wednesday
        ("Sa-Th 08:30-12:00,13:00-18:00", 4, 10, None),  # a Friday
        ("Sa-Th 08:30-12:00,13:00-18:00", 5, 13, "open"),
        ("Mo-Fr 20:00-03:30; Tu 08:00-12:00", 1, 1, None),  # Tuesday is replaced whole
        ("Mo-Fr 20:00-03:30, Tu 08:00-12:00", 1, 1, "open"),
        ("Mo-Su 08:00-20:00; Su off", 6, 9, "closed"),
        ("Mo-Fr 09:00-17:00, Sa 10:00-14:00 unknown", 5, 11, "unknown"),
    ],
)
def test_the_oracle_reads_hours(text, weekday, hour, state):
    """By the sentences of the page on hours."""
    day = MONDAY.replace(day=23 + weekday).date()

    assert painted(text, day, hour * 60, lambda _: True) == state


@pytest.mark.parametrize(
    ("exceptions", "day", "hour", "state"),
    [
        ([], 24, 1, "open"),
        ([{"on": "2026-11-24"}], 24, 1, "closed"),  # whatever the evening before reaches into it
        ([{"on": "2026-11-24"}], 25, 1, "open"),  # what would have been left over stays
        ([{"on": "2026-11-24", "hours": "21:00-23:00"}], 24, 22, "open"),
        ([{"on": "2026-11-24", "hours": "23:00-08:00"}], 25, 7, "open"),  # comes on top
        ([{"on": "2026-11-24", "hours": "23:00-23:30 off", "adds": "true"}], 24, 22, "open"),
        ([{"on": "2026-11-24", "hours": "22:00-23:30 off", "adds": "true"}], 24, 22, "closed"),
        (
            [{"on": "2026-11-24"}, {"on": "2026-11-24", "hours": "24/7", "priority": -1}],
            24,
            12,
            "closed",
        ),
    ],
)
def test_the_oracle_lays_exceptions_over_rules(exceptions, day, hour, state):
    """By the rule for days."""
    layers = layers_over([{"exceptions": exceptions}], "standard")
    wall = MONDAY.replace(day=day, hour=hour)

    assert state_of_rule({"hours": "Mo-Su 22:00-06:00"}, layers, wall) == state
