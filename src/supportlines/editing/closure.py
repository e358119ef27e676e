"""A closure at short notice: from one instant to another nobody answers, and why."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, NamedTuple

from supportlines.editing.errors import ClosureError
from supportlines.editing.insertion import document_of, path_of_line, with_exception
from supportlines.editing.precedence import priority_over
from supportlines.errors import UNSAFE, visible
from supportlines.hours import in_utc

if TYPE_CHECKING:
    from supportlines.editing.writing import Fields

_MINUTE = timedelta(minutes=1)
_LONGEST_REASON = 500
"""Characters; it is said to whoever calls."""


class Closure(NamedTuple):
    """A closure as it was written, and the file with it."""

    line: str
    """The id of the line."""

    start: datetime
    """A whole minute, in UTC."""

    end: datetime
    """The first minute at which the line is no longer closed by it."""

    reason: str

    priority: int
    """0 if nothing that meets the closure would hold instead of it."""

    is_new: bool
    """False if the file says the same already."""

    content: bytes
    """The file with the closure."""


def close_line(
    content: bytes, line: str, start: datetime, end: datetime, reason: str, name: str
) -> Closure:
    """Return a closure of *line* and the data file with it.

    Args:
        content: The data file.
        line: The id of a line of it.
        start: An aware instant; the minute in which it lies is closed.
        end: An aware instant; the minute in which it lies is closed, if it is not its beginning.
        reason: Why, for the person who asks.
        name: What the file is called in messages.

    Raises:
        ClosureError: If the closure ends before it begins, or its reason cannot be said.
        DirectoryError, CannotInsertError, TooHighError: If the file cannot be changed.
        KeyError: If there is no such line.
    """
    start, end = _minute_before(start), _minute_after(end)
    if end <= start:
        raise ClosureError.of_times(_instant(start), _instant(end))
    reason = _sayable(reason)
    times: dict[str, str | int] = {"from": _instant(start), "until": _instant(end)}
    same = _same(content, line, times, reason, name)
    if same is not None:
        return Closure(line, start, end, reason, same, is_new=False, content=content)
    priority = priority_over(content, line, start, end, name)
    ranked = {"priority": priority} if priority else {}
    fields: Fields = {**times, **ranked, "reason": reason}
    changed = with_exception(content, line, fields, name)
    return Closure(line, start, end, reason, priority, is_new=True, content=changed)


def _same(content: bytes, line: str, times: Fields, reason: str, name: str) -> int | None:
    """Return the priority of the same closure, if the file has it already: a script tries twice."""
    record: Any = document_of(content, name).content
    for part in path_of_line(record, line) or ():
        record = record[part]
    known = record.get("exceptions")
    for one in known if isinstance(known, list) else ():
        if isinstance(one, dict):
            others = dict(one)
            priority = others.pop("priority", "0")
            if others == {**times, "reason": reason}:
                return int(priority)
    return None


def _minute_before(at: datetime) -> datetime:
    return in_utc(at).replace(second=0, microsecond=0)


def _minute_after(at: datetime) -> datetime:
    begun = _minute_before(at)
    return begun if begun == at else begun + _MINUTE


def _instant(at: datetime) -> str:
    """Return an instant as a data file has it.

    >>> _instant(datetime(2026, 11, 30, 14, tzinfo=timezone.utc))
    '2026-11-30T14:00Z'
    """
    return at.astimezone(timezone.utc).replace(tzinfo=None).isoformat(timespec="minutes") + "Z"


def _sayable(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise ClosureError("the reason is empty.", "Say why, to whoever calls.")
    if len(reason) > _LONGEST_REASON:
        found = f"the reason has {len(reason):,} characters; at most {_LONGEST_REASON} are said."
        raise ClosureError(found, "Shorten it.")
    wrong = UNSAFE.search(reason)
    if wrong is not None:
        found = f"there is an invisible character {visible(wrong.group())} in the reason."
        raise ClosureError(found, "Delete it.")
    return reason
