"""Every country of ISO 3166 has its place in the shipped directory, or none on purpose."""

from __future__ import annotations

import pytest

from supportlines.phones import dial_string
from supportlines.places import known_countries

UNINHABITED = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}
"""No public telephone network, so no line and no guess."""


def guessed(directory):
    """Return the countries for which the directory has a guess."""
    return [country for guess in directory.guesses for country in guess.countries]


def innermost(directory, country):
    """Return the ids of the innermost regions that hold *country*."""
    return [chain[0].id for chain in directory.chains_of(country)]


def test_only_mexico_is_in_two_regions(shipped):
    """The page prints Mexico twice, and every other country once at most."""
    twice = {
        country: innermost(shipped, country)
        for country in known_countries()
        if len(shipped.chains_of(country)) > 1
    }

    assert twice == {"MX": ["north-america", "latin-america"]}


def test_every_country_is_in_a_region_or_has_a_guess(shipped):
    """A country without either is one without people."""
    without = {
        country
        for country in known_countries()
        if not shipped.chains_of(country) and country not in guessed(shipped)
    }

    assert without == UNINHABITED


def test_guesses_are_for_countries_in_no_region(shipped):
    """A country has one guess, and only if it has no region."""
    countries = guessed(shipped)

    assert sorted(countries) == sorted(set(countries))
    assert [country for country in countries if shipped.chains_of(country)] == []


def test_guesses_name_fallback_lines(shipped):
    """Nobody but a region's "Other" line is guessed to serve a country that is not listed."""
    lines = {name for guess in shipped.guesses for name in guess.lines}

    assert sorted(name for name in lines if not shipped.line(name)[0].fallback) == []


@pytest.mark.parametrize(
    ("country", "region"),
    [
        ("PR", "latin-america"),  # named there, although a part of the USA
        ("TR", "europe"),  # named there
        ("RU", "europe"),
        ("CY", "europe"),  # a member of the European Union
        ("EG", "middle-east"),  # named there, although in Africa
        ("IL", "middle-east"),
        ("ZA", "africa"),  # named for the European freephone number too
        ("SD", "africa"),
        ("IN", "india"),
        ("HK", "asia-pacific"),
        ("PK", "asia-pacific"),
        ("CU", "latin-america"),
        ("UA", "europe"),
    ],
)
def test_doubtful_countries_are_where_the_page_puts_them(shipped, country, region):
    """A country that two regions could claim is in the one that the page's sense gives it."""
    assert innermost(shipped, country) == [region]


@pytest.mark.parametrize("country", ["PT", "KE", "JO", "VN", "HN", "IE", "GR", "NG", "BD"])
def test_countries_that_the_page_does_not_name_are_marked(shipped, country):
    """They belong to a region by the sense of the page alone."""
    assert len(shipped.chains_of(country)) == 1
    assert not shipped.is_named(country)


@pytest.mark.parametrize("country", ["DE", "PL", "MX", "IN", "ZA", "PR", "CN"])
def test_countries_that_the_page_names_are_not_marked(shipped, country):
    """Germany and Poland have no line of their own, but are named for the +800 number."""
    assert shipped.is_named(country)


@pytest.mark.parametrize("country", ["KZ", "UZ", "KG", "TJ", "TM", "GL", "AF"])
def test_countries_between_the_regions_are_in_none(shipped, country):
    """For them the answer is "no line listed", with a guess."""
    assert shipped.chains_of(country) == ()
    assert country in guessed(shipped)


def test_freephone_number_can_be_dialled_from_nineteen_countries(shipped, page_rows):
    """Every country of the page's list has keys to press for it, and there is no other."""
    row = next(row for row in page_rows if row["heading"] == "EMEA")
    printed = tuple(row["dialable_from"].split(";"))
    line, _ = shipped.line("emea-800")

    assert len(printed) == 19
    assert line.dialable_from == printed
    assert line.serves == ()
    assert [country for country in printed if dial_string(line.number, country) is None] == []


def test_lines_serve_countries_of_their_region_only(shipped):
    """No line is listed for a country that its region does not hold."""
    astray = [
        (line.id, country)
        for line, chain in shipped.lines()
        for country in line.serves
        if chain[0].id not in {place.id for one in shipped.chains_of(country) for place in one}
    ]

    assert astray == []


def test_every_country_of_a_region_can_dial_something(shipped):
    """Whoever is in a region has at least a fallback line that any telephone reaches."""
    stranded = [
        country
        for country in known_countries()
        for chain in shipped.chains_of(country)
        if not any(
            line.number is not None
            and (not line.serves or country in line.serves)
            and dial_string(line.number, country) is not None
            for region in chain
            for line in region.lines
        )
    ]

    assert stranded == []
