"""Which rules hold for callers of a line, whoever they are: what a page without a clock says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.directory import CALLER
from supportlines.lookup.resolution import (
    exceptions_over,
    is_for_tier,
    languages_of,
    levels_of,
    of_language,
)

if TYPE_CHECKING:
    from datetime import date

    from supportlines.directory import DayException, Facts, Line, Region, Rule


class StatedRule(NamedTuple):
    """A rule, the tier that it is stated for, and the languages of a line that it speaks of."""

    tier: str
    rule: Rule
    languages: tuple[str, ...]
    """Empty where that is all that the line has."""


def spoken_on(facts: Facts, line: Line, chain: Sequence[Region]) -> tuple[str, ...]:
    """Return what is spoken on *line*: what is stated, or what the directory assumes."""
    return languages_of(line, chain) or facts.assumed_languages


def has_hours(line: Line) -> bool:
    """Return whether rules of regions are about *line*: a form takes messages at any time."""
    return line.is_live or bool(line.availability)


def rules_stated(facts: Facts, line: Line, chain: Sequence[Region]) -> Iterator[StatedRule]:
    """Yield the rules for callers of *line* in *chain*, tier by tier, each once.

    Of a tier that includes another the other's rules are not among its own.
    """
    if not has_hours(line):
        return
    stated = spoken_on(facts, line, chain)
    wanted: list[str | None] = [*stated, *([None] if line.speaks_any or not stated else [])]
    desks = facts.desks_of(line)
    for tier in facts.tiers:
        found: dict[int, tuple[Rule, dict[str | None, None]]] = {}
        for language in wanted:
            for rule in _nearest(line, chain, tier.id, language, desks):
                found.setdefault(id(rule), (rule, {}))[1][language] = None
        for rule, languages in found.values():
            some = () if len(languages) == len(wanted) else tuple(filter(None, languages))
            yield StatedRule(tier.id, rule, some)


def _nearest(
    line: Line, chain: Sequence[Region], tier: str, language: str | None, desks: Sequence[str]
) -> Sequence[Rule]:
    """Return the rules of the nearest level that has any for *language* and for each desk."""
    found: dict[int, Rule] = {}
    for desk in desks or (None,):
        for level in levels_of(line, chain, tier):
            of_desk = [one for one in level if not one.desks or desk in one.desks]
            rules = of_language(of_desk, language)
            if rules:
                found.update((id(one), one) for one in rules)
                break
    return tuple(found.values())


def zone_stated(facts: Facts, rule: Rule, country: str) -> str:
    """Return by whose clock *rule* is for callers from *country*: a zone, or `caller`."""
    known = facts.countries.get(country)
    if rule.time_zone == CALLER and known is not None and known.time_zone is not None:
        return known.time_zone
    return rule.time_zone


def exceptions_stated(
    line: Line, chain: Sequence[Region], stated: Sequence[StatedRule], since: date
) -> Iterator[tuple[DayException, str]]:
    """Yield what is otherwise on days that are not over on *since*, with the tier it is for."""
    for tier in dict.fromkeys(one.tier for one in stated):
        over = [one for one, _ in exceptions_over(line, chain, tier)]
        for each in stated:
            if each.tier == tier:
                over += [one for one in each.rule.exceptions if is_for_tier(one, tier)]
        yield from ((one, tier) for one in over if one.days[1] >= since)
