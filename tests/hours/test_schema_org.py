"""schema.org's specifications, both ways."""

from __future__ import annotations

import pickle
from datetime import datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines import SupportlinesError
from supportlines.hours import OpeningHours, Schedule
from supportlines.hours.schema_org import SchemaOrgError, from_schema_org, to_schema_org

from strategies.amount import cases

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
        ("off", [specification([*ALL_DAYS, "PublicHolidays"], "00:00", "00:00")]),
        ("Mo 00:00-12:00", [specification(["Monday"], "00:00", "12:00")]),  # not the whole day
        ("Mo 12:00-23:59", [specification(["Monday"], "12:00", "23:59")]),  # nor this
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
        "Mo-Fr 09:00-17:00; Mo,PH 10:00-12:00",  # holidays and weekdays together
        "Mo-Fr 09:00-17:00; 2026 10:00-12:00; 2028 off",  # whole years
        "2026 Dec 25 10:00-12:00",  # nothing but special days: the week is written as closed
        "2026 Dec 25 off; PH 10:00-12:00",
        "Mo-Fr 09:00-17:00; 2024 Feb 27-Mar 1 off",  # over a leap day
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
        ("Mo 09:00-17:00; 2026 Dec 25 09:00-40:00", "a span of 31 hours is longer"),
        ("Mo 10:00-10:00", "a span of 24 hours is longer"),  # the same time twice is no hours there
        ("Mo 00:00-23:59", "read as the whole day"),  # written so, it comes back as 24:00
        ("Mo 09:00-17:00; 2026 Dec 25 00:00-23:59", "read as the whole day"),
        ('off "strike"', 'the comment "strike" has no place'),
        ("Mo-Fr 09:00-17:00, PH 10:00-12:00", "changes a part of a day"),
        ("PH Mo 09:00-17:00", 'no way to write "PH Mo 09:00-17:00"'),
        ("2026 Dec 25 10:00-12:00; Mo 09:00-17:00", 'no way to write "Mo 09:00-17:00"'),
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
        ({"dayOfWeek": "Monday", "opens": "soon", "closes": "17:00"}, '"soon" is no time of day'),
        ({"dayOfWeek": "Monday", "opens": "09:00"}, 'without "closes"'),
        ({"dayOfWeek": "Monday", "closes": "17:00"}, 'without "opens"'),
        ({"opens": "24:00", "closes": "02:00"}, '"24:00" is no time to open'),
        ({"dayOfWeek": [], "opens": "09:00", "closes": "17:00"}, '"dayOfWeek" is empty'),
        ({"opens": ["09:00", "13:00"], "closes": "17:00"}, '"opens" has several values'),
        ({"opens": "09:00", "closes": "17:00", "validFrom": ["2026-01-01", "2027-01-01"]}, '"validFrom" has several values'),  # noqa: E501
        ({"opens": "09:00", "closes": "17:00", "validFrom": "2026-06-01T08:00"}, "the time of day"),
        ({"@type": "OpeningHoursSpecification"}, "says nothing"),
        ({"@type": ["Thing", "Desk"], "opens": "09:00", "closes": "17:00"}, 'of the type "Thing" is read as'),  # noqa: E501
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

    @settings(max_examples=cases(200), deadline=None)
    @given(weekly_rules)
    def run(rules):
        schedule = Schedule.parse(write(rules))
        written = to_schema_org(schedule)
        says_hours = schedule.is_always or any(each.state == "open" for each in schedule.rules)
        if says_hours and not written.lost:
            assert from_schema_org(written.specifications).schedule == schedule

    run()


WORKDAYS = {"dayOfWeek": ALL_DAYS[:5], "opens": "09:00", "closes": "17:00"}
EVE = {"validFrom": "2026-12-24", "validThrough": "2026-12-24"}
SUMMER = {"validFrom": "2026-06-01", "validThrough": "2026-08-31"}
MORNING = {"opens": "10:00", "closes": "12:00"}
HOLIDAYS = {"dayOfWeek": "PublicHolidays"}


