"""What serves a caller who wants a language is what its hours are stated under."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

AT = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("line", "rules", "state"),
    [
        ("nb", ["no"], "open"),  # nobody speaks Bokmål or Nynorsk: they are ways of writing
        ("no", ["nn"], "open"),
        ("en-GB", ["en"], "open"),
        ("en", ["en-GB"], "open"),  # who wants English is served by a Briton
        ("hr", ["sh"], "open"),  # the name of all of them is a promise to each
        ("yue", ["zh"], "unknown"),  # Cantonese is not Mandarin
        ("da", ["no"], "unknown"),
        # The hours of Portugal are not those of Brazil where these are stated.
        ("pt-BR", ["pt-PT", "off pt-BR"], "closed"),
        ("pt-BR", ["off pt-PT", "pt-BR"], "open"),
        # A rule for a language is for its regional forms too, beside one for the form.
        ("en-GB", ["en", "off en-GB"], "open"),
        ("nb", ["off nb", "no"], "open"),
        ("nb", ["no", "off nb"], "open"),
    ],
)
def test_rules_match_as_callers_do(made, line, rules, state):
    """Each rule is 24/7, or never where it begins with "off"."""
    written = ", ".join(
        f"{{languages: ['{one.split()[-1]}'], hours: {'off' if ' ' in one else '24/7'}}}"
        for one in rules
    )
    directory = made(
        f"""
regions:
  - id: kingdom
    countries: [GB]
    languages: ['{line}']
    availability: {{standard: [{written}]}}
    lines: [{{id: gb, number: "+44 20 7946 0958", published_as: 020 7946 0958}}]
"""
    )

    best = directory.who_can_i_call("GB", languages=[line], at=AT).best

    assert best.state == state
