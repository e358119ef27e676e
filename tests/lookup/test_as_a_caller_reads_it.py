"""What stands beside an option is true of that option, and of who reads it."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

HEAD = """
directory:
  id: read
  name: Read
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-28}]
tiers: {standard: {}}
"""


def asked(text, country="GB", at=(2026, 12, 1, 10), **words):
    """Return the answer of a directory at an instant of UTC."""
    when = datetime(*at, tzinfo=timezone.utc)
    return supportlines.loads(HEAD + text).who_can_i_call(country, at=when, **words)


PARTS = """
regions:
  - id: de
    countries: [DE]
    languages: [de]
    availability: {standard: {hours: "Mo-Th 08:00-17:00; PH off", time_zone: Europe/Berlin}}
    lines:
      - {id: by, number: "+49 89 99998 100", serves: [DE-BY]}
      - {id: rest, number: "+49 30 23125 100", serves: [DE-BW, DE-BE]}
"""


def test_a_part_that_has_another_line_is_asked_for():
    """A note that the holiday depends on the part does not say which number is open there."""
    pytest.importorskip("holidays")
    answer = asked(PARTS, "DE", at=(2027, 1, 6, 9))  # Epiphany, no holiday in Berlin

    text = " ".join(answer.text().split())

    assert "subdivision: " in text
    assert "DE-BE: 030 23125100, open" in text or "DE-BE: open" in text


NOTES = """
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 08:00-20:00; PH off", time_zone: Europe/London}}
    lines:
      - {id: main, number: "+44 20 7946 0300"}
      - id: second
        number: "+44 20 7946 0301"
        availability: {standard: {hours: "Mo-Fr 08:00-18:00", time_zone: Europe/London}}
"""


def test_a_note_on_hours_stands_at_the_line_that_it_is_of():
    """The first line is closed on holidays, and nobody says it of the second."""
    pytest.importorskip("holidays")
    answer = asked(NOTES)
    code = "holidays_not_stated"

    assert [code in {one.code for one in option.caveats} for option in answer.options] == [
        False,
        True,
    ]
    assert code not in {one.code for one in answer.caveats}
    before, _, after = answer.text().partition("020 7946 0301")
    assert "do not mention public holidays" not in before
    assert "do not mention public holidays" in " ".join(after.split())


TONGUES = """
regions:
  - id: gb
    countries: [GB]
    lines:
      - id: line
        number: "+44 20 7946 0300"
        languages: [en, pl]
        availability:
          standard:
            - {languages: [en], hours: "08:00-20:00", time_zone: Europe/London}
            - {languages: [pl], hours: "10:00-16:00", time_zone: Europe/London}
"""


def test_a_language_of_other_hours_is_not_said_to_be_missing():
    """At five English is left, and Polish is back in the morning."""
    answer = asked(TONGUES, at=(2026, 12, 1, 17), languages=["pl"])

    assert [(one.languages, one.state) for one in answer.options] == [
        (("en",), "open"),
        (("pl",), "closed"),
    ]
    codes = [one.code for one in answer.best.reasons]
    assert "language_beside" in codes
    assert "Polish is spoken on this line at other hours than English." in answer.text()


READY = """
desks: {service: {}, emergency: {}}
prepare:
  - {id: meter, text: Your meter}
  - {id: invoice, text: Your invoice, for: {requests: bill}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: gas, number: "+44 20 7946 0300", desk: emergency}
      - id: form
        url: "https://form.example"
        desk: service
        requests: [{id: reading, name: Reading, wants: [meter]}, {id: bill, name: Bill}]
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"desk": "emergency"}, []),  # no line of it takes requests
        (
            {"desk": "service", "channels": "web_form"},
            ["Your meter (if Reading)", "Your invoice (if Bill)"],
        ),
        ({"channels": "web_form", "facets": {"request": "bill"}}, ["Your invoice"]),
    ],
)
def test_what_is_for_a_kind_of_request_is_told_where_such_are_taken(words, expected):
    """Who smells gas looks for no invoice."""
    answer = asked(READY, **words)
    lines = [line[4:] for line in answer.text().splitlines() if line.startswith("  – Your")]

    assert lines == expected
    assert [one["text"] for one in answer.to_dict()["prepare"]] == [
        line.partition(" (")[0] for line in expected
    ]


PROMISES = """
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 08:00-20:00", time_zone: Europe/London}}
    lines:
      - id: chat
        channel: chat
        url: "https://chat.example"
        reply: [{within: WITHIN}]
"""


@pytest.mark.parametrize(
    ("within", "at", "expected"),
    [
        ("15 min", (2026, 12, 1, 10), (1, 10, 15)),
        ("15 min", (2026, 12, 5, 10), (7, 8, 15)),  # on Saturday nobody is there to be asked
        ("15 open min", (2026, 12, 5, 10), (7, 8, 15)),
        ("next open day", (2026, 12, 5, 10), (7, 20, 0)),
    ],
)
def test_a_promise_on_a_line_that_is_closed_counts_from_its_opening(within, at, expected):
    """By the clock; open time does not pass before."""
    answer = asked(PROMISES.replace("WITHIN", within), at=at, channels="chat")
    found = answer.best.reply_by

    assert (found.day, found.hour, found.minute) == expected


def test_a_promise_on_hours_that_nobody_knows_is_none():
    """One does not know when one can ask."""
    text = PROMISES.replace("WITHIN", "15 min").replace("Mo-Fr 08:00-20:00", "24/7 unknown")

    assert asked(text, channels="chat").best.reply_by is None


AFTER = """
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 08:00-20:00", time_zone: Europe/London}}
    lines:
      - {id: day, number: "+44 20 7946 0300", label: The day line}
      - id: night
        number: "+44 20 7946 0310"
        availability: {standard: {after: day}}
        exceptions: [{on: 2026-12-05, reason: Works}]
"""


def test_hours_after_another_line_are_told_as_such_when_closed_too():
    """The file knows no 24/7."""
    answer = asked(AFTER, at=(2026, 12, 5, 17))
    night = next(one for one in answer.options if one.line.id == "night")

    assert night.state == "closed"
    assert night.reasons[-1].text == (
        "standard: while the line The day line is closed. Closed: Works."
    )


BRANDS = """
facets: {brand: {name: Which brand?, values: {north: North, south: South}, required: true}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: lost-cards, number: "+44 20 7946 0300"}
      - {id: north, number: "+44 20 7946 0310", for: {brand: north}}
"""


@pytest.mark.parametrize(("brand", "is_told"), [(None, False), ("south", True)])
def test_no_other_line_is_told_only_where_none_waits_for_a_word(brand, is_told):
    """North's line is there, and is named once the brand is."""
    text = asked(BRANDS, facets={"brand": brand} if brand else {}).text()

    assert ("no other line" in text) is is_told
