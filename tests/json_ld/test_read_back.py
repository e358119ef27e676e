"""Timetables as specifications: read back in every way, they say what the hours say, or nothing."""

from __future__ import annotations

import datetime as dt
import random
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings

from supportlines.hours import OpeningHours, Override, Phase, Schedule, Timetable
from supportlines.hours.schema_org import timetable_to_schema_org

from oracles.schema_org_reader import DAY, WAYS, said_of, state
from strategies.amount import cases
from strategies.directories import HOURS, HOURS_ADDED, HOURS_OF_EXCEPTIONS, chance, randoms

SINCE = dt.date(2026, 11, 30)
MINUTES = (0, 59, 60, 119, 120, 210, 359, 360, 540, 659, 720, 779, 1020, 1200, 1320, 1439)
WINDOW = 50
"""Days in which anything begins or ends."""

WITH_HOLIDAYS = (
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 09:00-17:00; Sa,PH 10:00-12:00",
    "Sa,PH 10:00-12:00; Mo-Fr 09:00-17:00",
    "Mo-Sa 09:00-17:00; PH Mo-Fr off",
    "Mo-Fr 09:00-17:00, PH 10:00-19:00",
    "Mo-Su 20:00-02:00; PH off",
    "Mo-Su 20:00-02:00; PH 10:00-12:00",
    "24/7; PH off",
    "Mo-Fr,PH 09:00-17:00",
    "Mo-Fr 09:00-17:00; PH unknown",
    "PH 10:00-12:00",
    "Mo-Su,PH 22:00-06:00",
)
WITH_DATES = (
    "Mo-Fr 09:00-17:00; 2026 Dec 24 off",
    "Mo-Fr 09:00-17:00; 2026 Dec 20-31 off; 2026 Dec 24 10:00-12:00",
    "Mo-Fr 09:00-17:00; 2026 Dec 21-2027 Jan 02 Mo-We 20:00-03:00",
    "2026 Dec 01-31 Mo-Fr 09:00-17:00",
    "Mo-Fr 20:00-04:00; 2026 Dec 24-26 off; PH off",
)
PLAIN = (*HOURS, "Mo-Su 09:00-17:00", "Mo-Fr 18:00-24:00", "Mo 09:00-33:00", "Sa 12:00-36:00")


class Some:
    """Public holidays on some dates."""

    def __init__(self, dates):
        self.dates = frozenset(dates)

    def name_on(self, day):
        """Return a name on each of the dates."""
        return "Day" if day in self.dates else None


def day_of(draw):
    """Return a day near which something may change."""
    return SINCE + DAY * draw.randint(-3, WINDOW)


def schedule_of(draw):
    """Return a schedule: mostly a week, or one with holidays or dates."""
    texts = draw.choice([PLAIN, WITH_HOLIDAYS, WITH_HOLIDAYS, WITH_DATES])
    return Schedule.parse(draw.choice(texts))


def phases_of(draw):
    """Return phases that follow one another, with gaps between some."""
    edges = sorted({day_of(draw) for _ in range(draw.choice([0, 0, 1, 2, 3]))})
    firsts = [None if chance(draw, 0.7) else SINCE + DAY * draw.randint(-5, 5)]
    firsts = [None if edges and firsts[0] and firsts[0] >= edges[0] else firsts[0], *edges]
    phases = []
    for number, first in enumerate(firsts):
        following = firsts[number + 1] if number + 1 < len(firsts) else None
        last = None if following is None else following - DAY
        if last is not None and chance(draw, 0.2) and (first is None or first < last - DAY):
            last -= DAY
        if following is None and chance(draw, 0.2):
            last = SINCE + DAY * (WINDOW + draw.randint(1, 30))
        phases.append(Phase(schedule_of(draw), first, last))
    return tuple(phases)


def overrides_of(draw):
    """Return perhaps some exceptions."""
    found = []
    while chance(draw, 0.6) and len(found) < 4:
        first, last = sorted([day_of(draw), day_of(draw)])
        adds = chance(draw, 0.4)
        text = draw.choice(HOURS_ADDED if adds else (*HOURS_OF_EXCEPTIONS, "Mo-Tu 10:00-12:00"))
        last = last if chance(draw, 0.3) else first
        found.append(
            Override(Schedule.parse(text), first, last, None, draw.choice([0, 0, 1]), adds)
        )
    return tuple(found)


def written_of(timetable, **bounds):
    """Return the specifications of a timetable."""
    return timetable_to_schema_org(timetable, SINCE, **bounds).specifications


def assert_apart(specifications):
    """Two specifications have the same dates, or no day in common."""
    dates = {(each.get("validFrom"), each.get("validThrough")) for each in specifications}
    for (first, last), (other_first, other_last) in combinations(dates, 2):
        is_before = last is not None and other_first is not None and last < other_first
        is_after = other_last is not None and first is not None and other_last < first
        assert is_before or is_after, dates