@pytest.mark.parametrize(
    ("found", "text", "told"),
    [
        # Days that are closed among those of hours: the fewer days are the exception.
        ("Mo-Su 09:00-17:00; Su off", "Mo-Sa 09:00-17:00", 0),
        ("Su off; Mo-Su 09:00-17:00", "Mo-Sa 09:00-17:00", 0),
        (["Mo-Su 09:00-17:00", "Su closed"], "Mo-Sa 09:00-17:00", 0),
        ("Mo-Fr 09:00-17:00; We off", "Mo,Tu,Th,Fr 09:00-17:00", 0),
        (["Sa,Su closed", "Mo-Su 09:00-12:00", "Mo-Fr 13:00-17:00"], "Mo-Fr 09:00-12:00,13:00-17:00", 0),  # noqa: E501
        ([specification(["Monday", "Sunday"], "09:00", "17:00"), specification("Sunday", "00:00", "00:00")], "Mo 09:00-17:00", 0),  # noqa: E501
        (["Mo-Su closed", "Mo 09:00-17:00"], "Mo 09:00-17:00", 0),
        (["Mo,Tu 09:00-17:00", "Mo closed", "Tu closed"], "off", 0),
        (["Mo,Tu 09:00-17:00", "Mo closed", "Mo,Tu closed"], "Tu 09:00-17:00 unknown", 1),
        (["Mo,Tu 22:00-06:00", "Mo 22:00-02:00"], "Tu 22:00-06:00, Mo 22:00-30:00 unknown, Mo 22:00-02:00", 1),  # noqa: E501
        (["Sa,Su 22:00-06:00", "Su closed"], "Sa 22:00-06:00", 0),  # Saturday's night is Saturday's
        # The same days open and closed, or days of which neither are the fewer.
        (["Mo 09:00-17:00", "Mo closed"], "Mo 09:00-17:00 unknown", 1),
        (["Mo-We 09:00-17:00", "We-Fr closed"], "Mo,Tu 09:00-17:00; We 09:00-17:00 unknown", 1),
        ([{**EVE, **MORNING}, WORKDAYS, EVE], "Mo-Fr 09:00-17:00, 2026 Dec 24 Mo-Fr 09:00-10:00,12:00-17:00 unknown, 2026 Dec 24 10:00-12:00; 2026 Dec 24 off, 2026 Dec 24 10:00-12:00 unknown", 2),  # noqa: E501
        # Other hours for fewer days: in a text, what stands after ; replaces; in a list it may.
        ("Mo-Fr 09:00-17:00; Fr 09:00-15:00", "Mo-Th 09:00-17:00; Fr 09:00-15:00", 0),
        (["Mo-Fr 09:00-17:00", "Fr 09:00-15:00"], "Mo-Th 09:00-17:00; Fr 09:00-15:00, Fr 15:00-17:00 unknown", 1),  # noqa: E501
        (["Fr 09:00-15:00", "Mo-Fr 09:00-17:00"], "Mo-Th 09:00-17:00; Fr 09:00-15:00, Fr 15:00-17:00 unknown", 1),  # noqa: E501
        (["Mo-Fr 09:00-17:00", "Fr 12:00-20:00"], "Mo-Th 09:00-17:00; Fr 12:00-20:00, Fr 09:00-12:00 unknown", 1),  # noqa: E501
        # Hours that lie apart, or those of the same days, are a union.
        ("Mo-Fr 09:00-12:00; Mo-We 13:00-17:00", "Mo-We 09:00-12:00,13:00-17:00; Th,Fr 09:00-12:00", 0),  # noqa: E501
        (["Mo 09:00-17:00", "Mo 12:00-20:00"], "Mo 09:00-20:00", 0),
        (["Mo-Fr 09:00-17:00", "Fr 08:00-18:00"], "Mo-Th 09:00-17:00; Fr 08:00-18:00", 0),
        # Dates before weekdays: what only the week says is unknown on the dates of others.
        ([WORKDAYS, {**EVE, **MORNING}], "Mo-Fr 09:00-17:00, 2026 Dec 24 Mo-Fr 09:00-10:00,12:00-17:00 unknown, 2026 Dec 24 10:00-12:00", 1),  # noqa: E501
        ([{**SUMMER, **MORNING}, WORKDAYS], "Mo-Fr 09:00-17:00, 2026 Jun-Aug Mo-Fr 09:00-10:00,12:00-17:00 unknown, 2026 Jun-Aug 10:00-12:00", 1),  # noqa: E501
        ([WORKDAYS, {**SUMMER, "dayOfWeek": "Saturday", **MORNING}], "Mo-Fr 09:00-17:00, 2026 Jun-Aug Sa 10:00-12:00", 0),  # noqa: E501
        ([WORKDAYS, {"validFrom": "2026-12-01", "validThrough": "2026-12-31"}, {**EVE, **MORNING}], "Mo-Fr 09:00-17:00; 2026 Dec off, 2026 Dec 24 Mo-Fr 09:00-10:00,12:00-17:00 unknown, 2026 Dec 24 10:00-12:00", 1),  # noqa: E501
        ([{**WORKDAYS, **SUMMER}, {**SUMMER, "validFrom": "2026-08-01", **MORNING}], "24/7 unknown; 2026 Jun-Aug off, 2026 Jun-Aug Mo-Fr 09:00-17:00, 2026 Aug Mo-Fr 09:00-10:00,12:00-17:00 unknown, 2026 Aug 10:00-12:00", 1),  # noqa: E501
        ([WORKDAYS, {**EVE, "opens": "?", "closes": "12:30"}], "Mo-Fr 09:00-17:00, 2026 Dec 24 Mo-Fr 09:00-17:00 unknown, 2026 Dec 24 00:00-24:00 unknown", 2),  # noqa: E501
        # Public holidays: the exception to weeks and seasons; a few dates may be one to them.
        ([WORKDAYS, {**HOLIDAYS, **MORNING}], "Mo-Fr 09:00-17:00, PH Mo-Fr 09:00-10:00,12:00-17:00 unknown, PH 10:00-12:00", 1),  # noqa: E501
        ([{**WORKDAYS, **SUMMER}, HOLIDAYS], "24/7 unknown; 2026 Jun-Aug off, 2026 Jun-Aug Mo-Fr 09:00-17:00; PH off", 0),  # noqa: E501
        ([{**EVE, **MORNING}, HOLIDAYS], "24/7 unknown; 2026 Dec 24 off, 2026 Dec 24 10:00-12:00; PH off, 2026 Dec 24 PH Mo-Su 10:00-12:00 unknown", 1),  # noqa: E501
        ([WORKDAYS, {**HOLIDAYS, **MORNING}, SUMMER], "Mo-Fr 09:00-17:00; 2026 Jun-Aug off, PH Mo-Fr 09:00-10:00,12:00-17:00 unknown, PH 10:00-12:00, 2026 Jun-Aug PH Mo-Su 10:00-12:00 unknown", 2),  # noqa: E501
        (["Mo-Fr,PH 09:00-17:00", "PH off"], "Mo-Fr 09:00-17:00; PH off", 0),
        (["Sa,PH 10:00-12:00", "Mo-Fr 09:00-17:00"], "Sa 10:00-12:00; Mo-Fr 09:00-17:00, PH 10:00-12:00", 0),  # noqa: E501
    ],
)  # fmt: skip
def test_specifications_that_differ(found, text, told):
    """The exception is what is said of fewer days; what may be one is unknown, and told."""
    read = from_schema_org(found)

    def states(schedule):
        hours = OpeningHours.of(schedule, "UTC", holidays=Christmas())
        start = datetime(2026, 6, 1, tzinfo=timezone.utc)
        return [hours.state(start + timedelta(minutes=30 * n)) for n in range(48 * 240)]

    assert states(read.schedule) == states(Schedule.parse(text))
    assert len(read.lost) == told
    if told:
        assert "specifications differ there" in read.lost[-1]


class Christmas:
    """A calendar of one day of every year, and of one workday in summer."""

    def name_on(self, day):
        """Return its name."""
        return "a holiday" if (day.month, day.day) in ((12, 25), (6, 24)) else None


@pytest.mark.parametrize(
    ("start", "end", "closed", "unknown"),
    [
        ("2026-12-24", "2026-12-25", "24-25", ""),
        ("2026-12-24T00:00:00", "2026-12-25T23:59:59", "24-25", ""),
        ("2026-12-24T00:00:00.000Z", "2026-12-24T00:00:00.000Z", "24", ""),  # written as a date
        # One day, however its two ends are written.
        ("2026-12-24T23:59:59", "2026-12-24T23:59:59", "24", ""),
        ("2026-12-24T23:59", "2026-12-24", "24", ""),
        ("2026-12-24", "2026-12-24T00:00:00", "24", ""),
        ("2026-12-24T00:00:00", "2026-12-24T00:00", "24", ""),
        # A midnight at the end may be that before the day or after it.
        ("2026-12-24T00:00:00.000Z", "2026-12-25T00:00:00.000Z", "24", "25"),
        ("2026-12-24", "2026-12-26T00:00", "24-25", "26"),
        ("2026-12-24T00:00:00", "2026-12-25T24:00:00", "24-25", ""),
        # The end of a day is the beginning of the next.
        ("2026-12-23T23:59:59", "2026-12-25T23:59:59", "24-25", ""),
        ("2026-12-23T24:00", "2026-12-25", "24-25", ""),
        ("2026-12-24T18:00", "2026-12-26", "25-26", "24"),  # what of the morning?
        ("2026-12-24", "2026-12-26T12:00+01:00", "24-25", "26"),
        # As JavaScript writes the midnights of Berlin, New York and Kiritimati.
        ("2026-12-24T23:00:00.000Z", "2026-12-27T22:59:59.999Z", "26", "24-25,27-28"),
        ("2026-12-24T05:00:00.000Z", "2026-12-27T04:59:59.999Z", "25", "23-24,26-27"),
        ("2026-12-23T10:00Z", "2026-12-27T09:59Z", "25", "22-24,26-27"),
        ("2026-12-24T23:00Z", "2026-12-25T22:59Z", "", "24-26"),
        ("2026-12-24Tnoon", "2026-12-27", "26-27", "23-25"),
    ],
)
@pytest.mark.parametrize("where", ["ordinary", "special"])
def test_a_date_with_a_time_of_day_may_mean_several_days(where, start, end, closed, unknown):
    """Days that may be meant are unknown; no day is closed because of one that was not meant."""
    closure = {"validFrom": start, "validThrough": end}
    week = {"dayOfWeek": ALL_DAYS, "opens": "09:00", "closes": "17:00"}

    read = from_schema_org(*([[week, closure]] if where == "ordinary" else [[week], [closure]]))

    hours = OpeningHours.of(read.schedule, "UTC")
    days = {"closed": days_of(closed), "unknown": days_of(unknown)}
    for day in range(21, 31):
        expected = next((state for state, those in days.items() if day in those), "open")
        assert hours.state(datetime(2026, 12, day, 11, tzinfo=timezone.utc)) == expected
    assert bool(read.lost) == bool(unknown)


