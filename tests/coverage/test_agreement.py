"""A row says what an answer says to whom it is about."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

MONDAY = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
HEAD = """
directory:
  id: d
  name: D
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}}
    lines:
"""
LINES = """
      - {id: de, number: "+44 20 7946 0100", languages: [de], for: {languages: [%s]}}
      - {id: en, number: "+44 20 7946 0101", languages: [en], for: {languages: [en, fr]}}
"""


@pytest.mark.parametrize("german_is_for", ["en", "de", "de, en"])
def test_a_row_of_a_language_is_about_those_who_ask_for_it(german_is_for):
    """A line that speaks German to who wants English serves nobody in German."""
    directory = supportlines.loads(HEAD + LINES % german_is_for)

    rows = {row.language: row for row in directory.coverage(week_of=MONDAY).rows}

    for tag in ("de", "en"):
        answer = directory.who_can_i_call("GB", languages=[tag], at=MONDAY)
        served = {option.state for option in answer.options if option.language == tag}
        week = rows[tag].week
        assert (week.open_seconds, week.unknown_seconds) == (40 * 3600 if served else 0, 0)
        assert rows[tag].is_spoken is bool(served)
    assert rows[None].only_for == ("language",)


STATES = """
directory:
  id: d
  name: D
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
countries: {US: {time_zone: America/New_York}}
regions:
  - id: us
    countries: [US]
    languages: [en]
    availability: {standard: [{hours: "Mo-Fr 09:00-17:00", time_zone: America/New_York}%s]}
    lines:
      - {id: a, number: "+1 202 555 0100"%s}
  - id: alaska
    countries: [US-AK]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: America/New_York}}
    lines:
      - {id: b, number: "+1 202 555 0101"}
"""
SATURDAYS = ', {hours: "Sa 09:00-17:00", time_zone: America/New_York, for: {subdivisions: US-NY}}'


@pytest.mark.parametrize(
    ("rule", "line", "hours"),
    [
        ("", ", serves: [US-NY]", {"NY": 40, "AK": 40, "CA": 0}),
        ("", ", for: {subdivisions: US-NY}", {"NY": 40, "AK": 40, "CA": 0}),
        ("", ", dialable_from: [US-NY]", {"NY": 40, "AK": 40, "CA": 0}),
        (SATURDAYS, "", {"NY": 48, "AK": 40, "CA": 40}),
        ("", "", {"NY": 40, "AK": 40, "CA": 40}),
    ],
)
def test_what_is_left_of_a_country_is_no_part_that_counts(rule, line, hours):
    """A part has a row where regions list parts and anything names it."""
    directory = supportlines.loads(STATES % (rule, line))

    rows = directory.coverage(week_of=MONDAY).rows

    found = {row.subdivision: row.week.open_seconds // 3600 for row in rows if not row.language}
    usual = found["other"]
    assert {part: found.get(f"US-{part}", usual) for part in hours} == hours
    assert not any(row.week.unknown_seconds for row in rows)
    for part, expected in hours.items():
        answer = directory.who_can_i_call("US", subdivision=part, at=MONDAY.replace(hour=15))
        assert (answer.state == "open") is (expected > 0)
