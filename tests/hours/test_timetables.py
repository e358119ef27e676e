"""Exceptions, phases, holidays, comments and tables: what holds on some days only."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta, timezone

import pytest

from supportlines.hours import (
    LocalSpan,
    OpeningHours,
    Override,
    Phase,
    Schedule,
    Timetable,
    WrongDaysError,
    complement,
    instant_to_second,
    intersection,
    union,
    zone_info,
)
from supportlines.hours.days import from_date
from supportlines.hours.rules import DateRange

BERLIN = "Europe/Berlin"
DAILY = Schedule.parse("Mo-Su 09:00-17:00")
NIGHTS = Schedule.parse("Mo-Su 22:00-06:00")
OFF = Schedule.parse("off")
CHRISTMAS = date(2026, 12, 25)


class Feasts:
    """A calendar of fixed days."""

    def __init__(self, **names):
        self.names = {date(2026, int(key[1:3]), int(key[3:])): name for key, name in names.items()}

    def name_on(self, day):
        """Return the name of the holiday on *day*, or None."""
        return self.names.get(day)


def at(text, zone=BERLIN):
    """Return an instant."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone_info(zone))


def hours(*overrides, base=DAILY, **more):
    """Return hours with overrides."""
    return OpeningHours.of(Timetable((Phase(base),), overrides, **more), BERLIN)


def local_intervals(line, first, last):
    """Return the open intervals as local times."""
    zone = zone_info(line.time_zone)
    found = line.intervals(at(first), at(last))
    return [
        f"{a.astimezone(zone):%d %H:%M}-{b.astimezone(zone):%d %H:%M}" for a, b in found
    ]  # fmt: skip


def test_a_closed_day_is_closed():
    """An override that closes leaves the days around it as they were."""
    line = hours(Override(OFF, CHRISTMAS, CHRISTMAS, "Christmas"))

    assert local_intervals(line, "2026-12-24 00:00", "2026-12-27 00:00") == [
        "24 09:00-24 17:00",
        "26 09:00-26 17:00",
    ]
    assert line.comment_at(at("2026-12-25 12:00")) == "Christmas"
    assert line.comment_at(at("2026-12-26 12:00")) is None


def test_a_closed_day_is_closed_from_midnight_to_midnight():
    """The span from the eve ends, that of the day does not begin; the morning after is ordinary."""
    closed = hours(Override(OFF, CHRISTMAS, CHRISTMAS, "Christmas"), base=NIGHTS)
    holiday = OpeningHours.parse(
        "Mo-Su 22:00-06:00; PH off", time_zone=BERLIN, holidays=Feasts(d1225="Christmas")
    )

    for line in (closed, holiday):
        assert local_intervals(line, "2026-12-24 12:00", "2026-12-27 12:00") == [
            "24 22:00-25 00:00",
            "26 00:00-26 06:00",
            "26 22:00-27 06:00",
        ]
    assert closed.comment_at(at("2026-12-25 03:00")) == "Christmas"
    assert closed.comment_at(at("2026-12-26 03:00")) is None


def test_hours_of_some_days_replace_the_others():
    """A week of its own, with a night shift that runs out of it."""
    week = Schedule.parse("Mo-Fr 10:00-12:00; Su 20:00-02:00")
    line = hours(Override(week, date(2026, 12, 21), date(2026, 12, 27)))

    assert local_intervals(line, "2026-12-24 00:00", "2026-12-28 12:00") == [
        "24 10:00-24 12:00",
        "25 10:00-25 12:00",
        "27 20:00-28 02:00",
        "28 09:00-28 12:00",
    ]


