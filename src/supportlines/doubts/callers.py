"""Whether two records can be for one caller: their conditions, and the places that lines serve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from supportlines.lookup import Question, caller_of
from supportlines.lookup.conditions import left_open, limits_of_line, with_replies
from supportlines.lookup.resolution import chains_of_callers, languages_of

if TYPE_CHECKING:
    from supportlines.directory import Facts, Region
    from supportlines.doubts.ground import PlacedLine
    from supportlines.lookup.conditions import Limits

_ANYWHERE = "GB"
"""Stands for any country where it makes no difference."""


def apart(facts: Facts, one: Limits, other: Limits) -> str | None:
    """Return of what no reply meets both conditions; None if a caller can be meant by both."""
    for name, values in one:
        for other_name, others in other:
            if name == other_name and not _can_meet(facts, name, values, others):
                return name
    return None


def _can_meet(facts: Facts, name: str, mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    replies = (*mine, *theirs)
    if name == "tier":
        replies = tuple(one.id for one in facts.tiers)
    for reply in dict.fromkeys(replies):
        country = reply.partition("-")[0] if name == "subdivision" else _ANYWHERE
        caller = with_replies(caller_of(facts, Question(country)), ((name, reply),))
        if left_open(facts, ((name, mine), (name, theirs)), caller) == ():
            return True
    return False


def share_callers(facts: Facts, one: PlacedLine, other: PlacedLine) -> frozenset[str]:
    """Return the countries whose callers may be meant by both lines, whatever their desks."""
    common = one.served & other.served
    if not common or apart(facts, limits_of_line(one.line), limits_of_line(other.line)):
        return frozenset()
    found = set()
    for country in common:
        mine, theirs = parts_served(one, country), parts_served(other, country)
        is_whole = mine is None or theirs is None
        if is_whole or not apart(facts, _of_parts(mine), _of_parts(theirs)):
            found.add(country)
    return frozenset(found)


def _of_parts(parts: tuple[str, ...] | None) -> Limits:
    return (("subdivision", parts or ()),)


def parts_served(placed: PlacedLine, country: str) -> tuple[str, ...] | None:
    """Return the parts of *country* that a line is for; None if it is for all of it."""
    line = placed.line
    if line.serves or line.serves_parts:
        return None if country in line.serves else _of_country(line.serves_parts, country)
    return parts_listed(placed.region.region, country)


def parts_listed(region: Region, country: str) -> tuple[str, ...] | None:
    """Return the parts of *country* that a region and those inside list; None for all of it."""
    every = tuple(_inside(region))
    if any(country in (*one.countries, *one.countries_not_named) for one in every):
        return None
    return _of_country(tuple(part for one in every for part in one.parts), country)


def _of_country(parts: tuple[str, ...], country: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part.partition("-")[0] == country)


def _inside(region: Region) -> Iterator[Region]:
    yield region
    for inner in region.regions:
        yield from _inside(inner)


def spoken_on(facts: Facts, placed: PlacedLine) -> frozenset[str] | None:
    """Return what is spoken on a line, whoever calls; None if that is not known or is anything."""
    line, region = placed.line, placed.region.region
    if line.speaks_any:
        return None
    if line.languages:
        return frozenset(line.languages)
    found: set[str] = set()
    for country in placed.served:
        for chain in chains_of_callers(facts, country):
            if region in chain:
                spoken = languages_of(line, chain)
                if not spoken:
                    return None
                found.update(spoken)
    return frozenset(found) or None
