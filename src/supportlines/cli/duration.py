"""`--for`: a duration as people write it."""

from __future__ import annotations

import re
from datetime import timedelta

from supportlines.errors import SupportlinesError, quoted

_MINUTES = {"d": 1440, "day": 1440, "h": 60, "hr": 60, "hour": 60, "m": 1, "min": 1, "minute": 1}
_PART = re.compile(r"(\d{1,6})\s*([a-z]+?)s?(?![a-z])[\s,]*", re.ASCII)
_MOST = 366 * 1440


class DurationError(SupportlinesError, ValueError):
    """A text that is no duration, or one that is too short or too long.

    >>> print(DurationError("half an hour"))
    --for "half an hour" is no duration from a minute to a year. Write one such as "30m", "1h30m" \
or "2 days".
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return (
            f"--for {quoted(self.text)} is no duration from a minute to a year. "
            'Write one such as "30m", "1h30m" or "2 days".'
        )


def parse_duration(text: str) -> timedelta:
    """Return the duration that *text* writes; a day has 24 hours, whatever the clocks do.

    Raises:
        DurationError: If it has another form, or is shorter than a minute or longer than a year.

    >>> parse_duration("1h30m"), parse_duration("90 min")
    (datetime.timedelta(seconds=5400), datetime.timedelta(seconds=5400))
    """
    rest = text.strip().lower()
    minutes = 0
    largest = _MOST
    while rest:
        part = _PART.match(rest)
        unit = _MINUTES.get(part[2], 0) if part is not None else 0
        if part is None or not unit or unit >= largest:
            raise DurationError(text)
        minutes += int(part[1]) * unit
        largest = unit
        rest = rest[part.end() :]
    if not 0 < minutes <= _MOST:
        raise DurationError(text)
    return timedelta(minutes=minutes)
