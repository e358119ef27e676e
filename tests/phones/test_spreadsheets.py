"""What spreadsheets do to numbers is noticed, and what they leave alone is not suspected."""

from __future__ import annotations

import pytest

from supportlines.phones.spreadsheets import is_rounded, without_beginning, without_fraction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.42079E+11", True),
        ("4,42079E+11", True),  # where a comma parts the fraction
        ("4E11", True),
        (" 4.42e+11 ", True),
        ("442079460958", False),
        ("0800 HELPME", False),
        ("1E", False),
    ],
)
def test_a_rounded_number_is_seen(text, expected):
    """Its last digits are nowhere."""
    assert is_rounded(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("442079460958.0", "442079460958"),
        ("23125000,00", "23125000"),
        ("030.23125000", None),
        ("1.0", None),
        ("442079460958", None),
    ],
)
def test_a_quantity_with_a_fraction_is_seen(text, expected):
    """As programs write a column in which cells are empty."""
    assert without_fraction(text) == expected


@pytest.mark.parametrize(
    ("digits", "country", "expected"),
    [
        ("442079460958", "GB", ["+44 20 7946 0958"]),
        ("442079460958", "FR", ["+44 20 7946 0958"]),  # of another country
        ("442079460958", "DE", ["+49 4420 79460958", "+44 20 7946 0958"]),  # the one or the other
        ("2079460958", "GB", ["+44 20 7946 0958"]),
        ("3023125000", "DE", ["+49 30 23125000"]),
        ("02079460958", "GB", []),  # as pressed there
        ("2025550123", "US", []),  # ten digits are whole there
        ("12025550123", "US", []),
        ("123456", "GB", []),  # perhaps a short one
        ("020 79460958", "GB", []),  # spreadsheets leave it alone
        ("9999999999999", "GB", []),  # nobody's, with whatever before it
    ],
)
def test_what_is_lost_at_the_beginning_is_named(digits, country, expected):
    """Only where what is left is a sound number with it."""
    assert [one.text for one in without_beginning(digits, country)] == expected
