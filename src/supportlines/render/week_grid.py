"""A schedule as a week: the spans of each weekday, on which of its kind, and of public holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Callable, NamedTuple, Optional, Tuple

from supportlines.hours import (
    MINUTES_OF_DAY,
    HoursRule,
    LocalSpan,
    OpeningHours,
    Schedule,
)

if TYPE_CHECKING:
    from typing import Iterable, Sequence

    from supportlines.hours import PublicHolidays

_A_MONDAY = date(2001, 1, 1)

DaySpans = Tuple[LocalSpan, ...]
"""Of one day; none if it is closed."""


class OnPlaces(NamedTuple):
    """What a weekday has where it is the first of its month, the last, and so on."""

    places: tuple[int, ...]
    """1 is the first of a month, -1 the last."""

    spans: DaySpans


class WeekGrid(NamedTuple):
    """What a schedule says of a week."""

    days: tuple[DaySpans, ...]
    """Of each weekday, Monday first."""

    of_month: tuple[tuple[OnPlaces, ...], ...]
    """What each has instead at some places in a month."""

    holidays: tuple[DaySpans, ...] | None
    """Of public holidays, by weekday; None where the schedule says nothing of them."""

    @property
    def is_closed(self) -> bool:
        """Whether nobody ever answers."""
        others = (one.spans for places in self.of_month for one in places)
        return not any((*self.days, *others, *(self.holidays or ())))


class _OneDay:
    """A calendar in which one day is a public holiday."""

    def __init__(self, day: date) -> None:
        self._day = day

    def name_on(self, day: date) -> str | None:
        """Return a name of *day*, if it is that one."""
        return day.isoformat() if day == self._day else None


@lru_cache(maxsize=1024)
def week_grid(schedule: Schedule) -> WeekGrid | None:
    """Return *schedule* as a week, or None where no one week says it.

    That is so if it names dates, or if two of its rules name one day of a month by two places,
    such as the fourth and the last Friday, and do not say the same of it.

    >>> grid = week_grid(Schedule.parse("Mo-Fr 09:00-17:00; Fr[-1] off; PH off"))
    >>> [(span.start, span.end) for span in grid.days[4]], grid.of_month[4], set(grid.holidays)
    ([(540, 1020)], (OnPlaces(places=(-1,), spans=()),), {()})
    """
    if any(rule.dates for rule in schedule.rules):
        return None
    named = [
        {place for rule in schedule.rules for day, place in rule.nth if day == weekday}
        for weekday in range(7)
    ]
    return _grid(named, lambda weekday, places: _week(schedule, weekday, places))


@lru_cache(maxsize=1024)
def joined_grids(one: WeekGrid, other: WeekGrid) -> WeekGrid | None:
    """Return when either is open, or else unknown; None where no one week says it.

    On public holidays of which one says nothing it has the hours of the weekday.
    """
    if one == other:
        return one
    both = (one, other)
    named = [
        {place for each in both for row in each.of_month[weekday] for place in row.places}
        for weekday in range(7)
    ]

    def week(weekday: int, places: Sequence[int]) -> _Weeks:
        days = [_placed_days(each, weekday, places) for each in both]
        if one.holidays is other.holidays is None:
            return _painted(days), None
        holidays = [each.holidays or usual for each, usual in zip(both, days)]
        return _painted(days), _painted(holidays)

    return _grid(named, week)


_Days = Tuple[DaySpans, ...]
_Weeks = Tuple[_Days, Optional[_Days]]
"""A week, and one of public holidays, if they are named."""


def _grid(
    named: Sequence[set[int]], week: Callable[[int, Sequence[int]], _Weeks]
) -> WeekGrid | None:
    """Return a grid of what *week* says of each weekday at the places *named* for it."""
    days, holidays = week(-1, ())
    of_month: list[tuple[OnPlaces, ...]] = []
    for weekday in range(7):
        usual_on_holidays = None if holidays is None else holidays[weekday]
        found = _on_places(named[weekday], weekday, week)
        if found is None or any(spans[1] != usual_on_holidays for spans in found.values()):
            return None
        by_spans: dict[DaySpans, list[int]] = {}
        for place in sorted(named[weekday], key=lambda one: (one < 0, one)):
            by_spans.setdefault(found[place][0], []).append(place)
        rows = [OnPlaces(tuple(places), spans) for spans, places in by_spans.items()]
        of_month.append(tuple(one for one in rows if one.spans != days[weekday]))
    return WeekGrid(days, tuple(of_month), holidays)


def _on_places(
    named: set[int], weekday: int, week: Callable[[int, Sequence[int]], _Weeks]
) -> dict[int, tuple[DaySpans, DaySpans | None]] | None:
    """Return what a weekday and a holiday on it have at the *named* places of a month.

    None if one of them does not say it alone.
    """
    found: dict[int, tuple[DaySpans, DaySpans | None]] = {}
    for days_of_it in (4, 5) if named else ():
        for first in range(1, days_of_it + 1):
            places = (first, first - days_of_it - 1)
            if named.isdisjoint(places):
                continue
            days, holidays = week(weekday, places)
            said = days[weekday], None if holidays is None else holidays[weekday]
            for place in named.intersection(places):
                if found.setdefault(place, said) != said:
                    return None
    return found


def _placed_days(grid: WeekGrid, weekday: int, places: Sequence[int]) -> _Days:
    """Return the days of *grid* in a week in which *weekday* is at *places* of its month."""
    if weekday < 0:
        return grid.days
    rows = (row for row in grid.of_month[weekday] if not set(places).isdisjoint(row.places))
    there = next((row.spans for row in rows), grid.days[weekday])
    return (*grid.days[:weekday], there, *grid.days[weekday + 1 :])


def _painted(weeks: Iterable[_Days]) -> _Days:
    """Return the spans of all *weeks* in one: what is open over what is unknown.

    Hours with a remark, such as by appointment, lie under those without.
    """
    spans = [
        (span.state == "open", span.comment is None, span.comment or "", day, span)
        for week in weeks
        for day, row in enumerate(week)
        for span in row
    ]
    rules = [
        HoursRule(
            ((span.start, span.end),), span.state, span.comment, weekdays=1 << day, added=True
        )
        for *_, day, span in sorted(spans, key=lambda one: one[:4])
    ]
    return _rows(rules)


def _week(schedule: Schedule, weekday: int, places: Sequence[int]) -> _Weeks:
    """Return a week, and one of holidays, in which *weekday* is at *places* of its month."""
    if schedule.is_always:
        days = tuple(row.spans for row in OpeningHours.of(schedule, "UTC").week(_A_MONDAY))
        return days, days
    rules = [*filter(None, (_placed(rule, weekday, places) for rule in schedule.rules))]
    return _rows(rules), _rows(rules, are_holidays=True) if schedule.names_holidays else None


def _rows(rules: Sequence[HoursRule], *, are_holidays: bool = False) -> _Days:
    """Return the spans of each weekday; what lasts longer than a day is told day by day."""
    days = [_row(rules, day, is_holiday=are_holidays) for day in range(7)]
    for day, row in enumerate(days):
        after = (day + 1) % 7
        for place, span in enumerate(row):
            left = span.end - MINUTES_OF_DAY
            if span.end - span.start > MINUTES_OF_DAY:
                row[place] = replace(span, end=MINUTES_OF_DAY)
                if not any(one.start < left for one in days[after]):
                    days[after].insert(0, replace(span, start=0, end=left))
    return tuple(map(tuple, days))


def _row(rules: Sequence[HoursRule], weekday: int, *, is_holiday: bool) -> list[LocalSpan]:
    """Return the spans of one day, among days that are no holidays.

    They are what its own rules state, as far as it holds when those of its neighbours are there
    as well: a morning that is stated by itself is of the day, though a night goes on into it.
    """
    day = _A_MONDAY + timedelta(days=weekday)
    holidays = _OneDay(day) if is_holiday else None
    mine = [
        replace(rule, weekdays=rule.weekdays & 1 << weekday, always=False)
        for rule in rules
        if rule.weekdays >> weekday & 1 or rule.holidays == "also"
    ]
    own = _pieces(mine, day, holidays)
    found: list[LocalSpan] = []
    for piece in _pieces(rules, day, holidays):
        for part in own:
            start, end = max(piece.start, part.start), min(piece.end, part.end)
            if start >= end:
                continue
            if found and found[-1] == replace(piece, start=found[-1].start, end=start):
                start = found.pop().start
            found.append(replace(piece, start=start, end=end))
    return [one for one in found if one.start < MINUTES_OF_DAY]


def _pieces(
    rules: Sequence[HoursRule], day: date, holidays: PublicHolidays | None
) -> list[LocalSpan]:
    """Return what holds on *day* and the one after, in minutes from its beginning."""
    if not rules:
        return []
    hours = OpeningHours.of(Schedule.of(tuple(rules)), "UTC", holidays)
    eve, today, tomorrow = hours.week(day - timedelta(days=1))[:3]
    shifted = [
        replace(span, start=span.start + shift, end=span.end + shift)
        for row, shift in ((eve, -MINUTES_OF_DAY), (today, 0), (tomorrow, MINUTES_OF_DAY))
        for span in row.spans
    ]
    return [replace(one, start=max(one.start, 0)) for one in shifted if one.end > 0]


def _placed(rule: HoursRule, weekday: int, places: Sequence[int]) -> HoursRule | None:
    """Return *rule* for that week by weekdays alone; None if no day of it is the rule's."""
    if not rule.nth:
        return rule
    fits = any((weekday, place) in rule.nth for place in places)
    weekdays = rule.weekdays | (1 << weekday if fits else 0)
    if not weekdays and rule.holidays != "also":
        return None
    return replace(rule, nth=(), weekdays=weekdays)
