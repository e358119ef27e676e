"""Times, days and lists are CLDR's: for readers of some locales by hand, for all by Babel."""

from __future__ import annotations

import random
import re
from datetime import date, datetime, time, timezone

import babel.dates
import pytest
from babel.lists import format_list
from babel.localedata import locale_identifiers

from supportlines.languages.writing import direction_of, tag_of
from supportlines.places.locales import likely_region, parse_locale
from supportlines.places.weeks import first_day_of
from supportlines.words.clock import clock_of, has_24_hours
from supportlines.words.days import day_words
from supportlines.words.lists import joined

LOCALES = sorted(set(locale_identifiers()) - {"root"})
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z]{5,8})?")


def spaced(text):
    """Return *text* with plain spaces: which kind CLDR has changes from year to year."""
    return re.sub(r"\s", " ", text)


@pytest.mark.parametrize(
    ("locale", "nine", "half_past_five", "office", "night"),
    [
        ("de", "09:00", "17:30", "09:00–17:30 Uhr", "22:00–06:00 Uhr"),
        ("en_GB", "09:00", "17:30", "09:00–17:30", "22:00–06:00"),
        (
            "en",
            "9:00 AM",
            "5:30 PM",
            "9:00 AM – 5:30 PM",
            "10:00 PM – 6:00 AM",
        ),
        ("ja", "9:00", "17:30", "9時00分～17時30分", "22時00分～6時00分"),
        ("fr_CA", "09 h 00", "17 h 30", "9 h 00 – 17 h 30", "22 h 00 – 6 h 00"),
        ("zh_Hant", "上午9:00", "下午5:30", "上午9:00至下午5:30", "晚上10:00至清晨6:00"),
    ],
)  # fmt: skip
def test_times_are_written_as_readers_write_them(locale, nine, half_past_five, office, night):
    """12 or 24 hours, order and words; a night ends on the next day."""
    clock = clock_of(locale)

    assert spaced(clock.time(time(9))) == nine
    assert spaced(clock.time(time(17, 30))) == half_past_five
    assert spaced(clock.interval(time(9), time(17, 30))) == office
    assert spaced(clock.interval(time(22), time(6))) == night


def test_what_is_equal_at_both_ends_stands_once_only_within_one_half_of_a_day():
    """From ten to nine the next morning is not from nine to ten."""
    clock = clock_of("ar")

    assert spaced(clock.interval(time(1), time(3))) == "1:00–3:00 ص"
    assert clock.interval(time(10), time(9)).count("ص") == 2
    assert clock_of("zh_Hant").interval(time(14), time(13)) == "下午2:00至下午1:00"


def test_a_day_from_a_time_to_the_same_time_is_no_single_time():
    """Both ends are told, and seconds where there are some."""
    clock = clock_of("en_GB")

    assert spaced(clock.interval(time(9), time(9))) == "09:00 – 09:00"
    assert spaced(clock.interval(time(9), time(9, 0, 30))) == "09:00 – 09:00:30"
    assert clock.time(time(9, 0, 5)) == "09:00:05"


def test_english_words_have_the_hours_of_their_reader():
    """A sentence that is English on a German page has no AM in it."""
    assert clock_of("en", "de").time(time(17)) == "17:00"
    assert spaced(clock_of("de", "en").time(time(17))) == "5:00 PM"


@pytest.mark.parametrize("part", range(4))
def test_times_of_all_locales_are_those_of_babel(part):
    """Digits are ASCII and those of the hour; 12 or 24 hours as in the locale's own short time."""
    for locale in LOCALES[part::4]:
        clock = clock_of(locale)
        short = babel.dates.format_time(time(20, 8), "short", locale=locale)
        assert ("20" in short) is clock.is_24 is has_24_hours(locale), locale
        for at in (time(0, 7), time(8, 30), time(12, 0), time(23, 59, 1)):
            seconds = "s" if at.second else ""
            skeleton = f"{'Hm' if clock.is_24 else 'hm'}{seconds}"
            written = clock.time(at)
            assert written == babel.dates.format_skeleton(skeleton, at, locale=locale)
            assert re.findall(r"\d", written) == re.findall(r"[0-9]", written)


