"""`--at` and the like: an instant as people write it, with its zone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from supportlines.errors import SupportlinesError, quoted
from supportlines.hours import MONTH_LENGTHS, is_leap, zone_info

# RFC 3339, section 5.6, with seconds optional and a space allowed for the T. Newer
# Pythons' fromisoformat reads more forms than 3.8's: all versions shall read the same.
_FORM = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2})?(\.\d{1,6})?(Z|z|[+-]\d{2}:\d{2})?", re.ASCII
)


_FEBRUARY = 2
_FIRST_YEAR, _LAST_YEAR = 2, 9998


class AtError(SupportlinesError, ValueError):
    """An `--at`, or another *option*, that is no instant; *remedy* is what else helps, if any."""

    def __init__(self, text: str, problem: str, option: str = "--at", remedy: str = "") -> None:
        super().__init__(text, problem, option, remedy)
        self.text = text
        self.problem = problem
        self.option = option
        self.remedy = remedy

    def __str__(self) -> str:
        return (
            f"{self.option} {quoted(self.text)} {self.problem}. "
            'Write an instant such as "2026-11-23T16:00Z" or "2026-11-23T17:00+01:00"'
            f"{self.remedy}."
        )


def parse_at(
    text: str, option: str = "--at", time_zone: str | None = None, zone_option: str | None = None
) -> datetime:
    """Return the aware instant that *text* writes (RFC 3339; seconds may be left out).

    Args:
        text: As it was typed.
        option: Behind which option it stood.
        time_zone: IANA name of the zone whose clock is meant where *text* has no offset.
        zone_option: The option that says *time_zone*, where the command has one.

    Raises:
        AtError: If it has another form, is no date or time, or has neither offset nor zone.
        UnknownTimeZoneError: If there is no such zone.

    >>> parse_at("2026-11-23T17:00+01:00").isoformat()
    '2026-11-23T17:00:00+01:00'
    >>> parse_at("2026-11-23 17:00", time_zone="Asia/Dubai").isoformat()
    '2026-11-23T17:00:00+04:00'
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise AtError(text, "is no instant", option)
    day, time, seconds, fraction, offset = match.groups()
    if offset is None and time_zone is None:
        remedy = f", or say with {zone_option} whose clock it is" if zone_option else ""
        raise AtError(text, "has no time zone", option, remedy)
    is_local = offset is None
    offset = "+00:00" if offset is None or offset in "Zz" else offset
    if not _FIRST_YEAR <= int(day[:4]) <= _LAST_YEAR:
        raise AtError(text, "is too near the end of the calendar for local time", option)
    problem = _problem(day, time, seconds or ":00", offset)
    if problem is not None:
        raise AtError(text, f"is no instant: {problem}", option)
    micro = "." + fraction[1:].ljust(6, "0") if fraction else ""
    at = datetime.fromisoformat(f"{day}T{time}{seconds or ':00'}{micro}{offset}")
    if is_local and time_zone is not None:
        return _on_the_wall(text, at, time_zone, option)
    return at


def _on_the_wall(text: str, at: datetime, time_zone: str, option: str) -> datetime:
    """Return the instant at which the clock of a zone shows what *at* does, if it is one."""
    local = at.replace(tzinfo=zone_info(time_zone))
    offsets = local.utcoffset(), local.replace(fold=1).utcoffset()
    if offsets[0] == offsets[1]:
        # In the zone's offset of that instant, so that who reckons with it does so in instants.
        return local.replace(tzinfo=timezone(offsets[0] or timedelta(0)))
    is_skipped = (offsets[0] or timedelta(0)) < (offsets[1] or timedelta(0))
    how = "is skipped by" if is_skipped else "comes twice on"
    raise AtError(text, f"{how} the clock of {time_zone}", option)


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
