"""A schedule as a few weeks: which of them holds on which days of the year."""

from __future__ import annotations

import pytest

from supportlines.hours import Schedule
from supportlines.render.dated_weeks import dated_weeks


def period_text(one):
    """Return a period in short: month and day where it comes again each year."""
    days = [
        "" if day is None else f"{day:%m-%d}" if one.recurs else day.isoformat()
        for day in (one.first, one.last)
    ]
    years = [one.first_year, one.last_year]
    return "..".join(days) + ("" if years == [None, None] else " {}-{}".format(*years))


def weeks_text(*hours):
    """Return weeks in short: their periods, and when they begin on a Monday."""
    weeks = dated_weeks(tuple(map(Schedule.parse, hours)))
    return [
        (", ".join(map(period_text, one.periods)), [span.start // 60 for span in one.grid.days[0]])
        for one in weeks
    ]


@pytest.mark.parametrize(
    ("hours", "weeks"),
    [
        ("Mo 09:00-17:00", [("", [9])]),
        ("Apr-Sep Mo 09:00-17:00; Oct-Mar Mo 10:00-16:00",
         [("04-01..09-30", [9]), ("10-01..03-31", [10])]),
        ("Mo 09:00-17:00; Jun 01-Aug 31 off", [("06-01..08-31", []), ("", [9])]),
        ("Mo 09:00-17:00; Feb 29 off", [("02-29..02-29", []), ("", [9])]),
        ("Mo 09:00-17:00; Dec 24-26 off; Jan 01 off",
         [("01-01..01-01, 12-24..12-26", []), ("", [9])]),
        # In some years.
        ("Mo 09:00-17:00; 2026 Dec 20-2027 Jan 10 off",
         [("2026-12-20..2027-01-10", []), ("", [9])]),
        ("2027 Mo 09:00-17:00", [("2027-01-01..2027-12-31", [9]), ("", [])]),
        ("2027 Feb Mo 09:00-17:00", [("2027-02-01..2027-02-28", [9]), ("", [])]),
        ("2028 Feb Mo 09:00-17:00", [("2028-02-01..2028-02-29", [9]), ("", [])]),
        ("Mo 09:00-17:00; 2029+ Mo 10:00-12:00", [("2029-01-01..", [10]), ("", [9])]),
        ("2027-2030 Jun Mo 09:00-17:00", [("06-01..06-30 2027-2030", [9]), ("", [])]),
        # In most years, and in one of them otherwise.
        ("Mo 09:00-17:00; Jun off; 2027 Jun Mo 10:00-12:00",
         [("06-01..06-30 None-2026, 06-01..06-30 2028-None", []),
          ("2027-06-01..2027-06-30", [10]), ("", [9])]),
        # The same hours twice are one week.
        ("Mo 09:00-17:00; Jun Mo 09:00-17:00", [("", [9])]),
    ],
)  # fmt: skip
def test_each_week_has_its_days(hours, weeks):
    """By hand; those of all other days come last."""
    assert weeks_text(hours) == weeks


def test_several_are_the_weeks_in_which_any_is_open():
    """Season by season; from nine to seventeen and from seven to eight in April and May alone."""
    assert weeks_text("Mo 09:00-17:00; Jun-Aug off", "Apr-Sep Mo 07:00-08:00") == [
        ("04-01..05-31, 09-01..09-30", [7, 9]),
        ("06-01..08-31", [7]),
        ("", [9]),
    ]


@pytest.mark.parametrize(
    "hours",
    [
        # Five weeks.
        "Mo 09:00-10:00; Jan Mo 10:00-11:00; Feb Mo 11:00-12:00; Mar Mo 12:00-13:00; Apr off",
        # Thirteen days.
        "Mo 09:00-10:00; " + "; ".join(f"2027 Jan {day:02} off" for day in range(1, 27, 2)),
        "Jun Mo-Fr 09:00-17:00; Fr[-1] off; Fr[4] 10:00-12:00",
    ],
)
def test_what_a_few_weeks_do_not_say_is_none(hours):
    """Too many to be read, or weeks that cannot be told."""
    assert dated_weeks((Schedule.parse(hours),)) is None
