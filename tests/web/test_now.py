"""`/v1/now` answers what Python answers."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines
from supportlines.render.lines import lines_data

AT = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)

TEXT = """
directory:
  id: acme
  name: Acme
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}, premium: {includes: standard}}
desks: {technical: {name: Technical}, billing: {name: Billing}}
severities: [low, high]
facets:
  brand: {name: Which brand?, values: {north: North, south: South}}
regions:
  - id: gb
    countries: [GB, US]
    languages: [en, de]
    availability:
      standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}
      premium: {hours: "24/7"}
    lines:
      - {id: tech, number: "+44 20 7946 0958", desk: technical}
      - {id: bills, number: "+44 20 7946 0100", desk: billing, for: {brand: north}}
      - {id: chat, channel: chat, url: "https://chat.example", published_as: Chat, desk: technical}
"""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("country=GB", {"country": "GB"}),
        ("country=gb", {"country": "gb"}),  # as in Python, in any case
        ("country=GB&language=de&language=en", {"country": "GB", "languages": ["de", "en"]}),
        ("country=GB&tier=premium", {"country": "GB", "tier": "premium"}),
        ("country=GB&desk=billing", {"country": "GB", "desk": "billing"}),
        ("country=GB&severity=high", {"country": "GB", "severity": "high"}),
        (
            "country=US&time_zone=America/New_York",
            {"country": "US", "time_zone": "America/New_York"},
        ),
        (
            "country=US&time_zone=America%2FNew_York",
            {"country": "US", "time_zone": "America/New_York"},
        ),
        ("country=GB&calling_from=FR", {"country": "GB", "calling_from": "FR"}),
        ("country=GB&subdivision=GB-SCT", {"country": "GB", "subdivision": "GB-SCT"}),
        ("country=GB&channel=chat", {"country": "GB", "channels": ["chat"]}),
        (
            "country=GB&channel=chat&channel=phone",
            {"country": "GB", "channels": ["chat", "phone"]},
        ),
        (
            "facet.brand=south&country=GB&facet.phone=mobile",
            {"country": "GB", "facets": {"phone": "mobile", "brand": "south"}},
        ),
    ],
)
def test_an_address_asks_what_the_words_of_a_question_say(serve, query, words):
    """The answer is `to_dict` of the one that Python gives, key for key."""
    directory = supportlines.loads(TEXT)
    expected = directory.who_can_i_call(at=AT, **words).to_dict()

    found = serve(directory)(f"/v1/now?{query}")

    assert found.status == 200
    assert found.headers["content-type"] == "application/json"
    assert found.json == expected


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-11-24T16:59:59Z", "open"),
        ("2026-11-24T17:00:00Z", "closed"),
        ("2026-11-24T17:30%2B01:00", "open"),
        ("2026-11-24T12:00-05:00", "closed"),
    ],
)
def test_an_instant_may_be_named(serve, at, state):
    """It is that of RFC 3339; a plus sign is written %2B in an address."""
    found = serve(supportlines.loads(TEXT))(f"/v1/now?country=GB&desk=technical&at={at}")

    assert found.json["state"] == state


def test_without_an_instant_it_is_now(serve, clock):
    """The clock decides, and none but that which was given."""
    ask = serve(supportlines.loads(TEXT))
    clock.go_on(hours=4, minutes=59, seconds=59)
    before = ask("/v1/now?country=GB&desk=technical").json
    clock.go_on(seconds=1)
    after = ask("/v1/now?country=GB&desk=technical").json

    assert (before["at"], before["state"]) == ("2026-11-24T16:59:59Z", "open")
    assert (after["at"], after["state"]) == ("2026-11-24T17:00:00Z", "closed")


def test_a_shipped_directory_is_served_by_its_name(serve):
    """Without a name it is the first of them."""
    first, other = serve(), serve("insales")

    assert first("/v1/health").json["directory"] == "redhat-support"
    assert other("/v1/health").json["directory"] == "insales"


def test_the_lines_are_those_of_the_command_line(serve):
    """`supportlines lines --json` prints the same object."""
    facts = supportlines.loads(TEXT).facts
    found = serve(supportlines.loads(TEXT))("/v1/lines")

    assert found.json == {"lines": lines_data(list(facts.lines()), facts, None)}
    assert [one["line"] for one in found.json["lines"]] == ["tech", "bills", "chat"]
