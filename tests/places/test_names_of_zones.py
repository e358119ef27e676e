"""The names under which browsers know a zone are known here."""

from __future__ import annotations

import pytest

from supportlines.places import known_countries, zones_of
from supportlines.places.zones import is_zone_of, names_of_zone

# What browsers call zones that have another name today: CLDR's first names (timezone.xml of CLDR
# 48, read on 2026-11-30).
FIRST_NAMES = {
    "Africa/Asmara": "Africa/Asmera",
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    "America/Argentina/Catamarca": "America/Catamarca",
    "America/Argentina/Cordoba": "America/Cordoba",
    "America/Argentina/Jujuy": "America/Jujuy",
    "America/Argentina/Mendoza": "America/Mendoza",
    "America/Indiana/Indianapolis": "America/Indianapolis",
    "America/Kentucky/Louisville": "America/Louisville",
    "America/Nuuk": "America/Godthab",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Atlantic/Faroe": "Atlantic/Faeroe",
    "Europe/Kyiv": "Europe/Kiev",
    "Pacific/Kanton": "Pacific/Enderbury",
}


@pytest.mark.parametrize(("zone", "first"), FIRST_NAMES.items())
def test_first_names_are_known(zone, first):
    """A visitor in Kolkata is said to be in Calcutta."""
    assert names_of_zone(zone)[0] == zone
    assert first in names_of_zone(zone)


def test_a_name_is_of_one_zone():
    """Whatever a browser says is in one country's list once."""
    for country in known_countries():
        names = [name for zone in zones_of(country) for name in names_of_zone(zone)]
        assert len(names) == len(set(names))
        assert all(is_zone_of(name, country) for name in names)
