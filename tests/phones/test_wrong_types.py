"""What is public refuses values of other types by the library's own error."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from supportlines import phones
from supportlines.phones import PhoneNumber, PhoneNumberError

LONDON = PhoneNumber.parse("+44 20 7946 0958")
LIFELINE = PhoneNumber.parse("988", only_in="US")
HALF = SimpleNamespace(e164=None)  # like a number, and none
VALUES = [
    HALF,
    None,
    5,
    1.5,
    True,
    b"988",
    [],
    {},
    (),
    object(),
    ("a", 5),
    [5],
    {"a": 1},
    LONDON,
    "zz",
]

CALLS = {
    "parse": PhoneNumber.parse,
    "only_in": lambda value: PhoneNumber.parse("988", only_in=value),
    "dial_string": lambda value: phones.dial_string(value, "GB"),
    "dial_string, from": lambda value: phones.dial_string(LONDON, value),
    "tel_uri": phones.tel_uri,
    "tel_uri, from": lambda value: phones.tel_uri(LIFELINE, value),
    "kind_of": phones.kind_of,
    "cost_for": lambda value: phones.cost_for(value, LONDON, "GB"),
    "cost_for, number": lambda value: phones.cost_for("mobile", value, "GB"),
    "cost_for, from": lambda value: phones.cost_for("mobile", LONDON, value),
    "is_valid": phones.is_valid,
    "country_of": phones.country_of,
    "belongs_to": lambda value: phones.belongs_to(value, "GB"),
    "belongs_to, country": lambda value: phones.belongs_to(LONDON, value),
    "home_of": phones.home_of,
    "parse_press": phones.parse_press,
    "post_dial": phones.post_dial,
    "Step": phones.Step,
    "Step, label": lambda value: phones.Step("1", value),
    "Step, languages": lambda value: phones.Step("1", "English", value),
}


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("name", CALLS)
def test_a_value_of_another_type_is_taken_or_refused_by_our_error(name, value):
    """No AttributeError, no TypeError."""
    try:
        CALLS[name](value)
    except PhoneNumberError as error:
        message = str(error)
    else:
        return

    assert message.endswith(".")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        (
            "parse",
            442079460958,
            (
                '"442079460958" is of the type int and not a text. '
                'Write the number as text: "+44 20 7946 0958".'
            ),
        ),
        (
            "only_in",
            5,
            (
                '"5" is of the type int and not a country or a list of countries. '
                'Name a country by its ISO 3166-1 code, for example "GB".'
            ),
        ),
        (
            "only_in",
            [5],
            (
                '"5" is of the type int and not a country. '
                'Name a country by its ISO 3166-1 code, for example "GB".'
            ),
        ),
        (
            "dial_string",
            "+44 20 7946 0958",
            (
                "\"'+44 20 7946 0958'\" is of the type str and not a PhoneNumber. "
                'Read one: PhoneNumber.parse("+44 20 7946 0958").'
            ),
        ),
        (
            "dial_string, from",
            None,
            (
                '"None" is of the type NoneType and not a country. '
                'Write its ISO 3166-1 code, for example "GB".'
            ),
        ),
        (
            "cost_for",
            "free",
            (
                '"free" is no kind of a number. Write one of toll_free, toll_free_international, '
                "shared_cost, geographic, mobile, premium_rate, unknown."
            ),
        ),
        (
            "belongs_to, country",
            5,
            (
                '"5" is of the type int and not a country. '
                'Write its ISO 3166-1 code, for example "GB".'
            ),
        ),
        (
            "parse_press",
            1,
            '"1" is of the type int and not a text. Write the keys as text, for example "1".',
        ),
        (
            "post_dial",
            5,
            (
                '"5" is of the type int and not a list of steps. '
                'Write, for example, (Step("1", "English", ("en",)),).'
            ),
        ),
        (
            "post_dial",
            ["1"],
            (
                "\"'1'\" is of the type str and not a step. "
                'Write, for example, (Step("1", "English", ("en",)),).'
            ),
        ),
        (
            "Step, label",
            5,
            '"5" is of the type int and not a label. Write it as text, for example "English".',
        ),
        (
            "Step, languages",
            "en",  # every tag inside it would be one of its languages
            (
                "\"'en'\" is of the type str and not a tuple of languages. "
                'Write, for example, ("en",).'
            ),
        ),
    ],
)
def test_the_message_says_what_it_takes(name, value, message):
    """With the value, its type, and what to write."""
    with pytest.raises(PhoneNumberError) as caught:
        CALLS[name](value)

    assert (str(caught.value), caught.value.offset) == (message, 0)


def test_a_list_of_languages_becomes_a_tuple():
    """A step is a value, equal by meaning."""
    step = phones.Step("1", "English", ["en"])

    assert step == phones.Step("1", "English", ("en",))
    assert hash(step) == hash(phones.Step("1", "English", ("en",)))
