"""The one rule for days: validity, exceptions and gaps cut at midnight and nothing else moves."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date, datetime, timedelta, timezone
from itertools import takewhile
from pathlib import Path

import pytest

from supportlines.hours import (
    OpeningHours,
    Override,
    Phase,
    Schedule,
    Timetable,
    Windowed,
    complement,
    union,
)
from supportlines.hours.line import state_line
from supportlines.hours.line.algebra import Combined, agreed

from strategies.amount import at_least, cases

ONE_DAY = timedelta(days=1)

BEFORE, DAY, AFTER = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)  # Wednesday to Friday


def laws():
    """Return the module that tries the rule on random timetables, any number of them."""
    path = Path(__file__).parent.parent / "benchmarks" / "day_laws.py"
    spec = importlib.util.spec_from_file_location("day_laws", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["day_laws"] = module  # the worker processes find it by its name
    spec.loader.exec_module(module)
    return module


def at(day, clock):
    """Return an instant in UTC."""
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone.utc)


def table(text, *overrides, **validity):
    """Return hours in UTC with overrides."""
    phase = Phase(Schedule.parse(text), **validity)
    return OpeningHours.of(Timetable((phase,), overrides), "UTC")


def override(text, first=DAY, last=None, **more):
    """Return other hours on a day or on several."""
    return Override(Schedule.parse(text), first, last or first, **more)


def test_the_rule_for_days_holds_on_random_days():
    """Every minute is the oracle's, and a layer changes no day but its own."""
    tried = laws().run(cases(4_000), seed=2026)

    assert tried.broken == []
    assert tried.tried["minutes are those of the oracle"] >= at_least(4_000)
    assert min(tried.tried.values()) > at_least(2_000)


@pytest.mark.parametrize(
    "change",
    [
        lambda module: setattr(module, "topmost", lambda *_: -1),  # exceptions that replace nothing
        lambda module: setattr(module, "UNKNOWN", module.CLOSED),  # gaps that are closed
    ],
)
def test_a_broken_rule_is_noticed(change):
    """An oracle that means something else is not what is built."""
    module = laws()
    change(module)

    assert module.run(2_000, seed=1).broken


MORNING_AND_EVENING = "00:00-08:00,20:00-24:00"
NIGHT = "20:00-08:00"


@pytest.mark.parametrize(
    ("text", "exception", "day", "clock", "state"),
    [
        # an exception holds for its day and leaves the next morning alone
        (MORNING_AND_EVENING, "24/7", AFTER, "03:00", "open"),
        (MORNING_AND_EVENING, "off", AFTER, "03:00", "open"),
        (NIGHT, "off", AFTER, "03:00", "open"),  # as PH off does
        (NIGHT, "24/7", AFTER, "03:00", "open"),
        # its own day is its own from midnight on, whatever reaches in from the eve
        (MORNING_AND_EVENING, "off", DAY, "03:00", "closed"),
        (NIGHT, "off", DAY, "03:00", "closed"),
        (NIGHT, "10:00-12:00", DAY, "03:00", "closed"),
        (NIGHT, "10:00-12:00", DAY, "23:00", "closed"),
        # what it starts itself runs on, over the next day's own hours too
        ("09:00-17:00", "22:00-03:00", AFTER, "02:59", "open"),
        ("09:00-17:00", "22:00-03:00", AFTER, "03:00", "closed"),
        ("09:00-17:00", "22:00-10:00 unknown", AFTER, "09:30", "unknown"),
        ("09:00-17:00", "22:00-10:00 unknown", AFTER, "10:00", "open"),
        # the evening before keeps its hours until midnight
        (NIGHT, "off", BEFORE, "23:59", "open"),
    ],
)
def test_an_exception_holds_from_midnight_to_midnight(text, exception, day, clock, state):
    """On the wall calendar of the hours, and nothing else moves."""
    line = table(text, override(exception))

    assert line.state(at(day, clock)) == state


