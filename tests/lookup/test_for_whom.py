"""For whom a line is: which parts of a country, in which regions, and who of them is the first."""

from __future__ import annotations

import pytest

from supportlines.lookup import Question
from supportlines.lookup.resolution import parts_listed
from supportlines.lookup.served import chains_served, first_question

REGIONS = """\
regions:
  - id: north
    countries: [US, CA-QC]
    lines: [{id: a, number: "+1 202 555 0123"}]
    regions:
      - {id: west, countries: [CA-BC], lines: [{id: b, number: "+1 202 555 0124"}]}
      - {id: south, countries: [MX], lines: [{id: c, number: "+1 202 555 0125"}]}
"""


@pytest.mark.parametrize(
    ("region", "country", "parts"),
    [
        ("north", "US", None),  # all of it
        ("north", "MX", None),  # by a region inside
        ("north", "CA", ("CA-QC", "CA-BC")),  # its own first
        ("west", "CA", ("CA-BC",)),
        ("south", "CA", ()),  # nothing of it
        ("west", "GB", ()),
    ],
)
def test_parts_listed_are_those_of_the_region_and_inside(made, region, country, parts):
    """And None where nothing of the country is left out."""
    facts = made(REGIONS).facts
    by_id = {one.id: one for one in facts.every_region()}

    assert parts_listed(facts, by_id[region], country) == parts


@pytest.mark.parametrize(
    ("line", "country", "regions"),
    [
        ("", "CA", {"canada", "quebec"}),
        ("serves: [CA-ON]", "CA", {"canada"}),
        ("serves: [CA-QC]", "CA", {"quebec"}),
        ("serves: [CA, US-CA]", "CA", {"canada", "quebec"}),
        ("for: {subdivisions: [CA-ON]}", "CA", {"canada"}),
        ("serves: [CA-ON, CA-QC], for: {subdivisions: [CA-QC]}", "CA", {"quebec"}),
        ("serves: [CA-ON], for: {subdivisions: [CA-QC]}", "CA", set()),
        ("serves: [CA, US], for: {subdivisions: [CA-QC]}", "US", set()),
    ],
)
def test_regions_of_callers_are_those_of_the_parts_that_are_served(made, line, country, regions):
    """Who is in a part that a region inside lists is in that region."""
    facts = made(f"""
regions:
  - id: canada
    countries: [CA, US]
    lines: [{{id: one, number: "+1 202 555 0123", {line}}}]
    regions: [{{id: quebec, countries: [CA-QC]}}]
""").facts

    found = chains_served(facts, facts.line("one")[0], country)

    assert {chain[0].id for chain in found} == regions


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("serves: [CA, US], for: {subdivisions: [US-CA]}", ("US", "US-CA")),
        ("serves: [CA, US], for: {subdivisions: [MX-JAL, US-CA, CA-QC]}", ("CA", "CA-QC")),
        ("serves: [US], for: {subdivisions: [BR-PA, US-PA]}", ("US", "US-PA")),  # both end alike
        ("serves: [CA-ON, CA-QC], for: {subdivisions: [CA-QC]}", ("CA", "CA-QC")),
        ("serves: [MX, CA-ON], for: {subdivisions: [CA-QC, CA-ON]}", ("CA", "CA-ON")),
        ("for: {subdivisions: [BR-PA]}", ("BR", "BR-PA")),  # by a region inside
        ("serves: [BR-PA]", ("BR", "BR-PA")),
        ("serves: [CA, US]", ("CA", None)),
        ("", ("CA", None)),
        ("serves: [US], for: {subdivisions: [CA-QC]}", None),
        ("for: {subdivisions: [BR-SP]}", None),  # another part of it is listed
    ],
)
def test_served_is_in_a_served_place_in_which_the_limits_hold(made, line, said):
    """The first of those in the order of the file; none where there is none."""
    text = f"""
regions:
  - id: americas
    countries: [CA, US, MX]
    lines: [{{id: one, number: "+1 202 555 0123", {line}}}]
    regions: [{{id: north-of-brazil, countries: [BR-PA]}}]
"""
    facts = made(text).facts

    found = first_question(facts, facts.line("one")[0])

    assert said == (None if found is None else (found.country, found.subdivision))


def test_served_meets_each_condition_with_its_first_value(made):
    """Which is said in the words of a question."""
    facts = made("""
tiers: {standard: {}, premium: {}, gold: {}}
severities: [low, high]
desks: [technical, sales]
facets: {brand: {name: "Which?", values: {north: North, south: South}}}
regions:
  - id: britain
    countries: [GB]
    lines:
      - id: one
        number: "+44 20 7946 0958"
        channel: sms
        desk: sales
        for:
          {tiers: [gold, premium], severities: [high], languages: [cy, en], brand: [south, north],
           phone: mobile}
""").facts

    found = first_question(facts, facts.line("one")[0])

    assert found == Question(
        "GB",
        languages=("cy",),
        tier="gold",
        desk="sales",
        severity="high",
        channels=("sms",),
        facets={"brand": "south", "phone": "mobile"},
    )
