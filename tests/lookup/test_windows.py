"""Exceptions of instants and of days: the higher priority holds, of equal ones the nearer."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import supportlines

from strategies.amount import cases

TEXT = """
directory:
  id: windows
  name: Windows
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-12-01}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [COUNTRY]
    languages: [en]
    exceptions: [REGION]
    availability: {standard: {hours: "08:00-20:00", time_zone: ZONE}}
    lines: [{id: line, number: "+44 20 7946 0100", exceptions: [LINE]}]
"""
FIRE = "{from: 2026-12-10T09:00Z, until: 2026-12-10T15:00Z, reason: Fire, priority: %s}"
SHORT = '{on: 2026-12-10, hours: "10:00-12:00", reason: Short, priority: %s}'
BRIEF = '{on: 2026-12-10, hours: "13:00-14:00", adds: true, reason: Brief, priority: %s}'


def loaded(region="", line="", country="GB", zone="Europe/London"):
    """Return a directory with exceptions at both levels."""
    text = TEXT.replace("REGION", region).replace("LINE", line).replace("COUNTRY", country)
    return supportlines.loads(text.replace("ZONE", zone))


def asked(line, at):
    """Return the answer at an instant."""
    return loaded(line=line).who_can_i_call("GB", at=at)


def opened(**words):
    """Return the hours of the 10th (UTC) in whose first minute the line is open."""
    start = datetime(2026, 12, 10, tzinfo=timezone.utc)
    hours = [start + timedelta(hours=hour) for hour in range(24)]
    directory = loaded(**words)
    country = words.get("country", "GB")
    return [at.hour for at in hours if directory.who_can_i_call(country, at=at).state == "open"]


DAY = set(range(8, 20))
BURNT = DAY - set(range(9, 15))


@pytest.mark.parametrize(
    ("region", "line", "expected"),
    [
        ("", FIRE % 0, BURNT),
        ("", f"{FIRE % 1}, {SHORT % 0}", {10, 11} - set(range(9, 15))),
        ("", f"{FIRE % 0}, {SHORT % 1}", {10, 11}),
        ("", f"{FIRE % 0}, {BRIEF % 1}", BURNT | {13}),
        ("", f"{FIRE % 1}, {BRIEF % 0}", BURNT),
        (FIRE % 0, SHORT % 0, {10, 11}),  # the nearer one
        (SHORT % 0, FIRE % 0, set()),
        (FIRE % 5, SHORT % 0, set()),
        (SHORT % 5, FIRE % 0, {10, 11}),
        (f"{FIRE % 0}, {SHORT % 3}", BRIEF % -1, {10, 11}),
        (f"{FIRE % 0}, {SHORT % -3}", BRIEF % 1, {13}),
    ],
)
def test_the_higher_priority_holds_and_of_equal_ones_the_nearer(region, line, expected):
    """Whatever kind the two are of."""
    assert set(opened(region=region, line=line)) == expected


def test_a_day_over_a_window_is_that_of_the_clock_on_the_wall():
    """In Tokyo the 10th ends at 15:00 UTC, and the closure goes on."""
    fire = "{from: 2026-12-10T00:00Z, until: 2026-12-11T00:00Z, reason: Fire}"
    short = '{on: 2026-12-10, hours: "10:00-24:00", reason: Short, priority: 1}'

    found = opened(line=f"{fire}, {short}", country="JP", zone="Asia/Tokyo")

    assert found == list(range(1, 15))


def test_the_answer_names_what_holds_and_until_when():
    """Minute by minute on both sides of each edge."""
    line = f"{FIRE % 0}, {BRIEF % 1}"

    def told(hour, minute):
        at = datetime(2026, 12, 10, hour, minute, tzinfo=timezone.utc)
        best = asked(line, at).best
        (hours,) = [one for one in best.reasons if one.code.startswith("hours_")]
        return best.state, hours.values.get("why"), best.changes_at.hour

    assert told(12, 59) == ("closed", "Fire", 13)
    assert told(13, 0) == ("open", "Brief", 14)
    assert told(13, 59) == ("open", "Brief", 14)
    assert told(14, 0) == ("closed", "Fire", 15)
    assert told(15, 0) == ("open", None, 20)


@pytest.mark.parametrize(
    ("priority", "states"),
    [(1, ["open", "open"]), (-1, ["open", "unknown"])],  # before the closure, and the day after
)
def test_a_day_over_a_closure_without_an_end_is_as_it_says(priority, states):
    """Whether the closure lasts or not, the higher one holds."""
    fire = "{from: 2026-12-01T09:00Z, until: unknown, reason: Fire}"
    short = '{first_day: 2026-12-03, last_day: 2026-12-03, hours: "10:00-12:00", priority: %s}'
    line = f"{fire}, {short % priority}"
    ats = [datetime(2026, 12, day, hour, tzinfo=timezone.utc) for day, hour in ((1, 8), (3, 11))]

    assert [asked(line, at).state for at in ats] == states


HOURS = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda pair: pair[0] < pair[1])
KINDS = st.sampled_from(["window", "day", "adds open", "adds closed"])
LISTED = st.lists(
    st.tuples(KINDS, HOURS, st.integers(-3, 3)), max_size=3, unique_by=lambda one: one[2]
)


def written(kind, hours, priority):
    """Return an exception of the 10th in YAML."""
    first, last = hours
    if kind == "window":
        ends = "2026-12-11T00:00Z" if last == 24 else f"2026-12-10T{last:02}:00Z"
        return f"{{from: 2026-12-10T{first:02}:00Z, until: {ends}, priority: {priority}}}"
    state = " off" if kind == "adds closed" else ""
    adds = ", adds: true" if kind != "day" else ""
    times = f'"{first:02}:00-{last:02}:00{state}"'
    return f"{{on: 2026-12-10, hours: {times}, priority: {priority}{adds}}}"


def said(kind, hours, hour):
    """Return whether an exception says that it is open at an hour; None if it says nothing."""
    within = hours[0] <= hour < hours[1]
    if kind == "day":
        return within
    return (kind == "adds open") if within else None


@given(region=LISTED, line=LISTED)
@settings(max_examples=cases(150), deadline=None)
def test_of_all_that_speak_of_an_hour_the_highest_holds(region, line):
    """Against a look at each exception, in winter in London, where the wall shows UTC."""
    in_order = sorted((*region, *line), key=lambda one: one[2])
    expected = []
    for hour in range(24):
        answers = [said(kind, hours, hour) for kind, hours, _ in in_order]
        known = [one for one in answers if one is not None]
        if known[-1] if known else hour in DAY:
            expected.append(hour)

    found = opened(
        region=", ".join(written(*one) for one in region),
        line=", ".join(written(*one) for one in line),
    )

    assert found == expected
