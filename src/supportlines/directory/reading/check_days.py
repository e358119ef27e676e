"""Relations between days: rules that follow one another, exceptions that meet."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Optional, Sequence, Tuple

from supportlines.directory.finding import Finding, Path, quoted
from supportlines.directory.reading.raw import Record, records, text_of

Days = Tuple[str, str]
"""First and last day, included, as ISO 8601 writes them: text compares as days do."""

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST, _LAST = "0000-00-00", "9999-99-99"
_MANY_MONTHS = 24

_Placed = Tuple[int, Record, Days]
"""An exception with its place in the list and its days."""


def days_of_rule(rule: Record) -> Days:
    """Return the days on which *rule* holds."""
    return text_of(rule, "valid_from") or _FIRST, text_of(rule, "valid_until") or _LAST


def overlap(one: Days, other: Days) -> bool:
    """Return whether two runs of days have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def ends_before_it_begins(content: Record, path: Path) -> List[Finding]:
    """Return that a rule or line ends before it begins, in the words of the model.

    The model looks only into records without another mistake.
    """
    first, last = text_of(content, "valid_from"), text_of(content, "valid_until")
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last) and last < first):
        return []
    found = f'"valid_until", {last}, comes before "valid_from", {first}.'
    return [Finding(path, found, "Compare them with the source.")]


def meeting_exceptions(exceptions: Any, path: Path) -> List[Finding]:
    """Return the exceptions of one list that meet another one without saying which holds."""
    found = []
    before = _Earlier()
    for index, one in records(exceptions):
        day = text_of(one, "on")
        days = (day or text_of(one, "first_day"), day or text_of(one, "last_day"))
        if not all(_DAY.fullmatch(each) for each in days) or days[1] < days[0]:
            continue
        other = before.meeting(one, days)
        if other is not None:
            place = f"on {quoted(days[0])}" if day else f"from {quoted(days[0])} on"
            sentence = f"this exception {place} meets exception #{other + 1} of the list."
            remedy = 'Give the one that shall hold a higher "priority".'
            found.append(Finding((*path, index), sentence, remedy, days[0]))
        before.add(index, one, days)
    return found


class _Earlier:
    """Exceptions found by month, so that a calendar of ten years is not compared with itself."""

    def __init__(self) -> None:
        self._by_month: Dict[Tuple[str, int], List[_Placed]] = {}
        self._wide: Dict[str, List[_Placed]] = {}

    def meeting(self, one: Record, days: Days) -> Optional[int]:
        """Return the first exception that meets *one* on *days*, if nothing says which holds."""
        priority, months = _priority(one), _months(days)
        found = list(self._wide.get(priority, ()))
        if months is None:
            mine = (placed for key, placed in self._by_month.items() if key[0] == priority)
            found += [placed for listed in mine for placed in listed]
        else:
            for month in months:
                found += self._by_month.get((priority, month), ())
        for index, other, others in sorted(found, key=lambda placed: placed[0]):
            if overlap(days, others) and _undecided(one, other):
                return index
        return None

    def add(self, index: int, one: Record, days: Days) -> None:
        """Remember *one*, which is for *days*."""
        priority, months = _priority(one), _months(days)
        placed = (index, one, days)
        if months is None:
            self._wide.setdefault(priority, []).append(placed)
        for month in months or ():
            self._by_month.setdefault((priority, month), []).append(placed)


def _priority(one: Record) -> str:
    return text_of(one, "priority") or "0"


def _months(days: Days) -> Optional[Sequence[int]]:
    """Return the months that a run of days touches, counted; None if they are very many."""
    first, last = (int(day[:4]) * 12 + int(day[5:7]) for day in days)
    return range(first, last + 1) if last - first <= _MANY_MONTHS else None


def _undecided(one: Record, other: Record) -> bool:
    """Return whether nothing says which of two exceptions of the same days holds."""
    if "true" in (one.get("adds"), other.get("adds")):
        return False
    if _priority(one) != _priority(other):
        return False
    mine, theirs = one.get("tiers"), other.get("tiers")
    if not mine or not theirs:
        return True
    return bool(set(_listed(mine)) & set(_listed(theirs)))


def _listed(value: Any) -> List[str]:
    return [value] if isinstance(value, str) else [text for text in value if isinstance(text, str)]
