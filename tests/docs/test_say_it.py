"""What an organisation may want to say is in the how-to, the schema and the reference.

A row is one thing that can be said: its heading in `docs/how_to/say_it.md`, the key of
`data/directory.schema.json` that says it (and a word that the key's schema or its description
holds), and the page of the reference that lists it, with the text that does.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how_to" / "say_it.md"
SCHEMA = ROOT / "data" / "directory.schema.json"
REFERENCE = ROOT / "docs" / "reference"


class Row(NamedTuple):
    """One thing that can be said, and where it is told."""

    item: str
    heading: str
    key: str
    """`Record.key` of the schema, or a key of the top of a file."""
    reference: str
    """Page of the reference, then a blank and the text that tells it."""


ROWS = [
    # for whom
    Row("condition on a line", "A line for some callers", "Line.for", "data_file `for`"),
    Row("condition on a rule", "Hours for some callers", "Rule.for", "data_file `for`"),
    Row("condition on a step", "A step for some callers", "StepRecord.for", "data_file `for`"),
    Row(
        "condition on an entry of a list",
        "An entry of a list for some callers",
        "Preparation.for",
        "data_file `for`",
    ),
    Row("facet of the file", "A facet of the file", "facets", "data_file `facets`"),
    Row("required facet", "A facet that must be said", "Facet.required", "data_file `required`"),
    Row("what is asked", "What is asked", "Facet.values", "codes `asked`"),
    # contacts
    Row("phone", "A telephone", "Line.number", "data_file `number`"),
    Row("sms", "A text message", "Line.channel sms", "data_file `sms`"),
    Row("textphone", "A textphone", "Line.channel textphone", "data_file `textphone`"),
    Row("relay (711)", "A relay service", "Line.via relay", "data_file `via`"),
    Row(
        "relay (18001)",
        "A relay service before the number",
        "Line.via relay",
        "data_file `18001 0808 157 0999`",
    ),
    Row("messaging", "A messaging service", "Line.service", "data_file `service`"),
    Row("chat", "A chat", "Line.channel chat", "data_file `chat`"),
    Row("web form", "A form", "Line.url", "data_file `url`"),
    Row("e-mail", "An e-mail address", "Line.email", "data_file `email`"),
    Row("post", "A postal address", "Line.address", "data_file `address`"),
    Row(
        "contact_is",
        "A number that only the caller has",
        "Line.contact_is",
        "data_file `contact_is`",
    ),
    Row(
        "unusable",
        "What is printed and cannot be used",
        "Line.unusable",
        "data_file `unusable`",
    ),
    Row(
        "channels and other ways",
        "The channels that are wanted, and other ways",
        "Line.channel",
        "codes `other_ways`",
    ),
    Row("mode", "Answered while one waits, or later", "Line.mode", "data_file `mode`"),
    Row("no telephone line", "No telephone line here", "Line.url", "codes `channel_not_listed`"),
    Row("not_available", "Not available to some", "Rule.not_available", "codes `not_available`"),
    Row("inherit", "Hours beside those of the region", "Rule.inherit", "data_file `inherit`"),
    # desks
    Row(
        "desks: purpose, names, not_for",
        "What a desk is for, and what not",
        "Desk.not_for",
        "data_file `not_for`",
    ),
    Row("several desks", "Several desks on one line", "Line.desks", "data_file `desks`"),
    Row("hours by desk", "Hours by desk on one number", "Rule.desks", "data_file `desks`"),
    # places
    Row("sets", "Sets of countries", "places", "data_file `places`"),
    Row("except", "All countries but some", "Region.countries except", "data_file `{except:"),
    Row("rest", "The rest of the world", "Region.countries", "data_file `rest`"),
    Row(
        "parts in countries",
        "Parts of a country in a region",
        "Region.countries",
        "data_file CA-QC",
    ),
    Row(
        "parts in serves",
        "Parts of a country that a line serves",
        "Line.serves",
        "data_file `serves`",
    ),
    Row(
        "all but a part",
        "All of a country but a part",
        "Rule.not_available",
        "data_file `{not_available: Not in Quebec.",
    ),
    Row(
        "parts in dialable_from",
        "Parts of a country from which a number can be dialled",
        "Line.dialable_from",
        "codes `only_from_parts`",
    ),
    Row(
        "several only_in",
        "Digits that exist in several countries",
        "Line.only_in",
        "data_file `only_in`",
    ),
    Row(
        "from abroad alone",
        "A line for callers from abroad",
        "Line.dialable_from except",
        "codes `not_dialable_from_there`",
    ),
    Row(
        "digits held by somebody else",
        "The same digits, somebody else's elsewhere",
        "Line.only_in",
        "codes `number_of_another_line`",
    ),
    # after the call is answered
    Row("press", "Press keys", "StepRecord.press", "data_file `press`"),
    Row("choose", "Choose in a menu", "StepRecord.choose", "data_file `choose`"),
    Row("enter", "Enter a number", "StepRecord.enter", "data_file `enter`"),
    Row("say", "Say something", "StepRecord.say", "data_file `say`"),
    Row("send", "Send something more", "StepRecord.send", "data_file `send`"),
    Row("wait", "Wait for something", "StepRecord.wait", "data_file `wait`"),
    Row("via operator", "Through an operator", "Line.via operator", "codes `via`"),
    Row("via interpreter", "Through an interpreter service", "Line.via interpreter", "codes `via`"),
    Row("via relay", "A relay service", "Line.via relay", "codes `via`"),
    Row("pauses in links", "Pauses in links", "StepRecord.press", "python supportlines.Option"),
    # languages
    Row("native", "Spoken natively", "Line.languages native", "data_file `native`"),
    Row(
        "interpreter, any language",
        "Any language, through an interpreter",
        "Line.languages interpreter",
        "codes `any_language`",
    ),
    Row(
        "best effort", "As well as we can", "Line.languages best_effort", "data_file `best_effort`"
    ),
    # replies
    Row("reply: clock time", "Clock time", "Reply.within", "data_file `4 h`"),
    Row("reply: open time", "Open time", "Reply.within", "data_file `4 open hours`"),
    Row("reply: next open day", "The next open day", "Reply.within", "data_file `next open day`"),
    Row("reply by severity", "By severity", "Reply.for", "codes `reply_depends`"),
    Row("reply by tier", "By tier", "Reply.for", "data_file `reply`"),
    Row("reply by desk", "By desk", "Reply.for", "data_file `reply`"),
    # guidance
    Row("kinds of request", "Kinds of request", "Request.wants", "data_file `wants`"),
    Row("preparation", "What to have ready", "prepare", "data_file `prepare`"),
    Row("self-help", "What to read first", "self_help", "data_file `self_help`"),
    Row("promises", "What one may ask to be told", "promises", "data_file `promises`"),
    Row("levels", "Who picks up", "levels", "data_file `levels`"),
    # times
    Row("after another line", "While another line is closed", "Rule.after", "codes `hours_after`"),
    Row(
        "hand-over", "A hand-over from one line to another", "Line.replaces", "data_file `replaces`"
    ),
    Row("clock times", "A closure with times", "DayException.until", "data_file `until`"),
    Row(
        "ends not known",
        "An end that is not known",
        "DayException.last_day unknown",
        "codes `end_not_known`",
    ),
    Row(
        "calendars of the file",
        "Days of the organisation's own",
        "calendars",
        "data_file `calendars`",
    ),
    Row(
        "holidays not stated",
        "Public holidays of which the page says nothing",
        "Rule.holidays not_stated",
        "codes `holiday_not_stated`",
    ),
    Row(
        "each month on the 10th",
        "A day of each month",
        "DayException.each_month",
        "data_file `each_month`",
    ),
    Row(
        "first Saturday",
        "A weekday of each month",
        "DayException.each_month",
        "data_file first Saturday",
    ),
    Row("coming", "What is coming", "DayException.reason", "python supportlines.ComingChange"),
    # the organisation
    Row(
        "organisation facts", "Who it is", "About.organisation", "python supportlines.Organisation"
    ),
    Row("version of a source", "The version of the page", "Source.version", "data_file `version`"),
    Row(
        "texts in several languages",
        "Texts in several languages",
        "Line.contact_is",
        "data_file several languages",
    ),
]


def rows():
    """Return the rows as parameters that are called by what they say."""
    return [pytest.param(row, id=row.item) for row in ROWS]


def entry_of(heading):
    """Return what stands under a heading of the how-to."""
    page = PAGE.read_text(encoding="utf-8")
    _, found, text = page.partition(f"\n### {heading}\n")
    assert found, f'no heading "{heading}"'
    return re.split(r"^##", text, maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("row", rows())
def test_the_how_to_has_an_entry(row):
    """It has the sentence as printed, an executed answer, and what follows if it is not said."""
    entry = entry_of(row.heading)

    assert re.search(r"^> \S", entry, re.MULTILINE)
    assert re.search(r"^```pycon\n>>> ", entry, re.MULTILINE)
    assert len(re.findall(r"^If it is not said: .+\.$", entry, re.MULTILINE)) == 1


@pytest.mark.parametrize("row", rows())
def test_the_yaml_that_is_shown_is_run(row):
    """Each fragment that the entry shows is a file that its answer is made from."""
    entry = entry_of(row.heading)

    shown = re.findall(r"^:caption: (\S+)$", entry, re.MULTILINE)

    assert all(f'"{name}"' in entry for name in shown)
    if row.item != "what is asked":  # there is nothing to write for it
        assert shown


@pytest.mark.parametrize("row", rows())
def test_the_schema_has_the_key(row):
    """An editor offers it."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    path, _, word = row.key.partition(" ")
    record, dot, key = path.rpartition(".")

    properties = (schema["$defs"].get(record, {}) if dot else schema).get("properties", {})

    assert key in properties
    assert word in json.dumps(properties[key])


@pytest.mark.parametrize("row", rows())
def test_the_reference_tells_it(row):
    """Who wants to know it exactly finds it."""
    page, _, text = row.reference.partition(" ")

    assert text in (REFERENCE / f"{page}.md").read_text(encoding="utf-8")


def test_every_entry_is_in_the_table():
    """No entry is forgotten when the table is walked."""
    page = PAGE.read_text(encoding="utf-8")

    headings = re.findall(r"^### (.+)$", page, re.MULTILINE)

    assert set(headings) == {row.heading for row in ROWS}
    assert len(headings) == len(set(headings))
