"""Public holidays are compared whole, and on some days only."""

from datetime import date, datetime, timedelta, timezone

import pytest

from supportlines.directory.days import Holiday
from supportlines.lookup.days_alike import DaysAlike
from supportlines.lookup.holidays import FileCalendar, Holidays

SINCE = int(datetime(2027, 1, 1, tzinfo=timezone.utc).timestamp())
DAY = 86_400
ONE, SAME, OTHER = ("06-02", "11-01"), ("06-02", "11-01"), ("06-02", "11-02")


def holidays(*days):
    """Return public holidays on days of 2027, each named by itself."""
    named = [Holiday(on=date.fromisoformat(f"2027-{day}"), name=day) for day in days]
    return Holidays(FileCalendar(named), None)


def second(month, day):
    """Return the POSIX second at which a day of 2027 begins by UTC."""
    return SINCE + (date(2027, month, day) - date(2027, 1, 1)) // timedelta(days=1) * DAY


@pytest.fixture
def alike():
    """Compare days of 2027."""
    return DaysAlike(SINCE, SINCE + 365 * DAY)


def test_those_of_the_same_days_have_one_number(alike):
    """However often they were made."""
    assert alike.of(holidays(*ONE)) == alike.of(holidays(*SAME))
    assert alike.of(holidays(*ONE)) != alike.of(holidays(*OTHER))


def test_another_name_is_another_day(alike):
    """What a day is called is told."""
    other = FileCalendar([Holiday(on=date(2027, 6, 2), name="another name")])

    assert alike.of(holidays("06-02")) != alike.of(Holidays(other, None))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (second(1, 1), second(10, 31), True),
        (second(1, 1), second(11, 1) - 1, True),
        (second(1, 1), second(11, 1), False),
        (second(11, 2), second(12, 1), False),
        (second(11, 3), second(12, 1), True),
        (second(11, 3), None, True),
        (second(11, 2) + DAY - 1, None, False),
        (SINCE - 40 * DAY, second(6, 1), True),
    ],
)
def test_only_days_of_the_span_count(alike, first, last, expected):
    """Both ends are in it, as whole days."""
    one, other = alike.of(holidays(*ONE)), alike.of(holidays(*OTHER))

    assert alike.are_alike((one,), (other,), (first, last)) is expected
    assert alike.are_alike((other,), (one,), (first, last)) is expected
    assert alike.are_alike((one,), (one,), (first, last))


def test_other_counts_are_never_alike(alike):
    """Hours with one calendar are none with two."""
    one = alike.of(holidays(*ONE))

    assert not alike.are_alike((one,), (one, one), (SINCE, None))
