"""Exceptions of which nobody knows the end: any of them may be over while others last."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import supportlines

from strategies.amount import cases

TEXT = """
directory:
  id: ends
  name: Ends
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-20}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    exceptions: [REGION]
    availability: {standard: {hours: "09:00-17:00", time_zone: Europe/London RULE}}
    lines: [{id: line, number: "+44 20 7946 0100", exceptions: [LINE]}]
"""
FLOOD = "{first_day: 2026-11-16, last_day: unknown, reason: Flood}"
STAFF = "{first_day: 2026-11-18, last_day: unknown, hours: 10:00-12:00, priority: 1, reason: Staff}"
LATE = '{first_day: 2026-11-17, last_day: unknown, hours: "17:00-20:00", adds: true, priority: 2}'
FIRE = "{from: 2026-11-16T09:00Z, until: unknown, priority: %s, reason: Fire}"
HELP = '{from: 2026-11-16T09:00Z, until: unknown, hours: "24/7", priority: %s, reason: Help}'
DRILL = '{on: 2026-12-01, hours: "11:00-12:00 off", adds: true, priority: 3, reason: Drill}'


def loaded(line, region="", rule="", hours="09:00-17:00"):
    """Return a directory with exceptions at both levels."""
    text = TEXT.replace("REGION", region).replace("LINE", line).replace("RULE", rule)
    return supportlines.loads(text.replace("09:00-17:00", hours))


@pytest.mark.parametrize(
    ("exceptions", "hour", "state"),
    [
        # The flood lasts and the staff have gone, or the other way round, or both, or neither.
        ([FLOOD, STAFF], 11, "unknown"),
        ([FLOOD, STAFF], 10, "unknown"),
        ([FLOOD, STAFF], 9, "unknown"),
        ([FLOOD, STAFF], 18, "closed"),
        ([FLOOD, LATE], 18, "unknown"),
        ([FLOOD, LATE], 21, "closed"),
        ([STAFF, LATE], 11, "open"),
        ([STAFF, LATE], 13, "unknown"),
        ([FLOOD, STAFF, LATE], 11, "unknown"),
        # What is sure lies over them, or under them.
        ([FLOOD, STAFF, DRILL], 11, "closed"),
        ([FLOOD, STAFF, DRILL], 10, "unknown"),
        # Instants, and the two kinds together.
        ([FIRE % 0, HELP % 1], 11, "unknown"),
        ([FIRE % 1, HELP % 0], 20, "unknown"),
        ([HELP % 0, HELP % 1], 11, "open"),
        ([HELP % 0, FLOOD.replace("{", "{priority: -1, ")], 11, "unknown"),
        ([HELP % 0, STAFF], 11, "open"),
        ([HELP % 0, STAFF], 10, "open"),
        ([HELP % 0, STAFF], 13, "unknown"),
        ([FIRE % 0, STAFF], 11, "unknown"),
        ([FIRE % 0, STAFF], 20, "closed"),
    ],
)
def test_what_is_sure_is_what_all_say_that_may_last(exceptions, hour, state):
    """That nobody knows the end of two does not mean that they end together."""
    at = datetime(2026, 12, 1, hour, 30, tzinfo=timezone.utc)

    answer = loaded(", ".join(exceptions)).who_can_i_call("GB", at=at)

    assert answer.state == state


def test_so_it_is_where_nobody_says_what_holds_on_public_holidays():
    """Christmas Day: closed by the holiday, or by the flood, or open."""
    directory = loaded(f"{FLOOD}, {HELP % 1}", rule=", holidays: not_stated")

    def state(day, hour):
        at = datetime(2026, 12, day, hour, tzinfo=timezone.utc)
        return directory.who_can_i_call("GB", at=at).state

    assert [state(25, 11), state(25, 20), state(1, 11)] == ["unknown"] * 3
    assert (
        loaded(FLOOD, rule=", holidays: not_stated")
        .who_can_i_call("GB", at=datetime(2026, 12, 25, 20, tzinfo=timezone.utc))
        .state
        == "closed"
    )


def test_the_caveat_names_one_whose_end_is_missing():
    """Of two that may have changed it the nearer one is named."""
    at = datetime(2026, 12, 1, 9, 30, tzinfo=timezone.utc)

    option = loaded(f"{FLOOD}, {STAFF}").who_can_i_call("GB", at=at).best

    assert [one.text for one in option.caveats if one.code == "end_not_known"] == [
        "The source does not say until when this holds: Staff."
    ]


@pytest.mark.parametrize("exceptions", [[FLOOD], [FLOOD, HELP % 1], [FIRE % 0, HELP % 1]])
def test_what_may_last_for_ever_is_said_to_change_at_no_time(exceptions):
    """The end of the calendar is no end: nobody is told to wait for the year 10000."""
    directory = loaded(", ".join(exceptions), hours="24/7")

    option = directory.who_can_i_call("GB", at=datetime(2026, 12, 1, 11, tzinfo=timezone.utc)).best

    assert (option.state, option.changes_at, option.next_state) == ("unknown", None, None)


ONE = st.tuples(
    st.sampled_from(["days", "adds", "window"]),
    st.tuples(st.integers(7, 20), st.integers(8, 21)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from(["open", "off", "unknown"]),
    st.integers(-9, 9),
    st.booleans(),
)
"""Its kind, hours and state, its priority, and whether its end is known: the end of December."""
LISTED = st.lists(ONE, max_size=3, unique_by=lambda one: one[3])


def written(kind, hours, state, priority, ends):
    """Return an exception in YAML."""
    more = f"priority: {priority}" + (", adds: true" if kind == "adds" else "")
    if kind == "window":
        text = {"open": "24/7", "off": "off", "unknown": "24/7 unknown"}[state]
        until = "2026-12-31T00:00Z" if ends else "unknown"
        return f'{{from: 2026-11-16T09:00Z, until: {until}, hours: "{text}", {more}}}'
    times = f"{hours[0]:02}:00-{hours[1]:02}:00"
    text = times if kind == "days" else f"{times} {state}"
    last = "2026-12-30" if ends else "unknown"
    return f'{{first_day: 2026-11-16, last_day: {last}, hours: "{text}", {more}}}'


def said(kind, hours, state, hour):
    """Return the state that an exception says for an hour; None if it says nothing."""
    spoken = {"open": "open", "off": "closed", "unknown": "unknown"}[state]
    within = hours[0] <= hour < hours[1]
    if kind == "days":
        return "open" if within else "closed"
    return spoken if within or kind == "window" else None


@given(region=LISTED, line=LISTED)
@settings(max_examples=cases(100), deadline=None)
def test_every_way_in_which_they_may_have_ended_is_thought_of(region, line):
    """Against all of them, one by one; in winter in London, where the wall shows UTC."""
    in_order = sorted((*region, *line), key=lambda one: one[3])
    start = datetime(2026, 12, 10, tzinfo=timezone.utc)
    expected = []
    for hour in range(24):
        possible = set()
        for lasting in product([True, False], repeat=len(in_order)):
            told = [
                said(*one[:3], hour) for one, lasts in zip(in_order, lasting) if lasts or one[4]
            ]
            known = [one for one in told if one is not None]
            possible.add(known[-1] if known else "open" if 9 <= hour < 17 else "closed")
        expected.append(possible.pop() if len(possible) == 1 else "unknown")

    directory = loaded(
        region=", ".join(written(*one) for one in region),
        line=", ".join(written(*one) for one in line),
    )

    found = [
        directory.who_can_i_call("GB", at=start + timedelta(hours=hour)).state for hour in range(24)
    ]
    assert found == expected
