"""Hours on a page without a clock: weeks as tables, one for each season where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple, Optional, Sequence, Tuple

from supportlines.directory import CALLER, NATIONAL, NOT_STATED
from supportlines.lookup import caveats
from supportlines.render.dated_weeks import DatedWeek, dated_weeks
from supportlines.render.html.markup import digits, element, joined, link
from supportlines.render.html.page import CLAUSES

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.directory import Facts, Rule
    from supportlines.hours import Schedule
    from supportlines.render.dated_weeks import SeasonDays
    from supportlines.render.html.page import Page
    from supportlines.render.html.times import TimesHtml
    from supportlines.render.week_grid import DaySpans, WeekGrid


_COLUMNS = 2
"""Of tiers with other hours, beside the names of days."""


class HoursColumn(NamedTuple):
    """Hours that a card tells in one column."""

    tiers: tuple[Markup, ...]
    """For which tiers they are, as one text; empty where there is one tier."""

    whom: tuple[Markup, ...]
    """Of which lines and languages they are, and for whom, as far as that is to be said."""

    rules: tuple[Rule, ...]
    """Rules of one clock: the hours are those of all of them."""

    zone: str
    """An IANA name, or `caller`."""

    is_part: bool
    """Whether a caller may have hours of other columns too, at the same time."""

    @property
    def is_available(self) -> bool:
        """Whether there are hours, and not a rule that says why there are none."""
        return self.rules[0].not_available is None

    @property
    def closed(self) -> str:
        """The label of a day without hours."""
        return "not_in_these" if self.is_part else "closed"

    @property
    def is_always(self) -> bool:
        """Whether no clock is asked."""
        return all(rule.hours.is_always for rule in self.rules)

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """What is open when any of them is."""
        return tuple(dict.fromkeys(rule.hours for rule in self.rules))

    @property
    def waits_for(self) -> str | None:
        """The line that must be closed, where that is all that is said of the hours."""
        is_open = self.rules[0].hours.always == "open"
        return self.rules[0].after if is_open else None


_Shape = Optional[Tuple[Tuple["SeasonDays", ...], ...]]
"""Of the weeks of a column the days on which they hold; None if there are no weeks to show."""


class WeeksHtml:
    """Writes weeks for a page."""

    def __init__(self, facts: Facts, page: Page, times: TimesHtml) -> None:
        self._facts = facts
        self._page = page
        self._times = times

    def tables(self, columns: Sequence[HoursColumn]) -> Markup | None:
        """Return the weeks of all *columns*, those of one group of callers together.

        A table has few columns, so that it fits a telephone. None where none has hours.
        """
        shown = [one for one in columns if one.is_available]
        if not shown:
            return None
        groups: dict[tuple[tuple[Markup, ...], _Shape], list[HoursColumn]] = {}
        for one in shown:
            groups.setdefault((one.whom, _shape_of(one)), []).append(one)
        zones = {one.zone for one in shown if not one.is_always}
        is_one_clock = len(zones) <= 1
        parts = [
            table
            for (_, shape), group in groups.items()
            for first in range(0, len(group), _COLUMNS)
            for table in self._tables(
                group[first : first + _COLUMNS], shape, is_one_clock=is_one_clock
            )
        ]
        if zones and is_one_clock:
            parts.append(self.whose_clock(zones.pop()))
        return joined(parts)

    def _tables(
        self, columns: Sequence[HoursColumn], shape: _Shape, *, is_one_clock: bool
    ) -> Iterator[Markup]:
        """Yield a table for each of the seasons that all of *columns* have."""
        heads = [
            element("th", self._head(one, is_one_clock=is_one_clock), scope="col")
            for one in columns
        ]
        if shape is None:
            row = self._row(self._times.every_day, [self._not_by_week(one) for one in columns])
            yield self._table(heads, columns[0].whom, [row])
            return
        weeks = [dated_weeks(one.schedules) or () for one in columns]
        for season, periods in enumerate(shape):
            grids = [each[season].grid for each in weeks]
            names_holidays = any(hours.names_holidays for one in columns for hours in one.schedules)
            closed = [one.closed for one in columns]
            rows = self._rows(grids, closed, names_holidays=names_holidays)
            when = [self._when(periods)] if len(shape) > 1 else []
            yield self._table(heads, (*columns[0].whom, *when), rows)

    def _when(self, periods: Sequence[SeasonDays]) -> Markup:
        return self._times.periods(periods) if periods else self._page.label("all_other_days")

    def _table(
        self,
        heads: Sequence[Markup],
        named: Sequence[Markup],
        rows: Iterator[Markup] | list[Markup],
    ) -> Markup:
        name = joined([self._page.label("hours"), *named], CLAUSES)
        return element(
            "table",
            element("caption", name, class_="sl-heading"),
            element("thead", element("tr", element("td"), *heads)),
            element("tbody", *rows),
            class_="sl-week",
        )

    def _not_by_week(self, column: HoursColumn) -> Markup:
        """Return hours of which a week would say something wrong."""
        if column.waits_for is not None:
            return self.while_closed(column.waits_for)
        return self._times.as_written(column.schedules)

    def while_closed(self, line: str) -> Markup:
        """Return that hours hold while a line of that id is closed."""
        other, _ = self._facts.line(line)
        name = self._page.own(other.label or other.service or other.published_as)
        return joined([self._page.label("while_closed"), name], ": ")

    def whose_clock(self, zone: str) -> Markup:
        """Return by whose clock times are, as it is said once."""
        page = self._page
        said = page.label("own_clock") if zone == CALLER else page.label("zone", zone=digits(zone))
        return element("p", said, class_="sl-zone")

    def _head(self, column: HoursColumn, *, is_one_clock: bool) -> Markup:
        parts = list(column.tiers or [self._page.label("everybody")])
        if not is_one_clock and not column.is_always:
            zone = column.zone
            parts.append(self._page.label("own_clock") if zone == CALLER else digits(zone))
        return joined(parts, CLAUSES)

    def _rows(
        self, grids: Sequence[WeekGrid], closed: Sequence[str], *, names_holidays: bool
    ) -> Iterator[Markup]:
        """Yield a row for each run of weekdays that are alike, and one for public holidays."""
        times = self._times
        said = [tuple((grid.days[day], grid.of_month[day]) for grid in grids) for day in range(7)]
        for days in times.runs(said):
            cells = zip(said[days[0]], closed)
            yield self._row(times.named(days), [times.of_weekday(*one, key) for one, key in cells])
        if names_holidays:
            of_holidays = [
                self._on_holidays(grid.holidays, key) for grid, key in zip(grids, closed)
            ]
            yield self._row(self._page.label("public_holidays"), of_holidays)

    def _on_holidays(self, days: Sequence[DaySpans] | None, closed: str) -> Markup | None:
        return None if days is None else self._times.by_weekday(days, closed)

    @staticmethod
    def _row(name: str, cells: Sequence[Markup | None]) -> Markup:
        """Return a row; of public holidays of which nothing is said the cell is empty."""
        written = [element("td", one) for one in cells]
        return element("tr", element("th", name, scope="row"), *written)

    def remarks(self, rule: Rule) -> Iterator[Markup]:
        """Yield what is to be known of hours beside their week."""
        page = self._page
        if rule.not_available is not None:
            yield joined([page.label("not_available"), page.own(rule.not_available)], ": ")
            return
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
            days = [joined([self._times.day(one.on), " ", page.own(one.name)]) for one in named]
            yield joined([name, *days], CLAUSES)


def _shape_of(column: HoursColumn) -> _Shape:
    if column.waits_for is not None:
        return None
    weeks: Sequence[DatedWeek] | None = dated_weeks(column.schedules)
    return None if weeks is None else tuple(one.periods for one in weeks)
