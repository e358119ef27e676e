"""Which priority an exception needs, so that it holds where others meet it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Any, Iterator, NamedTuple

from supportlines.editing.errors import TooHighError
from supportlines.editing.insertion import document_of, path_of_line

MAX_PRIORITY = 999_999

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(Z)?)?", re.ASCII)
_RANK = re.compile(r"[+-]?\d{1,6}", re.ASCII)
_AHEAD = timedelta(hours=14)
"""Nowhere a day begins earlier before it does in UTC (Pacific/Kiritimati)."""
_BEHIND = timedelta(hours=12)
"""And nowhere it ends later (Etc/GMT+12)."""
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_EVER = datetime(1, 1, 1, tzinfo=timezone.utc), datetime.max.replace(tzinfo=timezone.utc)


class _Met(NamedTuple):
    """An exception, and whether it stands nearer to the hours than the line's own do."""

    content: dict[str, Any]
    is_near: bool


def priority_over(content: bytes, line: str, start: datetime, end: datetime, name: str) -> int:
    r"""Return the priority that an exception of *line* needs to hold between two instants.

    0 if no exception meets it that would hold instead, or that would stand beside it without
    saying which of the two holds; else one more than the highest that it meets. An exception
    of days meets it if it does anywhere on Earth.

    Args:
        content: The data file.
        line: The id of the line.
        start: An aware instant.
        end: The instant at which the exception is over.
        name: What the file is called in messages.

    Raises:
        DirectoryError: If the file is no YAML or JSON.
        TooHighError: If there is no higher one.

    >>> content = b"regions: [{lines: [{id: gb, exceptions: [{on: 2026-11-30, priority: 3}]}]}]"
    >>> noon = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
    >>> priority_over(content, "gb", noon, noon + timedelta(minutes=30), "my.yaml")
    4
    """
    document = document_of(content, name)
    record: Any = document.content
    for part in path_of_line(record, line) or ():
        record = record[part]
    met = [
        (_rank(one.content), one.is_near)
        for one in _of_content(document.content, record)
        if _meets(one.content, start, end)
    ]
    # Of equal ones the nearer holds: that of the line before that of a region.
    if not any(rank > 0 or (rank == 0 and is_near) for rank, is_near in met):
        return 0
    highest = max(rank for rank, _ in met)
    if highest >= MAX_PRIORITY:
        raise TooHighError(line, highest)
    return highest + 1


def _of_content(content: Any, line: dict[str, Any]) -> Iterator[_Met]:
    """Yield the exceptions of *line* and of all regions: callers of any may be offered it."""
    yield from _of_record(line, is_near=True)
    waiting = [content]
    while waiting:
        regions = waiting.pop().get("regions")
        for region in regions if isinstance(regions, list) else ():
            if isinstance(region, dict):
                waiting.append(region)
                yield from _of_record(region, is_near=False)


def _of_record(record: dict[str, Any], *, is_near: bool) -> Iterator[_Met]:
    """Yield the exceptions of a line or region, and those of its rules."""
    yield from (_Met(one, is_near) for one in _records(record.get("exceptions")))
    tiers = record.get("availability")
    for rules in tiers.values() if isinstance(tiers, dict) else ():
        for rule in _records(rules if isinstance(rules, list) else [rules]):
            yield from (_Met(one, is_near=True) for one in _records(rule.get("exceptions")))


def _records(value: Any) -> Iterator[dict[str, Any]]:
    return (one for one in (value if isinstance(value, list) else ()) if isinstance(one, dict))


def _rank(one: dict[str, Any]) -> int:
    text = one.get("priority", "0")
    return int(text) if isinstance(text, str) and _RANK.fullmatch(text) else 0


def _meets(one: dict[str, Any], start: datetime, end: datetime) -> bool:
    first = _moment(one.get("on") or one.get("first_day") or one.get("from"))
    last = _moment(one.get("on") or one.get("last_day") or one.get("until"), is_end=True)
    return (first or _EVER[0]) < end and start < (last or _EVER[1])


def _moment(value: Any, *, is_end: bool = False) -> datetime | None:
    """Return the earliest instant that a beginning may be, or the latest that an end may be.

    None for what is not known, such as `unknown`. A moment of the wall is any of its day at least:
    who reads the file tells it from one in UTC by their days alone.
    """
    found = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    day, time, is_instant = found.groups()
    try:
        at = datetime.fromisoformat(f"{day}T{time or '00:00'}").replace(tzinfo=timezone.utc)
        if is_instant:
            return at
        if not is_end:
            return min(at - _AHEAD, at.replace(hour=0, minute=0))
        if not time:
            return at + _DAY + _BEHIND
        last_day = (at - _MINUTE).replace(hour=0, minute=0)
        return max(at + _BEHIND, last_day + _DAY)
    except (ValueError, OverflowError):
        return None
