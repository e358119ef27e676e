"""When: opening hours in OpenStreetMap's notation, exact in every zone at every clock change."""

from __future__ import annotations

from supportlines.hours.algebra import union
from supportlines.hours.opening_hours import OpeningHours
from supportlines.hours.problems import (
    HoursSyntaxError,
    HoursWarning,
    NaiveDatetimeError,
    UnknownTimeZoneError,
)
from supportlines.hours.rules import PublicHolidays, State
from supportlines.hours.schedule import Schedule
from supportlines.hours.timeline import TimeLine, instant_to_second, second_to_instant
from supportlines.hours.zones import Zone, known_zones, open_zone, zone_data_version, zone_info

__all__ = [
    "HoursSyntaxError",
    "HoursWarning",
    "NaiveDatetimeError",
    "OpeningHours",
    "PublicHolidays",
    "Schedule",
    "State",
    "TimeLine",
    "UnknownTimeZoneError",
    "Zone",
    "instant_to_second",
    "known_zones",
    "open_zone",
    "second_to_instant",
    "union",
    "zone_data_version",
    "zone_info",
]