def test_a_pause_closes_some_hours_of_a_day():
    """An override that adds leaves the rest of the day open."""
    pause = Override(
        Schedule.parse("12:00-13:00 off"), CHRISTMAS, CHRISTMAS, "a fire drill", adds=True
    )
    line = hours(pause)

    assert local_intervals(line, "2026-12-25 00:00", "2026-12-26 00:00") == [
        "25 09:00-25 12:00",
        "25 13:00-25 17:00",
    ]
    assert line.comment_at(at("2026-12-25 12:30")) == "a fire drill"
    assert line.comment_at(at("2026-12-25 13:30")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:00-20:00; 12:00-13:00 off", ["25 09:00-25 12:00", "25 13:00-25 17:00",
                                          "25 18:00-25 20:00", "26 09:00-26 12:00",
                                          "26 13:00-26 17:00", "26 18:00-26 20:00"]),
        ("Fr 18:00-20:00; Sa off", ["25 09:00-25 17:00", "25 18:00-25 20:00"]),
        ("Sa off", ["25 09:00-25 17:00"]),  # and Friday is left alone
        ("off", []),
    ],
)  # fmt: skip
def test_added_hours_may_open_and_close(text, expected):
    """What an override closes is closed, though on its own it would say nothing."""
    added = Override(Schedule.parse(text), CHRISTMAS, date(2026, 12, 26), adds=True)

    assert local_intervals(hours(added), "2026-12-25 00:00", "2026-12-27 00:00") == expected


def test_overrides_that_close_different_hours_are_different():
    """Two schedules may be equal and still differ as what is painted over others."""
    some, others = Schedule.parse("18:00-20:00; 12:00-13:00 off"), Schedule.parse("18:00-20:00")

    def override(schedule, *, adds):
        return Override(schedule, CHRISTMAS, CHRISTMAS, adds=adds)

    assert some == others
    assert override(some, adds=False) == override(others, adds=False)
    assert override(some, adds=True) != override(others, adds=True)
    assert pickle.loads(pickle.dumps(hours(override(some, adds=True)))) == hours(  # noqa: S301
        override(some, adds=True)
    )


@pytest.mark.parametrize("turned", [False, True])
def test_the_higher_priority_is_on_top(turned):
    """Of two overrides for a day the one with the higher priority holds, whatever their order."""
    short = Override(Schedule.parse("10:00-12:00"), CHRISTMAS, CHRISTMAS, priority=2)
    closed = Override(OFF, date(2026, 12, 24), date(2026, 12, 26), priority=1)

    line = hours(*((short, closed) if turned else (closed, short)))

    assert local_intervals(line, "2026-12-24 00:00", "2026-12-27 00:00") == ["25 10:00-25 12:00"]


def test_hours_change_on_a_date():
    """Phases follow each other; the night shift that began in the old one ends as it should."""
    line = OpeningHours.of(
        Timetable(
            (
                Phase(NIGHTS, valid_until=date(2026, 2, 28)),
                Phase(DAILY, valid_from=date(2026, 3, 1)),
            )
        ),
        BERLIN,
    )

    assert local_intervals(line, "2026-02-28 12:00", "2026-03-02 00:00") == [
        "28 22:00-01 06:00",
        "01 09:00-01 17:00",
    ]


def test_what_nobody_speaks_for_is_unknown():
    """Before, between and after the phases, and after the last known day, nothing is known."""
    line = OpeningHours.of(
        Timetable(
            (
                Phase(DAILY, date(2026, 1, 1), date(2026, 1, 31)),
                Phase(DAILY, date(2026, 3, 1)),
            ),
            known_until=date(2026, 12, 31),
        ),
        BERLIN,
    )

    assert line.state(at("2025-12-31 23:59")) == "unknown"
    assert line.state(at("2026-01-31 12:00")) == "open"
    assert line.state(at("2026-02-10 12:00")) == "unknown"
    assert line.state(at("2026-03-01 12:00")) == "open"
    assert line.state(at("2027-01-01 00:00")) == "unknown"
    assert line.next_change(at("2026-02-10 12:00")) == at("2026-03-01 00:00")
    assert line.next_change(at("2026-12-31 18:00")) == at("2027-01-01 00:00")
    assert line.next_change(at("2027-01-01 00:00")) is None


def test_public_holidays_are_named():
    """Holidays count if somebody knows them, and the hours name the one that decides."""
    feasts = Feasts(d1225="Christmas Day", d1226="Boxing Day")
    text = "Mo-Fr 09:00-17:00; PH off; Dec 26 10:00-12:00"

    line = OpeningHours.parse(text, time_zone=BERLIN, holidays=feasts)

    assert line.holidays_considered
    assert local_intervals(line, "2026-12-24 00:00", "2026-12-28 00:00") == [
        "24 09:00-24 17:00",
        "26 10:00-26 12:00",
    ]
    assert line.holiday_at(at("2026-12-25 12:00")) == "Christmas Day"
    assert line.holiday_at(at("2026-12-26 11:00")) is None  # a rule for the date decides
    assert line.holiday_at(at("2026-12-24 12:00")) is None


