"""What was exported is imported again: the same rows, the same answers, but for what is told."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import supportlines
from supportlines.directory import CHANNELS, DirectoryError
from supportlines.exchange import Given, import_text, write_csv, write_hsds

from strategies.amount import cases
from strategies.directories import directory_of, question_of, randoms, text_of

DATA = Path(__file__).parent.parent / "data"
GIVEN = Given(dt.date(2026, 11, 2), "export")

UNSAID = ("severities", "guesses", "countries")
CHANGES_NO_ANSWER = {
    "line", "countries", "number_confidence", "countries_not_named", "name", "regions", "desks",
    "availability of standard", "availability of premium", "availability of alone",
    "availability of gold",
}  # fmt: skip
"""Losses after which a caller is told the same: a tier of other languages says nothing of one."""

CHANGES_NO_ANSWER_OF_HSDS = CHANGES_NO_ANSWER | {
    "id", "region", "label", "published_as", "hours", "time_zone", "tier premium", "tier alone",
    "tier gold", "tier standard", "kind",
}  # fmt: skip


def simple(content):
    """Return a directory of which a row can say all that decides answers, for the most part."""
    for key in UNSAID:
        content.pop(key, None)
    content["directory"].pop("assumed_languages", None)
    return without(content)


def without(value):
    """Return *value* with one rule of each tier, and without what changes on some days."""
    if isinstance(value, list):
        return [without(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: without(one) for key, one in value.items() if key != "exceptions"}
    if "availability" in kept:
        known = ("hours", "time_zone", "languages", "desks")
        kept["availability"] = {
            tier: [{key: one for key, one in rules[0].items() if key in known}]
            for tier, rules in kept["availability"].items()
        }
    return kept


def loaded(content):
    """Return the directory, where the file is sound and has a line."""
    try:
        directory = supportlines.loads(text_of(content))
    except DirectoryError:
        assume(False)  # noqa: FBT003 - hypothesis has no other name for it
    assume(any(True for _ in directory.facts.lines()))
    return directory


def options(answer):
    """Return who can be called, in which language and state, in any order."""
    return sorted(
        {
            (option.line.number.digits, language, option.state, str(option.changes_at))
            for option in answer.options
            for language in (option.languages or ("",))
        }
    )


def rows_of(text):
    """Return the rows of a table without what is made anew, in any order."""
    made = ("id", "region")
    return sorted(
        tuple(sorted((key, cell) for key, cell in row.items() if cell and key not in made))
        for row in csv.DictReader(io.StringIO(text))
    )


QUIET = settings(max_examples=cases(40), deadline=None, suppress_health_check=list(HealthCheck))


@given(randoms())
@QUIET
def test_a_table_is_read_as_it_was_written(chances):
    """Whatever the directory, its rows come back; nothing of our own is remarked or missing."""
    facts = loaded(directory_of(chances)).facts
    written = write_csv(facts)

    imported = import_text(written.text, GIVEN)

    again = supportlines.loads(imported.text).facts
    assert {one.why for one in imported.remarks} <= {"hours are not stated."}
    assert imported.missing == ()
    assert rows_of(write_csv(again).text) == rows_of(written.text)


@given(randoms())
@QUIET
def test_a_table_gives_the_same_answers(chances):
    """Where no loss is told that changes them: import(export(x)) is x to every caller."""
    content = simple(directory_of(chances))
    directory = loaded(content)
    written = write_csv(directory.facts)
    assume({loss.what for loss in written.losses} <= CHANGES_NO_ANSWER)

    again = supportlines.loads(import_text(written.text, GIVEN).text)

    assert_same_answers(chances, content, directory, again)


def assert_same_answers(chances, content, directory, again):
    """Ask both a dozen questions."""
    for _ in range(12):
        words, at = question_of(chances, content)
        words.pop("severity", None)
        if words.get("desk") not in (None, *again.facts.desks):
            continue

        before = directory.who_can_i_call(**words, at=at)
        after = again.who_can_i_call(**words, at=at)

        assert options(after) == options(before), (words, at)


def for_hsds(content):
    """Return a directory of which HSDS can say all that decides answers, for the most part."""
    made = simple(content)
    made["tiers"] = {"standard": {}}

    def plain(value):
        if isinstance(value, list):
            return [plain(one) for one in value]
        if not isinstance(value, dict):
            return value
        dropped = ("fallback", "valid_from", "valid_until", "dialable_from")
        kept = {key: plain(one) for key, one in value.items() if key not in dropped}
        if kept.get("kind", "").startswith("toll_free"):
            del kept["kind"]
        if "availability" in kept:
            kept["availability"] = {
                tier: one for tier, one in kept["availability"].items() if tier == "standard"
            }
        return kept

    return plain(made)


@given(randoms())
@QUIET
def test_hsds_gives_the_same_answers(chances):
    """Of the first tier, where no loss is told that changes them."""
    content = for_hsds(directory_of(chances))
    directory = loaded(content)
    written = write_hsds(directory.facts)
    assume({loss.what for loss in written.losses} <= CHANGES_NO_ANSWER_OF_HSDS)
    assume(json.loads(written.text)["contents"])

    again = supportlines.loads(import_text(written.text, GIVEN).text)

    assert_same_answers(chances, content, directory, again)


def with_new_keys(chances, content):
    """Return *content*, its lines of more channels and for some callers only."""
    content["facets"] = {
        "brand": {"values": ["north", "south"], "required": chances.random() < 0.5},
        "plan": {"values": {"team": "A team", "home": "At home"}},
    }
    if "severities" in content:
        content["severities"].append("unused")
    for region in all_regions(content["regions"]):
        for line in region.get("lines", ()):
            put_new_keys(chances, content, line)
    return content


def all_regions(regions):
    """Yield regions and those inside."""
    for region in regions:
        yield region
        yield from all_regions(region.get("regions", ()))


def put_new_keys(chances, content, line):
    """Change a line."""
    luck = chances.random
    if luck() < 0.2 and "number" in line:
        for key in ("number", "only_in", "kind", "dialable_from", "number_confidence"):
            line.pop(key, None)
        line.update(chances.choice(contacts(int(line["id"][1:]))))
    elif luck() < 0.15 and "unusable" not in line:
        line.update(mode="message")
    if luck() < 0.3:
        line["for"] = chances.choice(LIMITS)
    if luck() < 0.2 and content.get("desks"):
        line.pop("desk", None)
        line["desks"] = content["desks"]
    if luck() < 0.3 and "languages" in line:
        modes = ("native", "interpreter", "best_effort")
        line["languages"] = {one: chances.choice(modes) for one in line["languages"]}
        line["languages"].update({"any": "interpreter"} if luck() < 0.4 else {})
    put_new_rules(luck, line.get("availability", {}))


def put_new_rules(luck, availability):
    """Change rules of some tiers."""
    for rules in availability.values():
        if luck() < 0.2:
            rules.append({"inherit": True})
        if luck() < 0.2:
            rules[0]["for"] = {"plan": "team"} if luck() < 0.7 else {"brand": "north"}
        if luck() < 0.1:
            rules.append({"not_available": "Nobody is there.", "languages": ["fr"]})
        elif luck() < 0.1:
            plan = "home" if luck() < 0.7 else "team"
            rules.append({"not_available": "Ask your shop.", "for": {"plan": plan}})


def contacts(number):
    """Return ways to reach line *number*."""
    return (
        {"email": f"help{number}@a.example"},
        {"url": f"https://a.example/ask{number}"},
        {"url": f"https://a.example/chat{number}", "channel": "chat"},
        {"address": f"{number} Main Street, London"},
        {"contact_is": f"on card {number}"},
        {"number": f"+44 20 7946 08{number:02}", "channel": "sms", "send": "HELP"},
        {"number": f"+44 20 7946 07{number:02}", "channel": "messaging", "service": "WhatsApp"},
        {"number": f"+44 20 7946 06{number:02}", "channel": "textphone", "via": "relay"},
    )


LIMITS = (
    {"brand": ["north"]},
    {"plan": "team", "brand": ["south"]},
    {"phone": "mobile"},
    {"carrier": ["Alpha", "Beta"]},
    {"subdivisions": ["GB-ENG"]},
    {"tiers": ["standard"]},
)


def told_states(directory, words, at):
    """Return by what is dialled or opened, and language, the states that callers are told."""
    answer = directory.who_can_i_call(**words, at=at, channels=CHANNELS)
    found = {}
    for option in (*answer.options, *answer.other_ways):
        line = option.line
        contact = line.url or line.email or str(line.address or line.contact_is)
        if line.number is not None:
            contact = line.number.digits
        for language in option.languages or ("",):
            found.setdefault((line.channel, contact, language), set()).add(option.state)
    return found


@pytest.mark.parametrize("write", [write_csv, write_hsds])
@given(randoms())
@QUIET
def test_nothing_that_comes_back_is_wrong(write, chances):
    """Whatever is lost: nobody is offered more, and a state is the same or unknown."""
    assert_nothing_wrong(write, chances)


def assert_nothing_wrong(write, chances):
    """Ask a directory and what comes back of it a few questions."""
    content = with_new_keys(chances, directory_of(chances))
    for key in ("guesses", "countries"):  # these are losses: on which day a line ends, for one
        content.pop(key, None)
    content["directory"].pop("assumed_languages", None)
    directory = loaded(content)
    written = write(directory.facts)
    assume("fallback" not in {loss.what for loss in written.losses})  # some come in too early
    assume(write is write_csv or json.loads(written.text)["contents"])
    imported = import_text(written.text, GIVEN)
    assume(imported.lines)

    again = supportlines.loads(imported.text)

    for _ in range(8):
        words, at = question_of(chances, content)
        words.pop("severity", None)
        asked = chances.choice([{}, {"brand": "north"}, {"plan": "home"}, {"phone": "mobile"}])
        known = {"phone", *(facet.id for facet in again.facts.facets)}
        words["facets"] = {key: one for key, one in asked.items() if key in known}
        if words.get("desk") not in (None, *again.facts.desk_ids):
            continue
        if write is write_hsds:
            words["tier"] = directory.facts.tiers[0].id
        before = told_states(directory, words, at)
        if write is write_hsds:
            words["tier"] = "standard"
        after = told_states(again, words, at)

        assert set(after) <= set(before), (words, at)
        for key, found in after.items():
            assert found - {"unknown"} <= before[key], (words, at, key)


@pytest.mark.parametrize("write", [write_csv, write_hsds])
def test_nothing_that_a_file_says_is_lost_without_a_word(write):
    """The file that uses every key: each is carried, or among the losses."""
    facts = supportlines.load(DATA / "small_directory.yaml").facts

    lost = {loss.what for loss in write(facts).losses}

    assert lost >= {
        "severities", "countries", "guesses", "assumed_languages", "confirm_within_days", "note",
        "name_note", "accept", "notes", "countries_not_named", "published_lines", "exceptions",
        "fallback_when", "replaces", "label_published_as", "number_confidence",
        "languages_confidence", "correction", "availability of standard", "regions",
    }  # fmt: skip


def test_hours_that_a_row_cannot_say_are_unknown_in_it():
    """Left out, premium would have the hours of standard alone, and be closed at night."""
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    facts = supportlines.loads(json.dumps(content)).facts

    row = next(csv.DictReader(io.StringIO(write_csv(facts).text)))

    assert row["hours"] == "Mo-Fr 09:00-17:00"
    assert row["hours (premium, includes standard)"] == "24/7 unknown"


@pytest.mark.parametrize("notes", ["Ring twice.", {"en": "Ring twice.", "de": "Zweimal."}])
def test_notes_of_hours_are_lost_and_the_hours_are_not(notes):
    """In one language or in several."""
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    rule = {"hours": "Mo-Fr 09:00-17:00", "notes": notes}
    content["regions"][0]["lines"][0]["availability"] = {"standard": rule}
    written = write_csv(supportlines.loads(json.dumps(content)).facts)

    row = next(csv.DictReader(io.StringIO(written.text)))

    assert row["hours"] == "Mo-Fr 09:00-17:00"
    assert "help: notes of hours: the format has no place for it." in map(str, written.losses)


def test_a_line_of_two_hours_becomes_two_rows():
    """One for each language that has hours of its own; the loss says so."""
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    line = content["regions"][0]["lines"][0]
    line["availability"] = {
        "standard": [
            {"languages": ["en"], "hours": "24/7"},
            {"languages": ["de"], "hours": "Mo-Fr 09:00-17:00"},
        ]
    }
    written = write_csv(supportlines.loads(json.dumps(content)).facts)

    rows = list(csv.DictReader(io.StringIO(written.text)))

    assert [(row["id"], row["languages"], row["hours"]) for row in rows] == [
        ("help", "en", "24/7 open"),
        ("", "de", "Mo-Fr 09:00-17:00"),
    ]
    assert "it is written as several rows" in " ".join(map(str, written.losses))


@st.composite
def steps(draw):
    """Return steps of a line."""
    press = draw(st.text("0123456789*#", min_size=1, max_size=3))
    label = draw(st.text(min_size=1, max_size=8).filter(str.strip))
    return {"press": press, "label": label}


@given(st.lists(steps(), min_size=1, max_size=3))
@settings(deadline=None)
def test_steps_come_back_or_are_told(listed):
    """A label may hold the marks that part them."""
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    content["regions"][0]["lines"][0]["steps"] = listed
    try:
        facts = supportlines.loads(json.dumps(content)).facts
    except DirectoryError:
        return
    written = write_csv(facts)

    again = supportlines.loads(import_text(written.text, GIVEN).text).facts

    lost = {loss.what for loss in written.losses}
    assert next(again.lines())[0].steps == next(facts.lines())[0].steps or "steps" in lost


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        (lambda line, _: line.update(label="two\nlines"), "help: texts: ends of lines"),
        (
            lambda line, _: line.update(steps=[{"press": "1", "label": "a | b"}]),
            "help: steps: a label has a mark",
        ),
        (
            lambda _, region: region["regions"].append({"id": "more", "countries": ["GB"]}),
            "gb: countries: no line is for FR.",
        ),
        (
            lambda line, _: line["availability"].update(
                standard={"hours": "Mo 09:00-17:00; PH off", "holidays": "DE-BY"}
            ),
            "they mean the holidays of DE-BY, so here they are unknown.",
        ),
        (
            lambda line, _: line["availability"].update(
                standard=[
                    {"hours": "Mo 09:00-17:00", "time_zone": "Europe/London"},
                    {"hours": "Mo 09:00-17:00", "time_zone": "Asia/Tokyo"},
                ]
            ),
            "they are stated by several rules, so here they are unknown.",
        ),
    ],
)
def test_what_a_table_cannot_say_is_told(change, lost):
    """With the line or the region of which it is lost."""
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    region = content["regions"][0]
    region["regions"] = [{"id": "fr", "countries": ["FR"]}]
    region["lines"][0]["serves"] = ["GB"]
    change(region["lines"][0], region)
    if lost.startswith("gb: "):
        region["regions"].pop()

    written = write_csv(supportlines.loads(json.dumps(content)).facts)

    assert any(lost in str(loss) for loss in written.losses), list(map(str, written.losses))


def test_a_country_of_several_regions_has_the_hours_of_the_first():
    """And that is told."""
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    content["regions"] = [
        {
            "id": "europe",
            "lines": content["regions"][0]["lines"],
            "regions": [
                {"id": "west", "countries": ["GB"]},
                {"id": "islands", "countries": ["GB", "IE"]},
            ],
        }
    ]
    facts = supportlines.loads(json.dumps(content)).facts

    assert "GB is in several regions" in " ".join(map(str, write_csv(facts).losses))


def test_a_line_for_no_country_is_told():
    """A region without any has lines that nobody is offered."""
    content = json.loads((DATA / "round_trip.json").read_text(encoding="utf-8"))
    lines = [{**content["regions"][0]["lines"][0], "id": "nobody"}]
    content["regions"].append({"id": "empty", "lines": lines})
    facts = supportlines.loads(json.dumps(content)).facts

    assert "nobody: line: it is for no country." in map(str, write_csv(facts).losses)


NEARER = """
directory:
  id: nearer
  name: Nearer
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: both
    languages: [en]
    lines:
      - id: other
        number: "+44 20 7946 0100"
        fallback: true
        availability: {standard: [{languages: [en], hours: 24/7}]}
    regions:
      - {id: gb, countries: [GB]}
      - {id: fr, countries: [FR], languages: [en, es]}
"""


def test_a_row_for_fewer_countries_keeps_no_fallback_away():
    """Callers from France have English by day and night; what is not known of Spanish is lost."""
    directory = supportlines.loads(NEARER)
    written = write_csv(directory.facts)
    again = supportlines.loads(import_text(written.text, GIVEN).text)
    at = dt.datetime(2026, 12, 1, 10, tzinfo=dt.timezone.utc)

    for country in ("GB", "FR"):
        before = directory.who_can_i_call(country, languages=["en"], at=at).best
        after = again.who_can_i_call(country, languages=["en"], at=at).best
        assert (after.language, after.state) == (before.language, before.state) == ("en", "open")
    assert [one.why for one in written.losses if one.what == "fallback"] == [
        "what is said of es in FR alone is left out."
    ]
