"""Until when an answer holds: until then nothing of it is otherwise, whoever asks again."""

from __future__ import annotations

import importlib.util
import pickle
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import supportlines

HEAD = """
directory:
  id: d
  name: D
  assumed_languages: [en]
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
"""
PHONE = 'lines: [{id: phone, number: "+44 20 7946 0958"}]'
SECOND = timedelta(seconds=1)


def utc(text):
    """Return the instant that a text such as "2026-11-24 12:00" writes in UTC."""
    return datetime.fromisoformat(f"{text}+00:00")


def region(inside, country="GB"):
    """Return a directory with one region."""
    return supportlines.loads(f"{HEAD}regions:\n  - {{id: r, countries: [{country}], {inside}}}\n")


def hours(text, more=""):
    """Return what a region says of its hours, by the clock in London."""
    return (
        f'availability: {{standard: {{hours: "{text}", time_zone: Europe/London{more}}}}}, {PHONE}'
    )


def until(directory, at, country="GB", **words):
    """Return until when the answer at *at* holds, as a text in UTC."""
    found = directory.who_can_i_call(country, at=utc(at), **words).holds_until
    return None if found is None else f"{found:%Y-%m-%d %H:%M:%S}"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-24 08:59:59", "2026-11-24 09:00:00"),
        ("2026-11-24 09:00:00", "2026-11-24 17:00:00"),
        ("2026-11-24 16:59:59", "2026-11-24 17:00:00"),
        ("2026-11-24 17:00:00", "2026-11-25 00:00:00"),  # `day` is another one then
        ("2026-11-28 12:00:00", "2026-11-29 00:00:00"),
        # In London it is midnight an hour earlier in summer.
        ("2026-07-24 17:00:00", "2026-07-24 23:00:00"),
    ],
)
def test_an_answer_holds_to_the_next_change_of_its_hours_or_its_day(at, expected):
    """The day counts because `Option.day` and `today` are of it."""
    directory = region(hours("Mo-Fr 09:00-17:00"))

    assert until(directory, at) == expected


@pytest.mark.parametrize(
    ("reply", "at", "expected"),
    [
        # It is counted from the instant of asking, and told to the second.
        ("4 h", "2026-11-24 22:00:00", "2026-11-24 22:00:01"),
        ("4 open hours", "2026-11-24 12:00:00", "2026-11-24 12:00:01"),
        # No open time passes before nine.
        ("4 open hours", "2026-11-25 00:30:00", "2026-11-25 09:00:00"),
        ("4 open hours", "2026-11-24 18:00:00", "2026-11-25 00:00:00"),
        # From tomorrow on another day is the next one.
        ("next open day", "2026-11-24 12:00:00", "2026-11-24 17:00:00"),
        ("next open day", "2026-11-24 18:00:00", "2026-11-25 00:00:00"),
    ],
)
def test_an_answer_holds_as_long_as_the_same_instant_is_promised(reply, at, expected):
    """What is counted from the instant of asking holds for a second, all else for longer."""
    form = 'lines: [{id: form, url: "https://form.example"}, {id: p, number: "+44 20 7946 0958"}]'
    stated = hours("Mo-Fr 09:00-17:00").replace(PHONE, f"reply: [{{within: {reply}}}], {form}")

    assert until(region(stated), at, channels=["web_form"]) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Mo-Fr 09:00-17:00", "2026-11-25 09:00:00"),  # closed: no open time passes
        ("24/7", "2026-11-25 06:00:01"),
        ("off", "2026-11-26 00:00:00"),  # nobody knows when an hour will have passed, ever
        ("2026 Nov 26 09:00-09:30", "2026-11-25 06:00:01"),  # nor here, where it is not asked far
        ("Mo-Fr 09:00-09:30; Th unknown", "2026-11-25 09:00:00"),
        ("Th 09:00-12:00 unknown; We 08:00-09:00 unknown", "2026-11-25 08:00:00"),
        ("We 05:00-09:00 unknown", "2026-11-25 09:00:00"),
    ],
)
def test_what_is_promised_by_open_time_on_a_closed_line_stays_until_that_opens(stated, expected):
    """The line is a telephone, on which the promise counts from when somebody asks."""
    promising = hours(stated).replace('0958"', '0958", reply: [{within: 1 open hours}]')
    directory = region(promising)

    assert until(directory, "2026-11-25 06:00:00") == expected


