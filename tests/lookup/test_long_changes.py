"""Changes that go on for long: what begins within them, when their hours end, what follows."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

import supportlines

AT = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)

LONG = """
directory:
  id: long
  name: Long
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-30}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}}
    lines: [{id: day, number: "+44 20 7946 0100"}]
    exceptions:
      - {first_day: 2026-12-21, last_day: 2027-03-31, hours: "Mar Tu 10:00-12:00", reason: Move}
      - {on: 2027-02-10, hours: "09:00-10:00", reason: Farewell, priority: 1}
"""


@pytest.mark.parametrize("day", [1, 10, 20])
def test_of_a_long_change_the_same_is_told_from_the_first_day_on(day):
    """Closed for ten weeks and open on some days of the last: nobody says that it is closed.

    What begins within it, however late, has a name of its own.
    """
    at = datetime(2026, 12, day, tzinfo=timezone.utc)
    change, within = supportlines.loads(LONG).who_can_i_call("GB", at=at).coming

    assert (change.state, change.why.text.rstrip(".")) == ("open", "Move")
    # Tuesdays of March 2027, the last of them by summer time.
    hours = [(one.month, one.day, one.hour, other.hour) for one, other in change.hours]
    assert hours == [(3, day, 10, 12) for day in (2, 9, 16, 23)] + [(3, 30, 9, 11)]
    assert (within.state, within.why.text.rstrip(".")) == ("open", "Farewell")


def of_london(hours, more):
    """Return a directory of one region, in London."""
    head = LONG[: LONG.index("    availability")].replace("[GB]", "[GB, IE]")
    stated = f'{{standard: {{hours: "{hours}", time_zone: Europe/London}}}}'
    return supportlines.loads(f"{head}    availability: {stated}\n{more}")


ONE_LINE = '    lines: [{id: day, number: "+44 20 7946 0100"}]'


@pytest.mark.parametrize(
    ("part", "expected"),
    [("GB-SCT", []), ("GB-ENG", [("open", 1)]), (None, [("unknown", 0)])],
)
def test_a_day_of_which_a_part_is_not_known_has_no_hours(part, expected):
    """In Scotland it is a day as others: who reads 10:00-16:00 takes that to be all of it."""
    pytest.importorskip("holidays")
    directory = of_london("Mo-Fr 08:00-20:00; PH 10:00-16:00", ONE_LINE)
    at = datetime(2026, 4, 5, 12, tzinfo=timezone.utc)

    coming = directory.who_can_i_call("GB", subdivision=part, at=at).coming

    easter_monday = [one for one in coming if one.end.date().isoformat() == "2026-04-06"]
    assert [(one.state, len(one.hours)) for one in easter_monday] == expected


@pytest.mark.parametrize(
    ("usual", "hours", "ends"),
    [
        ("Mo-Fr 09:00-17:00", "08:00-20:00", {20}),
        ("Mo-Fr 09:00-17:00", "24/7", set()),
        ("Mo-Su 20:00-08:00", "Mo-Su 20:00-08:00, Sa 12:00-13:00", {8, 13}),
    ],
)
def test_of_what_is_longer_than_anybody_looks_hours_end_when_they_end(usual, hours, ends):
    """What goes on there has no end yet; the next second tells the same."""
    exception = f'{{first_day: 2027-01-01, last_day: 2028-12-31, hours: "{hours}", reason: Long}}'
    directory = of_london(usual, f"    exceptions: [{exception}]\n{ONE_LINE}")
    at = datetime(2027, 1, 3, 12, 34, 56, tzinfo=timezone.utc)
    for _ in range(40):
        answer = directory.who_can_i_call("GB", at=at)
        (change,) = answer.coming
        assert change.state == "open"
        assert {end.hour + end.minute for _, end in change.hours} == ends
        second = timedelta(seconds=1)
        for later in (at + second, answer.holds_until - second):
            if later < answer.holds_until:
                assert directory.who_can_i_call("GB", at=later).coming == answer.coming
        at = answer.holds_until


BREAK = """    exceptions:
      - {first_day: 2026-12-24, last_day: 2027-01-06, hours: "off", reason: Break}
      - {first_day: 2026-12-29, last_day: 2027-01-02, hours: "10:00-15:00", reason: Some,
         priority: 1}
      - {on: 2026-12-30, hours: "10:00-12:00", reason: Short, priority: 2}
      - {on: 2027-01-08, hours: "off", reason: Another}
"""


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("2026-11-24T00:00:00", ""),
        ("2026-11-24T00:00:01", "Break Some Short"),
        ("2026-12-09T00:00:00", "Break Some Short"),
        ("2026-12-09T00:00:01", "Break Some Short Another"),
    ],
)
def test_what_lies_within_a_change_is_told_with_it(second, expected):
    """Whoever reads of the break alone takes it to be closed on the 29th as well.

    So does what lies within that; each is closed, or open, for what it is itself.
    """
    directory = of_london("Mo-Fr 09:00-17:00", BREAK + ONE_LINE)

    answer = directory.who_can_i_call("GB", at=datetime.fromisoformat(f"{second}+00:00"))

    assert " ".join(one.why.text.rstrip(".") for one in answer.coming) == expected
    states = {one.why.text.rstrip("."): (one.state, len(one.hours)) for one in answer.coming}
    assert states.items() <= {
        "Break": ("closed", 0), "Some": ("open", 4), "Short": ("open", 1), "Another": ("closed", 0),
    }.items()  # fmt: skip


def test_what_lies_within_a_change_comes_into_sight_when_an_answer_says_so():
    """Also within one that has begun."""
    directory = of_london("Mo-Fr 09:00-17:00", BREAK + ONE_LINE)
    at = datetime(2026, 11, 20, tzinfo=timezone.utc)
    while at < datetime(2027, 1, 10, tzinfo=timezone.utc):
        answer = directory.who_can_i_call("GB", at=at)
        for seconds in (answer.holds_until - at - timedelta(seconds=1), timedelta(seconds=1)):
            if at + seconds < answer.holds_until:
                later = directory.who_can_i_call("GB", at=at + seconds)
                assert later.coming == answer.coming
        at = answer.holds_until


CHAIN = """    exceptions:
      - {first_day: 2026-12-24, last_day: 2027-01-31, hours: "off", reason: Break}
      - {first_day: 2027-01-20, last_day: 2027-06-01, hours: "off", reason: Move, priority: 1}
      - {on: 2027-03-01, hours: "10:00-12:00", reason: Farewell, priority: 2}