def days_of(text):
    """Return the days of `24-25,27`."""
    ends = [[int(end) for end in each.split("-")] for each in text.split(",") if each]
    return {day for each in ends for day in range(each[0], each[-1] + 1)}


@st.composite
def differing(draw):
    """Specifications of a few weeks that may speak of the same days."""
    found = []
    for _ in range(draw(st.integers(1, 5))):
        each = {"dayOfWeek": draw(st.lists(st.sampled_from(ALL_DAYS), min_size=1, max_size=7))}
        if draw(st.booleans()):
            first = draw(st.integers(1, 20))
            last = draw(st.integers(first, 28))
            each.update(validFrom=f"2026-06-{first:02}", validThrough=f"2026-06-{last:02}")
        if draw(st.integers(0, 3)):
            opens = draw(st.integers(0, 22))
            closes = draw(st.integers(opens + 1, 23))
            each.update(opens=f"{opens:02}:00", closes=f"{closes:02}:00")
        found.append(each)
    return found


@settings(max_examples=cases(200), deadline=None)
@given(differing())
def test_what_is_said_of_specifications_that_differ(found):
    """Law: open or closed is said only if nobody who says it differently may be the exception."""
    hours = OpeningHours.of(from_schema_org(found).schedule, "UTC")

    def span(each):
        return each.get("validFrom", "2026-00-00"), each.get("validThrough", "2099-99-99")

    def is_for(each, at):
        first, last = span(each)
        in_time = first <= at.date().isoformat() <= last
        return in_time and ALL_DAYS[at.weekday()] in each["dayOfWeek"]

    def opens(each, at):
        return each.get("opens", "z") <= f"{at:%H:%M}" < each.get("closes", "")

    def length(each):
        first, last = span(each)
        return int(last.replace("-", "")) - int(first.replace("-", ""))

    def may_replace(each, other):
        days = [set(one["dayOfWeek"]) for one in (each, other)]
        shorter = length(each) < length(other)
        return shorter or (length(each) == length(other) and not days[0] > days[1])

    for hour in range(30 * 24):
        at = datetime(2026, 6, 1, tzinfo=timezone.utc) + timedelta(hours=hour)
        those = [each for each in found if is_for(each, at)]
        saying = [each for each in those if opens(each, at)]
        closing = [each for each in those if "opens" not in each]
        said = hours.state(at)
        if said == "open":
            assert any(not any(may_replace(c, each) for c in closing) for each in saying)
        elif said == "closed":
            assert all(any(may_replace(c, each) for c in closing) for each in saying)
        elif those:
            assert saying


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


WEEK = {"dayOfWeek": ["Monday", "Friday"], "opens": "09:00", "closes": "17:00"}
CHRISTMAS = {"validFrom": "2026-12-25", "validThrough": "2026-12-25"}


@pytest.mark.parametrize(
    ("specifications", "special", "text"),
    [
        # "The place is open if the opens property is specified, and closed otherwise."
        ([WEEK, CHRISTMAS], [], "Mo,Fr 09:00-17:00; 2026 Dec 25 off"),
        ([CHRISTMAS, WEEK], [], "Mo,Fr 09:00-17:00; 2026 Dec 25 off"),  # whatever the order
        ([WEEK], [CHRISTMAS], "Mo,Fr 09:00-17:00; 2026 Dec 25 off"),
        ([WEEK], CHRISTMAS, "Mo,Fr 09:00-17:00; 2026 Dec 25 off"),
        ([WEEK, {"dayOfWeek": "PublicHolidays"}], [], "Mo,Fr 09:00-17:00; PH off"),
        ([WEEK, {"dayOfWeek": "Monday"}], [], "Fr 09:00-17:00"),
        ([{"dayOfWeek": ALL_DAYS}], [], "off"),
        # Where only closed days were read, the others are not said to be closed.
        ([{"dayOfWeek": "Sunday"}], [], "Mo-Sa 00:00-24:00 unknown"),
        ([], [CHRISTMAS], "24/7 unknown; 2026 Dec 25 off"),
        # Of two special specifications for one day the hours hold, whatever their order.
        ([WEEK], [CHRISTMAS, {**CHRISTMAS, "opens": "10:00", "closes": "12:00"}], "Mo,Fr 09:00-17:00; 2026 Dec 25 off, 2026 Dec 25 10:00-12:00"),  # noqa: E501
        ([WEEK], [{**CHRISTMAS, "opens": "10:00", "closes": "12:00"}, CHRISTMAS], "Mo,Fr 09:00-17:00; 2026 Dec 25 10:00-12:00"),  # noqa: E501
        # Nothing is said of the days before the first and after the last on which it is valid.
        ([{**WEEK, "validFrom": "2026-06-01", "validThrough": "2026-08-31"}], [], "24/7 unknown; 2026 Jun-Aug off, 2026 Jun-Aug Mo,Fr 09:00-17:00"),  # noqa: E501
        ([{**WEEK, "validFrom": "2026-01-01"}], [], "24/7 unknown; 2026+ off, 2026+ Mo,Fr 09:00-17:00"),  # noqa: E501
        ([{**WEEK, "validFrom": "2026-01-01"}, {"dayOfWeek": "Sunday"}], [], "Mo-Sa 00:00-24:00 unknown; 2026+ off, 2026+ Mo,Fr 09:00-17:00"),  # noqa: E501
        ([{**WEEK, "validThrough": "2026-02-10"}], [], "24/7 unknown; 0001 Jan 1-2026 Feb 10 off, 0001 Jan 1-2026 Feb 10 Mo,Fr 09:00-17:00"),  # noqa: E501
        # Both dates of a validity are read, each from its own property.
        ([WEEK], {"validFrom": "2026-12-24", "validThrough": "2027-01-02"}, "Mo,Fr 09:00-17:00; 2026 Dec 24-2027 Jan 2 off"),  # noqa: E501
        ([WEEK], {"validFrom": "2026-12-25T00:00:00+02:00", "validThrough": "2026-12-25T23:59:59"}, "Mo,Fr 09:00-17:00; 2026 Dec 25 off"),  # noqa: E501
    ],
)  # fmt: skip
def test_what_has_no_opens_is_closed(specifications, special, text):
    """Days without opening hours are closed days, and what is not spoken of is unknown."""
    assert str(from_schema_org(specifications, special).schedule) == text


