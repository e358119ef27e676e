"""What meets in one list: exceptions of the same days, rules for the same calls."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple

from supportlines.directory.fields import CALLER
from supportlines.directory.finding import Finding, Path
from supportlines.directory.forms import UNKNOWN
from supportlines.directory.reading.codes import language_of_text, part_of_text
from supportlines.directory.reading.moments import WEEKDAYS, each_month_of_text, moment_of_text
from supportlines.directory.reading.raw import Parser, RawRecord, codes, record, records, text_of
from supportlines.directory.reading.wrong import WrongValueError
from supportlines.errors import quoted

DayPair = Tuple[str, str]
"""First and last day, included, as ISO 8601 writes them: text compares as days do."""

DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST, _LAST = "0000-00-00", "9999-99-99"
_MANY_MONTHS = 24
_EARLY = 2001 * 12
"""The month, counted, from which on days of each month are compared that have no first day."""

_EVERY_CALENDAR = 28 * 12
"""After so many months dates and weekdays meet again as before."""


class _Placed(NamedTuple):
    """An exception, its place in the list, and what is known of when it holds."""

    place: int
    content: RawRecord
    days: DayPair
    times: DayPair
    """The moments from which and until which, excluded; empty texts if it is of whole days."""

    each_month: str
    """The day of each month in its canonical form, or an empty text."""


def overlap(one: DayPair, other: DayPair) -> bool:
    """Return whether two runs of days have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def exceptions_that_meet(exceptions: Any, path: Path) -> Iterator[Finding]:
    """Yield the exceptions of one list that meet another one without saying which holds."""
    before = _Earlier()
    for index, one in records(exceptions):
        placed = _placed(index, one)
        if placed is None:
            continue
        other = before.meeting(placed)
        if other is not None:
            first = placed.times[0] or placed.days[0]
            place = f"on {quoted(first)}" if "on" in one else f"from {quoted(first)} on"
            if placed.each_month:
                first = text_of(one, "each_month")
                place = f"on {quoted(first)} of each month"
            sentence = f"this exception {place} meets exception #{other + 1} of the list."
            remedy = 'Give the one that shall hold a higher "priority".'
            yield Finding((*path, index), sentence, remedy, first)
        before.add(placed)


def _placed(index: int, one: RawRecord) -> Optional[_Placed]:
    """Return when an exception holds, or None if it does not say it."""
    times, each_month = ("", ""), ""
    if "each_month" in one:
        days = text_of(one, "first_day") or _FIRST, text_of(one, "last_day") or _LAST
        try:
            each_month = each_month_of_text(text_of(one, "each_month"))
        except WrongValueError:
            return None
    elif "from" in one:
        times = text_of(one, "from"), text_of(one, "until")
        days = _days_of(times)
        if times[1] == UNKNOWN:
            times = times[0], _LAST
    else:
        day = text_of(one, "on")
        days = day or text_of(one, "first_day"), day or text_of(one, "last_day")
        if days[1] == UNKNOWN:
            days = days[0], _LAST
    if not all(DAY.fullmatch(each) for each in days) or days[1] < days[0]:
        return None
    return _Placed(index, one, days, times, each_month)


def _days_of(times: DayPair) -> DayPair:
    """Return the first and the last day between two moments; empty texts if they are none."""
    try:
        first = moment_of_text(times[0]).date()
        if times[1] == UNKNOWN:
            return str(first), _LAST
        return str(first), str((moment_of_text(times[1]) - dt.timedelta(minutes=1)).date())
    except (WrongValueError, OverflowError):
        return "", ""


class _Earlier:
    """Exceptions found by month, so that a calendar of ten years is not compared with itself."""

    def __init__(self) -> None:
        self._by_month: Dict[Tuple[str, int], List[_Placed]] = {}
        self._wide: Dict[str, List[_Placed]] = {}

    def meeting(self, one: _Placed) -> Optional[int]:
        """Return the first exception that *one* meets, if nothing says which holds."""
        priority, months = _priority(one.content), _months(one.days)
        found = list(self._wide.get(priority, ()))
        if months is None:
            mine = (placed for key, placed in self._by_month.items() if key[0] == priority)
            found += [placed for listed in mine for placed in listed]
        else:
            for month in months:
                found += self._by_month.get((priority, month), ())
        for other in sorted(found, key=lambda placed: placed.place):
            if _overlap_in_time(one, other) and _undecided(one.content, other.content):
                return other.place
        return None

    def add(self, one: _Placed) -> None:
        """Remember *one*."""
        priority, months = _priority(one.content), _months(one.days)
        if months is None:
            self._wide.setdefault(priority, []).append(one)
        for month in months or ():
            self._by_month.setdefault((priority, month), []).append(one)


