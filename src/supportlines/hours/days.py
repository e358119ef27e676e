"""Days as numbers: the calendar that every other module counts in.

A day is the number of days since 1970-01-01, a Thursday. Plain integers have no first
and no last year, so nothing overflows near the ends of the range of `datetime`.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

DAY = 86_400
"""Seconds of a day on the wall, by which local time is counted."""

WEEK = 7 * DAY
MINUTES_OF_DAY = 1440

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

FIRST_YEAR = 1
LAST_YEAR = 9999

MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of the months of a leap year."""

MONTH_STARTS = tuple(sum(MONTH_LENGTHS[:month]) for month in range(12))
"""Index, in a leap year, of the first day of each month."""

LEAP_DAY = 59
"""Index, in a leap year, of 29 February."""

GREGORIAN_CYCLE = 146_097
"""Days of 400 years, after which dates and weekdays repeat."""

EVERY_KIND = 60 * 366
"""Days among which there is every kind of day that there ever is: 60 years.

What weekday a date falls on, and its eve, depends on the weekday of New Year and on whether
this year and the next are leap years. All combinations occur in any 28 years of the Julian
rhythm, and 60 years hold at least 28 on one side of the only century year among them.
"""

_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


def weekday_of(day: int) -> int:
    """Return the weekday of *day*, Monday being 0."""
    return (day + 3) % 7


def next_weekdays(weekdays: int) -> int:
    """Return the set of the days after those of the set *weekdays*."""
    return (weekdays << 1 | weekdays >> 6) & 0b1111111


def is_leap(year: int) -> bool:
    """Return whether *year* has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@lru_cache(maxsize=1024)
def civil(day: int) -> tuple[int, int, int]:
    """Return year, month (1-12) and day of the month of *day*.

    After Howard Hinnant's `civil_from_days`
    (https://howardhinnant.github.io/date_algorithms.html, read on 2026-11-22).

    >>> civil(20_812)
    (2026, 12, 25)
    """
    era, of_era = divmod(day + 719_468, GREGORIAN_CYCLE)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    from_march = (5 * of_year + 2) // 153
    month = from_march + 3 if from_march < 10 else from_march - 9  # noqa: PLR2004 - January
    year = year_of_era + era * 400 + (month <= 2)  # noqa: PLR2004 - years begin in March here
    return year, month, of_year - (153 * from_march + 2) // 5 + 1


def day_number(year: int, month: int, day_of_month: int) -> int:
    """Return the day with this date; the inverse of `civil`.

    >>> day_number(2026, 12, 25)
    20812
    """
    shifted = year - (month <= 2)  # noqa: PLR2004 - years begin in March here
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day_of_month - 1
    return era * GREGORIAN_CYCLE + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def year_and_index(day: int) -> tuple[int, int]:
    """Return the year of *day* and its index in a leap year (29 February is 59)."""
    year, month, day_of_month = civil(day)
    return year, MONTH_STARTS[month - 1] + day_of_month - 1


def day_of_index(year: int, index: int) -> int:
    """Return the day with this index in a leap year; after 28 February all years agree on dates."""
    return day_number(year, 1, 1) + index - (index > LEAP_DAY and not is_leap(year))


def month_and_day(index: int) -> tuple[int, int]:
    """Return month (1-12) and day of the month for an index in a leap year.

    >>> month_and_day(59)
    (2, 29)
    """
    month = sum(start <= index for start in MONTH_STARTS)
    return month, index - MONTH_STARTS[month - 1] + 1


def to_date(day: int) -> date | None:
    """Return *day* as a date, or None outside the years 1 to 9999."""
    ordinal = day + _EPOCH_ORDINAL
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def from_date(day: date) -> int:
    """Return the number of a date.

    >>> from_date(date(1970, 1, 2))
    1
    """
    return day.toordinal() - _EPOCH_ORDINAL


def clock_time(minutes: int) -> str:
    """Return minutes since midnight as a clock is written; the notation goes on behind 24:00.

    >>> clock_time(540), clock_time(1440), clock_time(1500)
    ('09:00', '24:00', '25:00')
    """
    return f"{minutes // 60:02}:{minutes % 60:02}"


def time_of_day(minutes: int) -> str:
    """Return minutes since midnight as a clock on the wall shows them; the end of a day is 24:00.

    >>> time_of_day(540), time_of_day(1440), time_of_day(1500)
    ('09:00', '24:00', '01:00')
    """
    return clock_time(minutes if minutes <= MINUTES_OF_DAY else minutes - MINUTES_OF_DAY)
