"""Which callers of a country are compared: each reply to whatever the hours depend on."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Iterable, Iterator, Mapping, NamedTuple, Tuple

from supportlines.directory import OTHER
from supportlines.lookup.conditions import limits_of_line, limits_of_rule
from supportlines.lookup.resolution import levels_for, lines_for, parts_named
from supportlines.places.parts import is_whole

if TYPE_CHECKING:
    from supportlines.directory import Facts

Replied = Tuple["str | None", ...]
"""Replies to the names of `Askable`, in their order; None for what was not said."""

_MOST = 60
"""Of more replies to several questions, each question is answered by itself."""
_NO_DIMENSION = ("tier", "desk", "language")
"""What each caller has, and each line tells."""


class Askable(NamedTuple):
    """What callers of a country may say, as far as it makes a difference to what is offered."""

    names: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]
    required: frozenset[str]
    """What must be said before anything that it decides is offered."""

    def replies(self) -> list[Replied]:
        """Return each way in which a caller may reply."""
        every = list(product(*(self.values[name] for name in self.names)))
        if len(every) <= _MOST:
            return [tuple(one) for one in every]
        # Each by itself; what must be said has its first value beside the others.
        usual = tuple(self.values[one][0] if one in self.required else None for one in self.names)
        found: dict[Replied, None] = {usual: None}
        for place, name in enumerate(self.names):
            for value in self.values[name]:
                found[(*usual[:place], value, *usual[place + 1 :])] = None
        return list(found)


def askable(old: Facts, new: Facts, country: str) -> Askable:
    """Return what makes a difference in either directory; of what both know, what both take."""
    named: dict[str, dict[str, None]] = {}
    for facts in (new, old):
        for name, values in _limits_in(facts, country):
            named.setdefault(name, {}).update(dict.fromkeys(values))
    if "subdivision" in named:  # callers elsewhere are not offered what is for a part alone
        for facts in (new, old):
            named["subdivision"].update(dict.fromkeys(parts_named(facts, country)))
    names = sorted(named, key=lambda name: name != "severity")
    taken = {name: _values(old, new, country, name, named[name]) for name in names}
    return Askable(
        names=tuple(name for name in names if taken[name]),
        values=taken,
        required=frozenset(one.id for facts in (old, new) for one in facts.facets if one.required),
    )


def _values(
    old: Facts, new: Facts, country: str, name: str, named: Iterable[str]
) -> tuple[str, ...]:
    """Return the replies to *name* that are compared."""
    if name == "subdivision":
        parts = tuple(dict.fromkeys(one for one in named if one.startswith(f"{country}-")))
        codes = [one.partition("-")[2] for one in parts]
        return parts if is_whole(country, codes) else (*parts, OTHER)
    known = [one for one in (_taken(new, name), _taken(old, name)) if one]
    if name in ("carrier", "request"):
        return tuple(dict.fromkeys((*(one for each in known for one in each), OTHER)))
    if len(known) == 1:  # only one of them asks
        return known[0]
    return tuple(one for one in known[0] if one in known[1]) if known else ()


def _taken(facts: Facts, name: str) -> tuple[str, ...]:
    """Return the values that *facts* take for *name*."""
    facet = facts.facet(name)
    if facet is not None:
        return tuple(facet.values)
    if name == "severity":
        return facts.severities
    if name == "request":
        return tuple(facts.requests)
    if name == "carrier":
        return tuple(facts.carriers.values())
    return ("landline", "mobile") if name == "phone" else ()


def understood(facts: Facts, name: str, value: str) -> str | None:
    """Return what *facts* take for a caller's *value*; None where they do not ask for it."""
    if name == "subdivision":
        return value
    known = _taken(facts, name)
    if value in known:
        return value
    return OTHER if known and name in ("carrier", "request") else None


def _limits_in(facts: Facts, country: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what hours in *country* depend on, and what must be said there."""
    if not facts.has_conditions:
        return
    required = {one.id for one in facts.facets if one.required}
    for part, _ in facts.chains_of_parts(country):
        yield "subdivision", (part,)
    lines = [*lines_for(facts, country)]
    for line, _ in lines:
        yield from (limit for limit in limits_of_line(line) if limit[0] in required)
    for level in levels_for(facts, country, lines):
        for rule in (rule for tier in level.availability.values() for rule in tier):
            yield from (one for one in limits_of_rule(rule) if one[0] not in _NO_DIMENSION)
