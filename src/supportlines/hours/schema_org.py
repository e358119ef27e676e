"""Hours as schema.org's OpeningHoursSpecification, both ways, with what is lost on the way.

Conventions (https://schema.org/OpeningHoursSpecification and
https://developers.google.com/search/docs/appearance/structured-data/local-business, as their
readers use them): 00:00 to 23:59 is the whole day, 00:00 to 00:00 is closed all day, an end
before the start is on the next day, and the days of ``validFrom`` and ``validThrough`` belong
to the range. The format has no zone, no unknown hours and no comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Iterable, Mapping, Tuple

from supportlines.hours.dates_parser import normal_dates
from supportlines.hours.days import WEEKDAY_NAMES, from_date, to_date
from supportlines.hours.painting import MINUTES_OF_DAY, weekly_normal_form
from supportlines.hours.parser import merge_spans
from supportlines.hours.printer import print_rule
from supportlines.hours.rules import EVERY_WEEKDAY, WHOLE_DAY, Period, Rule, Span
from supportlines.hours.schedule import Schedule

Specification = Mapping[str, Any]
_LAST_MINUTE = MINUTES_OF_DAY - 1
_TIME = re.compile(r"T?([0-2]\d):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_KEYS = {
    "@type", "@context", "@id", "dayOfWeek", "opens", "closes", "validFrom", "validThrough"
}  # fmt: skip
_HOLIDAYS = "PublicHolidays"


@dataclass(frozen=True)
class Written:
    """What was written for schema.org."""

    specifications: Tuple[Specification, ...]
    """Values of ``openingHoursSpecification``."""

    special: Tuple[Specification, ...]
    """Values of ``specialOpeningHoursSpecification``: they replace the others on their days."""

    lost: Tuple[str, ...]
    """Sentences: what the format cannot carry."""


@dataclass(frozen=True)
class Read:
    """What was read from schema.org."""

    schedule: Schedule
    lost: Tuple[str, ...]
    """Sentences: what is not in the schedule, and why."""


def to_schema_org(schedule: Schedule) -> Written:
    """Return *schedule* as specifications, and what they leave out.

    >>> written = to_schema_org(Schedule.parse("Mo,Tu 22:00-06:00; PH off"))
    >>> for each in (*written.specifications, *written.special, *written.lost): print(each)
    {'@type': 'OpeningHoursSpecification', 'dayOfWeek': ['Monday', 'Tuesday'], 'opens': '22:00', 'closes': '06:00'}
    {'@type': 'OpeningHoursSpecification', 'dayOfWeek': ['PublicHolidays'], 'opens': '00:00', 'closes': '00:00'}
    """  # noqa: E501 - one specification is one line
    lost: list[str] = []
    weekly = [rule for rule in schedule.rules if rule.is_weekly]
    count = len(weekly) if schedule.is_weekly else _prefix(schedule)
    normal = weekly_normal_form(schedule.rules[:count]) if count else ()
    specifications = [each for rule in normal for each in _of_rule(rule, lost)]
    special: list[Specification] = []
    for rule in schedule.rules[count:]:
        if rule.nth or rule.holidays == "only" or rule.is_weekly:
            lost.append(f'schema.org has no way to write "{print_rule(rule)}".')
        elif rule.added or (rule.state == "closed" and rule.spans != WHOLE_DAY):
            lost.append(f'"{print_rule(rule)}" changes a part of a day; only whole days can be.')
        else:
            special.extend(_of_dated_rule(rule, lost))
    return Written(tuple(specifications), tuple(special), tuple(lost))


def from_schema_org(
    specifications: Iterable[Specification], special: Iterable[Specification] = ()
) -> Read:
    """Return the schedule that specifications state, and what of them is not in it.

    Args:
        specifications: Values of ``openingHoursSpecification``; together they are a union.
        special: Values of ``specialOpeningHoursSpecification``; on their days nothing else
            holds.

    >>> monday = {"dayOfWeek": "https://schema.org/Monday", "opens": "09:00", "closes": "17:00"}
    >>> christmas = {"validFrom": "2026-12-25", "validThrough": "2026-12-25",
    ...              "opens": "00:00", "closes": "00:00"}
    >>> str(from_schema_org([monday], [christmas]).schedule)
    'Mo 09:00-17:00; 2026 Dec 25 off'
    """
    lost: list[str] = []
    rules = [rule for each in specifications for rule in _rules_of(each, lost, special=False)]
    # A week's closed days say nothing that a union would not say without them; days of a
    # season or public holidays that are closed do.
    closed = [
        _joined(rule, added=False)
        for rule in rules
        if rule.state == "closed" and (rule.dates or rule.holidays)
    ]
    rules = [*(rule for rule in rules if rule.state == "open"), *closed]
    taken: set[tuple[object, ...]] = set()
    for each in special:
        for rule in _rules_of(each, lost, special=True):
            days = (rule.dates, rule.weekdays, rule.holidays)
            # The second specification for the same days adds to the first.
            rules.append(_joined(rule, added=days in taken))
            taken.add(days)
    if not rules:
        rules = [Rule(state="closed", always=True)]
    return Read(Schedule.of(tuple(rules)), tuple(lost))


def _prefix(schedule: Schedule) -> int:
    return next(n for n, rule in enumerate(schedule.rules) if not rule.is_weekly)


def _of_rule(rule: Rule, lost: list[str]) -> Iterable[Specification]:
    if rule.comment is not None:
        lost.append(f'the comment "{rule.comment}" has no place in schema.org.')
    if rule.state == "unknown":
        lost.append(f'the unknown hours "{print_rule(rule)}" are left out: schema.org knows none.')
    if rule.state != "open":
        return
    days = [name for day, name in enumerate(WEEKDAY_NAMES) if rule.weekdays >> day & 1]
    if rule.holidays == "also":
        days.append(_HOLIDAYS)
    elif rule.always:
        days = [*days, _HOLIDAYS]
    for span in rule.spans:
        for opens, closes in _times(span, lost):
            yield _specification(days, opens, closes)


def _of_dated_rule(rule: Rule, lost: list[str]) -> Iterable[Specification]:
    periods = [dates for dates in rule.dates if isinstance(dates, Period)]
    ranges: list[tuple[date | None, date | None]] = [
        (to_date(period.first), to_date(period.last)) for period in periods
    ]
    if len(periods) < len(rule.dates):
        years = [dates for dates in rule.dates if not isinstance(dates, Period)]
        for dates in years:
            if dates.first_year != dates.last_year:
                lost.append(f'"{print_rule(rule)}" comes back every year; schema.org needs a year.')
                return
            first = dates.next_day(from_date(date(dates.first_year, 1, 1)))
            while first is not None:
                end = dates.next_other_day(first)
                last = from_date(date.max) if end is None else end - 1
                ranges.append((to_date(first), to_date(last)))
                first = None if end is None else dates.next_day(end)
    before = len(lost)
    closed = Rule(((0, 0),), "open", rule.comment, (), rule.weekdays, (), rule.holidays)
    open_rule = Rule(rule.spans, rule.state, rule.comment, (), rule.weekdays, (), rule.holidays)
    for each in _of_rule(closed if rule.state == "closed" else open_rule, lost):
        for first_day, last_day in ranges or [(None, None)]:
            kept = dict(each)
            if first_day and last_day:
                kept.update(validFrom=str(first_day), validThrough=str(last_day))
                if rule.weekdays == EVERY_WEEKDAY and not rule.holidays:
                    del kept["dayOfWeek"]
            yield kept
    del lost[before + 1 :]


def _times(span: Span, lost: list[str]) -> list[tuple[str, str]]:
    start, end = span
    if (start, end) == (0, 0):
        return [("00:00", "00:00")]
    if (start, end) == (0, MINUTES_OF_DAY):
        return [("00:00", "23:59")]
    if end - start >= MINUTES_OF_DAY:
        lost.append(f"a span of {(end - start) // 60} hours is longer than schema.org allows.")
        return []
    return [(_clock(start), _clock(end % MINUTES_OF_DAY))]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _specification(days: list[str], opens: str, closes: str) -> Specification:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": days,
        "opens": opens,
        "closes": closes,
    }


def _rules_of(each: Specification, lost: list[str], *, special: bool) -> list[Rule]:
    known = {
        "@type",
        "@context",
        "@id",
        "dayOfWeek",
        "opens",
        "closes",
        "validFrom",
        "validThrough",
    }
    lost.extend(f'"{key}" is not read.' for key in sorted(set(each) - known))
    weekdays, holidays = _days(each.get("dayOfWeek"), lost)
    dates = _valid(each, lost)
    if not (weekdays or holidays) or dates is None:
        return []
    opens, closes = _minutes(each.get("opens"), lost), _minutes(each.get("closes"), lost)
    if special and each.get("opens") is None and each.get("closes") is None:
        opens = closes = 0
    if opens is None or closes is None:
        missing = "opens" if opens is None else "closes"
        lost.append(f'a specification without "{missing}" is left out.')
        return []
    if opens == closes != 0:
        lost.append(f'"{each.get("opens")}" both opens and closes; the specification is left out.')
        return []
    end = MINUTES_OF_DAY if closes == _LAST_MINUTE and opens == 0 else closes
    span = (opens, end if end > opens else end + MINUTES_OF_DAY)
    if not dates and holidays and weekdays == EVERY_WEEKDAY and span == WHOLE_DAY[0] and closes:
        return [Rule(always=True, added=not special)]
    return [
        Rule(
            merge_spans((span,)) if closes or opens else WHOLE_DAY,
            "open" if closes or opens else "closed",
            dates=normal_dates(list(dates)),
            weekdays=weekdays,
            holidays="also" if holidays else "",
            added=not special,
        )
    ]


def _joined(rule: Rule, *, added: bool) -> Rule:
    return Rule(rule.spans, rule.state, None, rule.dates, rule.weekdays, (), rule.holidays, added)


def _days(found: Any, lost: list[str]) -> tuple[int, bool]:
    if found is None:
        return EVERY_WEEKDAY, False
    weekdays, holidays = 0, False
    for each in [found] if isinstance(found, str) else found:
        name = str(each).rsplit("/", 1)[-1]
        if name == _HOLIDAYS:
            holidays = True
        elif name in WEEKDAY_NAMES:
            weekdays |= 1 << WEEKDAY_NAMES.index(name)
        else:
            lost.append(f'"{each}" is no day of schema.org; write one such as "Monday".')
    return weekdays, holidays


def _valid(each: Specification, lost: list[str]) -> tuple[Period, ...] | None:
    bounds = []
    for key, otherwise in (("validFrom", date.min), ("validThrough", date.max)):
        found = each.get(key)
        match = _DATE.fullmatch(str(found)) if found is not None else None
        if found is None:
            bounds.append(otherwise)
        elif match is None:
            lost.append(f'"{found}" is no date; a specification is left out. Write 2026-12-25.')
            return None
        else:
            try:
                bounds.append(date(*map(int, match.groups())))
            except ValueError:
                lost.append(f'"{found}" is no day of the calendar; a specification is left out.')
                return None
    if bounds == [date.min, date.max]:
        return ()
    if bounds[0] > bounds[1]:
        lost.append(f"a specification ends on {bounds[1]}, before it begins; it is left out.")
        return None
    return (Period(from_date(bounds[0]), from_date(bounds[1])),)


def _minutes(found: Any, lost: list[str]) -> int | None:
    if found is None:
        return None
    match = _TIME.fullmatch(str(found))
    if match is None or int(match.group(1)) * 60 + int(match.group(2)) > MINUTES_OF_DAY:
        lost.append(f'"{found}" is no time of day. Write it as 09:00.')
        return None
    if match.group(3) not in (None, "00") and match.group() != "23:59:59":
        lost.append(f'the seconds of "{found}" are not read.')
    if match.group(4):
        lost.append(f'the offset of "{found}" is not read: hours are local times of a zone.')
    return int(match.group(1)) * 60 + int(match.group(2))
