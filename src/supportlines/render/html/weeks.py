"""Hours on a page without a clock: a week as a table, and days on which they are otherwise."""

from __future__ import annotations

from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.directory import CALLER, NATIONAL, NOT_STATED
from supportlines.hours import MINUTES_OF_DAY
from supportlines.lookup import caveats
from supportlines.render.html.markup import digits, element, joined, link
from supportlines.render.html.page import CLAUSES
from supportlines.render.week_grid import WeekGrid, week_grid
from supportlines.words.clock import clock_of
from supportlines.words.days import day_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from markupsafe import Markup

    from supportlines.directory import DayException, Facts, Rule
    from supportlines.hours import LocalSpan, Schedule
    from supportlines.render.html.page import Page


_COLUMNS = 2
"""Of tiers with other hours, beside the names of days."""

_STATES = {"open": "open", "closed": "closed", "unknown": "short_unknown"}


class HoursColumn(NamedTuple):
    """Hours that a card tells in one column."""

    tiers: tuple[Markup, ...]
    """For which tiers they are, as one text; empty where there is one tier."""

    whom: tuple[Markup, ...]
    """Of which lines and languages they are, and for whom, as far as that is to be said."""

    rule: Rule
    zone: str
    """An IANA name, or `caller`."""


class WeeksHtml:
    """Writes hours for a page."""

    def __init__(self, facts: Facts, page: Page) -> None:
        self._facts = facts
        self._page = page
        self._days = day_words(page.locale)
        self._times = clock_of(page.locale)
        self.spans = lru_cache(maxsize=None)(self._spans)

    def tables(self, columns: Sequence[HoursColumn]) -> Markup | None:
        """Return the weeks of all *columns*, those of one group of callers together.

        A table has few columns, so that it fits a telephone. None where none has hours.
        """
        shown = [one for one in columns if one.rule.not_available is None]
        if not shown:
            return None
        groups: dict[tuple[Markup, ...], list[HoursColumn]] = {}
        for one in shown:
            groups.setdefault(one.whom, []).append(one)
        zones = {one.zone for one in shown if not one.rule.hours.is_always}
        is_one_clock = len(zones) <= 1
        parts = [
            self._table(group[first : first + _COLUMNS], is_one_clock=is_one_clock)
            for group in groups.values()
            for first in range(0, len(group), _COLUMNS)
        ]
        if zones and is_one_clock:
            parts.append(self.whose_clock(zones.pop()))
        return joined(parts)

    def _table(self, columns: Sequence[HoursColumn], *, is_one_clock: bool) -> Markup:
        page = self._page
        grids = [week_grid(one.rule.hours) for one in columns]
        names_holidays = any(
            one.rule.hours.names_holidays and grid.holidays is not None
            for one, grid in zip(columns, grids)
        )
        heads = [
            element("th", self._head(one, is_one_clock=is_one_clock), scope="col")
            for one in columns
        ]
        name = joined([page.label("hours"), *columns[0].whom], CLAUSES)
        return element(
            "table",
            element("caption", name, class_="sl-heading"),
            element("thead", element("tr", element("td"), *heads)),
            element("tbody", *self._rows(grids, names_holidays=names_holidays)),
            class_="sl-week",
        )

    def whose_clock(self, zone: str) -> Markup:
        """Return by whose clock times are, as it is said once."""
        page = self._page
        said = page.label("own_clock") if zone == CALLER else page.label("zone", zone=digits(zone))
        return element("p", said, class_="sl-zone")

    def _head(self, column: HoursColumn, *, is_one_clock: bool) -> Markup:
        parts = list(column.tiers or [self._page.label("everybody")])
        if not is_one_clock and not column.rule.hours.is_always:
            zone = column.zone
            parts.append(self._page.label("own_clock") if zone == CALLER else digits(zone))
        return joined(parts, CLAUSES)

    def _rows(self, grids: Sequence[WeekGrid], *, names_holidays: bool) -> Iterator[Markup]:
        """Yield a row for each run of weekdays that are alike, and one for public holidays."""
        runs: list[tuple[list[int], list[object]]] = []
        for day in self._days.week:
            spans: list[object] = [grid.days[day] for grid in grids]
            if runs and runs[-1][1] == spans:
                runs[-1][0].append(day)
            else:
                runs.append(([day], spans))
        for days, _ in runs:
            yield self._row(self._named(days), [grid.days[days[0]] for grid in grids])
        if names_holidays:
            of_holidays = [grid.holidays for grid in grids]
            yield self._row(self._page.label("public_holidays"), of_holidays)

    def _named(self, days: Sequence[int]) -> str:
        names = self._days.weekdays
        first, last = names[days[0]], names[days[-1]]
        return first if len(days) == 1 else f"{first} – {last}"

    def _row(self, name: str, cells: Iterable[Sequence[LocalSpan] | None]) -> Markup:
        """Return a row; of public holidays of which nothing is said the cell is empty."""
        written = [
            element("td", None if spans is None else self.spans(tuple(spans))) for spans in cells
        ]
        return element("tr", element("th", name, scope="row"), *written)

    def _spans(self, spans: Sequence[LocalSpan]) -> Markup:
        """Return the hours of a day in words."""
        if not spans:
            return self._page.label("closed")
        return joined([self._span(one) for one in spans], ", ")

    def _span(self, span: LocalSpan) -> Markup:
        page = self._page
        is_whole = (span.start, span.end) == (0, MINUTES_OF_DAY)
        remarks = [page.own(span.comment)] if span.comment is not None else []
        if is_whole:
            said = page.label("all_day" if span.state == "open" else "short_unknown")
        else:
            said = joined([self._interval(span.start, span.end)])
            if span.state == "unknown":
                remarks.insert(0, page.label("short_unknown"))
        return joined([said, *(joined([" (", one, ")"]) for one in remarks)])

    def _interval(self, start: int, end: int) -> str:
        return self._times.interval(_clock_time(start), _clock_time(end))

    def hours(self, schedule: Schedule) -> Markup:
        """Return hours of a few days in words: those of each weekday, if they differ."""
        page, grid = self._page, week_grid(schedule)
        if grid.beside:
            return digits(grid.beside)
        if len(set(grid.days)) == 1:
            return self.spans(grid.days[0])
        return joined(
            [
                joined([self._days.short_weekdays[day], ": ", self.spans(grid.days[day])])
                for day in self._days.week
                if grid.days[day]
            ]
            or [page.label("closed")],
            CLAUSES,
        )

    def day(self, day: date) -> Markup:
        """Return a day with its year."""
        return element("time", self._days.full.text(day), datetime=day.isoformat())

    def closures(self, rows: Sequence[tuple[DayException, Sequence[Markup]]]) -> Markup | None:
        """Return what is otherwise on some days, each with whose hours it is about."""
        if not rows:
            return None
        page = self._page
        heads = [page.labelled("th", key, scope="col") for key in ("when", "hours", "reason")]
        body = [
            element(
                "tr",
                element("th", self._when(one), scope="row"),
                element("td", self._hours_of(one)),
                element("td", joined([*_own(page, one.reason), *whose], CLAUSES)),
            )
            for one, whose in rows
        ]
        return element(
            "table",
            page.labelled("caption", "other_days", class_="sl-heading"),
            element("thead", element("tr", *heads)),
            element("tbody", *body),
            class_="sl-closures",
        )

    def _hours_of(self, one: DayException) -> Markup:
        """Return the hours of an exception: all of its days, or what is painted over them."""
        if not one.adds:
            return self.hours(one.hours)
        return joined(
            [
                joined([self._page.label(_STATES[rule.state]), ": ", self._interval(*span)])
                for rule in one.hours.overlay or one.hours.rules
                for span in rule.spans
            ],
            CLAUSES,
        )

    def _when(self, one: DayException) -> Markup:
        page = self._page
        if one.each_month is not None:
            bounds = [self.day(day) for day in (one.first_day, one.last_day) if day is not None]
            said = joined([page.label("each_month"), digits(one.each_month)], ": ")
            return joined([said, *bounds], CLAUSES)
        first, last = one.days
        begins = self._moment(one.begins) if one.begins is not None else self.day(first)
        if one.end_unknown:
            return joined([begins, page.label("end_unknown")], CLAUSES)
        if one.ends is None and first == last and one.begins is None:
            return begins
        ends = self._moment(one.ends) if one.ends is not None else self.day(last)
        return joined([begins, " – ", ends])

    def _moment(self, at: datetime) -> Markup:
        """Return a day with a time: on the wall, or with its zone where it is an instant."""
        zone = "" if at.tzinfo is None else f" {at.tzname()}"
        words = self._days.with_time.format(
            day=self._days.full.text(at), time=f"{self._times.time(at.time())}{zone}"
        )
        return element("time", words, datetime=at.isoformat(timespec="minutes"))

    def remarks(self, column: HoursColumn) -> Iterator[Markup]:
        """Yield what is to be known of hours beside their week."""
        page, rule = self._page, column.rule
        if rule.not_available is not None:
            yield joined([page.label("not_available"), page.own(rule.not_available)], ": ")
            return
        if rule.after is not None:
            other, _ = self._facts.line(rule.after)
            name = page.own(other.label or other.published_as)
            yield joined([page.label("while_closed"), name], ": ")
        grid = week_grid(rule.hours)
        if grid.beside:
            yield joined([page.label("as_written"), digits(grid.beside)], ": ")
        yield from self._holidays(rule)
        if rule.published_as is not None:
            yield joined([page.label("printed"), page.own(rule.published_as)], ": ")
        if rule.confidence != "high":
            yield page.sentence(caveats.hours_inferred(rule))
        if rule.source is not None:
            source = next(one for one in self._facts.sources if one.id == rule.source)
            named = link(source.url, page.own(source.title))
            yield joined([page.label("source"), named], ": ")
        yield from (page.own(one) for one in rule.notes)

    def _holidays(self, rule: Rule) -> Iterator[Markup]:
        page, hours = self._page, rule.hours
        if not (hours.names_holidays or hours.is_always or hours.names_every_weekday):
            yield page.sentence(caveats.HOLIDAYS_NOT_STATED)
        if rule.holidays == NOT_STATED:
            yield page.label("holidays_not_stated")
        elif rule.holidays == NATIONAL:
            yield page.label("holidays_national")
        elif rule.holidays != CALLER:
            name = joined([page.label("public_holidays"), digits(rule.holidays)], ": ")
            named = self._facts.calendars.get(rule.holidays, ())
            days = [joined([self.day(one.on), " ", page.own(one.name)]) for one in named]
            yield joined([name, *days], CLAUSES)


def _own(page: Page, words: str | None) -> list[Markup]:
    return [] if words is None else [page.own(words)]


def _clock_time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
