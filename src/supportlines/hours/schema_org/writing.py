"""Schedules as values of schema.org's OpeningHoursSpecification."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Iterable, Mapping, Tuple

from supportlines.errors import WrongTypeError, on_one_line
from supportlines.hours.calendar.painting import weekly_normal_form
from supportlines.hours.days import MINUTES_OF_DAY, WEEKDAY_NAMES, clock_time, from_date, to_date
from supportlines.hours.notation.printer import print_rule
from supportlines.hours.rules import EVERY_WEEKDAY, WHOLE_DAY, DateRange, HoursRule, MinuteSpan
from supportlines.hours.schedule import Schedule
from supportlines.hours.schema_org.literals import PUBLIC_HOLIDAYS
from supportlines.values import Value, keep

Specification = Mapping[str, Any]
FrozenSpecification = Tuple[Tuple[str, Any], ...]
"""A specification that nobody can change."""

_NO_TIME = ((0, 0),)
"""Opens and closes at midnight: what readers of schema.org take for closed."""

_NEVER = HoursRule(_NO_TIME, weekdays=EVERY_WEEKDAY, always=True)


class Written(Value):
    """What was written for schema.org."""

    __slots__ = ("_special", "_specifications", "lost")

    lost: tuple[str, ...]
    """Sentences: what the format cannot carry."""

    _specifications: tuple[FrozenSpecification, ...]
    _special: tuple[FrozenSpecification, ...]

    def __init__(
        self,
        specifications: Iterable[Specification],
        special: Iterable[Specification],
        lost: Iterable[str],
    ) -> None:
        keep(
            self,
            _specifications=tuple(map(_frozen, specifications)),
            _special=tuple(map(_frozen, special)),
            lost=tuple(lost),
        )

    @property
    def specifications(self) -> tuple[Specification, ...]:
        """Values of ``openingHoursSpecification``: objects of your own, as JSON knows them."""
        return tuple(map(_thawed, self._specifications))

    @property
    def special(self) -> tuple[Specification, ...]:
        """Values of ``specialOpeningHoursSpecification``: they replace the others on their days."""
        return tuple(map(_thawed, self._special))

    def __repr__(self) -> str:
        return on_one_line(f"Written({self.specifications!r}, {self.special!r}, {self.lost!r})")

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Written) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[object, ...]:
        return Written, (self.specifications, self.special, self.lost)

    def _key(self) -> tuple[object, ...]:
        return self._specifications, self._special, self.lost


def _frozen(specification: Specification) -> FrozenSpecification:
    return tuple(
        (key, tuple(found) if isinstance(found, list) else found)
        for key, found in specification.items()
    )


def _thawed(frozen: FrozenSpecification) -> Specification:
    return {key: list(found) if isinstance(found, tuple) else found for key, found in frozen}


def to_schema_org(schedule: Schedule) -> Written:
    """Return *schedule* as specifications, and what they leave out.

    Raises:
        WrongTypeError: If it is no schedule.

    >>> written = to_schema_org(Schedule.parse("Mo,Tu 22:00-06:00; PH off"))
    >>> for each in (*written.specifications, *written.special, *written.lost): print(each)
    {'@type': 'OpeningHoursSpecification', 'dayOfWeek': ['Monday', 'Tuesday'], 'opens': '22:00', 'closes': '06:00'}
    {'@type': 'OpeningHoursSpecification', 'dayOfWeek': ['PublicHolidays'], 'opens': '00:00', 'closes': '00:00'}
    """  # noqa: E501 - one specification is one line
    if not isinstance(schedule, Schedule):
        raise WrongTypeError.of("schedule", schedule, "what Schedule.parse returns")
    lost: list[str] = []
    weekly = [rule for rule in schedule.rules if rule.is_weekly]
    count = len(weekly) if schedule.is_weekly else _prefix(schedule)
    normal = weekly_normal_form(schedule.rules[:count]) if count else ()
    specifications = [each for rule in normal for each in _of_rule(rule, lost)]
    if all(rule.state == "closed" for rule in normal):
        # Where nothing is written nothing is known, so that it is closed is written too.
        specifications = list(_of_rule(_NEVER, lost))
    special: list[Specification] = []
    for rule in schedule.rules[count:]:
        if rule.nth or rule.holidays == "only" or rule.is_weekly:
            lost.append(f'schema.org has no way to write "{print_rule(rule)}".')
        elif rule.added or (rule.state == "closed" and rule.spans != WHOLE_DAY):
            lost.append(f'"{print_rule(rule)}" changes a part of a day; only whole days can be.')
        else:
            special.extend(_of_dated_rule(rule, lost))
    return Written(specifications, special, lost)


def _prefix(schedule: Schedule) -> int:
    return next(n for n, rule in enumerate(schedule.rules) if not rule.is_weekly)


def _of_rule(rule: HoursRule, lost: list[str]) -> Iterable[Specification]:
    if rule.comment is not None:
        lost.append(f'the comment "{rule.comment}" has no place in schema.org.')
    if rule.state == "unknown":
        lost.append(f'the unknown hours "{print_rule(rule)}" are left out: schema.org knows none.')
    if rule.state != "open":
        return
    days = [name for day, name in enumerate(WEEKDAY_NAMES) if rule.weekdays >> day & 1]
    if rule.holidays == "also":
        days.append(PUBLIC_HOLIDAYS)
    elif rule.always:
        days = [*days, PUBLIC_HOLIDAYS]
    for span in rule.spans:
        for opens, closes in _times(span, lost):
            yield _specification(days, opens, closes)


def _of_dated_rule(rule: HoursRule, lost: list[str]) -> Iterable[Specification]:
    periods = [dates for dates in rule.dates if isinstance(dates, DateRange)]
    ranges: list[tuple[date | None, date | None]] = [
        (to_date(period.first), to_date(period.last)) for period in periods
    ]
    if len(periods) < len(rule.dates):
        years = [dates for dates in rule.dates if not isinstance(dates, DateRange)]
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
    undated = replace(rule, dates=(), nth=(), added=False, always=False)
    if rule.state == "closed":
        undated = replace(undated, spans=_NO_TIME, state="open")
    for each in _of_rule(undated, lost):
        for first_day, last_day in ranges or [(None, None)]:
            kept = dict(each)
            if first_day and last_day:
                kept.update(validFrom=str(first_day), validThrough=str(last_day))
                if rule.weekdays == EVERY_WEEKDAY and not rule.holidays:
                    del kept["dayOfWeek"]
            yield kept
    del lost[before + 1 :]


def _times(span: MinuteSpan, lost: list[str]) -> list[tuple[str, str]]:
    start, end = span
    if (start, end) == (0, MINUTES_OF_DAY):
        return [("00:00", "23:59")]
    if (start, end) == (0, MINUTES_OF_DAY - 1):
        lost.append("00:00-23:59 is read as the whole day by those who read schema.org.")
        return [("00:00", "23:59")]
    if end - start >= MINUTES_OF_DAY:
        lost.append(f"a span of {(end - start) // 60} hours is longer than schema.org allows.")
        return []
    return [(clock_time(start), clock_time(end % MINUTES_OF_DAY))]


def _specification(days: list[str], opens: str, closes: str) -> Specification:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": days,
        "opens": opens,
        "closes": closes,
    }
