"""A schedule by seasons: each day of each year is of one, which says what the schedule says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines.hours import OpeningHours, Schedule, seasons_of

from strategies.amount import cases

NEW_YEAR = date(2000, 1, 1)
PIECES = (
    "Mo-Fr 09:00-17:00",
    "Sa 10:00-14:00 unknown",
    "Apr-Sep Mo-Fr 08:00-18:00",
    "Oct-Mar 10:00-16:00",
    "Jun 01-Aug 31 off",
    "Dec 24-26 off",
    "2027 09:00-12:00",
    "2027-2028 Feb Mo-We 11:00-13:00",
    "2026 Dec 20-2028 Jan 10 off",
    "2028+ Tu 07:00-08:00",
    "Feb 29 off",
    "PH off",
)


def named(season):
    """Return the days of a season that are in every year, as a text for people."""
    (bits,) = {bits for _, _, bits in season.days}
    days = [NEW_YEAR + timedelta(days=place) for place in range(366) if bits >> place & 1]
    return f"{days[0]:%m-%d} to {days[-1]:%m-%d}, {len(days)}"


def test_rules_of_dates_make_seasons_and_others_hold_in_each():
    """Summer and winter; what is said of holidays is said of both."""
    hours = Schedule.parse("Apr-Sep Mo-Fr 09:00-17:00; Oct-Mar Mo-Fr 10:00-16:00; PH off")

    summer, winter = seasons_of(hours)

    assert str(summer.schedule) == "Mo-Fr 09:00-17:00; PH off"
    assert str(winter.schedule) == "Mo-Fr 10:00-16:00; PH off"
    assert named(summer) == "04-01 to 09-30, 183"
    assert named(winter) == "01-01 to 12-31, 183"
    assert [one.is_rest for one in (summer, winter)] == [False, False]


def test_what_no_date_is_named_for_is_the_rest():
    """It comes last; days of no rule at all are closed."""
    off, rest = seasons_of(Schedule.parse("Mo-Fr 09:00-17:00; Jun-Aug off"))
    some, none = seasons_of(Schedule.parse("2027 09:00-17:00"))

    assert (str(off.schedule), off.is_rest) == ("off", False)
    assert (str(rest.schedule), rest.is_rest) == ("Mo-Fr 09:00-17:00", True)
    assert [(first, last) for first, last, _ in some.days] == [(2027, 2027)]
    assert (str(none.schedule), none.is_rest) == ("off", True)
    assert [(first, last) for first, last, _ in none.days] == [(1, 2026), (2028, 9999)]


def test_a_schedule_without_dates_is_one_season():
    """All days of all years."""
    (only,) = seasons_of(Schedule.parse("Mo-Fr 09:00-17:00; Fr[-1] off"))

    assert only.is_rest
    assert only.days == ((1, 9999, (1 << 366) - 1),)


def index_of(day):
    """Return the place of a day in a leap year."""
    return (day.replace(year=2000) - NEW_YEAR).days


@settings(max_examples=cases(300))
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
    st.dates(date(2025, 12, 1), date(2030, 2, 1)),
)
def test_each_day_is_of_one_season_which_says_what_the_schedule_says(pieces, day):
    """Of hours that do not run past midnight; read day by day."""
    schedule = Schedule.parse("; ".join(pieces))

    found = [
        season.schedule
        for season in seasons_of(schedule)
        for first, last, bits in season.days
        if first <= day.year <= last and bits >> index_of(day) & 1
    ]

    assert len(found) == 1
    assert (
        OpeningHours.of(found[0], "UTC").week(day)[0]
        == OpeningHours.of(schedule, "UTC").week(day)[0]
    )
