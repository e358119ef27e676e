"""Doubts about numbers with words, stars, without a prefix and of several countries."""

from __future__ import annotations

import pytest

TEXT = """\
directory:
  id: d
  name: D
  sources:
    - {id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}
tiers:
  standard: {}
regions:
  - id: r
    countries: [%s]
    languages: [en]
    availability: {standard: "Mo-Fr 09:00-17:00"}
    lines:
%s
"""
HINTS = {"official-language-missing", "week-unlike-country"}


@pytest.fixture
def doubts(examined):
    """Return codes of the doubts, or the sentences of the problems, of lines."""

    def run(countries, *lines):
        found = examined(TEXT % (countries, "\n".join(f"      - {{{line}}}" for line in lines)))
        if found.problems:
            return [one.found for one in found.problems]
        return [one.code for one in found.doubts if one.code not in HINTS]

    return run


@pytest.mark.parametrize(
    ("stated", "likely"),
    [
        (", kind: geographic", ("+7 499 519 33 13", "medium")),
        # A line to fall back on is one of a place, for those who cannot dial toll free.
        (", fallback: true", ("+7 499 519 33 13", "medium")),
    ],
)
def test_of_several_likely_numbers_one_of_the_stated_kind_is_meant(examined, stated, likely):
    """Two ranges of Moscow are as near, of which one is of a place."""
    line = f'      - {{id: l, number: "+7 49095193313", published_as: 7 49095193313{stated}}}'
    found = examined(TEXT % ("RU", line)).doubts

    (doubt,) = [one for one in found if one.likely is not None]
    assert (doubt.likely.text, doubt.likely.confidence) == likely


def test_of_likely_numbers_of_no_kind_none_is_chosen(examined):
    """All are named."""
    line = '      - {id: l, number: "+7 49095193313", published_as: 7 49095193313}'
    found = examined(TEXT % ("RU", line)).doubts

    (doubt,) = [one for one in found if one.likely is not None]
    assert doubt.likely.confidence == "low"


@pytest.mark.parametrize(
    "number",
    [
        "0800 111 222 free",
        "0800 123 456 gratis",
        "0800 123 4567 freephone",
        "0800 111 222 HELP",
        "x-klingon",
        "0800 111 222 or fax",
    ],
)
def test_a_word_is_a_problem_of_its_line_and_no_end(doubts, number):
    """Parsing again what was cut off ended `check` without a finding."""
    found = doubts(
        "GB",
        f"id: l, number: {number}, only_in: GB, published_as: 0800 111 222",
        'id: other, number: "+44 20 7946 0958", published_as: 020 7946 0958',
    )

    assert len(found) == 1
    assert "number" in found[0]


@pytest.mark.parametrize("surplus", range(1, 9))
def test_letters_behind_a_word_are_counted_without_reading_again(doubts, surplus):
    """Of one or two letters a reader would say that they are no word."""
    word = "GOREDHATNOWPLEASE"[: 7 + surplus]
    found = doubts("US", f"id: l, number: 1-888-{word}, only_in: US, published_as: 888-{word}")

    assert "surplus-letters" in found


@pytest.mark.parametrize(
    ("number", "printed", "expected"),
    [
        ("*2700", "*2700", []),
        ("*2700", "* 2700", []),
        ("*2700", "כוכבית 2700", []),  # the star as a word
        ("*2700", "*2701", ["number-not-as-printed"]),
        ("*2700", "2701", ["number-not-as-printed"]),
        ("2700", "*2700", ["number-not-as-printed"]),  # the star is lost
        ("*123*45678#", "*123*45678#", []),
        ("*12345678", "*12345678", []),  # more digits than a short number has
        ("2700", "2700", []),
        # Five digits are enough to be compared.
        ("12703", "12703", []),
        ("12703", "12704", ["number-not-as-printed"]),
    ],
)
def test_stars_are_compared_as_they_are_printed(doubts, number, printed, expected):
    """A star is a key like any other; nothing else is known of such a number."""
    found = doubts("IL", f'id: l, number: "{number}", only_in: IL, published_as: "{printed}"')

    assert found == expected


