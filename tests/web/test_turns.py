"""Where lines begin or cease, a page says of no day what holds on another."""

from __future__ import annotations

from datetime import datetime, timezone

from web.feed_reader import read

import supportlines
from supportlines.web.feed import Scope, lines_file

HEAD = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "24/7", time_zone: Europe/London}}
"""


def made(lines):
    """Return the file of Britain for the first week of December."""
    facts = supportlines.loads(f"{HEAD}    lines: [{lines}]\n").facts
    return lines_file(Scope(facts, second(1), second(8)), "GB", 3600).record


def second(day):
    """Return when a day of December begins."""
    return int(datetime(2026, 12, day, tzinfo=timezone.utc).timestamp())


def test_that_there_is_no_line_is_not_said_once_there_is_one():
    """The line begins on the fourth."""
    lines = made('{id: new, number: "+44 20 7946 0958", valid_from: 2026-12-04}')

    assert [note for choice in lines["choices"] for note in choice.get("notes", ())] == []
    assert read(lines, {"prefixes": {}}, second(2))["state"] == "no_line"
    assert read(lines, {"prefixes": {}}, second(5))["state"] == "open"


def test_what_cannot_be_dialled_is_named_only_if_it_is_there_all_the_time():
    """From abroad neither of two numbers can be dialled, of which one ceases on the fourth."""
    lines = made(
        '{id: old, number: "+44 20 7946 0958", dialable_from: [GB], valid_until: 2026-12-03},'
        ' {id: new, number: "+44 20 7946 0959", dialable_from: [GB]}'
    )

    named = [choice["withheld"] for choice in lines["choices"] if "withheld" in choice]
    assert named == [["+44 20 7946 0959"]]


def test_the_next_change_is_told_by_the_clock_that_holds_then():
    """A season that begins behind the end of the file begins at eight of summer time."""
    text = HEAD.replace('"24/7"', '"Apr-Oct 08:00-20:00"')
    facts = supportlines.loads(f'{text}    lines: [{{id: l, number: "+44 20 7946 0958"}}]\n').facts
    begins = int(datetime(2027, 4, 1, 7, tzinfo=timezone.utc).timestamp())

    lines = lines_file(Scope(facts, second(1), second(8)), "GB", 3600).record

    assert read(lines, {"prefixes": {}}, second(2))["options"][0]["changes_at"] == begins
    (_, *offsets) = lines["clocks"][0]
    assert [offset for since, offset in offsets if since <= begins][-1] == 3600
    assert offsets[0] == [0, 0]