@pytest.mark.parametrize(
    ("text", "day", "clock", "state"),
    [
        # 1 March is the first day, a morning of its own is stated, one left over is not
        ("00:00-06:00,21:00-24:00", date(2026, 3, 1), "03:00", "open"),
        ("21:00-06:00", date(2026, 3, 1), "03:00", "closed"),
        ("00:00-06:00,21:00-24:00", date(2026, 2, 28), "23:00", "unknown"),
        # 31 March is the last day: the night that began on it ends, 1 April has no hours
        ("00:00-06:00,21:00-24:00", date(2026, 4, 1), "03:00", "unknown"),
        ("21:00-06:00", date(2026, 4, 1), "03:00", "open"),
        ("21:00-06:00", date(2026, 4, 1), "06:00", "unknown"),
        ("00:00-06:00,21:00-24:00", date(2026, 3, 31), "23:59", "open"),
        # the same time stated twice is said by both days
        ("00:00-06:00,21:00-06:00", date(2026, 3, 1), "03:00", "open"),
        ("00:00-06:00,21:00-06:00", date(2026, 4, 1), "03:00", "open"),
        # what a later rule replaces in the small hours was never left over
        ("Mo-Su 21:00-06:00; Mo-Su 21:00-02:00", date(2026, 4, 1), "03:00", "unknown"),
    ],
)
def test_validity_cuts_at_midnight(text, day, clock, state):
    """Mornings that hours state by themselves and mornings left over are told apart."""
    line = table(text, valid_from=date(2026, 3, 1), valid_until=date(2026, 3, 31))

    assert line.state(at(day, clock)) == state


def test_of_many_exceptions_the_later_ones_are_on_top():
    """Their number is their rank, not the order in which a set happens to hold it."""
    far = [override("off", date(2027, 1, day)) for day in range(1, 7)]
    line = table(
        "off",
        override("22:00-04:00", BEFORE, adds=True),
        *far,
        override("00:00-02:00 off", DAY, adds=True),
    )

    assert line.state(at(DAY, "01:59")) == "closed"
    assert line.state(at(DAY, "02:00")) == "open"


def test_what_an_exception_starts_ends_where_the_next_one_begins():
    """The day of an exception is its own, also against the exception of the eve."""
    line = table(
        "09:00-17:00",
        override("22:00-10:00", priority=5, reason="inventory"),
        override("off", AFTER, reason="holiday"),
    )

    assert line.state(at(DAY, "23:59")) == "open"
    assert line.state(at(AFTER, "00:00")) == "closed"
    assert line.comment_at(at(AFTER, "00:30")) == "holiday"


@pytest.mark.parametrize("rank", [0, 5])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("text", "state"),
    [("02:00-04:00 off", "closed"), ("00:00-24:00 off", "closed"), ("24/7 unknown", "unknown")],
)
def test_what_is_added_to_a_day_holds_over_the_exception_of_the_eve(text, state, turned, rank):
    """In whatever order they are written, and whatever their rank: they share no day."""
    over = [
        override(text, AFTER, adds=True, reason="drill"),
        override("22:00-06:00", priority=rank, reason="long night"),
    ]
    line = table("09:00-17:00", *(over[::-1] if turned else over))

    assert line.state(at(DAY, "23:00")) == "open"
    assert line.state(at(AFTER, "03:00")) == state
    assert line.comment_at(at(AFTER, "03:00")) == "drill"


def test_every_closed_hour_of_an_exception_says_why():
    """From midnight to midnight, the hours that would be open and the others; not a minute more."""
    line = table(NIGHT, override("off", reason="strike"))

    told = [
        line.comment_at(at(BEFORE, "00:00") + timedelta(minutes=30 * half)) for half in range(144)
    ]

    assert told == [None] * 48 + ["strike"] * 48 + [None] * 48


def test_hours_move_to_another_timetable():
    """Days that another timetable speaks for are closed here, all others unknown."""
    line = OpeningHours.of(
        Timetable(
            (Phase(Schedule.parse(NIGHT), valid_until=DAY),),
            elsewhere=((AFTER, date(2026, 5, 31)),),
        ),
        "UTC",
    )

    assert line.state(at(AFTER, "07:59")) == "open"  # the last night ends as it began
    assert line.state(at(AFTER, "08:00")) == "closed"
    assert line.state(at(date(2026, 6, 1), "00:00")) == "unknown"


