"""Windows over hours: closures at short notice, exact to the second, whatever a clock shows."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone

import pytest

from supportlines.hours import OpeningHours, Windowed, WrongTypeError, instant_to_second

START = datetime(2026, 10, 24, tzinfo=timezone.utc)
"""The day before the clocks of Europe go back."""


def hours(text="Mo-Su 09:00-17:00", zone="Europe/London"):
    """Return ordinary hours."""
    return OpeningHours.parse(text, time_zone=zone)


def second(text):
    """Return the POSIX second of an instant in UTC."""
    return instant_to_second(datetime.fromisoformat(f"{text}+00:00"))


def simple(line, windows, at, above=None):
    """Return the state by the last window that holds, else by the hours below."""
    state = line.state_at(at)
    for start, end, over in windows if above is None or above.state_at(at) != "open" else ():
        if start <= at and (end is None or at < end):
            state = over
    return state


def made(chance):
    """Return random windows around a change of clocks."""
    base = instant_to_second(START)
    found = []
    for _ in range(chance.randint(1, 4)):
        start = base + chance.randrange(0, 4 * 86_400, 1800)
        length = chance.choice([None, 60, 1800, 7200, 86_400, 200_000])
        end = None if length is None else start + length
        found.append((start, end, chance.choice(["closed", "open", "unknown"])))
    return found


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(40))
def test_states_and_changes_are_those_of_each_second(seed):
    """Every quarter of an hour, and the second before and after each edge."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    line = hours(chance.choice(["Mo-Su 09:00-17:00", "22:00-06:00", "24/7", "off"]))
    windows = made(chance)
    above = chance.choice([None, hours("10:00-12:00"), hours("2026 Oct 25"), hours("off")])
    over = Windowed(line, windows, above)
    base = instant_to_second(START)
    edges = [one for start, end, _ in windows for one in (start, end) if one is not None]
    asked = {*range(base, base + 5 * 86_400, 900)}
    asked |= {edge + step for edge in edges for step in (-1, 0, 1)}

    for at in sorted(asked):
        state = simple(line, windows, at, above)
        assert over.state_at(at) == state
        change = over.next_change_after(at)
        if change is not None:
            assert simple(line, windows, change, above) != state
            assert simple(line, windows, change - 1, above) == state
        ends = base + 5 * 86_400 if change is None else change
        between = [one for one in asked if at < one < ends]
        assert {simple(line, windows, one, above) for one in between} <= {state}


def test_one_of_two_equal_hours_can_be_closed():
    """At 01:30 the clocks of London show an hour for the second time: an instant tells which."""
    line = hours("24/7")
    first, again = second("2026-10-25T00:30:00"), second("2026-10-25T01:30:00")

    over = Windowed(line, [(again, again + 900, "closed")])

    assert (over.state_at(first), over.state_at(again)) == ("open", "closed")


def test_time_outside_of_windows_is_counted():
    """Of eight hours one is closed."""
    line = hours()
    noon = second("2026-11-30T12:00:00")
    over = Windowed(line, [(noon, noon + 3600, "closed")])
    day = datetime(2026, 11, 30, tzinfo=timezone.utc)

    assert over.open_time(day, day + timedelta(days=1)) == timedelta(hours=7)
    assert over.add_open_time(day, timedelta(hours=4)) == day.replace(hour=14)


def test_a_closure_without_an_end_is_for_ever():
    """Nothing opens any more, however far one looks."""
    start = second("2026-11-30T12:00:00")

    over = Windowed(hours(), [(start, None, "closed")])

    assert over.next_change_after(start) is None
    assert not over.is_open(datetime(2999, 6, 1, 12, tzinfo=timezone.utc))


@pytest.mark.parametrize("wrong", ["24/7", "", 0, False, []])
def test_windows_lie_over_hours_alone(wrong):
    """Something else is refused, above them too, also what is false."""
    with pytest.raises(WrongTypeError, match="line"):
        Windowed(wrong, [])
    with pytest.raises(WrongTypeError, match="above"):
        Windowed(hours(), [], wrong)


def test_no_window_is_the_line_itself():
    """Nothing lies over it, and nothing is new but what it says."""
    line = hours("2026 Dec 24 10:00-12:00")
    over = Windowed(line, [])

    assert (over.repeats_from(), over.repeats_until()) == (
        line.repeats_from(),
        line.repeats_until(),
    )
    assert over.next_change(START) == line.next_change(START)
