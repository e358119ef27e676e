"""Numbers that exist inside countries: with star and hash, in one country or in several."""

from __future__ import annotations

import pickle

import pytest

from supportlines.phones import (
    Dial,
    PhoneNumber,
    PhoneNumberError,
    belongs_to,
    cost_for,
    country_of,
    dial_string,
    home_of,
    is_valid,
    kind_of,
    tel_uri,
)
from supportlines.phones.readings import behind_way_abroad, read_abroad, read_inside

SAMARITANS = PhoneNumber.parse("116 123", only_in=["GB", "DE"])


@pytest.mark.parametrize(
    ("text", "country", "digits", "form", "uri"),
    [
        ("*2700", "IL", "*2700", "short", "tel:*2700;phone-context=+972"),
        (" * 2700 ", "IL", "*2700", "short", "tel:*2700;phone-context=+972"),
        ("#7119", "JP", "#7119", "short", "tel:%237119;phone-context=+81"),  # RFC 3986: %23
        ("*100#", "DE", "*100#", "short", "tel:*100%23;phone-context=+49"),
        ("(*2700)", "IL", "*2700", "short", "tel:*2700;phone-context=+972"),
        ("*123*4567#", "DE", "*123*4567#", "national_only", "tel:*123*4567%23;phone-context=+49"),
    ],
)
def test_star_and_hash_are_keys_of_a_number_that_begins_with_one(text, country, digits, form, uri):
    """RFC 3966, section 3: a local number may hold both; it exists inside its country alone."""
    number = PhoneNumber.parse(text, only_in=country)

    assert (number.digits, number.form, number.e164) == (digits, form, None)
    assert dial_string(number, country).text.replace(" ", "") == digits
    assert dial_string(number, "FR") is None
    assert tel_uri(number) == uri


def test_nobody_knows_anything_of_a_star_number():
    """Libphonenumber passes over the star: 2700 is somebody else."""
    number = PhoneNumber.parse("*2700", only_in="IL")
    emergency = PhoneNumber.parse("*112", only_in="DE")

    assert (kind_of(number), is_valid(number), kind_of(emergency)) == ("unknown", None, "unknown")
    assert is_valid(emergency) is None
    assert read_inside("*20279460958", "GB") is None
    assert read_abroad("*442079460958") is None
    assert behind_way_abroad("*00442079460958", "GB") is None
    assert cost_for("toll_free", number, "IL") == "free"


