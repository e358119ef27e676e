"""What is kept of a question, so that asking again is cheap."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Sequence

from supportlines.hours import zone_data_version
from supportlines.lookup import caveats
from supportlines.lookup.answer import AnswerData, SourceRead
from supportlines.lookup.offers import offering
from supportlines.lookup.resolution import serving
from supportlines.places import is_zone_of
from supportlines.places.package import calendar_version

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line
    from supportlines.lookup.answer import Caller, Caveat
    from supportlines.lookup.candidates import Index
    from supportlines.lookup.memory import Stretch
    from supportlines.lookup.offers import Offering
    from supportlines.lookup.validity import Generation


@dataclass(frozen=True)
class Plan:
    """A checked question with what it is offered."""

    facts: Facts
    caller: Caller
    offered: Offering
    caveats: tuple[Caveat, ...]
    data: AnswerData
    index: Index = field(compare=False)
    generation: Generation
    """The days for which it is made; see `validity.TurningDays`."""
    replies: dict[tuple[str, str], Plan] = field(default_factory=dict, compare=False)
    """The plans of callers who say one thing more."""
    stretches: list[Stretch] = field(default_factory=list, compare=False)
    """What was answered, by its start; `memory` forgets the oldest of all plans together."""
    coming: dict[object, Any] = field(default_factory=dict, compare=False)
    """What `coming` found for the weeks of the last question."""


def make_plan(facts: Facts, index: Index, caller: Caller, generation: Generation) -> Plan:
    """Return everything about *caller*'s answer but what the hours of an instant decide.

    The lines are those of *generation*; see `validity.Calendar`.
    """
    offered = offering(facts, index, caller, generation)
    is_listed = facts.lists(caller.country)
    return Plan(
        facts=facts,
        caller=caller,
        offered=offered,
        caveats=(
            *_caveats_of_lines(facts, index, caller, generation, offered),
            *(_caveats_of_zone(caller) if is_listed else ()),
        ),
        data=_data(facts, asks_calendar=offered.asks_calendar),
        index=index,
        generation=generation,
    )


def _data(facts: Facts, *, asks_calendar: bool) -> AnswerData:
    """Return what an answer from *directory* rests on."""
    # Whether anybody else has imported the package makes no difference to an answer.
    return AnswerData(
        directory=facts.id,
        sources=tuple(
            SourceRead(source.title, source.url, source.read_on, source.version)
            for source in facts.sources
        ),
        zone_data_version=zone_data_version(),
        holidays_version=calendar_version() if asks_calendar else None,
    )


def _caveats_of_lines(
    facts: Facts, index: Index, caller: Caller, generation: Generation, offered: Offering
) -> Sequence[Caveat]:
    """Return what is said of the lines that there are, or are not, for *caller*."""
    if not facts.lists(caller.country):
        return [caveats.not_listed(caller)]
    found: list[Caveat] = []
    if not facts.is_named(caller.country):
        chains = facts.chains_of(caller.country)
        found.append(caveats.country_not_named(caller, [chain[0] for chain in chains]))
    wanted = [one for one in offered.offers if one.line.channel in caller.channels]
    ranks = [one.rank for offer in wanted for one in offer.languages]
    # Of what waits nobody is told yet in which language it is.
    if wanted and not offered.waiting and all(rank is None for rank in ranks):
        found.append(caveats.wanted_language_missing(caller))
    if offered.waiting:
        found.append(caveats.must_be_said(facts, offered.waiting, more=bool(wanted)))
    if wanted or offered.waiting:
        return found
    return [*found, *_why_nothing(facts, index, caller, generation, offered)]


def _why_nothing(
    facts: Facts, index: Index, caller: Caller, generation: Generation, offered: Offering
) -> Sequence[Caveat]:
    """Return why nothing of a wanted channel is offered."""
    found: list[Caveat] = []
    kept_away = (*offered.withheld, *offered.unnamed)
    if withheld := [one for one in kept_away if one.line.channel in caller.channels]:
        refusing = [one.reason for one in withheld if one.reason.code == "not_available"]
        found += map(caveats.not_available, dict.fromkeys(refusing))
        others = [one for one in withheld if one.reason.code != "not_available"]
        if others and all(one.reason.code == "number_unusable" for one in others):
            found.append(caveats.nothing_usable(caller))
        elif others:
            found.append(caveats.nothing_dialable(caller))
    else:
        found.append(_nothing_listed(facts, index, caller, generation))
    return found


def _nothing_listed(facts: Facts, index: Index, caller: Caller, generation: Generation) -> Caveat:
    """Return why no line of a wanted channel is listed: what was said that leaves none."""
    days = index.days_with_lines(caller, generation)

    def has_lines(one: Caller) -> bool:
        return index.has_lines(one, generation)

    if any(index.candidates(caller, generation)):
        return caveats.channel_not_listed(caller)
    said = tuple(name for name, _ in caller.facets)
    if said and has_lines(replace(caller, facets=())):
        return caveats.facet_not_listed(facts, caller, said)
    if caller.desk is not None and has_lines(replace(caller, desk=None)):
        return caveats.desk_not_listed(caller, *days)
    of_part = bool(facts.chains_of_parts(caller.country)) or (
        caller.subdivision is not None and has_lines(replace(caller, subdivision=None))
    )
    if any(days):
        return caveats.not_listed(caller, *days, of_part=of_part)
    return caveats.not_listed(caller, of_part=of_part)


def _caveats_of_zone(caller: Caller) -> Sequence[Caveat]:
    """Return what is said of whose clock "local time" means."""
    if caller.time_zone is not None:
        if caller.local_zones != (caller.time_zone,):
            return [caveats.time_zone_fixed(caller)]
        if not is_zone_of(caller.time_zone, caller.country):
            return [caveats.time_zone_outside(caller)]
    elif not caller.local_zones:
        return [caveats.time_zone_unknown(caller)]
    return []


def called(plan: Plan, identifier: str) -> str:
    """Return what a line is called; its number is told to those alone who are offered it."""
    line, _ = plan.facts.line(identifier)
    if line.label is not None:
        return line.label
    if any(one.line is line for one in plan.offered.offers):
        return line.number.grouped if line.number is not None else line.published_as
    return line.id


def followed_by(plan: Plan, line: Line) -> str | None:
    """Return what the line is called that takes the place of *line* in the caller's country.

    It does so on the day after the last one; None if none does.
    """
    if line.valid_until is None:
        return None
    day = line.valid_until + timedelta(days=1)
    for one, _ in serving(plan.facts, plan.caller.country):
        begun = (one.valid_from or date.min) <= day <= (one.valid_until or date.max)
        if one.replaces == line.id and begun:
            return one.label or one.id
    return None
