"""Whether two records can be for one caller: their conditions, and the places that lines serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.lookup import Question, caller_of
from supportlines.lookup.conditions import left_open, limits_of_line, with_replies
from supportlines.lookup.resolution import languages_of, parts_listed

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.doubts.ground import Ground, PlacedLine
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
        mine, theirs = (parts_served(facts, each, country) for each in (one, other))
        is_whole = mine is None or theirs is None
        if is_whole or not apart(facts, _of_parts(mine), _of_parts(theirs)):
            found.add(country)
    return frozenset(found)


def _of_parts(parts: tuple[str, ...] | None) -> Limits:
    return (("subdivision", parts or ()),)


def parts_served(facts: Facts, placed: PlacedLine, country: str) -> tuple[str, ...] | None:
    """Return the parts of *country* that a line is for; None if it is for all of it."""
    line = placed.line
    if line.serves or line.serves_parts:
        return None if country in line.serves else _of_country(line.serves_parts, country)
    return parts_listed(facts, placed.region.region, country)


def _of_country(parts: tuple[str, ...], country: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part.partition("-")[0] == country)


def spoken_on(ground: Ground, placed: PlacedLine) -> frozenset[str] | None:
    """Return what is spoken on a line, whoever calls; None if that is not known or is anything."""
    if placed.line.speaks_any:
        return None
    by_chain = [languages_of(placed.line, chain) for chain in ground.chains_of(placed)]
    return frozenset(tag for tags in by_chain for tag in tags) if all(by_chain) else None