UNREAD = {"dayOfWeek": "Tuesday", "opens": "soon", "closes": "17:00"}


@pytest.mark.parametrize(
    ("specifications", "special", "text"),
    [
        ([UNREAD], [], "24/7 unknown"),  # nothing was read
        ([UNREAD, UNREAD], [], "24/7 unknown"),
        ([], [], "24/7 unknown"),
        (None, None, "24/7 unknown"),
        ("by appointment", [], "24/7 unknown"),
        ([{"@type": "OpeningHoursSpecification"}], [], "24/7 unknown"),
        ({"opens": "09:00Z", "closes": "17:00"}, [], "24/7 unknown"),
        ([WEEK, UNREAD], [], "Mo,Fr 09:00-17:00; Tu 00:00-24:00 unknown"),
        ([UNREAD, WEEK], [], "Mo,Fr 09:00-17:00; Tu 00:00-24:00 unknown"),
        ([WEEK, {**WEEK, "opens": "?", "closes": "?"}], [], "Mo,Fr 00:00-09:00,17:00-24:00 unknown, Mo,Fr 09:00-17:00"),  # noqa: E501
        # What opened may stay open over midnight, until noon at most, and what closes in the
        # morning may have opened on the day before.
        ([WEEK, {"dayOfWeek": "Tuesday", "opens": "22:00"}], [], "Mo,Fr 09:00-17:00; Tu 00:00-24:00 unknown; We 00:00-12:00 unknown"),  # noqa: E501
        ([WEEK, {"dayOfWeek": "Tuesday", "opens": "09:00", "closes": "25:30"}], [], "Mo,Fr 09:00-17:00; Tu 00:00-24:00 unknown; We 00:00-09:00 unknown"),  # noqa: E501
        ([WEEK, {"dayOfWeek": "Tuesday", "opens": "?", "closes": "06:00"}], [], "Mo,Fr 09:00-17:00; Tu 00:00-24:00 unknown; We 00:00-06:00 unknown"),  # noqa: E501
        ([WEEK, {"dayOfWeek": "Tuesday", "opens": "?", "closes": "12:00"}], [], "Mo,Fr 09:00-17:00; Tu 00:00-24:00 unknown; We 00:00-12:00 unknown"),  # noqa: E501
        ([WEEK, {"dayOfWeek": "Tuesday", "opens": "09:00", "closes": "09:00"}], [], "Mo,Fr 09:00-17:00; Tu 00:00-24:00 unknown; We 00:00-09:00 unknown"),  # noqa: E501
        # A day that is not read may be any; the hours are known.
        ([WEEK, {"dayOfWeek": ["Tuesday", "Funday"], "opens": "20:00", "closes": "21:00"}], [], "Mo,Fr 09:00-17:00, We-Mo 20:00-21:00 unknown; Tu 20:00-21:00"),  # noqa: E501
        ([WEEK, {"dayOfWeek": "?", "opens": "20:00", "closes": "21:00"}, {"dayOfWeek": "!", "opens": "07:00", "closes": "08:00"}], [], "Mo,Fr 09:00-17:00, Mo-Su 07:00-08:00,20:00-21:00 unknown"),  # noqa: E501
        ([WEEK, UNREAD, {"dayOfWeek": "!", "opens": "07:00", "closes": "08:00"}], [], "Mo,Fr 09:00-17:00, Mo,We-Su 07:00-08:00 unknown; Tu 00:00-24:00 unknown"),  # noqa: E501
        ([WEEK, {"dayOfWeek": [], "opens": "20:00", "closes": "21:00"}], [], "Mo,Fr 09:00-17:00, Mo-Su 20:00-21:00 unknown"),  # noqa: E501
        ([WEEK, "Su by appointment"], [], "Mo,Fr 00:00-09:00,17:00-24:00 unknown, Mo,Fr 09:00-17:00; Tu-Th,Sa,Su 00:00-24:00 unknown"),  # noqa: E501
        # Dates that are not read may be any; the one that is read bounds them.
        ([WEEK, {**UNREAD, "opens": "08:00", "validFrom": "soon"}], [], "Mo,Fr 09:00-17:00; Tu 08:00-17:00 unknown"),  # noqa: E501
        ([WEEK, {**UNREAD, "opens": "08:00", "validFrom": "2026-06-01", "validThrough": "31.8."}], [], "Mo,Fr 09:00-17:00, 2026 Jun 1-9999 Dec 31 Tu 08:00-17:00 unknown"),  # noqa: E501
        ([WEEK, {**UNREAD, "opens": "08:00", "validFrom": "2026-06-02", "validThrough": "2026-06-01"}], [], "Mo,Fr 09:00-17:00; Tu 08:00-17:00 unknown"),  # noqa: E501
        ([WEEK, {**UNREAD, "opens": "08:00", "validFrom": "2026-02-30"}], [], "Mo,Fr 09:00-17:00; Tu 08:00-17:00 unknown"),  # noqa: E501
        ([WEEK, {**UNREAD, "opens": "08:00", "validThrough": ["2026-02-01", "2026-02-02"]}], [], "Mo,Fr 09:00-17:00; Tu 08:00-17:00 unknown"),  # noqa: E501
        # A closure whose end is not read makes its days unknown; one without any day is told.
        ([WEEK, {"validFrom": "2026-12-24", "validThrough": "?"}], [], "Mo,Fr 09:00-17:00, 2026 Dec 24-9999 Dec 31 00:00-24:00 unknown"),  # noqa: E501
        ([WEEK, {"validFrom": "?"}], [], "Mo,Fr 09:00-17:00"),
        ([WEEK, {"dayOfWeek": "Funday"}], [], "Mo,Fr 09:00-17:00"),
        # On special days not even the ordinary hours are known to hold.
        ([WEEK], [{**CHRISTMAS, "opens": "?", "closes": "?"}], "Mo,Fr 09:00-17:00; 2026 Dec 25 00:00-24:00 unknown"),  # noqa: E501
        ([WEEK], [{**CHRISTMAS, "opens": "10:00", "closes": "12:00", "validThrough": "?"}], "Mo,Fr 09:00-17:00; 2026 Dec 25-9999 Dec 31 00:00-24:00 unknown"),  # noqa: E501
        ([WEEK], [{**CHRISTMAS, "opens": "?", "closes": "?"}, {**CHRISTMAS, "opens": "10:00", "closes": "12:00"}], "Mo,Fr 09:00-17:00; 2026 Dec 25 00:00-24:00 unknown, 2026 Dec 25 10:00-12:00"),  # noqa: E501
        ([WEEK], [{"validFrom": "?", "opens": "10:00", "closes": "12:00"}], "Mo-Su 10:00-12:00 unknown; Mo,Fr 09:00-17:00"),  # noqa: E501
        ([WEEK], [{"validFrom": "?"}], "Mo,Fr 09:00-17:00"),
        # A property that is not read may be the hours: days with it are not closed.
        ([WEEK, {"dayOfWeek": "Saturday", "open": "09:00", "close": "12:00"}], [], "Mo,Fr 09:00-17:00; Sa 00:00-24:00 unknown"),  # noqa: E501
        ([WEEK, {"dayOfWeek": "Saturday", "description": "by appointment"}], [], "Mo,Fr 09:00-17:00; Sa 00:00-24:00 unknown"),  # noqa: E501
        ([{"dayOfWeek": "Monday", "Opens": "09:00", "Closes": "17:00"}], [], "24/7 unknown"),
        ([WEEK], [{"validFrom": "2026-12-25", "validThrough": "2026-12-25", "open": "10:00"}], "Mo,Fr 09:00-17:00; 2026 Dec 25 00:00-24:00 unknown"),  # noqa: E501
        # Nor are those of which another specification, of which nothing is read, may say hours.
        ([{"dayOfWeek": "Sunday"}, {"dayOfWeek": "Sunday", "opens": "10", "closes": "16"}], [], "Mo-Su 00:00-24:00 unknown"),  # noqa: E501
        ([{"dayOfWeek": "Sunday"}, {"dayOfWeek": "Sunday", "opens": "10:00", "closes": "16:00", "validFrom": "?"}], [], "Mo-Sa 00:00-24:00 unknown; Su 10:00-16:00 unknown"),  # noqa: E501
        (["Su closed", "Mo-Fr 9-5", "Su 10-4 in December"], [], "Mo-Su 00:00-24:00 unknown"),
        ([{"dayOfWeek": ALL_DAYS}, UNREAD], [], "Tu 00:00-24:00 unknown"),
        ([{**WEEK, "opens": "9"}, {"dayOfWeek": "Sunday"}], [{"dayOfWeek": "Advent Sunday", "opens": "10:00", "closes": "16:00"}], "Mo-Sa 00:00-24:00 unknown; Su 10:00-16:00 unknown"),  # noqa: E501
        # Of special days that overlap those for fewer lie on top, read or not.
        ([WEEK], [{"validFrom": "2026-12-24", "validThrough": "2026-12-25"}, {**CHRISTMAS, "opens": "25:00", "closes": "12:00"}], "Mo,Fr 09:00-17:00; 2026 Dec 24-25 off; 2026 Dec 25 00:00-36:00 unknown"),  # noqa: E501
        ([WEEK], [{**CHRISTMAS, "opens": "25:00", "closes": "12:00"}, {"validFrom": "2026-12-24", "validThrough": "2026-12-25"}], "Mo,Fr 09:00-17:00; 2026 Dec 24-25 off; 2026 Dec 25 00:00-36:00 unknown"),  # noqa: E501
        ([WEEK], [{"validFrom": "2026-12-24", "validThrough": "2026-12-25", "opens": "08:00", "closes": "20:00"}, {"validFrom": "2026-12-25", "validThrough": "2026-12-25", "description": "closed"}], "Mo,Fr 09:00-17:00; 2026 Dec 24-25 08:00-20:00; 2026 Dec 25 00:00-24:00 unknown"),  # noqa: E501
        ([WEEK], [{"validFrom": "2026-12-25", "validThrough": "2026-12-26", "opens": "?", "closes": "?"}, {"validFrom": "2026-12-24", "validThrough": "2026-12-25"}], "Mo,Fr 09:00-17:00; 2026 Dec 24-25 off; 2026 Dec 25-26 00:00-24:00 unknown"),  # noqa: E501
        # A property that sounds of days may say when the hours hold.
        ([WEEK, {"dayofweek": "Sunday", "opens": "10:00", "closes": "12:00"}], [], "Mo-Su 10:00-12:00 unknown, Mo,Fr 09:00-17:00"),  # noqa: E501
        ([WEEK, {"dayOfWeek": "Saturday", "opens": "10:00", "closes": "12:00", "validUntil": "2026-01-31"}], [], "Mo-Su 10:00-12:00 unknown, Mo,Fr 09:00-17:00"),  # noqa: E501
        # One half of the day for two times: the other may be of either.
        ([{**WEEK, "opens": "9am", "closes": "0500"}], [], "24/7 unknown"),
        ([{**WEEK, "opens": "9 \u00a0am", "closes": "5:00"}], [], "24/7 unknown"),
        ("Mo 9:00am-5:00", [], "24/7 unknown"),
        ("Mo 5:00-9:00pm", [], "24/7 unknown"),
        ([{**WEEK, "opens": "09:00am", "closes": "5:00"}], [], "24/7 unknown"),
        ([{**WEEK, "opens": "5:00", "closes": "9 pm"}], [], "24/7 unknown"),
        # Special hours of which no day is said do not hold on all.
        ([WEEK], [{"opens": "10:00", "closes": "12:00"}], "Mo-Su 10:00-12:00 unknown; Mo,Fr 09:00-17:00"),  # noqa: E501
        ([WEEK], [{"opens": "00:00", "closes": "00:00"}], "Mo,Fr 09:00-17:00"),
        ([WEEK], [{"dayOfWeek": ALL_DAYS, "opens": "10:00", "closes": "12:00"}], "Mo-Su 10:00-12:00 unknown; Mo,Fr 09:00-17:00"),  # noqa: E501
        ([WEEK], "24/7", "Mo-Su,PH 00:00-24:00 unknown, Mo,Fr 09:00-17:00"),
        ([], [{"opens": "00:00", "closes": "00:00"}], "24/7 unknown"),
        ([WEEK], "by appointment", "Mo,Fr 00:00-09:00,17:00-24:00 unknown, Mo,Fr 09:00-17:00; Tu-Th,Sa,Su 00:00-24:00 unknown"),  # noqa: E501
    ],
)  # fmt: skip
def test_what_is_not_understood_is_unknown_and_never_closed(specifications, special, text):
    """Days of which a part is not read are unknown; hours of which nothing is, are all unknown."""
    read = from_schema_org(specifications, special)

    # The text is compared as a schedule: there are several ways to print some of them.
    assert read.schedule == Schedule.parse(text)
    assert read.lost


