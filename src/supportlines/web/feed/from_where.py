"""From where the phone stands: countries from which the same lines are reached in the same way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Mapping, NamedTuple

from supportlines.lookup import Reason, reach
from supportlines.places import known_countries

if TYPE_CHECKING:
    from supportlines.directory import Line, Region
    from supportlines.lookup import Caller
    from supportlines.web.feed.scope import Scope

ELSEWHERE = "*"
"""Stands for all countries that no other group names."""


def groups_of_countries(scope: Scope, caller: Caller) -> tuple[tuple[str, ...], ...]:
    """Return the countries from which *caller*'s lines are reached otherwise than from home.

    Of each group one country stands for all. The largest names one, and `ELSEWHERE` behind it.
    """
    home = _reached(scope, caller, caller.country)
    groups: dict[object, list[str]] = {}
    for country in sorted(known_countries()):
        if country != caller.country:
            groups.setdefault(_reached(scope, caller, country), []).append(country)
    if groups.keys() <= {home}:
        return ()
    largest = max(groups.values(), key=len)
    if groups.get(home) is largest:
        return tuple(tuple(group) for way, group in groups.items() if way != home)
    others = (tuple(group) for group in groups.values() if group is not largest)
    return (*others, (largest[0], ELSEWHERE))


def costs_from(scope: Scope, caller: Caller, line: Line, region: Region) -> Mapping[str, str]:
    """Return what a call of *line* costs, by the country where the phone of *caller* stands.

    Countries from which it cannot be reached are left out.
    """
    ways = ((one, _way(scope, caller, line, region, one)) for one in sorted(known_countries()))
    return {country: way.cost for country, way in ways if isinstance(way, _Way)}


class _Way(NamedTuple):
    place: object
    """What an option's place in the order hangs on, and what is said of it."""
    cost: str


def _reached(scope: Scope, caller: Caller, standing: str) -> tuple[object, ...]:
    """Return what is equal where all lines are reached in the same way, but for keys and cost."""
    ways = (_way(scope, caller, *one, standing) for one in scope.lines(caller.country))
    return tuple(way.place if isinstance(way, _Way) else way for way in ways)


def _way(scope: Scope, caller: Caller, line: Line, region: Region, standing: str) -> _Way | str:
    """Return how *line* is reached from a country, or the code of why it is not."""
    is_home = standing == caller.country
    key = (line.id, standing, is_home, is_home or caller.country in (line.dialable_from or ()))
    found = scope.ways.get(key)
    if found is None:
        there = replace(caller, calling_from=standing)
        way = reach(scope.facts, line, region, there)
        if isinstance(way, Reason):
            found = way.code
        else:
            said = tuple(one.code for one in way.caveats if one.code not in _OF_KEYS)
            found = _Way((way.cost == "free", way.limits, said), way.cost)
        scope.ways[key] = found
    return found


_OF_KEYS = frozenset(["carrier_prefix", "trunk_prefix_unknown"])
"""Caveats of what is pressed: the page tells them of the keys."""
