"""Doubts about languages: official ones that nobody offers, unusual ones, without hours."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Iterator, List, Optional, Tuple

from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.doubts.ground import entry_path
from supportlines.errors import listed, quoted
from supportlines.languages import best_match
from supportlines.languages.spoken import counted_languages, official_languages, spoken_languages
from supportlines.lookup.resolution import (
    chains_of_callers,
    languages_of,
    levels_of,
    of_language,
    tiers_within,
)

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.doubts.ground import Ground, PlacedRegion

_AT_LEAST = 20
"""Per cent of a country who speak an official language that is worth a hint."""

_SHOWN = 6

_Speakers = List[Tuple[Optional["Line"], Tuple["Region", ...]]]


def official_languages_missing(ground: Ground) -> Iterator[Suspicion]:
    """Yield, region by region, official languages that no line of a named country speaks."""
    offered, unknown = _offered(ground)
    for placed in ground.regions:
        missing = [
            f"{language} ({country})"
            for country in placed.region.countries
            if country in offered and country not in unknown and country in ground.named
            for language in official_languages(country, _AT_LEAST)
            if best_match([f"{language}-{country}"], sorted(offered[country])) is None
        ]
        if missing:
            names = listed(missing, most=_SHOWN)
            found = f"official languages that no line speaks there: {names}."
            remedy = "This is a hint: compare the languages with the source."
            path = (*placed.path, "countries")
            yield Suspicion("official-language-missing", path, found, remedy, at_key=True)


def _offered(ground: Ground) -> tuple[dict[str, set[str]], set[str]]:
    """Return the languages offered in each country, and where others are or may be."""
    offered: dict[str, set[str]] = {}
    unknown: set[str] = set()
    alike = {
        (one.region.path, one.served, one.parts, one.line.languages, one.line.speaks_any): one
        for one in ground.lines
        if one.line.unusable is None
    }
    for one in alike.values():
        for country in one.served:
            for chain in ground.chains_in(one, country):
                spoken = languages_of(one.line, chain)
                offered.setdefault(country, set()).update(spoken)
                if not spoken or one.line.speaks_any:
                    unknown.add(country)
    return offered, unknown


def unusual_languages(ground: Ground) -> Iterator[Suspicion]:
    """Yield languages stated once in the file that nobody speaks where they are offered."""
    stated: list[tuple[Any, Any, Any]] = [
        (placed.region.languages, placed, placed.countries) for placed in ground.regions
    ]
    stated += [(placed.line.languages, placed, placed.served) for placed in ground.lines]
    count = Counter(language for languages, _, _ in stated for language in languages)
    for languages, placed, countries in stated:
        for index, language in enumerate(languages):
            base = language.partition("-")[0]
            if count[language] > 1 or base == "en" or not countries:
                continue
            if base not in counted_languages():
                continue  # such as the sign languages: nobody says where they are at home
            if not any(base in spoken_languages(country) for country in countries):
                path = entry_path(placed.content, placed.path, "languages", index)
                found = f"{quoted(language)} is spoken in no country that is served here."
                remedy = "Compare it with the source."
                yield Suspicion("language-unusual", path, found, remedy, language)


def languages_without_hours(ground: Ground) -> Iterator[Suspicion]:
    """Yield languages of a line or region that no rule of a tier names."""
    by_region = _speakers(ground)
    for region in ground.regions:
        if region.region.languages:
            # Without any line that speaks them, those are meant that the file has not yet.
            speakers = by_region.get(region.region.id) or _of_no_line(ground, region)
            yield from _uncovered(ground, region, region.region.languages, speakers)
    for line in ground.lines:
        if line.line.languages:
            speakers = [(line.line, chain) for chain in ground.chains_of(line)]
            yield from _uncovered(ground, line, line.line.languages, speakers)


def _speakers(ground: Ground) -> dict[str, _Speakers]:
    """Return by region the lines that speak its languages, with the regions of such callers.

    Of lines with the same hours and callers there is one.
    """
    found: dict[str, _Speakers] = {}
    seen: set[object] = set()
    for placed in ground.lines:
        line, chains = placed.line, ground.chains_of(placed)
        alike = (id(chains), line.availability, line.inherits, line.is_live)
        if line.languages or line.speaks_any or alike in seen:
            continue
        seen.add(alike)
        for chain in chains:
            nearest = _stating(chain)
            if nearest is not None:
                found.setdefault(nearest.id, []).append((line, chain))
    return found


def _of_no_line(ground: Ground, region: PlacedRegion) -> _Speakers:
    """Return the regions of callers who would hear the languages of one on a further line."""
    chains = {
        chain[0].id: chain
        for country in sorted(region.countries)
        for chain in chains_of_callers(ground.directory, country)
        if _stating(chain) is region.region
    }
    return [(None, chain) for chain in chains.values()]


def _stating(chain: tuple[Region, ...]) -> Region | None:
    """Return the nearest region that states languages."""
    return next((one for one in chain if one.languages), None)


def _uncovered(
    ground: Ground,
    placed: Any,
    languages: tuple[str, ...],
    speakers: _Speakers,
) -> Iterator[Suspicion]:
    """Yield those of *languages* that have no hours on one of the lines for some callers."""
    for index, language in enumerate(languages):
        tiers = (_tier_without(ground.directory, language, *one) for one in speakers)
        tier = next((one for one in tiers if one is not None), None)
        if tier is not None:
            found = f"no hours of the tier {quoted(tier)} are for {quoted(language)}."
            remedy = "Add it to the languages of a rule, or compare it with the source."
            path = entry_path(placed.content, placed.path, "languages", index)
            yield Suspicion("language-without-hours", path, found, remedy, language)


def _tier_without(
    facts: Facts, language: str, line: Line | None, chain: tuple[Region, ...]
) -> str | None:
    """Return a tier of which rules speak of other languages than this one alone."""
    for tier in (one.id for one in facts.tiers):
        within = tiers_within(facts, tier)
        if line is not None and not line.is_live and line.availability.keys().isdisjoint(within):
            continue  # messages are taken at any time
        by_tier = [rules for one in within for rules in levels_of(line, chain, one)]
        if any(by_tier) and not any(of_language(rules, language) for rules in by_tier):
            return tier
    return None


def hours_for_nobody(ground: Ground) -> Iterator[Suspicion]:
    """Yield languages of rules that no line speaks for which the rule is."""
    count = Counter(language for placed in ground.lines for language in placed.line.languages)
    count.update(language for placed in ground.regions for language in placed.region.languages)
    for placed in ground.rules:
        calls = ground.calls_of(placed)
        for index, language in enumerate(placed.rule.languages):
            if not calls.is_known and count[language]:
                continue
            # As a call is matched with rules: one for Norwegian is for a line in Bokmål.
            if not any(best_match([spoken], [language]) for spoken in calls.languages):
                path = entry_path(placed.content, placed.path, "languages", index)
                found = f"no line for which these hours are speaks {quoted(language)}."
                remedy = "Compare it with the languages of the lines and of the region."
                yield Suspicion("hours-for-no-language", path, found, remedy, language)


DOUBTS = (
    Doubtful(
        "official-language-missing",
        "an official language of a country is offered nowhere in it",
        official_languages_missing,
        needs=Needs.WHOLE,
        is_hint=True,
    ),
    Doubtful(
        "language-unusual",
        "nobody speaks the language where it is offered",
        unusual_languages,
        needs=Needs.WHOLE,
    ),
    Doubtful(
        "language-without-hours",
        "no hours are stated for a language of the line",
        languages_without_hours,
        needs=Needs.WHOLE,
    ),
    Doubtful(
        "hours-for-no-language",
        "hours are stated for a language that no line speaks",
        hours_for_nobody,
        needs=Needs.WHOLE,
    ),
)