def case_of(draw):
    """Return what is tried: specifications, the hours that they were made of, and holidays."""
    timetable = Timetable(phases_of(draw), overrides_of(draw))
    bounds = {}
    if chance(draw, 0.15):
        bounds["first_day"] = SINCE + DAY * draw.randint(-5, 20)
    if chance(draw, 0.15):
        bounds["last_day"] = SINCE + DAY * draw.randint(25, WINDOW)
    holidays = Some(day_of(draw) for _ in range(draw.choice([0, 3, 8])))
    hours = OpeningHours.of(timetable, "UTC", holidays)
    return written_of(timetable, **bounds), hours, holidays


@given(randoms())
@settings(max_examples=cases(200), deadline=None, suppress_health_check=list(HealthCheck))
def test_whoever_reads_it_reads_the_hours_or_nothing(draw):
    """Minute by minute, in every way to read it, whatever days are public holidays."""
    specifications, hours, holidays = case_of(draw)
    assert_apart(specifications)
    for number in range(WINDOW + 15 if specifications else 0):
        day = SINCE + DAY * number
        for minute in draw.sample(MINUTES, 5):
            at = dt.datetime.combine(day, dt.time(), dt.timezone.utc)
            expected = hours.state(at + dt.timedelta(minutes=minute))
            for way in WAYS:
                read = state(specifications, day, minute, lambda d: d in holidays.dates, way)
                assert read in (expected, "unknown"), (way, day, minute, specifications)


def test_many_of_them_are_written():
    """So that the test above says something."""
    found = [case_of(random.Random(seed)) for seed in range(200)]  # noqa: S311 - the same each time
    written = [(text, holidays) for text, _, holidays in found if text]
    assert len(written) >= 80
    assert sum(any("validFrom" in each for each in text) for text, _ in written) >= 60
    named = ["PublicHolidays" in str(text) and holidays.dates for text, holidays in written]
    assert sum(map(bool, named)) >= 10


@given(randoms())
@settings(max_examples=cases(100), deadline=None, suppress_health_check=list(HealthCheck))
def test_of_a_day_that_is_known_something_is_said(draw):
    """Without holidays, nights of 24 hours and what comes back each year nothing is left out."""
    phases = phases_of(draw)
    week = Schedule.parse(draw.choice(PLAIN))
    phases = tuple(Phase(week, each.valid_from, each.valid_until) for each in phases)
    timetable = Timetable(phases, overrides_of(draw))
    specifications = written_of(timetable)
    hours = OpeningHours.of(timetable, "UTC")
    rules = [rule for each in phases for rule in each.schedule.rules]
    if any(rule.state == "unknown" for rule in rules):
        return

    for number in range(WINDOW + 15):
        day = SINCE + DAY * number
        at = dt.datetime.combine(day, dt.time(), dt.timezone.utc)
        every = {hours.state(at + dt.timedelta(minutes=each)) for each in range(0, 1440, 10)}
        if "unknown" not in every:
            assert said_of(specifications, day, is_holiday=False, way="union") is not None, day


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 09:00-17:00; PH unknown",
        "Mo-Fr 09:00-17:00; Dec 25 off",
        "Mo-Fr 09:00-17:00; Sa[1] 10:00-12:00",
        "Mo,Tu 22:00-06:00; PH off",  # of a holiday the small hours are those of the eve
        "Mo-Fr 09:00-17:00, PH 10:00-19:00",  # on Mondays until 19:00, and from 09:00
    ],
)
def test_what_no_specification_says_is_left_out_and_told(text):
    """Whole, since who reads a part of it takes the rest for closed."""
    written = timetable_to_schema_org(Timetable.of(Schedule.parse(text)), SINCE)

    assert written.specifications == written.special == ()
    assert written.lost


def test_the_first_day_has_its_small_hours():
    """They are of the night of the eve, of which nothing is said."""
    more = Override(Schedule.parse("12:00-13:00"), SINCE, SINCE, adds=True)
    night = Phase(Schedule.parse("22:00-06:00"))

    first = [each for each in written_of(Timetable((night,), (more,))) if "dayOfWeek" not in each]
    times = [(each["opens"], each["closes"]) for each in first]
    assert times == [("00:00", "06:00"), ("12:00", "13:00"), ("22:00", "06:00")]
    assert {each["validFrom"] for each in first} == {"2026-11-30"}


@pytest.mark.parametrize("count", [1, 2])
def test_a_year_of_months_is_written_where_it_ends(count):
    """The first Saturday of a month, in a phase that is over some day."""
    schedule = Schedule.parse("Mo-Fr 09:00-17:00; Sa[1] 10:00-12:00")
    last = dt.date(2026, 12, 31) if count == 1 else dt.date(2027, 1, 31)
    found = written_of(Timetable((Phase(schedule, None, last),)))

    saturdays = [each["validFrom"] for each in found if each["closes"] == "12:00"]
    assert saturdays == ["2026-12-05", "2027-01-02"][:count]
