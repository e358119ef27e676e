"""One rule of a schedule: the days it is for, the spans of those days, and the state there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Tuple, Union

from supportlines.hours.days import (
    EVERY_KIND,
    FIRST_YEAR,
    LAST_YEAR,
    LEAP_DAY,
    MINUTES_OF_DAY,
    MONTH_LENGTHS,
    civil,
    day_number,
    day_of_index,
    is_leap,
    weekday_of,
    year_and_index,
)
from supportlines.hours.public_holidays import PublicHolidays, holiday_name, next_holiday, parts_on
from supportlines.values import BriefRecord

State = Literal["open", "closed", "unknown"]
"""What a schedule says of an instant. What the data does not say is unknown."""

MinuteSpan = Tuple[int, int]
"""Minutes since the midnight on which a day starts, half-open; the end may lie in the next day."""

EVERY_WEEKDAY = 0b1111111
EVERY_DAY = (1 << 366) - 1
WHOLE_DAY: tuple[MinuteSpan, ...] = ((0, MINUTES_OF_DAY),)


@dataclass(frozen=True, repr=False)
class YearDays(BriefRecord):
    """Days of the year, in every year or in a run of years."""

    first_year: int = FIRST_YEAR
    last_year: int = LAST_YEAR
    days: int = EVERY_DAY
    """Bit set over the indices of a leap year."""

    @property
    def is_of_every_year(self) -> bool:
        """Whether no year is named."""
        return self.first_year <= FIRST_YEAR and self.last_year >= LAST_YEAR

    def matches(self, day: int) -> bool:
        """Return whether *day* is one of these."""
        year, index = year_and_index(day)
        return self.first_year <= year <= self.last_year and bool(self.days >> index & 1)

    def next_day(self, day: int) -> int | None:
        """Return the first of these days that is not before *day*, or None."""
        year, index = year_and_index(day)
        if year < self.first_year:
            year, index = self.first_year, 0
        while year <= self.last_year and self.days:
            rest = self.days >> index
            if not rest:
                year, index = year + 1, 0
                continue
            index += (rest & -rest).bit_length() - 1
            if index != LEAP_DAY or is_leap(year):
                return day_of_index(year, index)
            index += 1
        return None

    def next_other_day(self, day: int) -> int | None:
        """Return the first day not before *day* that is not one of these, or None."""
        if not self.matches(day):
            return day
        if self.days == EVERY_DAY:
            return None if self.last_year >= LAST_YEAR else day_number(self.last_year + 1, 1, 1)
        others = YearDays(FIRST_YEAR, LAST_YEAR, EVERY_DAY & ~self.days).next_day(day)
        if others is not None and civil(others)[0] <= self.last_year:
            return others
        return None if self.last_year >= LAST_YEAR else day_number(self.last_year + 1, 1, 1)


@dataclass(frozen=True, repr=False)
class DateRange(BriefRecord):
    """The days from *first* to *last*, both included, once."""

    first: int
    last: int

    def matches(self, day: int) -> bool:
        """Return whether *day* is one of these."""
        return self.first <= day <= self.last

    def next_day(self, day: int) -> int | None:
        """Return the first of these days that is not before *day*, or None."""
        return max(day, self.first) if day <= self.last else None

    def next_other_day(self, day: int) -> int:
        """Return the first day not before *day* that is not one of these."""
        return self.last + 1 if self.matches(day) else day


RuleDates = Union[YearDays, DateRange]


@dataclass(frozen=True, repr=False)
class HoursRule(BriefRecord):
    """Days, spans of those days, and the state in them.

    A day is one of the rule's if its date fits (*dates*, no entry meaning any) and its
    weekday does: by *weekdays*, by *nth*, or, as *holidays* says, by being a holiday.
    """

    spans: tuple[MinuteSpan, ...] = WHOLE_DAY
    """Sorted, disjoint and not touching; starts are before 24:00, ends not after 48:00."""

    state: State = "open"
    comment: str | None = None
    dates: tuple[RuleDates, ...] = ()
    weekdays: int = EVERY_WEEKDAY
    """Bit set, Monday being bit 0."""

    nth: tuple[tuple[int, int], ...] = ()
    """Pairs of weekday and place in the month: (0, 1) the first Monday, (4, -1) the last Friday."""

    holidays: Literal["", "also", "only"] = ""
    """``also``: public holidays match too (`Mo,PH`); ``only``: nothing else does (`PH Mo-Fr`)."""

    added: bool = False
    """Written after ``,``: joins what earlier rules say of a day instead of replacing it."""

    always: bool = False
    """Written as ``24/7``: all the time there is, and not each day of a week."""

    @property
    def replaces(self) -> bool:
        """Whether the rule wipes out what earlier rules say of its days.

        A rule that closes does not: it closes its own spans and leaves the rest.
        """
        return not self.added and self.state != "closed"

    @property
    def is_weekly(self) -> bool:
        """Whether the weekday alone decides on which days the rule holds."""
        return not (self.dates or self.nth or self.holidays)

    @property
    def runs_past_midnight(self) -> bool:
        """Whether a span reaches into the day after the one it belongs to."""
        return self.spans[-1][1] > MINUTES_OF_DAY

    def without_holidays(self) -> HoursRule | None:
        """Return the rule where nobody knows the holidays, or None if no day is left."""
        if not self.holidays:
            return self
        if self.holidays == "only" or not (self.weekdays or self.nth):
            return None
        return replace(self, holidays="")

    def matches(self, day: int, holidays: PublicHolidays | None) -> bool:
        """Return whether the rule is for *day*."""
        if self.holidays == "":
            return self._weekday_matches(day) and self._date_matches(day)
        if not self._date_matches(day):
            return False
        holiday = holidays is not None and holiday_name(day, holidays) is not None
        if self.holidays == "also":
            return holiday or self._weekday_matches(day)
        return holiday and self._weekday_matches(day)

    def _may_match(self, day: int, holidays: PublicHolidays) -> bool:
        """Return whether the rule is for *day* in some part of the place at least."""
        if self.matches(day, holidays):
            return True
        perhaps = parts_on(day, holidays) is not None and self._date_matches(day)
        return perhaps and (self.holidays == "also" or self._weekday_matches(day))

    def next_day(self, day: int, holidays: PublicHolidays | None) -> int | None:
        """Return the first day not before *day* that the rule is for, or may be, or None.

        Dates are asked for their next day; within them, days are tried one by one for at
        most 60 years, in which every date has had every weekday that it ever has.
        """
        if self.holidays and holidays is not None:
            plain = None if self.holidays == "only" else self._next_plain_day(day)
            feast = next_holiday(day, holidays, lambda found: self._may_match(found, holidays))
            known = [found for found in (plain, feast) if found is not None]
            return min(known) if known else None
        return None if self.holidays == "only" else self._next_plain_day(day)

    def next_other_day(self, day: int) -> int | None:
        """Return a day after *day* before which the rule surely holds on, or None for ever.

        *day* is one of the rule's days. The answer may be too early, never too late.
        """
        if self.weekdays != EVERY_WEEKDAY or self.holidays == "only":
            return day + 1
        if not self.dates:
            return None
        end = day
        for _ in range(64):
            holding = [dates for dates in self.dates if dates.matches(end)]
            if not holding:
                return end
            ends = [dates.next_other_day(end) for dates in holding]
            if None in ends:
                return None
            end = max(found for found in ends if found is not None)
        return end

    def _date_matches(self, day: int) -> bool:
        return not self.dates or any(dates.matches(day) for dates in self.dates)

    def _weekday_matches(self, day: int) -> bool:
        weekday = weekday_of(day)
        if self.weekdays >> weekday & 1:
            return True
        if not self.nth:
            return False
        year, month, day_of_month = civil(day)
        length = MONTH_LENGTHS[month - 1] - (month == 2 and not is_leap(year))  # noqa: PLR2004
        from_start, from_end = (day_of_month + 6) // 7, -((length - day_of_month) // 7 + 1)
        return (weekday, from_start) in self.nth or (weekday, from_end) in self.nth

    def _next_plain_day(self, day: int) -> int | None:
        if not (self.weekdays or self.nth):
            return None
        limit = day + EVERY_KIND
        for dates in self.dates:
            first = (
                dates.first if isinstance(dates, DateRange) else day_number(dates.first_year, 1, 1)
            )
            limit = max(limit, first + EVERY_KIND)
        found: int | None = day
        while found is not None and found <= limit:
            if self.dates:
                nexts = [dates.next_day(found) for dates in self.dates]
                known = [each for each in nexts if each is not None]
                found = min(known) if known else None
                if found is None:
                    return None
            if self._weekday_matches(found):
                return found
            found += 1
        return None


def merge_spans(spans: tuple[MinuteSpan, ...]) -> tuple[MinuteSpan, ...]:
    """Return *spans* sorted, with those that overlap or touch made one.

    >>> merge_spans(((600, 720), (540, 600), (780, 1020)))
    ((540, 720), (780, 1020))
    """
    merged: list[MinuteSpan] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def normal_dates(items: list[RuleDates]) -> tuple[RuleDates, ...]:
    """Return *items* sorted, those of the same years and those that touch made one."""
    if YearDays() in items:
        return ()
    by_years: dict[tuple[int, int], int] = {}
    periods: list[DateRange] = []
    items = [_within_year(item) for item in items]
    ranges = [item for item in items if isinstance(item, DateRange)]
    for item in sorted(ranges, key=lambda each: (each.first, each.last)):
        if periods and item.first <= periods[-1].last + 1:
            periods[-1] = DateRange(periods[-1].first, max(periods[-1].last, item.last))
        else:
            periods.append(item)
    for each in items:
        if isinstance(each, YearDays):
            years = (each.first_year, each.last_year)
            by_years[years] = by_years.get(years, 0) | each.days
    if by_years.get((FIRST_YEAR, LAST_YEAR)) == EVERY_DAY:
        return ()
    return (*(YearDays(*years, days) for years, days in sorted(by_years.items())), *periods)


def _within_year(item: RuleDates) -> RuleDates:
    """Return a period that lies in one year as days of that year."""
    if isinstance(item, DateRange):
        (year, start), (last_year, end) = year_and_index(item.first), year_and_index(item.last)
        if year == last_year:
            return YearDays(year, year, (1 << end + 1) - (1 << start))
    return item
