"""The order of options (docs/reference/order.md)."""

from __future__ import annotations

from datetime import datetime, timezone

# Tuesdays; 15:00 UTC is 16:00 in Berlin (open), 21:00 UTC is 22:00 (closed).
DAY = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)
NIGHT = datetime(2026, 11, 24, 21, tzinfo=timezone.utc)


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


def test_a_language_that_no_line_speaks_is_told_plainly(example):
    """Whoever asks for Spanish in Korea learns that nobody is listed for it."""
    spanish = example.who_can_i_call("KR", languages=["es"], severity="urgent", at=DAY)
    english = example.who_can_i_call("KR", languages=["es", "en"], severity="urgent", at=DAY)

    sentence = ("wanted_language_missing", "None of the lines is listed for Spanish.")
    assert sentence in spanish.caveats
    assert sentence not in english.caveats
