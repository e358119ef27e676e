"""The order of options (docs/reference/order.md)."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

# Tuesdays; 15:00 UTC is 16:00 in Berlin (open), 21:00 UTC is 22:00 (closed).
DAY = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)
NIGHT = datetime(2026, 11, 24, 21, tzinfo=timezone.utc)


def said(caveats):
    """Return code and sentence of each."""
    return [(one.code, one.text) for one in caveats]


def brief(answer):
    """Return what the order is about, option by option."""
    return [(one.line.id, one.state, one.language, one.languages) for one in answer.options]


def test_open_in_the_second_language_comes_before_closed_in_the_first(example):
    """In Paris at night English is open by premium, French is closed on the same line."""
    answer = example.who_can_i_call("FR", languages=["fr", "en"], tier="premium", at=NIGHT)

    assert brief(answer) == [
        ("fr-line", "open", "en", ("en",)),
        ("fr-line", "closed", "fr", ("fr",)),
        ("fr-only", "closed", "fr", ("fr",)),
    ]


def test_languages_with_one_state_and_one_change_are_one_option(example):
    """By day both languages of the line are open until five, in the preferred language."""
    answer = example.who_can_i_call("FR", languages=["fr", "en"], at=DAY)

    assert brief(answer) == [
        ("fr-line", "open", "fr", ("fr", "en")),
        ("fr-only", "open", "fr", ("fr",)),
    ]


def test_languages_with_one_state_and_two_changes_are_two_options(example):
    """With premium English goes on when French ends: who prefers French reads of both."""
    answer = example.who_can_i_call("FR", languages=["fr", "en"], tier="premium", at=DAY)

    assert brief(answer) == [
        ("fr-line", "open", "fr", ("fr",)),
        ("fr-only", "open", "fr", ("fr",)),
        ("fr-line", "open", "en", ("en",)),
    ]


def test_sound_numbers_come_before_doubtful_ones(example):
    """A doubtful number of the country's own comes even after the region's fallback."""
    answer = example.who_can_i_call("DE", languages=["en"], at=DAY)

    assert [one.line.id for one in answer.options] == ["de-line", "europe-other", "de-doubtful"]


def test_a_wanted_language_comes_before_the_country_s_own_line(example):
    """In Korea the regional line in assumed English comes before the Korean one."""
    answer = example.who_can_i_call("KR", languages=["en"], severity="urgent", at=DAY)

    assert brief(answer) == [
        ("asia-wide", "open", "en", ("en",)),
        ("kr-korean", "open", None, ("ko",)),
    ]


def test_a_line_whose_language_nobody_knows_comes_before_one_in_another_language(example):
    """For a Spanish caller the line with unknown languages may do, Korean will not."""
    answer = example.who_can_i_call("KR", languages=["es"], severity="urgent", at=DAY)

    assert [one.line.id for one in answer.options] == ["asia-wide", "kr-korean"]


def test_free_comes_before_paid_at_the_same_nearness(example):
    """In America the toll-free number comes first though both lines are open."""
    answer = example.who_can_i_call("CA", time_zone="America/Toronto", at=DAY)

    assert [(one.line.id, one.cost) for one in answer.options] == [
        ("us-toll-free", "free"),
        ("us-other", "international"),
    ]


def test_closed_lines_are_in_the_order_of_their_opening(example):
    """At night the sales desk, which opens at six, comes before those that open at nine."""
    night = datetime(2026, 11, 25, 7, tzinfo=timezone.utc)  # 02:00 in New York

    answer = example.who_can_i_call("US", time_zone="America/New_York", at=night)

    assert [(one.line.id, one.changes_at.hour) for one in answer.options] == [
        ("us-sales", 11),
        ("us-toll-free", 14),
        ("us-other", 14),
    ]


NESTED = """
regions:
  - id: world
    countries: [FR]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - {id: first, number: "+44 20 7946 0958", published_as: 020 7946 0958}
      - {id: three, number: "+44 20 7946 0959", published_as: 020 7946 0959, serves: [DE, FR, GB]}
    regions:
      - id: inside
        countries: [GB, DE]
        lines:
          - {id: second, number: "+44 20 7946 0960", published_as: 020 7946 0960}
          - {id: alone, number: "+44 20 7946 0961", published_as: 020 7946 0961, serves: [DE]}
      - id: island
        countries: [IE]
        lines: [{id: ie, number: "+44 20 7946 0962", published_as: 020 7946 0962}]
