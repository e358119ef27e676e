"""Days to come on which hours are others: what a page reads out of the feed, and what is meant."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone

import pytest
from web.feed_reader import read

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
      standard: {hours: "Mo-Fr 09:00-17:00; PH off", time_zone: Europe/London, holidays: GB-ENG}
    lines: [{id: main, number: "+44 20 7946 0958"}]
    exceptions:
      - {on: 2026-12-24, hours: "10:00-14:00", reason: Short day}
      - {first_day: 2026-12-28, last_day: 2026-12-31, hours: "off"}
      - {first_day: 2027-01-11, last_day: 2027-01-13, hours: "off", reason: Move}
      - {on: 2027-01-20, hours: "unknown", reason: Strike}
"""
SINCE = datetime(2026, 11, 30, tzinfo=timezone.utc)
DAYS = 93
"""Of them days are told that begin and end within."""


def second_of(at):
    """Return the POSIX second of an instant."""
    return int(at.timestamp())


def feed_of(directory, country):
    """Return the file of a country."""
    since = second_of(SINCE)
    return lines_file(Scope(directory.facts, since, since + DAYS * 86_400), country, 3600).record


def best(lines, at):
    """Return the first option that a page shows at an instant."""
    return read(lines, {"prefixes": {}}, second_of(at))["options"][0]


def days_of(first, last):
    """Return the days from one to another, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.fixture(scope="module")
def example():
    """Return a directory with exceptions of each kind, at the clock of London."""
    return supportlines.loads(DIRECTORY, name="example.yaml")


def told_of(lines, at):
    """Return what a page tells of each day, by London's clock, which is UTC in winter."""
    rank = ("closed", "open", "unknown").index
    found = {}
    for since, until, state, why in best(lines, at)["coming"]:
        ends = (datetime.fromtimestamp(one, timezone.utc).date() for one in (since, until - 1))
        for day in days_of(*ends):
            key = (str(day), why)
            found[key] = max(found.get(key, state), state, key=rank)
    return found


def test_exceptions_and_holidays_are_told_with_their_best_state(example):
    """Worked out by hand; Boxing Day is a Saturday, on which nobody answers anyway."""
    told = told_of(feed_of(example, "GB"), datetime(2026, 12, 21, 10, tzinfo=timezone.utc))

    assert told == {
        ("2026-12-24", "Short day"): "open",
        ("2026-12-25", "Christmas Day"): "closed",
        ("2026-12-26", "Boxing Day"): "closed",
        **{(f"2026-12-{day}", ""): "closed" for day in (28, 29, 30, 31)},
        ("2027-01-01", "New Year's Day"): "closed",
        **{(f"2027-01-{day}", "Move"): "closed" for day in (11, 12, 13)},
        ("2027-01-20", "Strike"): "unknown",
    }


def compared(directory, country, draw, count):
    """Yield what Python tells of days to come and a page does not, and wrong "closed" of a page."""
    lines = feed_of(directory, country)
    for _ in range(count):
        at = SINCE + timedelta(seconds=draw.randrange(60 * 86_400))
        answer = directory.answer(Question(country), at=at)
        page = best(lines, at)
        spans = [(since, until) for since, until, _, _ in page["coming"]]
        for one in answer.coming:
            # A page counts from where hours are others, not from the midnight before.
            is_near = at < one.start < at + timedelta(days=29)
            if not is_near or one.why.code in ("new_hours", "line_ends"):
                continue
            start, end = second_of(one.start), second_of(one.end)
            if not any(since < end and start < until for since, until in spans):
                yield "missing", country, at, one
        for since, until, state, _ in page["coming"]:
            if state == "closed":
                inside = datetime.fromtimestamp(draw.randrange(since, until), timezone.utc)
                then = directory.answer(Question(country), at=inside)
                states = {one.state for one in then.options if one.line.id == page["line"]}
                languages = [*page["languages"]]
                same = {
                    one.state
                    for one in then.options
                    if one.line.id == page["line"] and list(one.languages) == languages
                }
                if "open" in (same or states):
                    yield "open", country, inside, page["line"]


@pytest.mark.parametrize("country", ["DE", "GB"])
def test_all_that_python_tells_is_told_by_a_page(example, country):
    """At random instants; of what a page calls closed nothing is open."""
    draw = random.Random(country)  # noqa: S311 - for tests

    assert list(compared(example, country, draw, cases(100))) == []


@pytest.mark.parametrize("country", ["AU", "BR", "DE", "EG", "GB", "IN", "IT", "JP", "US"])
def test_of_the_shipped_directory_too(country):
    """With the holidays of its countries."""
    draw = random.Random(country)  # noqa: S311 - for tests

    assert list(compared(supportlines.load(), country, draw, cases(12))) == []
