"""Where: countries, their names and their time zones; the locale of who reads."""

from __future__ import annotations

from supportlines.languages.errors import UnknownLocaleError
from supportlines.places.countries import (
    country_name,
    country_named,
    known_countries,
    parse_country,
    part_named,
)
from supportlines.places.errors import UnknownCountryError
from supportlines.places.locales import parse_locale
from supportlines.places.zones import is_zone_of, zones_of

__all__ = [
    "UnknownCountryError",
    "UnknownLocaleError",
    "country_name",
    "country_named",
    "is_zone_of",
    "known_countries",
    "parse_country",
    "parse_locale",
    "part_named",
    "zones_of",
]
