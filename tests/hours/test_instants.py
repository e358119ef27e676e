"""Instants at the door: what is none is refused, and those of other classes come back plain."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest

from supportlines.hours import OpeningHours, WrongTypeError


class Stamp(datetime):
    """A datetime of another package."""

    def astimezone(self, _zone=None):
        """Return something else."""
        return self

    def __add__(self, other):
        return Stamp.fromisoformat(super().__add__(other).isoformat())


INSTANT = Stamp(2026, 3, 27, 10, tzinfo=timezone.utc)
METHODS = {
    "state": lambda hours, at: hours.state(at),
    "is_open": lambda hours, at: hours.is_open(at),
    "next_change": lambda hours, at: hours.next_change(at),
    "intervals": lambda hours, at: list(hours.intervals(at, INSTANT + timedelta(days=1))),
    "intervals until": lambda hours, at: list(hours.intervals(INSTANT, at)),
    "stretches": lambda hours, at: list(hours.stretches(INSTANT, at)),
    "open_time": lambda hours, at: hours.open_time(INSTANT, at),
    "add_open_time": lambda hours, at: hours.add_open_time(at, timedelta(hours=1)),
    "add nothing": lambda hours, at: hours.add_open_time(at, timedelta(0)),
}
WRONG = ["2026-03-27T20:00Z", None, 0, date(2026, 3, 27), time(20, tzinfo=timezone.utc)]


@pytest.mark.parametrize("ask", METHODS.values(), ids=METHODS)
@pytest.mark.parametrize("at", WRONG)
def test_what_is_no_datetime_is_refused_as_that(ask, at):
    """A text with a zone has a zone, and is no instant all the same."""
    hours = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")

    with pytest.raises(WrongTypeError, match=r"^at.*give an aware datetime such as"):
        ask(hours, at)


@pytest.mark.parametrize("ask", METHODS.values(), ids=METHODS)
def test_instants_of_another_class_come_back_as_datetimes(ask):
    """What comes out needs no other package to be read from a pickle."""
    hours = OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")
    plain = datetime(2026, 3, 27, 12, tzinfo=timezone.utc)

    found = ask(hours, Stamp(2026, 3, 27, 12, tzinfo=timezone.utc))

    assert found == ask(hours, plain)
    parts = [one for row in (found if isinstance(found, list) else [[found]]) for one in row]
    assert {type(one) for one in parts if isinstance(one, datetime)} <= {datetime}


@pytest.mark.parametrize("beyond", ["9999-12-31T23:59-01:00", "0001-01-01T00:00+14:00"])
def test_an_interval_that_utc_cannot_write_is_refused(beyond):
    """In UTC it is of another millennium than `datetime` has."""
    hours = OpeningHours.parse("24/7", time_zone="UTC")
    at = datetime.fromisoformat(beyond)

    assert hours.state(at) == "open"
    with pytest.raises(WrongTypeError, match="of the years 1 to 9999 in UTC"):
        hours.intervals(min(at, INSTANT), max(at, INSTANT))
