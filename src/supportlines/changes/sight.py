"""All of a directory that callers of one country can see: where it is equal nothing has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from supportlines.lookup.resolution import serving

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region, Rule


def sight(facts: Facts, country: str) -> object:
    """Return what is equal for two directories that answer callers of *country* the same.

    Two that differ may give the same answers all the same: then their offers are compared.
    """
    seen = dict(serving(facts, country))
    for guess in facts.guesses:
        if country in guess.countries:
            seen.update(facts.line(one) for one in guess.lines)
    chains = [*facts.chains_of(country), *(one for _, one in facts.chains_of_parts(country))]
    inside = {region.id: region for chain in chains for region in chain}
    regions = tuple(inside.values())
    waiting = list(seen.items())
    while waiting:
        line, chain = waiting.pop()
        for other in _followed(line, (*chain, *regions)):
            placed, around = facts.line(other)
            if placed not in seen:
                seen[placed] = around
                waiting.append((placed, around))
    return (
        [(line, _levels(chain), facts.served_by(line)) for line, chain in seen.items()],
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


def _followed(line: Line, chain: tuple[Region, ...]) -> Iterator[str]:
    """Yield the lines after which the hours of *line* are."""
    yield from _after(rule for rules in line.availability.values() for rule in rules)
    for region in chain:
        yield from _after(rule for rules in region.availability.values() for rule in rules)


def _after(rules: Iterator[Rule]) -> Iterator[str]:
    return (rule.after for rule in rules if rule.after is not None)
