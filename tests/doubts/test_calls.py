"""Whom a rule is for, told by the lines whose callers get it."""

from __future__ import annotations

import supportlines
from supportlines.doubts.calls import calls_by_rule

HEAD = """
directory:
  id: d
  name: D
  assumed_languages: [en]
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
desks: [technical, billing]
"""


def calls(regions):
    """Return the calls of the rules of a directory: for the words of its hours, what they decide.

    Hours name the rule: each of a file opens at another time.
    """
    facts = supportlines.loads(HEAD + regions).facts
    found = calls_by_rule(facts)
    rules = {}
    for line, chain in facts.lines():
        for level in (line, *chain):
            for rule in level.availability.get("standard", ()):
                one = found.get(id(rule))
                told = one and (sorted(one.desks), sorted(one.languages), one.is_known)
                rules[str(rule.hours)] = told
    return rules


def line(name, more=""):
    """Return a line in flow style."""
    number = f"+44 20 7946 {name:04}"
    return f'{{id: l{name}, number: "{number}", published_as: x, kind: geographic{more}}}'


def test_a_rule_speaks_of_what_lines_of_its_desk_speak():
    """The desks are those of all lines whose level it is."""
    found = calls(f"""
regions:
  - id: r
    countries: [GB]
    availability: {{standard: [{{desks: [billing], hours: "Mo 09:00-10:00"}}]}}
    lines:
      - {line(1, ", languages: [en]")}
      - {line(2, ", languages: [fr], desk: billing")}
""")

    assert found == {"Mo 09:00-10:00": (["billing", "technical"], ["fr"], True)}


def test_a_line_for_others_does_not_count_for_callers_of_a_region_inside():
    """It serves Germany, which is not in the inner region."""
    found = calls(f"""
regions:
  - id: r
    countries: [DE]
    availability: {{standard: "Mo 09:00-10:00"}}
    lines:
      - {line(1, ", languages: [de], serves: [DE]")}
    regions:
      - id: inside
        countries: [FR]
        availability: {{standard: "Tu 09:00-10:00"}}
        lines: [{line(2, ", languages: [fr]")}]
""")

    assert found == {
        "Mo 09:00-10:00": (["technical"], ["de"], True),
        "Tu 09:00-10:00": (["technical"], ["fr"], True),
    }


def test_a_line_that_is_guessed_has_callers():
    """From a country in no region, with the hours of the line's own."""
    regions = f"""
regions:
  - id: r
    availability: {{standard: "Mo 09:00-10:00"}}
    lines: [{line(1, ", languages: [en]")}]
    regions:
      - id: inside
        countries: [FR]
        availability: {{standard: "Tu 09:00-10:00"}}
"""
    guess = 'guesses: [{countries: [PL], lines: [l1], note: "The nearest."}]\n'

    assert calls(regions) == {"Mo 09:00-10:00": None}
    assert calls(guess + regions) == {"Mo 09:00-10:00": (["technical"], ["en"], True)}


def test_own_hours_of_a_line_are_for_what_each_of_its_callers_speaks():
    """It names no languages: those of the caller's region count, and assumed ones elsewhere."""
    found = calls(f"""
regions:
  - id: r
    countries: [GB]
    lines: [{line(1, ', availability: {standard: "Mo 09:00-10:00"}')}]
    regions:
      - {{id: french, countries: [FR], languages: [fr]}}
      - {{id: german, countries: [DE], languages: [de]}}
""")

    assert found == {"Mo 09:00-10:00": (["technical"], ["de", "en", "fr"], False)}
