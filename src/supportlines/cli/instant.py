"""`--at` and the like: an instant as people write it, with its zone."""

from __future__ import annotations

import re
from datetime import datetime

from supportlines.errors import SupportlinesError, quoted
from supportlines.hours import MONTH_LENGTHS, is_leap

# RFC 3339, section 5.6, with seconds optional and a space allowed for the T. Newer
# Pythons' fromisoformat reads more forms than 3.8's: all versions shall read the same.
_FORM = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2})?(\.\d{1,6})?(Z|z|[+-]\d{2}:\d{2})?", re.ASCII
)


_FEBRUARY = 2
_FIRST_YEAR, _LAST_YEAR = 2, 9998


class AtError(SupportlinesError, ValueError):
    """An `--at`, or another *option*, that is no instant."""

    def __init__(self, text: str, problem: str, option: str = "--at") -> None:
        super().__init__(text, problem, option)
        self.text = text
        self.problem = problem
        self.option = option

    def __str__(self) -> str:
        return (
            f"{self.option} {quoted(self.text)} {self.problem}. "
            'Write an instant such as "2026-11-23T16:00Z" or "2026-11-23T17:00+01:00".'
        )


def parse_at(text: str, option: str = "--at") -> datetime:
    """Return the aware instant that *text* writes (RFC 3339; seconds may be left out).

    Raises:
        AtError: If it has another form, no zone, or is no date or time.

    >>> parse_at("2026-11-23T17:00+01:00").isoformat()
    '2026-11-23T17:00:00+01:00'
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise AtError(text, "is no instant", option)
    day, time, seconds, fraction, offset = match.groups()
    if offset is None:
        raise AtError(text, "has no time zone", option)
    offset = "+00:00" if offset in "Zz" else offset
    if not _FIRST_YEAR <= int(day[:4]) <= _LAST_YEAR:
        raise AtError(text, "is too near the end of the calendar for local time", option)
    problem = _problem(day, time, seconds or ":00", offset)
    if problem is not None:
        raise AtError(text, f"is no instant: {problem}", option)
    micro = "." + fraction[1:].ljust(6, "0") if fraction else ""
    return datetime.fromisoformat(f"{day}T{time}{seconds or ':00'}{micro}{offset}")


def _problem(day: str, time: str, seconds: str, offset: str) -> str | None:
    """Return which part is none of the calendar or of a clock, or None if all are."""
    year, month, of_month = (int(part) for part in day.split("-"))
    if not 1 <= month <= len(MONTH_LENGTHS):
        return "months are 01 to 12"
    if not 1 <= of_month <= MONTH_LENGTHS[month - 1] - (month == _FEBRUARY and not is_leap(year)):
        return "the month has no such day"
    if time[:2] > "23":
        return "hours are 00 to 23"
    if max(time[3:], seconds[1:]) > "59":
        return "minutes and seconds are 00 to 59"
    if offset[1:3] > "23" or offset[4:] > "59":
        return "offsets are less than a day"
    return None