@pytest.mark.parametrize("text", ["24/7", "Mo-Fr 09:00-17:00", NIGHT])
def test_the_ends_of_the_calendar_are_no_ends(text):
    """Who writes 9999-12-31 means that no end is known, and 0001-01-01 that it always was."""
    written = Phase(Schedule.parse(text), date.min, date.max)

    assert written == Phase(Schedule.parse(text))
    assert Timetable((written,), known_until=date.max) == Timetable.of(Schedule.parse(text))
    last = datetime(9999, 12, 30, 12, tzinfo=timezone.utc)
    line = OpeningHours.of(Timetable((written,)), "Pacific/Kiritimati")
    assert line.state(last) == OpeningHours.parse(text, time_zone="Pacific/Kiritimati").state(last)
    assert list(line.intervals(last, datetime.max.replace(tzinfo=timezone.utc))) is not None


def test_an_always_open_phase_without_an_end_never_changes():
    """Not at the end of the calendar either."""
    line = table("24/7", valid_until=date.max)

    assert line.next_change(at(DAY, "12:00")) is None
    assert line.constant == "open"


@pytest.mark.parametrize("adds", [False, True])
@pytest.mark.parametrize("text", ["24/7", "Mo-Fr 09:00-17:00"])
def test_an_override_has_no_end_at_the_end_of_the_calendar(text, adds):
    """What is closed for ever does not open in the year 10000, and did not before the year 1."""
    line = table(text, override("00:00-24:00 off", date(2026, 5, 1), date.max, adds=adds))
    always = table(text, override("off", date.min, date.max))

    assert line.next_change(at(DAY, "12:00")) is None
    assert line.repeats_from() < at(date(2027, 1, 1), "00:00").timestamp()
    assert always.next_change(at(DAY, "12:00")) is None


@pytest.mark.parametrize("end", ["3940-01-01", "9000-06-01", "9999-12-31"])
@pytest.mark.parametrize("text", ["24/7", "9000+ Mo 10:00-12:00", "2026 Dec 25 10:00-12:00"])
def test_a_range_may_end_in_any_year(text, end):
    """Instants of the whole calendar can be given; the last stretch ends with the range."""
    line = OpeningHours.parse(text, time_zone="America/New_York")
    last = datetime.strptime(end + "+0000", "%Y-%m-%d%z")

    stretches = line.stretches(at(date(2026, 12, 1), "00:00"), last)
    first = next(stretches)
    assert first[0] == at(date(2026, 12, 1), "00:00")
    assert line.open_time(last - timedelta(days=30), last) >= timedelta(0)


# -- work is counted, not timed ------------------------------------------------------------------


def blocks_made():
    """Return a function that counts the blocks that are worked out from now on: work, not time."""
    kept = state_line._made  # noqa: SLF001 - what is kept is counted
    last = kept[-1] if kept else None

    def count():
        return sum(1 for _ in takewhile(lambda one: one is not last, reversed(kept)))

    return count


@pytest.mark.parametrize(
    "line",
    [
        OpeningHours.parse("Mo-Fr 12:00-14:00 unknown", time_zone="Europe/Paris"),
        union(
            OpeningHours.parse("Mo-Fr 12:00-14:00 unknown", time_zone="Europe/Paris"),
            OpeningHours.parse("Sa 12:00-14:00 unknown", time_zone="Asia/Tokyo"),
        ),
        table("Mo 12:00-14:00 unknown", override("Mo-Su 12:00-13:00 off", adds=True)),
    ],
)
def test_what_is_never_open_is_known_at_once(line):
    """Open time cannot be added to hours that never open, and nobody walks to the year 9999."""
    made = blocks_made()

    assert line.add_open_time(at(DAY, "12:00"), timedelta(hours=1)) is None
    assert line.add_open_time(at(DAY, "12:00"), -timedelta(hours=1)) is None
    assert made() <= 3  # the one around the instant, of a union and of its two members


DAILY = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/Paris")
OFF_WORK = OpeningHours.parse(
    "Mo-Fr 00:00-09:00,17:00-24:00; Sa,Su 00:00-24:00", time_zone="Europe/Paris"
)
NOON = int(at(DAY, "12:00").timestamp())


