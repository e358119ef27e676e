"""All of a directory that callers of one country can see: where it is equal nothing has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.directory import Line
from supportlines.lookup.resolution import levels_for, lines_for

if TYPE_CHECKING:
    from supportlines.directory import Facts, Region


def sight(facts: Facts, country: str) -> object:
    """Return what is equal for two directories that answer callers of *country* the same.

    Two that differ may give the same answers all the same: then their offers are compared.
    """
    found = levels_for(facts, country, lines_for(facts, country))
    lines = [facts.line(level.id) for level in found if isinstance(level, Line)]
    return (
        [(line, _levels(chain), facts.served_by(line)) for line, chain in lines],
        [_levels(chain) for chain in facts.chains_of(country)],
        [(part, _levels(chain)) for part, chain in facts.chains_of_parts(country)],
        facts.is_named(country),
        facts.countries,
        [guess for guess in facts.guesses if country in guess.countries],
        (facts.tiers, facts.severities, facts.desks, facts.facets),
        (facts.reply, facts.calendars, facts.assumed_languages, facts.requests),
    )


def _levels(chain: tuple[Region, ...]) -> list[object]:
    """Return what regions say of their lines, but for the lines themselves."""
    return [
        (
            region.id,
            region.name,
            region.languages,
            region.availability,
            region.inherits,
            region.exceptions,
            region.reply,
        )
        for region in chain
    ]
