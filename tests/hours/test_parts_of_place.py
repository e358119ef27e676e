"""Days that are public holidays in some parts of a place only: decided where all parts agree."""

from __future__ import annotations

import importlib.util
import pickle
import random
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from supportlines.hours import (
    Combined,
    HolidayOfParts,
    LocalSpan,
    OpeningHours,
    Override,
    Phase,
    Schedule,
    Timetable,
    zone_info,
)
from supportlines.hours.calendar import wall_clock
from supportlines.hours.calendar.parts_of_place import ways_to_keep

ZONE = "Europe/London"
OFFICE = "Mo-Fr 09:00-17:00; PH off"


class Parts:
    """A country of two parts: days that both keep, and days of either."""

    def __init__(self, both=(), north=(), south=()):
        self.both, self.north, self.south = set(both), set(north), set(south)

    def name_on(self, day):
        """Return the name of a day that both keep."""
        return "Feast" if day in self.both or day in self.north & self.south else None

    def parts_on(self, day):
        """Return who keeps a day of one part."""
        if day in self.both or (day in self.north) == (day in self.south):
            return None
        if day in self.north:
            return HolidayOfParts(f"North {day.day}", ("XX-N",), ("XX-S",))
        return HolidayOfParts(f"South {day.day}", ("XX-S",), ("XX-N",))

    def next_from(self, day):
        """Return the first day not before *day* that anybody keeps."""
        return min(
            (each for each in self.both | self.north | self.south if each >= day), default=None
        )


MONDAY, TUESDAY = date(2027, 3, 29), date(2027, 3, 30)


def at(text):
    """Return an instant of 2027 in London."""
    return datetime.strptime(f"2027-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=zone_info(ZONE))


def hours(text, **days):
    """Return hours in London, over holidays of two parts."""
    return OpeningHours.parse(text, time_zone=ZONE, holidays=Parts(**days))


@pytest.mark.parametrize(
    ("text", "time", "state"),
    [
        (OFFICE, "03-29 08:59", "closed"),  # closed in the south, and in the north anyway
        (OFFICE, "03-29 09:00", "unknown"),
        (OFFICE, "03-29 16:59", "unknown"),
        (OFFICE, "03-29 17:00", "closed"),
        (OFFICE, "03-30 09:00", "open"),  # the day after is an ordinary one
        (OFFICE, "04-05 09:00", "closed"),  # both keep it
        # On a holiday other hours: what they share with those of the week is sure.
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "03-29 09:30", "unknown"),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "03-29 10:00", "open"),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "03-29 12:00", "unknown"),
        # Hours that name holidays and say the same of them as of other days.
        ("Mo-Su,PH 09:00-17:00", "03-29 12:00", "open"),
        # A holiday's evening that reaches into the next day, which nobody keeps.
        ("Mo-Fr 09:00-17:00; PH 22:00-03:00", "03-30 02:59", "unknown"),
        ("Mo-Fr 09:00-17:00; PH 22:00-03:00", "03-30 03:00", "closed"),
        # The night shift before a holiday ends at midnight where it is kept.
        ("Mo-Su 22:00-06:00; PH off", "03-29 00:00", "unknown"),
        ("Mo-Su 22:00-06:00; PH off", "03-28 23:59", "open"),
        ("Mo-Su 22:00-06:00; PH off", "03-29 06:00", "closed"),
        # What is unknown on ordinary days stays so without a dispute.
        ("Mo-Fr 09:00-17:00 unknown; PH 09:00-17:00 unknown", "03-29 12:00", "unknown"),
        ("24/7", "03-29 12:00", "open"),
    ],
)
def test_the_state_is_decided_where_all_parts_agree(text, time, state):
    """Monday 29 March 2027 is kept in the south, Monday 5 April everywhere."""
    line = hours(text, south=[MONDAY], both=[date(2027, 4, 5)])

    assert line.state(at(time)) == state


