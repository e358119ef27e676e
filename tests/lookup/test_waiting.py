"""Hours after another line's, under exceptions of regions and of the line itself."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import supportlines

from strategies.amount import cases

HEAD = """
directory:
  id: waiting
  name: Waiting
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-20}]
tiers: {standard: {}}
"""
TWO = """
regions:
  - id: outer
    languages: [en]
    availability: {standard: {hours: "08:00-20:00", time_zone: Europe/London}}
    exceptions: [OUTER]
    regions:
      - id: gb
        countries: [GB]
        exceptions: [INNER]
        lines:
          - {id: day, number: "+44 20 7946 0100"}
          - id: night
            number: "+44 20 7946 0101"
            availability: {standard: {after: day, time_zone: Europe/London}}
            exceptions: [OWN]
"""


def night(at, outer="", inner="", own=""):
    """Return the states of the line for the night at some instants (UTC)."""
    text = TWO.replace("OUTER", outer).replace("INNER", inner).replace("OWN", own)
    directory = supportlines.loads(HEAD + text)
    answers = [directory.who_can_i_call("GB", at=one) for one in at]
    return [
        next(one.state for one in answer.options if one.line.id == "night") for answer in answers
    ]


def utc(day, hour):
    """Return an instant of December 2026, when London shows UTC."""
    return datetime(2026, 12, 1, tzinfo=timezone.utc) + timedelta(days=day - 1, hours=hour)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # The region inside lifts what the region around closes: the day line has 10 to 14.
        (
            {
                "outer": "{first_day: 2026-12-01, last_day: 2026-12-05, reason: Move}",
                "inner": '{on: 2026-12-03, hours: "10:00-14:00", reason: We are here}',
            },
            {(3, 12): "closed", (3, 20): "open", (4, 20): "closed"},
        ),
        # A higher opening of the region hides what the line says of the day.
        (
            {
                "inner": "{on: 2026-12-03, hours: 24/7, priority: 5}",
                "own": '{on: 2026-12-03, hours: "08:00-20:00"}',
            },
            {(3, 12): "closed", (3, 22): "closed", (4, 22): "open"},
        ),
        (
            {
                "inner": '{on: 2026-12-03, hours: "10:00-12:00", priority: 5}',
                "own": "{on: 2026-12-03}",
            },
            {(3, 11): "closed", (3, 13): "open"},
        ),
        # Nobody knows whether its own exception is over: open day and night, or not by day.
        (
            {"own": "{first_day: 2026-11-18, last_day: unknown, hours: 24/7, reason: Strike}"},
            {(1, 12): "unknown", (1, 22): "open"},
        ),
        (
            {"own": "{from: 2026-11-18T00:00Z, until: unknown, hours: 24/7, reason: Strike}"},
            {(1, 12): "unknown", (1, 22): "open"},
        ),
        (
            {"own": "{first_day: 2026-11-18, last_day: unknown}"},
            {(1, 12): "closed", (1, 22): "unknown"},
        ),
        # One exception may open one day and close others.
        (
            {
                "inner": "{first_day: 2026-12-24, last_day: 2026-12-26, "
                'hours: "Dec 24 09:00-12:00; Dec 25,26 off", reason: Christmas}'
            },
            {(24, 10): "closed", (24, 13): "open", (25, 12): "closed", (26, 22): "closed"},
        ),
    ],
)
def test_each_exception_is_heard_in_its_order(words, expected):
    """The higher priority, of equal ones the nearer."""
    found = night([utc(*one) for one in expected], **words)

    assert dict(zip(expected, found)) == expected


def test_what_may_be_over_is_named():
    """And the next state is not sure either."""
    text = TWO.replace("OUTER", "").replace("INNER", "")
    own = "{first_day: 2026-11-18, last_day: unknown, hours: 24/7, reason: Strike}"
    directory = supportlines.loads(HEAD + text.replace("OWN", own))

    answer = directory.who_can_i_call("GB", at=utc(1, 12))

    (option,) = [one for one in answer.options if one.line.id == "night"]
    (caveat,) = [one for one in option.caveats if one.code == "end_not_known"]
    assert caveat.values["why"] == "Strike"


HOURS = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda pair: pair[0] < pair[1])
KINDS = st.sampled_from(["window", "day", "off", "adds open", "adds closed"])
LISTED = st.lists(
    st.tuples(KINDS, HOURS, st.integers(-3, 3)), max_size=3, unique_by=lambda one: one[2]
)


def written(kind, hours, priority):
    """Return an exception of the 10th in YAML."""
    first, last = hours
    if kind == "off":
        return f"{{on: 2026-12-10, priority: {priority}}}"
    if kind == "window":
        ends = "2026-12-11T00:00Z" if last == 24 else f"2026-12-10T{last:02}:00Z"
        return f"{{from: 2026-12-10T{first:02}:00Z, until: {ends}, priority: {priority}}}"
    state = " off" if kind == "adds closed" else ""
    adds = ", adds: true" if kind != "day" else ""
    times = f'"{first:02}:00-{last:02}:00{state}"'
    return f"{{on: 2026-12-10, hours: {times}, priority: {priority}{adds}}}"


def said(kind, hours, hour):
    """Return whether an exception opens an hour, closes it, or says nothing of it (None)."""
    within = hours[0] <= hour < hours[1]
    if kind in ("day", "off"):
        return within and kind == "day"
    return (kind == "adds open") if within else None


def expected_at(hour, listed):
    """Return whether the night line is open: *listed* are (is its own, exception), the top last."""
    day = 8 <= hour < 20
    found = None
    for is_own, (kind, hours, _) in listed:
        answer = said(kind, hours, hour)
        if answer is None:
            continue
        if is_own:
            found = answer
        else:
            day = answer
            found = None if kind in ("day", "adds open") else False
    return not day if found is None else found


@given(outer=LISTED, inner=LISTED, own=LISTED)
@settings(max_examples=cases(200), deadline=None)
def test_of_all_that_speak_of_an_hour_the_highest_is_heard(outer, inner, own):
    """Against a look at each exception in its order."""
    listed = [
        *((False, one) for one in outer),
        *((False, one) for one in inner),
        *((True, one) for one in own),
    ]
    listed.sort(key=lambda one: one[1][2])
    hours = range(24)

    found = night(
        [utc(10, hour) for hour in hours],
        *(", ".join(written(*one) for one in level) for level in (outer, inner, own)),
    )

    assert [one == "open" for one in found] == [expected_at(hour, listed) for hour in hours]


@pytest.mark.parametrize(
    ("dates", "at", "expected"),
    [
        # Before the first day nobody says whether somebody is there, whatever the day line does.
        ("valid_from: 2026-12-02", utc(1, 10), "unknown"),
        ("valid_from: 2026-12-02", utc(1, 22), "unknown"),
        ("valid_from: 2026-12-02", utc(2, 10), "closed"),
        ("valid_from: 2026-12-02", utc(2, 22), "open"),
        ("valid_until: 2026-12-01", utc(1, 22), "open"),
        ("valid_until: 2026-12-01", utc(2, 10), "unknown"),
        # A night that begins on the last day goes on to its end.
        ('hours: "18:00-06:00", valid_until: 2026-12-01', utc(2, 5), "open"),
        ('hours: "18:00-06:00", valid_until: 2026-12-01', utc(2, 7), "unknown"),
        ('hours: "18:00-06:00", valid_until: 2026-12-01', utc(2, 10), "unknown"),
        # Here the hours themselves are not known: closed is closed while the other answers.
        ("hours: 24/7 unknown, valid_from: 2026-12-01", utc(1, 10), "closed"),
    ],
)
def test_on_a_day_of_no_rule_the_hours_of_the_other_line_say_nothing(dates, at, expected):
    """A line is not closed on a day of which nobody speaks."""
    text = HEAD + TWO.replace("after: day,", f"after: day, {dates},")
    directory = supportlines.loads(
        text.replace("OUTER", "").replace("INNER", "").replace("OWN", "")
    )

    options = directory.who_can_i_call("GB", at=at).options

    assert next(one.state for one in options if one.line.id == "night") == expected


@pytest.mark.parametrize(
    ("exception", "expected"),
    [
        ("", ["unknown", "unknown"]),
        ("{on: 2026-12-01, hours: '09:00-11:00', reason: Move}", ["open", "closed"]),
    ],
)
def test_an_exception_of_the_line_itself_speaks_of_a_day_of_no_rule(exception, expected):
    """It says what holds instead, as it does on any other day."""
    text = HEAD + TWO.replace("after: day,", "after: day, valid_from: 2026-12-02,")
    text = text.replace("OUTER", "").replace("INNER", "").replace("OWN", exception)
    directory = supportlines.loads(text)

    assert [
        next(
            one.state
            for one in directory.who_can_i_call("GB", at=at).options
            if one.line.id == "night"
        )
        for at in (utc(1, 10), utc(1, 22))
    ] == expected


def test_what_makes_the_other_line_unknown_is_why_this_one_is():
    """On the 3rd nobody knows whether the day line answers, for a reason that has a name."""
    text = HEAD + TWO.replace("OUTER", "").replace("INNER", "").replace("OWN", "")
    move = "exceptions: [{on: 2026-12-03, hours: 24/7 unknown, reason: Move}]"
    text = text.replace('"+44 20 7946 0100"', f'"+44 20 7946 0100", desk: day, {move}')
    text = text.replace("- id: night", "- id: night\n            desk: night")
    directory = supportlines.loads(f"{text}\ndesks: [day, night]\n")

    best = directory.who_can_i_call("GB", desk="night", at=utc(3, 10)).best

    assert best.state == "unknown"
    assert best.reasons[-1].values["why"] == "Move"

    eve = directory.who_can_i_call("GB", desk="night", at=utc(2, 22))

    assert (eve.best.changes_at, eve.best.next_state) == (utc(3, 0), "unknown")
    assert eve.best.next_why == "Move"
    assert [(one.start, one.state, one.why.text.rstrip(".")) for one in eve.coming] == [
        (utc(3, 0), "unknown", "Move")
    ]
