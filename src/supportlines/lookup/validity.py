"""From when until when a line is there: days begin and end at midnight UTC."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Iterable

if TYPE_CHECKING:
    from supportlines.directory import Line

_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()
FIRST_SECOND = (date.min.toordinal() - _EPOCH) * _DAY
"""The POSIX second at which the calendar begins."""


def midnight(ordinal: int) -> int:
    """Return the POSIX second at which a day begins in UTC, by its proleptic ordinal."""
    return (ordinal - _EPOCH) * _DAY


def begins_at(line: Line) -> int | None:
    """Return the POSIX second from which *line* is there, or None if it always was."""
    return None if line.valid_from is None else midnight(line.valid_from.toordinal())


def ends_at(line: Line) -> int | None:
    """Return the POSIX second at which *line* ceases, or None: its last day is included."""
    return None if line.valid_until is None else midnight(line.valid_until.toordinal() + 1)


def is_valid(line: Line, second: int) -> bool:
    """Return whether *line* is there at *second*."""
    begin, end = begins_at(line), ends_at(line)
    return (begin is None or begin <= second) and (end is None or second < end)


def boundaries(lines: Iterable[Line]) -> list[int]:
    """Return the seconds at which one of *lines* begins or ceases, sorted."""
    found = {begins_at(line) for line in lines} | {ends_at(line) for line in lines}
    return sorted(second for second in found if second is not None)
