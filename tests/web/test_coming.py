"""Days to come on which hours are others: what files say of them, by hand and compared."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta, timezone

import pytest
from web.feed_reader import answer_of, read
from web.test_feed import difference, questions

import supportlines
from supportlines.lookup import Question
from supportlines.web.feed import Scope, lines_file

from strategies.amount import cases

DIRECTORY = """
directory:
  id: example
  name: Example
  sources: [{id: page, title: Page, url: "https://support.example/", read_on: 2026-11-01}]
tiers:
  standard: {name: Standard}
regions:
  - id: europe
    name: Europe
    countries: [GB, DE]
    languages: [en]
    availability:
      standard:
        - {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London, valid_until: 2027-01-31}
        - {hours: "Mo-Fr 10:00-16:00", time_zone: Europe/London, valid_from: 2027-02-01}
    lines: [{id: main, number: "+44 20 7946 0958"}]
    exceptions:
      - {on: 2026-12-24, hours: "10:00-14:00", reason: Short day}
      - {on: 2026-12-25, hours: "off", reason: {en: Christmas, de: Weihnachten}}
      - {first_day: 2026-12-28, last_day: 2026-12-31, hours: "off"}
      - {from: 2027-01-05T12:00, until: 2027-01-05T15:30, reason: Repairs}
      - {on: 2027-01-06, hours: "24/7", reason: Sale}
      - {first_day: 2027-01-11, last_day: 2027-01-13, hours: "Mo-Tu 10:00-12:00", reason: Move}
      - {on: 2027-01-20, hours: "unknown", reason: Strike}
      - {on: 2027-01-23, hours: "off", reason: A Saturday}
      - {first_day: 2027-01-25, last_day: unknown, hours: "off", reason: Flood}
"""
WITHIN = """
      - {first_day: 2026-12-20, last_day: 2027-01-31, hours: "off", reason: Break}
      - {on: 2027-01-20, hours: "10:00-14:00", reason: Short day, priority: 1}
"""
CHAIN = """
      - {first_day: 2026-12-24, last_day: 2027-01-31, hours: "off", reason: Break}
      - {first_day: 2027-01-20, last_day: 2027-06-01, hours: "off", reason: Move, priority: 1}
      - {on: 2027-03-01, hours: "10:00-12:00", reason: Farewell, priority: 2}
      - {first_day: 2026-11-25, last_day: 2027-02-25, hours: "Mo-Fr 09:00-17:00; 2026 Dec 02 off",
         reason: Mostly, priority: -1}
"""
SINCE = datetime(2026, 11, 30, tzinfo=timezone.utc)
DAYS = 93
EPOCH = date(1970, 1, 1)
FIRST = (SINCE.date() - EPOCH).days
UNKNOWN = "short_unknown"


def file_of(directory, country, days=DAYS):
    """Return the file of a country."""
    since = int(SINCE.timestamp())
    return lines_file(Scope(directory.facts, since, since + days * 86_400), country, 3600).record


def days_from(day):
    """Return how many days after the first of the file a date is."""
    return (date.fromisoformat(day) - EPOCH).days - FIRST


@pytest.fixture(scope="module")
def example():
    """Return a directory with exceptions of each kind, at the clock of London."""
    return supportlines.loads(DIRECTORY, name="example.yaml")


def test_what_comes_is_written_by_its_beginning(example):
    """Worked out by hand; a Saturday on which nobody answers anyway is no change."""
    lines = file_of(example, "GB")
    ((shift, *places),) = lines["coming"]
    half_hours = lines["unit"] // 1800

    assert (shift, half_hours, lines["unit"] % 1800) == (None, 1, 0)
    assert [lines["changes"][place] for place in places] == [
        [days_from("2026-12-24"), "Short day", [[20, 28]]],
        [days_from("2026-12-25"), {"en": "Christmas", "de": "Weihnachten"}],
        [days_from("2026-12-28"), None, None, 4],
        [days_from("2027-01-05"), "Repairs", None, -7, 24],
        [days_from("2027-01-06"), "Sale", "all_day"],
        [days_from("2027-01-11"), "Move", "other_hours", 3],
        [days_from("2027-01-20"), "Strike", UNKNOWN],
        [
            days_from("2027-01-25"),
            ["", "Flood", [["because_end_not_known"]]],
            UNKNOWN,
            0,
            0,
        ],
        [days_from("2027-02-01"), None, UNKNOWN, 0, 0],  # the flood may not be over
    ]


def test_whoever_is_on_another_clock_is_told_when_days_begin(example):
    """In Germany it is the day in London that begins, an hour after midnight."""
    lines = file_of(example, "DE")
    ((shift, *_),) = lines["coming"]

    assert shift == 0
    assert lines["clocks"][0][1:] == [[0, 3600]]
    starts = [one["start"] for one in read(lines, {"prefixes": {}}, second("2026-12-20"))["coming"]]
    assert starts[:3] == [second("2026-12-24"), second("2026-12-25"), second("2026-12-28")]


def second(day):
    """Return the POSIX second at which a day begins in UTC."""
    return int(datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp())


NEW_YORK = """
directory:
  id: example
  name: Example
  sources: [{id: page, title: Page, url: "https://support.example/", read_on: 2026-11-01}]
