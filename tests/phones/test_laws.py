"""Laws of reading, against libphonenumber's own parser and against any text at all."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines.phones import (
    PhoneNumber,
    PhoneNumberError,
    country_of,
    dial_string,
    home_of,
    is_valid,
    kind_of,
    tel_uri,
)

from strategies.amount import cases

CODES = sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
COUNTRIES = sorted(phonenumbers.SUPPORTED_REGIONS)
international = st.builds(
    lambda code, digits: f"+{code}{digits}",
    st.sampled_from(CODES),
    st.text("0123456789", min_size=1, max_size=14),
)


@settings(max_examples=cases(300), deadline=None)
@given(international)
def test_reading_agrees_with_libphonenumber(text):
    """Its parser is not asked for most numbers; the answer is as if it had been."""
    try:
        expected = phonenumbers.parse(text)
        possible = phonenumbers.is_possible_number_with_reason(expected) == 0
    except phonenumbers.NumberParseException:
        possible = False

    if possible:
        e164 = phonenumbers.format_number(expected, phonenumbers.PhoneNumberFormat.E164)
        assert PhoneNumber.parse(text).e164 == e164
    else:
        assert _error(text) is not None


@pytest.mark.sampled
@pytest.mark.parametrize("country", COUNTRIES)
def test_examples_of_every_country_are_read_back_from_what_they_write(country):
    """E.164 and the grouped form are inverse to reading, for numbers of every kind there is."""
    kinds = phonenumbers.PhoneNumberType.values()
    examples = [phonenumbers.example_number_for_type(country, kind) for kind in kinds]

    for example in filter(None, examples):
        if phonenumbers.is_possible_number_with_reason(example) != 0:
            continue  # Canada's 310-1234: digits of one country, not E.164
        e164 = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
        number = PhoneNumber.parse(e164)
        assert (number.e164, number.notes) == (e164, ())
        assert PhoneNumber.parse(number.grouped) == number
        assert is_valid(number) is True
        assert country in country_of(number)
        if kind_of(number) in ("geographic", "mobile"):
            assert home_of(number) == phonenumbers.region_code_for_number(example)


@settings(max_examples=cases(200), deadline=None)
@given(
    st.text(max_size=30) | st.text("+0123456789 -()GOREDHATx#,", max_size=24),
    st.none() | st.sampled_from(COUNTRIES) | st.text(max_size=3),
)
def test_any_text_is_a_number_or_an_error_with_an_offset_inside_it(text, only_in):
    """Nothing else is ever raised."""
    number = None
    try:
        number = PhoneNumber.parse(text, only_in=only_in)
    except PhoneNumberError as caught:
        error = caught

    if number is None:
        assert 0 <= error.offset <= len(text)
        assert str(error).endswith(".")
    else:
        assert number.digits.isascii()
        assert number.digits.isdigit() or number.digits[0] in "*#"
        assert (number.e164 is None) == (number.only_in is not None) == bool(number.exists_in)
        assert tel_uri(number).startswith("tel:")
        assert dial_string(number, number.only_in or "DE") is not None


def _error(text):
    try:
        PhoneNumber.parse(text)
    except PhoneNumberError as error:
        return error
    return None
