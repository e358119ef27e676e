"""Public holidays, with and without the package that knows them."""

from __future__ import annotations

import importlib
import sys
import warnings
from datetime import date

import pytest

from supportlines.places import known_countries
from supportlines.places.errors import UnknownSubdivisionError
from supportlines.places.holidays import public_holidays


def test_names_are_english_where_there_are_english_names():
    """Mexico's calendar is Spanish by default."""
    assert public_holidays("MX").name_on(date(2026, 12, 25)) == "Christmas Day"


def test_an_ordinary_day_has_no_name():
    """The 22nd of December 2026 is a Tuesday like others."""
    assert public_holidays("MX").name_on(date(2026, 12, 22)) is None


def test_a_part_of_a_country_has_its_own():
    """Epiphany, 6 January, is a holiday in Bavaria and not in Berlin; both spellings are read."""
    epiphany = date(2027, 1, 6)

    assert public_holidays("DE", "BY").name_on(epiphany) == "Epiphany"
    assert public_holidays("DE", "de-by").name_on(epiphany) == "Epiphany"
    assert public_holidays("DE", "BE").name_on(epiphany) is None
    assert public_holidays("DE").name_on(epiphany) is None


def test_an_unknown_part_is_refused_with_those_that_are_known():
    """The message helps."""
    with pytest.raises(UnknownSubdivisionError, match=r'DE has no part "XX".*BY'):
        public_holidays("DE", "XX")


def test_a_country_that_the_package_does_not_know_has_no_calendar():
    """ZZ is no country of the package, whatever it adds in time."""
    assert public_holidays("ZZ") is None


def test_every_country_of_the_package_is_found():
    """The look-up by attribute finds what the package's own list names."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = importlib.import_module("holidays")
    listed = set(package.list_supported_countries(include_aliases=False)) & known_countries()
    sample = sorted(listed)[::12]

    assert all(public_holidays(country) is not None for country in sample)


def test_the_next_holiday_is_found_across_years():
    """From the day after Christmas to New Year's Day, and to the day itself."""
    calendar = public_holidays("MX")

    assert calendar.next_from(date(2026, 12, 26)) == date(2027, 1, 1)
    assert calendar.next_from(date(2027, 1, 1)) == date(2027, 1, 1)


def test_without_the_package_nobody_knows_holidays(monkeypatch):
    """The extra is an extra."""
    monkeypatch.setitem(sys.modules, "holidays", None)
    public_holidays.cache_clear()
    try:
        assert public_holidays("MX") is None
    finally:
        public_holidays.cache_clear()


@pytest.mark.parametrize(
    ("country", "day", "known"),
    [
        ("IN", date(2026, 11, 24), True),
        ("IN", date(2099, 11, 24), False),  # lists of the moon's holidays end before
        ("SA", date(3000, 1, 1), False),
        ("MX", date(2050, 12, 25), True),
    ],
)
def test_years_without_data_are_not_known(country, day, known):
    """An ordinary day of such a year may be a holiday: nobody knows."""
    calendar = public_holidays(country)

    assert calendar.knows(day) is known
    if not known:
        assert calendar.name_on(day) is None
