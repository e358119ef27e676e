"""Instants and POSIX seconds: where `datetime` ends and plain numbers begin."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from supportlines.errors import WrongTypeError
from supportlines.hours.errors import check_type, no_instant

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
FIRST_SECOND = (datetime.min.replace(tzinfo=timezone.utc) - EPOCH) // timedelta(seconds=1)
LAST_SECOND = (datetime.max.replace(tzinfo=timezone.utc) - EPOCH) // timedelta(seconds=1)
SECONDS = "a whole number of seconds"


def instant_to_second(at: datetime) -> int:
    """Return the POSIX second in which the aware instant *at* lies.

    Raises:
        NaiveDatetimeError: If *at* has no zone.
        WrongTypeError: If it is no datetime.

    >>> instant_to_second(datetime(1970, 1, 1, 0, 0, 1, 999_999, tzinfo=timezone.utc))
    1
    """
    try:
        since = at - EPOCH  # `since_epoch`, without its call: every question begins here
    except (TypeError, AttributeError):
        raise no_instant(at) from None
    return since.days * 86_400 + since.seconds


def second_to_instant(second: int) -> datetime:
    """Return a POSIX second as an aware instant in UTC.

    Raises:
        WrongTypeError: If *second* is no whole number.

    >>> second_to_instant(86_400)
    datetime.datetime(1970, 1, 2, 0, 0, tzinfo=datetime.timezone.utc)
    """
    check_type("second", second, int, SECONDS)
    return EPOCH + timedelta(seconds=second)


def instant_text(at: datetime) -> str:
    """Return the aware instant *at* in UTC as RFC 3339 writes it, to the second.

    A fraction is left out: hours change at whole seconds, so it decides nothing.

    >>> instant_text(datetime(2026, 11, 23, 16, 0, 0, 999_999, tzinfo=timezone.utc))
    '2026-11-23T16:00:00Z'
    """
    return at.astimezone(timezone.utc).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def since_epoch(at: datetime) -> timedelta:
    """Return the time from 1970-01-01 UTC to the aware instant *at*.

    Raises:
        NaiveDatetimeError: If *at* has no zone.
        WrongTypeError: If it is no datetime.
    """
    try:
        return at - EPOCH
    except (TypeError, AttributeError):
        raise no_instant(at) from None


def in_utc(at: datetime) -> datetime:
    """Return the aware instant *at* in UTC, as a mere `datetime` whatever its class is.

    Raises:
        NaiveDatetimeError: If *at* has no zone.
        WrongTypeError: If it is no datetime, or in UTC not of the years 1 to 9999.
    """
    if type(at) is datetime and at.tzinfo is timezone.utc:
        return at
    since = since_epoch(at)
    try:
        return EPOCH + timedelta(since.days, since.seconds, since.microseconds)
    except OverflowError:
        takes = "an instant that is of the years 1 to 9999 in UTC"
        raise WrongTypeError("at", f"{at} ({type(at).__name__})", takes) from None


def instant_if_any(second: int | None, micro: int) -> datetime | None:
    """Return a second and *micro* microseconds as an instant; None outside the years 1 to 9999."""
    if second is None:
        return None
    try:
        return EPOCH + timedelta(0, second, micro)
    except OverflowError:
        return None