@pytest.mark.parametrize(
    ("text", "time", "expected"),
    [
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "2026-12-25 09:30", "Christmas Day"),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "2026-12-25 11:00", "Christmas Day"),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "2026-12-25 15:00", "Christmas Day"),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "2026-12-25 08:00", None),  # as on any day
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "2026-12-25 18:00", None),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "2026-12-24 18:00", None),
        ("Mo-Fr 09:00-17:00; PH,Sa 10:00-12:00", "2026-12-25 15:00", "Christmas Day"),
        ("Mo-Fr 09:00-17:00; PH,Fr 10:00-12:00", "2026-12-25 15:00", None),  # as on any Friday
        ("Mo-Fr 09:00-12:00, PH 14:00-15:00", "2026-12-25 13:00", None),  # it adds an hour
        # A rule for the date replaces what the holiday says.
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00; Dec 25 10:00-11:00", "2026-12-25 15:00", None),
    ],
)
def test_a_holiday_with_other_hours_is_why_it_is_closed_outside_of_them(text, time, expected):
    """What the other rules say of the day is replaced, and where they open that closes it."""
    line = OpeningHours.parse(text, time_zone=BERLIN, holidays=Feasts(d1225="Christmas Day"))

    assert line.holiday_at(at(time)) == expected


def test_a_reason_that_begins_within_a_closed_stretch_is_found_there():
    """From midnight until ten the line is closed, and from nine on because of the holiday."""
    text = "Mo-Fr 09:00-17:00; PH 10:00-12:00"
    line = OpeningHours.parse(text, time_zone=BERLIN, holidays=Feasts(d1225="Christmas Day"))

    why = line.why_at(instant_to_second(at("2026-12-25 03:00")))

    assert why.holiday is None
    assert why.holds_until == instant_to_second(at("2026-12-25 09:00"))


def test_a_change_after_a_holiday_far_away_is_found():
    """Hours of holidays alone change on the next holiday, however far it is."""
    line = OpeningHours.parse(
        "PH 10:00-12:00", time_zone=BERLIN, holidays=Feasts(d0101="New Year", d1225="Christmas")
    )

    assert line.next_change(at("2026-01-02 00:00")) == at("2026-12-25 10:00")
    assert line.next_change(at("2026-12-25 12:00")) is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Mo-Su 09:00-17:00; PH off", "open"),
        ("PH 09:00-17:00", "closed"),
        ("Mo,PH 09:00-17:00", "closed"),
        ("PH Fr 09:00-17:00", "closed"),
    ],
)
def test_without_a_calendar_no_day_is_a_holiday(text, state):
    """Where nobody knows the holidays the day is an ordinary one, and that can be seen."""
    line = OpeningHours.parse(text, time_zone=BERLIN)

    assert line.state(at("2026-12-25 12:00")) == state
    assert not line.holidays_considered
    assert OpeningHours.parse("24/7", time_zone=BERLIN).holidays_considered


def test_a_week_is_a_table():
    """Rows are days; a night shift belongs to the day on which it starts."""
    line = OpeningHours.parse(
        'Mo-Fr 09:00-12:00,22:00-06:00, Sa 10:00-14:00 unknown "by letter"; PH off',
        time_zone=BERLIN,
        holidays=Feasts(d1225="Christmas Day"),
    )

    week = line.week(date(2026, 12, 21))

    assert [row.day.day for row in week] == [21, 22, 23, 24, 25, 26, 27]
    assert [row.weekday for row in week] == list(range(7))
    assert week[0].spans == (LocalSpan(540, 720, "open"), LocalSpan(1320, 1800, "open"))
    assert week[3].spans == (LocalSpan(540, 720, "open"), LocalSpan(1320, 1440, "open"))
    assert (week[4].spans, week[4].holiday) == ((), "Christmas Day")
    # Friday was replaced, but what the night rule of Friday has on Saturday stays (as in OSM).
    assert week[5].spans[-1] == LocalSpan(600, 840, "unknown", "by letter")
    assert week[6].spans == ()


