"""Doubts about closures: of a night, of who is always there, of which nobody knows the end."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Callable, Iterator, List, NamedTuple, Optional, Tuple

from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful
from supportlines.errors import listed
from supportlines.hours import MINUTES_OF_DAY, OpeningHours
from supportlines.lookup.closures import closure_of
from supportlines.lookup.histories import Stated
from supportlines.lookup.resolution import is_for_tier, levels_of

if TYPE_CHECKING:
    from supportlines.directory import DayException, Path, Rule
    from supportlines.doubts.ground import Ground, PlacedLine, PlacedRegion, PlacedRule

_ONE_DAY = dt.timedelta(days=1)
_ONE_SECOND = dt.timedelta(seconds=1)
_WALL = "UTC"
"""A clock that is never set: what is compared is what clocks on a wall show."""

_SHOWN = 3
"""Of more lines the rest are counted."""

_LONG = 90
"""Days after which somebody should ask whether a closure is over."""


class _Night(NamedTuple):
    """Hours that run past midnight, by the clock on a wall."""

    begins: dt.datetime
    ends: dt.datetime


def cut_nights(ground: Ground) -> Iterator[Suspicion]:
    """Yield exceptions for whole days whose first midnight lies inside a night of hours."""
    for path, one, source, rules in _exceptions(ground):
        if one.begins is not None or one.each_month is not None or one.adds:
            continue
        first, last = one.days
        if last < ground.today or first == dt.date.min or last == dt.date.max:
            continue
        for rule, tier in rules():
            night = _night_before(rule, first)
            if night is None or not _ends_at_midnight(ground, rule, tier, one, source, first):
                continue
            ends = [_night_before(rule, day) for day in (last, last + _ONE_DAY)]
            yield _cut(path, one, night, ends)
            break


def _cut(
    path: Path, one: DayException, night: _Night, last_nights: list[_Night | None]
) -> Suspicion:
    """Return what is told of *night*; the last ones are that into the last day, and that after."""
    first = one.days[0]
    end_before, next_night = last_nights
    found = (
        f"the night that begins on {night.begins.date()} at {night.begins:%H:%M} ends at midnight "
        "by this exception, which is for whole days: which night is meant?"
    )
    remedy = "If the hours of that night go on, write them here as well."
    if end_before and next_night and all(rule.state == "closed" for rule in one.hours.rules):
        evening = f"{first}T{next_night.begins:%H:%M}"
        remedy = (
            f'If it is that which begins on {first}, write "from: {evening}" and '
            f'"until: {next_night.ends:%Y-%m-%dT%H:%M}"; if it is that before, begin '
            f'"from: {night.begins:%Y-%m-%dT%H:%M}" and end '
            f'"until: {end_before.ends:%Y-%m-%dT%H:%M}".'
        )
    where = (*path, "on" if one.on is not None else "first_day")
    return Suspicion("night-cut", where, found, remedy, str(first))


def _night_before(rule: Rule, day: dt.date) -> _Night | None:
    """Return the hours of the eve of *day* that run into it, if they are a night's."""
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=dt.timezone.utc)
    hours = OpeningHours.of(rule.hours, _WALL)
    around = hours.stretches(midnight - _ONE_DAY, midnight + _ONE_DAY)
    for begins, ends, state in around:
        if begins < midnight < ends:
            is_night = midnight - _ONE_DAY < begins and ends < midnight + _ONE_DAY
            return _Night(begins, ends) if state == "open" and is_night else None
    return None


def _ends_at_midnight(
    ground: Ground, rule: Rule, tier: str, one: DayException, source: str | None, day: dt.date
) -> bool:
    """Return whether what is stated closes at the midnight before *day*."""
    over = closure_of(ground.directory, one, source)
    hours = OpeningHours.of(Stated((rule,), (over,), tier).timetable(), _WALL)
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=dt.timezone.utc)
    return hours.is_open(midnight - _ONE_SECOND) and hours.state(midnight) == "closed"


_Rules = List[Tuple["Rule", str]]
_Found = Iterator[Tuple["Path", "DayException", Optional[str], Callable[[], _Rules]]]


def _exceptions(ground: Ground) -> _Found:
    """Yield all exceptions with their paths, sources and the rules that they may lie over."""
    for region in ground.regions:
        for path, one in _of(region.path, region.region.exceptions):
            yield path, one, None, partial(_rules_in, ground, region, one)
    for line in ground.lines:
        for path, one in _of(line.path, line.line.exceptions):
            yield path, one, line.line.source, partial(_rules_on, ground, line, one)
    for rule in ground.rules:
        for path, one in _of(rule.path, rule.rule.exceptions):
            source = rule.rule.source or (rule.line.line.source if rule.line is not None else None)
            yield path, one, source, partial(_for_tiers, one, [(rule.rule, rule.tier)])