def test_near_the_end_of_the_calendar_nothing_beyond_it_is_looked_at():
    """Ten open hours do not come any more before it ends."""
    promising = hours("Mo 09:00-10:00").replace('0958"', '0958", reply: [{within: 99 open hours}]')
    directory = region(promising)
    at = utc("9998-12-27 12:00:00")

    answer = directory.who_can_i_call("GB", at=at)

    assert answer.asks == ()
    assert (answer.best.reply_by, answer.holds_until) == (None, at + SECOND)


def test_what_comes_is_told_thirty_days_before_to_the_second():
    """An answer that does not tell of a closure ends when it comes into sight."""
    closed = "exceptions: [{on: 2026-12-25, reason: Feast}]"
    directory = region(f"{hours('Mo-Fr 09:00-17:00')}, {closed}")

    at = utc("2026-11-25 00:00:00")  # the day begins 2,592,000 seconds later
    before = directory.who_can_i_call("GB", at=at)
    after = directory.who_can_i_call("GB", at=at + SECOND)

    assert before.holds_until == at + SECOND
    assert (before.coming, len(after.coming)) == ((), 1)
    assert after.holds_until == utc("2026-11-25 09:00:00")


def test_facts_that_grow_old_end_an_answer():
    """Who read the page on 2 November does not vouch for it for more than the days it says."""
    old = region(hours("24/7"))
    aged = supportlines.loads(
        f"{HEAD.replace('  sources', '  confirm_within_days: 20' + chr(10) + '  sources')}"
        f"regions:\n  - {{id: r, countries: [GB], {hours('24/7')}}}\n"
    )

    at = utc("2026-11-22 12:00:00")
    found = aged.who_can_i_call("GB", at=at)
    later = aged.who_can_i_call("GB", at=found.holds_until)

    assert found.holds_until == utc("2026-11-23 00:00:00")
    assert [one.code for one in found.best.caveats] != [one.code for one in later.best.caveats]
    assert until(old, "2026-11-22 12:00:00") == "2026-11-23 00:00:00"  # the day ends in any case


def test_a_line_begins_in_each_zone_of_the_caller_at_its_own_midnight():
    """What a visitor would be told who names a zone is part of the answer."""
    stated = hours("24/7").replace('0958"', '0958", valid_from: 2026-12-01')
    directory = region(stated, country="AU")

    midnights = ["13:00:00", "13:30:00", "14:00:00", "14:30:00", "15:15:00", "16:00:00"]
    found = [until(directory, f"2026-11-30 {at}", "AU") for at in midnights[:-1]]

    assert found == [f"2026-11-30 {at}" for at in midnights[1:]]


def test_a_line_begins_somewhere_on_earth_where_no_zone_is_known():
    """Heard Island has no zone: the day begins first where clocks are fourteen hours ahead."""
    stated = hours("24/7").replace('0958"', '0958", valid_from: 2026-12-01')
    directory = region(stated, country="HM")

    assert until(directory, "2026-11-27 12:00:00", "HM") == "2026-11-30 10:00:00"
    assert until(directory, "2026-11-30 10:00:00", "HM") == "2026-12-01 12:00:00"


def test_it_is_no_part_of_what_is_equal_and_survives_a_pickle():
    """Two answers that say the same are the same, however long each is known to hold."""
    directory = region(hours("24/7"))
    answer = directory.who_can_i_call("GB", at=utc("2026-11-24 12:00:00"))

    assert replace(answer, holds_until=None) == answer
    assert hash(replace(answer, holds_until=None)) == hash(answer)
    again = pickle.loads(pickle.dumps(answer))  # noqa: S301 - our own

    assert again.holds_until == utc("2026-11-25 00:00:00")
    assert "holds_until" not in answer.to_dict()


def test_answers_of_random_directories_hold_until_they_say():
    """More cases: `python tests/benchmarks/holding_laws.py`."""
    path = Path(__file__).parents[1] / "benchmarks" / "holding_laws.py"
    spec = importlib.util.spec_from_file_location("holding_laws", path)
    laws = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    try:
        spec.loader.exec_module(laws)
    finally:
        sys.path[:] = before

    differing, count, exact = laws.run(100, seed=1)

    assert differing == []
    assert exact > count / 2  # most of them end no sooner than they must
