"""What is said of an answer, in node: templates that are filled."""

from __future__ import annotations

import pytest

from browsing.lines import LONDON, second, words


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("ar", "عام"), ("ar-EG", "عام"), ("pt-BR", "Geral"), ("fr", "General")],
)
def test_texts_are_those_of_the_locale_or_the_next_best(ask, locale, expected):
    """The locale's, its language's, English."""
    text = {"de": "Allgemein", "en": "General", "ar": "عام", "pt-BR": "Geral"}

    assert ask("wording", "within", text, {"locale": locale}) == expected
    assert ask("wording", "within", {"de": "Allgemein"}, {"locale": locale}) == "Allgemein"
    assert ask("wording", "within", "Night line", {"locale": locale}) == "Night line"


def row(state, event=None, *, next_why=None, key=None):
    """Return what is told of an option."""
    return [state, 0, 0, 0, event, None, next_why, None, key]


@pytest.mark.parametrize(
    ("told", "change", "expected"),
    [
        (row("open", "closes"), "2026-11-29T23:30:00", "Open ⋅ Closes Sun 23:30"),
        (row("open", "closes"), "2026-11-30T00:00:00", "Open ⋅ Closes Mon 30 Nov, 00:00"),
        (row("open", "closes"), "2026-11-24T09:00:00", "Open ⋅ Closes Tue 09:00"),
        (row("closed", "changes"), "2026-11-23T17:00:00", "Closed ⋅ next change 17:00"),
        (row("unknown", "changes"), "2026-11-28T09:00:00",
         "Not known whether somebody answers ⋅ next change Sat 09:00"),
        (row("open", "changes"), "2026-11-23T12:30:00", "Open ⋅ next change 12:30"),
        (row("open", "closes", next_why="Inventory"), "2026-11-23T12:30:00",
         "Closes soon ⋅ 12:30 ⋅ Inventory"),
        (row("open", "closes", next_why="Inventory"), "2026-11-23T17:00:00",
         "Open ⋅ Closes 17:00 ⋅ Inventory"),
        (row("open", key="always"), None, "Open day and night"),
        (row("closed"), None, "Closed"),
        (row("unknown"), None, "Not known whether somebody answers"),
    ],
)  # fmt: skip
def test_what_follows_is_a_time_a_weekday_or_a_date(ask, told, change, expected):
    """At noon on Monday, 23 November 2026."""
    at = second("2026-11-23T12:00:00")
    given = {"told": told, "changesAt": change and second(change)}

    assert ask("wording", "stateOf", given, LONDON, words(), at) == expected


@pytest.mark.parametrize(
    ("told", "change", "expected"),
    [
        (row("open", key="messages_always"), None, "Takes messages at any time"),
        (row("open", "closes", key="messages"), 3600, "Takes messages ⋅ Closes 13:00"),
        (row("closed", "opens"), 3600, "Closed ⋅ Opens 13:00"),
    ],
)
def test_a_line_that_takes_messages_says_so(ask, told, change, expected):
    """Nobody answers there while one waits."""
    at = second("2026-11-23T12:00:00")
    given = {"told": told, "changesAt": change and at + change}

    assert ask("wording", "stateOf", given, LONDON, words(), at) == expected


@pytest.mark.parametrize(
    ("at", "change", "expected"),
    [
        ("2026-11-28T23:00:00", "2026-11-29T08:00:00", "Closed ⋅ Opens 17:00"),  # by +09:00
        ("2026-11-29T10:00:00", "2026-11-30T00:00:00", "Closed ⋅ Opens Mon 10:00"),  # +10:00
    ],
)
def test_times_are_those_of_the_clock_of_the_answer(ask, at, change, expected):
    """A clock that is put on by an hour at 2026-11-29T15:00Z, nine hours east until then."""
    given = {"told": row("closed", "opens"), "changesAt": second(change)}
    clock = ["Asia/Tokyo", [0, 9 * 3600], [int(second("2026-11-29T15:00:00")), 10 * 3600]]

    assert ask("wording", "stateOf", given, clock, words(), second(at)) == expected


@pytest.mark.parametrize(
    ("pattern", "change", "expected"),
    [
        ("{h}:{mm} {ap}", "2026-11-23T00:05:00", "12:05 AM"),
        ("{h}:{mm} {ap}", "2026-11-23T11:59:00", "11:59 AM"),
        ("{h}:{mm} {ap}", "2026-11-23T12:00:00", "12:00 PM"),
        ("{h}:{mm} {ap}", "2026-11-23T23:30:00", "11:30 PM"),
        ("{HH}:{mm}", "2026-11-23T09:05:00", "09:05"),
        ("{dd} {month}", "2026-12-01T09:05:00", "01 Dec"),
        ("{day} {month}", "2026-12-01T09:05:00", "1 Dec"),
    ],
)
def test_times_and_dates_are_patterns(ask, pattern, change, expected):
    """With two halves of a day, or 24 hours."""
    at = second(change)
    given = {"told": row("closed", "opens"), "changesAt": at}
    said = words(opens=pattern, halves=["AM", "PM"])

    assert ask("wording", "stateOf", given, LONDON, said, at) == f"Closed ⋅ {expected}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["note_landline_only"], "Only from landlines"),
        (["note_only_for", "North"], "Only for: North"),
        (["note_only_for", ["North", {"en": "South"}]], "Only for: North, South"),
        (["step_press", "1"], "Press 1"),
        (["step_press", "1", [{"en": "Help"}, "en"]], "Press 1 (Help, en)"),
        (["step_wait"], "Wait: "),
        (["note_of_tomorrow", ["Shut"]], "Shut"),  # a code that the words do not have
    ],
)
def test_a_row_is_a_sentence(ask, given, expected):
    """Its key, what it speaks of, and what stands in brackets."""
    assert ask("wording", "sentence", given, words()) == expected
