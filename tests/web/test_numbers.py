"""What a page says of the keys of a number is what an answer says."""

from __future__ import annotations

import supportlines
from supportlines.web.feed import Scope, lines_file, words_file

DIRECTORY = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: br
    countries: [BR]
    languages: [pt]
    availability: {standard: {hours: "24/7", time_zone: America/Sao_Paulo}}
    lines: [{id: local, number: "+55 11 3003 1234", kind: geographic}]
"""
SINCE = 1_796_083_200  # 2026-12-01T00:00Z


def test_the_code_of_a_carrier_within_brazil_is_told():
    """From another area the digits alone reach nobody (Anatel)."""
    facts = supportlines.loads(DIRECTORY).facts

    lines = lines_file(Scope(facts, SINCE, SINCE + 86_400), "BR", 3600).record
    words = words_file("en", [lines])

    (rows,) = lines["contacts"]
    assert [row for row in rows if len(row) > 3 and row[3] == "BR"] == [
        ["11 3003 1234", "tel:+551130031234", "cost_national", "BR", "note_carrier_code"]
    ]
    assert words["note_carrier_code"] == (
        "From another area a carrier's code goes before the number"
    )