def test_what_is_kept_of_days_is_bounded():
    """Days are worked out again rather than remembered for ever."""
    line = hours(OFFICE, south=[MONDAY])
    first = at("01-01 12:00")

    for day in range(3 * wall_clock._KEPT_DAYS):  # noqa: SLF001 - what is kept is counted
        line.parts_at(first + timedelta(days=day))

    kept = line._local  # noqa: SLF001
    for days in (kept._agreed, kept._disputed, kept._marked):  # noqa: SLF001
        assert 0 < len(days) <= wall_clock._KEPT_DAYS  # noqa: SLF001


def test_changes_and_durations_agree_with_the_state():
    """What is unknown begins and ends like any other state, and is no open time."""
    line = hours(OFFICE, south=[MONDAY])
    stretches = line.stretches(at("03-29 00:00"), at("03-30 12:00"))

    assert [state for _, _, state in stretches] == ["closed", "unknown", "closed", "open"]
    assert line.next_change(at("03-29 08:00")) == at("03-29 09:00")
    assert line.next_change(at("03-29 09:00")) == at("03-29 17:00")
    assert list(line.intervals(at("03-29 00:00"), at("03-30 00:00"))) == []
    assert line.open_time(at("03-29 00:00"), at("03-30 12:00")) == timedelta(hours=3)


@pytest.mark.parametrize(
    ("text", "time", "name"),
    [
        (OFFICE, "03-29 12:00", "South 29"),
        (OFFICE, "03-29 18:00", None),  # closed in any part
        (OFFICE, "04-05 12:00", None),  # everybody's: the name is told, no parts are
        ("Mo-Fr 09:00-17:00 unknown; PH 09:00-17:00 unknown", "03-29 12:00", None),
        # The eve's, although the day itself is one of other parts.
        ("Mo-Fr 09:00-17:00; PH 22:00-03:00", "03-30 02:00", "South 29"),
        ("Mo-Fr 09:00-17:00; PH 22:00-03:00", "03-30 23:00", "North 30"),
        ("Mo-Fr 09:00-17:00; PH 22:00-03:00", "03-31 02:00", "North 30"),
        # The day's own begins where that of the eve ends.
        ("Mo-Fr 03:00-17:00; PH 22:00-03:00", "03-30 02:00", "South 29"),
        ("Mo-Fr 03:00-17:00; PH 22:00-03:00", "03-30 04:00", "North 30"),
    ],
)
def test_the_holiday_on_which_it_depends_is_told(text, time, name):
    """By name, with who keeps it and who does not."""
    line = hours(text, south=[MONDAY], north=[TUESDAY], both=[date(2027, 4, 5)])
    found = line.parts_at(at(time))

    assert (None if found is None else found.name) == name
    assert found is None or line.holiday_at(at(time)) == name


def test_a_holiday_of_all_parts_is_one_of_the_place():
    """It closes, and is named without parts."""
    line = hours(OFFICE, both=[MONDAY])

    assert (line.state(at("03-29 12:00")), line.holiday_at(at("03-29 12:00"))) == (
        "closed",
        "Feast",
    )
    assert line.parts_at(at("03-29 12:00")) is None


def test_an_exception_decides_above_the_holidays():
    """The desk says itself that it is open on that day."""
    override = Override(Schedule.parse("10:00-14:00"), MONDAY, MONDAY, "We work")
    timetable = Timetable((Phase(Schedule.parse(OFFICE)),), (override,))
    line = OpeningHours.of(timetable, ZONE, Parts(south=[MONDAY]))

    assert line.state(at("03-29 12:00")) == "open"
    assert line.parts_at(at("03-29 12:00")) is None


def test_only_ways_that_some_part_has_count():
    """Nobody keeps both days, so no night is judged as if somebody did."""
    calendar = Parts(south=[MONDAY], north=[TUESDAY])
    tuesday = (TUESDAY - date(1970, 1, 1)).days

    ways = {(way.name_on(MONDAY), way.name_on(TUESDAY)) for way in ways_to_keep(tuesday, calendar)}

    assert ways == {("South 29", None), (None, "North 30")}


