"""A closure from an instant closes a line too of which nobody says when it is open."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

TEXT = """
directory:
  id: closed
  name: Closed
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-20}]
tiers: {standard: {}, premium: {}}
regions:
  - id: gb
    countries: [GB]
    exceptions:
      - {on: 2026-12-03, reason: Move}
      - {from: 2026-12-06T10:00Z, until: 2026-12-06T12:00Z, tiers: [standard], reason: Test}
    availability: {standard: {languages: [en], hours: 24/7}}
    lines:
      - id: line
        number: "+44 20 7946 0100"
        languages: [en, fr]
        exceptions:
          - {from: 2026-12-01T10:00Z, until: 2026-12-01T12:00Z, reason: Fire}
          - {on: 2026-12-05, tiers: [standard], hours: "10:00-12:00", reason: Fair}
"""
UNSAID = 'The source does not say when this language is spoken for tier "standard".'


def utc(day, hour):
    """Return an instant of December 2026."""
    return datetime(2026, 12, day, hour, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("at", "words", "expected"),
    [
        (utc(1, 9), {}, ("unknown", utc(1, 10), UNSAID)),
        (utc(1, 11), {}, ("closed", utc(1, 12), f"{UNSAID} Closed: Fire.")),
        (utc(1, 12), {}, ("unknown", utc(6, 10), UNSAID)),
        # By whose clock it would be the third, or ten o'clock, nobody says.
        (utc(3, 12), {}, ("unknown", utc(6, 10), UNSAID)),
        (utc(5, 11), {}, ("unknown", utc(6, 10), UNSAID)),
        (utc(6, 11), {}, ("closed", utc(6, 12), f"{UNSAID} Closed: Test.")),
        (utc(6, 11), {"tier": "premium"}, ("unknown", None, UNSAID.replace("standard", "premium"))),
    ],
)
def test_a_closure_from_an_instant_holds_for_a_language_of_which_no_rule_speaks(
    at, words, expected
):
    """Around it nobody knows, and in it the line is as closed as it is in English."""
    options = supportlines.loads(TEXT).who_can_i_call("GB", at=at, **words).options
    french = next(one for one in options if "fr" in one.languages)

    assert (french.state, french.changes_at, french.reasons[-1].text) == expected


def test_a_line_that_is_closed_in_all_its_languages_is_not_perhaps_open():
    """Nobody is sent to a line in French that is on fire in English."""
    answer = supportlines.loads(TEXT).who_can_i_call("GB", at=utc(1, 11))

    assert answer.state == "closed"
