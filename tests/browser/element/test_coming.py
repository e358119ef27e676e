"""What is said of days to come, in node: a row of the files becomes a sentence."""

from __future__ import annotations

import pytest

from browsing.lines import LINES, LONDON, MOSCOW, only, second, words
from browsing.shown import nodes_of, view


def said(ask, change, at, *, clock=LONDON, listed=(None, 0)):
    """Return what is said of one change at an instant; units are minutes."""
    feed = {**LINES, "tracks": [[0, 0, 0]], "coming": [list(listed)], "changes": [change]}
    return ask("coming", "comingTo", feed, 0, clock, words(), second(at))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        # A day, and several: days of a calendar, without a clock.
        ([32, "Feast"], "25 Dec ⋅ Feast ⋅ Closed"),
        ([32], "25 Dec ⋅ Closed"),
        ([31, {"en": "Move", "ar": "ن"}, None, 3], "24 Dec – 26 Dec ⋅ Move ⋅ Closed"),
        ([38, "Feast", "short_unknown"], "31 Dec ⋅ Feast ⋅ Not known"),
        ([32, "Feast", "other_hours", 8], "25 Dec – 1 Jan ⋅ Feast ⋅ Other hours"),
        ([32, "Feast", "all_day"], "25 Dec ⋅ Feast ⋅ Open all day"),
        # Hours of the day.
        ([31, "Eve", [[600, 840]]], "24 Dec ⋅ Eve ⋅ Open: 10:00 – 14:00"),
        (
            [31, "Eve", [[600, 720], [780, 960]]],
            "24 Dec ⋅ Eve ⋅ Open: 10:00 – 12:00, 13:00 – 16:00",
        ),
        # Day and night by another clock: the end is the same time, and is told.
        ([31, "Sale", [[60, 1500]]], "24 Dec ⋅ Sale ⋅ Open: 01:00 – 01:00"),
        # Of several days, and of a time from one instant to another, each with its day.
        ([31, "Move", [[1440, 1500]], 2], "24 Dec – 25 Dec ⋅ Move ⋅ Open: 25 Dec, 00:00 – 01:00"),
        ([31, "Move", [[0, 60]], -90, 600],
         "24 Dec, 10:00 – 24 Dec, 11:30 ⋅ Move ⋅ Open: 24 Dec, 10:00 – 11:00"),
        # A night that goes on, and one that belongs to the day and begins behind its end.
        ([31, "Eve", [[1320, 1500]]], "24 Dec ⋅ Eve ⋅ Open: 22:00 – 01:00"),
        ([31, "Eve", [[1500, 1560]]], "24 Dec ⋅ Eve ⋅ Open: 25 Dec, 01:00 – 02:00"),
        # From one instant to another, and to nobody knows which.
        ([31, "Repairs", None, -150, 690], "24 Dec, 11:30 – 24 Dec, 14:00 ⋅ Repairs ⋅ Closed"),
        ([31, "Repairs", "short_unknown", 0, 690],
         "From 24 Dec, 11:30 ⋅ Repairs ⋅ Not known"),
        ([39, None, "other_hours", 0], "From 1 Jan, 00:00 ⋅ Other hours"),
        # A row of the files says why.
        ([39, ["", "Move", [["coming_parts"]]], [[600, 660]]],
         "1 Jan ⋅ Move (in some parts of the country) ⋅ Open: 10:00 – 11:00"),
    ],
)  # fmt: skip
def test_a_change_is_a_sentence(ask, change, expected):
    """When, why, and what is otherwise."""
    assert said(ask, change, "2026-12-20T12:00:00") == [expected]


def test_what_some_parts_of_the_country_keep_is_not_known(ask):
    """A place below nothing says so, whatever the change says for who is there."""
    found = said(ask, [32, "Feast"], "2026-12-20T12:00:00", listed=(None, -1))

    assert found == ["25 Dec ⋅ Feast (in some parts of the country) ⋅ Not known"]


@pytest.mark.parametrize(
    ("listed", "change", "clock", "begins"),
    [
        ((None, 0), [32], LONDON, "2026-12-25T00:00:00"),
        ((None, 0), [32], MOSCOW, "2026-12-24T21:00:00"),
        # The hours are those of another clock: three hours before midnight of UTC, or five after.
        ((-180, 0), [32], LONDON, "2026-12-24T21:00:00"),
        ((-180, 0), [32, None, None, None, 300], LONDON, "2026-12-25T05:00:00"),
        ((0, 0), [32], MOSCOW, "2026-12-25T00:00:00"),
        ((None, 0), [32, None, None, None, 0], MOSCOW, "2026-12-25T00:00:00"),
    ],
)
@pytest.mark.parametrize("earlier", [0, 1440])
def test_it_is_told_for_thirty_days_until_it_begins(ask, listed, change, clock, begins, earlier):
    """Midnight of whose clock, says the list, or the change; within another one it is earlier."""
    start = second(begins)

    def is_told(at):
        row = [*(change + [None] * 4)[:5], earlier] if earlier else change
        feed = {**LINES, "tracks": [[0, 0, 0]], "coming": [list(listed)], "changes": [row]}
        return ask("coming", "comingTo", feed, 0, clock, words(), at) == ["25 Dec ⋅ Closed"]

    first = start - 30 * 86_400 - earlier * LINES["unit"]
    seconds = [first, first + 1, start - 1, start]
    assert list(map(is_told, seconds)) == [False, True, True, False]


def test_times_are_those_of_the_visitor_and_days_those_of_the_line(ask):
    """Of a day in London a visitor in Moscow reads when somebody answers by the own clock."""
    found = said(ask, [31, "Eve", [[600, 720], [1290, 1380]]], "2026-12-20T12:00:00",
                 clock=MOSCOW, listed=(0, 0))  # fmt: skip

    assert found == ["24 Dec ⋅ Eve ⋅ Open: 13:00 – 15:00, 25 Dec, 00:30 – 02:00"]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-25T09:00:00", ["25 Dec ⋅ Christmas Day ⋅ Closed"]),
        ("2026-11-24T16:59:59", []),
        ("2026-12-24T16:59:59", ["25 Dec ⋅ Christmas Day ⋅ Closed"]),
        ("2026-12-28T12:00:00", []),
    ],
)
def test_what_comes_is_shown_below_the_options(ask, at, expected):
    """With a title of its own."""
    found = view(ask, only({"options": [0, 1], "other_ways": [2]}, 0, 1, 2), at)
    names = [node[1] for node in found["nodes"] if node[2]]
    below = ["title", "days"] * bool(expected)

    assert nodes_of(found["root"], "day") == expected
    assert ("In the next 30 days" in nodes_of(found["root"], "title")) is bool(expected)
    assert names == [*names[:5], *below]


def test_of_another_option_nothing_is_shown(ask):
    """At night the best one is the line that answers day and night."""
    found = view(ask, LINES, "2026-12-24T23:59:59")

    assert [one["line"] for one in found["options"]] == ["abroad", "main"]
    assert nodes_of(found["root"], "day") == []


def test_where_nobody_can_be_called_it_is_that_of_the_best_other_way(ask):
    """As in an answer."""
    found = view(ask, only({"options": [], "other_ways": [0]}, 0), "2026-12-20T12:00:00")

    assert found["state"] == "no_line"
    assert nodes_of(found["root"], "day") == ["25 Dec ⋅ Christmas Day ⋅ Closed"]