"""
"""Each begins within the one before it, and goes on behind it."""

MOSTLY = """    exceptions:
      - {first_day: 2026-12-01, last_day: 2027-03-31, reason: Mostly,
         hours: "Mo-Fr 09:00-17:00; 2026 Dec 02 off"}
      - {on: 2027-03-15, hours: "10:00-12:00", reason: Farewell, priority: 1}
"""
"""The first makes hours other ones on its second day alone."""


@pytest.mark.parametrize(
    ("exceptions", "day", "expected"),
    [
        (CHAIN, "2026-11-24", {"Break": "closed", "Move": "closed", "Farewell": "open"}),
        (CHAIN, "2026-12-17", {"Break": "closed", "Move": "closed", "Farewell": "open"}),
        (CHAIN, "2027-02-01", {"Move": "closed", "Farewell": "open"}),
        (MOSTLY, "2026-11-10", {"Mostly": "open", "Farewell": "open"}),
        (MOSTLY, "2026-12-03", {"Farewell": "open"}),
        (MOSTLY, "2027-02-01", {"Farewell": "open"}),
        (MOSTLY, "2027-03-01", {"Farewell": "open"}),
    ],
)
def test_what_was_told_with_a_change_is_told_until_it_begins(exceptions, day, expected):
    """However far that goes on, and though nothing more is told of it."""
    directory = of_london("Mo-Fr 09:00-17:00", exceptions + ONE_LINE)

    at = datetime.fromisoformat(f"{day}T00:00:01+00:00")

    coming = directory.who_can_i_call("GB", at=at).coming
    assert {one.why.text.rstrip("."): one.state for one in coming} == expected


@pytest.mark.parametrize(
    ("follows", "expected"),
    [
        ("valid_from: 2026-12-16, replaces: old", "only; new takes its place."),
        ("valid_from: 2026-12-16, replaces: old, label: Two", "only; Two takes its place."),
        ("valid_from: 2026-12-16, label: Two", "only."),
        ("valid_from: 2026-12-17, replaces: old", "only."),  # a day with neither
        ("valid_from: 2026-12-16, replaces: old, serves: [IE]", "only."),
    ],
)
def test_a_line_that_ends_says_which_takes_its_place(follows, expected):
    """Nobody is to take the end of a number for that of the support."""
    text = f"""    lines:
      - {{id: old, number: "+44 20 7946 0100", valid_until: 2026-12-15}}
      - {{id: new, number: "+44 20 7946 0101", {follows}}}
"""
    directory = of_london("Mo-Fr 09:00-17:00", text)

    (change,) = directory.who_can_i_call("GB", at=AT).coming

    assert change.state == "closed"
    assert change.why.text == f"The source lists this line until 2026-12-15 {expected}"


DOCK = """    exceptions: [{first_day: 2026-12-10, last_day: 2027-02-28, reason: Dock}]
"""
TWO_RULES = """    availability:
      standard:
        - {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London, valid_until: UNTIL}
        - {hours: "Mo-Fr 10:00-15:00", time_zone: Europe/London, valid_from: FROM}
"""


@pytest.mark.parametrize(
    ("until", "since"), [("2026-12-20", "2026-12-21"), ("2027-01-31", "2027-02-01")]
)
def test_new_hours_within_a_closure_open_nothing_and_are_told_with_it(until, since):
    """However far ahead they begin."""
    rules = TWO_RULES.replace("UNTIL", until).replace("FROM", since)
    head = LONG[: LONG.index("    availability")]
    directory = supportlines.loads(head + rules + DOCK + ONE_LINE)

    coming = directory.who_can_i_call("GB", at=datetime(2026, 12, 8, tzinfo=timezone.utc)).coming

    assert [(one.state, one.hours, one.why.code) for one in coming] == [
        ("closed", (), "named_day"),
        ("closed", (), "new_hours"),
    ]


def test_the_end_of_a_line_within_a_closure_is_told_with_it():
    """Nobody is to wait for the day on which the closure would be over."""
    line = '    lines: [{id: day, number: "+44 20 7946 0100", valid_until: 2027-02-10}]'
    directory = of_london("Mo-Fr 09:00-17:00", DOCK + line)

    coming = directory.who_can_i_call("GB", at=datetime(2026, 12, 8, tzinfo=timezone.utc)).coming

    found = [(one.start.date().isoformat(), one.why.code) for one in coming]
    assert found == [("2026-12-10", "named_day"), ("2027-02-11", "line_ends")]


def test_of_two_changes_of_one_name_the_inner_one_speaks_of_its_hours():
    """The name alone says not which it is."""
    short = '{on: 2026-12-22, hours: "10:00-12:00", reason: Dock, priority: 1}'
    directory = of_london("Mo-Fr 09:00-17:00", DOCK.replace("}]", f"}}, {short}]") + ONE_LINE)

    coming = directory.who_can_i_call("GB", at=AT).coming

    assert [(one.state, len(one.hours)) for one in coming] == [("closed", 0), ("open", 1)]