@pytest.mark.parametrize("part", range(4))
def test_intervals_of_all_locales_are_those_of_babel(part):
    """But for Taiwan's, who name parts of the day: Babel fails there, or takes other ones."""
    draw = random.Random(part)  # noqa: S311 - cases of a test
    tried = 0
    for locale in LOCALES[part::4]:
        clock = clock_of(locale)
        start, end = (time(draw.randrange(24), draw.choice([0, 30])) for _ in range(2))
        skeleton = "Hm" if clock.is_24 else "hm"
        if start >= end:
            start, end = time(start.hour // 2, 15), time(12 + end.hour // 2, 15)
        if locale.startswith("zh_Hant") and locale[7:] not in ("_HK", "_MO"):
            continue
        expected = babel.dates.format_interval(start, end, skeleton, locale=locale)
        assert clock.interval(start, end) == expected, locale
        tried += 1
    assert tried > 250


@pytest.mark.parametrize(
    ("locale", "full", "near", "day"),
    [
        ("en", "Tue, Nov 24, 2026", "Tue, Nov 24", "Nov 24"),
        ("en_GB", "Tue, 24 Nov 2026", "Tue 24 Nov", "24 Nov"),
        ("de", "Di., 24. Nov. 2026", "Di., 24. Nov.", "24. Nov."),
        ("ja", "2026年11月24日(火)", "11月24日(火)", "11月24日"),
        ("ko", "2026년 11월 24일 (화)", "11월 24일 (화)", "11월 24일"),
        ("fr", "mar. 24 nov. 2026", "mar. 24 nov.", "24 nov."),
    ],
)
def test_days_are_written_as_readers_write_them(locale, full, near, day):
    """Order of fields, names and what stands between them."""
    words = day_words(locale)
    on = date(2026, 11, 24)

    assert (words.full.text(on), words.near.text(on), words.day.text(on)) == (full, near, day)


@pytest.mark.parametrize("part", range(4))
def test_days_and_lists_of_all_locales_are_those_of_babel(part):
    """The template with its names is the pattern, but for the year of a week in it."""
    draw = random.Random(part)  # noqa: S311 - cases of a test
    for locale in LOCALES[part::4]:
        words = day_words(locale)
        # Days on which the year of the week is that of the calendar, and with one digit too.
        day = date(draw.randint(2024, 2030), draw.randint(1, 12), draw.randint(5, 26))
        for name, skeleton in (
            ("full", "yMMMEd"), ("near", "MMMEd"), ("day", "MMMd"), ("day_of_year", "yMMMd"),
        ):  # fmt: skip
            expected = babel.dates.format_skeleton(skeleton, day, locale=locale)
            assert getattr(words, name).text(day) == expected, (locale, name)
        both = babel.dates.format_datetime(
            datetime(2026, 11, 24, 9, tzinfo=timezone.utc), "medium", locale=locale
        )
        alone = babel.dates.format_date(date(2026, 11, 24), "medium", locale=locale)
        nine = babel.dates.format_time(time(9), "medium", locale=locale)
        assert words.with_time.format(day=alone, time=nine) == both
        assert words.weekdays[5] == babel.dates.format_date(date(2026, 11, 28), "cccc", locale)
        for parts in (["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d", "e"]):
            assert joined(parts, locale) == format_list(parts, "standard", locale)
            assert joined(parts, locale, "or") == format_list(parts, "or", locale)


def test_the_year_is_that_of_the_calendar():
    """On 1 January 2027, which is in the last week of 2026."""
    for locale in LOCALES:
        assert "2027" in day_words(locale).day_of_year.text(date(2027, 1, 1)), locale


@pytest.mark.parametrize(
    ("locale", "region", "first"),
    [
        # As browsers have it (Node 20 with ICU 78): the likely country decides.
        ("en", "US", 6), ("ja", "JP", 6), ("ko", "KR", 6), ("zh_Hant", "TW", 6), ("ar", "EG", 5),
        ("fa", "IR", 5), ("he", "IL", 6), ("pt", "BR", 6), ("de", "DE", 0), ("en_GB", "GB", 0),
        ("es_419", "419", 0), ("en_001", "001", 0), ("dv", "MV", 4), ("sr_Latn", "RS", 0),
    ],
)  # fmt: skip
def test_a_week_begins_as_in_the_likely_country(locale, region, first):
    """Babel alone says Monday where no country is named."""
    assert likely_region(locale) == region
    assert day_words(locale).week[0] == first
    assert sorted(day_words(locale).week) == list(range(7))


def test_first_days_are_those_of_cldr():
    """Babel has them in a file per language and country; Portugal's go to Africa there.

    Of Iceland CLDR says since its version 48 what it did not say before.
    """
    seen = set()
    for identifier in LOCALES:
        locale = babel.Locale.parse(identifier)
        if locale.territory and locale.territory != "IS" and locale.language != "pt":
            assert first_day_of(locale.territory) == locale.first_week_day, identifier
            seen.add(locale.territory)
    assert len(seen) > 230


def test_every_locale_has_a_likely_region_and_a_direction():
    """And a tag that HTML takes."""
    for locale in LOCALES:
        assert likely_region(locale), locale
        assert direction_of(locale) in ("ltr", "rtl")
        assert parse_locale(tag_of(locale)) == locale
        assert TAG.fullmatch(tag_of(locale)), locale


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("ur_PK", "rtl"), ("az-Arab", "rtl"), ("en-Latn", "ltr"),
     ("mn_Mong", "ltr"), ("en-x-ours", "ltr"), ("bfi", None)],
)  # fmt: skip
def test_direction_of_a_language(tag, direction):
    """By its script; what is written from top to bottom goes from left to right on a page."""
    assert direction_of(tag) == direction
