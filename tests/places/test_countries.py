"""Countries are written by their code; names and other codes are refused with it."""

from __future__ import annotations

import copy
import importlib.util
import pickle
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines.errors import SupportlinesError
from supportlines.places import (
    UnknownCountryError,
    country_name,
    country_named,
    known_countries,
    parse_country,
)

from strategies.amount import cases


def countries_of_the_iana_database():
    """Return the codes of iso3166.tab in the package tzdata."""
    folder = Path(importlib.util.find_spec("tzdata").origin).parent / "zoneinfo"
    lines = (folder / "iso3166.tab").read_text(encoding="utf-8").splitlines()
    return {line[:2] for line in lines if line and not line.startswith("#")}


@pytest.mark.parametrize(
    ("text", "code"), [("MX", "MX"), ("mx", "MX"), (" De ", "DE"), ("xk", "XK")]
)
def test_codes_are_read_in_either_case(text, code):
    """ISO 3166-1 writes them in capitals, people do not."""
    assert parse_country(text) == code


def test_countries_are_those_of_iso_3166_and_kosovo():
    """Oracle: the list of the IANA time zone database, which follows ISO."""
    assert known_countries() == countries_of_the_iana_database() | {"XK"}


def test_countries_with_numbers_are_known():
    """But Ascension and Tristan da Cunha, which ISO counts to Saint Helena."""
    assert phonenumbers.SUPPORTED_REGIONS - known_countries() == {"AC", "TA"}


NO_COUNTRY = 'write a code of ISO 3166-1 with two letters, for example "GB"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UK", 'the code of the United Kingdom is "GB"'),
        ("uk", 'the code of the United Kingdom is "GB"'),
        ("U.K.", 'the code of the United Kingdom is "GB"'),
        ("USA", 'the code of the United States is "US"'),
        ("MEX", 'the code of Mexico is "MX"'),
        ("826", 'the code of the United Kingdom is "GB"'),
        ("Germany", 'the code of Germany is "DE"'),
        ("Deutschland", 'the code of Germany is "DE"'),
        ("Германия", 'the code of Germany is "DE"'),
        ("Emirates", 'the code of the United Arab Emirates is "AE"'),
        ("the Netherlands", 'the code of the Netherlands is "NL"'),
        ("Czech Republic", 'the code of Czechia is "CZ"'),
        ("Turkey", 'the code of Türkiye is "TR"'),
        ("England", 'the code of the United Kingdom is "GB"'),
        ("Bosnia and Herzegovina", 'the code of Bosnia & Herzegovina is "BA"'),
        ("Luxemburg", 'the code of Luxembourg is "LU"'),
        ("Qattar", 'the code of Qatar is "QA"'),
        ("Korea", 'write one of "KP" (North Korea), "KR" (South Korea)'),
        ("AN", 'write one of "CW" (Curaçao), "SX" (Sint Maarten), "BQ" (Caribbean Netherlands)'),
        ("EU", "that stands for the European Union: write the code of one country"),
        ("XX", NO_COUNTRY),
        ("", NO_COUNTRY),
        ("zxcvbn", NO_COUNTRY),
    ],
)
def test_what_is_no_code_is_refused_with_the_code_meant(text, expected):
    """The sentence names the code; it is never taken."""
    with pytest.raises(UnknownCountryError) as caught:
        parse_country(text)

    assert str(caught.value) == f'there is no country "{text}"; {expected}.'


@pytest.mark.parametrize("text", ["ß", "ıs", "ﬀ"])
def test_what_is_a_code_in_capitals_alone_is_none(text):
    """SS, IS and FF: nobody who writes them means South Sudan or Iceland."""
    with pytest.raises(UnknownCountryError, match="write a code of ISO 3166-1 with two letters"):
        parse_country(text)


def test_errors_are_lookups_that_travel():
    """They can be copied and pickled, and carry the suggestion for programs."""
    with pytest.raises(UnknownCountryError) as caught:
        parse_country("UK")

    copied = pickle.loads(pickle.dumps(copy.copy(caught.value)))  # noqa: S301
    assert str(copied) == str(caught.value)
    assert copied.suggestions == ("GB",)
    assert isinstance(copied, LookupError)
    assert isinstance(copied, SupportlinesError)


@settings(max_examples=cases(100), deadline=None)
@given(st.text(max_size=30) | st.text("abcdeuk.", max_size=8))
def test_any_text_is_a_country_or_an_error_with_known_suggestions(text):
    """No suggestion is refused in turn."""
    try:
        code, suggestions = parse_country(text), ()
    except UnknownCountryError as error:
        code, suggestions = "GB", error.suggestions

    assert {code, *suggestions} <= known_countries()


@pytest.mark.parametrize(
    ("code", "locale", "name"),
    [
        ("AE", "en", "United Arab Emirates"),
        ("DE", "ru", "Германия"),
        ("HK", "zh_Hant", "中國香港特別行政區"),
        ("XK", "en", "Kosovo"),
        ("QQ", "en", "QQ"),
    ],
)
def test_countries_are_called_what_cldr_calls_them(code, locale, name):
    """In the language of who reads; a code without a name stays a code."""
    assert country_name(code, locale) == name


def test_every_country_has_an_english_name():
    """No answer shows a bare code."""
    assert all(len(country_name(code, "en")) > 2 for code in known_countries())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Germany", "DE"),
        (" the  netherlands ", "NL"),
        ("uk", "GB"),
        ("U.S.A.", "US"),
        ("GBR", "GB"),
        ("England", "GB"),
        ("Côte d'Ivoire", "CI"),
        ("Österreich", "AT"),
        ("Великобритания", "GB"),
        ("日本", "JP"),
        ("Turkey", "TR"),
        ("South Korea", "KR"),
        ("Korea", None),  # two of them
        ("Germny", None),
        ("SU", None),  # several today
        ("EMEA", None),
        ("Worldwide", None),
        ("ß", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_a_name_that_people_use_names_one_country(text, code):
    """In English or a widely read language; nothing is taken for a slip."""
    assert country_named(text) == code