@pytest.mark.parametrize(
    ("line", "most"),
    [
        # Hours that are added to what is open anyway, on one day of each month.
        (table("24/7", override("Sa[1] 10:00-12:00", date.min, date.max, adds=True)), 2),
        (table("off", override("Dec 24 10:00-12:00 off", date.min, date.max, adds=True)), 2),
        # Whatever one of them says, one that is closed and one that is open never agree.
        (Combined(agreed, (DAILY, table("24/7"), table("off", override("off")))), 10),
        (Combined(agreed, (DAILY, Windowed(DAILY, [(0, None, "open")]), table("off"))), 10),
        # A window without an end hides what lies below it, and so does one that nothing lifts.
        (Windowed(DAILY, [(0, None, "closed")]), 3),
        (Windowed(DAILY, [(0, None, "closed")], table("24/7", override("off"))), 900),
        # What is always open because one begins where the other ends.
        (union(DAILY, complement(DAILY)), 3_200),
        (union(DAILY, OFF_WORK), 3_200),
    ],
)
def test_that_nothing_changes_any_more_is_known_soon(line, most):
    """Nobody walks to the year 9999, but through the 60 years that show every kind of day."""
    made = blocks_made()

    line.next_change_after(NOON)

    assert made() <= most


@pytest.mark.parametrize("year", [2030, 2600, 4000, 9998])
def test_what_is_new_in_a_far_year_is_found_without_walking_there(year):
    """A closure, the end of the hours, a window: after 60 years of nothing new all else is."""
    day = date(year, 6, 1)
    closed = table("Mo-Fr 00:00-09:00,17:00-24:00; Sa,Su 00:00-24:00", override("off", day))
    ends = table("Mo-Fr 00:00-09:00,17:00-24:00; Sa,Su 00:00-24:00", valid_until=day - ONE_DAY)
    week = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="UTC")
    midnight = at(day, "00:00")
    made = blocks_made()

    assert union(week, closed).next_change_after(NOON) == next_in(union(week, closed), midnight)
    assert union(week, ends).next_change_after(NOON) == next_in(union(week, ends), midnight)
    window = Windowed(union(week, closed), [(int(midnight.timestamp()) - 60, None, "unknown")])
    assert window.next_change_after(NOON) == midnight.timestamp() - 60
    assert made() < 15_000


def next_in(line, midnight):
    """Return the first second from midnight on, within a day, at which a line is not open."""
    start = int(midnight.timestamp())
    return next(one for one in range(start, start + 86_400, 60) if line.state_at(one) != "open")


def test_what_stopped_opening_is_known_within_every_kind_of_day():
    """Hours that ended are looked for in the 60 years that show every kind of day, no longer."""
    made = blocks_made()
    line = OpeningHours.parse(
        "Mo-Fr 12:00-14:00 unknown; 2026 Jan 1 09:00-10:00", time_zone="Europe/Paris"
    )

    assert line.add_open_time(at(DAY, "12:00"), timedelta(hours=1)) is None
    assert 0 < made() < 1_500


def test_blocks_of_all_lines_together_are_bounded():
    """What is remembered does not grow with what was asked."""
    lines = [OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="UTC") for _ in range(40)]
    for line in lines:
        for month in range(300):
            line.state(at(DAY, "12:00") + timedelta(days=30 * month))

    kept = sum(len(line._blocks) for line in lines)  # noqa: SLF001
    assert kept <= state_line._KEPT_IN_ALL  # noqa: SLF001
    assert len(state_line._made) <= state_line._KEPT_IN_ALL  # noqa: SLF001


def test_work_grows_with_the_exceptions_and_not_with_their_square():
    """Ten times the exceptions are about ten times the work to make, and a day costs no more."""
    import sys as system  # noqa: PLC0415

    def exceptions(count):
        days = (date(2020, 1, 1) + timedelta(days=3 * number) for number in range(count))
        return tuple(override("10:00-12:00", day, reason="r") for day in days)

    def work(count, ask):
        found = exceptions(count)
        calls = 0

        def count_call(_frame, event, _argument):
            nonlocal calls
            calls += event in ("call", "c_call")

        system.setprofile(count_call)
        try:
            ask(table("Mo-Fr 09:00-17:00", *found))
        finally:
            system.setprofile(None)
        return calls

    def one_day(line):
        line.state(at(DAY, "12:00"))
        line.next_change(at(DAY, "12:00"))

    def every_day(line):
        assert line.open_time(at(date(2020, 1, 1), "00:00"), at(date(2028, 6, 1), "00:00"))

    work(10, one_day)
    assert work(1_000, one_day) < 12 * work(100, one_day)
    assert work(1_000, every_day) < 12 * work(100, every_day)