tiers: {standard: {}}
regions:
  - id: one
    name: One
    countries: [US]
    languages: [en]
    availability: {standard: [{hours: "Mo-Fr 09:00-17:00", time_zone: America/New_York}]}
    lines: [{id: main, number: "+44 20 7946 0958"}]
    exceptions:
      - {on: 2026-12-12, hours: "24/7", reason: Sale}
      - {on: 2026-12-14, hours: "09:00-10:00,11:00-12:00,13:00-14:00,15:00-16:00,17:00-18:00"}
      - {first_day: 2026-12-20, last_day: 2027-12-20, hours: "off", reason: Long}
"""


def test_what_lies_within_a_change_is_told_with_it():
    """Worked out by hand: 31 days after the break begins, and told as long before as that."""
    directory = supportlines.loads(DIRECTORY.partition("exceptions:")[0] + f"exceptions:{WITHIN}")
    lines = file_of(directory, "GB")
    day = 86_400 // lines["unit"]

    assert [lines["changes"][place] for place in lines["coming"][0][1:3]] == [
        [days_from("2026-12-20"), "Break", None, 43],
        [days_from("2027-01-20"), "Short day", [[10, 14]], None, None, 31 * day],
    ]
    for hour in range(0, 90 * 24, 7):
        instant = SINCE + timedelta(hours=hour)
        assert difference(lines, directory, Question("GB"), instant) is None, instant


def test_a_line_that_ends_says_that_another_takes_its_place():
    """Also for who is not offered that one: it is what the source says."""
    text = ONE_NUMBER.replace("exceptions: [{on: 2026-12-10", "valid_until: 2026-12-15 #")
    text = text.replace("[shop, work]}}", "[shop]}, valid_from: 2026-12-16, replaces: old}")
    directory = supportlines.loads(text)
    lines = file_of(directory, "GB")

    why = ["note_line_ends", ["2026-12-15"], [["line_followed"]]]
    assert [days_from("2026-12-16"), why, None, 0] in [row[:4] for row in lines["changes"]]
    for plan in (None, "home", "shop"):
        question = Question("GB", facets={"plan": plan} if plan else {})
        for hour in range(0, 20 * 24, 5):
            at = SINCE + timedelta(hours=hour)
            assert difference(lines, directory, question, at) is None, (plan, at)


def test_chains_of_changes_are_told_as_python_tells_them():
    """Each begins within another one, and goes on behind it."""
    directory = supportlines.loads(DIRECTORY.partition("exceptions:")[0] + f"exceptions:{CHAIN}")
    lines = file_of(directory, "GB")

    for hour in range(0, 93 * 24, 7):
        instant = SINCE + timedelta(hours=hour)
        assert difference(lines, directory, Question("GB"), instant) is None, instant


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("America/Los_Angeles", -8), ("America/New_York", -5), ("Pacific/Honolulu", -10)],
)
def test_times_are_by_the_clock_of_the_zone_that_is_said(zone, offset):
    """Where what is told differs for one of them, all others do not share a clock."""
    lines = file_of(supportlines.loads(NEW_YORK), "US")

    names, *offsets = answer_of(lines, {"time_zone": zone})["clock"]
    assert zone in names.split("|")
    assert offsets[0] == [0, offset * 3600]
    assert "time_zone" in [one["name"] for one in lines["asks"]]


def test_of_many_times_and_of_what_is_long_no_part_is_told():
    """Who reads four of five times takes the line to be closed in the fifth."""
    lines = file_of(supportlines.loads(NEW_YORK), "US")
    told = {tuple(map(str, row[1:4])) for row in lines["changes"]}

    assert ("None", "other_hours") in told
    assert ("Long", "None", "0") in told


def test_a_time_that_the_clock_shows_twice_is_not_told():
    """Who reads half past one would not know which; a day of 23 hours has no such time."""
    head = DIRECTORY.partition("    exceptions:")[0].replace("2026-11-01", "2026-10-01")
    fall = '{on: 2026-10-25, hours: "01:30-05:00", reason: Fall}'
    spring = '{on: 2027-03-28, hours: "00:30-05:00", reason: Spring}'
    facts = supportlines.loads(f"{head}    exceptions: [{fall}, {spring}]\n").facts
    since = int(datetime(2026, 10, 20, tzinfo=timezone.utc).timestamp())

    lines = lines_file(Scope(facts, since, since + 170 * 86_400), "GB", 3600).record

    told = {row[1]: row[2] for row in lines["changes"] if row[1] is not None}
    assert lines["unit"] == 1800
    assert told == {"Fall": "other_hours", "Spring": [[1, 8]]}


def test_what_begins_behind_the_end_of_the_file_is_told_in_it(example):
    """It ends on 14 December, and Christmas is 11 days later."""
    lines = file_of(example, "GB", days=14)
    coming = read(lines, {"prefixes": {}}, second("2026-12-13"))["coming"]

    assert [one["why"] for one in coming][:2] == [
        "Short day",
        {"en": "Christmas", "de": "Weihnachten"},
    ]


ONE_NUMBER = """
directory:
  id: example
  name: Example
  sources: [{id: page, title: Page, url: "https://support.example/", read_on: 2026-11-01}]
