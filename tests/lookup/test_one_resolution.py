"""What matches for a caller matches for a rule: the linter doubts what an answer stumbles over."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from supportlines.api import Directory
from supportlines.directory import load_directory
from supportlines.doubts import examine

HEAD = """\
directory:
  id: example
  name: Example
  sources:
    - {id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}
tiers:
  standard: {}
  premium: {includes: standard}
desks: [first, second]
"""
NOON = dt.datetime(2026, 11, 24, 11, tzinfo=dt.timezone.utc)
CODES = {"language-without-hours", "same-number-different-hours", "hours-for-no-desk"}


def doubts(text):
    """Return the codes that rest on the rules of resolution."""
    found = examine(text.encode(), "made.yaml", today=NOON.date())
    assert found.problems == ()
    return {one.code for one in found.doubts} & CODES


def asked(text, country, zone):
    """Return the answer at noon."""
    directory = Directory(load_directory(text.encode(), "made.yaml"))
    return directory.who_can_i_call(country, time_zone=zone, at=NOON)


@pytest.mark.parametrize(
    ("stated", "spoken"),
    list(product(["no", "nb", "nn", "en", "en-GB", "pt", "pt-BR", "zh", "zh-Hant"], repeat=2)),
)
def test_a_rule_without_hours_for_a_language_is_doubted_and_not_known(stated, spoken):
    """A line in *spoken* under a rule for *stated*: either both know its hours or neither."""
    text = (
        HEAD
        + f"""\
regions:
  - id: norway
    countries: ["NO"]
    availability: {{standard: [{{languages: ["{stated}"], hours: "Mo-Fr 09:00-17:00"}}]}}
    lines: [{{id: c, number: "+47 22 12 34 56", published_as: c, languages: ["{spoken}"]}}]
"""
    )

    answer = asked(text, "NO", "Europe/Oslo")

    assert (answer.state == "unknown") is ("language-without-hours" in doubts(text))


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_hours_of_an_outer_region_are_those_of_a_line_that_states_the_same(depth):
    """However far out they are stated: the answer is one option, and nothing is doubted."""
    inner = """\
id: us
countries: [US]
lines:
  - {id: a, number: "+1 202 555 0123", published_as: a, languages: [en],
     availability: {standard: "Mo-Fr 09:00-17:00"}}
  - {id: b, number: "+1 202 555 0123", published_as: b, languages: [en]}
"""
    for number in range(depth):
        inner = f"id: region-{number}\nregions:\n{as_item(inner)}"
    hours = 'availability: {standard: "Mo-Fr 09:00-17:00"}'
    text = f"{HEAD}regions:\n" + as_item(f"id: outermost\n{hours}\nregions:\n{as_item(inner)}")

    answer = asked(text, "US", "America/New_York")

    assert len(answer.options) == 1
    assert doubts(text) == set()


def as_item(record):
    """Return a record as the one item of a list, indented."""
    first, *rest = record.rstrip("\n").split("\n")
    return "\n".join([f"  - {first}", *(f"    {line}" for line in rest)]) + "\n"


def test_a_rule_for_another_desk_is_no_rule_of_the_line():
    """The linter sees the different hours that a caller gets."""
    text = (
        HEAD
        + """\
regions:
  - id: us
    countries: [US]
    availability:
      standard: [{hours: "24/7", desks: [second]}, {hours: "Mo-Fr 01:00-02:00", desks: [first]}]
    lines:
      - {id: a, number: "+1 202 555 0123", published_as: a, desk: second}
      - {id: b, number: "+1 202 555 0123", published_as: b, desk: second,
         availability: {standard: "24/7"}}
      - {id: c, number: "+1 202 555 0199", published_as: c}
      - {id: d, number: "+1 202 555 0199", published_as: d, availability: {standard: "24/7"}}
"""
    )

    answer = asked(text, "US", "America/New_York")

    assert {(one.line.id, one.state) for one in answer.options} == {
        ("a", "open"),
        ("c", "closed"),
        ("d", "open"),
    }
    assert doubts(text) == {"same-number-different-hours"}
