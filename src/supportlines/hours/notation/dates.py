"""The part of the parser that reads years, months and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from supportlines.hours.days import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTH_LENGTHS,
    MONTH_STARTS,
    MONTHS,
    day_number,
    is_leap,
)
from supportlines.hours.errors import HoursSyntaxError
from supportlines.hours.rules import EVERY_DAY, DateRange, Dates, YearDays, normal_dates

if TYPE_CHECKING:
    from supportlines.hours.notation.tokens import Token

_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_YEAR_DIGITS = 4


class TokenReader:
    """A place in a list of tokens, and how to complain about it."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.index = 0
        self.token = tokens[0]

    def advance(self) -> Token:
        """Go to the next token and return the one that was passed."""
        passed = self.token
        self.index = min(self.index + 1, len(self.tokens) - 1)
        self.token = self.tokens[self.index]
        return passed

    def peek(self, ahead: int) -> Token:
        """Return the token *ahead* of this one, or the last one."""
        return self.tokens[min(self.index + ahead, len(self.tokens) - 1)]

    def accept(self, kind: str) -> bool:
        """Pass the token if it is of *kind*; return whether it was."""
        if self.token.kind != kind:
            return False
        self.advance()
        return True

    def refuse(self, expected: str, problem: str, *, back: int = 0) -> NoReturn:
        """Raise, pointing at the token *back* places before this one."""
        offset = self.tokens[self.index - back].offset
        raise HoursSyntaxError(self.text, offset, expected, problem)

    def refuse_here(self, expected: str) -> NoReturn:
        """Raise, because this token stands where *expected* says something else must."""
        self.refuse(expected, f"{self.token.shown} cannot stand here")

    def refuse_by_name(self, what: str, expected: str) -> NoReturn:
        """Raise, because *what* belongs to the notation but is not supported."""
        verb = "is" if what.startswith(("the ", "Easter")) else "are"
        self.refuse(expected, f"{what} {verb} not supported")


