"""Kinds, costs and countries of numbers."""

from __future__ import annotations

import pytest

from supportlines.phones import (
    COSTS,
    KINDS,
    PhoneNumber,
    belongs_to,
    cost_for,
    country_of,
    home_of,
    is_valid,
    kind_of,
)


@pytest.mark.parametrize(
    ("text", "only_in", "kind"),
    [
        ("+1 800 555 0199", None, "toll_free"),
        ("+1 202 555 0123", None, "geographic"),  # fixed or mobile: nobody can tell in America
        ("+44 20 7946 0958", None, "geographic"),
        ("+61 491 570 006", None, "mobile"),
        ("+44 909 8790 123", None, "premium_rate"),
        ("+86 400 890 1110", None, "shared_cost"),
        ("+800 1234 5678", None, "toll_free_international"),
        ("+979 123 456 789", None, "premium_rate"),
        ("+44 56 0000 0000", None, "unknown"),  # calls over the Internet
        ("00800 100167", "QA", "toll_free"),
        ("001800 612 1045", "TH", "toll_free"),
        ("00980 0542 0024", "PY", "unknown"),
        ("116 123", "GB", "toll_free"),
        ("123456", "GB", "unknown"),
    ],
)
def test_kinds_are_libphonenumbers_opinion(text, only_in, kind):
    """A hint for what the source does not say."""
    number = PhoneNumber.parse(text, only_in=only_in)

    assert kind_of(number) == kind
    assert kind in KINDS


@pytest.mark.parametrize(
    ("kind", "text", "calling_from", "cost"),
    [
        ("toll_free", "+1 800 555 0199", "US", "free"),
        ("toll_free", "+1 800 555 0199", "CA", "free"),
        ("toll_free", "+1 800 555 0199", "FR", "unknown"),  # often charged as a call abroad
        ("toll_free_international", "+800 1234 5678", "DE", "free"),
        ("shared_cost", "+86 400 890 1110", "CN", "local"),
        ("shared_cost", "+86 400 890 1110", "HK", "international"),
        ("geographic", "+44 20 7946 0958", "GB", "national"),
        ("geographic", "+44 20 7946 0958", "DE", "international"),
        ("geographic", "+44 20 7946 0958", "JE", "international"),  # same code, another country
        ("geographic", "+1 202 555 0123", "US", "national"),
        ("geographic", "+1 202 555 0123", "CA", "international"),
        ("mobile", "+61 491 570 006", "AU", "national"),
        ("mobile", "+61 491 570 006", "NZ", "international"),
        ("premium_rate", "+44 909 8790 123", "GB", "unknown"),
        ("unknown", "+44 20 7946 0958", "GB", "unknown"),
        ("geographic", "+800 1234 5678", "DE", "unknown"),  # a kind that cannot be right
    ],
)
def test_costs_depend_on_the_kind_and_on_where_the_telephone_stands(kind, text, calling_from, cost):
    """What nobody knows is unknown."""
    assert cost_for(kind, PhoneNumber.parse(text), calling_from) == cost
    assert cost in COSTS


def test_digits_of_one_country_cost_what_their_kind_costs_there():
    """They have no price elsewhere: they do not exist there."""
    number = PhoneNumber.parse("00800 100167", only_in="QA")

    assert cost_for("toll_free", number, "QA") == "free"
    assert cost_for("toll_free", number, "AE") == "unknown"
    assert cost_for("geographic", number, "QA") == "national"


@pytest.mark.parametrize(
    ("text", "only_in", "valid"),
    [
        ("+44 20 7946 0958", None, True),
        ("+1 202 155 0123", None, False),  # no exchange begins with 1
        ("00800 100167", "QA", True),
        ("00980 0542 0024", "PY", None),
        ("988", "US", True),
        ("987", "US", None),
    ],
)
def test_validity_is_unknown_where_the_library_has_no_pattern(text, only_in, valid):
    """It knows the ranges of E.164 numbers, and too few of digits inside countries for a No."""
    assert is_valid(PhoneNumber.parse(text, only_in=only_in)) is valid


def test_countries_share_calling_codes():
    """The main country comes first; a freephone number of the world has none."""
    assert country_of(PhoneNumber.parse("+44 20 7946 0958")) == ("GB", "GG", "IM", "JE")
    assert {"US", "CA", "PR", "JM"} <= set(country_of(PhoneNumber.parse("+1 202 555 0123")))
    assert country_of(PhoneNumber.parse("+800 1234 5678")) == ()
    assert country_of(PhoneNumber.parse("988", only_in="CA")) == ("CA",)


def test_a_number_of_no_country_belongs_to_all():
    """+800 is nobody's, so it is foreign to nobody."""
    universal = PhoneNumber.parse("+800 1234 5678")

    assert belongs_to(universal, "AT")
    assert belongs_to(universal, "DE")


def test_a_slip_behind_the_plus_shows_in_whose_number_it_is():
    """8 800 … with a + becomes +880: Bangladesh."""
    slip = PhoneNumber.parse("+88005550199")

    assert country_of(slip) == ("BD",)
    assert not belongs_to(slip, "RU")
    assert not belongs_to(slip, "KZ")


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("+1 202 555 0123", "US"),
        ("+1 876 555 0123", "JM"),
        ("+1 416 555 0123", "CA"),
        ("+1 800 555 0199", None),  # one range for the whole plan
        ("+7 499 000 01 23", "RU"),
        ("+7 727 255 0123", "KZ"),
        ("+49 30 23125 000", "DE"),
        ("+800 1234 5678", None),
    ],
)
def test_the_home_of_a_number_is_one_country_or_none(text, home):
    """Only ranges that one country has to itself have a home."""
    assert home_of(PhoneNumber.parse(text)) == home
