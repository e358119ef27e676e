"""When: opening hours in OpenStreetMap's notation, exact in every zone at every clock change."""

from __future__ import annotations

from supportlines.errors import WrongTypeError
from supportlines.hours.algebra import complement, difference, disagreements, intersection, union
from supportlines.hours.batch import Board
from supportlines.hours.opening_hours import OpeningHours
from supportlines.hours.problems import (
    HoursSyntaxError,
    HoursWarning,
    NaiveDatetimeError,
    NoHoursError,
    NoZoneDataError,
    UnknownTimeZoneError,
    WrongDaysError,
)
from supportlines.hours.rules import HolidayOfParts, PublicHolidays, State
from supportlines.hours.schedule import Schedule
from supportlines.hours.timeline import TimeLine, instant_to_second, second_to_instant
from supportlines.hours.timetable import Override, Phase, Timetable
from supportlines.hours.week_table import DayOfHours, LocalSpan
from supportlines.hours.zones import Zone, known_zones, open_zone, zone_data_version, zone_info

__all__ = [
    "Board",
    "DayOfHours",
    "HolidayOfParts",
    "HoursSyntaxError",
    "HoursWarning",
    "LocalSpan",
    "NaiveDatetimeError",
    "NoHoursError",
    "NoZoneDataError",
    "OpeningHours",
    "Override",
    "Phase",
    "PublicHolidays",
    "Schedule",
    "State",
    "TimeLine",
    "Timetable",
    "UnknownTimeZoneError",
    "WrongDaysError",
    "WrongTypeError",
    "Zone",
    "complement",
    "difference",
    "disagreements",
    "instant_to_second",
    "intersection",
    "known_zones",
    "open_zone",
    "second_to_instant",
    "union",
    "zone_data_version",
    "zone_info",
]