class DatesParser(TokenReader):
    """Reads the list of dates at the beginning of a rule."""

    def parse_dates(self) -> tuple[Dates, ...]:
        """Return the dates that stand here, in their normal form; none if none do."""
        items: list[Dates] = []
        years: tuple[int, int] | None = None
        while self.at_year() or self.at_month():
            if self.at_year():
                years = self.parse_years()
                if not self.at_month():
                    items.append(YearDays(years[0], years[1]))
                    if not self.date_follows():
                        break
                    self.advance()
                    continue
            items.extend(self.parse_month_item(years))
            if not self.date_follows():
                break
            self.advance()
        return normal_dates(items)

    def at_year(self) -> bool:
        """Return whether a year stands here, and no time."""
        return self.token.kind == "number" and len(self.token.text) == _YEAR_DIGITS

    def at_month(self) -> bool:
        """Return whether the name of a month stands here."""
        return self.token.kind == "word" and self.token.text.lower() in _MONTH_NUMBERS

    def date_follows(self) -> bool:
        """Return whether a comma stands here and a date after it."""
        if self.token.kind != ",":
            return False
        after = self.peek(1)
        is_year = after.kind == "number" and len(after.text) == _YEAR_DIGITS
        return is_year or (after.kind == "word" and after.text.lower() in _MONTH_NUMBERS)

    def parse_years(self) -> tuple[int, int]:
        """Return the first and the last year of ``2026``, ``2026-2028`` or ``2026+``."""
        first = self.parse_year()
        if self.accept("+"):
            return first, LAST_YEAR
        if self.token.kind != "-":
            return first, first
        self.advance()
        if not self.at_year():
            self.refuse_here("Write the last year, with four digits.")
        last = self.parse_year()
        if last < first:
            self.refuse("Write the earlier year first.", "the years run backwards", back=1)
        if self.token.kind == "/":
            self.refuse_by_name("steps of years (/)", "Write the years themselves.")
        return first, last

    def parse_year(self) -> int:
        """Return a year from 1 to 9999."""
        year = int(self.token.text)
        if year < FIRST_YEAR:
            self.refuse("Write a year from 0001 to 9999.", "there is no year 0000")
        self.advance()
        return year

    def parse_month_item(self, years: tuple[int, int] | None) -> list[Dates]:
        """Return what one month, date or range stands for, and the days listed after it."""
        month = self.parse_month()
        if not self.at_day():
            return [self.parse_months_to(month, years)]
        items: list[Dates] = []
        while True:
            first = self.parse_day(month, years)
            items.append(self.parse_dates_to((month, first), years))
            if self.token.kind != "," or not self.day_follows():
                return items
            self.advance()

    def parse_month(self) -> int:
        """Return the number of the month that stands here."""
        return _MONTH_NUMBERS[self.advance().text.lower()]

    def at_day(self) -> bool:
        """Return whether a day of a month stands here, and not the hour of a time."""
        following = self.peek(1)
        return self.token.kind == "number" and following.kind != ":"

    def day_follows(self) -> bool:
        """Return whether, after the comma that stands here, there is a day of the month."""
        after = self.peek(1)
        if after.kind != "number" or len(after.text) > 2:  # noqa: PLR2004 - a day has two digits
            return False
        return self.peek(2).kind != ":"

    def parse_day(self, month: int, years: tuple[int, int] | None) -> int:
        """Return a day that *month* has in one of *years*."""
        day = int(self.token.text) if len(self.token.text) <= 2 else 0  # noqa: PLR2004
        length = MONTH_LENGTHS[month - 1]
        if not 1 <= day <= length:
            name = MONTHS[month - 1]
            self.refuse(
                f"Write a day from 1 to {length}.", f'{name} has no day "{self.token.text}"'
            )
        is_leap_day = (month, day) == (2, 29)
        if is_leap_day and years is not None and years[0] == years[1] and not is_leap(years[0]):
            self.refuse("Write Feb 28 or Mar 1.", f"{years[0]} has no 29 February")
        self.advance()
        return day

    def parse_months_to(self, first: int, years: tuple[int, int] | None) -> Dates:
        """Return the months from *first* to the one after a hyphen, if there is one."""
        last = first
        if self.accept("-"):
            if self.at_year():
                last_year = self.parse_year()
                if not self.at_month():
                    self.refuse_here("Write the last month after its year.")
                return self.period(years, (first, 1), last_year, self.parse_month(), None)
            if not self.at_month():
                self.refuse_here("Write the last month of the range: " + ", ".join(MONTHS) + ".")
            last = self.parse_month()
            if self.at_day():
                self.refuse_here("Write a day with both months, for example Dec 24-Jan 2.")
        return year_days(years, (first, 1), (last, MONTH_LENGTHS[last - 1]))

    def parse_dates_to(self, first: tuple[int, int], years: tuple[int, int] | None) -> Dates:
        """Return the days from *first* to the date after a hyphen, if there is one."""
        if self.token.kind == "+":
            self.refuse_by_name("open ends of dates (Dec 25+)", "Write the last day.")
        if not self.accept("-"):
            return year_days(years, first, first)
        if self.at_year():
            last_year = self.parse_year()
            if not self.at_month():
                self.refuse_here("Write month and day after the last year.")
            month = self.parse_month()
            return self.period(
                years, first, last_year, month, self.parse_last_day(month, last_year)
            )
        month = self.parse_month() if self.at_month() else first[0]
        last = (month, self.parse_last_day(month, None))
        if years is not None and years[0] == years[1] and last < first:
            return DateRange(day_number(years[0], *first), day_number(years[0] + 1, *last))
        return year_days(years, first, last)

    def parse_last_day(self, month: int, year: int | None) -> int:
        """Return the day at the end of a range."""
        if not self.at_day():
            self.refuse_here("Write the last day of the range.")
        return self.parse_day(month, None if year is None else (year, year))

    def period(
        self,
        years: tuple[int, int] | None,
        first: tuple[int, int],
        last_year: int,
        month: int,
        day: int | None,
    ) -> DateRange:
        """Return the days from a date with its year to another with its own."""
        if years is None or years[0] != years[1]:
            self.refuse(
                "Write one year at both ends, for example 2026 Dec 24-2027 Jan 2.",
                "only the end of the range has a year of its own",
                back=1,
            )
        if day is None:
            day = MONTH_LENGTHS[month - 1] - (month == 2 and not is_leap(last_year))  # noqa: PLR2004
        start, end = day_number(years[0], *first), day_number(last_year, month, day)
        if end < start:
            self.refuse("Write the earlier date first.", "the dates run backwards", back=1)
        return DateRange(start, end)


def year_days(
    years: tuple[int, int] | None, first: tuple[int, int], last: tuple[int, int]
) -> YearDays:
    """Return the days from *first* to *last*, both month and day, over New Year if need be."""
    start = MONTH_STARTS[first[0] - 1] + first[1] - 1
    end = MONTH_STARTS[last[0] - 1] + last[1]
    over_new_year = EVERY_DAY & ~((1 << start) - (1 << end))
    days = (1 << end) - (1 << start) if start < end else over_new_year
    from_year, to_year = years or (FIRST_YEAR, LAST_YEAR)
    return YearDays(from_year, to_year, days)
