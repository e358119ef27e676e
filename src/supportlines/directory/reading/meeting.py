"""What meets in one list: exceptions of the same days, rules for the same calls."""

from __future__ import annotations

import re
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

from supportlines.directory.fields import CALLER
from supportlines.directory.finding import Finding, Path
from supportlines.directory.reading.raw import RawRecord, codes, record, records, text_of
from supportlines.directory.reading.values import language_of_text
from supportlines.errors import quoted

DayPair = Tuple[str, str]
"""First and last day, included, as ISO 8601 writes them: text compares as days do."""

DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST, _LAST = "0000-00-00", "9999-99-99"
_MANY_MONTHS = 24

_Placed = Tuple[int, RawRecord, DayPair]
"""An exception with its place in the list and its days."""


def overlap(one: DayPair, other: DayPair) -> bool:
    """Return whether two runs of days have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def exceptions_that_meet(exceptions: Any, path: Path) -> Iterator[Finding]:
    """Yield the exceptions of one list that meet another one without saying which holds."""
    before = _Earlier()
    for index, one in records(exceptions):
        day = text_of(one, "on")
        days = (day or text_of(one, "first_day"), day or text_of(one, "last_day"))
        if not all(DAY.fullmatch(each) for each in days) or days[1] < days[0]:
            continue
        other = before.meeting(one, days)
        if other is not None:
            place = f"on {quoted(days[0])}" if day else f"from {quoted(days[0])} on"
            sentence = f"this exception {place} meets exception #{other + 1} of the list."
            remedy = 'Give the one that shall hold a higher "priority".'
            yield Finding((*path, index), sentence, remedy, days[0])
        before.add(index, one, days)


class _Earlier:
    """Exceptions found by month, so that a calendar of ten years is not compared with itself."""

    def __init__(self) -> None:
        self._by_month: Dict[Tuple[str, int], List[_Placed]] = {}
        self._wide: Dict[str, List[_Placed]] = {}

    def meeting(self, one: RawRecord, days: DayPair) -> Optional[int]:
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

    def add(self, index: int, one: RawRecord, days: DayPair) -> None:
        """Remember *one*, which is for *days*."""
        priority, months = _priority(one), _months(days)
        placed = (index, one, days)
        if months is None:
            self._wide.setdefault(priority, []).append(placed)
        for month in months or ():
            self._by_month.setdefault((priority, month), []).append(placed)


def _priority(one: RawRecord) -> str:
    return text_of(one, "priority") or "0"


def _months(days: DayPair) -> Optional[Sequence[int]]:
    """Return the months that a run of days touches, counted; None if they are very many."""
    first, last = (int(day[:4]) * 12 + int(day[5:7]) for day in days)
    return range(first, last + 1) if last - first <= _MANY_MONTHS else None


def _undecided(one: RawRecord, other: RawRecord) -> bool:
    """Return whether nothing says which of two exceptions of the same priority and days holds."""
    if "true" in (one.get("adds"), other.get("adds")):
        return False
    mine, theirs = one.get("tiers"), other.get("tiers")
    return not mine or not theirs or bool(_words(mine) & _words(theirs))


def _words(value: Any) -> Any:
    return {text for _, text in codes(value)}


def rules_that_meet(rules: Any, path: Path) -> Iterator[Finding]:
    """Yield the rules of one list that are for the same calls as another one."""
    if not isinstance(rules, list) or len(rules) < 2:  # noqa: PLR2004 - one meets none
        return
    before: List[_Scope] = []
    for index, rule in enumerate(rules):
        scope = _Scope(record(rule))
        other = next((number for number, one in enumerate(before, 1) if one.meets(scope)), None)
        if other is not None:
            sentence = f"this rule is for the same calls as rule #{other} of the list."
            remedy = 'Write their hours as one, for example "Mo-Fr 09:00-17:00, Sa 10:00-12:00".'
            if scope.is_dated:
                remedy = "Let one end on the day before the other begins."
            yield Finding((*path, index), sentence, remedy)
        before.append(scope)


class _Scope:
    """The calls that a rule is for."""

    def __init__(self, rule: RawRecord) -> None:
        self.zone = text_of(rule, "time_zone") or CALLER
        self.days = text_of(rule, "valid_from") or _FIRST, text_of(rule, "valid_until") or _LAST
        self.is_dated = "valid_from" in rule or "valid_until" in rule
        keys = (("languages", language_of_text), ("severities", str), ("desks", str))
        self.limits = [
            {code for _, code in codes(rule[key], parse)} if key in rule else None
            for key, parse in keys
        ]
        self.broken = set() in self.limits

    def meets(self, other: _Scope) -> bool:
        """Return whether both are for the same calls, neither being the special case."""
        if self.zone != other.zone or self.broken or other.broken:
            return False
        if not overlap(self.days, other.days):
            return False
        return all(
            bool(mine & theirs) if mine and theirs else mine is theirs
            for mine, theirs in zip(self.limits, other.limits)
        )