def test_a_change_on_a_holiday_of_one_part_far_away_is_found():
    """Hours of holidays alone: nothing happens for twenty years, then perhaps something."""
    line = hours("PH 10:00-12:00", north=[date(2047, 5, 6)])
    found = line.next_change(at("03-29 12:00"))

    assert found == datetime(2047, 5, 6, 9, tzinfo=timezone.utc)  # 10:00 in summer
    assert line.state(found) == "unknown"


def test_a_table_shows_the_hours_of_such_a_day_as_unknown():
    """The day is none of the place's holidays."""
    monday, tuesday = hours(OFFICE, south=[MONDAY]).week(MONDAY)[:2]

    assert (monday.spans, monday.holiday) == ((LocalSpan(540, 1020, "unknown"),), None)
    assert tuesday.spans == (LocalSpan(540, 1020, "open"),)


def test_hours_with_holidays_of_parts_can_be_copied():
    """A line in a pickle says the same."""
    line = OpeningHours.parse(OFFICE, time_zone=ZONE, holidays=PICKLED)

    assert pickle.loads(pickle.dumps(line)).state(at("03-29 12:00")) == "unknown"  # noqa: S301


PICKLED = Parts(south=[MONDAY])


# -- the law, against the parts asked one by one --------------------------------------------------


class Seen:
    """The calendar of one part, without any word of others."""

    def __init__(self, days):
        self.days = frozenset(days)

    def name_on(self, day):
        """Return a name, or None."""
        return "a feast" if day in self.days else None

    def next_from(self, day):
        """Return the first holiday not before *day*."""
        return min((each for each in self.days if each >= day), default=None)


def agreed(states):
    """Return the state that all have."""
    return states[0] if len(set(states)) == 1 else "unknown"


def laws():
    """Return the module that makes random hours."""
    path = Path(__file__).parent.parent / "benchmarks" / "laws.py"
    spec = importlib.util.spec_from_file_location("laws", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def random_line(pick, module):
    """Return hours of a country of two parts around a day, those of each part, and the day."""
    day = date(2026, 1, 1) + timedelta(days=pick.randrange(4000))
    near = [day + timedelta(days=offset) for offset in range(-3, 4)]
    both, north, south = (set(pick.sample(near, pick.choice([1, 2, 3]))) for _ in range(3))
    of_holidays = pick.choice(["", "; PH off", "; PH 10:00-12:00", ", PH 20:00-03:00"])
    schedule = Schedule.parse(module.expression(pick) + of_holidays)
    overrides = ()
    if pick.random() < 0.3:
        first = pick.choice(near)
        other = Schedule.parse(module.expression(pick))
        overrides = (Override(other, first, first, adds=pick.random() < 0.5),)
    timetable = Timetable((Phase(schedule),), overrides)
    zone = pick.choice(module.ZONES)
    whole = OpeningHours.of(timetable, zone, Parts(both, north, south))
    of_north = OpeningHours.of(timetable, zone, Seen(both | north))
    of_south = OpeningHours.of(timetable, zone, Seen(both | south))
    return whole, (of_north, of_south), day


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(3))
def test_hours_of_a_country_are_what_its_parts_have_in_common(seed):
    """State, next change and grounds, for any hours, in any zone, on the days around holidays."""
    pick, module, disputed = random.Random(seed), laws(), 0  # noqa: S311 - for tests
    for _ in range(100):
        whole, parts, day = random_line(pick, module)
        expected = Combined(agreed, parts)
        for _ in range(8):
            second = int((day - date(1970, 1, 1)).days * 86_400 + pick.uniform(-4, 4) * 86_400)
            instant = datetime.fromtimestamp(second, timezone.utc)
            states = [part.state(instant) for part in parts]

            assert whole.state(instant) == expected.state(instant), (whole, whole.holidays, instant)
            assert whole.next_change(instant) == expected.next_change(instant), (whole, instant)
            assert (whole.parts_at(instant) is not None) is (states[0] != states[1])
            disputed += states[0] != states[1]
    assert disputed > 25
