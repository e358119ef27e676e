"""Timetables as specifications of schema.org of which no two speak of the same day.

schema.org says that hours of `PublicHolidays` override those of the weekday
(https://schema.org/PublicHolidays), and nothing of two others that hold on one day
(https://schema.org/OpeningHoursSpecification, both read on 2026-11-30). So each day is in the
dates of one week, or of what is said of it alone: who joins all that fit and who prefers those
with dates read the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, Sequence, Tuple

from supportlines.hours.days import (
    MINUTES_OF_DAY,
    WEEKDAY_NAMES,
    clock_time,
    from_date,
    to_date,
    weekday_of,
)
from supportlines.hours.notation.printer import print_rule
from supportlines.hours.schema_org.day_starts import DaysOf, DayStarts
from supportlines.hours.schema_org.literals import PUBLIC_HOLIDAYS
from supportlines.hours.schema_org.turning import UnwritableError
from supportlines.hours.schema_org.weeks import runs_of
from supportlines.hours.schema_org.writing import Written

if TYPE_CHECKING:
    from datetime import date

    from supportlines.hours.rules import MinuteSpan
    from supportlines.hours.schema_org.day_starts import StartingSpans
    from supportlines.hours.schema_org.weeks import Run, StartsOfWeek
    from supportlines.hours.schema_org.writing import Specification
    from supportlines.hours.timetable import Timetable

_Day = Tuple[Sequence[str], "StartingSpans"]
"""Names of days, and the spans that start on them."""

_CLOSED = ((0, 0),)
"""Opens and closes at midnight: what readers of schema.org take for closed."""

_WHOLE = ((0, MINUTES_OF_DAY),)
_NO_HOURS = DayStarts((), None)
_EVERY_DAY = (*WEEKDAY_NAMES, PUBLIC_HOLIDAYS)


def timetable_to_schema_org(
    timetable: Timetable,
    since: date,
    *,
    first_day: date | None = None,
    last_day: date | None = None,
) -> Written:
    """Return *timetable* as ordinary specifications, and what they leave out.

    Of days of which something is not known nothing is said: they are in the dates of no
    specification. There is none where schema.org cannot say the hours.

    Args:
        timetable: The hours.
        since: The first day of which anything is said.
        first_day: Of days before it nothing is said; None for no such day.
        last_day: The same of days after it.
    """
    begins = None if first_day is None else from_date(first_day)
    ends = None if last_day is None else from_date(last_day)
    days = DaysOf(timetable, begins, ends)
    lost = list(dict.fromkeys(_lost(days, from_date(since))))
    try:
        runs = runs_of(days, from_date(since))
    except UnwritableError as error:
        return Written((), (), (*lost, str(error)))
    return Written([each for run in runs for each in _of_run(run)], (), lost)


def _lost(days: DaysOf, since: int) -> Iterator[str]:
    for layer in days.layers:
        for rule in layer.rules if layer.last >= since else ():
            if rule.comment is not None:
                yield f'the comment "{rule.comment}" has no place in schema.org.'
            if rule.state == "unknown" and layer.over == "nothing":
                said = print_rule(rule)
                yield f'the unknown hours "{said}" are left out: schema.org knows none.'
            if (0, MINUTES_OF_DAY - 1) in rule.spans:
                yield "00:00-23:59 is read as the whole day by those who read schema.org."


def _of_run(run: Run) -> Iterator[Specification]:
    said = run.said
    first, last = (None if day is None else to_date(day) for day in (run.first, run.last))
    dates = {"validFrom": first, "validThrough": last}
    kept = {key: day.isoformat() for key, day in dates.items() if day is not None}
    if first is not None and last is not None and set(said) == {_NO_HOURS}:
        said = _NO_HOURS  # a closure between two days names no weekdays
    of_days = _of_single(run, said) if isinstance(said, DayStarts) else _of_week(said)
    for names, spans in of_days:
        for span in spans or _CLOSED:
            yield {**_specification(names, span), **kept}


def _of_single(run: Run, said: DayStarts) -> Iterator[_Day]:
    if said.on_holidays is None or run.first is None or run.last is None:
        yield (), said.ordinary
        return
    of_days = {weekday_of(day) for day in range(run.first, run.last + 1)}
    yield [WEEKDAY_NAMES[day] for day in sorted(of_days)], said.ordinary
    yield [PUBLIC_HOLIDAYS], said.on_holidays


def _of_week(week: StartsOfWeek) -> Iterator[_Day]:
    """Yield the days of a week with the same spans together, but those that are closed."""
    alike: dict[StartingSpans, list[str]] = {}
    for name, day in zip(WEEKDAY_NAMES, week):
        alike.setdefault(day.ordinary, []).append(name)
    on_holidays = week[0].on_holidays
    if on_holidays is None and len(alike) == 1:
        (spans,) = alike
        yield (_EVERY_DAY if spans in ((), _WHOLE) else WEEKDAY_NAMES), spans
        return
    if on_holidays is not None:
        alike.setdefault(on_holidays, []).append(PUBLIC_HOLIDAYS)
    for spans, names in alike.items():
        # Days that nobody names are closed, but for holidays: those would be as their weekday.
        if spans or len(alike) == 1:
            yield names, spans
        elif on_holidays == ():
            yield (names if _has_no_hours(week) else [PUBLIC_HOLIDAYS]), spans


def _has_no_hours(week: StartsOfWeek) -> bool:
    return not any(day.ordinary for day in week)


def _specification(names: Iterable[str], span: MinuteSpan) -> Specification:
    named = {"dayOfWeek": list(names)}
    return {
        "@type": "OpeningHoursSpecification",
        **({key: found for key, found in named.items() if found}),
        "opens": clock_time(span[0]),
        "closes": _end(span),
    }


def _end(span: MinuteSpan) -> str:
    return "23:59" if (span,) == _WHOLE else clock_time(span[1] % MINUTES_OF_DAY)
