"""Instants as the caller's clock shows them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Sequence

from supportlines.hours import zone_info
from supportlines.languages.cldr import locale_data

_THIS_WEEK = timedelta(days=6)


class LocalTime:
    """Writes instants in the caller's local time, or in UTC where that is not decided."""

    def __init__(self, zones: Sequence[str], at: datetime, locale: str) -> None:
        self._at = at
        self._locale = locale
        self._zone_name = _agreed(zones, at)
        self._zone = timezone.utc if self._zone_name is None else zone_info(self._zone_name)

    @property
    def zone(self) -> str:
        """The zone's IANA name, or "UTC"."""
        return self._zone_name or "UTC"

    @property
    def is_local(self) -> bool:
        """Whether it is the caller's own time."""
        return self._zone_name is not None

    def moment(self, at: datetime) -> str:
        """Return the weekday and the time, with the date if it is not within the next days.

        Times have 24 hours, so that nobody calls twelve hours late.
        """
        local = at.astimezone(self._zone)
        near = timedelta(0) <= at - self._at < _THIS_WEEK
        weekday, day = self._day(local)
        return f"{weekday} {_clock(local)}" if near else f"{weekday} {day} {_clock(local)}"

    def full(self, at: datetime) -> str:
        """Return weekday, date and time to the minute."""
        local = at.astimezone(self._zone).replace(second=0)
        weekday, day = self._day(local)
        return f"{weekday} {day}, {_clock(local)}"

    def _day(self, local: datetime) -> tuple[str, str]:
        # Not `babel.dates`: importing it opens whatever file the variable TZ names.
        words = locale_data(self._locale)
        weekday = words.days["format"]["abbreviated"][local.weekday()]
        month = words.months["format"]["abbreviated"][local.month]
        return weekday, f"{local.day} {month} {local.year}"


def _clock(local: datetime) -> str:
    return f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"


def _agreed(zones: Sequence[str], at: datetime) -> str | None:
    """Return a zone whose clock is right for all of *zones* at *at* and for a year after."""
    if not zones:
        return None
    instants = [at + timedelta(days=days) for days in range(0, 371, 10)]
    clocks = {
        tuple(instant.astimezone(zone_info(zone)).utcoffset() for instant in instants)
        for zone in zones
    }
    return zones[0] if len(clocks) == 1 else None
