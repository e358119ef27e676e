"""Doubts about promises of a reply: nobody is given one, or it is counted on no hours."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING, Any, Iterator, NamedTuple

from supportlines.directory import CHANNELS, Path
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.errors import quoted
from supportlines.hours import DAY, instant_to_second
from supportlines.lookup import Question, caller_of
from supportlines.lookup.conditions import (
    completions,
    left_open,
    limits_of,
    limits_of_line,
    limits_of_rule,
    with_replies,
)
from supportlines.lookup.offers import offerings
from supportlines.lookup.replies import reply_by
from supportlines.lookup.resolution import chains_of_callers, levels_of
from supportlines.places import zones_of

if TYPE_CHECKING:
    from supportlines.directory import Line, Reply
    from supportlines.doubts.ground import Ground, PlacedLine
    from supportlines.hours import TimeLine
    from supportlines.lookup import Caller

_LATER = (0, 10, 40, 100, 200)
"""Days from today on which somebody writes: a closure should not be taken for all time."""

_YEAR = 365

_ASKED = 30
"""Lines and places that are asked about one list; where there are more, nothing is said."""

_REPLIES = 24
"""Ways in which a caller may answer what conditions depend on; with more nothing is said."""


class _Listed(NamedTuple):
    """Promises of a reply, with whoever is given them: lines, each with a country of callers."""

    path: Path
    replies: tuple[Reply, ...]
    users: list[tuple[PlacedLine, str]]
    is_of_line: bool


def _lists(ground: Ground) -> list[_Listed]:
    """Return all lists of promises."""
    facts = ground.directory
    top = _Listed(("reply",), facts.reply, [], is_of_line=False)
    of_regions = {
        placed.region.id: _Listed(
            (*placed.path, "reply"), placed.region.reply, [], is_of_line=False
        )
        for placed in ground.regions
    }
    of_lines = []
    known: set[Any] = set()
    for placed in ground.lines:
        countries = sorted(placed.served)
        if placed.line.reply:
            users = [(placed, country) for country in countries[:1]]
            path = (*placed.path, "reply")
            of_lines.append(_Listed(path, placed.line.reply, users, is_of_line=True))
        elif not placed.line.is_live and placed.line.unusable is None:
            seen: set[Any] = set()
            for country in countries:
                for chain in chains_of_callers(facts, country):
                    if placed.region.region not in chain or chain[0].id in seen:
                        continue
                    seen.add(chain[0].id)
                    nearest = next((one.id for one in chain if one.reply), None)
                    listed = top if nearest is None else of_regions[nearest]
                    alike = (chain[0].id, *_said_of_hours(placed.line))
                    if alike not in known:
                        known.add(alike)
                        listed.users.append((placed, country))
    return [one for one in (top, *of_regions.values(), *of_lines) if one.replies]


def _said_of_hours(line: Line) -> tuple[object, ...]:
    """Return what of a line its hours depend on: lines of which this is equal are asked once."""
    own = (line.availability, line.inherits, line.exceptions, line.valid_from, line.valid_until)
    return (line.languages, line.language_modes, line.desk, line.desks, line.only_for, *own)


def promised_to_nobody(ground: Ground) -> Iterator[Suspicion]:
    """Yield promises that no line gives, and those that an earlier one always stands before."""
    for one in _lists(ground):
        if not one.users and not one.is_of_line:
            found = "no line that takes messages gives these promises of a reply."
            remedy = "State the form or mailbox that they are for, or delete them."
            yield Suspicion("reply-never-heard", one.path, found, remedy, at_key=True)
            continue
        for index, reply in enumerate(one.replies):
            for earlier in range(index):
                if _is_for_all_of(one.replies[earlier], reply):
                    found = f"whoever this is for is given entry #{earlier + 1} of the list."
                    remedy = "Put it before that one, or delete it."
                    path = (*one.path, index)
                    yield Suspicion("reply-never-heard", path, found, remedy, str(reply.within))
                    break


def _is_for_all_of(wide: Reply, narrow: Reply) -> bool:
    """Return whether *wide* is for all that *narrow* is for."""
    return all(
        key in narrow.only_for and set(narrow.only_for[key]) <= set(values)
        for key, values in wide.only_for.items()
    )


def never_due(ground: Ground) -> Iterator[Suspicion]:
    """Yield promises in open time or open days where none is ever known."""
    for one in _lists(ground):
        for index, reply in enumerate(one.replies):
            if not reply.within.unit.startswith("open") or not one.users:
                continue
            if len(one.users) <= _ASKED and _is_never_due(ground, reply, one.users):
                lines = {placed.line.id for placed, _ in one.users}
                name = f"the line {lines.pop()}" if len(lines) == 1 else "lines that give it"
                found = (
                    f"{quoted(str(reply.within))} is counted on hours that are not known, or in "
                    f"which nobody works, for {name}: nobody learns when a reply is due."
                )
                remedy = 'State the hours, or the time by the clock, such as "within: 2 days".'
                path = (*one.path, index, "within")
                yield Suspicion("reply-never-due", path, found, remedy, str(reply.within))


def _is_never_due(ground: Ground, reply: Reply, users: list[tuple[PlacedLine, str]]) -> bool:
    """Return whether an answer never says by when the reply comes, on whichever line."""
    is_asked = False
    for placed, country in users:
        callers = list(islice(_callers(ground, reply, placed, country), _REPLIES + 1))
        if len(callers) > _REPLIES:
            return False
        for caller in callers:
            for due in _due(ground, reply, placed, caller):
                if due:
                    return False
                is_asked = True
    return is_asked


def _callers(ground: Ground, reply: Reply, placed: PlacedLine, country: str) -> Iterator[Caller]:
    """Yield callers to whom the reply is promised on a line, whatever they are entitled to."""
    facts, limits = ground.directory, limits_of(reply.only_for)
    conditions = [limits, limits_of_line(placed.line)]
    chains = [one for one in chains_of_callers(facts, country) if placed.region.region in one]
    for tier in facts.tiers:
        for chain in chains or [placed.region.regions]:
            levels = levels_of(placed.line, chain, tier.id)
            conditions += [limits_of_rule(rule) for level in levels for rule in level]
    zone = next(iter(zones_of(country)), None)  # whoever says where they are is told more
    for tier in facts.tiers if zone is not None else ():
        question = Question(country, tier=tier.id, time_zone=zone, channels=CHANNELS)
        caller = caller_of(facts, question)
        for given in completions(facts, caller, conditions):
            who = with_replies(caller, given)
            if left_open(facts, limits, who) == ():
                yield who


def _due(ground: Ground, reply: Reply, placed: PlacedLine, caller: Caller) -> Iterator[bool]:
    """Yield for each language on the line, and some days, whether the time of a reply is known."""
    noon = dt.datetime.combine(ground.today, dt.time(12), tzinfo=dt.timezone.utc)
    second = instant_to_second(noon)
    for offering in offerings(ground.directory, ground.index, caller, second, second + DAY):
        rows = [row for one in offering.offers if one.line is placed.line for row in one.languages]
        zones = caller.local_zones or ("UTC",)
        for row in rows:
            hours = row.working.line
            if not hours.is_open(noon) and not _is_ever_open(hours, noon):
                yield False
                continue
            for days in _LATER:
                at = noon + dt.timedelta(days=days)
                yield reply_by(reply.within, hours, zones, at) is not None


def _is_ever_open(hours: TimeLine, at: dt.datetime) -> bool:
    until = at + dt.timedelta(days=_LATER[-1] + _YEAR)
    return any(state == "open" for _, _, state in hours.stretches(at, until))


DOUBTS = (
    Doubtful(
        "reply-never-due",
        "a reply is counted on hours that never come",
        never_due,
        needs=Needs.WHOLE,
    ),
    Doubtful(
        "reply-never-heard",
        "nobody is given a promise of a reply",
        promised_to_nobody,
        needs=Needs.WHOLE,
    ),
)
