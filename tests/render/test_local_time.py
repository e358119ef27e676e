"""Instants as the caller's clock shows them."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta, timezone

import pytest

from supportlines.hours import zone_info
from supportlines.lookup import ComingChange, Reason
from supportlines.render.local_time import LocalTime, _disagreements


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


AT = utc(2026, 11, 24, 12)  # a Tuesday


@pytest.mark.parametrize(
    ("zones", "zone", "text"),
    [
        (("Asia/Dubai",), "Asia/Dubai", "Wed 17:00"),
        # Zones with one clock are as good as one.
        (("America/Argentina/Buenos_Aires", "America/Argentina/Salta"), None, "Wed 10:00"),
        # Nobody knows the caller's clock: the time is UTC, and says so.
        (("America/New_York", "America/Los_Angeles"), "UTC", "Wed 13:00"),
        ((), "UTC", "Wed 13:00"),
    ],
)
def test_the_clock_is_the_caller_s_where_it_is_known(zones, zone, text):
    """One zone, zones that agree, zones that do not, none."""
    time = LocalTime(zones, AT, "en")

    assert time.moment(utc(2026, 11, 25, 13)) == text
    assert time.is_local is (zone != "UTC")
    if zone is not None:
        assert time.zone == zone


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (utc(2026, 11, 24, 12), "Tue 12:00"),
        (utc(2026, 11, 30, 11, 59), "Mon 11:59"),
        # A week later the weekday alone would mean tomorrow.
        (utc(2026, 11, 30, 12), "Mon 30 Nov 2026 12:00"),
        (utc(2026, 11, 24, 11), "Tue 24 Nov 2026 11:00"),  # the past
        (utc(2026, 11, 24, 12, 0, 30), "Tue 12:00:30"),
    ],
)
def test_the_date_is_told_where_the_weekday_is_not_enough(at, text):
    """Within six days the weekday is enough."""
    assert LocalTime(("Europe/London",), AT, "en").moment(at) == text


@pytest.mark.parametrize(
    ("zone", "at", "clock"),
    [
        ("Europe/London", utc(2026, 10, 24, 23, 59), "00:59"),
        ("Europe/London", utc(2026, 10, 25, 0, 40), "01:40 UTC+01:00"),
        ("Europe/London", utc(2026, 10, 25, 1), "01:00 UTC+00:00"),
        ("Europe/London", utc(2026, 10, 25, 1, 59), "01:59 UTC+00:00"),
        ("Europe/London", utc(2026, 10, 25, 2), "02:00"),
        ("Europe/London", utc(2026, 3, 29, 1), "02:00"),  # a gap shows nothing twice
        ("America/St_Johns", utc(2026, 11, 1, 3, 45), "01:15 UTC-02:30"),
        ("America/St_Johns", utc(2026, 11, 1, 4, 45), "01:15 UTC-03:30"),
        ("Australia/Lord_Howe", utc(2027, 4, 3, 15, 15), "01:45 UTC+10:30"),  # half an hour
        ("Australia/Lord_Howe", utc(2027, 4, 3, 14, 30), "01:30 UTC+11:00"),
        ("Australia/Lord_Howe", utc(2027, 4, 3, 14, 29), "01:29"),
    ],
)
def test_a_time_that_the_clock_shows_twice_has_its_offset(zone, at, clock):
    """That it is closed until 01:00 is no riddle at 01:40 in the night of the clock change."""
    assert LocalTime((zone,), at, "en").full(at).endswith(f", {clock}")
    assert LocalTime((zone,), at, "en").moment(at).endswith(f" {clock}")


def coming(start, end, *spans, days=None):
    """Return a change from *start* to *end* in which somebody answers in *spans*."""
    return ComingChange(start, end, "open", Reason("named_day", {"why": "Fair"}), spans, days)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (utc(2026, 11, 24), utc(2026, 11, 25), "open all day"),
        (utc(2026, 11, 24, 10), utc(2026, 11, 25, 10), "open 10:00-10:00"),
        (utc(2026, 11, 24), utc(2026, 11, 24, 12), "open 00:00-12:00"),
        (utc(2026, 11, 24), utc(2026, 11, 27), "open day and night"),
        (utc(2026, 11, 24, 5), utc(2026, 11, 27, 5), "open day and night"),  # midnight elsewhere
        (utc(2026, 11, 24, 5), utc(2026, 11, 25, 7), "other hours"),
    ],
)
def test_a_whole_day_is_told_as_one(start, end, text):
    """From midnight to midnight on the caller's wall."""
    days = (date(2026, 11, 24), date(2026, 11, 24))
    change = coming(start, end, (start, end), days=days)

    assert LocalTime(("Europe/London",), AT, "en").hours(change) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (4, "open 08:00-09:00, 10:00-11:00, 12:00-13:00, 14:00-15:00"),
        (5, "other hours"),  # who reads four of five takes the line to be closed in the fifth
    ],
)
def test_many_times_are_not_told(count, text):
    """All of them or none."""
    day = (date(2026, 11, 24), date(2026, 11, 24))
    hours = range(8, 8 + 2 * count, 2)
    spans = [(utc(2026, 11, 24, hour), utc(2026, 11, 24, hour + 1)) for hour in hours]
    change = coming(utc(2026, 11, 24), utc(2026, 11, 25), *spans, days=day)

    assert LocalTime(("Europe/London",), AT, "en").hours(change) == text


