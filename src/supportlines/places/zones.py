"""Which time zones a country keeps, by the names that the IANA database uses today."""

from __future__ import annotations

from functools import lru_cache

from supportlines.errors import check_text
from supportlines.languages.cldr import table
from supportlines.places.countries import TAKES

_NOT_YET_IN_CLDR = {
    "AQ": ("Antarctica/Troll",),  # CLDR files it under the world
    "CL": ("America/Coyhaique",),  # of 2025
    "XK": ("Europe/Belgrade",),  # zone1970.tab names the countries of this zone, Kosovo's code not
}
"""What zone.tab of the IANA database (2026) has and CLDR 47 has not."""

_OF_THE_WORLD_IN_CLDR = {
    "CST6CDT": "America/Chicago",
    "EST5EDT": "America/New_York",
    "MST7MDT": "America/Denver",
    "PST8PDT": "America/Los_Angeles",
}
"""Old names that the IANA database (2024b) links to a place and CLDR 49 files under the world."""


def zones_of(country: str) -> tuple[str, ...]:
    """Return the zones of *country* by their names' order, without old names and links.

    A country that nobody lives in, or that is not known, has none.

    Args:
        country: A code of ISO 3166-1, as `parse_country` returns it.

    Raises:
        WrongTypeError: If *country* is no text.

    >>> zones_of("IN"), zones_of("EC")
    (('Asia/Kolkata',), ('America/Guayaquil', 'Pacific/Galapagos'))
    """
    try:
        return _zones(country)
    except TypeError:  # of a value that cannot be remembered
        check_text("country", country, TAKES)
        raise


@lru_cache(maxsize=512)
def _zones(country: str) -> tuple[str, ...]:
    check_text("country", country, TAKES)
    listed = table("territory_zones").get(country, ())
    today = {_name_of_today(zone) for zone in (*listed, *_NOT_YET_IN_CLDR.get(country, ()))}
    return tuple(sorted(today))  # the order of CLDR is nobody's promise


_CONTINENTS = frozenset(
    ["Africa", "America", "Antarctica", "Asia", "Atlantic", "Europe", "Indian", "Pacific"]
)
"""In front of names that are of a city; US/Eastern is no name that a machine gives by itself."""


def names_of_zone(zone: str) -> tuple[str, ...]:
    """Return the names under which machines may know a *zone* of `zones_of`, its own first.

    Old names of its city are among them, since browsers keep the first one that CLDR gave a zone.

    >>> names_of_zone("Asia/Kathmandu"), names_of_zone("Europe/Berlin")[0]
    (('Asia/Kathmandu', 'Asia/Katmandu'), 'Europe/Berlin')
    """
    return (zone, *_other_names().get(zone, ()))


@lru_cache(maxsize=1)
def _other_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    links = {**table("zone_aliases"), **_OF_THE_WORLD_IN_CLDR}
    for name in sorted(links):
        today = _name_of_today(name)
        if today != name and name.partition("/")[0] in _CONTINENTS:
            found.setdefault(today, []).append(name)
    return {zone: tuple(names) for zone, names in found.items()}


def is_zone_of(zone: str, country: str) -> bool:
    """Return whether *zone* is kept in *country*; old names and links count as what they mean.

    Raises:
        WrongTypeError: If one of them is no text.

    >>> is_zone_of("US/Eastern", "US"), is_zone_of("Europe/Berlin", "US")
    (True, False)
    """
    check_text("zone", zone, 'a name of the IANA data such as "Europe/London"')
    return _name_of_today(zone) in zones_of(country)


def _name_of_today(zone: str) -> str:
    place = _OF_THE_WORLD_IN_CLDR.get(zone, zone)
    return str(table("zone_aliases").get(place, place))
