"""Doubts about hours beside what the source prints: other times, another offset."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import TYPE_CHECKING, Iterator, NamedTuple

from supportlines.directory import CALLER
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful
from supportlines.doubts.improbable_hours import WrittenSpan, at_hours, spans_of
from supportlines.errors import listed, quoted
from supportlines.hours import MINUTES_OF_DAY, open_zone, time_of_day
from supportlines.places import zones_of

if TYPE_CHECKING:
    from supportlines.doubts.ground import Ground, PlacedRule

_NOON = 720
_HOUR_APART = 60
_YEAR = 365
_FIRST, _LAST = dt.date.min.toordinal(), dt.date.max.toordinal()
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_HALF = r"[AaPp]\.?\s?[Mm]\b"
_TIME = re.compile(
    rf"(?<![\d:.])([01]?[0-9]|2[0-4])[:.]([0-5][0-9])(?![\d:.])(?:\s*({_HALF}))?"
    rf"|(?<![\d:.])(1[0-2]|0?[1-9])\s*({_HALF})"
)
_FRENCH = re.compile(r"(?<![\d:.])([01]?[0-9]|2[0-4])\s?h\s?([0-5][0-9])(?!\d)", re.IGNORECASE)
"""An hour with its minutes, as in "8h30 à 19h"."""

_TO = r"\s*(?:[-–—]|to|till|until|bis|à)\s*"
_HOUR = r"([01]?[0-9]|2[0-4])"
_WHOLE_HOURS = re.compile(
    rf"(?<![\d:.+]){_HOUR}(?:\s*(?:Uhr|h|hrs))?{_TO}{_HOUR}\s*(?:Uhr|h|hrs|hours|o'clock)\b"
    rf"|(?<![\d:.+]){_HOUR}{_TO}(?=(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])?\s*({_HALF}))",
    re.IGNORECASE,
)
"""Hours without minutes, where a word behind them tells that they are none else."""

_ALONE = re.compile(rf"(?<![\d:.+]){_HOUR}\s*(?:Uhr|h|o'clock)\b", re.IGNORECASE)
"""One such hour, as in "6 Uhr bis 23:30 Uhr"."""

_BARE = re.compile(rf"(?<![\d:.+]){_HOUR}{_TO}{_HOUR}(?!\d)")
_WRITTEN = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_ABBREVIATIONS = {
    "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "WET": 0, "WEST": 60, "MSK": 180,
    "EST": -300, "EDT": -240, "CDT": -300, "MDT": -360, "PST": -480, "PDT": -420,
    "JST": 540, "KST": 540, "SGT": 480, "HKT": 480, "AEST": 600, "AEDT": 660,
    "NZST": 720, "NZDT": 780, "SAST": 120, "BRT": -180,
}  # fmt: skip
"""Minutes east of Greenwich of abbreviations with one meaning (CST and IST have several)."""

_OFFSET = re.compile(
    r"\b(?:(?P<utc>UTC|GMT)(?:\s*(?P<sign>[+\-−])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)?"
    rf"|(?P<name>{'|'.join(_ABBREVIATIONS)}))\b"
)
_RANGE_BEFORE = re.compile(
    r"([01]?[0-9]|2[0-4])[:.]([0-5][0-9])\s*[-–—]\s*([01]?[0-9]|2[0-4])[:.]([0-5][0-9])\s*\(?\s*$"
)


class Printed(NamedTuple):
    """An offset in print, with the span before it."""

    name: str
    offset: int
    """Minutes east of Greenwich."""

    span: tuple[int, int] | None


def times_unlike_print(ground: Ground) -> Iterator[Suspicion]:
    """Yield hours with other times than the printed ones."""
    for placed in ground.rules:
        published = placed.rule.published_as
        if published is None or offsets_of(published):
            continue
        printed, with_noon = _printed_times(published)
        written = list(_WRITTEN.finditer(placed.text))
        if not printed or not written:
            continue
        times = {
            (int(one[1]) * 60 + int(one[2])) % MINUTES_OF_DAY: one for one in reversed(written)
        }
        if with_noon:
            times = {time % _NOON: one for time, one in times.items()}
        for time in sorted(times, key=lambda each: times[each].start()):
            if time not in printed and time != 0:
                found = f"{times[time].group()} is not among the printed times."
                remedy = f"Compare it with {quoted(published)}."
                offset = times[time].start()
                yield at_hours("hours-not-as-printed", placed, found, remedy, offset)
                break


def _printed_times(text: str) -> tuple[set[int], bool]:
    """Return the times of day in *text*, and whether morning and afternoon look the same."""
    text = _FRENCH.sub(r"\1:\2", text)
    times: set[int] = set()
    marked = False
    for hour, minute, half, hour_alone, half_alone in _TIME.findall(text):
        minutes = int(hour or hour_alone) * 60 + int(minute or 0)
        if half or half_alone:
            marked = True
            minutes = minutes % _NOON + (_NOON if (half or half_alone)[0] in "Pp" else 0)
        times.add(minutes % MINUTES_OF_DAY)
    times.update(int(hour) * 60 % MINUTES_OF_DAY for hour in _ALONE.findall(text))
    whole = _WHOLE_HOURS.findall(text)
    if len(_BARE.findall(text)) > len(whole):
        return set(), False  # some may be times
    for first, last, opening, half in whole:
        if half:  # "9 to 5 pm": the opening may be in either half
            times.update((int(opening) % 12 * 60, int(opening) % 12 * 60 + _NOON))
        else:
            times.update(int(hour) * 60 % MINUTES_OF_DAY for hour in (first, last))
    with_noon = not marked and all(time <= _NOON for time in times)
    return ({time % _NOON for time in times} if with_noon else times), with_noon


def offsets_unlike_zone(ground: Ground) -> Iterator[Suspicion]:
    """Yield hours whose printed offset is not that of their zone, or half of the year only."""
    for placed in ground.rules:
        published = placed.rule.published_as
        printed = offsets_of(published) if published is not None else []
        if not printed or not placed.text:
            continue
        path = (*placed.path, "time_zone")
        if "time_zone" not in placed.content:
            path = placed.path
        zone = placed.rule.time_zone
        if zone == CALLER:
            found = f"{quoted(printed[0].name)} is printed, and the hours are the caller's own."
            remedy = 'Write in "time_zone" whose clock it is.'
            yield Suspicion("offset-contradicts-zone", path, found, remedy, zone)
            continue
        seasons = _seasons_of_rule(placed, zone, ground.today.year)
        wrong = _contradiction(printed, zone, seasons, spans_of(placed.text))
        if wrong is None:
            continue
        remedy = f"Compare the hours and the zone with {quoted(str(published))}."
        clocks = _winter_and_summer(printed)
        if clocks is not None:
            wrong = (
                f"{_shown([*clocks])} are an hour apart, so they are the winter and the summer "
                f"of one clock, and not both these hours, {quoted(placed.text)} in {zone}."
            )
            remedy = _one_clock(clocks[0], placed, ground.today.year)
        yield Suspicion("offset-contradicts-zone", path, wrong, remedy, zone)


def _contradiction(
    printed: list[Printed], zone: str, seasons: list[tuple[str, int]], spans: list[WrittenSpan]
) -> str | None:
    """Return what is wrong about the *printed* offsets of hours by the clock of *zone*."""
    wrong = [name for name, offset in seasons if not _fits(printed, offset, spans)]
    if len(wrong) == len(seasons):
        return f"the printed {_shown(printed)} is never right in {zone}."
    if wrong:
        return (
            f"the printed {_shown(printed)} is right in a part of the year only: "
            f"in {wrong[0]} it is not the offset of {zone}."
        )
    for one in printed:
        if not any(_fits([one], offset, spans) for _, offset in seasons):
            return f"the printed {_shown([one])} is never right in {zone}."
    return None


def _winter_and_summer(printed: list[Printed]) -> tuple[Printed, Printed] | None:
    """Return two printed ranges that are an hour apart by one offset, that of the winter first."""
    different = list(dict.fromkeys(printed))
    if len(different) != 2:  # noqa: PLR2004
        return None
    one, other = different
    if one.span is None or other.span is None or one.offset != other.offset:
        return None
    apart = {mine - theirs for mine, theirs in zip(one.span, other.span)}
    if apart == {_HOUR_APART}:
        return one, other
    return (other, one) if apart == {-_HOUR_APART} else None


def _one_clock(winter: Printed, placed: PlacedRule, year: int) -> str:
    """Return what to write for hours that are printed for *winter*: by the commonest clock."""
    clocks: Counter[tuple[int, ...]] = Counter()
    whose: dict[tuple[int, ...], str] = {}
    for country in sorted(placed.countries):
        for zone in zones_of(country)[:1]:
            offsets = tuple(offset for _, offset in seasons_of(zone, year))
            if len(set(offsets)) > 1:
                clocks[offsets] += 1
                whose.setdefault(offsets, zone)
    if not clocks or winter.span is None:
        return "Write the hours by the clock of the place, and its zone."
    offsets = clocks.most_common(1)[0][0]
    start, end = ((time - winter.offset + min(offsets)) % MINUTES_OF_DAY for time in winter.span)
    hours = quoted(f"{time_of_day(start)}-{time_of_day(end)}")
    return f"Did you mean {hours} in the time zone {quoted(whose[offsets])}, or one like it?"


def _shown(printed: list[Printed]) -> str:
    words = [
        f"{'-'.join(map(time_of_day, one.span))} {one.name}" if one.span else one.name
        for one in printed
    ]
    return listed(quoted(word) for word in dict.fromkeys(words))


def offsets_of(text: str) -> list[Printed]:
    """Return the offsets that *text* prints, each with the span before it.

    >>> offsets_of("08:00–16:00 UTC / 9-17 (CET)")
    [Printed(name='UTC', offset=0, span=(480, 960)), Printed(name='CET', offset=60, span=None)]
    """
    found = []
    for one in _OFFSET.finditer(text):
        offset = _ABBREVIATIONS.get(one["name"] or "", 0)
        if one["sign"]:
            offset = int(one["hours"]) * 60 + int(one["minutes"] or 0)
            offset = offset if one["sign"] == "+" else -offset
        before = _RANGE_BEFORE.search(text[: one.start()])
        span = None
        if before is not None:
            first, first_minute, last, last_minute = map(int, before.groups())
            span = (first * 60 + first_minute, last * 60 + last_minute)
        found.append(Printed(one.group(), offset, span))
    return found


def _fits(printed: list[Printed], offset: int, spans: list[WrittenSpan]) -> bool:
    """Return whether one of the *printed* offsets is right where the zone has *offset*."""
    wanted = {(span.start % MINUTES_OF_DAY, span.end % MINUTES_OF_DAY) for span in spans}
    for one in printed:
        if one.span is None or not wanted:
            if one.offset == offset:
                return True
            continue
        moved = tuple((time - one.offset + offset) % MINUTES_OF_DAY for time in one.span)
        if moved in wanted:
            return True
    return False


def seasons_of(zone: str, year: int) -> list[tuple[str, int]]:
    """Return the months in which the offset of *zone* is looked at, and it in minutes."""
    return _offsets_on(zone, [dt.date(year, month, 15) for month in (1, 7)])


def _seasons_of_rule(placed: PlacedRule, zone: str, year: int) -> list[tuple[str, int]]:
    """Return the months and offsets of the year, or of a year of the days of a rule.

    0001-01-01 and 9999-12-31 are written for "always", as everywhere.
    """
    first, last = placed.rule.valid_from, placed.rule.valid_until
    begin = None if first is None or first == dt.date.min else first.toordinal()
    end = None if last is None or last == dt.date.max else last.toordinal()
    if begin is None:
        if end is None:
            return seasons_of(zone, year)
        begin = max(_FIRST, end - _YEAR)
    end = min(begin + _YEAR, end if end is not None else _LAST)
    days = range(begin, end + 1, (end - begin) // 11 + 1)  # a month apart at most
    return _offsets_on(zone, [dt.date.fromordinal(day) for day in days])


def _offsets_on(zone: str, days: list[dt.date]) -> list[tuple[str, int]]:
    """Return the month of each of *days* with the offset of *zone* in minutes."""
    found = []
    for day in days:
        noon = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.timezone.utc)
        offset = open_zone(zone).offset_at(int(noon.timestamp())) // 60
        found.append((_MONTHS[day.month - 1], offset))
    return found


DOUBTS = (
    Doubtful(
        "hours-not-as-printed",
        "the hours have other times than the printed ones",
        times_unlike_print,
    ),
    Doubtful(
        "offset-contradicts-zone",
        "the printed offset is not that of the time zone",
        offsets_unlike_zone,
    ),
)
