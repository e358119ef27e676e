"""The words of a page: times by a pattern, and no sentence that no file needs."""

from __future__ import annotations

from datetime import datetime, time, timezone

import pytest

import supportlines
from supportlines.web.feed import Scope, lines_file
from supportlines.web.feed.wording import pattern_of, words_file
from supportlines.words.clock import clock_of
from supportlines.words.live import live_words

SINCE = int(datetime(2026, 11, 30, tzinfo=timezone.utc).timestamp())


@pytest.mark.parametrize("locale", ["en", "de", "ar", "es", "ja", "en_GB", "hi", "fa"])
def test_times_of_all_minutes_are_as_the_pattern_says(locale):
    """In the words of the sentences, counted as readers of the locale count hours."""
    clock = clock_of(live_words(locale).locale, locale)
    pattern = pattern_of(clock)
    halves = words_file(locale, [])["halves"]

    wrong = []
    for minute in range(24 * 60):
        hour, past = divmod(minute, 60)
        said = pattern.replace("{HH}", f"{hour:02}").replace("{mm}", f"{past:02}")
        said = said.replace("{h}", str(hour % 12 or 12))
        said = said.replace("{ap}", halves[hour > 11] if halves else "")
        if said != clock.time(time(hour, past)):
            wrong.append((said, clock.time(time(hour, past))))

    assert wrong == []


def test_a_file_has_the_sentences_that_its_countries_need():
    """Rows, events, costs and titles by their keys, and what a page says by itself."""
    scope = Scope(supportlines.load().facts, SINCE, SINCE + 14 * 86_400)
    lines = lines_file(scope, "JP", 3600).record
    said = words_file("en", [lines])
    rows = [row for one in lines["options"] for row in one.get("facts", []) + one.get("notes", [])]

    assert {row[0] for row in rows if isinstance(row, list)} <= set(said)
    assert {"open", "closed", "unknown", "stale", "soon", "opens_7", "closes_on_1"} <= set(said)
    assert {"others", "link_phone", "note_carrier_prefix"} <= set(said)
    assert "because_severity_not_given" not in said


def test_keys_of_sentences_are_no_keys_of_the_file():
    """They stand beside each other."""
    own = ("version", "locale", "dir", "lang", "lang_dir", "until", "months", "halves", "list")
    patterns = ("date", "time", "moment")

    assert set(live_words("en").texts) & {*own, *patterns, "languages"} == set()


@pytest.mark.parametrize(
    ("locale", "date"),
    [
        ("en", "{month} {day}"),
        ("en_GB", "{day} {month}"),
        ("ar", "{month} {day}"),  # the sentences are English
        ("de", "{month} {day}"),
    ],
)
def test_days_within_sentences_are_called_as_their_language_calls_them(locale, date):
    """A month of another one in the middle would turn the order of what stands round it."""
    words = words_file(locale, [])

    assert words["lang"] == "en"
    assert (words["date"], words["months"][9]) == (date, "Oct")
    assert words["moment"] == f"{date}, {words['time']}"
    assert words_file(locale, [FILE])["opens_on_1"] == f"Opens Mon {words['moment']}"


FILE = {
    "until": 0, "fresh_for": 0, "asks": [], "choices": [], "options": [], "contacts": [],
    "changes": [],
    "told": [["closed", 6, 7, 1, "opens"]],
}  # fmt: skip
