"""Offsets at the first and the last instants that datetime has, and beyond them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from supportlines.hours import open_zone
from supportlines.hours.days import DAY
from supportlines.hours.line.zones import FIRST_SECOND, LAST_SECOND, PROBE

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
ZONES = ["Pacific/Kiritimati", "America/New_York", "Europe/London", "Australia/Lord_Howe", "UTC"]


def test_the_ends_are_those_of_datetime():
    """The first second is that of the year 1, the last that of the year 9999."""
    assert datetime(1, 1, 1, tzinfo=timezone.utc) == EPOCH + timedelta(seconds=FIRST_SECOND)
    assert datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone.utc) == EPOCH + timedelta(
        seconds=LAST_SECOND
    )
    assert PROBE == 2 * DAY


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("end", [FIRST_SECOND, LAST_SECOND])
def test_offsets_go_on_beyond_the_ends(name, end):
    """Before the first and after the last day nothing changes any more, and nothing overflows."""
    zone = open_zone(name)
    inside = end + (3 if end < 0 else -3) * DAY
    expected = zone.info.utcoffset((EPOCH + timedelta(seconds=inside)).replace(tzinfo=None))

    for days in (-1000, -3, -2, -1, 0, 1, 2, 3, 1000):
        if (days <= 3) if end < 0 else (days >= -3):
            assert timedelta(seconds=zone.offset_at(end + days * DAY)) == expected


@pytest.mark.parametrize("name", ZONES)
def test_a_change_is_found_to_the_second(name):
    """The second before a change has the old offset, the change itself the new one."""
    zone = open_zone(name)

    for change in zone.changes(1_500_000_000, 1_900_000_000):
        for second in (change - 1, change):
            wall = (EPOCH + timedelta(seconds=second)).astimezone(zone.info)
            assert timedelta(seconds=zone.offset_at(second)) == wall.utcoffset()
        assert zone.offset_at(change - 1) != zone.offset_at(change)
        assert zone.changes(change - 1, change + 1) == (change,)
        assert zone.changes(change, change + 1) == ()


def test_a_range_without_time_has_no_segments():
    """From an instant to itself, or backwards, there is nothing."""
    zone = open_zone("Europe/London")

    assert list(zone.segments(5, 5)) == list(zone.segments(6, 5)) == []
    assert list(zone.segments(5, 6)) == [(5, 6, 3600)]  # London kept summer time until 1971
