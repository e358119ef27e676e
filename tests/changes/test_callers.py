"""Whoever is answered otherwise is told of: callers of parts of a country, and from abroad."""

from __future__ import annotations

import pytest

import supportlines
from supportlines.changes import compare

HEAD = """
directory:
  id: made
  name: Made
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
"""
STATES = (
    HEAD
    + """
regions:
  - id: us
    countries: [US]
    languages: [en]
    availability:
      standard:
        - {hours: "Mo-Fr 09:00-17:00", time_zone: America/New_York}
        - {not_available: Ask your dealer., for: {subdivisions: US-AK}}
    lines:
      - {id: all, number: "+1 202 555 0121"}
      - {id: one, number: "+1 202 555 0120", %s}
"""
)
NEW_YORK = 'availability: {standard: {hours: "%s", time_zone: America/New_York}}'
KINGDOM = (
    HEAD
    + """
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}}
    lines:
      - {id: one, published_as: "1", %s}
"""
)
NUMBER = 'number: "+44 20 7946 0958"'


def told(text, old, new):
    """Return codes with texts of what differs."""
    before, after = (supportlines.loads(text % one).facts for one in (old, new))
    return [(one.code, one.text) for one in compare(before, after)]


@pytest.mark.parametrize(
    "of_line",
    ["for: {subdivisions: US-NY}", "serves: [US-NY]", "dialable_from: [US-NY]"],
)
def test_lines_for_a_part_of_which_no_rule_speaks_are_compared(of_line):
    """Callers elsewhere, in no part that a rule names, are not offered them."""
    old, new = (
        f"{of_line}, {NEW_YORK % hours}" for hours in ("Mo-Fr 09:00-17:00", "Mo 09:00-17:00")
    )

    assert told(STATES, old, new) == [
        (
            "hours",
            "is closed instead of 09:00–17:00 on Tuesdays to Fridays (time of America/New_York)",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("", ", dialable_from: [GB]", "United Kingdom instead of from anywhere"),
        (
            ", dialable_from: [GB, IE]",
            ", dialable_from: [GB, FR]",
            "France and United Kingdom instead of from United Kingdom and Ireland",
        ),
        (
            ", dialable_from: {except: [FR]}",
            ", dialable_from: [GB, CA-QC]",
            "CA-QC and United Kingdom instead of from anywhere but France",
        ),
        (
            ", dialable_from: [GB, AT, BE, CH, DE, FR]",
            ", dialable_from: [GB, AT, BE, CH, DE, ES]",
            "6 places (AT BE CH DE ES GB) instead of from 6 places (AT BE CH DE FR GB)",
        ),
        (
            ", kind: toll_free",
            ", kind: toll_free, dialable_from: anywhere",
            "anywhere instead of from the countries that it serves",
        ),
        (", dialable_from: anywhere", "", None),
        (", dialable_from: [GB, IE]", ", dialable_from: [IE, GB]", None),
        (", kind: toll_free", ", kind: toll_free", None),
    ],
)
def test_from_where_else_a_number_can_be_used_is_told(old, new, text):
    """A caller who is abroad has it, or has it no more."""
    found = told(KINGDOM, NUMBER + old, NUMBER + new)

    assert found == ([] if text is None else [("dialable_from", f"can be used from {text}")])


def test_digits_that_exist_in_more_countries_can_be_used_there():
    """As `only_in` says; where a number stands on a card, `dialable_from` says it."""
    digits = 'number: "116123", only_in: [GB%s]'
    card = "contact_is: on your card, dialable_from: [GB%s]"

    for contact in (digits, card):
        assert told(KINGDOM, contact % "", contact % ", IE") == [
            (
                "dialable_from",
                "can be used from United Kingdom and Ireland instead of from United Kingdom",
            )
        ]


