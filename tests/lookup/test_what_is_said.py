"""Sentences about a line: each says what the data says, whole."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

AT = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)


@pytest.fixture
def option(made):
    """Return the option of a region with one line, asked from inside or elsewhere."""

    def ask(line, country="GB", **asked):
        directory = made(
            f"""
regions:
  - id: r
    name: Region
    countries: [{country}, IE]
    languages: [en]
    availability: {{standard: 24/7}}
    lines: [{{id: l, published_as: x, {line}}}]
"""
        )
        return directory.who_can_i_call(country, at=AT, **asked).best

    return ask


def texts(records, code):
    """Return what the records with this code say."""
    return [one.text for one in records if one.code == code]


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("", "The line to fall back on in Region."),
        (
            ", fallback_when: Nobody answers.",
            "The line to fall back on in Region, in this case: Nobody answers.",
        ),
    ],
)
def test_when_to_fall_back_is_told(option, stated, said):
    """In the source's words."""
    found = option(f'number: "+44 20 7946 0958", fallback: true{stated}')

    assert texts(found.reasons, "region_fallback") == [said]


def test_the_notes_of_a_line_are_told(option):
    """Each by itself, in their order."""
    found = option('number: "+44 20 7946 0958", notes: [Ask for Kim., Bring your contract number.]')

    assert texts(found.caveats, "note") == ["Ask for Kim.", "Bring your contract number."]


def test_the_code_of_a_carrier_is_told_by_where_the_phone_stands(option):
    """Brazil presses one of several codes before a far number and before the way out."""
    at_home = option('number: "+55 11 2345 6789"', country="BR")
    abroad = option('number: "+44 20 7946 0958"', country="BR")

    assert texts(at_home.caveats, "carrier_prefix") == [
        "From another area a carrier's code goes before the number."
    ]
    assert texts(abroad.caveats, "carrier_prefix") == [
        "The international prefix depends on the carrier: dial your carrier's for the +."
    ]


def test_a_doubtful_number_says_so(option):
    """With the confidence that the file has."""
    found = option('number: "+44 20 7946 0958", number_confidence: medium')

    assert texts(found.caveats, "number_doubtful") == [
        "The number is doubtful (confidence: medium)."
    ]


@pytest.mark.parametrize(
    ("number", "values", "said"),
    [
        (
            "+44 20 7946 HELPS",
            [{"surplus": "S"}],
            ['"S" at the end of the number is surplus, and left out.'],
        ),
        (
            "+44 (0)20 7946 0958",
            [{"read": "+442079460958", "calling_code": 44}],
            ["The number is read as +442079460958: a prefix is not dialled after +44."],
        ),
        ("+44 20 7946 0958", [], []),
    ],
)
def test_what_is_left_out_of_a_number_is_told_as_values(option, number, values, said):
    """Who writes another language needs the letters and the number, no English sentence."""
    found = option(f'number: "{number}"')

    notes = [one for one in found.caveats if one.code == "number_note"]
    assert [dict(one.values) for one in notes] == values
    assert [one.text for one in notes] == said


@pytest.mark.parametrize(
    ("languages", "asked", "said"),
    [
        ("en", [], "English is spoken on this line."),
        ("en, fr", [], "English and French are spoken on this line."),
        ("fr", ["fr"], "French"),
    ],
)
def test_one_language_is_and_several_are(option, languages, asked, said):
    """Spoken on a line."""
    found = option(f'number: "+44 20 7946 0958", languages: [{languages}]', languages=asked)

    (text,) = [one.text for one in found.reasons if one.code.startswith("language")]
    assert text.startswith(said)


FLANDERS = """
directory:
  id: parts
  name: Parts
  sources: [{id: page, title: A page, url: "https://a.example", read_on: 2026-11-30}]
tiers: {standard: {}}
regions:
  - id: flanders
    countries: [BE-VLG]
    languages: [nl]
    availability: {standard: 24/7}
    lines: [{id: line, number: "+44 20 7946 0100"}]
"""


def test_a_line_for_a_part_of_a_country_is_not_said_to_be_for_all_of_it():
    """Neither where it is offered nor where it is not."""
    directory = supportlines.loads(FLANDERS)
    at = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)

    whole = directory.who_can_i_call("BE", at=at).best
    brussels = directory.who_can_i_call("BE", subdivision="BE-BRU", at=at)

    assert whole.reasons[0].text == "The source lists this line for BE-VLG in Belgium."
    assert "– No line is listed for Belgium (BE-BRU)." in brussels.text()