def _overlap_in_time(one: _Placed, other: _Placed) -> bool:
    if not overlap(one.days, other.days):
        return False
    if one.each_month or other.each_month:
        return _have_a_day_in_common(one, other)
    # A moment of the wall and one of UTC are told apart by their days alone.
    if one.times[0] and other.times[0] and one.times[0][16:] == other.times[0][16:]:
        return one.times[0] < other.times[1] and other.times[0] < one.times[1]
    return True


def _have_a_day_in_common(one: _Placed, other: _Placed) -> bool:
    """Return whether a day that comes again each month is one of the other exception."""
    first, last = max(one.days[0], other.days[0]), min(one.days[1], other.days[1])
    begin = max(_month(first), _EARLY)
    end = min(_month(last), begin + _EVERY_CALENDAR)
    for month in range(begin, end + 1):
        found = {
            _day_of_month(placed.each_month, month) for placed in (one, other) if placed.each_month
        }
        day = found.pop()
        if day is not None and not found:
            year, index = divmod(month - 1, 12)
            if first <= f"{year:04}-{index + 1:02}-{day:02}" <= last:
                return True
    return False


def _day_of_month(each_month: str, month: int) -> Optional[int]:
    """Return the day that comes each month, in a month that is counted; None if it has none."""
    year, index = divmod(month - 1, 12)
    weekday, length = calendar.monthrange(year, index + 1)
    if each_month.isdigit():
        return int(each_month) if int(each_month) <= length else None
    place = int(each_month[3:-1])
    first = (WEEKDAYS.index(each_month[:2]) - weekday) % 7 + 1
    days = range(first, length + 1, 7)
    if place > 0:
        return days[place - 1] if place <= len(days) else None
    return days[place] if -place <= len(days) else None


def _priority(one: RawRecord) -> str:
    return text_of(one, "priority") or "0"


def _months(days: DayPair) -> Optional[Sequence[int]]:
    """Return the months that a run of days touches, counted; None if they are very many."""
    first, last = map(_month, days)
    return range(first, last + 1) if last - first <= _MANY_MONTHS else None


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


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
    before: List[Tuple[int, _Scope]] = []
    for index, rule in enumerate(rules):
        if isinstance(rule, dict) and "inherit" in rule:
            continue
        scope = _Scope(record(rule))
        other = next(((number, one) for number, one in before if one.meets(scope)), None)
        if other is not None:
            sentence = f"this rule is for the same calls as rule #{other[0]} of the list."
            remedy = 'Write their hours as one, for example "Mo-Fr 09:00-17:00, Sa 10:00-12:00".'
            if scope.is_dated:
                remedy = "Let one end on the day before the other begins."
            if scope.is_refusal or other[1].is_refusal:
                remedy = (
                    "Delete one of the two: where the tier is not available there are no hours."
                )
            yield Finding((*path, index), sentence, remedy)
        before.append((index + 1, scope))


_LIMITS: Tuple[Tuple[str, Parser], ...] = (
    ("languages", language_of_text),
    ("severities", str),
    ("desks", str),
)
_PARSERS: Mapping[str, Parser] = {"languages": language_of_text, "subdivisions": part_of_text}


class _Scope:
    """The calls that a rule is for."""

    def __init__(self, rule: RawRecord) -> None:
        self.clock = text_of(rule, "time_zone") or CALLER, text_of(rule, "after")
        self.days = text_of(rule, "valid_from") or _FIRST, text_of(rule, "valid_until") or _LAST
        self.is_dated = "valid_from" in rule or "valid_until" in rule
        self.is_refusal = "not_available" in rule
        self.limits = {
            key: {code for _, code in codes(rule[key], parse)}
            for key, parse in _LIMITS
            if key in rule
        }
        for key, value in record(rule["for"]).items() if "for" in rule else ():
            self.limits[key] = {code for _, code in codes(value, _PARSERS.get(key, str))}
        self.broken = set() in self.limits.values()

    def meets(self, other: _Scope) -> bool:
        """Return whether both are for the same calls, neither being the special case."""
        if self.broken or other.broken or self.limits.keys() != other.limits.keys():
            return False
        if not (self.is_refusal or other.is_refusal) and (
            self.clock != other.clock or not overlap(self.days, other.days)
        ):
            return False
        return all(mine & other.limits[key] for key, mine in self.limits.items())
