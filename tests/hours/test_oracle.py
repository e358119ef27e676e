"""State, next change and intervals are those that somebody sees who looks at the clock."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportlines.hours import OpeningHours

from strategies.amount import cases

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
WINDOW = 48 * 60
SLOW = settings(
    max_examples=cases(70),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def at(second):
    """Return an instant."""
    return EPOCH + timedelta(seconds=second)


def check(rules, zone, second, oracle, write):
    """Compare all answers with those of the clock."""
    hours = OpeningHours.parse(write(rules), time_zone=zone)
    start = second // 60 * 60
    seen = oracle(rules, zone).states(start, WINDOW)

    assert hours.state(at(second)) == seen[0]
    assert hours.state(at(start + 59)) == seen[0]
    assert [hours.state_at(start + 60 * n) for n in range(WINDOW)] == seen

    changes = [n for n in range(1, WINDOW) if seen[n] != seen[n - 1]]
    if changes:
        assert hours.next_change(at(second)) == at(start + 60 * changes[0])
    else:
        change = hours.next_change(at(second))
        assert change is None or change >= at(start + 60 * WINDOW)

    opened = []
    for n in [0, *changes]:
        end = next((m for m in changes if m > n), WINDOW)
        if seen[n] == "open":
            opened.append((at(start + 60 * n), at(start + 60 * end)))
    assert list(hours.intervals(at(start), at(start + 60 * WINDOW))) == opened
    total = timedelta(minutes=seen.count("open"))
    assert hours.open_time(at(start), at(start + 60 * WINDOW)) == total


def test_weekly_hours_are_what_the_clock_shows(oracle, write, weekly_rules, places_in_time):
    """Weekly rules agree with the clock, minute by minute, over clock changes."""

    @SLOW
    @given(weekly_rules, places_in_time)
    def run(rules, place):
        check(rules, *place, oracle, write)

    run()


def test_dated_hours_are_what_calendar_and_clock_show(oracle, write, any_rules, places_in_time):
    """Rules with dates, years and n-th weekdays agree with calendar and clock."""

    @SLOW
    @given(any_rules, places_in_time)
    def run(rules, place):
        check(rules, *place, oracle, write)

    run()


def test_a_far_change_is_the_first_one(oracle, write, any_rules, places_in_time):
    """However far the next change is, no minute before it looks different."""

    @SLOW
    @given(any_rules, places_in_time, st.integers(0, 1_000_000))
    def run(rules, place, seed):
        zone, second = place
        hours = OpeningHours.parse(write(rules), time_zone=zone)
        watcher = oracle(rules, zone)
        change = hours.next_change_after(second)
        last = change if change is not None else second + 3_000 * 86_400
        last = min(last, 2_200_000_000)
        now = watcher.state(second)

        for n in range(20):
            probe = second + (last - 1 - second) * ((seed * 7919 + n * 104_729) % 1009) // 1009
            if second <= probe < last:
                assert watcher.state(probe) == now
        if change is not None and change < 2_200_000_000:
            assert watcher.state(change - 1) == now
            assert watcher.state(change) != now

    run()