"""


def test_a_line_for_one_country_comes_before_lines_for_several(made):
    """Germany's only own line is the last of the file; the others keep the file's order."""
    answer = made(NESTED).who_can_i_call("DE", at=DAY)

    assert [(one.line.id, one.reasons[0].code) for one in answer.options] == [
        ("alone", "own_line"),
        ("first", "wider_line"),
        ("three", "wider_line"),
        ("second", "wider_line"),
    ]


def test_the_order_of_the_file_is_kept_between_nested_regions(made):
    """The lines of the region around stand before those inside, and so they are listed."""
    answer = made(NESTED).who_can_i_call("GB", at=DAY)

    assert [one.line.id for one in answer.options] == ["first", "three", "second"]


def test_the_line_of_a_region_of_one_country_is_the_country_s_own(made):
    """It says so without naming the country again, and comes before the world's."""
    answer = made(NESTED).who_can_i_call("IE", at=DAY)

    assert [(one.line.id, one.reasons[0].code) for one in answer.options] == [
        ("ie", "own_line"),
        ("first", "wider_line"),
    ]


@pytest.mark.parametrize(
    ("line", "code", "text"),
    [
        ("serves: [DE]", "own_line", "The source lists this line for Germany."),
        ("serves: [FR, DE]", "wider_line", "The source lists this line for Germany and France."),
        (
            "serves: [FR, DE, GB, ES, IT]",
            "wider_line",
            "The source lists this line for Germany and 4 other countries.",
        ),
        ("channel: phone", "wider_line", "The line serves Europe."),
        (
            "serves: [DE], fallback: true",
            "country_fallback",
            "The line to fall back on in Germany.",
        ),
        (
            "serves: [FR, DE], fallback: true",
            "region_fallback",
            "The line to fall back on in Germany and France.",
        ),
        ("fallback: true", "region_fallback", "The line to fall back on in Europe."),
    ],
)
def test_the_reason_says_for_whom_a_line_is(made, line, code, text):
    """The codes are those by which options are sorted, and the sentences are true."""
    directory = made(
        f"""
regions:
  - id: europe
    name: Europe
    countries: [DE, FR, GB, ES, IT]
    languages: [en]
    availability: {{standard: 24/7}}
    lines: [{{id: it, number: "+44 20 7946 0958", published_as: 020 7946 0958, {line}}}]
"""
    )

    reason = directory.who_can_i_call("DE", at=DAY).best.reasons[0]

    assert (reason.code, reason.text) == (code, text)


def test_a_fallback_for_one_country_comes_before_one_for_several(made):
    """Both are the country's, so that both are used."""
    directory = made(
        """
regions:
  - id: europe
    countries: [DE, FR]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - id: both
        number: "+44 20 7946 0958"
        published_as: 020 7946 0958
        fallback: true
        serves: [DE, FR]
      - id: own
        number: "+44 20 7946 0959"
        published_as: 020 7946 0959
        fallback: true
        serves: [DE]
"""
    )

    answer = directory.who_can_i_call("DE", at=DAY)

    assert [one.line.id for one in answer.options] == ["own", "both"]


def test_a_language_that_no_line_speaks_is_told_plainly(example):
    """Whoever asks for Spanish in Korea learns that nobody is listed for it."""
    spanish = example.who_can_i_call("KR", languages=["es"], severity="urgent", at=DAY)
    english = example.who_can_i_call("KR", languages=["es", "en"], severity="urgent", at=DAY)

    sentence = ("wanted_language_missing", "None of the lines is listed for Spanish.")
    assert sentence in said(spanish.caveats)
    assert sentence not in said(english.caveats)
