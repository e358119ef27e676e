"""One option for each group of languages that nothing sets apart; equals of lines are one."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest


def said(caveats):
    """Return code and sentence of each."""
    return [(one.code, one.text) for one in caveats]


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


NOON = utc(2026, 11, 23, 17)  # a Monday: 12:00 in New York
LATE = utc(2026, 11, 23, 23, 30)  # 18:30
NIGHT = utc(2026, 11, 24, 3)  # 22:00


def brief(answer):
    """Return what tells groups from one another."""
    return [(one.languages, one.language, one.state, one.changes_at) for one in answer.options]


@pytest.fixture(scope="module")
def two_weeks(made):
    """Spanish until seven in the evening with a note, English day and night."""
    return made(
        """
countries: {US: {time_zone: America/New_York}}
regions:
  - id: america
    countries: [US]
    languages: [es, en]
    availability:
      standard:
        - {languages: [es], hours: Mo-Fr 07:00-19:00, notes: Spanish is spoken in Miami.}
        - {languages: [en], hours: 24/7}
    lines: [{id: us, number: "+1 202 555 0123", published_as: 202 555 0123}]
"""
    )


@pytest.mark.parametrize(
    ("languages", "at", "expected"),
    [
        # Without a wish each language has its own end, in the order of the file.
        (
            (),
            NOON,
            [(("es",), None, "open", utc(2026, 11, 24)), (("en",), None, "open", None)],
        ),
        # Who prefers Spanish reads that English goes on at seven.
        (
            ("es", "en"),
            LATE,
            [(("es",), "es", "open", utc(2026, 11, 24)), (("en",), "en", "open", None)],
        ),
        # At night the states differ, too.
        (
            ("es", "en"),
            NIGHT,
            [(("en",), "en", "open", None), (("es",), "es", "closed", utc(2026, 11, 24, 12))],
        ),
    ],
)
def test_languages_with_different_hours_are_different_options(two_weeks, languages, at, expected):
    """That English goes on is not lost, and "day and night" is not said of Spanish."""
    assert brief(two_weeks.who_can_i_call("US", languages=languages, at=at)) == expected


def test_the_note_of_a_rule_stands_with_its_languages_alone(two_weeks):
    """It neither vanishes nor is told of the other language."""
    options = two_weeks.who_can_i_call("US", at=NOON).options

    note = ("note", "Spanish is spoken in Miami.")
    assert [note in said(one.caveats) for one in options] == [True, False]


def test_languages_with_equal_hours_and_other_grounds_are_different_options(made):
    """Both are open until five, but only of Spanish the page says by whom."""
    directory = made(
        """
regions:
  - id: kingdom
    countries: [GB]
    languages: [es, en, fr]
    availability:
      standard:
        - {languages: [es], hours: Mo-Fr 09:00-17:00, notes: Spanish is spoken in Leeds.}
        - {languages: [en, fr], hours: Mo-Fr 09:00-17:00}
    lines: [{id: gb, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    answer = directory.who_can_i_call("GB", at=utc(2026, 11, 23, 12))

    # English and French have all in common, Spanish has a note of its own.
    assert [one.languages for one in answer.options] == [("es",), ("en", "fr")]


def test_equal_rules_for_two_languages_are_one_option(made):
    """Written twice or once, the hours say the same."""
    directory = made(
        """
regions:
  - id: kingdom
    countries: [GB]
    languages: [es, en]
    availability:
      standard:
        - {languages: [es], hours: Mo-Fr 09:00-17:00}
        - {languages: [en], hours: Mo-Fr 09:00-17:00}
    lines: [{id: gb, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    answer = directory.who_can_i_call("GB", at=utc(2026, 11, 23, 12))

    assert [one.languages for one in answer.options] == [("es", "en")]


@pytest.fixture(scope="module")
def rows_of_one_number(made):
    """Several rows of one number, as pages print them."""
    return made(
        """
countries: {US: {time_zone: America/New_York}}
regions:
  - id: america
    countries: [US, CA]
    languages: [en]
    availability: {standard: Mo-Fr 09:00-18:00}
    lines:
      - {id: wide, number: "+1 202 555 0123", published_as: 202-555-0123}
      - {id: own, number: "+1 202 555 0123", published_as: (202) 555-0123, serves: [US]}
      - id: later
        number: "+1 202 555 0123"
        published_as: 202.555.0123
        serves: [US]
        availability: {standard: Mo-Fr 09:00-20:00}
"""
    )


def test_rows_with_one_change_are_one_option_whose_line_is_the_nearest(rows_of_one_number):
    """The row for the country stands for the row of the region; both texts are kept."""
    answer = rows_of_one_number.who_can_i_call("US", at=NOON)

    assert [(one.line.id, one.published_as, one.changes_at) for one in answer.options] == [
        ("own", "(202) 555-0123 / 202-555-0123", utc(2026, 11, 23, 23)),
        ("later", "202.555.0123", utc(2026, 11, 24, 1)),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A row without limits is for any phone and any carrier.
        (["dialable_by: landline, carriers: [Example Telecom]", ""], []),
        (
            ["dialable_by: landline, carriers: [Example Telecom]"],
            [
                "It can be dialled from landlines only.",
                "It may be reached through Example Telecom only.",
            ],
        ),
        (
            ["carriers: [Example Telecom]", "carriers: [Sample Mobile]"],
            ["It may be reached through Example Telecom and Sample Mobile only."],
        ),
        # Each sort of phone has its own row; one of them is limited.
        (
            ["dialable_by: landline", "dialable_by: mobile, carriers: [Sample Mobile]"],
            ["It may be reached from mobile phones through Sample Mobile only."],
        ),
        (
            [
                "dialable_by: landline, carriers: [Example Telecom]",
                "dialable_by: mobile, carriers: [Sample Mobile]",
            ],
            [
                (
                    "It may be reached from landlines through Example Telecom only, "
                    "from mobile phones through Sample Mobile only."
                )
            ],
        ),
        (
            ["dialable_by: mobile, carriers: [Sample Mobile]", "dialable_by: mobile"],
            ["It can be dialled from mobile phones only."],
        ),
    ],
)
def test_rows_that_are_one_option_limit_together(made, rows, expected):
    """What one row limits and another does not is no limit; what both limit is told."""
    lines = "".join(
        f'      - {{id: l{number}, number: "+44 20 7946 0958", published_as: 020 7946 0958'
        f"{', ' + row if row else ''}}}\n"
        for number, row in enumerate(rows)
    )
    directory = made(
        "regions:\n  - id: kingdom\n    countries: [GB]\n    languages: [en]\n"
        f"    availability: {{standard: 24/7}}\n    lines:\n{lines}"
    )

    (option,) = directory.who_can_i_call("GB", at=NOON).options

    assert [caveat.text for caveat in option.caveats] == expected


def test_a_language_that_nobody_states_is_a_reason_of_its_own(made):
    """Neither spoken nor assumed: whoever reads the answer is told so, whatever was wished."""
    silent = made(
        """
regions:
  - id: r
    countries: [GB]
    availability: {standard: 24/7}
    lines: [{id: gb, number: "+44 20 7946 0958", published_as: 020 7946 0958}]
"""
    )

    for wishes in ([], ["en"]):
        option = silent.who_can_i_call("GB", languages=wishes, at=NOON).best
        assert option.languages == ()
        assert "language_unknown" in [reason.code for reason in option.reasons]
