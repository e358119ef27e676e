"""What pickers list: every reply once, as people call it."""

from __future__ import annotations

import pytest

import supportlines
from supportlines.places import zones_of
from supportlines.web.feed import Scope, lines_file, words_file

SINCE = 1_796_083_200  # 2026-12-01T00:00Z
DAY = 86_400
TEXT = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers:
  standard: {name: {en: Standard, de: Normal}}
  premium: {}
desks: {billing: {name: Bills}, repairs: {name: Repairs}, press: {}}
facets: {brand: {name: Which brand?, values: {north: North, south: South, other: other}}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "24/7", time_zone: Europe/London}}
    lines:
      - {id: bills, number: "+44 20 7946 0958", desks: [billing]}
      - {id: rest, number: "+44 20 7946 0321", desks: [repairs], for: {brand: [north, other]}}
"""


def replies(facts, country, days=2):
    """Return what pickers of a country list, by what is asked, and the English words."""
    record = lines_file(Scope(facts, SINCE, SINCE + days * DAY), country, 3600).record
    words = words_file("en", [record])
    return {one["name"]: one.get("replies") for one in record["asks"]}, words


@pytest.fixture(scope="module")
def shipped():
    """Return what is stated in the shipped directory."""
    return supportlines.load().facts


def test_all_replies_are_listed_in_the_order_of_the_directory():
    """Those too that give the same as nothing said, with their names if these are others."""
    found, words = replies(supportlines.loads(TEXT).facts, "GB")

    assert found["tier"] == [
        ["standard", {"en": "Standard", "de": "Normal"}],
        ["premium"],
    ]
    assert found["desk"] == [["billing", "Bills"], ["repairs", "Repairs"], ["press"]]
    assert found["brand"] == [["north", "North"], ["south", "South"], ["other", ["other_reply"]]]
    assert words["other_reply"] == "Something else"


def test_zones_are_listed_by_their_own_names(shipped):
    """Older names are understood, and not listed."""
    found, _ = replies(shipped, "US")
    listed = [zone for (zone,) in found["time_zone"]]

    assert "America/Denver" in listed
    assert "America/Shiprock" not in listed
    assert set(listed) <= set(zones_of("US"))
    assert len(set(listed)) == len(listed)


def test_parts_of_the_country_are_listed_with_one_that_stands_for_all_others(shipped):
    """Milan keeps Saint Ambrose on 7 December; parts with none of these days are one.

    They have no names but their own, so that their groups are the list.
    """
    record = lines_file(Scope(shipped, SINCE, SINCE + 93 * DAY), "IT", 3600).record
    words = words_file("en", [record])
    (parts,) = [one for one in record["asks"] if one["name"] == "subdivision"]

    assert "replies" not in parts
    assert "IT-MI" in parts["groups"]
    assert "*" in parts["groups"]
    assert words["other_part"] == "Another part"


def test_what_the_page_asks_itself_is_not_listed(shipped):
    """Languages, and countries from where one calls."""
    found, _ = replies(shipped, "CH")

    assert found["calling_from"] is None
