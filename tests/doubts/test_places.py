"""Lists that name sets, parts, the rest, or all countries but some."""

from __future__ import annotations

import pytest

HEAD = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
"""
LINE = '{id: l, number: "+44 20 7946 0958", kind: geographic, languages: [en]'


def codes(found, *wanted):
    """Return code, line and column of the doubts of these kinds."""
    return [(one.code, one.line, one.column) for one in found.doubts if one.code in wanted]


@pytest.mark.parametrize("missing", [True, False])
def test_a_country_that_is_excepted_is_not_forgotten(examined, missing):
    """Who says that New Zealand is not meant knows that it is there."""
    excepted = "{except: [NZ]}" if not missing else "{except: [NZ, JE]}"
    more = "" if not missing else "\n  - {id: jersey, countries: [JE]}"
    text = f"""{HEAD}
regions:
  - id: world
    countries: {excepted}
    availability: {{standard: 24/7}}
    lines: [{LINE}}}]{more}
"""

    assert codes(examined(text), "country-in-no-region") == []


def test_an_entry_of_a_set_is_told_where_the_set_is_named(examined):
    """The country is no text of the region."""
    text = f"""{HEAD}
places: {{nordics: [DK, SE]}}
regions:
  - id: one
    countries: [DK]
    availability: {{standard: 24/7}}
    lines: [{LINE}}}]
  - id: other
    countries:
      - FI
      - nordics
    availability: {{standard: 24/7}}
"""

    assert codes(examined(text), "country-in-two-regions") == [("country-in-two-regions", 16, 7)]


def test_a_line_is_told_where_it_names_a_country_beside_parts(examined):
    """Parts stand in the same list and do not count."""
    text = f"""{HEAD}
regions:
  - id: one
    countries: [GB, DE]
    availability: {{standard: 24/7}}
    lines:
      - {LINE}, serves: [GB], dialable_from: [
          DE-BY, GB, DE-BE, FR]}}
"""

    assert codes(examined(text), "dialable-elsewhere") == [("dialable-elsewhere", 14, 29)]


def test_the_rest_of_the_world_is_no_country_that_the_source_names(examined):
    """Its official languages and its weekends are many."""
    text = f"""{HEAD}
regions:
  - id: britain
    countries: [GB]
    availability: {{standard: 24/7}}
  - id: world
    countries: rest
    availability: {{standard: "Mo-Fr 09:00-17:00"}}
    lines: [{LINE}}}]
"""

    found = examined(text)

    assert codes(found, "official-language-missing", "week-unlike-country") == []