def test_a_line_says_what_the_day_in_its_zone_says():
    """A date is that of the line's zone, not of UTC."""
    line = OpeningHours.parse("2026 Dec 25 off, 2026 Dec 26 00:00-24:00", time_zone="Pacific/Apia")

    assert line.next_change(at("2026-12-01 00:00")) == datetime(
        2026, 12, 25, 11, tzinfo=timezone.utc
    )


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("2126 Dec 25 10:00-12:00", "2026-01-01 00:00", "2126-12-25 10:00"),
        ("9998 Dec 25 10:00-12:00", "2026-01-01 00:00", "9998-12-25 10:00"),
        ("Mo-Fr 09:00-17:00; 2026-2125 off", "2026-01-01 00:00", "2126-01-01 09:00"),
        ("Feb 29 Mo 10:00-12:00", "2026-01-01 00:00", "2044-02-29 10:00"),
        ("24/7; 2500 Jan 1 off", "2026-01-01 00:00", "2500-01-01 00:00"),
        ("Mo-Fr 09:00-17:00; 2026+ off", "2026-01-01 00:00", None),
        ("2020 Dec 25 10:00-12:00", "2026-01-01 00:00", None),
        ("Mo[1] 09:00-12:00; Mo-Su off", "2026-01-01 00:00", None),
        ("Jan 1 Mo[2] 10:00-12:00", "2026-01-01 00:00", None),
    ],
)
def test_a_far_change_is_found_without_walking_there(text, start, expected):
    """Dates are asked for their next day: few blocks are worked out, however far it is."""
    line = OpeningHours.parse(text, time_zone="UTC")

    change = line.next_change(at(start, "UTC"))

    assert change == (None if expected is None else at(expected, "UTC"))
    assert len(line._blocks) < 60  # noqa: SLF001 - work is counted, not timed


@pytest.mark.parametrize(
    ("before", "since"), [("24/7", "off"), ("off", "24/7"), ("24/7 unknown", "off")]
)
@pytest.mark.parametrize("asked", ["2014-08-01", "2014-10-01", "2014-11-01"])
def test_a_change_where_a_block_begins_is_found(before, since, asked):
    """675 times 2**21 seconds after 1970 it was midnight in Greenwich."""
    day = date(2014, 11, 10)
    old = Phase(Schedule.parse(before), None, day - timedelta(days=1))
    hours = Timetable((old, Phase(Schedule.parse(since), day)))
    line = OpeningHours.of(hours, time_zone="UTC")
    start, change, end = (at(f"{text} 00:00", "UTC") for text in (asked, day, "2034-08-01"))

    assert line.next_change(start) == change
    assert [one[:2] for one in line.stretches(start, end)] == [(start, change), (change, end)]


def test_what_ends_unseen_does_not_hide_a_far_change():
    """An override ends on each day of two months, over hours that go on in the same way."""
    hours = Timetable.of(Schedule.parse("off; 2014-2040 00:00-24:00"))
    asked, expected = at("2014-08-01 00:00", "UTC"), at("2041-01-01 00:00", "UTC")

    for number in range(60):
        last = date(2014, 10, 1) + timedelta(days=number)
        over = Override(Schedule.parse("Mo-Su 00:00-24:00"), date(2014, 1, 1), last)
        line = OpeningHours.of(Timetable(hours.phases, (over,)), "UTC")
        assert line.next_change(asked) == expected, last


def test_work_grows_with_the_text_and_not_faster():
    """Ten times the rules are about ten times the work: calls are counted, not seconds."""
    import sys  # noqa: PLC0415

    def work(count):
        text = "; ".join(f"{2000 + n} Dec 25 10:00-12:00" for n in range(count))
        calls = 0

        def count_call(_frame, event, _argument):
            nonlocal calls
            calls += event in ("call", "c_call")

        sys.setprofile(count_call)
        try:
            line = OpeningHours.of(Schedule.parse(text), "UTC")
            line.state(datetime(2026, 12, 25, 11, tzinfo=timezone.utc))
            str(line.schedule)
        finally:
            sys.setprofile(None)
        return calls

    work(10)
    small, large = work(40), work(400)

    assert large < 15 * small


