"""A schedule as a week: what each weekday has, what public holidays have, and what is beside."""

from __future__ import annotations

import pytest

from supportlines.hours import Schedule
from supportlines.render.week_grid import week_grid

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def clock(minute):
    """Return a minute of a day as a time."""
    return f"{minute // 60:02}:{minute % 60:02}"


def spans_text(spans):
    """Return the spans of a day in short."""
    return ",".join(
        f"{clock(one.start)}-{clock(one.end)}{'' if one.state == 'open' else '?'}" for one in spans
    )


@pytest.mark.parametrize(
    ("hours", "days", "holidays"),
    [
        ("Mo-Fr 09:00-17:00", {"Mo Tu We Th Fr": "09:00-17:00"}, None),
        ("Mo-Fr 09:00-17:00; PH off", {"Mo Tu We Th Fr": "09:00-17:00"}, ""),
        ("Mo-Fr,PH 09:00-17:00", {"Mo Tu We Th Fr": "09:00-17:00"}, "09:00-17:00"),
        ("24/7", {"Mo Tu We Th Fr Sa Su": "00:00-24:00"}, "00:00-24:00"),
        ("off", {}, ""),
        ("24/7 unknown", {"Mo Tu We Th Fr Sa Su": "00:00-24:00?"}, "00:00-24:00?"),
        ("Fr 22:00-06:00", {"Fr": "22:00-30:00"}, None),
        ("Mo 09:00-12:00,13:00-17:00", {"Mo": "09:00-12:00,13:00-17:00"}, None),
        (
            "Mo-Su 08:00-20:00; Su off",
            {"Mo Tu We Th Fr Sa": "08:00-20:00"},
            None,
        ),
        ("Mo 09:00-17:00, Mo 17:00-18:00 unknown", {"Mo": "09:00-17:00,17:00-18:00?"}, None),
    ],
)
def test_a_week_says_all(hours, days, holidays):
    """By hand: what is not named is closed."""
    wanted = {day: text for names, text in days.items() for day in names.split()}

    grid = week_grid(Schedule.parse(hours))

    assert grid.beside == ""
    assert [spans_text(one) for one in grid.days] == [wanted.get(day, "") for day in DAYS]
    assert (None if grid.holidays is None else spans_text(grid.holidays)) == holidays


@pytest.mark.parametrize(
    ("hours", "monday", "written"),
    [
        (
            "Mo-Fr 09:00-17:00; 2026 Dec 24 off",
            "09:00-17:00",
            "Mo-Fr 09:00-17:00; 2026 Dec 24 off",
        ),
        ("Mo 09:00-17:00; Mo[1] off", "09:00-17:00", "Mo 09:00-17:00; Mo[1] off"),
        ("Apr-Sep Mo 09:00-17:00", "", "Apr-Sep Mo 09:00-17:00"),
        ("PH Mo-Fr 09:00-17:00", "", "PH Mo-Fr 09:00-17:00"),
    ],
)
def test_what_no_week_says_stands_beside_it(hours, monday, written):
    """Dates, the first Monday of a month, public holidays on some weekdays."""
    grid = week_grid(Schedule.parse(hours))

    assert (spans_text(grid.days[0]), grid.beside) == (monday, written)
