"""What the rules rest on: readings of a number, weekends, official languages."""

from __future__ import annotations

import pytest
from babel.core import Locale, UnknownLocaleError, get_global

from supportlines.languages.spoken import official_languages, spoken_languages
from supportlines.phones import PhoneNumber
from supportlines.phones.correcting import likely_abroad, likely_inside
from supportlines.phones.readings import behind_way_abroad, confirms, read_inside
from supportlines.places import known_countries
from supportlines.places.weeks import weekend_of


@pytest.mark.parametrize(
    ("digits", "country", "text", "confidence"),
    [
        ("018001231661", "MX", "+52 800 123 1661", "high"),  # a former prefix
        ("188800201252", "CL", "+56 800 201 252", "medium"),  # a carrier's code
        ("08000542046", "CR", "+506 800 054 2046", "low"),  # one zero, which may be right
        ("08000185548", "GB", None, None),  # sound already; nobody asks
        ("999", "GB", None, None),  # too short to say anything
    ],
)
def test_likely_number_inside_a_country(digits, country, text, confidence):
    """Prefixes first: they are what people print too much."""
    found = likely_inside(digits, country)

    if text is None:
        assert found is None or found.confidence == "low"
    else:
        assert (found.text, found.confidence) == (text, confidence)


def test_likely_number_is_of_the_kind_that_is_stated():
    """Of two numbers as near, the geographic one is likely for a geographic line."""
    assert likely_abroad(7, "49095193313").confidence == "low"
    assert likely_abroad(7, "49095193313", "geographic").text == "+7 499 519 33 13"


def test_nothing_is_likely_for_half_a_number():
    """Five missing digits can be any."""
    assert likely_abroad(61, "2976") is None


def test_way_abroad_is_that_of_the_country():
    """00 leads abroad from Panama and 001 from Thailand; 000 from nowhere else than Uruguay."""
    assert behind_way_abroad("008000540402", "PA") == ("00", "8000540402")
    assert behind_way_abroad("0018006121045", "TH") == ("001", "8006121045")
    assert behind_way_abroad("0004054353", "UY") is None


def test_digits_inside_a_country_are_read_as_there():
    """The trunk prefix goes; another country's digits are no number."""
    assert read_inside("88005552788", "RU") == "+78005552788"
    assert read_inside("01800301223", "MX") is None


@pytest.mark.parametrize("kind", ["toll_free", "mobile", "premium_rate"])
def test_a_kind_is_confirmed_only_where_it_is_right(kind):
    """A number of London is geographic and nothing else."""
    number = PhoneNumber.parse("+44 20 7946 0958")

    assert confirms(number, "geographic")
    assert not confirms(number, kind)


def test_weekends_are_those_of_cldr():
    """Babel keeps them in a file per language and country; all countries that have one."""
    seen = set()
    for und, likely in get_global("likely_subtags").items():
        country = und[4:] if und.startswith("und_") else ""
        if country not in known_countries():
            continue
        language = likely.split("_")[0]
        try:
            locale = Locale.parse(f"{language}_{country}", resolve_likely_subtags=True)
        except UnknownLocaleError:
            continue
        if locale.territory != country:
            continue
        first, last = locale.weekend_start, locale.weekend_end
        days = sum(1 << (first + day) % 7 for day in range((last - first) % 7 + 1))
        assert days == weekend_of(country), country
        seen.add(country)
    assert len(seen) > 150


def test_official_languages_are_those_of_cldr():
    """The most spoken first; regional ones do not count."""
    assert official_languages("CH") == ("de", "gsw", "fr", "it")
    assert official_languages("US") == ("en",)
    assert official_languages("AQ") == ()
    assert "pa" in spoken_languages("CA")


@pytest.mark.parametrize("more", [False, True])
def test_many_countries_of_another_week_are_counted(examined, more):
    """Up to eight are named; of more it is told how many they are."""
    weekend = weekend_of("EG")
    others = sorted(one for one in known_countries() if weekend_of(one) == weekend)
    countries = others[: 9 if more else 8]
    assert weekend != weekend_of("GB")
    assert len(countries) == (9 if more else 8)
    text = f"""
directory:
  id: example
  name: Example
  sources: [{{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}}]
tiers: {{standard: {{}}}}
regions:
  - id: region
    countries: [{", ".join(countries)}]
    availability: {{standard: "Mo-Fr 09:00-17:00"}}
    lines: [{{id: l, number: "+44 20 7946 0958", published_as: 020 7946 0958}}]
"""

    found = examined(text).doubts

    told = next(one.found for one in found if one.code == "week-unlike-country")
    assert ("9 countries" in told) is more
    assert all((f" {one}" in told) is not more for one in countries)
