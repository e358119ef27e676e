"""Whom rules are for: the calls that a rule decides, found by the rules of resolution alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence, Tuple

from supportlines.directory import FOR_ALL
from supportlines.lookup.resolution import (
    is_for_line,
    is_for_severity,
    languages_of,
    levels_of,
    of_language,
)

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region, Rule

    Chain = Tuple[Region, ...]


class Calls(NamedTuple):
    """The calls that a rule decides: on which lines, whoever makes them."""

    desks: frozenset[str | None]
    """The desks of the lines whose level it is, for other desks than its own, too."""
    languages: frozenset[str]
    """Of what is spoken there, or assumed to be, that of which it speaks."""
    is_known: bool
    """Whether the languages of all those lines are stated, and none speaks any."""

    def joined(self, other: Calls) -> Calls:
        """Return these calls and the *other*."""
        return Calls(
            self.desks | other.desks,
            self.languages | other.languages,
            self.is_known and other.is_known,
        )


NO_CALLS = Calls(frozenset(), frozenset(), is_known=True)
"""Those of a rule that nobody gets: every line is nearer to another level that states its tier."""


def calls_by_rule(facts: Facts) -> dict[int, Calls]:
    """Return the calls that each rule decides, by the identity of the rule."""
    found = _Found(facts)
    assumed = tuple(facts.assumed_languages)
    for lines, chain, is_first in _lines_of_callers(facts):
        first = lines[0]
        stated = languages_of(first, chain)
        for tier in facts.tiers:
            is_own = tier.id in first.availability
            ends_here = is_own and tier.id not in first.inherits
            if ends_here and first.languages and not is_first:
                continue  # what a line states by itself is the same for all its callers
            # Lines that state nothing for the tier have the same rules.
            for line in lines if is_own else lines[:1]:
                left: tuple[str, ...] = stated or assumed
                is_known = bool(stated) and not line.speaks_any
                for rules in levels_of(line, chain, tier.id):
                    spoken = left
                    if line.speaks_any:
                        named = (tag for rule in rules for tag in rule.languages)
                        spoken = tuple(dict.fromkeys((*left, *named)))
                    found.add(rules, line, spoken, is_known=is_known)
                    left = tuple(tag for tag in left if not _decides(facts, rules, line, tag))
    return found.calls


class _Found:
    """The calls found so far, by the identity of the rule that decides them."""

    def __init__(self, facts: Facts) -> None:
        self.calls: dict[int, Calls] = {}
        self._facts = facts
        self._speaking: dict[object, list[frozenset[str]]] = {}
        """Of which languages each of several rules speaks: alike where they name the same."""

    def add(
        self, rules: Sequence[Rule], line: Line, spoken: tuple[str, ...], *, is_known: bool
    ) -> None:
        mine = [rule for rule in rules if is_for_line(self._facts, rule, line)]
        is_limited = any(rule.severities for rule in mine)
        told: dict[int, frozenset[str]] = {}
        # The nearest language is looked for among the rules for the severity that was said.
        for severity in self._facts.severities if is_limited else (None,):
            of_severity = [rule for rule in mine if is_for_severity(rule, severity)]
            for here in _by_condition(of_severity):
                named = (tuple(rule.languages for rule in here), spoken)
                if named not in self._speaking:
                    self._speaking[named] = _speaking(here, spoken)
                for rule, languages in zip(here, self._speaking[named]):
                    told[id(rule)] = languages | told.get(id(rule), frozenset())
        desks: frozenset[str | None] = frozenset(self._facts.desks_of(line) or (None,))
        for rule in rules:
            one = Calls(desks, told.get(id(rule), frozenset()), is_known)
            known = self.calls.get(id(rule))
            self.calls[id(rule)] = one if known is None else known.joined(one)


def _by_condition(rules: Sequence[Rule]) -> Iterable[Sequence[Rule]]:
    """Return *rules*, and for each condition on callers those that are for who meets it alone."""
    conditions = {id(rule.only_for): rule.only_for for rule in rules if rule.only_for}
    found: list[Sequence[Rule]] = [rules]
    if conditions:
        alone = [*conditions.values(), FOR_ALL]
        found += [[one for one in rules if one.only_for in (FOR_ALL, each)] for each in alone]
    return found


def _decides(facts: Facts, rules: Sequence[Rule], line: Line, tag: str) -> bool:
    """Return whether *rules* leave no call in *tag* on *line* to a level further out."""
    desks = set(facts.desks_of(line))
    for_all = [
        rule
        for rule in rules
        if not rule.severities
        and not rule.only_for
        and (not rule.desks or desks.issubset(rule.desks))
    ]
    return bool(of_language(for_all, tag))


def _speaking(rules: Sequence[Rule], spoken: tuple[str, ...]) -> list[frozenset[str]]:
    """Return of which of the languages that are *spoken* each of *rules* speaks."""
    found: list[set[str]] = [set() for _ in rules]
    for tag in spoken:
        matching = set(map(id, of_language(rules, tag)))
        for place, rule in enumerate(rules):
            if id(rule) in matching:
                found[place].add(tag)
    return [frozenset(tags) for tags in found]


def _lines_of_callers(facts: Facts) -> Iterator[tuple[list[Line], Chain, bool]]:
    """Yield lines that are alike to the rules of resolution, with each chain of their callers.

    Also whether that is the first chain of these lines.
    """
    groups: dict[tuple[object, ...], list[Line]] = {}
    for line, around in facts.lines():
        said = (line.languages, line.speaks_any, facts.desks_of(line), line.inherits)
        alike = (line.serves, line.serves_parts, *said, frozenset(line.availability))
        groups.setdefault((around[0].id, *alike), []).append(line)
    chains = _chains(facts)
    guessed = {identifier for guess in facts.guesses for identifier in guess.lines}
    for lines in groups.values():
        line, around = facts.line(lines[0].id)
        is_guessed = any(one.id in guessed for one in lines)
        mine: list[Chain] = [around] if is_guessed else []
        for chain, countries in chains.get(around[0].id, ()):
            says_whom = bool(line.serves or line.serves_parts)
            serves = not says_whom or not countries.isdisjoint(facts.served_by(line))
            if serves and not (is_guessed and chain[0].id == around[0].id):
                mine.append(chain)
        for place, chain in enumerate(mine):
            yield lines, chain, place == 0


def _chains(facts: Facts) -> dict[str, list[tuple[Chain, frozenset[str]]]]:
    """Return, for each region, the chains through it, each with the countries that list it."""
    found: dict[str, dict[str, tuple[Chain, set[str]]]] = {}
    for region in facts.regions:
        for country in sorted(facts.countries_of(region.id)):
            of_parts = (chain for _, chain in facts.chains_of_parts(country))
            for chain in (*facts.chains_of(country), *of_parts):
                for each in chain:
                    of_region = found.setdefault(each.id, {})
                    of_region.setdefault(chain[0].id, (chain, set()))[1].add(country)
    return {
        name: [(chain, frozenset(countries)) for chain, countries in chains.values()]
        for name, chains in found.items()
    }