def value(text):
    """Return a value object of JSON-LD."""
    return {"@value": text, "@type": "http://www.w3.org/2001/XMLSchema#time"}


@pytest.mark.parametrize(
    "found",
    [
        {"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"},  # one for a list of one
        ({"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"},),
        [[{"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"}], None],
        {"@list": [{"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"}]},
        {"@set": [{"dayOfWeek": ["Monday"], "opens": ["09:00"], "closes": [value("17:00")]}]},
        {"dayOfWeek": {"@id": "https://schema.org/Monday"}, "opens": value("09:00"), "closes": ["17:00", "17:00"]},  # noqa: E501
        {"dayOfWeek": {"@type": "DayOfWeek", "name": "Monday"}, "opens": "09:00", "closes": "17:00"},  # noqa: E501
        {"dayOfWeek": "https://schema.org/Monday", "opens": "09:00", "closes": "17:00"},
        {"dayOfWeek": "http://schema.org/Monday", "opens": "09:00", "closes": "17:00"},
        {"dayOfWeek": "https://www.schema.org/Monday", "opens": "09:00", "closes": "17:00"},
        {"dayOfWeek": "schema:Monday", "opens": "09:00", "closes": "17:00"},
        {"dayOfWeek": "http://purl.org/goodrelations/v1#Monday", "opens": "09:00", "closes": "17:00"},  # noqa: E501
        {"schema:dayOfWeek": "Monday", "schema:opens": "09:00", "schema:closes": "17:00"},
        {
            "@type": ["http://schema.org/OpeningHoursSpecification"],
            "http://schema.org/dayOfWeek": [{"@id": "http://schema.org/Monday"}],
            "http://schema.org/opens": [{"@value": "09:00:00"}],
            "http://schema.org/closes": [{"@value": "17:00:00"}],
        },  # the expanded form of JSON-LD
        {"@type": "openingHoursSpecification", "@id": "#a", "@context": "https://schema.org", "dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"},  # noqa: E501
        {"dayOfWeek": "Monday", "opens": time(9), "closes": time(17), "validFrom": None},
        {"@type": "Store", "name": "Shop", "openingHoursSpecification": {"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"}},  # noqa: E501
        [{"@type": "ContactPoint", "hoursAvailable": [{"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"}]}],  # noqa: E501
        {"@type": "Store", "https://schema.org/openingHours": "Mo 09:00-17:00"},
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {"openingHours": ["Mo 09:00-17:00"]}]},  # noqa: E501
        {"@graph": [{"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"}]},
        ["Mo 09:00-12:00", {"dayOfWeek": "Monday", "opens": "12:00", "closes": "17:00"}],
        {"openingHours": "Mo 09:00-17:00", "openingHoursSpecification": [], "hoursAvailable": None},
    ],
)  # fmt: skip
def test_the_shapes_of_json_ld_are_read(found):
    """One thing is one thing, in whichever of its shapes a page has it."""
    read = from_schema_org(found)

    assert (str(read.schedule), read.lost) == ("Mo 09:00-17:00", ())


