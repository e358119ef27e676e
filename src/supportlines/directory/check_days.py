"""Relations between days: rules that follow one another, exceptions that meet."""

from __future__ import annotations

import re
from typing import Any, List, Tuple

from supportlines.directory.plain import Record, records, text_of
from supportlines.directory.problems import Finding, Path, quoted

Days = Tuple[str, str]
"""First and last day, included, as ISO 8601 writes them: text compares as days do."""

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST, _LAST = "0000-00-00", "9999-99-99"


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
    before: List[Tuple[int, Record, Days]] = []
    for index, one in records(exceptions):
        day = text_of(one, "on")
        days = (day or text_of(one, "first_day"), day or text_of(one, "last_day"))
        for number, other, others in before:
            if days[0] <= days[1] and _undecided(one, other) and overlap(days, others):
                place = f"on {quoted(days[0])}" if day else f"from {quoted(days[0])} on"
                sentence = f"this exception {place} meets exception #{number + 1} of the list."
                remedy = 'Give the one that shall hold a higher "priority".'
                found.append(Finding((*path, index), sentence, remedy, days[0]))
                break
        if all(days) and days[0] <= days[1]:
            before.append((index, one, days))
    return found


def _undecided(one: Record, other: Record) -> bool:
    """Return whether nothing says which of two exceptions of the same days holds."""
    if "true" in (one.get("adds"), other.get("adds")):
        return False
    if (text_of(one, "priority") or "0") != (text_of(other, "priority") or "0"):
        return False
    mine, theirs = one.get("tiers"), other.get("tiers")
    if not mine or not theirs:
        return True
    return bool(set(_listed(mine)) & set(_listed(theirs)))


def _listed(value: Any) -> List[str]:
    return [value] if isinstance(value, str) else [text for text in value if isinstance(text, str)]
