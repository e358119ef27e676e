"""Which lines are there for a caller, and which of them can be dialled."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

# A Tuesday: 10:00 in New York, 16:00 in Berlin, 19:00 in Dubai.
AT = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)


def said(caveats):
    """Return code and sentence of each."""
    return [(one.code, one.text) for one in caveats]


def ids(options):
    """Return the ids of the options' lines, in their order."""
    return [option.line.id for option in options]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        # A country's own fallback replaces that of the regions around it.
        ("US", ["us-toll-free", "us-sales", "us-other"]),
        ("CA", ["us-toll-free", "us-other"]),
        ("FR", ["fr-line", "fr-only"]),
        # The nearest level that has a fallback is used: Europe before EMEA.
        ("DE", ["de-line", "de-doubtful", "europe-other"]),
        ("PT", ["europe-other"]),
        # The Gulf has none of its own, so that of EMEA serves.
        ("AE", ["ae-landline", "ae-mobile-only", "emea-other"]),
        ("KZ", []),
    ],
)
def test_lines_are_those_of_the_country_and_the_nearest_fallback(example, country, expected):
    """Own and wider lines always, fallback lines of the nearest level only."""
    answer = example.who_can_i_call(country, at=AT)

    assert sorted(ids(answer.options)) == sorted(expected)


def test_a_fallback_that_cannot_be_dialled_gives_way_to_the_next_level(example):
    """From Germany the French digits lead nowhere: Europe's line is used instead."""
    answer = example.who_can_i_call("FR", calling_from="DE", at=AT)

    assert ids(answer.options) == ["fr-line", "europe-other"]
    assert [line.id for line, _ in answer.withheld] == ["fr-lost", "fr-only"]


def test_withheld_lines_say_why(example):
    """A number cut off in the source and digits of another country have different reasons."""
    answer = example.who_can_i_call("FR", calling_from="DE", at=AT)
    withheld = {line.id: reason for line, reason in answer.withheld}

    assert withheld["fr-lost"].code == "number_unusable"
    assert withheld["fr-lost"].text == "The source cuts the number off."
    assert withheld["fr-lost"].published_as == "01 99"
    assert withheld["fr-only"].code == "not_dialable_from_there"
    assert withheld["fr-only"].text == "It cannot be dialled from Germany, only from France."


def test_a_line_is_not_another_line(made):
    """Its digits exist where the phone stands, and it is not answered from there."""
    directory = made(
        """
regions:
  - id: r
    countries: [US]
    availability: {standard: 24/7}
    lines:
      - {id: l, number: "988", only_in: [US, PR], published_as: "988", dialable_from: [US]}
"""
    )

    (withheld,) = directory.who_can_i_call("US", calling_from="PR", at=AT).withheld

    assert withheld.reason.code == "not_dialable_from_there"
    assert withheld.reason.text == (
        "It cannot be dialled from Puerto Rico, only from United States."
    )


def test_withheld_lines_have_no_part_in_the_state(example):
    """The toll-free number is withheld in France, the answer is that of the other line."""
    answer = example.who_can_i_call("US", calling_from="FR", time_zone="America/New_York", at=AT)

    assert answer.best.line.id == "us-sales"
    assert [line.id for line, _ in answer.withheld] == ["us-toll-free"]


def test_nothing_to_dial_is_no_line(example):
    """A country with lines, none of which can be dialled from there, has state no_line."""
    answer = example.who_can_i_call("KZ", at=AT)

    assert answer.state == "no_line"
    assert answer.best is None
    assert [caveat.code for caveat in answer.caveats] == ["no_line_listed"]


def test_a_guess_is_marked_and_no_option(example):
    """Kazakhstan is in no region; what the data names for it stands apart."""
    answer = example.who_can_i_call("KZ", at=AT)

    assert ids(answer.guesses) == ["europe-other"]
    assert ("guess", "The nearest line of the source.") in said(answer.guesses[0].caveats)


def test_a_desk_leaves_only_its_lines(example):
    """Lines without a desk belong to the first desk of the directory."""
    sales = example.who_can_i_call("US", desk="sales", at=AT)
    technical = example.who_can_i_call("US", desk="technical", at=AT)

    assert ids(sales.options) == ["us-sales"]
    assert sorted(ids(technical.options)) == ["us-other", "us-toll-free"]


def test_a_country_that_is_not_named_says_so(example):
    """Portugal belongs to Europe by the sense of the page only."""
    assert "country_not_named" in [
        caveat.code for caveat in example.who_can_i_call("PT", at=AT).caveats
    ]
    assert "country_not_named" not in [
        caveat.code for caveat in example.who_can_i_call("DE", at=AT).caveats
    ]


def test_equal_numbers_with_one_state_are_one_option_that_keeps_all_texts(example):
    """The landline row and the mobile row of one number together are for any phone."""
    options = example.who_can_i_call("AE", at=AT).options
    option = next(one for one in options if one.line.id == "ae-landline")

    assert option.published_as == "202 555 0150 / 1-202-555-0150"
    assert not {"landline_only", "mobile_only"} & {caveat.code for caveat in option.caveats}


def test_a_line_for_mobile_phones_and_one_carrier_says_so(example):
    """Who may dial a number is told with the option."""
    options = example.who_can_i_call("AE", at=AT).options
    option = next(one for one in options if one.line.id == "ae-mobile-only")

    assert {"mobile_only", "carriers_only"} <= {caveat.code for caveat in option.caveats}
