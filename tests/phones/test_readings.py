"""How else a number can be read: inside a country, from abroad, as another country's."""

from __future__ import annotations

import pytest

from supportlines.phones import PhoneNumber
from supportlines.phones.numbering_plan import (
    calling_code_in,
    calling_code_of,
    countries_of_calling_code,
    grouped_internationally,
    numbering,
    possible_lengths,
    short_number_cost,
    spaced,
    without_trunk_prefix,
)
from supportlines.phones.readings import (
    behind_way_abroad,
    confirms,
    former_prefix,
    freephone_digits,
    grouped,
    is_freephone,
    read_abroad,
    read_inside,
    split_code,
)


@pytest.mark.parametrize(
    ("digits", "country", "e164"),
    [
        ("02079460958", "GB", "+442079460958"),
        ("2079460958", "GB", "+442079460958"),
        ("02079460958", "JE", "+442079460958"),  # one plan
        ("0236618300", "IT", "+390236618300"),  # the zero belongs to the number
        ("00442079460958", "GB", "+442079460958"),  # home by way of abroad
        ("004930231250", "GB", None),  # abroad
        ("0207946", "GB", None),
        ("1", "GB", None),  # no number at all
        ("", "GB", None),
    ],
)
def test_digits_inside_a_country(digits, country, e164):
    """A number of the country itself, or none."""
    assert read_inside(digits, country) == e164


@pytest.mark.parametrize(
    ("digits", "e164"),
    [
        ("442079460958", "+442079460958"),
        ("44", None),  # nothing behind the code
        ("999123456", None),  # no such code
        ("4420", None),
        ("80012345678", "+80012345678"),
    ],
)
def test_digits_behind_a_lost_plus(digits, e164):
    """A sound number of the international plan, or none."""
    assert read_abroad(digits) == e164


@pytest.mark.parametrize(
    ("digits", "country", "found"),
    [
        ("00442079460958", "DE", ("00", "442079460958")),
        ("011442079460958", "US", ("011", "442079460958")),
        ("81098005550199", "RU", ("810", "98005550199")),
        ("00999", "DE", None),  # no calling code behind it
        ("00", "DE", None),  # nothing behind it
        ("0044", "DE", ("00", "44")),
        ("00442079460958", "XX", None),  # no such country
        ("0014442079460958", "BR", ("0014", "442079460958")),  # with the code of a carrier
    ],
)
def test_what_stands_behind_the_way_abroad(digits, country, found):
    """The prefix of the country, and a calling code behind it."""
    assert behind_way_abroad(digits, country) == found


def test_digits_of_freephone_numbers_are_counted():
    """Eight behind +800, ITU-T E.169.1."""
    assert freephone_digits("80012345678") == (8, 8)
    assert freephone_digits("800") == (0, 8)
    assert [is_freephone(digits) for digits in ("800123", "80", "1800")] == [True, False, False]


@pytest.mark.parametrize(
    ("written", "e164", "code"),
    [
        ("880 0555 0199", "+78005550199", "800"),  # 8 800 …: cut behind the first 8
        ("880 05550199", "+78005550199", "800"),
        ("8 800 555 0199", "+78005550199", None),
        ("88 00 555 0199", "+78005550199", "800"),
        ("8 8005550199", "+78005550199", None),  # a gap in front, none inside
        ("8800 555 0199", "+78005550199", None),  # a gap behind
        ("88005550199", "+78005550199", None),  # no gap at all
        ("8 49 9000 0123", "+74990000123", None),  # an area, which people split
        ("7 800 555 0190", "+78005550199", None),  # other digits
        ("090 0123 456", "+31900123456", "900"),
    ],
)
def test_groups_that_cut_the_code_of_a_service(written, e164, code):
    """Only inside the code, and only the code of a service."""
    assert split_code(written, e164) == code


