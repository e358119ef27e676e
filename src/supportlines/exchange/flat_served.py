"""Who is served by a line at all: what a row says of it, or that no row can say it.

Lookup is asked, as for an answer: a number stands in no row for those to whom it is not given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence

from supportlines.directory import OTHER
from supportlines.exchange.limits import row_limit
from supportlines.lookup import Question, caller_of
from supportlines.lookup.histories import variants_for
from supportlines.lookup.resolution import languages_of, tiers_within
from supportlines.lookup.spoken import limits_of_served

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory import Facts, Line, Region, Rule
    from supportlines.exchange.said import RowLimit
    from supportlines.lookup import Caller
    from supportlines.lookup.conditions import Limits
    from supportlines.lookup.histories import Variants


_MANIFOLD: Limits = (("", ()),)
"""Who is served depends on several things together."""


class Spot(NamedTuple):
    """A line as callers of one place, one desk and one language see it."""

    line: Line
    chains: tuple[tuple[Region, ...], ...]
    """The caller's regions; several where they depend on a part of the country."""

    country: str
    desk: str | None
    language: str | None


class Whom(NamedTuple):
    """Whom a line serves."""

    tiers: tuple[str, ...] = ()
    """The tiers that are served, if some are refused."""

    limits: tuple[RowLimit, ...] = ()
    """For whom it is besides, since the directory refuses the others."""

    def is_told_others(self, rule: Rule) -> bool:
        """Return whether *rule* says that others are not served, and nobody of these."""
        own = {one.name: one.values for one in self.limits}
        said = {**rule.only_for, **({"severities": rule.severities} if rule.severities else {})}
        return rule.not_available is not None and any(
            name in own and set(own[name]).isdisjoint(values) for name, values in said.items()
        )


EVERYBODY = Whom()


class Asker:
    """Asks whom the lines of one directory serve."""

    def __init__(self, facts: Facts, since: dt.date | None = None) -> None:
        self.facts = facts
        self.since = since
        """Where a format has dates: the first day of which anything is written."""
        rules = [*facts.rules()]
        self._has_refusals = any(rule.not_available is not None for rule in rules)
        required = {facet.id for facet in facts.facets if facet.required}
        self._required = {one for one in required if any(one in rule.only_for for rule in rules)}
        self._callers: dict[tuple[str, str], Caller] = {}

    def waits(self, line: Line, country: str, chains: Iterable[Sequence[Region]]) -> bool:
        """Return whether *line* is named only to those who say more than where they are."""
        if not self._required:
            return False
        return any(
            not self._required.isdisjoint(dict(variants[0].given))
            for chain in chains
            for language in self._tongues(line, languages_of(line, chain))
            for desk in self.facts.desks_of(line) or (None,)
            for tier in self.facts.tiers
            for variants in [self._variants(line, country, chain, desk, language, tier.id)]
        )

    def whom(self, spot: Spot) -> Whom | None:
        """Return whom the line of *spot* serves; None if it is nobody, or if no row can say it."""
        if not self._has_refusals:
            return EVERYBODY
        named = () if spot.language is None else (spot.language,)
        tongues = named or self._tongues(spot.line, ())
        served: dict[str, Limits] = {}
        for tier in (one.id for one in self.facts.tiers):
            found = {
                self._served(spot._replace(language=one), chain, tier)
                for chain in spot.chains
                for one in tongues
            }
            answer = found.pop()
            if found or answer == _MANIFOLD:
                return None
            if answer is not None:
                served[tier] = answer
        if len(set(served.values())) != 1:
            return None
        limits = next(iter(served.values()))
        if OTHER in dict(limits).get("subdivision", ()):
            return None
        of_row = tuple(row_limit(self.facts, name, values) for name, values in limits)
        refused = [one.id for one in self.facts.tiers if one.id not in served]
        if any(not served.keys().isdisjoint(tiers_within(self.facts, tier)) for tier in refused):
            return None  # who has one of them would be served by a tier that it includes
        return Whom(tuple(served) if refused else (), of_row)

    def _tongues(self, line: Line, stated: tuple[str, ...]) -> tuple[str | None, ...]:
        """Return in which languages *line* may be called that is known to speak those *stated*."""
        if line.speaks_any:
            return (*stated, None)
        return stated or self.facts.assumed_languages or (None,)

    def _served(self, spot: Spot, chain: Sequence[Region], tier: str) -> Limits | None:
        """Return for whom the line is, where some are refused; None if all of *tier* are."""
        line, language = spot.line, spot.language
        variants = self._variants(line, spot.country, chain, spot.desk, language, tier)
        if all(one.not_available is not None for one in variants):
            return None
        limits, refused = limits_of_served(variants)
        return _MANIFOLD if refused else limits

    def _variants(
        self,
        line: Line,
        country: str,
        chain: Sequence[Region],
        desk: str | None,
        language: str | None,
        tier: str,
    ) -> Variants:
        key = (country, tier)
        if key not in self._callers:
            self._callers[key] = caller_of(self.facts, Question(country, tier=tier))
        return variants_for(self.facts, line, chain, self._callers[key], language, desk)
