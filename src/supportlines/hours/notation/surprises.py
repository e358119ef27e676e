"""Doubts about readable hours: where the notation means other than people think."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Sequence

from supportlines.hours.days import (
    FIRST_YEAR,
    WEEKDAY_NAMES,
    day_number,
    next_weekdays,
    weekday_of,
)
from supportlines.hours.errors import HoursWarning
from supportlines.hours.notation.printer import print_rule, print_weekdays
from supportlines.hours.rules import EVERY_WEEKDAY, WHOLE_DAY, DateRange, HoursRule

_FEW_DAYS = 7
_DATES_TRIED = 60
"""So many of them have had every weekday that they ever have, those of a leap year too."""

if TYPE_CHECKING:
    from supportlines.hours.notation.parser import ParsedRule
    from supportlines.hours.rules import RuleDates


def warnings_of(text: str, parsed: Sequence[ParsedRule]) -> tuple[HoursWarning, ...]:
    """Return the doubts about the rules of *text*, in their order."""
    found: list[HoursWarning] = []
    evenings = 0  # days of earlier rules with a span over midnight
    plain: dict[int, int] = {}  # weekday to the number of weekly rules that open it
    of_holidays = (number for number, each in enumerate(parsed) if _is_of_holidays(each.rule))
    last_holidays = max(of_holidays, default=len(parsed))
    opened = reduce(or_, (_opened_weekdays(each.rule) for each in parsed), 0)
    for number, each in enumerate(parsed):
        rule = each.rule
        weekdays = possible_weekdays(rule)
        follows_hours = any(one.rule.state != "closed" for one in parsed[:number])
        messages = [
            _no_times(each),
            _comment_alone(text, each),
            _small_hours_lost(rule, weekdays & next_weekdays(evenings)) if number else None,
            _evening_stays(rule, weekdays & evenings),
            _replaced(rule, weekdays, plain) if number else None,
            None if follows_hours or weekdays & opened else _pause(rule),
            _holidays_lost(rule, parsed[last_holidays].rule) if number > last_holidays else None,
        ]
        found.extend(HoursWarning(text, each.offset, message) for message in messages if message)
        if rule.runs_past_midnight and rule.state != "closed":
            evenings |= weekdays
        if rule.is_weekly and rule.state != "closed":
            for weekday in range(7):
                if weekdays >> weekday & 1:
                    plain[weekday] = number
    return tuple(found)


def possible_weekdays(rule: HoursRule) -> int:
    """Return the set of weekdays on which *rule* can hold."""
    if rule.holidays == "also":
        return EVERY_WEEKDAY
    weekdays = rule.weekdays | sum({1 << weekday for weekday, _ in rule.nth})
    return weekdays & reduce(or_, map(_weekdays_of, rule.dates), 0) if rule.dates else weekdays


def _weekdays_of(dates: RuleDates) -> int:
    """Return the set of weekdays that *dates* fall on: a day of one year has but one."""
    found, day = 0, dates.next_day(day_number(FIRST_YEAR, 1, 1))
    for _ in range(_DATES_TRIED):
        if day is None:
            break
        found |= 1 << weekday_of(day)
        day = dates.next_day(day + 1)
    return found


def _no_times(each: ParsedRule) -> str | None:
    if each.is_complete:
        return None
    shown = print_rule(each.rule)
    return f'without times the whole day is open. Write "{shown}" if that is meant.'


def _comment_alone(text: str, each: ParsedRule) -> str | None:
    rule = each.rule
    written = text[each.offset : each.end].lower()
    if rule.comment is None or rule.state != "unknown":
        return None
    if "unknown" in written[: written.index('"')]:
        return None
    return f'a comment alone makes the hours unknown. Write open "{rule.comment}" if they are open.'


def _small_hours_lost(rule: HoursRule, weekdays: int) -> str | None:
    if not rule.replaces or not weekdays:
        return None
    day, eve = _day_and_eve(weekdays)
    return (
        f"after ; this rule replaces all of {day}, the small hours left over from {eve} included."
        f' Write ", {print_rule(rule)}" to keep them.'
    )


def _evening_stays(rule: HoursRule, weekdays: int) -> str | None:
    closes_day = rule.state == "closed" and rule.spans == WHOLE_DAY
    if not (closes_day and weekdays and rule.is_weekly) or rule.weekdays == EVERY_WEEKDAY:
        return None
    after = next_weekdays(weekdays) & ~rule.weekdays
    if not after:
        return None
    day, eve = _day_and_eve(after)
    return (
        f"{eve} is closed, but the hours of its night that fall on {day} stay open."
        f' Add "; {print_weekdays(after)} 00:00-06:00 off" with the hours to close them.'
    )


def _replaced(rule: HoursRule, weekdays: int, plain: dict[int, int]) -> str | None:
    hidden = set(plain.values()) - {n for day, n in plain.items() if not weekdays >> day & 1}
    if not (rule.replaces and rule.is_weekly and hidden):
        return None
    return (
        "after ; this rule replaces an earlier one altogether."
        f' Write ", {print_rule(rule)}" to have both, or remove the earlier rule.'
    )


def _opened_weekdays(rule: HoursRule) -> int:
    return 0 if rule.state == "closed" else possible_weekdays(rule)


def _pause(rule: HoursRule) -> str | None:
    """Return that *rule*, on whose weekdays nothing opens, has nothing to close."""
    if rule.state != "closed" or rule.spans == WHOLE_DAY:
        return None
    return (
        "these times are closed, and there are no hours that they could be a pause of."
        ' Write the hours before it, for example "Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off".'
    )


def _holidays_lost(rule: HoursRule, of_holidays: HoursRule) -> str | None:
    """Return that *rule* holds on public holidays as well, of which another speaks before it.

    Rules for a few dates are meant for these, whatever day it is.
    """
    if rule.state == "closed" or rule.holidays:
        return None
    if rule.dates and sum(map(_number_of_days, rule.dates)) <= _FEW_DAYS:
        return None
    return (
        "this rule holds on public holidays too, since it stands behind theirs."
        f' Write "; {print_rule(of_holidays)}" behind it.'
    )


def _is_of_holidays(rule: HoursRule) -> bool:
    is_alone = rule.holidays == "only" or not (rule.weekdays or rule.nth)
    return bool(rule.holidays) and (is_alone or rule.state == "closed")


def _number_of_days(dates: RuleDates) -> int:
    if isinstance(dates, DateRange):
        return dates.last - dates.first + 1
    return bin(dates.days).count("1")


def _day_and_eve(weekdays: int) -> tuple[str, str]:
    first = next(day for day in range(7) if weekdays >> day & 1)
    return WEEKDAY_NAMES[first], WEEKDAY_NAMES[(first + 6) % 7]
