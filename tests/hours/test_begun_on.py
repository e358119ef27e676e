"""On which day hours begin: a night is its evening's, a morning that is stated is its own day's."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportlines.hours import DAY, OpeningHours, Override, Phase, Schedule, Timetable, complement

NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONDAY = (date(2026, 11, 30) - date(1970, 1, 1)).days
"""In London, whose clocks show UTC then."""


def shown(hours, day):
    """Return the spans that begin on a day, counted from that Monday, in hours after it began."""
    start = (MONDAY + day) * DAY
    return [((a - start) / 3600, (b - start) / 3600) for a, b in hours.begun_on(MONDAY + day)]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Mo-Fr 09:00-17:00", 0, [(9, 17)]),
        ("Mo-Fr 09:00-17:00", 5, []),
        ("Mo 22:00-06:00", 0, [(22, 24), (24, 30)]),  # left over: Monday's
        ("Mo 22:00-06:00", 1, []),
        ("Mo 18:00-24:00; Tu 00:00-06:00", 0, [(18, 24)]),  # stated: Tuesday's
        ("Mo 18:00-24:00; Tu 00:00-06:00", 1, [(0, 6)]),
        # Round the clock in two shifts: Friday's night ends on Saturday, which has none.
        ("Mo-Fr 08:00-20:00, Mo-Fr 20:00-08:00", 4, [(8, 20), (20, 24), (24, 32)]),
        ("Mo-Fr 08:00-20:00, Mo-Fr 20:00-08:00", 5, []),
        ("Mo-Th 00:00-24:00, Fr 00:00-26:00", 4, [(0, 24), (24, 26)]),
        ("Mo-Th 00:00-24:00, Fr 00:00-26:00", 5, []),
        ("Mo 22:00-02:00; Tu 00:00-01:00", 0, [(22, 24)]),  # after ";" nothing is left over
        ("Mo 22:00-02:00 unknown", 0, []),
        ("24/7", 0, []),  # names no day
        ("24/7; PH off", 0, []),
    ],
)
def test_spans_are_of_the_day_on_which_they_begin(text, day, expected):
    """As they were written, whatever their normal form is."""
    hours = OpeningHours.parse(text, time_zone="Europe/London")

    assert shown(hours, day) == expected
    assert shown(complement(hours), day) == []  # hours outside of others name no day


def test_an_exception_takes_its_day_with_the_night_that_reaches_into_it():
    """And has a night of its own."""
    tuesday = date(2026, 12, 1)
    nights = Schedule.parse("Mo-Fr 22:00-06:00")
    over = Override(Schedule.parse("20:00-02:00"), tuesday, tuesday)
    hours = OpeningHours.of(Timetable((Phase(nights),), (over,)), "Europe/London")

    assert shown(hours, 0) == [(22, 24)]
    assert shown(hours, 1) == [(20, 24), (24, 26), (26, 30)]


def test_spans_are_instants_where_a_clock_is_changed():
    """On 29 March 2026 London's clocks skip the hour from 1:00, on 25 October they repeat it."""
    hours = OpeningHours.parse("Sa,Su 00:30-03:00", time_zone="Europe/London")

    found = {
        day: [
            (str(datetime.fromtimestamp(a, timezone.utc))[11:16], (b - a) / 60)
            for a, b in hours.begun_on((day - date(1970, 1, 1)).days)
        ]
        for day in (date(2026, 3, 29), date(2026, 10, 25))
    }

    assert found == {
        date(2026, 3, 29): [("00:30", 30.0), ("01:00", 60.0)],
        date(2026, 10, 25): [("23:30", 90.0), ("01:00", 120.0)],
    }


@st.composite
def shifts(draw):
    """Return weekdays with the minutes of one span each, over midnight or not."""
    found = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, 23)) * 60
        length = draw(st.integers(1, 24)) * 60
        found.append((draw(st.sets(st.integers(0, 6), min_size=1)), start, start + length))
    return found


def day_of(rules, minute):
    """Return the day on which what is open in a *minute* began, as an oracle; None if closed.

    The later rule decides, and of one rule the day on which somebody stands.
    """
    day, of_day = divmod(minute, 24 * 60)
    found = None
    for weekdays, start, end in rules:
        if (day - 1) % 7 in weekdays and start <= of_day + 24 * 60 < end:
            found = day - 1
        if day % 7 in weekdays and start <= of_day < end:
            found = day
    return found


@given(shifts())
def test_every_open_minute_is_of_one_day(rules):
    """The one on which its span began."""
    text = ", ".join(
        f"{','.join(NAMES[one] for one in sorted(days))} {start // 60:02}:00-{end // 60:02}:00"
        for days, start, end in rules
    )
    hours = OpeningHours.parse(text, time_zone="Europe/London")

    begun = {day: hours.begun_on(MONDAY + day) for day in range(7, 16)}
    for minute in range(8 * 24 * 60, 14 * 24 * 60, 60):
        second = MONDAY * DAY + minute * 60
        mine = [day for day, spans in begun.items() if any(a <= second < b for a, b in spans)]
        expected = day_of(rules, minute)
        assert mine == ([] if expected is None else [expected]), timedelta(minutes=minute)
