"""What becomes of each key of a data file: it is written, told as lost, or says nothing there."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

import supportlines
from supportlines.directory.model import RECORDS
from supportlines.phones import Step
from supportlines.render.json_ld import organization

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def written():
    """Return the text of the markup, and what is told: pairs of where and what."""
    content, losses = organization(supportlines.load(DATA / "json_ld_losses.yaml").facts)
    return json.dumps(content), {(loss.where, loss.what) for loss in losses}, losses


def lost(where, what):
    """The key is told as lost: *what*, of *where*."""
    return where, what


def said(snippet):
    """The key is written: its value stands in *snippet* of the markup."""
    return (snippet,)


NAMED = "an id, by which the file names the record"
HOLDS = "it decides what else is written"

LEVELS, PREPARE = lost("d", "levels"), lost("d", "prepare")
CHANGED = said('"opens": "09:00", "closes": "12:00", "validFrom": "2026-12-24"')

DECISIONS = {
    "About": {
        "id": said("#main"), "name": lost("d", "name"),
        "organisation": said("https://org.example/"),
        "assumed_languages": lost("d", "assumed_languages"),
        "confirm_within_days": lost("d", "confirm_within_days"), "accept": lost("d", "accept"),
        "sources": lost("page", "sources"),
    },
    "Facts": {
        "directory": HOLDS, "tiers": said("Basic plan"), "severities": lost("d", "severities"),
        "desks": said("Orders desk"), "levels": LEVELS, "facets": said("Team plan"),
        "places": HOLDS, "calendars": lost("d", "calendars"), "countries": said("Europe/London"),
        "regions": HOLDS, "guesses": lost("d", "guesses"), "reply": lost("d", "reply"),
        "prepare": PREPARE, "self_help": lost("d", "self_help"),
        "promises": lost("d", "promises"),
    },
    "Facet": {
        "id": NAMED, "name": "only what the caller is asked", "values": said("Team plan"),
        "required": "where it is true, lines that wait for it are left out",
    },
    "Address": {
        "kind": lost("d", "kind of addresses"), "text": said("1 Example Road"),
        "country": lost("d", "country of addresses"),
    },
    "Affiliate": {"name": said("Example North"), "note": lost("d", "note of affiliates")},
    "Desk": {
        "id": NAMED, "name": lost("technical", "name"), "purpose": said("technical support"),
        "not_for": lost("technical", "not_for"), "levels": lost("technical", "levels"),
    },
    "Level": {"id": NAMED, "name": LEVELS, "handles": LEVELS, "next": LEVELS},
    "NotFor": dict.fromkeys(("what", "desk", "line", "url"), lost("technical", "not_for")),
    "Organisation": {
        "name": said('"name": "Example"'), "short_name": said('"alternateName": "Ex"'),
        "legal_name": said("Example Ltd"), "url": said("https://org.example/"),
        "addresses": said("1 Example Road"), "affiliates": said("Example North"),
        "brands": said("Northbrand"),
    },
    "Preparation": dict.fromkeys(("id", "text", "why", "only_for"), PREPARE),
    "Promise": dict.fromkeys(("kind", "text", "only_for"), lost("d", "promises")),
    "Request": dict.fromkeys(
        ("id", "name", "when", "desk", "level", "wants", "helps", "only_for"),
        lost("form", "requests"),
    ),
    "SelfHelp": dict.fromkeys(("title", "url", "only_for"), lost("d", "self_help")),
    "Correction": dict.fromkeys(("text", "confidence", "reason"), lost("main", "correction")),
    "CountryFacts": {
        "time_zone": said("Hours are local times of Europe/London"),
        "holidays": lost("GB", "holidays"), "working_days": lost("GB", "working_days"),
        "note": lost("GB", "note"),
    },
    "DayException": {
        "on": said('"validThrough": "2026-12-24"'),
        "first_day": said('"validFrom": "2026-12-28"'),
        "last_day": said('"validThrough": "2026-12-31"'),
        "begins": said('"closes": "18:00", "validFrom": "2027-01-05"'),
        "ends": said('"opens": "10:00", "closes": "17:00", "validFrom": "2027-01-06"'),
        "end_unknown": lost("other", "exceptions"),
        "each_month": said('"opens": "00:00", "closes": "00:00", "validFrom": "2027-02-01"'),
        "hours": CHANGED,
        "adds": said('"opens": "13:00", "closes": "17:00", "validFrom": "2026-12-10"'),
        "priority": HOLDS, "reason": lost("main", "reason of exceptions"), "tiers": HOLDS,
    },
    "Guess": dict.fromkeys(("countries", "lines", "note"), lost("d", "guesses")),
    "Holiday": dict.fromkeys(("on", "name"), lost("GB", "holidays")),
    "Line": {
        "id": said("#main"), "only_in": lost("inside", "line"),
        "number": said('"telephone": "+442079460958"'), "url": said("https://form.example/"),
        "email": said("mail@d.example"), "address": lost("letters", "line"),
        "contact_is": lost("card", "line"), "unusable": lost("cut", "line"),
        "published_as": lost("main", "published_as"),
        "published_lines": lost("main", "published_lines"),
        "correction": lost("main", "correction"),
        "number_confidence": lost("main", "number_confidence"), "label": said("Main line"),
        "label_published_as": lost("main", "label_published_as"),
        "channel": lost("chat", "channel"), "mode": lost("form", "mode"),
        "via": lost("other", "via"), "service": lost("messages", "line"),
        "send": lost("text", "send"), "desk": said('"contactType": "sales"'),
        "desks": said('"technical support", "Orders desk"'), "only_for": said("Team plan"),
        "kind": lost("main", "kind"), "cost": lost("main", "cost"),
        "serves": said('"areaServed": ["GB"]'), "serves_parts": said('"areaServed": ["CA-QC"]'),
        "dialable_from": lost("main", "dialable_from"),
        "dialable_from_parts": lost("quebec-line", "dialable_from_parts"),
        "dialable_by": lost("main", "dialable_by"), "carriers": said("Example Telecom"),
        "languages": said('"availableLanguage": ["en", "fr"]'),
        "language_modes": lost("main", "language_modes"),
        "languages_confidence": lost("main", "languages_confidence"),
        "fallback": lost("main", "fallback"), "fallback_when": lost("main", "fallback_when"),
        "availability": said('"opens": "10:00", "closes": "15:00"'), "inherits": HOLDS,
        "exceptions": CHANGED, "valid_from": lost("chat", "valid_from"),
        "valid_until": said('"validThrough": "2027-12-31"'),
        "replaces": lost("main", "replaces"), "steps": lost("main", "steps"),
        "requests": lost("form", "requests"), "reply": lost("form", "reply"),
        "source": lost("main", "source"), "notes": said("Calls are kept."),
        "accept": lost("main", "accept"),
    },
    "Region": {
        "id": NAMED, "name": lost("kingdom", "name"),
        "published_as": lost("kingdom", "published_as"),
        "name_note": lost("kingdom", "name_note"), "countries": said('"areaServed": ["GB"]'),
        "countries_not_named": lost("kingdom", "countries_not_named"),
        "parts": said('"CA-QC"'), "languages": said('"availableLanguage": ["en"]'),
        "availability": said('"opens": "09:00", "closes": "17:00"'), "inherits": HOLDS,
        "exceptions": CHANGED, "reply": lost("kingdom", "reply"),
        "notes": lost("kingdom", "notes"), "accept": lost("kingdom", "accept"), "lines": HOLDS,
        "regions": HOLDS,
    },
    "Reply": dict.fromkeys(("within", "only_for", "published_as"), lost("d", "reply")),
    "Rule": {
        "hours": said('"opens": "08:00", "closes": "16:00"'),
        "after": lost("after", "availability of basic"),
        "not_available": lost("refused", "not_available"), "languages": HOLDS,
        "severities": lost("chat", "availability of basic"), "desks": HOLDS,
        "only_for": lost("some", "availability of basic"),
        "time_zone": lost("other", "time_zone"),
        "valid_from": said('"closes": "15:00", "validFrom": "2027-01-01"'),
        "valid_until": said('"closes": "16:00", "validThrough": "2026-12-09"'),
        "exceptions": lost("other", "exceptions"),
        "holidays": lost("holidays", "availability of basic"),
        "published_as": lost("other", "published_as of hours"),
        "confidence": lost("other", "confidence of hours"),
        "source": lost("other", "source of hours"), "notes": lost("other", "notes of hours"),
        "accept": lost("other", "accept of hours"),
    },
    "Source": {
        "id": NAMED, "title": lost("page", "sources"), "url": lost("page", "sources"),
        "read_on": lost("page", "sources"), "version": lost("page", "version"),
        "note": lost("page", "note"),
    },
    "Step": dict.fromkeys(
        ("press", "label", "languages", "action", "text", "only_for"), lost("main", "steps")
    ),
    "Tier": {"id": NAMED, "name": said("Plus plan"), "includes": HOLDS},
}  # fmt: skip
"""By record and key: where it is lost and as what, a snippet of the markup, or why nothing."""


@pytest.mark.parametrize("record", [*RECORDS, Step], ids=lambda each: each.__name__)
def test_it_is_decided_what_becomes_of_each_key(record):
    """A new key fails here until somebody decides."""
    assert list(DECISIONS[record.__name__]) == [one.name for one in fields(record)]


ROWS = [
    pytest.param(decision, id=f"{record}.{key}")
    for record, keys in DECISIONS.items()
    for key, decision in keys.items()
    if isinstance(decision, tuple)
]


@pytest.mark.parametrize("decision", ROWS)
def test_each_key_is_written_or_told(written, decision):
    """By its name, of the record that has it."""
    text, told, _ = written

    if len(decision) == 1:
        assert decision[0] in text
    else:
        assert decision in told


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("plus", "name"),  # productSupported has it
        ("plan", "name"),  # the description has the words
        ("d", "places"),  # areaServed has the countries
        ("d", "regions"),
        ("d", "countries"),  # told country by country
        ("kingdom", "translations of name"),  # no region has a name there
        ("main", "notes"),  # the description has them; those of hours are told as such
        ("main", "translations of steps"),  # there are no steps
        ("main", "valid_until"),  # the hours have it
        ("main", "exceptions"),  # written with their days
        ("letters", "mode"),  # all of the line is lost
    ],
)
def test_what_is_written_is_not_told_as_lost(written, where, what):
    """Nor what is no further loss."""
    assert (where, what) not in written[1]


def test_nothing_is_told_twice(written):
    """A line and a key are told once, or once for each reason; each is a sentence."""
    counts = Counter(written[2])

    assert set(counts.values()) == {1}
    assert all(loss.why.endswith(".") for loss in counts)
    assert not any(word in loss.why for loss in counts for word in (" row", "the format"))