def test_former_prefixes_are_those_of_their_country():
    """The first that stands there; elsewhere the same digits are in use."""
    assert former_prefix("0445512345678", "MX") == "044"
    assert former_prefix("0455512345678", "MX") == "045"
    assert former_prefix("5512345678", "MX") is None
    assert former_prefix("01", "GB") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("+1 800 555 0199", "toll_free"),
        ("+86 400 890 1110", "shared_cost"),
        ("+44 20 7946 0958", "geographic"),
        ("+61 491 570 006", "mobile"),
        ("+44 909 8790 123", "premium_rate"),
    ],
)
def test_a_kind_is_confirmed_by_its_own_pattern(text, kind):
    """And by no other; of what has no pattern nothing is confirmed."""
    number = PhoneNumber.parse(text)
    kinds = ("toll_free", "shared_cost", "geographic", "mobile", "premium_rate", "unknown")

    assert [one for one in kinds if confirms(number, one)] == [kind]
    assert not confirms(number, "toll_free_international")


def test_kinds_of_digits_of_a_country_are_never_confirmed():
    """They are no number of the plan; nor has +800 a part for landlines."""
    assert not confirms(PhoneNumber.parse("0800 018 5548", only_in="GB"), "toll_free")
    assert not confirms(PhoneNumber.parse("+800 1234 5678"), "geographic")
    assert not confirms(PhoneNumber.parse("+800 1234 5678"), "unknown")


def test_groups_are_those_of_the_country():
    """What has no calling code stays as it is."""
    assert grouped("+442079460958") == "+44 20 7946 0958"
    assert grouped("+999123") == "+999123"
    assert grouped_internationally(800, "80012345678") == "+800 1234 5678"


def test_calling_codes_and_their_countries():
    """Of one to three digits; the main country first, none for a number of the world."""
    assert [calling_code_of(country) for country in ("GB", "QA", "AQ", "XX")] == [44, 974, 0, 0]
    assert [calling_code_in(digits) for digits in ("1", "44", "974", "9", "04", "", "4x")] == [
        1, 44, 974, None, None, None, None,
    ]  # fmt: skip
    assert countries_of_calling_code(44)[0] == "GB"
    assert countries_of_calling_code(800) == ()
    assert countries_of_calling_code(999) == ()


def test_zeros_in_front_are_kept():
    """Where they are part of the number they are pressed."""
    assert (numbering(39, "02").italian_leading_zero, numbering(39, "02").national_number) == (
        True,
        2,
    )
    assert numbering(39, "02").number_of_leading_zeros is None
    assert numbering(598, "0004054353").number_of_leading_zeros == 3
    assert numbering(44, "2079460958").italian_leading_zero is None
    assert (numbering(44, "00").national_number, numbering(44, "00").italian_leading_zero) == (
        0,
        True,
    )


def test_lengths_are_ascending_and_none_where_there_is_no_plan():
    """Of a country, of the world, of nobody."""
    assert (possible_lengths(1), possible_lengths(800)) == ((10,), (8,))
    assert list(possible_lengths(44)) == sorted(possible_lengths(44))
    assert possible_lengths(999) == ()


@pytest.mark.parametrize(
    ("code", "digits", "left"),
    [
        (44, "02079460958", "2079460958"),
        (44, "2079460958", "2079460958"),
        (39, "0236618300", "0236618300"),
        (7, "88005550199", "8005550199"),
        (44, "0", "0"),  # no number that could lose it
        (800, "12345678", "12345678"),
    ],
)
def test_the_trunk_prefix_goes_where_it_is_one(code, digits, left):
    """Only in front of a number, and only where the plan has one."""
    assert without_trunk_prefix(code, digits) == left


def test_punctuation_becomes_single_spaces():
    """But for the plus and the second dial tone."""
    assert spaced("(011) 15-1234-5678") == "011 15 1234 5678"
    assert spaced("8~10 1 202") == "8~10 1 202"
    assert spaced("+44 20 7946 0958") == "+44 20 7946 0958"
    assert spaced("") == ""


def test_short_numbers_have_a_cost_only_in_their_country():
    """None says that it is no short number there."""
    assert short_number_cost(numbering(44, "999"), "GB") == 0  # free
    assert short_number_cost(numbering(44, "999"), "DE") is None
    assert short_number_cost(numbering(44, "123456"), "GB") is None
