"""What to press depends on where the telephone stands; a link does not."""

from __future__ import annotations

import phonenumbers
import pytest

from supportlines.phones import Dial, PhoneNumber, dial_string, tel_uri

UNIVERSAL = PhoneNumber.parse("+800 1234 5678")
WASHINGTON = PhoneNumber.parse("+1 202 555 0123")
SYDNEY = PhoneNumber.parse("+61 2 5550 1234")


@pytest.mark.parametrize(
    ("number", "origin", "pressed"),
    [
        (UNIVERSAL, "DE", "00 800 1234 5678"),
        (UNIVERSAL, "RU", "8~10 800 1234 5678"),  # a second dial tone after the 8
        (UNIVERSAL, "JP", "010 800 1234 5678"),
        (UNIVERSAL, "US", "011 800 1234 5678"),
        (UNIVERSAL, "AU", "0011 800 1234 5678"),
        (WASHINGTON, "FR", "00 1 202 555 0123"),
        (WASHINGTON, "US", "1 202 555 0123"),
        (WASHINGTON, "CA", "1 202 555 0123"),  # one numbering plan
        (WASHINGTON, "JM", "1 202 555 0123"),
        (WASHINGTON, "KE", "000 1 202 555 0123"),
        (WASHINGTON, "UA", "0~0 1 202 555 0123"),
        (SYDNEY, "AU", "02 5550 1234"),
        (SYDNEY, "CX", "02 5550 1234"),  # Christmas Island dials as Australia does
        (SYDNEY, "US", "011 61 2 5550 1234"),
    ],
)
def test_the_way_abroad_is_that_of_the_callers_country(number, origin, pressed):
    """00 is no constant."""
    assert dial_string(number, origin) == Dial(pressed, carrier_prefix=False)


@pytest.mark.parametrize("origin", ["BR", "KR", "CO", "IL", "SG", "TW", "TH", "AQ"])
def test_a_prefix_that_depends_on_the_carrier_is_written_as_plus(origin):
    """No table knows it; in Antarctica neither."""
    assert dial_string(SYDNEY, origin) == Dial("+61 2 5550 1234", carrier_prefix=True)


def test_brazil_needs_a_carrier_for_its_own_long_distance_calls_too():
    """0, the code of a carrier, area and number; free numbers need none of it."""
    paid = PhoneNumber.parse("+55 11 3529 6006")
    free = PhoneNumber.parse("+55 800 602 5222")

    assert dial_string(paid, "BR") == Dial("11 3529 6006", carrier_prefix=True)
    assert dial_string(free, "BR") == Dial("0800 602 5222", carrier_prefix=False)
    assert dial_string(paid, "PT") == Dial("00 55 11 3529 6006", carrier_prefix=False)


def test_a_plus_is_the_only_sign_of_an_unknown_way_abroad():
    """A dial string begins with + exactly if the caller's carrier has to be asked."""
    origins = phonenumbers.SUPPORTED_REGIONS - phonenumbers.COUNTRY_CODE_TO_REGION_CODE.keys()
    dials = [dial_string(UNIVERSAL, origin) for origin in origins]

    assert all(dial.carrier_prefix == dial.text.startswith("+") for dial in dials)
    assert sum(dial.carrier_prefix for dial in dials) < len(dials) / 8


def test_short_numbers_are_pressed_as_they_stand_in_their_country_alone():
    """988 in the United States is not 988 elsewhere."""
    lifeline = PhoneNumber.parse("988", only_in="US")

    assert dial_string(lifeline, "US") == Dial("988")
    assert dial_string(lifeline, "CA") is None


@pytest.mark.parametrize(
    ("number", "uri"),
    [
        (WASHINGTON, "tel:+12025550123"),
        (UNIVERSAL, "tel:+80012345678"),
        (PhoneNumber.parse("+1 202 HELPNOW"), "tel:+12024357669"),
        (PhoneNumber.parse("00800 100167", only_in="QA"), "tel:00800100167;phone-context=+974"),
        (PhoneNumber.parse("116 123", only_in="GB"), "tel:116123;phone-context=+44"),
        (PhoneNumber.parse("988", only_in="CA"), "tel:988;phone-context=+1"),
    ],
)
def test_links_follow_rfc_3966(number, uri):
    """Local numbers must have a phone-context, section 5.1.4; no separators are needed."""
    assert tel_uri(number) == uri


@pytest.mark.parametrize("text", ["+1 202 555 0123", "+800 1234 5678", "+44 20 7946 0958"])
def test_links_of_international_numbers_are_read_by_libphonenumber(text):
    """Oracle: its parser reads the scheme."""
    number = PhoneNumber.parse(text)

    parsed = phonenumbers.parse(tel_uri(number), "ZZ")

    assert phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) == number.e164
