"""Whom rules are for: the calls that a rule decides, found by the rules of resolution alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple, Tuple

from supportlines.lookup.resolution import is_for_line, languages_of, rules_of

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region

    Chain = Tuple[Region, ...]


class Calls(NamedTuple):
    """The calls that a rule decides: on which lines, whoever makes them."""

    desks: frozenset[str | None]
    """The desks of the lines whose level it is, for other desks than its own, too."""
    languages: frozenset[str]
    """What is spoken on the lines that it is for, or assumed to be."""
    is_known: bool
    """Whether the languages of all those lines are stated."""


_NONE = Calls(frozenset(), frozenset(), is_known=True)


def calls_by_rule(facts: Facts) -> dict[int, Calls]:
    """Return the calls that each rule decides, by the identity of the rule.

    A rule that is not there decides none: no line serves anybody for whom its level counts, or
    all of them are nearer to another level that states its tier.
    """
    found: dict[int, Calls] = {}
    assumed = frozenset(facts.assumed_languages)
    for lines, chain in _lines_of_callers(facts):
        first = lines[0]
        stated = frozenset(languages_of(first, chain))
        spoken = Calls(frozenset((facts.desk_of(first),)), stated or assumed, bool(stated))
        for tier in facts.tiers:
            # Lines that state nothing for the tier have the same rules.
            for line in lines if tier.id in first.availability else lines[:1]:
                for rule in rules_of(line, chain, tier.id):
                    known = found.get(id(rule), _NONE)
                    one = spoken if is_for_line(facts, rule, line) else _NONE
                    found[id(rule)] = Calls(
                        known.desks | spoken.desks,
                        known.languages | one.languages,
                        known.is_known and one.is_known,
                    )
    return found


def all_calls(facts: Facts) -> Calls:
    """Return all calls that there are, whichever rule decides them."""
    desks = frozenset(facts.desk_of(line) for line, _ in facts.lines())
    stated = [languages_of(lines[0], chain) for lines, chain in _lines_of_callers(facts)]
    languages = {tag for tags in stated for tag in tags or facts.assumed_languages}
    return Calls(desks, frozenset(languages), all(stated))


def _lines_of_callers(facts: Facts) -> Iterator[tuple[list[Line], Chain]]:
    """Yield lines that are alike to the rules of resolution, with each chain of their callers."""
    groups: dict[tuple[object, ...], list[Line]] = {}
    for line, around in facts.lines():
        alike = (line.serves, line.languages, facts.desk_of(line), frozenset(line.availability))
        groups.setdefault((around[0].id, *alike), []).append(line)
    chains = _chains(facts)
    guessed = {identifier for guess in facts.guesses for identifier in guess.lines}
    for lines in groups.values():
        line, around = facts.line(lines[0].id)
        of_guesses = any(one.id in guessed for one in lines)
        if of_guesses:
            yield lines, around
        for chain, countries in chains.get(around[0].id, ()):
            if (not line.serves or not countries.isdisjoint(line.serves)) and not (
                of_guesses and chain == around
            ):
                yield lines, chain


def _chains(facts: Facts) -> dict[str, list[tuple[Chain, frozenset[str]]]]:
    """Return, for each region, the chains through it, each with the countries that list it."""
    found: dict[str, dict[str, tuple[Chain, set[str]]]] = {}
    for region in facts.regions:
        for country in sorted(facts.countries_of(region.id)):
            for chain in facts.chains_of(country):
                for each in chain:
                    of_region = found.setdefault(each.id, {})
                    of_region.setdefault(chain[0].id, (chain, set()))[1].add(country)
    return {
        name: [(chain, frozenset(countries)) for chain, countries in chains.values()]
        for name, chains in found.items()
    }