@pytest.mark.parametrize(
    "contact",
    [
        'number: "+44 20 7946 0100"',
        "contact_is: on your card",
        'channel: chat, url: "https://support.example/chat"',
        "channel: email, email: help@support.example",
    ],
)
@pytest.mark.parametrize(
    ("old", "new", "code", "text"),
    [
        (
            ", for: {phone: landline}",
            ", for: {phone: mobile}",
            "dialable_by",
            "mobile instead of landline",
        ),
        ("", ", dialable_by: mobile", "dialable_by", "mobile instead of any"),
        (", dialable_by: mobile", "", "dialable_by", "any instead of mobile"),
        (", carriers: [Alpha]", ", for: {carrier: [Beta]}", "carriers", "Beta instead of Alpha"),
    ],
)
def test_with_which_telephone_a_line_is_used_is_told(contact, old, new, code, text):
    """Who has another cannot use it, whether it has digits or not."""
    what = {"dialable_by": "the telephone to use", "carriers": "the carrier to use"}[code]

    assert told(KINGDOM, contact + old, contact + new) == [(code, f"{what} is {text}")]


def test_for_which_telephones_words_are_that_stood_for_a_number_is_told():
    """A card has the number now, and only mobile phones reach it."""
    found = told(KINGDOM, NUMBER, "contact_is: on your card, dialable_by: mobile")

    assert ("dialable_by", "the telephone to use is mobile instead of any") in found


def test_the_kind_of_a_number_that_stands_elsewhere_is_told():
    """Of one that has digits no more it says nothing; of one without, confidence says nothing."""
    card = "contact_is: on your card, cost: local, dialable_from: [GB]%s"
    kinds = [card % ", kind: geographic", card % ", kind: mobile"]

    assert told(KINGDOM, *kinds) == [("kind", "the kind is mobile instead of geographic")]
    assert told(KINGDOM, card % ", number_confidence: low", card % "") == []


TRAVELLERS = (
    KINGDOM
    + """
      - id: travellers
        number: "+44 20 7946 0101"
        dialable_from: {except: [GB]}
        languages: [en, fr]
        availability: {standard: {hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}}
"""
)
OPENS = "opens at 10:00 instead of 09:00 on Mondays to Fridays (time of Europe/London)"
FROM_ABROAD = " (for calls from abroad)"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # At home nobody can use it; who is abroad calls it.
        (
            'fr]\n        availability: {standard: {hours: "Mo-Fr 09',
            'fr]\n        availability: {standard: {hours: "Mo-Fr 10',
            [("hours", OPENS + FROM_ABROAD, ())],
        ),
        (
            "0101",
            "0109",
            [
                (
                    "number",
                    "number changed from +44 20 7946 0101 to +44 20 7946 0109" + FROM_ABROAD,
                    (),
                )
            ],
        ),
        (
            "except: [GB]",
            "except: [GB, FR]",
            [
                (
                    "dialable_from",
                    (
                        "can be used from anywhere but France and United Kingdom instead of from "
                        f"anywhere but United Kingdom{FROM_ABROAD}"
                    ),
                    (),
                )
            ],
        ),
        # What is told of all lines need not be told again.
        ("Mo-Fr 09:00", "Mo-Fr 10:00", [("hours", OPENS, ())]),
        (
            'id: one, published_as: "1", ',
            'id: one, published_as: "1", notes: Ring twice., ',
            [("notes", 'has the note "Ring twice."', ())],
        ),
    ],
)
def test_lines_for_calls_from_abroad_are_compared(old, new, expected):
    """Also those that nobody can use at home."""
    text = TRAVELLERS % NUMBER
    assert old in text
    before, after = (supportlines.loads(one).facts for one in (text, text.replace(old, new)))

    assert [(one.code, one.text, one.languages) for one in compare(before, after)] == expected


def test_what_is_told_of_some_languages_is_told_of_others_of_calls_from_abroad():
    """At home nobody speaks French."""
    rules = [
        '{hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London, languages: [en, fr]}',
        "{hours: 24/7, languages: [de]}",
    ]
    text = KINGDOM.replace('{hours: "Mo-Fr 09:00-17:00", time_zone: Europe/London}', f"{rules}")
    text = text.replace("'", "") % (
        f"{NUMBER}, languages: [en, de]}}\n"
        '      - {id: two, number: "+44 20 7946 0101", languages: [en, fr, de],'
        " dialable_from: [IE]"
    )
    before, after = (
        supportlines.loads(one).facts for one in (text, text.replace("Mo-Fr 09", "Mo-Fr 10"))
    )

    assert [(one.text, one.languages) for one in compare(before, after)] == [
        (OPENS, ("en",)),
        (OPENS + FROM_ABROAD, ("fr",)),
    ]
