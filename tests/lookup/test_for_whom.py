"""For whom a line is: which parts of a country, in which regions, and who of them is the first."""

from __future__ import annotations

import pytest

from supportlines.lookup.resolution import parts_listed

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