tiers: {standard: {}}
facets: {plan: {values: [home, shop, work]}}
regions:
  - id: one
    name: One
    countries: [GB]
    languages: [en]
    availability: {standard: [{hours: "Mo-Fr 10:00-18:00", time_zone: Europe/London}]}
    lines:
      - id: old
        number: "+44 20 7946 0958"
        for: {plan: [home, shop]}
        exceptions: [{on: 2026-12-10, hours: "off", reason: Move}]
      - {id: new, number: "+44 20 7946 0958", for: {plan: [shop, work]}}
"""


@pytest.mark.parametrize(
    ("plan", "begins", "told"),
    [
        (None, None, ["unknown"]),
        ("home", None, ["closed"]),
        ("shop", None, []),
        ("work", None, []),
        ("shop", "2026-12-08", ["closed", None]),
    ],
)
def test_lines_of_one_number_add_up_for_whom_both_serve(plan, begins, told):
    """Who does not say the plan may have the line that nobody answers, or the other.

    Once nobody answers on the one, or before the other one is there, they are two options or one:
    what comes is that of each, while it is there.
    """
    dates = f"}}, valid_from: {begins}}}" if begins else "}}"
    directory = supportlines.loads(ONE_NUMBER.replace("[shop, work]}}", f"[shop, work]{dates}"))
    lines = file_of(directory, "GB")
    question = Question("GB", facets={"plan": plan} if plan else {})

    for hour in range(7 * 24, 12 * 24):
        for edge in (-1, 0, 1):
            at = SINCE + timedelta(hours=hour, seconds=edge)
            assert difference(lines, directory, question, at) is None, at
    at = [datetime(2026, 12, day, 12, tzinfo=timezone.utc) for day in (7, 9)]
    found = [[one.state for one in directory.answer(question, at=one).coming] for one in at]
    assert found[0] == told[:1]
    assert found[1] == [one for one in told[-1:] if one]


@pytest.mark.parametrize("country", ["DE", "GB"])
def test_a_page_tells_what_python_tells(example, country):
    """At random instants."""
    lines = file_of(example, country)
    draw = random.Random(country)  # noqa: S311 - for tests
    for _ in range(cases(60)):
        at = SINCE + timedelta(seconds=draw.randrange(DAYS * 86_400))
        assert difference(lines, example, Question(country), at) is None


@pytest.mark.parametrize("country", ["BR", "DE", "EG", "GB", "IT", "US"])
def test_of_the_shipped_directory_too(country):
    """Whoever asks, with the holidays of its countries and of their parts."""
    pytest.importorskip("holidays")
    draw = random.Random(country)  # noqa: S311 - for tests
    shipped = supportlines.load()
    lines = file_of(shipped, country)
    told = 0
    for _ in range(cases(5)):
        for question in questions(draw, lines, {"country": country}):
            at = SINCE + timedelta(seconds=draw.randrange(DAYS * 86_400))
            assert difference(lines, shipped, question, at) is None, (question, at)
            told += len(shipped.answer(question, at=at).coming)
    assert told > 0
