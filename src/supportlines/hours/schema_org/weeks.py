"""A timetable as weeks and single days that follow one another: no day is in two of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence, Tuple, Union

from supportlines.hours.days import from_date, weekday_of
from supportlines.hours.schema_org.day_starts import DayStarts
from supportlines.hours.schema_org.turning import UnwritableError, turning_days

if TYPE_CHECKING:
    from supportlines.hours.schema_org.day_starts import DaysOf

StartsOfWeek = Tuple[DayStarts, ...]
"""From Monday to Sunday. The spans of public holidays are the same on all that have some."""

SaidOfDays = Union[StartsOfWeek, DayStarts]
"""What is said of a run of days: a week that comes again, or the same of each day."""

_WHOLE = 9
"""Days of a stretch in which each weekday is seen between two other days of it."""

_EDGE = 2
"""Days at either end of a stretch into which other hours may run, or out of it."""

_NO_END = from_date(date.max)
_OF_HOLIDAYS = "public holidays have hours that no specification says for all of them."
_CUT = "no specifications say the same as these hours."


class Run(NamedTuple):
    """Days that follow one another, of which one thing is said."""

    first: int | None
    """None where nothing else is said of any day before."""

    last: int | None
    """Included; None where it holds for ever."""

    said: SaidOfDays

    def on(self, day: int) -> DayStarts:
        """Return what is said of *day*, which is one of these."""
        said = self.said
        return said if isinstance(said, DayStarts) else said[weekday_of(day)]

    def covers(self, day: int) -> bool:
        """Return whether *day* is one of these."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class _Stretch(NamedTuple):
    """Days between two on which something turns; the end is not included, None for ever."""

    first: int
    end: int | None


def runs_of(days: DaysOf, since: int) -> list[Run]:
    """Return what is known of the days from *since* on; of days between runs nothing is said.

    Raises:
        UnwritableError: If schema.org cannot say it; it says why, as a sentence.
    """
    edges = [since, *turning_days(days, since)]
    stretches = [_Stretch(*pair) for pair in zip(edges, [*edges[1:], None])]
    weeks = [_week_of(days, each) for each in stretches]
    for stretch, week in zip(stretches, weeks):
        if week is None and _is_whole(stretch):
            days.keep_silent(stretch.first, _NO_END if stretch.end is None else stretch.end - 1)
    is_open = _goes_on(days, since, next(filter(None, weeks), None))
    if not is_open:
        days.keep_silent(since - 1, since - 1)
    found = _found(days, stretches, weeks)
    while _keep_closed_alone(days, found):
        found = _found(days, stretches, weeks)
    if is_open and found:
        found[0] = found[0]._replace(first=None)
    _check(days, found, since)
    return found


def _is_whole(stretch: _Stretch) -> bool:
    return stretch.end is None or stretch.end - stretch.first >= _WHOLE


def _week_of(days: DaysOf, stretch: _Stretch) -> StartsOfWeek | None:
    """Return the week of a stretch; None if it is short, or if a part of it is not known."""
    if not _is_whole(stretch):
        return None
    found: list[DayStarts | None] = [None] * 7
    for day in range(stretch.first + 1, stretch.first + 8):
        found[weekday_of(day)] = days.starts(day)
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    of_holidays = {each.on_holidays for each in known} - {None}
    if len(of_holidays) > 1:
        raise UnwritableError(_OF_HOLIDAYS)
    return tuple(each._replace(on_holidays=one) for one in of_holidays for each in known) or tuple(
        known
    )


def _goes_on(days: DaysOf, since: int, week: StartsOfWeek | None) -> bool:
    """Return whether *week* may be said of all days before *since* too."""
    if week is None or days.row(since - 1) is None or not _is_of(days, since, week):
        return False
    weekday = weekday_of(since)
    return days.fits(since, week[weekday], week[weekday - 1])


def _is_of(days: DaysOf, day: int, week: StartsOfWeek) -> bool:
    """Return whether *week* says of *day* what holds."""
    starts, own = days.starts(day), week[weekday_of(day)]
    return starts is not None and all(
        starts.of(is_holiday=each) == own.of(is_holiday=each) for each in (False, True)
    )


def _found(
    days: DaysOf, stretches: Sequence[_Stretch], weeks: Sequence[StartsOfWeek | None]
) -> list[Run]:
    found: list[Run] = []
    for run in _pieces(days, stretches, weeks):
        if found and found[-1].last == (run.first or 0) - 1 and found[-1].said == run.said:
            found[-1] = found[-1]._replace(last=run.last)
        else:
            found.append(run)
    return found


def _pieces(
    days: DaysOf, stretches: Sequence[_Stretch], weeks: Sequence[StartsOfWeek | None]
) -> Iterator[Run]:
    """Yield runs of days, of which neighbours may say the same."""
    for number, (first, end) in enumerate(stretches):
        week = weeks[number]
        before = next(filter(None, reversed(weeks[:number])), None)
        after = next(filter(None, weeks[number + 1 :]), None)
        near = [each for each in (week, before, after) if each is not None]
        if week is None and _is_whole(stretches[number]):
            continue
        if week is None:
            yield from _one_by_one(days, range(first, end or first), near)
            continue
        yield from _one_by_one(days, range(first, first + _EDGE), near)
        yield Run(first + _EDGE, None if end is None else end - _EDGE - 1, week)
        if end is not None:
            yield from _one_by_one(days, range(end - _EDGE, end), near)


def _one_by_one(days: DaysOf, those: range, near: Sequence[StartsOfWeek]) -> Iterator[Run]:
    said: SaidOfDays | None = None
    for day in those:
        starts = days.starts(day)
        if starts is not None and said != starts:  # a closure goes on over a weekend
            said = next((week for week in near if _is_of(days, day, week)), starts)
        if starts is not None and said is not None:
            yield Run(day, day, said)


def _keep_closed_alone(days: DaysOf, runs: Sequence[Run]) -> bool:
    """Keep nights out of days of which is said that they are closed; return whether one ran in.

    Who reads that a day is closed may take the small hours of it for closed too.
    """
    news = [
        run.first
        for run in runs
        if run.first is not None and _is_closed(run.said) and days.runs_into(run.first)
    ]
    for day in news:
        days.keep_alone(day)
    return bool(news)


def _is_closed(said: SaidOfDays) -> bool:
    """Return whether it is said that days are closed, which of a week the other days tell."""
    if isinstance(said, DayStarts):
        return () in (said.ordinary, said.on_holidays)
    return not any(each.ordinary for each in said)


def _check(days: DaysOf, runs: Sequence[Run], since: int) -> None:
    """Refuse *runs* if who reads them reads other hours than there are."""
    for number, run in enumerate(runs):
        first = since if run.first is None else run.first
        last = first + 2 * _WHOLE if run.last is None else run.last
        eve = runs[number - 1] if number and runs[number - 1].last == first - 1 else None
        head = range(first, min(last, first + _WHOLE) + 1)
        for day in (*head, *range(max(head.stop, last - _WHOLE), last + 1)):
            inside = run if run.covers(day - 1) else eve
            before = None if inside is None else inside.on(day - 1)
            if not days.fits(day, run.on(day), before):
                raise UnwritableError(_OF_HOLIDAYS if days.names_holidays else _CUT)