def test_special_hours_of_a_place_are_read_with_it():
    """A place has its special specifications beside the ordinary ones."""
    place = {"openingHours": "Mo-Fr 09:00-17:00", "specialOpeningHoursSpecification": CHRISTMAS}

    assert str(from_schema_org(place).schedule) == "Mo-Fr 09:00-17:00; 2026 Dec 25 off"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([5], "specifications: 5 states no hours of schema.org."),
        ([[WEEK, True]], "specifications[1]: true states no hours of schema.org."),
        ([{}], "specifications: an object states no hours"),
        ([{"@type": "Person"}], 'specifications: an object of the type "Person" states no hours'),
        ([{"day": "Monday", "open": "09:00"}], "specifications: an object states no hours"),
        ([[{"openingHours": "Mo"}, {"openingHours": "Tu"}]], "specifications: a list of 2 things, places among them, states"),  # noqa: E501
        ([{"openingHours": [1.5]}], "openingHours: 1.5 states no hours"),
        ([{"hoursAvailable": {"openingHours": "Mo"}}], "hoursAvailable: an object states no hours"),
        ([[], 7], "special: 7 states no hours"),
        ([[], {"openingHours": "Mo"}], "special: an object states no hours"),
        ([b"Mo"], "specifications: a value of the type bytes states no hours"),
        ([[10**5000]], "specifications: a long number states no hours"),
        ([["Mo 09:00-17:00"] * 10_001], "a list of more than 10000 values states no hours"),
    ],
)  # fmt: skip
def test_what_states_no_hours_is_refused_by_name(arguments, sentence):
    """An error of the library says where, what was found, and what to give."""
    with pytest.raises(SchemaOrgError) as caught:
        from_schema_org(*arguments)

    assert sentence in str(caught.value)
    assert str(caught.value).endswith("or the one place that has them.") or "10000" in sentence
    assert isinstance(caught.value, (ValueError, SupportlinesError))
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("a" * 60, '"' + "a" * 60 + '"'),
        ("a" * 61, '"' + "a" * 59 + '…"'),
        ("\x1b\u202e", '"\\x1b\\u202e"'),  # nothing that a terminal obeys
        (5, "5"),
        (1.5, "1.5"),
        (10**15 - 1, "999999999999999"),
        (10**15, "a long number"),
        (False, "false"),
        ({"a": 1}, "an object"),
        (b"a", "a value of the type bytes"),
    ],
)
def test_what_is_found_is_quoted_shortly(found, shown):
    """Sentences quote what a page has: cut where it is long, and harmless."""
    read = from_schema_org([WEEK, {"dayOfWeek": "Sunday", "opens": found, "closes": "17:00"}])

    assert read.lost == (f"{shown} is no time of day. Write it as 09:00.",)


def test_a_list_that_holds_itself_is_refused():
    """What has no end is not read to the end."""
    endless = []
    endless.append(endless)

    with pytest.raises(SchemaOrgError, match="more than 10000 values"):
        from_schema_org(endless)
    assert from_schema_org(["Mo 09:00-17:00"] * 9_999).lost == ()


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_special_hours_is_of_no_account(turned):
    """The one for fewer days is the exception."""
    days = [
        {"validFrom": "2026-12-20", "validThrough": "2026-12-31"},
        {
            "validFrom": "2026-12-24",
            "validThrough": "2026-12-24",
            "opens": "09:00",
            "closes": "12:00",
        },
    ]

    read = from_schema_org([WEEK], days[::-1] if turned else days)

    assert str(read.schedule) == "Mo,Fr 09:00-17:00; 2026 Dec 20-31 off; 2026 Dec 24 09:00-12:00"
    assert read.lost == ()


