"""Whom a line serves: the regions in which its callers are, and the first of them."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Iterator

from supportlines.lookup.conditions import left_open, limits_of_line, with_replies
from supportlines.lookup.inside import chains_of_caller
from supportlines.lookup.question import Question, caller_of
from supportlines.lookup.resolution import chains_of_callers, desks_told, parts_listed
from supportlines.places.parts import common_parts, lies_in

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.lookup.conditions import Limits


def chains_served(facts: Facts, line: Line, country: str) -> Iterator[tuple[Region, ...]]:
    """Yield the chains of regions in which callers from *country* are whom *line* serves.

    Some may come more than once, and some may lie outside of the regions of the line.
    """
    parts = _parts_served(line, country)
    if parts is None:
        yield from chains_of_callers(facts, country)
        return
    for part in parts:
        yield from chains_within(facts, part)


def chains_within(facts: Facts, part: str) -> Iterator[tuple[Region, ...]]:
    """Yield the chains of regions in which callers from *part* of a country may be."""
    country = part.partition("-")[0]
    there = with_replies(caller_of(facts, Question(country)), (("subdivision", part),))
    yield from chains_of_caller(facts, there)
    for listed, chain in facts.chains_of_parts(country):
        if lies_in(listed, (part,)):
            yield chain


def _parts_served(line: Line, country: str) -> tuple[str, ...] | None:
    """Return the parts of *country* that *line* says it is for; None if it names none of them."""
    stated = [] if country in line.serves else [line.serves_parts]
    stated.append(line.only_for.get("subdivisions", ()))
    several = [
        tuple(part for part in parts if part.startswith(f"{country}-")) for parts in stated if parts
    ]
    return reduce(common_parts, several) if several else None


def first_question(facts: Facts, line: Line) -> Question | None:
    """Return what the first caller of *line* asks: on its channel, at its first desk.

    The first country that it serves comes first, in the order of the file, and of each condition
    the first value that can be met there. None if it is for nobody.
    """
    _, (region, *_) = facts.line(line.id)
    of_parts = (part.partition("-")[0] for part in line.serves_parts)
    served = (*line.serves, *of_parts) or facts.countries_in_order(region.id)
    for country in dict.fromkeys(served):
        limits = limits_of_line(line)
        if line.serves_parts and country not in line.serves:
            limits = (("subdivision", line.serves_parts), *limits)
        listed = parts_listed(facts, region, country)
        if listed is not None:
            limits = (*limits, ("subdivision", listed))
        said = _replies(facts, limits, country)
        if said is not None:
            return _question(facts, line, country, said)
    return None


def _replies(facts: Facts, limits: Limits, country: str) -> dict[str, str] | None:
    """Return by its name the first reply that meets each of *limits*; None if there is none."""
    whoever = caller_of(facts, Question(country))
    found = {}
    for name in dict.fromkeys(name for name, _ in limits):
        of_name = tuple(one for one in limits if one[0] == name)
        values = dict.fromkeys(value for _, several in of_name for value in several)
        if name == "subdivision":
            values = {value: None for value in values if value.startswith(f"{country}-")}
        met = (
            reply
            for reply in values
            if left_open(facts, of_name, with_replies(whoever, ((name, reply),))) == ()
        )
        reply = next(met, None)
        if reply is None:
            return None
        found[name] = reply
    return found


def _question(facts: Facts, line: Line, country: str, said: dict[str, str]) -> Question:
    language = said.pop("language", None)
    return Question(
        country,
        languages=() if language is None else (language,),
        tier=said.pop("tier", None),
        desk=next(iter(desks_told(facts, line)), None),
        severity=said.pop("severity", None),
        subdivision=said.pop("subdivision", None),
        channels=(line.channel,),
        facets=said,
    )