FROM_TUESDAY = (utc(2026, 11, 24), utc(2026, 11, 29))


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        # Until Saturday hours on Thursday alone: they are not those of each day.
        (utc(2026, 11, 26, 10), utc(2026, 11, 26, 12), "open Thu 26 Nov 2026 10:00-12:00"),
        (utc(2026, 11, 26), utc(2026, 11, 27), "open Thu 26 Nov 2026 00:00-00:00"),
        (utc(2026, 11, 25), utc(2026, 11, 27), "other hours"),  # nor day and night
        (*FROM_TUESDAY, "open day and night"),
    ],
)
@pytest.mark.parametrize("days", [None, (date(2026, 11, 24), date(2026, 11, 28))])
def test_hours_of_one_of_several_days_have_its_name(start, end, days, text):
    """Behind the first and the last day alone they would be read as those of each."""
    change = coming(*FROM_TUESDAY, (start, end), days=days)

    assert LocalTime(("Europe/London",), AT, "en").hours(change) == text


def test_hours_on_the_eve_on_the_caller_s_wall_have_its_name():
    """In Tokyo it is Thursday from seven until nine; in Berlin it begins on Wednesday."""
    thursday = (date(2026, 12, 10), date(2026, 12, 10))
    morning = (utc(2026, 12, 9, 22), utc(2026, 12, 10))
    change = coming(utc(2026, 12, 9, 15), utc(2026, 12, 10, 15), morning, days=thursday)

    assert LocalTime(("Asia/Tokyo",), AT, "en").hours(change) == "open 07:00-09:00"
    assert LocalTime(("Europe/Berlin",), AT, "en").hours(change) == (
        "open Wed 9 Dec 2026 23:00-01:00"
    )


def test_hours_of_one_day_in_each_week_have_its_name():
    """From Tuesday on for good, on Mondays alone."""
    monday = (utc(2026, 11, 30, 9), utc(2026, 11, 30, 12))
    change = coming(utc(2026, 11, 24), None, monday)

    assert LocalTime(("Europe/London",), AT, "en").hours(change) == (
        "open Mon 30 Nov 2026 09:00-12:00"
    )


def test_days_are_named_in_the_reader_s_language():
    """With 24 hours in every language."""
    assert LocalTime(("Asia/Dubai",), AT, "ar").moment(utc(2026, 11, 25, 13)).endswith("17:00")
    assert LocalTime(("Asia/Dubai",), AT, "fr").moment(utc(2026, 11, 25, 13)) == "mer. 17:00"