def test_holidays_that_one_closes_and_another_may_open_are_unknown():
    """All day: nothing of the second was read but that it is of holidays."""
    read = from_schema_org(
        [WEEK, {"dayOfWeek": "PublicHolidays"}, {"dayOfWeek": "PH", "open": "10"}]
    )
    hours = OpeningHours.of(read.schedule, "UTC", holidays=Christmas())
    christmas = datetime(2026, 12, 25, tzinfo=timezone.utc)

    assert {hours.state(christmas + timedelta(minutes=30 * n)) for n in range(48)} == {"unknown"}
    assert hours.state(christmas + timedelta(days=3, hours=10)) == "open"  # a Monday


def test_a_name_of_a_closed_day_says_nothing_of_its_hours():
    """It is told that it is not read, and the day is closed."""
    read = from_schema_org([WEEK], [{**CHRISTMAS, "name": "Christmas"}])

    assert str(read.schedule) == "Mo,Fr 09:00-17:00; 2026 Dec 25 off"
    assert read.lost == ('"name" is not read.',)


@pytest.mark.parametrize(
    ("opens", "closes", "hours"),
    [
        ("09:00", "17:00", "09:00-17:00"),
        ("9:00", "17:00", "09:00-17:00"),
        ("09:00:00", "17:00:00", "09:00-17:00"),
        ("09:00:00.000", "17:00", "09:00-17:00"),
        ("T09:00", "T17:00:00", "09:00-17:00"),
        ("0900", "1700", "09:00-17:00"),  # ISO 8601, basic format
        ("t0900", "T1700", "09:00-17:00"),
        ("9am", "5pm", "09:00-17:00"),
        ("9 AM", "5:30 PM", "09:00-17:30"),
        ("9:00 a.m.", "5 p.m.", "09:00-17:00"),
        ("12am", "12pm", "00:00-12:00"),
        ("12:30 PM", "12:15 am", "12:30-00:15"),
        (" 09:00 ", "17:00", "09:00-17:00"),
        ("18:00", "24:00", "18:00-24:00"),
        ("18:00", "24:00:00", "18:00-24:00"),
        ("18:00", "00:00", "18:00-24:00"),
        ("18:00", "23:59:59", "18:00-24:00"),  # the last second of a day stands for its end
        ("18:00", "23:59", "18:00-23:59"),
        ("00:00", "24:00", "00:00-24:00"),
        ("00:00", "23:59", "00:00-24:00"),  # how schema.org's readers say all day
        ("00:00", "23:59:59", "00:00-24:00"),
        ("00:01", "23:59", "00:01-23:59"),
        ("22:00", "06:00", "22:00-06:00"),
        ("00:00", "00:00", "off"),  # and how they say closed
        ("00:00", "12am", "off"),
    ],
)
def test_times_are_read_as_pages_write_them(opens, closes, hours):
    """Hours of one or two digits, seconds, halves of the day, and the end of the day."""
    week = {"dayOfWeek": ALL_DAYS, "opens": opens, "closes": closes}

    read = from_schema_org(week)

    assert (read.schedule, read.lost) == (Schedule.parse(hours), ())


@pytest.mark.parametrize(
    "found",
    [
        "25:30",  # an hour after midnight is one of the next day
        "24:01",
        "24:00:01",
        "9",  # in the morning or in the evening
        "9:5",
        "009:00",
        "09:60",
        "09:00:60",
        "13pm",
        "0am",
        "٠٩:٠٠",  # not the digits of the format
        "٠٩٠٠",
        "9.30",
        "09:00Z",  # hours are local times: an offset may be another time there
        "09:00+01:00",
        "09:00:00-0500",
        "9 o'clock",
        "",
        9,
        900,
        9.5,
        True,
        {},
        {"time": "09:00"},
        "09:00\x1b[31m",
    ],
)
def test_what_is_no_time_is_told_and_unknown(found):
    """A time that is not understood is quoted, and makes its day unknown; never is it closed."""
    read = from_schema_org([WEEK, {"dayOfWeek": "Sunday", "opens": found, "closes": "17:00"}])

    assert read.schedule == Schedule.parse("Mo,Fr 09:00-17:00; Su 00:00-24:00 unknown")
    assert len(read.lost) == 1
    assert read.lost[0].isprintable()
    assert from_schema_org([WEEK, {"dayOfWeek": "Sunday", "opens": "23:00", "closes": found}]).lost


@pytest.mark.parametrize(
    ("days", "printed"),
    [
        ("Monday", "Mo"), ("monday", "Mo"), ("MONDAY", "Mo"), ("Mon", "Mo"), ("Mo", "Mo"),
        ("Tues", "Tu"), ("Wed", "We"), ("Thur", "Th"), ("thurs.", "Th"), ("fr", "Fr"),
        ("SAT", "Sa"), ("Sunday ", "Su"), ("Mo-Fr", "Mo-Fr"), ("Monday - Friday", "Mo-Fr"),
        ("Sat to Mon", "Sa-Mo"), ("Monday through Wednesday", "Mo-We"), ("Mo,We", "Mo,We"),
        ("Mo, We & Fr", "Mo,We,Fr"), ("Mo and Tu", "Mo,Tu"), ("Mo–Mi", None), ("Mo-", None),
        ("Monday,", None), ("PublicHolidays", "PH"), ("publicHoliday", "PH"), ("Mo,PH", "Mo,PH"),
        ("Mo-PH", None),
        ("PH-Mo", None), ("M", None), ("Mond", None), ("", None), (1, None), ([["Tu"]], "Tu"),
        (["Mo", {"@value": "Su"}], "Mo,Su"), ("https://example.org/Monday", None),
    ],
)  # fmt: skip
def test_days_are_read_as_pages_write_them(days, printed):
    """English names, full or short, in any case, ranges and lists; nothing else."""
    read = from_schema_org([{"dayOfWeek": days, "opens": "09:00", "closes": "17:00"}])

    if printed is None:
        assert (str(read.schedule), read.schedule.always) == ("24/7 unknown", "unknown")
        assert any("is no day of schema.org" in sentence for sentence in read.lost)
    else:
        assert (read.schedule, read.lost) == (Schedule.parse(f"{printed} 09:00-17:00"), ())


