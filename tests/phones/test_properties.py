"""Properties of numbers: what is pressed rings the number that it was made from, and no other."""

from __future__ import annotations

import re

import phonenumbers
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from supportlines.errors import SupportlinesError
from supportlines.phones import (
    PhoneNumber,
    PhoneNumberError,
    dial_string,
    home_of,
    parse_press,
    post_dial,
    tel_uri,
)
from supportlines.phones.steps import Step

from strategies.amount import cases

COUNTRIES = sorted(phonenumbers.SUPPORTED_REGIONS)
CODES = sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
KEYS = "0123456789*#"

countries = st.sampled_from(COUNTRIES)


def example_of(country):
    """Return a number of a country that libphonenumber gives as an example."""
    return phonenumbers.format_number(
        phonenumbers.example_number(country), phonenumbers.PhoneNumberFormat.E164
    )


def rung(text, country):
    """Return which number rings where *text* is pressed in a country, as libphonenumber has it."""
    read = phonenumbers.parse(text.replace("~", ""), country)
    return phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)


def can_tell(text, country):
    """Return whether libphonenumber sees where the way abroad ends and the number begins.

    In Hong Kong it takes `00` and `002` for ways abroad: `00 269` begins with either.
    """
    abroad = phonenumbers.PhoneMetadata.metadata_for_region(country).international_prefix or ""
    digits = re.sub("[^0-9]", "", text)
    lead = re.sub("[^0-9]", "", text.split()[0])
    found = re.match(abroad, digits)
    return found is None or text.startswith("+") or found[0] == lead


@pytest.mark.parametrize("country", COUNTRIES)
def test_what_is_pressed_at_home_rings_the_number(country):
    """With the trunk prefix that the country needs, and without one that it has not."""
    number = PhoneNumber.parse(example_of(country))

    dial = dial_string(number, home_of(number) or country)

    assert dial is not None
    assert rung(dial.text, home_of(number) or country) == number.e164


@settings(max_examples=cases(300), deadline=None)
@given(countries, countries)
def test_what_is_pressed_abroad_rings_the_number(home, country):
    """Whatever leads abroad from there; where that is not known, a plus stands for it."""
    number = PhoneNumber.parse(example_of(home))

    dial = dial_string(number, country)

    assert dial is not None
    assert not can_tell(dial.text, country) or rung(dial.text, country) == number.e164


@settings(max_examples=cases(300), deadline=None)
@given(
    st.text("0123456789", min_size=3, max_size=12),
    st.lists(countries, min_size=1, max_size=3, unique=True),
    countries,
)
def test_digits_of_a_country_are_pressed_there_as_they_are_and_nowhere_else(digits, inside, other):
    """None is added, dropped or moved."""
    try:
        number = PhoneNumber.parse(digits, only_in=inside)
    except PhoneNumberError:
        return

    dial = dial_string(number, other)

    assert number.e164 is None
    assert number.digits == digits
    assert (dial is not None) is (other in inside)
    if dial is not None:
        assert "".join(key for key in dial.text if key in KEYS) == digits


@settings(max_examples=cases(300), deadline=None)
@given(st.sampled_from(CODES), st.text("0123456789", min_size=4, max_size=12))
def test_a_number_is_read_back_from_each_way_of_writing_it(code, digits):
    """E.164, the grouped form, and the link without its scheme.

    Of zeros that are written for a trunk prefix one is taken away at each reading, so digits that
    begin with several of them are no number that somebody has, and none that reads back equal.
    """
    assume(not digits.startswith("00"))
    try:
        number = PhoneNumber.parse(f"+{code}{digits}")
    except PhoneNumberError:
        return

    for text in (number.e164, number.grouped, str(number), tel_uri(number)[len("tel:") :]):
        assert PhoneNumber.parse(text) == number


@settings(max_examples=cases(500), deadline=None)
@given(
    st.text(max_size=40) | st.text("+0123456789 ()-/.ABCxX*#~", max_size=24),
    st.none() | st.text(max_size=3) | countries | st.lists(st.text(max_size=2), max_size=2),
)
def test_reading_raises_nothing_but_ours(text, only_in):
    """Whatever is in the text, and whatever is said of the country."""
    try:
        number = PhoneNumber.parse(text, only_in=only_in)
    except SupportlinesError:
        return

    assert number.digits
    assert str(number)


@settings(max_examples=cases(200), deadline=None)
@given(st.text("0123456789*#", min_size=1, max_size=8))
def test_what_is_pressed_after_the_answer_is_what_was_written(keys):
    """A comma is a pause before each step, and nothing else is added."""
    press = parse_press(keys)

    dialled = post_dial((Step(press, "a"), Step(press, "b")))

    assert dialled.replace(",", "") == keys + keys
