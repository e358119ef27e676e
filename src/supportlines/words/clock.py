"""Times of day as readers of a locale write them, by CLDR's patterns; digits are ASCII."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Sequence

from supportlines.languages.cldr import date_formats, locale_data

if TYPE_CHECKING:
    import datetime as dt
    from typing import Callable

_HALVES = frozenset("hK")
"""The fields of hours that are counted twice a day."""
_NOON = 12


@lru_cache(maxsize=256)
def has_24_hours(locale: str) -> bool:
    """Return whether readers of *locale* count the hours of a day to 24.

    Args:
        locale: An identifier of Babel, as of `parse_locale`.

    >>> has_24_hours("de"), has_24_hours("en"), has_24_hours("fr_CA")
    (True, False, True)
    """
    return _HALVES.isdisjoint(_fields(locale_data(locale).time_formats["short"].pattern))


@lru_cache(maxsize=256)
def clock_of(locale: str, reader: str | None = None) -> Clock:
    """Return how times are written in *locale*: 12 or 24 hours as the *reader* counts them.

    Args:
        locale: An identifier of Babel, as of `parse_locale`.
        reader: The locale of who reads, where the words around the time are of another one.
    """
    return Clock(locale, is_24=has_24_hours(reader or locale))


class Clock:
    """Writes times of day; what was written once is kept.

    >>> from datetime import time
    >>> clock_of("de").time(time(9)), clock_of("de").interval(time(9), time(17))
    ('09:00', '09:00–17:00 Uhr')
    >>> clock_of("en", "de").time(time(17))
    '17:00'
    """

    __slots__ = ("_intervals", "_locale", "_patterns", "interval", "is_24", "locale", "time")

    is_24: bool
    """Whether hours are counted to 24."""
    locale: str
    """Whose words they are in: an identifier of Babel."""
    time: Callable[[dt.time], str]
    """Writes one time; its seconds only if it has some."""
    interval: Callable[[dt.time, dt.time], str]
    """Writes two times, of which the second may be that of the next day."""

    def __init__(self, locale: str, *, is_24: bool) -> None:
        """Take the patterns of *locale*."""
        words = locale_data(locale)
        hour = "H" if is_24 else "h"
        self.locale, self.is_24 = locale, is_24
        self._locale = words
        self._patterns = [words.datetime_skeletons[f"{hour}{rest}"] for rest in ("m", "ms")]
        self._intervals: Any = words.interval_formats.get(f"{hour}m", {})
        self.time = lru_cache(maxsize=2048)(self._time)
        self.interval = lru_cache(maxsize=2048)(self._interval)

    def _time(self, at: dt.time) -> str:
        pattern = self._patterns[1 if at.second else 0]
        written: str = date_formats().format_time(
            at.replace(tzinfo=None), pattern, None, self._locale
        )
        return written

    def _interval(self, start: dt.time, end: dt.time) -> str:
        halves = self._halves(start, end)
        if start == end or start.second or end.second or halves is None:
            around: str = self._locale.interval_formats.get(None, "{0}–{1}")
            return around.format(self.time(start), self.time(end))
        parse = date_formats().parse_pattern
        return "".join(
            parse(half).apply(at, self._locale) for half, at in zip(halves, (start, end))
        )

    def _halves(self, start: dt.time, end: dt.time) -> Sequence[str] | None:
        """Return the patterns of both ends; what is equal in both, such as "AM", may stand once."""
        if self.is_24:
            return self._first("H", "m")
        if "B" in _fields(self._patterns[0].pattern):  # parts of the day, such as "evening"
            part = date_formats().parse_pattern("B")
            is_same = start < end and part.apply(start, self._locale) == part.apply(
                end, self._locale
            )
            return self._first("h") if is_same else self._first("B", "a")
        is_same = start < end and (start.hour < _NOON) is (end.hour < _NOON)
        return self._first("h") if is_same else self._first("a", "h")

    def _first(self, *fields: str) -> Sequence[str] | None:
        return next((self._intervals[one] for one in fields if one in self._intervals), None)


def _fields(pattern: str) -> set[str]:
    """Return the fields of a pattern, without its words: "HH 'h' mm" has no "h"."""
    tokens = date_formats().tokenize_pattern(pattern)
    return {field[0] for kind, field in tokens if kind == "field"}
