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


def test_a_rule_is_for_all_desks_of_a_line():
    """One number, two desks."""
    found = calls(f"""
regions:
  - id: r
    countries: [GB]
    availability: {{standard: [{{desks: [billing], hours: "Mo 09:00-10:00"}}]}}
    lines: [{line(1, ", languages: [en], desks: [technical, billing]")}]
""")

    assert found == {"Mo 09:00-10:00": (["billing", "technical"], ["en"], True)}


def test_what_a_line_leaves_to_the_region_is_the_regions():
    """Its own rule decides German, and French is left."""
    found = calls("""
regions:
  - id: r
    countries: [CH]
    availability: {standard: "Mo 09:00-10:00"}
    lines:
      - id: l1
        number: "+44 20 7946 0001"
        languages: [de, fr]
        availability:
          standard: [{languages: [de], hours: "Tu 09:00-10:00"}, {inherit: true}]
""")

    assert found == {
        "Mo 09:00-10:00": (["technical"], ["fr"], True),
        "Tu 09:00-10:00": (["technical"], ["de"], True),
    }


def test_a_rule_of_a_part_has_the_calls_of_lines_around():
    """Who is in the part gets its hours on the line of the country."""
    found = calls(f"""
regions:
  - id: r
    countries: [FR]
    availability: {{standard: "Mo 09:00-10:00"}}
    lines: [{line(1, ", languages: [en]")}]
    regions:
      - id: part
        countries: [BE-VLG]
        availability: {{standard: "Tu 09:00-10:00"}}
        lines: [{line(2, ", languages: [nl], desk: billing")}]
""")

    assert found == {
        "Mo 09:00-10:00": (["technical"], ["en"], True),
        "Tu 09:00-10:00": (["billing", "technical"], ["en", "nl"], True),
    }


def test_a_line_that_speaks_any_language_speaks_that_of_a_rule():
    """By way of an interpreter, so that others are not known."""
    found = calls(f"""
regions:
  - id: r
    countries: [GB]
    availability: {{standard: [{{languages: [sw], hours: "Mo 09:00-10:00"}}]}}
    lines: [{line(1, ", languages: {en: native, any: interpreter}")}]
""")

    assert found == {"Mo 09:00-10:00": (["technical"], ["sw"], False)}


def test_a_rule_for_other_plans_keeps_no_language_away():
    """Portuguese of Portugal has a rule of its own in one plan, and the relative's in the other."""
    found = calls(f"""
facets: {{plan: {{values: [big, small]}}}}
regions:
  - id: r
    countries: [PT]
    availability:
      standard:
        - {{languages: [pt-PT], hours: "Mo 09:00-10:00", for: {{plan: big}}}}
        - {{languages: [pt-BR], hours: "Tu 09:00-10:00", for: {{plan: small}}}}
    lines: [{line(1, ", languages: [pt-PT]")}]
""")

    assert found == {
        "Mo 09:00-10:00": (["technical"], ["pt-PT"], True),
        "Tu 09:00-10:00": (["technical"], ["pt-PT"], True),
    }