def _of(path: Path, exceptions: tuple[DayException, ...]) -> Iterator[tuple[Path, DayException]]:
    for index, one in enumerate(exceptions):
        yield (*path, "exceptions", index), one


def _rules_in(ground: Ground, region: PlacedRegion, one: DayException) -> _Rules:
    """Return the rules that callers in a region, or in one inside it, have on any line."""
    found: _Rules = [
        (placed.rule, placed.tier)
        for placed in ground.rules
        if any(each is region for each in placed.region.chain) or _reaches(placed, region)
    ]
    return _for_tiers(one, found)


def _reaches(placed: PlacedRule, region: PlacedRegion) -> bool:
    """Return whether a rule further out holds in *region*."""
    if not any(each is placed.region for each in region.around):
        return False
    if placed.line is not None:
        return not placed.countries.isdisjoint(region.countries)
    levels = levels_of(None, region.regions, placed.tier)
    return any(rule is placed.rule for level in levels for rule in level)


def _rules_on(ground: Ground, line: PlacedLine, one: DayException) -> _Rules:
    """Return the rules that a line has, its own or those of the regions of its callers."""
    found = {
        (id(rule), tier.id): (rule, tier.id)
        for tier in ground.directory.tiers
        for chain in ground.chains_of(line)
        for level in levels_of(line.line, chain, tier.id)
        for rule in level
    }
    return _for_tiers(one, [*found.values()])


def _for_tiers(one: DayException, rules: _Rules) -> _Rules:
    return [
        (rule, tier)
        for rule, tier in rules
        if is_for_tier(one, tier) and _may_run_past_midnight(rule)
    ]


def _may_run_past_midnight(rule: Rule) -> bool:
    spoken = (one for one in rule.hours.rules if one.state == "open" and not one.always)
    return any(end >= MINUTES_OF_DAY for one in spoken for _, end in one.spans)


def ends_unknown_for_long(ground: Ground) -> Iterator[Suspicion]:
    """Yield closures that began long before anything was read, and of which no end is known."""
    newest = max(source.read_on for source in ground.directory.sources)
    for path, one, _, _ in _exceptions(ground):
        if not one.end_unknown:
            continue
        first = one.days[0]
        age = (newest - first).days
        if age > _LONG:
            key = "until" if one.begins is not None else "last_day"
            found = (
                f"this began on {first}, {age} days before the file was last compared with a "
                "source, and nobody knows its end."
            )
            remedy = "Read the source again, and ask whether it is over."
            yield Suspicion("end-long-unknown", (*path, key), found, remedy, "unknown")


def day_and_night_closed(ground: Ground) -> Iterator[Suspicion]:
    """Yield exceptions of regions that close lines which say of themselves that they never do."""
    for region in ground.regions:
        for path, one in _of(region.path, region.region.exceptions):
            if one.days[1] < ground.today or not _closes(one):
                continue
            lines = [placed for placed in ground.lines if _never_closes(placed, region, one)]
            if lines:
                names = listed([placed.line.id for placed in lines], most=_SHOWN)
                found = f"this closes {names} as well, by whose own hours somebody is always there."
                remedy = (
                    "If not all close, write it at the lines that do, or give the others an "
                    'exception of the same days with "hours: 24/7".'
                )
                yield Suspicion("day-and-night-closed", path, found, remedy, lines[0].line.id)


def _closes(one: DayException) -> bool:
    """Return whether nobody is there for some of the time of an exception."""
    rules = one.hours.rules
    if one.adds:
        return any(rule.state == "closed" for rule in rules)
    return not any(rule.always and rule.state != "closed" for rule in rules)


def _never_closes(placed: PlacedLine, region: PlacedRegion, one: DayException) -> bool:
    """Return whether a line has 24/7 of its own where its region has not, and no exceptions."""
    line = placed.line
    if line.exceptions or line.unusable is not None or not line.is_live:
        return False
    if not any(each is region for each in placed.region.chain) and (
        not any(each is placed.region for each in region.around)
        or placed.served.isdisjoint(region.countries)
    ):
        return False
    return any(
        is_for_tier(one, tier)
        and any(_is_always(rule) and not rule.exceptions for rule in rules)
        and not any(map(_is_always, next(levels_of(None, region.regions, tier), ())))
        for tier, rules in line.availability.items()
    )


def _is_always(rule: Rule) -> bool:
    if rule.after is not None or rule.not_available is not None:
        return False
    return any(one.always and one.state == "open" for one in rule.hours.rules[-1:])


DOUBTS = (
    Doubtful("night-cut", "an exception for a day cuts a night in two", cut_nights),
    Doubtful(
        "day-and-night-closed",
        "an exception of a region closes a line that is there day and night",
        day_and_night_closed,
    ),
    Doubtful(
        "end-long-unknown",
        "the end of what began long ago is not known",
        ends_unknown_for_long,
        comes_with_time=True,
    ),
)
