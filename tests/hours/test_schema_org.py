"""schema.org's specifications, both ways."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings

from supportlines.hours import OpeningHours, Schedule
from supportlines.hours.schema_org import from_schema_org, to_schema_org

ALL_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def specification(days, opens, closes, **more):
    """Return a specification."""
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens,
            "closes": closes, **more}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "specifications"),
    [
        ("Mo-Th 22:00-06:00", [specification(ALL_DAYS[:4], "22:00", "06:00")]),
        ("Sa 00:00-24:00", [specification(["Saturday"], "00:00", "23:59")]),
        ("Sa 18:00-24:00", [specification(["Saturday"], "18:00", "00:00")]),
        ("24/7", [specification([*ALL_DAYS, "PublicHolidays"], "00:00", "23:59")]),
        (
            "Mo 09:00-12:00,13:00-17:00",
            [
                specification(["Monday"], "09:00", "12:00"),
                specification(["Monday"], "13:00", "17:00"),
            ],
        ),
        ("off", []),
    ],
)
def test_weekly_hours_are_written_and_read_back(text, specifications):
    """Weekly hours survive the way there and back."""
    schedule = Schedule.parse(text)

    written = to_schema_org(schedule)

    assert (list(written.specifications), written.special, written.lost) == (specifications, (), ())
    read = from_schema_org(written.specifications)
    assert (read.schedule, read.lost) == (schedule, ())


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 09:00-17:00; 2026 Dec 25 off",
        "Mo-Fr 09:00-17:00; 2026 Dec 24-2027 Jan 2 10:00-12:00",
        "Mo-Fr 09:00-17:00; PH off",
        "Mo-Fr 09:00-17:00; 2026 Dec 21-23 Mo,Tu 10:00-12:00",
    ],
)
def test_special_days_are_written_and_read_back(text):
    """Dated rules that replace whole days are special specifications."""
    schedule = Schedule.parse(text)

    written = to_schema_org(schedule)
    read = from_schema_org(written.specifications, written.special)

    assert (read.schedule, read.lost, written.lost) == (schedule, (), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mo 09:00-17:00 unknown", "schema.org knows none"),
        ('Mo 09:00-17:00 open "ring twice"', 'the comment "ring twice" has no place'),
        ("Mo-Fr 09:00-17:00; Dec 25 off", "comes back every year"),
        ("Mo-Fr 09:00-17:00; Mo[1] off", 'no way to write "Mo[1] off"'),
        ("Mo-Fr 09:00-17:00; 2026 Dec 24 12:00-17:00 off", "changes a part of a day"),
        ("Mo 09:00-17:00; 2026 Dec 25 09:00-40:00", "longer than schema.org allows"),
    ],
)
def test_what_cannot_be_written_is_reported(text, words):
    """Nothing is dropped silently on the way out."""
    lost = to_schema_org(Schedule.parse(text)).lost

    assert len(lost) == 1
    assert words in lost[0]


@pytest.mark.parametrize(
    ("given_specification", "words"),
    [
        ({"dayOfWeek": "Funday", "opens": "09:00", "closes": "17:00"}, '"Funday" is no day'),
        ({"dayOfWeek": "Monday", "opens": "9 am", "closes": "17:00"}, '"9 am" is no time of day'),
        ({"dayOfWeek": "Monday", "opens": "09:00"}, 'without "closes" is left out'),
        ({"dayOfWeek": "Monday", "opens": "09:00", "closes": "09:00"}, "both opens and closes"),
        ({"opens": "09:00", "closes": "17:00", "validFrom": "soon"}, '"soon" is no date'),
        ({"opens": "09:00", "closes": "17:00", "validFrom": "2026-02-30"}, "no day of the calendar"),  # noqa: E501
        ({"opens": "09:00", "closes": "17:00", "validFrom": "2026-02-03", "validThrough": "2026-02-01"}, "before it begins"),  # noqa: E501
        ({"opens": "09:00:30", "closes": "17:00"}, "the seconds"),
        ({"opens": "09:00+01:00", "closes": "17:00"}, "the offset"),
        ({"opens": "09:00", "closes": "17:00", "name": "Desk"}, '"name" is not read'),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_reported(given_specification, words):
    """Nothing is dropped silently on the way in."""
    lost = from_schema_org([given_specification]).lost

    assert any(words in sentence for sentence in lost)


def test_addresses_of_days_are_days():
    """Days may be names or addresses, one or several; without any, all days are meant."""
    read = from_schema_org(
        [
            {"dayOfWeek": "http://schema.org/Monday", "opens": "09:00:00", "closes": "17:00:00"},
            {"dayOfWeek": ["https://schema.org/Saturday"], "opens": "10:00", "closes": "12:00"},
        ]
    )

    assert str(read.schedule) == "Mo 09:00-17:00; Sa 10:00-12:00"
    assert (
        str(from_schema_org([{"opens": "09:00", "closes": "17:00"}]).schedule)
        == "Mo-Su 09:00-17:00"
    )


def test_seasons_are_a_union():
    """Specifications with validity hold on their days, beside those without."""
    read = from_schema_org(
        [
            specification(["Monday"], "09:00", "17:00"),
            specification(["Saturday"], "09:00", "12:00", validFrom="2026-06-01", validThrough="2026-08-31"),  # noqa: E501
        ]
    )  # fmt: skip

    assert str(read.schedule) == "Mo 09:00-17:00, 2026 Jun-Aug Sa 09:00-12:00"


def test_every_weekly_schedule_comes_back_or_is_reported(weekly_rules, write):
    """What is not reported as lost is there again after writing and reading."""
    start = datetime(2026, 11, 23, tzinfo=timezone.utc)

    def week(schedule):
        hours = OpeningHours.of(schedule, "UTC")
        return list(hours.stretches(start, start + timedelta(days=7)))

    @settings(max_examples=200, deadline=None)
    @given(weekly_rules)
    def run(rules):
        schedule = Schedule.parse(write(rules))
        written = to_schema_org(schedule)
        says_hours = schedule.is_always or any(each.state == "open" for each in schedule.rules)
        if says_hours and not written.lost:
            assert week(from_schema_org(written.specifications).schedule) == week(schedule)

    run()


def test_closures_in_the_ordinary_list_are_kept():
    """A season that is closed and public holidays stand there too; they win over the week."""
    friday = {"dayOfWeek": "Friday", "opens": "09:00", "closes": "17:00"}
    season = {
        "opens": "00:00",
        "closes": "00:00",
        "validFrom": "2026-12-23",
        "validThrough": "2026-12-31",
    }
    holidays = {"dayOfWeek": "PublicHolidays", "opens": "00:00", "closes": "00:00"}

    read = from_schema_org([season, holidays, friday])

    assert str(read.schedule) == "Fr 09:00-17:00; 2026 Dec 23-31 off; PH off"
    assert read.lost == ()
