"""The dates at the beginning of a rule: years, months, days of a month, and ranges of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from supportlines.hours.days import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTH_LENGTHS,
    MONTH_STARTS,
    MONTHS,
    day_number,
    is_leap,
)
from supportlines.hours.rules import EVERY_DAY, DateRange, RuleDates, YearDays, normal_dates

if TYPE_CHECKING:
    from supportlines.hours.notation.reader import TokenReader
    from supportlines.hours.notation.tokens import Token

_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_YEAR_DIGITS = 4
_DAY_DIGITS = 2
_FEBRUARY = 2


class Years(NamedTuple):
    """The years that stand before a date."""

    first: int
    last: int

    @property
    def is_one(self) -> bool:
        """Whether it is a single year."""
        return self.first == self.last


class MonthDay(NamedTuple):
    """A day of a year that is not said."""

    month: int
    day: int


def read_dates(reader: TokenReader) -> tuple[RuleDates, ...]:
    """Return the dates that stand here, in their normal form; none if none do."""
    items: list[RuleDates] = []
    years: Years | None = None
    while _is_year(reader.token) or _is_month(reader.token):
        if _is_year(reader.token):
            years = _read_years(reader)
            if not _is_month(reader.token):
                items.append(YearDays(years.first, years.last))
                if not _at_another_date(reader):
                    break
                reader.advance()
                continue
        # Years hold for the months that are listed after them, up to the next years.
        items.extend(_read_month_or_days(reader, years))
        if not _at_another_date(reader):
            break
        reader.advance()
    return normal_dates(items)


def _is_year(token: Token) -> bool:
    """Return whether *token* is a year: times and days have fewer digits."""
    return token.kind == "number" and len(token.text) == _YEAR_DIGITS


def _is_month(token: Token) -> bool:
    return token.kind == "word" and token.text.lower() in _MONTH_NUMBERS


def _at_another_date(reader: TokenReader) -> bool:
    """Return whether a comma stands here and a date after it."""
    after = reader.peek(1)
    return reader.token.kind == "," and (_is_year(after) or _is_month(after))


def _at_day(reader: TokenReader) -> bool:
    """Return whether a day of a month stands here, and not the hour of a time."""
    return reader.token.kind == "number" and reader.peek(1).kind != ":"


def _at_another_day(reader: TokenReader) -> bool:
    """Return whether, after the comma that stands here, there is a day of the month."""
    after = reader.peek(1)
    is_short = after.kind == "number" and len(after.text) <= _DAY_DIGITS
    return is_short and reader.peek(2).kind != ":"


def _read_years(reader: TokenReader) -> Years:
    """Return the years of ``2026``, ``2026-2028`` or ``2026+``."""
    first = _read_year(reader)
    if reader.accept("+"):
        return Years(first, LAST_YEAR)
    if not reader.accept("-"):
        return Years(first, first)
    if not _is_year(reader.token):
        reader.refuse_here("Write the last year, with four digits.")
    last = _read_year(reader)
    if last < first:
        reader.refuse("Write the earlier year first.", "the years run backwards", back=1)
    if reader.token.kind == "/":
        reader.refuse_by_name("steps of years (/)", "Write the years themselves.")
    return Years(first, last)


def _read_year(reader: TokenReader) -> int:
    year = int(reader.token.text)
    if year < FIRST_YEAR:
        reader.refuse("Write a year from 0001 to 9999.", "there is no year 0000")
    reader.advance()
    return year


def _read_month_or_days(reader: TokenReader, years: Years | None) -> list[RuleDates]:
    """Return what one month, date or range stands for, and the days listed after it."""
    month = _read_month(reader)
    if not _at_day(reader):
        return [_read_months_from(reader, month, years)]
    items: list[RuleDates] = []
    while True:
        first = MonthDay(month, _read_day(reader, month, years))
        items.append(_read_days_from(reader, first, years))
        if reader.token.kind != "," or not _at_another_day(reader):
            return items
        reader.advance()


def _read_month(reader: TokenReader) -> int:
    return _MONTH_NUMBERS[reader.advance().text.lower()]


def _read_day(reader: TokenReader, month: int, years: Years | None) -> int:
    """Return a day that *month* has in one of *years*."""
    found = reader.token.text
    day = int(found) if len(found) <= _DAY_DIGITS else 0
    length = MONTH_LENGTHS[month - 1]
    if not 1 <= day <= length:
        reader.refuse(
            f"Write a day from 1 to {length}.", f'{MONTHS[month - 1]} has no day "{found}"'
        )
    is_leap_day = (month, day) == (_FEBRUARY, 29)
    if is_leap_day and years is not None and years.is_one and not is_leap(years.first):
        reader.refuse("Write Feb 28 or Mar 1.", f"{years.first} has no 29 February")
    reader.advance()
    return day


def _read_months_from(reader: TokenReader, first: int, years: Years | None) -> RuleDates:
    """Return the months from *first* to the one after a hyphen, if there is one."""
    last = first
    if reader.accept("-"):
        if _is_year(reader.token):
            last_year = _read_year(reader)
            if not _is_month(reader.token):
                reader.refuse_here("Write the last month after its year.")
            month = _read_month(reader)
            last_day = MonthDay(month, _length_of_month(last_year, month))
            return _between_years(reader, years, MonthDay(first, 1), last_year, last_day)
        if not _is_month(reader.token):
            reader.refuse_here("Write the last month of the range: " + ", ".join(MONTHS) + ".")
        last = _read_month(reader)
        if _at_day(reader):
            reader.refuse_here("Write a day with both months, for example Dec 24-Jan 2.")
    return _days_of_years(years, MonthDay(first, 1), MonthDay(last, MONTH_LENGTHS[last - 1]))


def _read_days_from(reader: TokenReader, first: MonthDay, years: Years | None) -> RuleDates:
    """Return the days from *first* to the date after a hyphen, if there is one."""
    if reader.token.kind == "+":
        reader.refuse_by_name("open ends of dates (Dec 25+)", "Write the last day.")
    if not reader.accept("-"):
        return _days_of_years(years, first, first)
    if _is_year(reader.token):
        last_year = _read_year(reader)
        if not _is_month(reader.token):
            reader.refuse_here("Write month and day after the last year.")
        last = _read_last_day(reader, _read_month(reader), Years(last_year, last_year))
        return _between_years(reader, years, first, last_year, last)
    month = _read_month(reader) if _is_month(reader.token) else first.month
    last = _read_last_day(reader, month, None)
    if years is not None and years.is_one and last < first:
        # One winter, and not the same days of each year: 2026 Dec 24-Jan 2 ends in 2027.
        return DateRange(day_number(years.first, *first), day_number(years.first + 1, *last))
    return _days_of_years(years, first, last)


def _read_last_day(reader: TokenReader, month: int, years: Years | None) -> MonthDay:
    """Return the day at the end of a range."""
    if not _at_day(reader):
        reader.refuse_here("Write the last day of the range.")
    return MonthDay(month, _read_day(reader, month, years))


def _between_years(
    reader: TokenReader, years: Years | None, first: MonthDay, last_year: int, last: MonthDay
) -> DateRange:
    """Return the days from a date with its year to another with its own."""
    if years is None or not years.is_one:
        reader.refuse(
            "Write one year at both ends, for example 2026 Dec 24-2027 Jan 2.",
            "only the end of the range has a year of its own",
            back=1,
        )
    start, end = day_number(years.first, *first), day_number(last_year, *last)
    if end < start:
        reader.refuse("Write the earlier date first.", "the dates run backwards", back=1)
    return DateRange(start, end)


def _length_of_month(year: int, month: int) -> int:
    return MONTH_LENGTHS[month - 1] - (month == _FEBRUARY and not is_leap(year))


def _days_of_years(years: Years | None, first: MonthDay, last: MonthDay) -> YearDays:
    """Return the days from *first* to *last* in each of *years*, over New Year if need be."""
    start = MONTH_STARTS[first.month - 1] + first.day - 1
    end = MONTH_STARTS[last.month - 1] + last.day
    over_new_year = EVERY_DAY & ~((1 << start) - (1 << end))
    days = (1 << end) - (1 << start) if start < end else over_new_year
    from_year, to_year = years or (FIRST_YEAR, LAST_YEAR)
    return YearDays(from_year, to_year, days)
