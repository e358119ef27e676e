"""Instants on the command line: what is none is refused in words of ours, with what to write."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportlines.cli.instant import AtError, parse_at


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2026-11-26T10:00+99:00", "is no instant: offsets are less than a day"),
        ("2026-11-26T10:00-24:00", "is no instant: offsets are less than a day"),
        ("2026-11-26T10:00+10:60", "is no instant: offsets are less than a day"),
        ("2026-13-26T10:00Z", "is no instant: months are 01 to 12"),
        ("2026-00-26T10:00Z", "is no instant: months are 01 to 12"),
        ("2026-11-31T10:00Z", "is no instant: the month has no such day"),
        ("2026-11-00T10:00Z", "is no instant: the month has no such day"),
        ("2026-02-29T10:00Z", "is no instant: the month has no such day"),
        ("2100-02-29T10:00Z", "is no instant: the month has no such day"),
        ("2026-11-26T24:00Z", "is no instant: hours are 00 to 23"),
        ("2026-11-26T10:60Z", "is no instant: minutes and seconds are 00 to 59"),
        ("2026-11-26T10:00:60Z", "is no instant: minutes and seconds are 00 to 59"),
        ("2026-11-26", "is no instant"),
        ("2026-11-26T10:00", "has no time zone"),
        ("0001-01-01T00:00Z", "is too near the end of the calendar for local time"),
    ],
)
def test_what_is_no_instant_is_told_in_our_words(text, problem):
    """No version of Python has a part in the message."""
    with pytest.raises(AtError) as caught:
        parse_at(text)

    assert str(caught.value) == (
        f'--at "{text}" {problem}. Write an instant such as "2026-11-23T16:00Z"'
        ' or "2026-11-23T17:00+01:00".'
    )


@given(
    st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31)),  # noqa: DTZ001 - the zone is added
    st.integers(-1439, 1439),
)
def test_every_instant_is_read_as_it_is_written(wall, minutes):
    """Law: isoformat and back."""
    at = wall.replace(tzinfo=timezone(timedelta(minutes=minutes)))

    assert parse_at(at.isoformat()) == at


@given(st.from_regex(r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}\Z"))
def test_whatever_looks_like_one_is_read_or_refused(text):
    """No other error comes out, for any digits."""
    try:
        at = parse_at(text)
    except AtError:
        return
    assert at.isoformat().startswith(text[:16])
