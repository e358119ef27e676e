"""Directories with several desks: each option names its own, and what is said of desks is true."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

AT = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)  # a Monday: noon in London


def codes(answer):
    """Return the codes of the caveats of the whole answer."""
    return [caveat.code for caveat in answer.caveats]


@pytest.fixture(scope="module")
def desks(made):
    """Two desks on one number, one of which is not there in France."""
    return made(
        """
desks: [technical, billing]
regions:
  - id: kingdom
    countries: [GB]
    languages: [en]
    availability:
      standard:
        - {desks: [technical], hours: 24/7}
        - {desks: [billing], hours: Mo-Fr 14:00-16:00}
    lines:
      - {id: tech, number: "+44 20 7946 0958", published_as: 020 7946 0958}
      - {id: bill, number: "+44 20 7946 0958", published_as: 020 7946 0958, desk: billing}
  - id: france
    countries: [FR]
    languages: [fr]
    availability: {standard: 24/7}
    lines:
      - {id: fr, number: "+33 1 99 00 12 34", published_as: 01 99 00 12 34}
      - {id: fr-inside, number: 0199 001235, only_in: FR, published_as: 0199 001235, desk: billing}
  - id: germany
    countries: [DE]
    languages: [de]
    availability: {standard: 24/7}
    lines: [{id: de, number: "+49 30 23125 000", published_as: 030 23125 000}]
guesses:
  - {countries: [KZ], lines: [fr, bill]}
"""
    )


def test_one_number_of_two_desks_is_two_options_with_their_names(desks):
    """A line that names no desk is of the first."""
    answer = desks.who_can_i_call("GB", at=AT)

    assert [(one.line.id, one.desk, one.state) for one in answer.options] == [
        ("tech", "technical", "open"),
        ("bill", "billing", "closed"),
    ]


def test_a_directory_of_one_desk_does_not_name_it(made):
    """There is nothing to tell apart."""
    directory = made(
        """
desks: [technical]
regions:
  - id: kingdom
    countries: [GB]
    availability: {standard: 24/7}
    lines: [{id: gb, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    assert directory.who_can_i_call("GB", at=AT).best.desk is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # Germany has a line, but none of this desk.
        ({"country": "DE", "desk": "billing"}, ("desk_not_listed", "for desk billing.")),
        # France has one of this desk, which cannot be dialled from London.
        (
            {"country": "FR", "desk": "billing", "calling_from": "GB"},
            ("nothing_dialable", "None of the lines of desk billing can be dialled"),
        ),
        # The desk has a line, but not in this language; the other desk was not asked about.
        (
            {"country": "FR", "desk": "billing", "languages": ["de"]},
            ("wanted_language_missing", "None of the lines of desk billing is listed for German."),
        ),
        # Kazakhstan is in no region, whatever the desk.
        ({"country": "KZ", "desk": "billing"}, ("no_line_listed", "no line for Kazakhstan")),
    ],
)
def test_what_is_said_of_a_desk_is_true(desks, question, expected):
    """Lines of other desks are neither denied nor called undialable."""
    answer = desks.who_can_i_call(**question, at=AT)

    code, words = expected
    assert codes(answer) == [code]
    assert words in answer.caveats[0].text


def test_a_country_of_a_region_whose_lines_are_all_for_others_has_none(made):
    """Nothing is withheld, so nothing is "not dialable"."""
    directory = made(
        """
regions:
  - id: europe
    countries: [DE, AT]
    availability: {standard: 24/7}
    lines: [{id: de, number: "+49 30 23125 000", published_as: 030 23125 000, serves: [DE]}]
"""
    )

    answer = directory.who_can_i_call("AT", at=AT)

    assert (answer.state, codes(answer)) == ("no_line", ["no_line_listed"])


def test_a_guess_of_another_desk_is_none(desks):
    """Who asks for billing is not sent to the technical desk."""
    asked = desks.who_can_i_call("KZ", desk="billing", at=AT)
    open_to_all = desks.who_can_i_call("KZ", at=AT)

    assert [one.line.id for one in asked.guesses] == ["bill"]
    assert [one.line.id for one in open_to_all.guesses] == ["fr", "bill"]
