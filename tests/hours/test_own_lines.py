"""A time line of one's own says how it looks between two seconds; everything else follows."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from supportlines.hours import (
    OpeningHours,
    TimeLine,
    disagreements,
    instant_to_second,
    second_to_instant,
)

HOUR = 3_600
MIDNIGHT = datetime(2026, 11, 23, tzinfo=timezone.utc)


class OddHours(TimeLine):
    """Open in every odd hour of UTC."""

    def __init__(self):
        super().__init__(constant=None)

    def edges(self, start, end):
        """Return an edge for every hour."""
        first, last = start // HOUR, -(-end // HOUR)
        edges = [(hour * HOUR, "open" if hour % 2 else "closed") for hour in range(first, last)]
        return [(max(second, start), state) for second, state in edges]


class Launched(TimeLine):
    """Closed, and from one second on open for good."""

    __slots__ = ("knows_its_end", "opens_at", "walked")

    def __init__(self, opens_at, *, knows_its_end):
        super().__init__(constant=None)
        for name, found in (("opens_at", opens_at), ("knows_its_end", knows_its_end)):
            object.__setattr__(self, name, found)
        object.__setattr__(self, "walked", [])

    def edges(self, start, end):
        """Return one edge, or two where it opens."""
        self.walked.append(start)
        if not start < self.opens_at < end:
            return [(start, "open" if start >= self.opens_at else "closed")]
        return [(start, "closed"), (self.opens_at, "open")]

    def quiet_until(self, second):
        """Return when it opens, and after that that nothing comes, if that is known."""
        if not self.knows_its_end:
            return super().quiet_until(second)
        return self.opens_at if second < self.opens_at else None


@pytest.mark.parametrize("line", [OddHours(), ~OddHours()])
def test_a_line_is_asked_by_the_names_of_its_own_words(line):
    """One of one's own, or one that others are combined to."""
    assert line.begun_on(day=20_000) == []
    assert line.edges(start=0, end=HOUR)[0][0] == 0


def test_edges_are_all_that_a_line_must_know():
    """State, changes, intervals and durations follow from them."""
    line = OddHours()
    day = timedelta(days=1)

    assert [line.state(MIDNIGHT + timedelta(hours=n)) for n in range(3)] == [
        "closed",
        "open",
        "closed",
    ]
    assert line.next_change(MIDNIGHT) == MIDNIGHT + timedelta(hours=1)
    assert len(list(line.intervals(MIDNIGHT, MIDNIGHT + 100 * day))) == 1200
    assert line.open_time(MIDNIGHT, MIDNIGHT + 100 * day) == 50 * day
    assert line.add_open_time(MIDNIGHT, 50 * day) == MIDNIGHT + 100 * day
    assert line.add_open_time(MIDNIGHT, -50 * day) == MIDNIGHT - 100 * day + timedelta(hours=1)


def test_a_line_of_ones_own_combines_with_others():
    """It is a time line like any other."""
    desk = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="UTC")
    line = OddHours()

    assert (desk & line).open_time(MIDNIGHT, MIDNIGHT + timedelta(days=1)) == timedelta(hours=4)
    assert (desk | line).open_time(MIDNIGHT, MIDNIGHT + timedelta(days=1)) == timedelta(hours=16)
    assert (line | ~line).next_change(MIDNIGHT) is None


def test_nothing_of_it_can_be_set():
    """What it works out for itself it sets as the standard library's frozen classes do."""
    line = Launched(0, knows_its_end=True)

    with pytest.raises(AttributeError, match="Launched is a value: 'opens_at' cannot be set"):
        line.opens_at = 5
    with pytest.raises(AttributeError, match="Launched is a value: 'opens_at' cannot be deleted"):
        del line.opens_at


@pytest.mark.parametrize(("knows", "most"), [(True, 4), (False, 1_500)])
def test_what_a_line_knows_of_its_future_spares_a_walk(knows, most):
    """A far change is found without looking at what lies between; so is that none comes."""
    far = instant_to_second(datetime(2060, 1, 1, 5, tzinfo=timezone.utc))
    line = Launched(far, knows_its_end=knows)

    assert line.next_change(MIDNIGHT) == second_to_instant(far)
    assert len(line.walked) <= most
    line.walked.clear()
    assert line.next_change(second_to_instant(far)) is None
    assert len(line.walked) <= most


def test_a_member_that_decides_for_good_ends_the_search():
    """Beside hours that stay open nothing of a union is looked at."""
    launched = Launched(instant_to_second(MIDNIGHT), knows_its_end=True)
    line = launched | OddHours()

    assert line.next_change(MIDNIGHT) is None
    assert len(launched.walked) <= 3


def test_a_line_must_know_its_edges():
    """The class of time lines itself has no answers."""
    with pytest.raises(TypeError, match="abstract"):
        TimeLine(constant=None)


def test_a_fault_of_a_line_shows_as_what_it_is():
    """It is not taken for a wrong type of what was asked."""

    class Broken(OddHours):
        def edges(self, _start, _end):
            raise TypeError("a fault of its own")

    for ask in (Broken().state_at, Broken().next_change_after):
        with pytest.raises(TypeError, match="a fault of its own"):
            ask(0)


def test_where_two_lines_differ_is_told_with_both_states():
    """A stretch ends where either changes; what is alike is left out."""
    desk = OpeningHours.parse("Mo 09:00-17:00, Mo 12:00-13:00 unknown", time_zone="UTC")
    other = OpeningHours.parse("Mo 08:00-12:30", time_zone="UTC")

    found = disagreements(desk, other, MIDNIGHT, MIDNIGHT + timedelta(hours=16))

    assert [f"{start:%H:%M}-{end:%H:%M} {one} {two}" for start, end, one, two in found] == [
        "08:00-09:00 closed open",
        "12:00-12:30 unknown open",
        "12:30-13:00 unknown closed",
        "13:00-16:00 open closed",
    ]
