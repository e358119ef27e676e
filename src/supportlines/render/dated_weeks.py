"""A schedule as a few weeks: what holds in each season, and on which days of the year."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.hours import seasons_of
from supportlines.render.week_grid import WeekGrid, joined_grids, week_grid

if TYPE_CHECKING:
    from supportlines.hours import DaysOfYears, Schedule

_MOST_WEEKS = 4
_MOST_PERIODS = 12
"""More than these nobody reads; then the hours are told as they are written."""

_FEW_YEARS = 3
"""So many years are told year by year."""

_FIRST_YEAR, _LAST_YEAR = 1, 9999
_DAYS = 366
_LEAP_YEAR = 2000
_ONE_DAY = timedelta(days=1)


class SeasonDays(NamedTuple):
    """Days from a first to a last one, both included: once, or in each of some years."""

    first: date | None
    """None: from the beginning. Of days of each year the year is that of no calendar."""

    last: date | None
    """None: without end."""

    recurs: bool = False
    """Whether these are days of each year; the last may be before the first, in the next year."""

    first_year: int | None = None
    """Of days of each year the first, if there is one."""

    last_year: int | None = None


class DatedWeek(NamedTuple):
    """A week, and when it holds."""

    periods: tuple[SeasonDays, ...]
    """Empty: on all days of which no other week of the schedule speaks."""

    grid: WeekGrid


class _Part(NamedTuple):
    """Days of years, and the week that holds on them."""

    grid: WeekGrid
    days: tuple[DaysOfYears, ...]
    is_rest: bool


@lru_cache(maxsize=1024)
def dated_weeks(schedules: tuple[Schedule, ...]) -> tuple[DatedWeek, ...] | None:
    """Return when any of *schedules* is open as weeks by the calendar; None if a few do not say it.

    >>> from supportlines.hours import Schedule
    >>> hours = Schedule.parse("Mo-Fr 09:00-17:00; Dec 24-26 off")
    >>> [one.periods for one in dated_weeks((hours,))]
    [(SeasonDays(first=datetime.date(2000, 12, 24), last=datetime.date(2000, 12, 26), ...),), ()]
    """
    parts = _parts(schedules[0])
    for schedule in schedules[1:]:
        others = _parts(schedule)
        if parts is None or others is None:
            return None
        parts = _either(parts, others)
    if parts is None:
        return None
    found: dict[WeekGrid, list[DaysOfYears]] = {}
    for part in parts:
        found.setdefault(part.grid, []).extend(part.days)
    if len(found) > _MOST_WEEKS:
        return None
    rest = {part.grid for part in parts if part.is_rest}
    weeks = [
        DatedWeek(() if grid in rest or len(found) == 1 else _periods(days), grid)
        for grid, days in found.items()
    ]
    if sum(len(one.periods) for one in weeks) > _MOST_PERIODS:
        return None
    return tuple(sorted(weeks, key=lambda one: (not one.periods, _order(one))))


def _parts(schedule: Schedule) -> Sequence[_Part] | None:
    found = []
    for season in seasons_of(schedule):
        grid = week_grid(season.schedule)
        if grid is None:
            return None
        found.append(_Part(grid, season.days, season.is_rest))
    return found


def _either(parts: Sequence[_Part], others: Sequence[_Part]) -> Sequence[_Part] | None:
    """Return the weeks of both together, on each day on which they are the same."""
    found = []
    for part in parts:
        for other in others:
            days = _in_both(part.days, other.days)
            if not days:
                continue
            grid = joined_grids(part.grid, other.grid)
            if grid is None:
                return None
            found.append(_Part(grid, days, part.is_rest and other.is_rest))
    return found


def _in_both(some: Sequence[DaysOfYears], others: Sequence[DaysOfYears]) -> tuple[DaysOfYears, ...]:
    met = (
        (max(first, other_first), min(last, other_last), bits & other_bits)
        for first, last, bits in some
        for other_first, other_last, other_bits in others
    )
    return tuple(sorted(one for one in met if one[0] <= one[1] and one[2]))


def _order(week: DatedWeek) -> tuple[date, ...]:
    return tuple(one.first or date.min for one in week.periods)


def _periods(days: Sequence[DaysOfYears]) -> tuple[SeasonDays, ...]:
    """Return days as few periods: those of every year first, then those of some years."""
    by_era: dict[tuple[int, int], int] = {}
    for first, last, bits in days:
        by_era[first, last] = by_era.get((first, last), 0) | bits
    every_year = _of_every_year(by_era)
    found = [*_recurring(every_year, _FIRST_YEAR, _LAST_YEAR)]
    once: list[tuple[date, date]] = []
    for (first, last), bits in sorted(by_era.items()):
        left = bits & ~every_year
        is_short = last - first < _FEW_YEARS
        if is_short:
            once += (run for year in range(first, last + 1) for run in _in_year(left, year))
        elif left == (1 << _DAYS) - 1:
            once.append((date(first, 1, 1), date(last, 12, 31)))
        else:
            found += _recurring(left, first, last)
    return (*found, *_once(once))


def _of_every_year(by_era: dict[tuple[int, int], int]) -> int:
    """Return the days that are among them in each year that there is."""
    years = sum(last - first + 1 for first, last in by_era)
    common = -(years == _LAST_YEAR - _FIRST_YEAR + 1)
    for bits in by_era.values():
        common &= bits
    return common


def _runs(bits: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of bits that are set in a row."""
    start = None
    for place in range(_DAYS + 1):
        if bits >> place & 1:
            start = place if start is None else start
        elif start is not None:
            yield start, place - 1
            start = None


def _recurring(bits: int, first_year: int, last_year: int) -> Iterator[SeasonDays]:
    """Yield days of each year; those round New Year as one, where no year is the first or last."""
    runs = [*_runs(bits)]
    bounds = (
        None if first_year == _FIRST_YEAR else first_year,
        None if last_year == _LAST_YEAR else last_year,
    )
    is_round = len(runs) > 1 and (runs[0][0], runs[-1][1]) == (0, _DAYS - 1)
    if is_round and bounds == (None, None):
        (_, end), (start, _) = runs.pop(0), runs.pop()
        runs.append((start, end))
    for first, last in runs:
        yield SeasonDays(_day(first), _day(last), True, *bounds)  # noqa: FBT003 - of a record


def _day(index: int) -> date:
    return date(_LEAP_YEAR, 1, 1) + index * _ONE_DAY


def _in_year(bits: int, year: int) -> Iterator[tuple[date, date]]:
    """Yield the same as days of one year."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    for first, last in _runs(bits):
        days = [_day(index) for index in range(first, last + 1)]
        there = [
            day.replace(year=year) for day in days if is_leap or (day.month, day.day) != (2, 29)
        ]
        if there:
            yield there[0], there[-1]


def _once(runs: Sequence[tuple[date, date]]) -> Iterator[SeasonDays]:
    """Yield runs of days, those that follow one another as one."""
    merged: list[tuple[date, date]] = []
    for first, last in sorted(runs):
        if merged and merged[-1][1] + _ONE_DAY == first:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    for first, last in merged:
        yield SeasonDays(None if first == date.min else first, None if last == date.max else last)
