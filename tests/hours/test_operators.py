"""The operators | & - ~ of hours mean to us what they mean to sets of minutes, in any two zones."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings

from supportlines.hours import OpeningHours, complement, difference, intersection, union

from strategies.amount import cases

RANK = {"closed": 0, "unknown": 1, "open": 2}
OPPOSITE = {"closed": "open", "unknown": "unknown", "open": "closed"}
WINDOW = 36 * 60
SLOW = settings(
    max_examples=cases(50),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

NOON = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)
LONDON = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")
NEW_YORK = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="America/New_York")
ALWAYS = OpeningHours.parse("24/7", time_zone="UTC")
NEVER = OpeningHours.parse("off", time_zone="UTC")


def either(mine, theirs):
    """Return the states of a union: open before unknown before closed."""
    return [max(pair, key=RANK.get) for pair in zip(mine, theirs)]


def both(mine, theirs):
    """Return the states of an intersection: closed before unknown before open."""
    return [min(pair, key=RANK.get) for pair in zip(mine, theirs)]


def flipped(states):
    """Return the states of a complement."""
    return [OPPOSITE[state] for state in states]


@pytest.fixture(scope="session")
def two_lines(oracle, write, any_rules, places_in_time):
    """Return a function that runs a check on two lines and the states somebody sees of them."""

    def run(check):
        @SLOW
        @given(any_rules, places_in_time, any_rules, places_in_time)
        def on_random_hours(rules, place, other_rules, other_place):
            (zone, second), (other_zone, _) = place, other_place
            start = second // 60 * 60
            a = OpeningHours.parse(write(rules), time_zone=zone)
            b = OpeningHours.parse(write(other_rules), time_zone=other_zone)
            seen = oracle(rules, zone).states(start, WINDOW)
            other_seen = oracle(other_rules, other_zone).states(start, WINDOW)

            def states(line):
                return [line.state_at(start + 60 * n) for n in range(WINDOW)]

            check(a, b, seen, other_seen, states)

        on_random_hours()

    return run


def test_union_is_union_of_minutes(two_lines):
    """It is open where either clock shows an open minute, and the order makes no difference."""

    def check(a, b, seen, other_seen, states):
        assert states(a | b) == either(seen, other_seen)
        assert states(b | a) == either(seen, other_seen)

    two_lines(check)


def test_intersection_is_intersection_of_minutes(two_lines):
    """It is open where both clocks show an open minute, and the order makes no difference."""

    def check(a, b, seen, other_seen, states):
        assert states(a & b) == both(seen, other_seen)
        assert states(b & a) == both(seen, other_seen)

    two_lines(check)


def test_difference_and_complement_are_those_of_minutes(two_lines):
    """What is not said to be closed is not taken for closed: unknown stays unknown."""

    def check(a, b, seen, other_seen, states):
        assert states(~a) == flipped(seen)
        assert states(~~a) == seen
        assert states(a - b) == both(seen, flipped(other_seen))
        assert states(a - b) == states(a & ~b)

    two_lines(check)


def test_de_morgan(two_lines):
    """Neither is open exactly when both are closed; not both exactly when either is closed."""

    def check(a, b, seen, other_seen, states):
        assert states(~(a | b)) == states(~a & ~b) == flipped(either(seen, other_seen))
        assert states(~(a & b)) == states(~a | ~b) == flipped(both(seen, other_seen))

    two_lines(check)


def test_how_three_are_grouped_makes_no_difference(two_lines):
    """Union and intersection are associative, and each is distributive over the other."""

    def check(a, b, seen, other_seen, states):
        third = states(LONDON)
        assert states((a | b) | LONDON) == states(a | (b | LONDON))
        assert states((a | b) | LONDON) == either(either(seen, other_seen), third)
        assert states((a & b) & LONDON) == states(a & (b & LONDON))
        assert states((a & b) & LONDON) == both(both(seen, other_seen), third)
        assert states(a & (b | LONDON)) == states((a & b) | (a & LONDON))
        assert states(a | (b & LONDON)) == states((a | b) & (a | LONDON))

    two_lines(check)


def test_what_is_neutral_changes_nothing_and_what_decides_decides(two_lines):
    """Never is neutral for |, always for &, each decides the other; nothing adds to itself."""

    def check(a, b, seen, _other_seen, states):
        assert states(a | NEVER) == states(a & ALWAYS) == states(a - NEVER) == seen
        assert set(states(a | ALWAYS)) == {"open"}
        assert set(states(a & NEVER)) == set(states(a - ALWAYS)) == {"closed"}
        assert states(a | a) == states(a & a) == seen
        assert states(a | (a & b)) == states(a & (a | b)) == seen

    two_lines(check)


def test_an_operator_is_the_function_of_its_name():
    """Whoever prefers words writes words."""
    assert union(LONDON, NEW_YORK) == LONDON | NEW_YORK
    assert intersection(LONDON, NEW_YORK) == LONDON & NEW_YORK
    assert difference(LONDON, NEW_YORK) == LONDON - NEW_YORK
    assert complement(LONDON) == ~LONDON


def test_the_order_of_a_union_is_no_part_of_its_meaning():
    """Equal by meaning, with one hash; a complement is something else."""
    assert LONDON | NEW_YORK == NEW_YORK | LONDON
    assert LONDON & NEW_YORK == NEW_YORK & LONDON
    assert len({LONDON | NEW_YORK, NEW_YORK | LONDON, LONDON & NEW_YORK, ~LONDON}) == 3
    assert LONDON - NEW_YORK != NEW_YORK - LONDON
    assert LONDON | NEW_YORK != LONDON


def test_two_desks_follow_the_sun():
    """At noon in London New York is still closed; between them they answer for 13 hours."""
    day = timedelta(days=1)
    midnight = NOON - timedelta(hours=12)

    assert (LONDON | NEW_YORK).open_time(midnight, midnight + day) == timedelta(hours=13)
    assert (LONDON & NEW_YORK).open_time(midnight, midnight + day) == timedelta(hours=3)
    assert (LONDON - NEW_YORK).open_time(midnight, midnight + day) == timedelta(hours=5)
    assert (~LONDON).open_time(midnight, midnight + day) == timedelta(hours=16)


@pytest.mark.parametrize("other", ["24/7", None, 5, LONDON.schedule])
def test_only_hours_combine_with_hours(other):
    """What is in no zone, or no hours at all, is refused by Python itself."""
    for combine in (
        lambda: LONDON | other,
        lambda: LONDON & other,
        lambda: LONDON - other,
        lambda: other | LONDON,
    ):
        with pytest.raises(TypeError, match="unsupported operand"):
            combine()
