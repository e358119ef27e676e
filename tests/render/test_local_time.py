"""Instants as the caller's clock shows them."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from supportlines.render.local_time import LocalTime


def utc(*parts):
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


AT = utc(2026, 11, 24, 12)  # a Tuesday


@pytest.mark.parametrize(
    ("zones", "zone", "text"),
    [
        (("Asia/Dubai",), "Asia/Dubai", "Wed 17:00"),
        # Zones with one clock are as good as one.
        (("America/Argentina/Buenos_Aires", "America/Argentina/Salta"), None, "Wed 10:00"),
        # Nobody knows the caller's clock: the time is UTC, and says so.
        (("America/New_York", "America/Los_Angeles"), "UTC", "Wed 13:00"),
        ((), "UTC", "Wed 13:00"),
    ],
)
def test_the_clock_is_the_caller_s_where_it_is_known(zones, zone, text):
    """One zone, zones that agree, zones that do not, none."""
    time = LocalTime(zones, AT, "en")

    assert time.moment(utc(2026, 11, 25, 13)) == text
    assert time.is_local is (zone != "UTC")
    if zone is not None:
        assert time.zone == zone


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (utc(2026, 11, 24, 12), "Tue 12:00"),
        (utc(2026, 11, 30, 11, 59), "Mon 11:59"),
        # A week later the weekday alone would mean tomorrow.
        (utc(2026, 11, 30, 12), "Mon 30 Nov 2026 12:00"),
        (utc(2026, 11, 24, 11), "Tue 24 Nov 2026 11:00"),  # the past
        (utc(2026, 11, 24, 12, 0, 30), "Tue 12:00:30"),
    ],
)
def test_the_date_is_told_where_the_weekday_is_not_enough(at, text):
    """Within six days the weekday is enough."""
    assert LocalTime(("Europe/London",), AT, "en").moment(at) == text


def test_days_are_named_in_the_reader_s_language():
    """With 24 hours in every language."""
    assert LocalTime(("Asia/Dubai",), AT, "ar").moment(utc(2026, 11, 25, 13)).endswith("17:00")
    assert LocalTime(("Asia/Dubai",), AT, "fr").moment(utc(2026, 11, 25, 13)) == "mer. 17:00"
