"""What is pressed at home begins with the trunk prefix, or is not known and said to be so."""

from __future__ import annotations

import phonenumbers
import pytest

from supportlines.phones import Dial, PhoneNumber, dial_string
from supportlines.phones.numbering_plan import is_formatted, pressed_unformatted, trunk_prefix
from supportlines.phones.readings import missing_trunk_prefix


@pytest.mark.parametrize(
    ("text", "country", "dial"),
    [
        # New Zealand's trunk prefix is 0 (ITU-T E.164, national plans), before all of its numbers.
        ("+64 9 123 4567", "NZ", Dial("09 123 4567")),
        ("+64 9 123 4567", "DE", Dial("00 64 91234567")),  # from abroad there is none
        ("+64 9 123 4567", "BR", Dial("+64 91234567", carrier_prefix=True)),
        # Denmark has no trunk prefix.
        ("+45 1123 4567", "DK", Dial("11 23 45 67")),
        # Australia presses 0 before areas and mobiles, nothing before 13 and 1800.
        ("+61 9123 4567", "AU", Dial("+61 91234567", trunk_prefix_unknown=True)),
        ("+61 9123 4567", "CX", Dial("+61 91234567", trunk_prefix_unknown=True)),
        ("+61 9123 4567", "NZ", Dial("00 61 91234567")),
        # Japan: 0 before areas and 0120, nothing before some services.
        ("+81 12 3456 7890", "JP", Dial("+81 1234567890", trunk_prefix_unknown=True)),
        # A format happens to match, so that the prefix is there although nobody has the number.
        ("+49 31 2345678", "DE", Dial("031234 5678")),
        # North America presses its 1, whatever the number.
        ("+1 155 555 0123", "US", Dial("1 1555550123")),
    ],
)
def test_bare_digits_are_never_pressed_where_a_trunk_prefix_is(text, country, dial):
    """Nobody is reached by 91234567 in New Zealand."""
    found = dial_string(PhoneNumber.parse(text), country)

    assert found.text.replace(" ", "") == dial.text.replace(" ", "")
    assert (found.carrier_prefix, found.trunk_prefix_unknown) == (
        dial.carrier_prefix,
        dial.trunk_prefix_unknown,
    )


def test_the_number_is_grouped_like_its_neighbours():
    """9 1… as 9 2… to 9 9…: area and number."""
    assert dial_string(PhoneNumber.parse("+64 9 123 4567"), "NZ").text == "09 123 4567"


@pytest.mark.parametrize("country", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_no_number_of_any_country_is_pressed_bare_without_a_reason(country):
    """Law: pressed at home is a formatted number, the prefix before all, none at all, or a plus."""
    code = phonenumbers.country_code_for_region(country)
    main = phonenumbers.region_code_for_country_code(code)
    lengths = phonenumbers.PhoneMetadata.metadata_for_region(main).general_desc.possible_length

    for length in lengths:
        for first in "123456789":
            number = PhoneNumber.parse(f"+{code}{(first + '1' * 20)[:length]}")
            national = number.digits[len(str(code)) :]
            pressed = dial_string(number, country)
            keys = pressed.text.replace(" ", "")
            if pressed.trunk_prefix_unknown:
                assert keys == number.e164
            elif keys == national:
                assert is_formatted(code, national) or not trunk_prefix(code)
            else:
                assert keys.lstrip("+") != national


def test_prefixes_of_plans():
    """Of two digits in Hungary; Italy's zero belongs to the number."""
    assert [trunk_prefix(code) for code in (44, 36, 7, 39, 800)] == ["0", "06", "8", "", ""]
    assert trunk_prefix(999) == ""


def test_a_plan_that_writes_the_prefix_before_some_numbers_only_tells_nothing():
    """What is right for an area is wrong for a service."""
    assert pressed_unformatted(61, "91234567") is None
    assert pressed_unformatted(44, "1111111111") == "0111 111 1111"
    assert pressed_unformatted(45, "11234567") == "11234567"  # no neighbour has a format


@pytest.mark.parametrize(
    ("digits", "e164", "prefix"),
    [
        ("12345678", "+4312345678", "0"),
        ("012345678", "+4312345678", ""),
        ("12345678", "+3612345678", "06"),
        ("8005550199", "+78005550199", "8"),
        ("2079460958", "+442079460958", "0"),
        ("2025550123", "+12025550123", ""),  # ten digits are a whole number there
        ("1800888297", "+611800888297", ""),  # pressed without the 0
        ("0236618300", "+390236618300", ""),
        ("91112345678", "+5491112345678", ""),  # a mobile: 15 behind the area, and no 9
        ("12345678", "+99912345678", ""),  # no plan
    ],
)
def test_the_prefix_that_is_missing_inside_a_country(digits, e164, prefix):
    """Only where nothing else than the prefix is missing."""
    assert missing_trunk_prefix(digits, e164) == prefix
