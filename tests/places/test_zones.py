"""The zones of a country, by the names of today, compared with the IANA database itself."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from supportlines.hours import known_zones, open_zone
from supportlines.languages.cldr import table
from supportlines.places import is_zone_of, known_countries, zones_of

FOLDER = Path(importlib.util.find_spec("tzdata").origin).parent / "zoneinfo"
SOUTH = ("Coyhaique", "Punta_Arenas", "Santiago")  # the first since 2025


def zones_of_the_iana_database():
    """Return the zones of each country in zone.tab of the package tzdata."""
    found = {}
    for line in (FOLDER / "zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found.setdefault(country, set()).add(zone)
    return found


def test_zones_are_those_of_the_iana_database():
    """But Kosovo's, for which it has no code, and two countries where nobody lives.

    A zone that tzdata has had for a shorter time than CLDR is not known yet.
    """
    named_in_cldr = {zone for listed in table("territory_zones").values() for zone in listed}
    named_in_cldr |= set(table("zone_aliases").values())
    oracle = zones_of_the_iana_database()

    ours = {country: set(zones_of(country)) for country in known_countries()}

    expected = {**oracle, "XK": {"Europe/Belgrade"}, "BV": set(), "HM": set()}
    assert ours.keys() == expected.keys()
    for country, zones in ours.items():
        assert zones <= expected[country]
        assert not (expected[country] - zones) & named_in_cldr


def test_zones_stand_in_the_order_of_their_names():
    """CLDR's order changes from version to version."""
    assert all(
        list(zones_of(country)) == sorted(zones_of(country)) for country in known_countries()
    )


def test_every_zone_opens_and_none_is_listed_twice():
    """A name that cannot be opened would make an answer impossible."""
    for country in known_countries():
        zones = zones_of(country)
        assert len(set(zones)) == len(zones)
        assert set(zones) <= known_zones()
        assert [open_zone(zone).name for zone in zones] == list(zones)


@pytest.mark.parametrize(
    ("country", "zones"),
    [
        ("IN", {"Asia/Kolkata"}),  # not Calcutta
        ("UA", {"Europe/Kyiv", "Europe/Simferopol"}),
        ("VN", {"Asia/Ho_Chi_Minh"}),
        ("CL", {f"America/{at}" for at in SOUTH} | {"Pacific/Easter"}),
        ("EC", {"America/Guayaquil", "Pacific/Galapagos"}),
        ("CN", {"Asia/Shanghai", "Asia/Urumqi"}),
        ("DE", {"Europe/Berlin", "Europe/Busingen"}),
        ("HM", set()),
        ("QQ", set()),
    ],
)
def test_zones_have_the_names_of_today(country, zones):
    """CLDR keeps old names for ever; Babel brings the new ones."""
    assert set(zones_of(country)) == zones


def test_zones_can_be_counted():
    """The countries where local time is a question."""
    counts = {country: len(zones_of(country)) for country in ("US", "CA", "RU", "BR", "MX", "AU")}

    assert counts == {"US": 29, "CA": 23, "RU": 26, "BR": 16, "MX": 12, "AU": 12}


@pytest.mark.parametrize(
    ("zone", "country", "expected"),
    [
        ("America/New_York", "US", True),
        ("US/Eastern", "US", True),
        ("Asia/Calcutta", "IN", True),
        ("Europe/Kiev", "UA", True),
        ("GB", "GB", True),
        ("America/Montreal", "CA", True),  # a link to Toronto since 2013
        ("PST8PDT", "US", True),  # a link to Los Angeles since 2024
        ("MST7MDT", "US", True),
        ("CST6CDT", "US", True),
        ("EST5EDT", "US", True),
        ("America/New_York", "CA", False),
        ("Europe/Berlin", "DK", False),  # the same clock, another country
        ("UTC", "GB", False),
        ("Nowhere/Land", "GB", False),
        ("Europe/London", "QQ", False),
    ],
)
def test_a_zone_belongs_to_a_country_under_any_of_its_names(zone, country, expected):
    """Old names and links count as what they mean."""
    assert is_zone_of(zone, country) is expected
