"""Rules as text: the one way to write each of them."""

from __future__ import annotations

from typing import Sequence

from supportlines.hours.days import (
    FIRST_YEAR,
    LAST_YEAR,
    MINUTES_OF_DAY,
    MONTH_LENGTHS,
    MONTH_STARTS,
    MONTHS,
    WEEKDAYS,
    civil,
    clock_time,
    month_and_day,
)
from supportlines.hours.rules import (
    EVERY_DAY,
    EVERY_WEEKDAY,
    WHOLE_DAY,
    DateRange,
    HoursRule,
    MinuteSpan,
    RuleDates,
    YearDays,
)


def print_rules(rules: Sequence[HoursRule]) -> str:
    """Return *rules* in OpenStreetMap's notation."""
    written = [print_rule(rules[0])]
    for rule in rules[1:]:
        written.append(", " if rule.added else "; ")
        written.append(print_rule(rule))
    return "".join(written)


def print_rule(rule: HoursRule) -> str:
    """Return one rule, without the separator before it.

    >>> print_rule(HoursRule(spans=((1320, 1800),), weekdays=0b0011111))
    'Mo-Fr 22:00-06:00'
    """
    state: str = "off" if rule.state == "closed" else rule.state
    comment = "" if rule.comment is None else f'"{rule.comment}"'
    if rule.state == "open" and rule.comment is None:
        state = ""
    if rule.always and rule.state == "closed":
        return f"{state} {comment}".strip()
    days = "24/7" if rule.always else print_days(rule)
    whole = rule.spans == WHOLE_DAY and (rule.always or rule.state == "closed")
    times = "" if whole else ",".join(print_span(span) for span in rule.spans)
    return " ".join(part for part in (days, times, state, comment) if part)


def print_span(span: MinuteSpan) -> str:
    """Return a span as ``HH:MM-HH:MM``; beyond midnight as the clock shows it, if it can.

    >>> print_span((1320, 1800)), print_span((540, 540 + 1440 + 1))
    ('22:00-06:00', '09:00-33:01')
    """
    start, end = span
    if MINUTES_OF_DAY < end <= start + MINUTES_OF_DAY:
        end -= MINUTES_OF_DAY
    return f"{clock_time(start)}-{clock_time(end)}"


def print_days(rule: HoursRule) -> str:
    """Return the days of *rule*, dates before weekdays."""
    dates = ",".join(text for item in rule.dates for text in _print_dates(item))
    weekdays = _print_weekdays(rule)
    return f"{dates} {weekdays}".strip() or "Mo-Su"


def print_weekdays(weekdays: int) -> str:
    """Return a set of weekdays; three and more in a row, also over Sunday, are a range.

    >>> print_weekdays(0b1101111), print_weekdays(0b0000011), print_weekdays(0b1010101)
    ('Sa-Th', 'Mo,Tu', 'Mo,We,Fr,Su')
    """
    return ",".join(_weekday_runs(weekdays))


def _weekday_runs(weekdays: int) -> list[str]:
    if weekdays == EVERY_WEEKDAY:
        return ["Mo-Su"]
    items = {}
    # A run begins at a day whose eve is not in the set.
    for start in (d for d in range(7) if weekdays >> d & 1 and not weekdays >> (d + 6) % 7 & 1):
        length = next(n for n in range(1, 8) if not weekdays >> (start + n) % 7 & 1)
        run = [(start + n) % 7 for n in range(length)]
        if length > 2:  # noqa: PLR2004 - two days are a pair, not a range
            items[start] = f"{WEEKDAYS[start]}-{WEEKDAYS[run[-1]]}"
        else:
            items.update((day, WEEKDAYS[day]) for day in run)
    return [items[day] for day in sorted(items)]


def _print_weekdays(rule: HoursRule) -> str:
    if rule.weekdays == EVERY_WEEKDAY and not rule.holidays:
        return ""
    items = _weekday_runs(rule.weekdays)
    for weekday in sorted({weekday for weekday, _ in rule.nth}):
        places = ",".join(str(n) for day, n in rule.nth if day == weekday)
        items.append(f"{WEEKDAYS[weekday]}[{places}]")
    if rule.holidays == "also":
        items.append("PH")
    if rule.holidays == "only":
        return "PH " + ",".join(items)
    return ",".join(items)


def _print_dates(dates: RuleDates) -> list[str]:
    if isinstance(dates, DateRange):
        return [f"{_print_day(dates.first)}-{_print_day(dates.last)}"]
    years = _print_years(dates)
    if dates.days == EVERY_DAY:
        return [years]
    every_year = (dates.first_year, dates.last_year) == (FIRST_YEAR, LAST_YEAR)
    runs = _runs(dates.days)
    # In every year, a run up to New Year's Eve and one from New Year's Day are one run.
    if every_year and len(runs) > 1 and runs[0][0] == 0 and runs[-1][1] == len_of_year():
        runs = [*runs[1:-1], (runs[-1][0], runs[0][1])]
    return [f"{years} {_print_run(first, end)}".strip() for first, end in runs]


def len_of_year() -> int:
    """Return the days of a leap year."""
    return sum(MONTH_LENGTHS)


def _runs(days: int) -> list[tuple[int, int]]:
    runs = []
    index = 0
    while days >> index:
        index += ((days >> index) & -(days >> index)).bit_length() - 1
        rest = ~(days >> index)
        end = index + (rest & -rest).bit_length() - 1
        runs.append((index, end))
        index = end
    return runs


def _print_run(first: int, end: int) -> str:
    last = (end - 1) % len_of_year()
    (first_month, first_day), (last_month, last_day) = month_and_day(first), month_and_day(last)
    from_month, to_month = MONTHS[first_month - 1], MONTHS[last_month - 1]
    if first in MONTH_STARTS and last_day == MONTH_LENGTHS[last_month - 1]:
        return from_month if from_month == to_month else f"{from_month}-{to_month}"
    if first == last:
        return f"{from_month} {first_day}"
    if first_month == last_month and first < last:
        return f"{from_month} {first_day}-{last_day}"
    return f"{from_month} {first_day}-{to_month} {last_day}"


def _print_years(dates: YearDays) -> str:
    first, last = dates.first_year, dates.last_year
    if last == LAST_YEAR:
        return "" if first == FIRST_YEAR else f"{first:04}+"
    return f"{first:04}" if first == last else f"{first:04}-{last:04}"


def _print_day(day: int) -> str:
    year, month, day_of_month = civil(day)
    return f"{year:04} {MONTHS[month - 1]} {day_of_month}"
