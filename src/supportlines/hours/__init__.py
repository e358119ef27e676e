"""When: opening hours in OpenStreetMap's notation, exact in every zone at every clock change."""

from __future__ import annotations

from supportlines.errors import WrongTypeError
from supportlines.hours.calendar.day_rows import DayOfHours, LocalSpan
from supportlines.hours.days import (
    DAY,
    MINUTES_OF_DAY,
    MONTH_LENGTHS,
    WEEKDAYS,
    clock_time,
    is_leap,
    time_of_day,
)
from supportlines.hours.errors import (
    HoursSyntaxError,
    HoursWarning,
    NaiveDatetimeError,
    NamelessTimeZoneError,
    NoHoursError,
    NoZoneDataError,
    UnknownTimeZoneError,
    WrongDaysError,
)
from supportlines.hours.line.algebra import (
    Combined,
    TimeLine,
    agreed,
    complement,
    difference,
    disagreements,
    intersection,
    union,
    worst,
)
from supportlines.hours.line.board import Board
from supportlines.hours.line.instants import (
    LAST_SECOND,
    in_utc,
    instant_text,
    instant_to_second,
    second_to_instant,
)
from supportlines.hours.line.windows import Windowed
from supportlines.hours.line.zone_files import installed_files
from supportlines.hours.line.zones import (
    Zone,
    broken_files,
    differs_between_sources,
    known_zones,
    open_zone,
    zone_data_version,
    zone_info,
)
from supportlines.hours.opening_hours import OpeningHours
from supportlines.hours.public_holidays import (
    DividedHolidays,
    HolidayOfParts,
    PublicHolidays,
    SearchableHolidays,
)
from supportlines.hours.recurring import on_day_of_month, stretch_of_day, whole_day_of_month
from supportlines.hours.rules import HoursRule, State
from supportlines.hours.schedule import Schedule
from supportlines.hours.seasons import DaysOfYears, Season, seasons_of
from supportlines.hours.timetable import Override, Phase, Timetable

__all__ = [
    "DAY",
    "LAST_SECOND",
    "MINUTES_OF_DAY",
    "MONTH_LENGTHS",
    "WEEKDAYS",
    "Board",
    "Combined",
    "DayOfHours",
    "DaysOfYears",
    "DividedHolidays",
    "HolidayOfParts",
    "HoursRule",
    "HoursSyntaxError",
    "HoursWarning",
    "LocalSpan",
    "NaiveDatetimeError",
    "NamelessTimeZoneError",
    "NoHoursError",
    "NoZoneDataError",
    "OpeningHours",
    "Override",
    "Phase",
    "PublicHolidays",
    "Schedule",
    "SearchableHolidays",
    "Season",
    "State",
    "TimeLine",
    "Timetable",
    "UnknownTimeZoneError",
    "Windowed",
    "WrongDaysError",
    "WrongTypeError",
    "Zone",
    "agreed",
    "broken_files",
    "clock_time",
    "complement",
    "difference",
    "differs_between_sources",
    "disagreements",
    "in_utc",
    "installed_files",
    "instant_text",
    "instant_to_second",
    "intersection",
    "is_leap",
    "known_zones",
    "on_day_of_month",
    "open_zone",
    "seasons_of",
    "second_to_instant",
    "stretch_of_day",
    "time_of_day",
    "union",
    "whole_day_of_month",
    "worst",
    "zone_data_version",
    "zone_info",
]
