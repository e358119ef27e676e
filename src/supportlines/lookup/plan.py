"""What is kept of a question, so that asking again is cheap."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Sequence

from supportlines.hours import zone_data_version
from supportlines.lookup import caveats
from supportlines.lookup.answer import AnswerData, SourceRead
from supportlines.lookup.offers import offering
from supportlines.places import is_zone_of
from supportlines.places.package import calendar_version

if TYPE_CHECKING:
    from supportlines.directory import Facts
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
    stretches: list[Stretch] = field(default_factory=list, compare=False)
    """What was answered, by its start; `memory` forgets the oldest of all plans together."""


def make_plan(facts: Facts, index: Index, caller: Caller, generation: Generation) -> Plan:
    """Return everything about *caller*'s answer but what the hours of an instant decide.

    The lines are those of *generation*; see `validity.Calendar`.
    """
    offered = offering(facts, index, caller, generation)
    is_listed = bool(facts.chains_of(caller.country))
    return Plan(
        facts=facts,
        caller=caller,
        offered=offered,
        caveats=(
            *_caveats_of_lines(facts, index, caller, generation, offered),
            *(_caveats_of_zone(caller) if is_listed else ()),
        ),
        data=_data(facts, asks_calendar=offered.asks_calendar),
    )


def _data(facts: Facts, *, asks_calendar: bool) -> AnswerData:
    """Return what an answer from *directory* rests on."""
    # Whether anybody else has imported the package makes no difference to an answer.
    return AnswerData(
        directory=facts.id,
        sources=tuple(
            SourceRead(source.title, source.url, source.read_on) for source in facts.sources
        ),
        zone_data_version=zone_data_version(),
        holidays_version=calendar_version() if asks_calendar else None,
    )


def _caveats_of_lines(
    facts: Facts, index: Index, caller: Caller, generation: Generation, offered: Offering
) -> Sequence[Caveat]:
    """Return what is said of the lines that there are, or are not, for *caller*."""
    chains = facts.chains_of(caller.country)
    if not chains:
        return [caveats.not_listed(caller)]
    found = []
    if not facts.is_named(caller.country):
        found.append(caveats.country_not_named(caller, [chain[0] for chain in chains]))
    if offered.offers:
        if not any(one.rank is not None for offer in offered.offers for one in offer.languages):
            found.append(caveats.wanted_language_missing(caller))
    elif offered.withheld:
        found.append(caveats.nothing_dialable(caller))
    else:
        days = index.days_with_lines(caller, generation)
        of_others = caller.desk and any(index.candidates(replace(caller, desk=None), generation))
        missing = caveats.desk_not_listed if of_others else caveats.not_listed
        found.append(missing(caller, *days))
    return found


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