HOUR = timedelta(hours=1)
SETS = [
    ("America/Argentina/Buenos_Aires", "America/Argentina/Salta"),  # apart in 2004 and 2008
    ("America/Santiago", "America/Punta_Arenas"),  # apart since December 2016
    ("Asia/Almaty", "Asia/Qyzylorda"),  # together since March 2024
    ("Europe/Berlin", "Europe/Busingen"),
    ("America/New_York", "America/Detroit", "America/Indiana/Petersburg"),  # together since 2007
    ("America/New_York", "America/Havana"),  # apart for some hours of the year
    ("Europe/London", "Europe/Dublin"),  # another notion of standard time, the same clock
    ("Pacific/Auckland", "Antarctica/McMurdo", "Pacific/Chatham"),
]


def agree_hour_by_hour(zones, at):
    """Whether the clocks of all zones show the same at every hour of the year after *at*."""
    clocks = [[(at + HOUR * n).astimezone(zone_info(zone)).utcoffset() for n in range(370 * 24 + 1)]
              for zone in zones]  # fmt: skip
    return all(clock == clocks[0] for clock in clocks)


@pytest.mark.parametrize("zones", SETS, ids="-".join)
def test_a_clock_counts_as_the_caller_s_where_all_zones_show_it_for_a_year(zones):
    """Against every hour of the year, at instants of 60 years in no order."""
    chance = random.Random(20261125)  # noqa: S311 - examples, no secrets
    instants = [utc(1985, 1, 1) + HOUR * chance.randrange(60 * 8766) for _ in range(12)]

    for at in instants:
        assert LocalTime(zones, at, "en").is_local is agree_hour_by_hour(zones, at)


@pytest.mark.parametrize(
    ("zones", "at", "is_local"),
    [
        # Argentina, 2008-10-19 03:00Z: Buenos Aires put its clocks on, Salta did not (tzdata,
        # file southamerica); they met again on 2009-03-15 at 02:00Z, when it put them back.
        (SETS[0], utc(2008, 10, 19, 3) - timedelta(days=370, seconds=1), True),
        (SETS[0], utc(2008, 10, 19, 3) - timedelta(days=370), False),
        (SETS[0], utc(2009, 3, 15, 1, 59, 59), False),
        (SETS[0], utc(2009, 3, 15, 2), True),
        # Havana puts its clocks on at midnight, New York at two.
        (SETS[5], utc(2026, 3, 8, 5), False),
        (SETS[5], utc(2026, 6, 1), False),  # nothing looks like it in every tenth day
        # The last days that a datetime knows.
        (SETS[3], utc(9998, 12, 31, 23), True),
        (SETS[1], utc(9998, 12, 31, 23), False),
    ],
)
def test_the_second_of_a_change_decides(zones, at, is_local):
    """The year ends with the second that is 370 days away."""
    assert LocalTime(zones, at, "en").is_local is is_local


def test_what_is_known_of_clocks_does_not_grow():
    """A program that asks about all of history keeps a bounded part of it."""
    for year in range(1600, 2600):
        LocalTime(SETS[0], utc(year, 1, 1), "en")

    info = _disagreements.cache_info()
    assert info.currsize <= info.maxsize < 1000


def test_periods_that_are_not_in_the_callers_time_say_so():
    """As other moments do."""
    zones = ("America/New_York", "America/Los_Angeles")
    at, end = utc(2026, 11, 25, 13), utc(2026, 11, 26, 13)

    there = LocalTime(zones, at, "en")
    here = LocalTime(zones[:1], at, "en")

    assert there.period(at, end) == "Wed 13:00 UTC to Thu 13:00 UTC"
    assert there.period(at, None) == "from Wed 13:00 UTC"
    assert here.period(at, end) == "Wed 08:00 to Thu 08:00"