@pytest.mark.parametrize(
    ("countries", "only_in", "expected"),
    [
        ("US, PR, GU", "[US, PR, GU]", []),
        ("US, PR, GU", "US", ["number-not-of-country"]),
        ("US", "[US, PR]", []),  # it exists where the line serves nobody
        ("FR", "[US, PR]", ["number-not-of-country"]),
        ("US, PR, GU", "[US, PR]", ["number-not-of-country"]),
    ],
)
def test_digits_of_several_countries_are_looked_at_in_each(doubts, countries, only_in, expected):
    """988 is the same in the United States and in its territories."""
    line = f'id: l, number: "988", only_in: {only_in}, published_as: "988", kind: toll_free'

    assert doubts(countries, line) == expected


def test_a_short_number_is_not_to_be_written_with_a_plus(examined):
    """+1 988 is no number; the countries are to be named."""
    line = '      - {id: l, number: "988", only_in: US, published_as: "988", kind: toll_free}'

    (doubt,) = [
        one
        for one in examined(TEXT % ("US, PR, GU", line)).doubts
        if one.code == "number-not-of-country"
    ]

    assert doubt.found == '"988" exists in US only, and the line serves GU and PR.'
    assert doubt.remedy == (
        'If the same digits are pressed there, say so in "only_in"; else correct "serves".'
    )


def test_a_number_without_its_prefix_is_doubted_in_each_of_its_countries(doubts):
    """Austria presses a 0 before them and Hungary 06."""
    both = 'id: l, number: "12345678", only_in: [AT, HU], published_as: "12345678"'

    assert doubts("AT, HU", both) == ["trunk-prefix-missing", "trunk-prefix-missing"]


def test_the_same_digits_are_listed_twice_only_where_both_exist(doubts):
    """988 of Canada is not 988 of the United States."""
    states = 'id: us, number: "988", only_in: [US, PR], published_as: "988", serves: [US, PR]'
    canada = 'id: ca, number: "988", only_in: CA, published_as: "988", serves: [CA]'
    again = 'id: again, number: "988", only_in: [PR, US], published_as: "988", serves: [US]'
    island = 'id: pr, number: "988", only_in: PR, published_as: "988", serves: [PR]'

    assert doubts("US, PR, CA", states, canada) == []
    assert doubts("US, PR, CA", states, again) == ["listed-twice"]
    assert doubts("US, PR, CA", states, island) == ["listed-twice"]


def test_a_fallback_of_several_countries_leads_somewhere_if_one_is_served(doubts):
    """It leads nowhere only if the line serves none of them."""
    line = 'id: l, number: "988", only_in: [US, PR], published_as: "988", fallback: true'

    assert doubts("US, FR", line) == ["number-not-of-country"]
    assert sorted(doubts("FR", line)) == ["fallback-leads-nowhere", "number-not-of-country"]


def test_misleading_groups_are_found_in_each_country(doubts):
    """880 0555 2788 is 8 800 555 27 88 in Russia."""
    line = "id: l, number: 880 0555 0199, only_in: [RU, DE], published_as: 880 0555 0199"

    assert "grouping-misleads" in doubts("RU, DE", line)


def test_a_number_twice_in_words_and_digits_has_no_surplus(doubts):
    """The letters stand for digits that are there."""
    line = (
        'id: l, number: "+1 202-555-TALK (8255)", published_as: 202-555-TALK (8255),'
        " kind: geographic"
    )

    assert doubts("US", line) == ["letters-for-digits"]


def test_countries_are_named_once_and_are_countries(doubts):
    """As in every list of countries."""
    line = 'id: l, number: "988", only_in: [%s], published_as: "988"'

    assert doubts("US", line % "US, us") == ['"US" stands here twice.']
    assert doubts("US", line % "US, XX")[0].startswith('there is no country "XX"')
    assert doubts("US", line % "") == ["the list is empty."]