def test_a_question_costs_one_block():
    """The state of an instant needs one block, the next change at most two here."""
    line = OpeningHours.parse("Mo-Fr 09:00-17:00; PH off", time_zone=BERLIN)

    line.state(at("2026-12-25 12:00"))
    assert len(line._blocks) == 1  # noqa: SLF001
    line.next_change(at("2026-12-25 12:00"))
    assert len(line._blocks) <= 2  # noqa: SLF001
    line.open_time(at("2026-12-01 00:00"), at("2026-12-25 00:00") + timedelta(days=1))
    assert len(line._blocks) <= 4  # noqa: SLF001


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (
            lambda: Override(Schedule.parse("off"), date(2026, 12, 28), date(2026, 12, 24)),
            "the override ends on 2026-12-24, before it begins on 2026-12-28.",
        ),
        (
            lambda: Phase(Schedule.parse("24/7"), date(2027, 1, 1), date(2026, 12, 31)),
            "the phase ends on 2026-12-31, before it begins on 2027-01-01.",
        ),
        (lambda: Timetable(phases=()), "the timetable has no phase."),
    ],
)
def test_days_that_cannot_be_are_refused(make, sentence):
    """Where they are written, not when they are asked."""
    with pytest.raises(WrongDaysError) as caught:
        make()

    assert sentence in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_gaps_are_days_of_no_phase():
    """Phases that follow one another on the next day leave none between them."""
    first, second = date(2026, 3, 1), date(2026, 6, 30)
    timetable = Timetable(
        (
            Phase(DAILY, first, date(2026, 3, 31)),
            Phase(NIGHTS, date(2026, 4, 1), date(2026, 5, 31)),
            Phase(DAILY, date(2026, 6, 2), second),
        )
    )

    inner = [(gap.first, gap.last) for gap in timetable.gaps()[1:-1]]

    unspoken = from_date(date(2026, 6, 1))
    assert inner == [(unspoken, unspoken)]
    assert timetable.gaps()[0].last == from_date(first) - 1
    assert timetable.gaps()[-1].first == from_date(second) + 1
    assert Timetable((Phase(DAILY),)).gaps() == ()


def test_open_time_of_centuries_is_counted():
    """3,000 weeks of 40 hours are 3,000 weeks, forwards and backwards."""
    line = OpeningHours.parse("Mo-Fr 09:00-17:00; 1999 off", time_zone="UTC")
    monday = datetime(2026, 11, 23, 9, tzinfo=timezone.utc)
    friday = datetime(1998, 1, 2, 17, tzinfo=timezone.utc)
    weeks = timedelta(weeks=6_000)

    assert line.add_open_time(monday, timedelta(hours=40) * 6_000) == monday + weeks - timedelta(
        days=2, hours=16
    )
    assert line.add_open_time(friday, -timedelta(hours=40) * 6_000) == friday - weeks + timedelta(
        days=2, hours=16
    )


def test_a_comment_is_that_of_its_span_alone():
    """From its first minute to its last; between two of them there is none."""
    line = OpeningHours.parse(
        'Mo-Fr 09:00-12:00 open "a", Mo-Fr 14:00-17:00 open "b"', time_zone="UTC"
    )

    def told(clock):
        return line.comment_at(datetime.fromisoformat(f"2026-11-24T{clock}+00:00"))

    clocks = ["08:59:59", "09:00", "11:59:59", "12:00", "13:59:59", "14:00", "16:59:59", "17:00"]
    assert [told(clock) for clock in clocks] == [None, "a", "a", None, None, "b", "b", None]


def test_open_time_that_is_long_over_is_found_again():
    """However many years lie between: back from 2500 to the one year of the hours."""
    line = OpeningHours.parse("2026 Mo-Fr 09:00-17:00", time_zone=BERLIN)

    # 31 December 2026 is a Thursday.
    assert line.add_open_time(at("2500-01-01 12:00"), -timedelta(hours=1)) == at("2026-12-31 16:00")
    assert line.add_open_time(at("1900-01-01 12:00"), timedelta(hours=1)) == at("2026-01-01 10:00")


def test_combinations_of_the_same_hours_differ_by_how_they_combine():
    """A union is no intersection, whatever they are of."""
    one = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone=BERLIN)
    other = OpeningHours.parse("We-Su 12:00-20:00", time_zone="Asia/Tokyo")

    assert union(one, other) == union(one, other)
    assert union(one, other) != intersection(one, other)
    assert union(one, other) != union(one, other.in_zone("Asia/Dubai"))


