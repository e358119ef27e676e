"""The parts of which a comparison is made, each against something simpler."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportlines.changes.boxes import boxes
from supportlines.changes.days import compare_days
from supportlines.changes.hours_words import week_words, words_of
from supportlines.changes.places import Places
from supportlines.changes.window import Window
from supportlines.hours import OpeningHours, disagreements

from strategies.amount import cases

WINDOW = Window(2026)
START = datetime(2026, 1, 1, tzinfo=timezone.utc)
END = datetime(2028, 1, 1, tzinfo=timezone.utc)
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@st.composite
def weekly_hours(draw):
    """Return hours of some weekdays, past midnight too, some of them unknown."""
    rules = []
    for day in draw(st.lists(st.sampled_from(DAYS), unique=True, max_size=4)):
        first = draw(st.integers(0, 23))
        length = draw(st.integers(1, 23))
        state = draw(st.sampled_from(["", "", " unknown"]))
        rules.append(f"{day} {first:02}:00-{(first + length) % 24:02}:30{state}")
    return ", ".join(rules) or "off"


@given(weekly_hours(), weekly_hours(), st.sampled_from(["UTC", "Asia/Kathmandu"]))
@settings(max_examples=cases(40), deadline=None)
def test_days_differ_where_instants_do(one, other, zone):
    """A comparison of wall calendars misses nothing and invents nothing."""
    lines = [OpeningHours.parse(text, time_zone=zone) for text in (one, other)]

    changes = compare_days(*lines, zone, WINDOW)

    differ = next(disagreements(*lines, START, END), None) is not None
    assert bool(words_of(changes, WINDOW)) is differ


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns"])
def test_changes_of_the_clocks_are_no_differences(zone):
    """Night hours that end later by an hour do so on the nights of the changes, too."""
    one = OpeningHours.parse("Mo-Su 22:00-02:30", time_zone=zone)
    other = OpeningHours.parse("Mo-Su 22:00-03:30", time_zone=zone)

    words = words_of(compare_days(one, other, zone, WINDOW), WINDOW)

    assert words == "closes at 03:30 instead of 02:30"


@given(
    st.sets(st.tuples(*[st.sampled_from("abc")] * 3)),
    st.sets(st.tuples(*[st.sampled_from("abc")] * 3)),
)
def test_boxes_hold_the_cells_and_nothing_else(some, more):
    """Whatever is told together is true of all that it names."""
    universe = some | more

    found = boxes(some, universe)

    held = {
        cell
        for cell in universe
        for box in found
        if all(side is None or one in side for one, side in zip(cell, box))
    }
    assert held == some


def test_all_of_everything_is_one_box():
    """A change for all callers of all lines names none of them."""
    universe = {(line, tier) for line in "ab" for tier in "xyz"}

    assert boxes(universe, universe) == [(None, None)]


@pytest.mark.parametrize(
    ("countries", "expected"),
    [
        ({"BR"}, "Brazil"),
        ({"AR", "BR", "CL"}, "Latin America"),
        ({"AR", "CL"}, "Argentina and Chile"),
        ({"AR", "DE", "FR"}, "Argentina, France and Germany"),
        ({"AR", "BR", "CL", "DE", "FR", "GB", "TR"}, "Everywhere"),
        ({"AR", "BR", "CL", "DE", "FR", "GB"}, "6 countries (AR BR CL DE FR GB)"),
    ],
)
def test_countries_have_the_name_of_their_region(countries, expected, data):
    """A region by its name, a few by theirs."""
    import supportlines  # noqa: PLC0415

    places = Places(supportlines.load(data / "diff_old.yaml").facts)

    assert places.where(countries) == expected


def test_region_that_lacks_a_few_is_named_without_them():
    """Of the shipped directory's Europe, all but Malta."""
    import supportlines  # noqa: PLC0415

    facts = supportlines.load().facts

    where = Places(facts).where(facts.countries_of("europe") - {"MT"})

    assert where == "Europe without Malta"


def test_week_in_words_joins_days_of_the_same_hours():
    """As one would print them."""
    from supportlines.changes.days import DayTime  # noqa: PLC0415

    day = (DayTime(540, 1020, is_open=True),)

    assert week_words([day, day, day, (), day, (), ()]) == "Mon–Wed, Fri 09:00–17:00"
