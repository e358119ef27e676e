"""A directory of nearly all countries is asked about those that it leaves out."""

from __future__ import annotations

import pytest

from supportlines.places import known_countries

NOBODY_LIVES_THERE = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}
TEXT = """
directory:
  id: made
  name: Made
  sources: [{{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}}]
tiers: {{standard: {{}}}}
regions:
  - id: world
    countries: [{countries}]
    availability: {{standard: 24/7}}
    lines: [{{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958, languages: [en]}}]
"""


def told(examined, countries):
    """Return what is said of countries in no region."""
    listed = ", ".join(f'"{country}"' for country in sorted(countries))
    found = examined(TEXT.format(countries=listed)).doubts
    return [one.message for one in found if one.code == "country-in-no-region"]


@pytest.mark.parametrize(
    ("missing", "names"),
    [
        (set(), None),
        ({"FR"}, "and FR in none"),
        ({"FR", "GB"}, "and FR and GB in none"),
        (
            {"AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AR", "AS"},
            "and AD, AE, AF, AG, AI, AL, AM, AO and 2 more in none",
        ),
    ],
)
def test_countries_that_a_worldwide_directory_leaves_out_are_named(examined, missing, names):
    """Up to eight by their codes; those in which nobody lives are not missed."""
    inhabited = known_countries() - NOBODY_LIVES_THERE

    found = told(examined, inhabited - missing)

    if names is None:
        assert found == []
    else:
        (message,) = found
        assert (
            f"{len(inhabited - missing)} countries are in a region or a guess, {names}" in message
        )


def test_a_directory_of_some_countries_is_not_asked_about_the_others(examined):
    """Nobody expects all of them there."""
    assert told(examined, {"DE", "FR"}) == []