def test_two_evenings_and_mornings_that_do_not_touch_are_no_night():
    """Only what goes on over midnight is one span of a week."""
    line = OpeningHours.parse(
        "Mo 20:00-22:00; Tu 00:00-02:00; We 22:00-24:00; Th 01:00-03:00", time_zone="UTC"
    )

    week = [[(one.start, one.end) for one in day.spans] for day in line.week(date(2026, 11, 23))]

    assert week[:4] == [[(1200, 1320)], [(0, 120)], [(1320, 1440)], [(60, 180)]]


def test_hours_are_equal_to_hours_alone():
    """Whatever else is asked gets an answer, and it is no."""
    line = OpeningHours.parse("24/7", time_zone="UTC")

    assert (line == "24/7") is False
    assert (line != 5) is True


def test_the_last_weekday_of_february_is_that_of_its_year():
    """2028 has a 29 February, a Tuesday; in 2027 the last Sunday is the 28th."""
    line = OpeningHours.parse("Feb Tu[-1] 10:00-12:00; Feb Su[-1] 10:00-12:00", time_zone="UTC")
    days = [
        date(2027, 2, 21),
        date(2027, 2, 28),
        date(2028, 2, 22),
        date(2028, 2, 27),
        date(2028, 2, 29),
    ]

    opened = [day for day in days if line.is_open(at(f"{day} 11:00", "UTC"))]

    assert opened == [date(2027, 2, 28), date(2028, 2, 27), date(2028, 2, 29)]


def test_a_period_that_is_over_has_no_next_day():
    """Nor a day before its first."""
    period = DateRange(10, 12)

    assert [period.next_day(day) for day in (9, 10, 12, 13)] == [10, 10, 12, None]
    assert [period.next_other_day(day) for day in (9, 10, 12, 13)] == [9, 13, 13, 13]


def test_a_rule_without_holidays_is_what_is_left_of_it():
    """Where nobody knows them: all, the weekdays, or nothing."""
    plain, also, alone = Schedule.parse("Mo-Fr 09:00-17:00; Sa,PH 10:00-12:00; PH off").rules

    assert plain.without_holidays() == plain
    assert also.without_holidays() == Schedule.parse("Mo-Fr 09:00-17:00; Sa 10:00-12:00").rules[-1]
    assert alone.without_holidays() is None


def test_a_phase_of_one_day_leaves_gaps_around_it():
    """On the days between nobody says anything."""
    line = OpeningHours.of(
        Timetable(
            (
                Phase(DAILY, date(2026, 1, 1), date(2026, 1, 10)),
                Phase(DAILY, date(2026, 1, 20), date(2026, 1, 20)),
            )
        ),
        "UTC",
    )

    states = [line.state(at(f"2026-01-{day} 03:00", "UTC")) for day in (10, 15, 20, 21)]

    assert states == ["closed", "unknown", "closed", "unknown"]


def test_a_closure_in_a_gap_is_found_however_far():
    """Where nobody says anything else, "off" over it is a change."""
    closure = Schedule.parse("2040 Dec 25 00:00-24:00 off")
    over = Override(closure, date(2020, 1, 1), date(2050, 12, 31), adds=True)
    line = OpeningHours.of(Timetable((Phase(OFF, None, date(2026, 12, 31)),), (over,)), "UTC")

    assert line.next_change(at("2027-01-01 00:00", "UTC")) == at("2040-12-25 00:00", "UTC")


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo"])
def test_a_far_change_of_one_line_is_one_of_all(zone):
    """The other line never changes again, and hides nothing."""
    far = OpeningHours.parse("off; 2014-2040 00:00-24:00", time_zone="UTC")
    over = OpeningHours.parse("2020 Dec 25 10:00-12:00", time_zone=zone)
    asked, expected = at("2026-01-01 00:00", "UTC"), at("2041-01-01 00:00", "UTC")

    assert union(far, over).next_change(asked) == expected
    assert union(over, far).next_change(asked) == expected
    assert intersection(far, complement(over)).next_change(asked) == expected