@pytest.mark.parametrize(
    ("found", "hours"),
    [
        ("Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mo,We 9:00-12:00", "Mo,We 09:00-12:00"),
        (["Mo-Fr 09:00-17:00", "Sa 10:00-12:00"], "Mo-Fr 09:00-17:00; Sa 10:00-12:00"),
        (
            "Mo-Fr 10:00-19:00 Sa 10:00-22:00 Su 10:00-21:00",
            "Mo-Fr 10:00-19:00; Sa 10:00-22:00; Su 10:00-21:00",
        ),
        ("Mo-Fr 09:00-12:00,13:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00"),
        ("Mo-Fr 09:00-12:00 13:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00"),
        ("Mo-Fr 09:00-12:00, 12:00-17:00", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 09:00-12:00; Mo-Fr 13:00-17:00", "Mo-Fr 09:00-12:00,13:00-17:00"),  # a union
        ("Mo-Su", "Mo-Su 00:00-24:00"),  # "7 days a week", says schema.org
        ("Mo-Su 00:00-23:59", "Mo-Su 00:00-24:00"),
        ("24/7", "24/7"),
        (" 24/7 ", "24/7"),
        ("09:00-17:00", "Mo-Su 09:00-17:00"),
        ("Monday to Friday: 9am - 5.30pm", None),
        ("Monday to Friday: 9am to 5:30pm", "Mo-Fr 09:00-17:30"),
        ("mon–thu 9 a.m.–5 p.m.", "Mo-Th 09:00-17:00"),
        ("Fr 22:00-06:00", "Fr 22:00-06:00"),
        ("Mo-Sa 09:00-17:00; Su closed", "Mo-Sa 09:00-17:00"),
        ("Mo-Sa 09:00-17:00, Su off", "Mo-Sa 09:00-17:00"),
        ("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00; PH off"),
        ("Mo-Fr,PH 0900-1700", "Mo-Fr,PH 09:00-17:00"),
        ("closed", "off"),
        ("", None),
        (";", None),
        ("Mo 09:00-12:00; 13:00-17:00", None),  # of every day, or of Monday?
        ("09:00-17:00, Sa 10:00-12:00", None),
        ("Mo-Fr 09:00-17:00; closed", None),
        ("Mo; Tu 09:00-17:00", None),  # is Monday open all day?
        ("Mo 09:00-17:00; Tu", None),
        ("Mo-Fr 9-17", None),
        ("Mo 09:00-", None),
        ("Mo 09:00", None),
        ("Mo 09:00+", None),
        ("Mo 09:00,12:00", None),
        ("Mo 09:00-17:00-18:00", None),
        ("Mo 00:00-00:00", None),
        ("Mo 24:00-02:00", None),
        ("Mo 09:00-25:30", None),
        ("Mo 09:00-17:00 or later", None),
        ("Mo sunrise-sunset", None),
        ("Mo,Di 09:00-17:00", None),
        ("Mo 09:00Z-17:00Z", None),
        ("Mo 09:00-17:00; 2026 Dec 25 off", None),
        ("Mo 09:00-17:00; 24/7", None),
        ("Mo 09:00-17:00".ljust(1000), "Mo 09:00-17:00"),
        ("Mo 09:00-17:00".ljust(1001), None),  # nobody publishes hours longer than that
    ],
)
def test_the_simple_text_is_read(found, hours):
    """`openingHours` is days and spans; a text of which a part is not read is not read."""
    read = from_schema_org({"openingHours": found})

    if hours is None:
        assert str(read.schedule) == "24/7 unknown"
        assert "is not understood" in read.lost[0]
        assert len(read.lost[0]) < 200
    else:
        assert (read.schedule, read.lost) == (Schedule.parse(hours), ())


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["Monday", "Mo-Fr", "Mo 09:00-17:00", "09:00", "9am", "25:30", "2026-12-25",
                       "2026-02-30", "PublicHolidays", "https://schema.org/Sunday", "24/7"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["dayOfWeek", "opens", "closes", "validFrom", "validThrough", "@type",
                         "@value", "@list", "@set", "@id", "@graph", "openingHours", "name",
                         "openingHoursSpecification", "hoursAvailable", "schema:opens",
                         "specialOpeningHoursSpecification"])
        | st.text(max_size=3),
        inner,
        max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=cases(300), deadline=None)
@given(JSON, JSON)
def test_any_json_is_read_or_refused(specifications, special):
    """Whatever a page has there, a schedule that prints comes back, or an error of ours."""
    try:
        read = from_schema_org(specifications, special)
    except SchemaOrgError as error:
        assert str(error).isprintable()  # noqa: PT017
    else:
        assert Schedule.parse(str(read.schedule)) == read.schedule
        assert all(sentence.isprintable() for sentence in read.lost)


def test_deep_json_is_read_or_refused():
    """Depth is no trouble, in whichever property it is."""
    deep = "09:00"
    for _ in range(900):
        deep = [{"@value": deep}]

    read = from_schema_org({"dayOfWeek": "Monday", "opens": deep, "closes": "17:00"})

    assert str(read.schedule) == "Mo 09:00-17:00"
    nested = {}
    for _ in range(900):
        nested = {"a": nested}
    assert from_schema_org({"dayOfWeek": nested, "opens": [nested, nested], "closes": nested}).lost
    with pytest.raises(SchemaOrgError):
        from_schema_org(nested)


@st.composite
def whole_and_spoiled(draw):
    """Specifications that are read, and the same with one value that is not."""
    listed = []
    for _ in range(draw(st.integers(1, 3))):
        opens = draw(st.integers(0, 95))
        # Nobody who opened on the day before closes in the afternoon.
        length = draw(st.integers(1, max(95 - opens, 143 - opens if opens > 48 else 0, 1)))
        closes = (opens + length) % 96
        days = draw(st.lists(st.sampled_from(ALL_DAYS), min_size=1, max_size=3))
        written = [f"{quarter // 4:02}:{quarter % 4 * 15:02}" for quarter in (opens, closes)]
        if written[0] != written[1]:
            listed.append(specification(days, *written))
    if listed and draw(st.booleans()):
        listed[0].update(validFrom="2026-11-20", validThrough="2026-11-26")
    listed.append(specification(["Wednesday"], "10:00", "11:00"))
    special = []
    if draw(st.booleans()):
        special.append({"validFrom": "2026-11-19", "validThrough": "2026-11-21"})
        special[0].update(draw(st.sampled_from(SPECIAL)))
    spoiled = [[dict(each) for each in listed], [dict(each) for each in special]]
    one = draw(st.sampled_from([each for part in spoiled for each in part]))
    key = draw(st.sampled_from(sorted(set(one) - {"@type"})))
    one[key] = draw(st.sampled_from(["soon", "", 5, {}, ["a", "b"]]))
    return [listed, special], spoiled


SPECIAL = [
    {},
    {"opens": "00:00", "closes": "00:00"},
    {"opens": "10:00", "closes": "12:00"},
    {"opens": "22:00", "closes": "06:00", "dayOfWeek": "Friday"},
]


@settings(max_examples=cases(150), deadline=None)
@given(whole_and_spoiled())
def test_spoiling_a_value_makes_hours_unknown_and_nothing_else(pair):
    """Law: where a reading of which a part was not understood says anything, it is right."""
    whole, spoiled = (OpeningHours.of(from_schema_org(*each).schedule, "UTC") for each in pair)
    start = datetime(2026, 11, 16, tzinfo=timezone.utc)

    for quarter in range(0, 14 * 96, 2):
        at = start + timedelta(minutes=15 * quarter)
        said = spoiled.state(at)
        assert said in ("unknown", whole.state(at)) or whole.state(at) == "unknown"
