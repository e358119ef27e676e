"""The pattern of instants takes exactly what is one."""

from __future__ import annotations

import random
import re
from datetime import datetime, timedelta, timezone

import pytest

from supportlines.web.http.instants import EXAMPLE, PATTERN, parse_instant


def oracle(year, month, day, hour, minute, second):
    """Return the instant in UTC, or None if there is none."""
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=timezone.utc)
    except ValueError:
        return None


def test_every_day_of_the_calendar_is_taken_and_no_other():
    """All numbers of days and months of common years, leap years and full centuries."""
    for year in (1900, 1999, 2000, 2023, 2024, 2100, 2400, 2800, 2900, 2999):
        for month in range(14):
            for day in range(33):
                text = f"{year}-{month:02}-{day:02}T00:00:00Z"

                assert parse_instant(text) == oracle(year, month, day, 0, 0, 0), text


def test_random_instants_and_offsets_are_those_of_datetime():
    """Python reads them too, from 3.8 on, if it is given an offset."""
    pick = random.Random(1)  # noqa: S311 - the same in every run
    for _ in range(2_000):
        hour, minute, second = (pick.randrange(most) for most in (26, 62, 62))
        year, month, day = pick.randrange(1900, 3000), pick.randrange(14), pick.randrange(33)
        offset = f"{pick.choice('+-')}{pick.randrange(15):02}:{pick.randrange(60):02}"
        text = f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{offset}"
        is_one = oracle(year, month, day, hour, minute, second) is not None

        found = parse_instant(text)

        assert found == (datetime.fromisoformat(text) if is_one else None), text
        assert found is None or found.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T16:00Z", datetime(2026, 11, 23, 16, tzinfo=timezone.utc)),
        ("2026-11-23T16:00+05:45", datetime(2026, 11, 23, 10, 15, tzinfo=timezone.utc)),
        ("2026-11-23T16:00:01.5Z", datetime(2026, 11, 23, 16, 0, 1, tzinfo=timezone.utc)),
        (
            "2026-11-23T16:00:01.999999-00:30",
            datetime(2026, 11, 23, 16, 30, 1, tzinfo=timezone.utc),
        ),
        ("2026-11-23T16:00", None),  # of whose clock?
        ("2026-11-23", None),
        ("2026-11-23T16Z", None),
        ("2026-11-23t16:00z", None),
        ("2026-11-23 16:00Z", None),
        ("2026-11-23T16:00:00Z\n", None),
        ("\uff12026-11-23T16:00:00Z", None),
        ("2026-11-23T24:00Z", None),
        ("2026-11-23T23:59:60Z", None),
        ("2026-11-23T16:00:00.Z", None),
        ("2026-11-23T16:00:00.1234567Z", None),
        ("2026-11-23T16:00+15:00", None),
        ("1899-12-31T00:00Z", None),
        ("3000-01-01T00:00Z", None),
        ("", None),
    ],
)
def test_forms(text, expected):
    """Seconds may be left out, a fraction decides nothing, and nothing else is taken."""
    assert parse_instant(text) == expected


def test_the_pattern_is_one_of_json_schema():
    """It has no group with a name and nothing else that ECMAScript writes otherwise."""
    assert re.search(PATTERN, EXAMPLE)
    assert "(?P" not in PATTERN
    assert "\\" not in PATTERN
