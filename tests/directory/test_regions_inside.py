"""Regions that list no line of their own: what they state counts for lines of those around."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.lookup.resolution import named_zones

AT = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)
HEAD = """
directory:
  id: inside
  name: Inside
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
severities: [low, high]
"""
OUTSIDE = """
regions:
  - id: europe
    languages: [en]
    lines: [{id: own, number: "+44 20 7946 0100"}]
    regions: [{id: gb, countries: [GB], RULES}]
  - id: fr
    countries: [FR]
    languages: [en]
    lines:
      - id: day
        number: "+33 1 99 00 12 34"
        availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/Paris}}
"""


def facts_of(rule):
    """Return a directory whose inner region states one rule, and another one beside it."""
    rules = f"availability: {{standard: {rule}}}"
    return supportlines.loads(HEAD + OUTSIDE.replace("RULES", rules))


def test_each_region_is_walked_through_with_those_inside():
    """Those around first."""
    facts = facts_of("24/7").facts

    assert [region.id for region in facts.every_region()] == ["europe", "gb", "fr"]
    assert [str(rule.hours) for rule in facts.rules()] == ["24/7", "Mo-Fr 09:00-17:00"]


@pytest.mark.parametrize("key", ["severities: [high]", "for: {phone: mobile}"])
def test_a_rule_for_some_makes_a_directory_one_with_conditions(key):
    """Or its answers would be for everybody."""
    facts = facts_of(f"{{hours: 24/7, {key}}}").facts

    assert (facts.has_conditional_rules, facts.has_conditions) == (True, True)


@pytest.mark.parametrize(
    ("rule", "ask"),
    [
        ("{hours: 24/7, severities: [high]}", "severity"),
        ("{hours: 24/7, for: {phone: mobile}}", "phone"),
    ],
)
def test_what_its_rules_depend_on_is_asked(rule, ask):
    """Nobody is told of a difference that they are not asked for."""
    answer = facts_of(rule).who_can_i_call("GB", at=AT)

    assert (answer.state, [one.code for one in answer.asks]) == ("unknown", [ask])


def test_what_a_line_depends_on_that_another_waits_for_is_asked():
    """The rule that matters stands elsewhere."""
    text = HEAD + OUTSIDE.replace("RULES", "availability: {standard: {after: day}}")
    directory = supportlines.loads(
        text.replace("Europe/Paris}", "Europe/Paris, severities: [high]}")
    )

    assert [one.code for one in directory.who_can_i_call("GB", at=AT).asks] == ["severity"]


def test_zones_of_its_rules_are_named():
    """`doctor` compares what both sources say of them."""
    facts = facts_of("{hours: Mo-Fr 09:00-17:00, time_zone: Asia/Kathmandu}").facts

    assert {"Asia/Kathmandu", "Europe/Paris"} <= named_zones(facts)


@pytest.mark.parametrize(
    ("rule", "newer", "country", "code"),
    [
        # No number of GB has changed: the hours are those in which that of FR is closed.
        ("{after: day}", ("17:00", "18:00"), "GB", "hours"),
        ("{not_available: Yes}", ("Yes", "Not at all"), "GB", "line_withheld"),
    ],
)
def test_what_callers_hear_of_it_is_compared(rule, newer, country, code):
    """Also where nothing else of their country is otherwise."""
    older = facts_of(rule)
    text = HEAD + OUTSIDE.replace("RULES", f"availability: {{standard: {rule}}}").replace(*newer)

    changes = older.changes_to(supportlines.loads(text))

    assert code in [one.code for one in changes if country in one.countries]
