"""Who is not served is told why, and nobody is told a number that may not be theirs."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

HEAD = """
directory:
  id: refusals
  name: Refusals
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-30}]
tiers: {standard: {}, premium: {includes: standard}}
desks: {tech: {}, money: {}, sales: {}}
facets: {brand: {values: {n: North, s: South}, required: true}}
regions:
  - id: gb
    countries: [GB]
    languages: [en, fr]
"""
AT = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)


def asked(regions, **words):
    """Return the answer of a directory with what stands in its region."""
    return supportlines.loads(HEAD + regions).who_can_i_call("GB", at=AT, **words)


DESKS = """
    availability:
      standard: [{hours: 24/7}, {not_available: Ask your reseller., desks: money}]
    lines: [{id: line, number: "+44 20 7946 0100", desks: [tech, money]}]
"""


@pytest.mark.parametrize(
    ("desk", "desks", "withheld"),
    [
        (None, [("tech",)], []),
        ("tech", [("tech",)], []),
        ("money", [], ["Ask your reseller."]),
        ("sales", [], []),  # which the line is not for
    ],
)
def test_a_desk_that_serves_nobody_says_why(desk, desks, withheld):
    """Of the desk that is asked for."""
    answer = asked(DESKS, desk=desk)

    assert [one.desks for one in answer.options] == desks
    assert [reason.text for _, reason in answer.withheld] == withheld
    assert ("– Ask your reseller." in answer.text()) == bool(withheld)


LANGUAGES = """
    availability:
      standard: [{hours: 24/7}, {not_available: No French any more., languages: fr}]
    lines: [{id: line, number: "+44 20 7946 0100"}]
"""


@pytest.mark.parametrize(
    ("languages", "told"), [([], False), (["en"], False), (["fr"], True), (["en", "fr"], True)]
)
def test_a_language_that_is_not_served_says_why(languages, told):
    """To who asks for it; others are served."""
    answer = asked(LANGUAGES, languages=languages)

    assert answer.best.languages == ("en",)
    texts = [one.text for one in answer.best.caveats if one.code == "not_available"]
    assert texts == (["No French any more."] if told else [])


TIERS = """
    availability: {standard: 24/7, premium: {not_available: Not with premium.}}
    lines: [{id: line, number: "+44 20 7946 0100"}]
"""


def test_a_tier_that_is_not_available_has_still_what_it_includes():
    """Premium is not to be had; its customers have the standard hours all the same."""
    assert asked(TIERS, tier="standard").state == "open"
    assert asked(TIERS, tier="premium").state == "open"


BRAND = """
    availability: {standard: 24/7}
    lines: [{id: line, number: "+44 20 7946 0100", dialable_from: [GB], for: {brand: n}}]
"""


@pytest.mark.parametrize(
    ("facets", "withheld"), [({}, []), ({"brand": "n"}, ["line"]), ({"brand": "s"}, [])]
)
def test_a_line_that_cannot_be_dialled_is_named_to_those_whose_it_is(facets, withheld):
    """Before a required facet is said nobody's number is told, not even as one of no use."""
    answer = asked(BRAND, calling_from="FR", facets=facets)

    assert answer.state == "no_line"
    assert [line.id for line, _ in answer.withheld] == withheld
    assert ("7946" in answer.text()) == bool(withheld)
    is_listed = facets != {"brand": "s"}
    assert ("can be dialled from there" in answer.text()) == is_listed
