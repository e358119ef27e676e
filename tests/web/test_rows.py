"""What a page says of a line beside its number: steps, what to write, until when it is there."""

from __future__ import annotations

import jsonschema
import pytest
from web.feed_reader import summed

import supportlines
from supportlines.web.feed import Scope, lines_file, words_file
from supportlines.web.feed.schema import LINES_SCHEMA

HEAD = """
directory:
  id: d
  name: D
  sources: [{id: page, title: t, url: "https://a.example/", read_on: 2026-11-02}]
tiers: {standard: {}}
severities: [low, critical]
"""
REGION = """
regions:
  - id: gb
    countries: [GB]
    languages: [en, de]
    availability: {standard: {hours: "24/7", time_zone: Europe/London}}
"""
SINCE = 1_796_083_200  # 2026-12-01T00:00Z
DAY = 86_400


def made(lines, facets="", region=REGION):
    """Return the file of Britain for ten days, and the English words for it."""
    facts = supportlines.loads(f"{HEAD}{facets}{region}    lines: [{lines}]\n").facts
    scope = Scope(facts, SINCE, SINCE + 10 * DAY)
    found = lines_file(scope, "GB", 3600)
    jsonschema.Draft202012Validator(LINES_SCHEMA).validate(found.record)
    return found, words_file("en", [found.record])


def test_a_step_says_for_whom_it_is_in_which_language_and_instead_of_what():
    """Nobody presses nine whose case is not critical, nor two after one."""
    steps = (
        '[{press: "1", label: English, languages: [en]}, {press: "2", languages: [de], label: DE},'
        ' {press: "9", label: Now, for: {severities: [critical]}}]'
    )
    found, words = made(f'{{id: one, number: "+44 20 7946 0958", steps: {steps}}}')

    (option,) = found.record["options"][:1]
    assert option["steps"] == [
        ["step_press", "1", ["English", ["en"]]],
        ["step_press", "2", [["instead_of"], "DE", ["de"]]],
        ["step_press", "9", [["only_if", ["critical"]], "Now"]],
    ]
    assert option["steps_for"]["de"] == [
        ["step_press", "2", ["DE"]],
        ["step_press", "9", [["only_if", ["critical"]], "Now"]],
    ]
    assert (words["only_if"], words["instead_of"]) == ("if: {items}", "instead of the one before")
    assert words["languages"] == {"de": "German", "en": "English"}


def test_a_note_of_the_directory_is_a_text():
    """It is in no language of ours, and nobody marks it as English."""
    found, _ = made('{id: one, number: "+44 20 7946 0958", notes: [{de: Nur heute}, Ask for Kim]}')

    (option,) = found.record["options"][:1]
    assert option["notes"] == [{"de": "Nur heute"}, "Ask for Kim"]


def test_what_is_to_be_written_stands_in_the_link():
    """A message without its word reaches nobody."""
    found, _ = made('{id: text, channel: sms, number: "70123", only_in: [GB], send: BAG & more?}')

    (option,) = found.record["options"][:1]
    (rows,) = found.record["contacts"]
    assert rows[0][1] + option["keys"] == "sms:70123;phone-context=+44?body=BAG%20%26%20more%3F"


def test_until_when_an_answer_is_promised_is_told():
    """Of the line that takes messages, for whoever it is promised to."""
    lines = (
        '{id: one, number: "+44 20 7946 0958"},'
        " {id: mail, email: help@a.example, reply: ["
        "{within: 4 hours, for: {severities: [critical]}}, {within: next open day}]}"
    )
    found, words = made(lines)

    told = {
        digit: [row for row in option["facts"] if row[0] == "first_answer"]
        for digit, option in mail_by_severity(found.record)
    }
    assert told == {
        0: [],  # which one holds depends on what was not said
        1: [["first_answer", ["next open day"]]],
        2: [["first_answer", ["4 hours"]]],
    }
    assert words["first_answer"] == "First answer within: {items}"


def mail_by_severity(record):
    """Yield the other way of each reply: what was not said, low and critical."""
    (ask,) = (one for one in record["asks"] if one["name"] == "severity")
    assert ask["groups"] == ["low", "critical"]
    for digit, row in enumerate(summed(record["answers"])):
        (place,) = record["choices"][row[0]]["other_ways"]
        yield digit, record["options"][place]


def test_the_last_day_of_a_line_is_told():
    """Whoever reads it on the ninth knows that there is nobody from the eleventh on."""
    found, words = made('{id: one, number: "+44 20 7946 0958", valid_until: 2026-12-10}')

    assert ["note_line_ends", ["2026-12-10"]] in [
        row for told in found.record["told"] if len(told) > 7 for row in told[7] or ()
    ]
    assert words["note_line_ends"] == "The source lists this line only until: {items}"


BRANDS = ", ".join(f"b{number}: B {number}" for number in range(12))
OTHERS = "".join(
    f"  {name}: {{name: {name}, values: {{a: A, b: B, c: C, d: D}}}}\n" for name in ("x", "y", "z")
)
FACETS = (
    f"facets:\n  brand: {{name: 'Which brand?', required: true, values: {{{BRANDS}}}}}\n{OTHERS}"
)


@pytest.mark.parametrize("number", [0, 7])
def test_what_is_required_is_asked_for_however_many_replies_there_are(number):
    """What a page can do without is left out instead, and told."""
    lines = ", ".join(
        f'{{id: l{number}, number: "+44 20 7946 09{number:02}", for: {{brand: [b{number}]}}}}'
        for number in range(12)
    )
    some = ", ".join(
        f'{{id: {name}, number: "+44 20 7946 095{place}", for: {{{name}: [a]}}}}'
        for place, name in enumerate("xyz")
    )
    found, _ = made(f"{lines}, {some}", FACETS)

    asks = {ask["name"]: ask for ask in found.record["asks"]}
    assert f"b{number}" in asks["brand"]["groups"]
    assert set(found.left_out) <= {"x", "y", "z"}
    assert found.left_out


def test_a_carrier_whose_name_has_a_stroke_is_not_told_apart_from_others():
    """Strokes stand between replies: a customer of Beta would be shown the number of Beta|x."""
    lines = (
        '{id: strange, number: "+44 20 7946 0958", carriers: ["Beta|x"]}, '
        '{id: plain, number: "+44 20 7946 0959", carriers: [Beta]}'
    )
    found, _ = made(lines)
    plain, _ = made(lines.replace("Beta|x", "Beta x"))

    assert found.left_out == ("carrier",)
    assert found.record["asks"] == []
    assert "carrier" in [ask["name"] for ask in plain.record["asks"]]
    rows = [row for told in found.record["options"] for row in told["notes"]]
    assert rows == [["note_carriers_only", ["Beta|x"]], ["note_carriers_only", ["Beta"]]]
