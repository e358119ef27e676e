"""The calendar that everything counts in, against the standard library's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from supportlines.hours.days import (
    civil,
    day_number,
    day_of_index,
    from_date,
    is_leap,
    month_and_day,
    to_date,
    weekday_of,
    year_and_index,
)

EPOCH = date(1970, 1, 1)
YEARS = [
    *range(1, 9), *range(96, 105), *range(396, 405), 1582, 1600, 1700, 1900, *range(1968, 2033),
    2100, 2399, 2400, 2401, 9996, 9999,
]  # fmt: skip


def days_of(year):
    """Return the first and last days of the months of a year."""
    firsts = [date(year, month, 1) for month in range(1, 13)]
    lasts = [first - timedelta(days=1) for first in firsts[1:]]
    return [*firsts, *lasts, date(year, 12, 31), date(year, 6, 15)]


@pytest.mark.parametrize("year", YEARS)
def test_days_are_those_of_the_calendar(year):
    """Every month begins and ends where datetime says, on the weekday it says."""
    for each in days_of(year):
        number = (each - EPOCH).days

        assert from_date(each) == day_number(each.year, each.month, each.day) == number
        assert civil(number) == (each.year, each.month, each.day)
        assert to_date(number) == each
        assert weekday_of(number) == each.weekday()
        assert day_of_index(*year_and_index(number)) == number
        assert month_and_day(year_and_index(number)[1]) == (each.month, each.day)


@pytest.mark.parametrize(
    ("year", "leap"),
    [(2024, True), (2026, False), (1900, False), (2000, True), (2100, False), (2400, True)],
)
def test_leap_years_are_those_of_the_gregorian_calendar(year, leap):
    """Every fourth year, but of the centuries every fourth alone."""
    assert is_leap(year) == leap


def test_days_go_on_where_datetime_ends():
    """Before 1 January of the year 1 and after 31 December 9999 there is no date, but a day."""
    first, last = (date.min - EPOCH).days, (date.max - EPOCH).days

    assert (to_date(first), to_date(first - 1)) == (date.min, None)
    assert (to_date(last), to_date(last + 1)) == (date.max, None)
    assert civil(first - 1) == (0, 12, 31)
    assert civil(last + 1) == (10_000, 1, 1)
    assert day_number(0, 12, 31) == first - 1
    assert weekday_of(first - 1) == 6  # a Sunday: 1 January of the year 1 was a Monday
