"""Times and days on a page without a clock: spans of a day, days of a year, places in a month."""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING, Hashable, Iterator, Sequence

from supportlines.hours import MINUTES_OF_DAY, WEEKDAYS
from supportlines.render.dated_weeks import dated_weeks
from supportlines.render.html.markup import digits, element, joined, text
from supportlines.render.html.page import CLAUSES
from supportlines.words.clock import clock_of
from supportlines.words.days import day_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from markupsafe import Markup

    from supportlines.hours import LocalSpan, Schedule
    from supportlines.render.dated_weeks import SeasonDays
    from supportlines.render.html.page import Page
    from supportlines.render.week_grid import DaySpans, OnPlaces, WeekGrid

_PLACE = re.compile(r"([A-Z][a-z])\[(-?[1-5])\]")


class TimesHtml:
    """Writes times and days for a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._days = day_words(page.locale)
        self._clock = clock_of(page.locale)
        self.spans = lru_cache(maxsize=None)(self._spans)

    # Of a day.

    def _spans(self, spans: DaySpans, closed: str = "closed") -> Markup:
        """Return the hours of a day in words; *closed* is the label of a day without any."""
        if not spans:
            return self._page.label(closed)
        return joined([self._span(one) for one in spans], ", ")

    def _span(self, span: LocalSpan) -> Markup:
        page = self._page
        is_whole = (span.start, span.end) == (0, MINUTES_OF_DAY)
        remarks = [page.own(span.comment)] if span.comment is not None else []
        if is_whole:
            said = page.label("all_day" if span.state == "open" else "short_unknown")
        else:
            said = joined([self.interval(span.start, span.end)])
            if span.state == "unknown":
                remarks.insert(0, page.label("short_unknown"))
        return joined([said, *(joined([" (", one, ")"]) for one in remarks)])

    def interval(self, start: int, end: int) -> str:
        """Return the times between two minutes of a day."""
        return self._clock.interval(_clock_time(start), _clock_time(end))

    def of_weekday(self, spans: DaySpans, of_month: Sequence[OnPlaces], closed: str) -> Markup:
        """Return the hours of a weekday, those that it has at places in a month first."""
        if not of_month:
            return self.spans(spans, closed)
        parts = [
            joined([self._page.listed([self.place(each) for each in one.places]), ": ", said])
            for one in of_month
            for said in [self.spans(one.spans, closed)]
        ]
        parts.append(joined([self._page.label("otherwise"), self.spans(spans, closed)], ": "))
        return joined(parts, CLAUSES)

    def place(self, place: int) -> Markup:
        """Return which of its weekdays in a month a day is: 1 is the first, -1 the last."""
        return self._page.label(f"nth_{place}" if place > 0 else f"nth_last_{-place}")

    def day_of_month(self, day: str) -> Markup:
        """Return a day of each month: `Fr[-1]`, or its number."""
        found = _PLACE.fullmatch(day)
        if found is None:
            return digits(day)
        weekday = self._days.weekdays[WEEKDAYS.index(found.group(1))]
        return joined([weekday, " (", self.place(int(found.group(2))), ")"])

    # Of a week.

    def runs(self, said: Sequence[Hashable]) -> Iterator[tuple[int, ...]]:
        """Yield weekdays in a row of which the same is *said*, in the order of the locale."""
        run: list[int] = []
        for day in self._days.week:
            if run and said[run[0]] != said[day]:
                yield tuple(run)
                run = []
            run.append(day)
        yield tuple(run)

    def named(self, days: Sequence[int], *, short: bool = False) -> str:
        """Return the name of a weekday, or of the first and the last of several."""
        names = self._days.short_weekdays if short else self._days.weekdays
        first, last = names[days[0]], names[days[-1]]
        return first if len(days) == 1 else f"{first} – {last}"

    @property
    def every_day(self) -> str:
        """The name of all days of a week."""
        return self.named(self._days.week)

    def by_weekday(self, days: Sequence[DaySpans], closed: str = "closed") -> Markup:
        """Return hours of days in words: those of each weekday, if they differ."""
        if len(set(days)) == 1:
            return self.spans(days[0], closed)
        return joined(
            [
                joined([self.named(run, short=True), ": ", self.spans(days[run[0]], closed)])
                for run in self.runs(days)
            ],
            CLAUSES,
        )

    def hours(self, schedule: Schedule) -> Markup:
        """Return hours of a few days in words, or as they are written where a week is not all."""
        weeks = dated_weeks((schedule,))
        grid: WeekGrid | None = weeks[0].grid if weeks is not None and len(weeks) == 1 else None
        if grid is None or any(grid.of_month):
            return self.as_written([schedule])
        parts = [self.by_weekday(grid.days)]
        if schedule.names_holidays and grid.holidays is not None:
            said = self.by_weekday(grid.holidays)
            parts.append(joined([self._page.label("public_holidays"), said], ": "))
        return joined(parts, CLAUSES)

    def as_written(self, schedules: Sequence[Schedule]) -> Markup:
        """Return hours that no few weeks tell."""
        written = joined([digits(str(one)) for one in schedules], ", ")
        return joined([self._page.label("hours_differ"), written], ": ")

    # Of a year.

    def day(self, day: date) -> Markup:
        """Return a day with its year."""
        return element("time", self._days.full.text(day), datetime=day.isoformat())

    def moment(self, at: datetime, zone: str | None = None) -> Markup:
        """Return a day with a time: on the wall, or by the clock of a *zone*."""
        behind = [] if zone is None else [" (", digits(zone), ")"]
        words = self._days.with_time.format(
            day=self._days.full.text(at), time=self._clock.time(at.time())
        )
        written = element("time", words, datetime=at.isoformat(timespec="minutes"))
        return joined([written, *behind])

    def periods(self, periods: Sequence[SeasonDays]) -> Markup:
        """Return days of a year, or of several."""
        return joined([self._period(one) for one in periods], ", ")

    def _period(self, one: SeasonDays) -> Markup:
        page = self._page
        if one.first is None or one.last is None:
            bounds = (("valid_from", one.first), ("valid_until", one.last))
            said = [
                joined([page.label(key), self._of_year(day)], ": ")
                for key, day in bounds
                if day is not None
            ]
            return joined(said, CLAUSES)
        written = self._days.day.text if one.recurs else self._of_year
        days = [text(written(day)) for day in dict.fromkeys((one.first, one.last))]
        years = dict.fromkeys((one.first_year, one.last_year))
        if set(years) <= {None}:
            return joined(days, " – ")
        named = " – ".join("" if year is None else str(year) for year in years).strip()
        return joined([joined(days, " – "), " (", named, ")"])

    def _of_year(self, day: date) -> Markup:
        return element("time", self._days.day_of_year.text(day), datetime=day.isoformat())


def _clock_time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