@pytest.mark.parametrize(
    ("text", "only_in", "offset", "problem"),
    [
        ("*2700", None, 0, 'begins with "*", a key of numbers that exist inside a country only'),
        ("#7119", None, 0, 'begins with "#", a key of numbers that exist inside a country only'),
        ("*TAXI", "IL", 1, 'has "TAXI" behind "*"'),
        ("*2700 (free)", "IL", 7, 'has "free" behind "*"'),
        ("**#", "IL", 0, "has no digits"),
        ("2700*", "IL", 4, 'has "*", which is no part of a number'),  # pressed after the answer
        ("0800 111222#1", "GB", 11, 'has "#", which is no part of a number'),
        ("*2700,,1", "IL", 5, 'has ",", which is no part of a number'),
        ("*" + "1" * 20, "IL", 20, "has 21 digits, too many to press inside one country"),
        ("+*2700", None, 1, 'has "*", which is no part of a number'),
    ],
)
def test_stars_elsewhere_are_refused(text, only_in, offset, problem):
    """A star behind digits is pressed after the answer; a word behind a star is none."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse(text, only_in=only_in)

    assert (caught.value.problem, caught.value.offset) == (problem, offset)


def test_digits_of_several_countries_are_one_number():
    """The order of the countries means nothing; more of them is another number."""
    again = PhoneNumber.parse("116-123", only_in=("de", "GB", "DE"))

    assert again == SAMARITANS
    assert hash(again) == hash(SAMARITANS)
    assert (SAMARITANS.exists_in, SAMARITANS.only_in) == (("DE", "GB"), None)
    assert (SAMARITANS.form, SAMARITANS.grouped) == ("short", "116 123")
    assert PhoneNumber.parse("116 123", only_in="GB") != SAMARITANS
    assert pickle.loads(pickle.dumps(SAMARITANS)) == SAMARITANS  # noqa: S301
    assert PhoneNumber.parse("116 123", only_in="GB").exists_in == ("GB",)
    assert PhoneNumber.parse("+44 20 7946 0958").exists_in == ()


def test_the_callers_country_decides_what_is_pressed_and_linked():
    """988 is the same in all states and territories (FCC 20-100), and not in Canada."""
    lifeline = PhoneNumber.parse("988", only_in=["US", "PR", "GU"])

    assert [dial_string(lifeline, country) for country in ("US", "PR", "CA")] == [
        Dial("988"),
        Dial("988"),
        None,
    ]
    assert tel_uri(SAMARITANS, "GB") == "tel:116123;phone-context=+44"
    assert tel_uri(SAMARITANS, "DE") == "tel:116123;phone-context=+49"
    assert tel_uri(SAMARITANS) == "tel:116123;phone-context=+49"  # the first of them
    assert tel_uri(SAMARITANS, "FR") == "tel:116123;phone-context=+49"


def test_inside_one_of_its_countries_it_is_a_number_of_that_country():
    """Calling code and form are those there; other numbers stay what they are."""
    london = PhoneNumber.parse("+44 20 7946 0958")

    assert SAMARITANS.inside("GB") == PhoneNumber.parse("116 123", only_in="GB")
    assert SAMARITANS.inside("GB").calling_code == 44
    assert SAMARITANS.inside("GB").grouped == "116 123"
    assert SAMARITANS.inside("gb") == SAMARITANS.inside("GB")
    assert SAMARITANS.inside("FR") is SAMARITANS
    with pytest.raises(PhoneNumberError, match='"1" is of the type int and not a country'):
        SAMARITANS.inside(1)
    assert london.inside("GB") is london


def test_facts_of_digits_of_several_countries_are_what_all_agree_on():
    """Where one of them knows another thing, nothing is known of the whole."""
    emergency = PhoneNumber.parse("112", only_in=["DE", "GB"])
    mixed = PhoneNumber.parse("988", only_in=["US", "GB"])

    assert (kind_of(emergency), is_valid(emergency)) == ("toll_free", True)
    assert (kind_of(mixed), is_valid(mixed)) == ("unknown", None)
    assert kind_of(mixed.inside("US")) == "toll_free"
    assert country_of(SAMARITANS) == ("DE", "GB")
    assert home_of(SAMARITANS) is None
    assert belongs_to(SAMARITANS, "GB")
    assert not belongs_to(SAMARITANS, "FR")
    assert belongs_to(SAMARITANS, "GB")
    assert not belongs_to(SAMARITANS, "FR")


def test_digits_of_several_countries_cost_what_their_kind_costs_in_each():
    """A national call in both, nothing where they do not exist."""
    number = PhoneNumber.parse("0180 5 12345", only_in=["DE", "AT"])

    assert cost_for("geographic", number, "DE") == "national"
    assert cost_for("shared_cost", number, "AT") == "local"
    assert cost_for("toll_free", number, "AT") == "free"
    assert cost_for("toll_free", number, "FR") == "unknown"
    assert cost_for("geographic", number, "FR") == "international"


def test_digits_are_short_in_several_countries_if_they_are_so_in_each():
    """Seven digits and more are short only where they are known to be."""
    assert PhoneNumber.parse("116 123", only_in=["GB", "DE"]).form == "short"
    assert PhoneNumber.parse("1161234", only_in=["GB", "DE"]).form == "national_only"


@pytest.mark.parametrize(
    ("only_in", "problem"),
    [
        ((), "is said to exist in no country (only_in)"),
        (("GB", "UK"), 'is said to exist only in "UK", for which no calling code is known'),
        (("GB", ""), 'is said to exist only in "", for which no calling code is known'),
    ],
)
def test_countries_that_are_none_are_refused(only_in, problem):
    """Each of a list is looked at."""
    with pytest.raises(PhoneNumberError) as caught:
        PhoneNumber.parse("116 123", only_in=only_in)

    assert (caught.value.problem, caught.value.offset) == (problem, 0)


def test_a_plus_is_refused_with_all_countries_named():
    """A number of the international plan exists everywhere."""
    with pytest.raises(PhoneNumberError, match="inside DE and GB alone"):
        PhoneNumber.parse("+44 20 7946 0958", only_in=["GB", "DE"])
