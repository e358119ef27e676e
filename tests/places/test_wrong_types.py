"""Values of other types are refused by the library's own errors, with what is taken."""

from __future__ import annotations

import pytest

from supportlines import SupportlinesError
from supportlines.errors import WrongTypeError
from supportlines.places import (
    UnknownLocaleError,
    country_name,
    country_named,
    is_zone_of,
    parse_country,
    parse_locale,
    zones_of,
)

VALUES = [
    None, True, 0, 1.5, b"GB", "", "\x1b[31m", [], ["GB"], [None], {}, {"GB": 1}, {1}, (), (1,),
    object(), str, lambda: None,
]  # fmt: skip

CALLS = {
    "parse_country": parse_country,
    "country_named": country_named,
    "parse_locale": parse_locale,
    "country_name, code": lambda value: country_name(value, "en"),
    "country_name, locale": lambda value: country_name("GB", value),
    "zones_of": zones_of,
    "is_zone_of, zone": lambda value: is_zone_of(value, "GB"),
    "is_zone_of, country": lambda value: is_zone_of("Europe/London", value),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=list(CALLS))
@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value).split(" at ")[0])
def test_what_is_public_refuses_other_types_by_its_own_error(call, value):
    """No AttributeError, no TypeError and no error of Babel comes from inside."""
    try:
        call(value)
    except SupportlinesError as error:
        assert isinstance(error, (ValueError, LookupError))  # noqa: PT017
        assert str(error)  # noqa: PT017
    else:
        assert isinstance(value, str)


@pytest.mark.parametrize(
    ("call", "value", "sentence"),
    [
        (parse_country, None, 'text=None (NoneType) cannot be used; give a code of ISO 3166-1 such as "GB".'),  # noqa: E501
        (parse_country, ["GB"], "text (list) cannot be used; give a code of ISO 3166-1"),
        (parse_locale, 5, 'text=5 (int) cannot be used; give a locale such as "pt-BR".'),
        (parse_locale, {}, "text (dict) cannot be used; give a locale"),
        (CALLS["country_name, code"], 5, "code=5 (int) cannot be used; give a code"),
        (CALLS["country_name, code"], [], "code (list) cannot be used; give a code"),
        (CALLS["country_name, locale"], None, "locale=None (NoneType) cannot be used; give a"),
        (zones_of, 5, "country=5 (int) cannot be used; give a code of ISO 3166-1"),
        (zones_of, [], "country (list) cannot be used; give a code of ISO 3166-1"),
        (CALLS["is_zone_of, zone"], 5, "zone=5 (int) cannot be used; give a name of the IANA data"),
        (CALLS["is_zone_of, country"], 5, "country=5 (int) cannot be used; give a code"),
    ],
)  # fmt: skip
def test_the_error_names_what_was_found_and_what_is_taken(call, value, sentence):
    """The parameter, the value with its type, and what to give."""
    with pytest.raises(WrongTypeError) as caught:
        call(value)

    assert str(caught.value).startswith(sentence)


def test_a_country_is_named_for_readers_of_a_tag():
    """A locale is written with hyphens or underscores; one without words is refused."""
    assert country_name("DE", "pt-BR") == country_name("DE", "pt_BR") == "Alemanha"
    assert zones_of("XX") == ()
    with pytest.raises(UnknownLocaleError, match='there is no locale "xx"'):
        country_name("DE", "xx")


class Faulty(str):
    """A text that cannot be looked up: a fault inside, whatever is asked with it."""

    __slots__ = ()

    def __hash__(self):
        """Fail as our own code would."""
        raise TypeError("a fault of our own")


def test_an_error_inside_is_not_taken_for_a_wrong_type():
    """Where the types are right, a fault of the code shows as what it is."""
    for call in (
        lambda: parse_country(Faulty("GB")),
        lambda: country_name(Faulty("GB"), "en"),
        lambda: parse_locale(Faulty("en")),
        lambda: zones_of(Faulty("GB")),
    ):
        with pytest.raises(TypeError, match="a fault of our own"):
            call()
