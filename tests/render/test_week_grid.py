"""A schedule as a week: what each weekday has, where it is at a place of its month, on holidays."""

from __future__ import annotations

import pytest

from supportlines.hours import Schedule
from supportlines.render.week_grid import joined_grids, week_grid

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def clock(minute):
    """Return a minute of a day as a time."""
    return f"{minute // 60:02}:{minute % 60:02}"


def spans_text(spans):
    """Return the spans of a day in short."""
    return ",".join(
        f"{clock(one.start)}-{clock(one.end)}{'' if one.state == 'open' else '?'}" for one in spans
    )


def days_text(days):
    """Return a week in short: those of its days that are not closed."""
    return {day: spans_text(spans) for day, spans in zip(DAYS, days) if spans}


def of_month_text(grid):
    """Return what weekdays have at places of a month in short."""
    return {
        f"{day}[{','.join(map(str, one.places))}]": spans_text(one.spans)
        for day, rows in zip(DAYS, grid.of_month)
        for one in rows
    }


def grid_of(hours):
    """Return the grid of hours."""
    return week_grid(Schedule.parse(hours))


def week(names, text):
    """Return what each of the named days has."""
    return dict.fromkeys(names.split(), text)


WORKING = week("Mo Tu We Th Fr", "09:00-17:00")
EVERY = "Mo Tu We Th Fr Sa Su"


@pytest.mark.parametrize(
    ("hours", "days", "holidays"),
    [
        ("Mo-Fr 09:00-17:00", WORKING, None),
        ("Mo-Fr 09:00-17:00; PH off", WORKING, {}),
        ("Mo-Fr,PH 09:00-17:00", WORKING, week(EVERY, "09:00-17:00")),
        ("24/7", week(EVERY, "00:00-24:00"), week(EVERY, "00:00-24:00")),
        ("off", {}, {}),
        ("24/7 unknown", week(EVERY, "00:00-24:00?"), week(EVERY, "00:00-24:00?")),
        ("Fr 22:00-06:00", {"Fr": "22:00-30:00"}, None),
        # A morning of its own is Tuesday's, whatever Monday is.
        ("Mo 17:00-24:00; Tu 00:00-09:00", {"Mo": "17:00-24:00", "Tu": "00:00-09:00"}, None),
        ("Mo-Tu 00:00-09:00,17:00-24:00; PH off",
         {"Mo": "00:00-09:00,17:00-24:00", "Tu": "00:00-09:00,17:00-24:00"}, {}),
        # A day that is closed is so from midnight to midnight, and its night goes on after that.
        ("Mo-Su 22:00-06:00; Su off",
         {"Mo": "00:00-06:00,22:00-30:00", **week("Tu We Th Fr", "22:00-30:00"),
          "Sa": "22:00-24:00"}, None),
        ("Mo 09:00-12:00,13:00-17:00", {"Mo": "09:00-12:00,13:00-17:00"}, None),
        ("Mo-Su 08:00-20:00; Su off", week("Mo Tu We Th Fr Sa", "08:00-20:00"), None),
        ("Mo 09:00-17:00, Mo 17:00-18:00 unknown", {"Mo": "09:00-17:00,17:00-18:00?"}, None),
        # Holidays on some weekdays: on the others the hours of the weekday.
        ("Sa 10:00-12:00; PH Mo-Fr 09:00-17:00", {"Sa": "10:00-12:00"},
         {**WORKING, "Sa": "10:00-12:00"}),
    ],
)  # fmt: skip
def test_a_week_says_all(hours, days, holidays):
    """By hand: what is not named is closed."""
    grid = grid_of(hours)

    assert days_text(grid.days) == days
    assert of_month_text(grid) == {}
    assert (None if grid.holidays is None else days_text(grid.holidays)) == holidays


@pytest.mark.parametrize(
    ("hours", "days", "of_month"),
    [
        ("Fr[-1] 09:00-12:00", {}, {"Fr[-1]": "09:00-12:00"}),
        ("Mo-Fr 09:00-17:00; Fr[-1] off", WORKING, {"Fr[-1]": ""}),
        ("Mo[1],Mo[3] 09:00-12:00", {}, {"Mo[1,3]": "09:00-12:00"}),
        ("Mo-Fr 09:00-17:00; Mo[1] 09:00-17:00", WORKING, {}),
        # The fifth is the last, if there is one, and both say the same.
        ("Sa[5] 09:00-12:00; Sa[-1] 09:00-12:00", {}, {"Sa[5,-1]": "09:00-12:00"}),
    ],
)
def test_a_weekday_has_other_hours_at_places_of_its_month(hours, days, of_month):
    """And on all other days of it those of the week."""
    grid = grid_of(hours)

    assert (days_text(grid.days), of_month_text(grid)) == (days, of_month)


@pytest.mark.parametrize(
    "hours",
    [
        "Apr-Sep Mo 09:00-17:00",
        "Mo-Fr 09:00-17:00; Fr[-1] off; Fr[4] 10:00-12:00",  # which may be one day
        "Mo-Fr 09:00-17:00; PH off; Mo[1] 09:00-12:00",  # holidays that are first Mondays
    ],
)
def test_what_no_week_says_is_none(hours):
    """Dates, days of two places, holidays that depend on the place."""
    assert grid_of(hours) is None


@pytest.mark.parametrize(
    ("one", "other", "days", "of_month", "holidays"),
    [
        ("Mo 09:00-12:00", "Mo 11:00-17:00; Tu 08:00-09:00",
         {"Mo": "09:00-17:00", "Tu": "08:00-09:00"}, {}, None),
        ("Mo 09:00-17:00 unknown", "Mo 10:00-12:00",
         {"Mo": "09:00-10:00?,10:00-12:00,12:00-17:00?"}, {}, None),
        # A night over a whole day goes on in the morning after.
        ("Mo 22:00-06:00", "Mo 00:00-24:00", {"Mo": "00:00-24:00", "Tu": "00:00-06:00"}, {}, None),
        ("Mo-Fr 09:00-17:00; Fr[-1] off", "Fr 16:00-18:00",
         {**WORKING, "Fr": "09:00-18:00"}, {"Fr[-1]": "16:00-18:00"}, None),
        # Who says nothing of holidays has the hours of the weekday on them.
        ("Mo 09:00-17:00; PH off", "Mo 10:00-12:00",
         {"Mo": "09:00-17:00"}, {}, {"Mo": "10:00-12:00"}),
    ],
)  # fmt: skip
def test_joined_is_when_either_is_open(one, other, days, of_month, holidays):
    """By hand: open before unknown before closed."""
    found = joined_grids(grid_of(one), grid_of(other))

    assert (days_text(found.days), of_month_text(found)) == (days, of_month)
    assert (None if found.holidays is None else days_text(found.holidays)) == holidays
