"""Instants in addresses: RFC 3339, as one pattern for who reads them and for OpenAPI."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

_YEAR = "(?:19|2[0-9])[0-9]{2}"
_LEAP_YEAR = "(?:(?:19|2[0-9])(?:0[48]|[2468][048]|[13579][26])|2[048]00)"
_DAY_OF_YEAR = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_OFFSET = r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])"

PATTERN = (
    f"^(?:{_YEAR}-{_DAY_OF_YEAR}|{_LEAP_YEAR}-02-29)T{_CLOCK}(?::[0-5][0-9](?:[.][0-9]{{1,6}})?)?"
    f"{_OFFSET}$"
)
"""Exactly the texts that `parse_instant` takes."""

EXAMPLE = "2026-11-23T16:00:00Z"
_FORM = re.compile(PATTERN)
_TO_THE_MINUTE = len("2026-11-23T16:00")
_TO_THE_SECOND = len("2026-11-23T16:00:00")


def parse_instant(text: str) -> datetime | None:
    """Return the instant that *text* writes, in UTC to the second; None if it writes none.

    Years are those from 1900 to 2999; seconds may be left out, and a fraction decides nothing.

    >>> parse_instant("2026-11-23T17:00+01:00")
    datetime.datetime(2026, 11, 23, 16, 0, tzinfo=datetime.timezone.utc)
    >>> parse_instant("2026-02-29T00:00Z") is None
    True
    """
    if _FORM.fullmatch(text) is None:
        return None
    has_seconds = text[_TO_THE_MINUTE] == ":"
    clock = text[: _TO_THE_SECOND if has_seconds else _TO_THE_MINUTE]
    local = datetime.fromisoformat(clock)
    return (local - _offset(text)).replace(tzinfo=timezone.utc)


def _offset(text: str) -> timedelta:
    if text.endswith("Z"):
        return timedelta(0)
    hours, minutes = int(text[-5:-3]), int(text[-2:])
    offset = timedelta(hours=hours, minutes=minutes)
    return -offset if text[-6] == "-" else offset
