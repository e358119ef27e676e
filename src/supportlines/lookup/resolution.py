"""Which of the things that a directory states hold: the one reader of its rules of resolution.

They are the contract of docs/explanation/resolution.md. An answer, the linter, coverage and the
comparison of two directories all read them here, so that what matches for a caller matches for a
rule.

* Levels: a line, then the regions around the caller, from the inside outwards.
* Languages of a line: its own, else those of the nearest region that states any.
* Hours, tier by tier: the nearest level that states the tier decides for all languages. A tier
  that includes another adds the other's rules, looked up in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterable, Iterator, NamedTuple, Sequence

from supportlines.directory import ANYWHERE, CALLER
from supportlines.languages import best_match
from supportlines.places import zones_of

if TYPE_CHECKING:
    from supportlines.directory import DayException, Facts, Line, Region, Rule
    from supportlines.languages import Match


class TierRules(NamedTuple):
    """The rules of one tier that speak of a call."""

    tier: str
    rules: tuple[Rule, ...]
    """In the order of the file."""


def tiers_within(facts: Facts, tier: str | None) -> tuple[str, ...]:
    """Return *tier* and the tiers that it includes, the nearest first; each once."""
    found: dict[str, None] = {}
    while tier is not None and tier not in found:
        found[tier] = None
        tier = facts.tier(tier).includes
    return tuple(found)


def languages_of(line: Line, chain: Sequence[Region]) -> tuple[str, ...]:
    """Return the languages of *line* for a caller in *chain*; empty if nobody states any."""
    return line.languages if line.languages or line.speaks_any else languages_in(chain)


def languages_in(chain: Sequence[Region]) -> tuple[str, ...]:
    """Return the languages that the nearest region of *chain* states; empty if none does."""
    return next((region.languages for region in chain if region.languages), ())


def heard_of(
    facts: Facts, line: Line, chain: Sequence[Region], language: str | None
) -> list[str | None]:
    """Return the languages of *line* after which another is open to who wants *language*.

    That language, if the line has it, else all that it has: None for one that is not known.
    """
    stated = languages_of(line, chain) or facts.assumed_languages
    match = best_match([language], stated) if language is not None else None
    if match is not None:
        return [match.spoken]
    if line.speaks_any and (language is not None or not stated):
        return [language]
    return [*stated] or [None]


def rules_of(line: Line | None, chain: Sequence[Region], tier: str) -> tuple[Rule, ...]:
    """Return the rules of the nearest level that states *tier*: it decides for all languages.

    Without a *line*, those that a line gets which says nothing itself. Rules of levels further
    out that it leaves the rest to are not among them: see `levels_of`.
    """
    return next(levels_of(line, chain, tier), ())


def levels_of(line: Line | None, chain: Sequence[Region], tier: str) -> Iterator[tuple[Rule, ...]]:
    """Yield the rules of *tier* level by level, the nearest first.

    After a level that states the tier comes another one only if it says `inherit`: that one
    is for calls that no rule of the nearer ones is for.
    """
    for level in (*(() if line is None else (line,)), *chain):
        if tier in level.availability:
            yield level.availability[tier]
            if tier not in level.inherits:
                return


def rules_for(
    facts: Facts,
    line: Line,
    chain: Sequence[Region],
    tier: str,
    language: str | None,
    severity: str | None = None,
    is_for: Callable[[Rule], bool] | None = None,
) -> Iterator[TierRules]:
    """Yield what speaks of *language* on *line*, tier by tier, the given one first.

    Args:
        facts: The directory.
        line: Whose hours are meant.
        chain: The caller's regions, from the inside outwards.
        tier: What the caller is entitled to.
        language: BCP 47 tag, or None for one that is not known: only rules for all languages
            speak of it.
        severity: How bad it is, or None: then rules for whatever severity are among them.
        is_for: Which rules count; by default those for the severity and for a desk of the line.
    """

    def usual(rule: Rule) -> bool:
        return is_for_severity(rule, severity) and is_for_line(facts, rule, line)

    counts = usual if is_for is None else is_for
    for one in tiers_within(facts, tier):
        found: list[Rule] = []
        for level in levels_of(line, chain, one):
            found = of_language([rule for rule in level if counts(rule)], language)
            if found:
                break
        yield TierRules(one, tuple(found))


def is_for_severity(rule: Rule, severity: str | None) -> bool:
    """Return whether *rule* may be for *severity*; None stands for one that was not said."""
    return severity is None or not rule.severities or severity in rule.severities


def is_for_line(facts: Facts, rule: Rule, line: Line, desk: str | None = None) -> bool:
    """Return whether *rule* is for *desk*, or for any that *line* reaches if that is None."""
    if not rule.desks:
        return True
    return not set(rule.desks).isdisjoint(facts.desks_of(line) if desk is None else (desk,))


def desks_told(facts: Facts, line: Line) -> tuple[str, ...]:
    """Return the desks of *line* where the directory has several to tell apart, else none."""
    return facts.desks_of(line) if len(facts.desks) > 1 else ()


def of_language(rules: Sequence[Rule], language: str | None) -> list[Rule]:
    """Return those of *rules* that speak of *language*: of all languages, of it, or the nearest.

    What serves a caller who wants *language* is what its hours are stated under, so the same
    matching decides: Bokmål has the hours of Norwegian, but Portuguese of Brazil not those of
    Portugal where it has its own. A rule for `en` is for `en-GB` too, beside one for `en-GB`.
    """
    named = [one for rule in rules for one in rule.languages]
    match = best_match([language], named) if language is not None and named else None
    if language is None or match is None:
        return [rule for rule in rules if not rule.languages]
    serving = {one for one in named if is_a(language, one) or _is_as_near(one, match)}
    return [rule for rule in rules if not rule.languages or serving.intersection(rule.languages)]


def may_speak_of(rule: Rule, language: str | None) -> bool:
    """Return whether *rule* is among those `of_language` wherever no other is nearer."""
    if not rule.languages or language is None:
        return not rule.languages
    return best_match([language], rule.languages) is not None


def is_a(language: str, wider: str) -> bool:
    """Tell whether *language* is *wider* or a regional form of it (`en-GB` of `en`)."""
    return language == wider or language.startswith(wider + "-")


def _is_as_near(language: str, match: Match) -> bool:
    """Tell whether *language* serves as well as what was found first."""
    nearest = best_match([match.wanted], [language, match.spoken])
    return nearest is not None and nearest.spoken == language


def exceptions_over(
    line: Line, chain: Sequence[Region], tier: str
) -> list[tuple[DayException, str | None]]:
    """Return the exceptions of all levels for *tier*, from the outermost region to the line.

    Each with the source of its level: that of the line, or None for the directory's first.
    """
    of_regions = [(one, None) for region in reversed(chain) for one in region.exceptions]
    listed = [*of_regions, *((one, line.source) for one in line.exceptions)]
    return [(one, source) for one, source in listed if is_for_tier(one, tier)]


def is_for_tier(exception: DayException, tier: str) -> bool:
    """Return whether *exception* is for *tier*."""
    return not exception.tiers or tier in exception.tiers


def chains_of_callers(facts: Facts, country: str) -> Iterator[tuple[Region, ...]]:
    """Yield the chains of regions in which callers from *country*, or a part of it, may be."""
    yield from facts.chains_of(country)
    for _, chain in facts.chains_of_parts(country):
        yield chain


def regions_of_callers(facts: Facts, country: str) -> dict[str, Region]:
    """Return by id the regions that count for callers from *country*, or a part of it."""
    chains = chains_of_callers(facts, country)
    return {region.id: region for chain in chains for region in chain}


def serving(facts: Facts, country: str) -> Iterator[tuple[Line, tuple[Region, ...]]]:
    """Yield the lines that serve *country*, each with its regions, in the order of the file."""
    around = regions_of_callers(facts, country)
    for line, chain in facts.lines():
        says_whom = bool(line.serves or line.serves_parts)
        if chain[0].id in around and (not says_whom or country in facts.served_by(line)):
            yield line, chain


def lines_for(facts: Facts, country: str) -> Iterator[tuple[Line, tuple[Region, ...]]]:
    """Yield what :func:`serving` does, then what :func:`guessed_for` does."""
    yield from serving(facts, country)
    yield from guessed_for(facts, country)


def guessed_for(facts: Facts, country: str) -> Iterator[tuple[Line, tuple[Region, ...]]]:
    """Yield the lines that are guessed for *country*, each with its regions."""
    for guess in facts.guesses:
        if country in guess.countries:
            yield from (facts.line(one) for one in guess.lines)


def levels_for(
    facts: Facts, country: str, lines: Iterable[tuple[Line, Sequence[Region]]]
) -> tuple[Line | Region, ...]:
    """Return whatever may state something of *lines* for callers from *country*.

    The lines and the regions around them, the callers' regions inside those, and the same of
    lines after which their hours are.
    """
    found: dict[int, Line | Region] = {}
    inside = [*regions_of_callers(facts, country).values()]
    waiting = [*lines]
    while waiting:
        line, chain = waiting.pop(0)
        around: tuple[Line | Region, ...] = (line, *chain, *inside)
        for level in around:
            if id(level) in found:
                continue
            found[id(level)] = level
            rules = (rule for tier in level.availability.values() for rule in tier)
            waiting += [facts.line(rule.after) for rule in rules if rule.after is not None]
    return tuple(found.values())


def parts_listed(facts: Facts, region: Region, country: str) -> tuple[str, ...] | None:
    """Return the parts of *country* that *region* and those inside list; None for all of it."""

    def holds(chain: Sequence[Region]) -> bool:
        return any(one.id == region.id for one in chain)

    if any(holds(chain) for chain in facts.chains_of(country)):
        return None
    parts = (part for part, chain in facts.chains_of_parts(country) if holds(chain))
    return tuple(dict.fromkeys(parts))


def parts_named(facts: Facts, country: str) -> tuple[str, ...]:
    """Return the parts of *country* that regions, lines or rules name for callers from there."""
    lines = [*lines_for(facts, country)]
    found = [part for part, _ in facts.chains_of_parts(country)]
    for line, _ in lines:
        found += (*line.serves_parts, *line.dialable_from_parts)
        found += line.only_for.get("subdivisions", ())
    for level in levels_for(facts, country, lines):
        for rule in (rule for tier in level.availability.values() for rule in tier):
            found += rule.only_for.get("subdivisions", ())
    return tuple(dict.fromkeys(one for one in found if one.startswith(f"{country}-")))


def dialable_from(facts: Facts, line: Line, region: Region) -> tuple[str, ...] | None:
    """Return the countries from which *line* of *region* can be dialled, or None for anywhere.

    What the data states wins. Digits that exist only inside countries end there, and
    toll-free numbers default to the countries that they serve: libphonenumber's "can be
    dialled internationally" says yes when it does not know.
    """
    if line.dialable_from is not None:
        return None if ANYWHERE in line.dialable_from else line.dialable_from
    if line.dialable_from_parts:
        return ()
    if line.number is not None and line.number.exists_in:
        return line.number.exists_in
    if line.kind in ("toll_free", "toll_free_international"):
        if line.serves_parts:
            return tuple(sorted(facts.served_by(line)))
        return line.serves or facts.countries_in_order(region.id)
    return None


def named_zones(facts: Facts) -> frozenset[str]:
    """Return the zones that hours of *facts* are read in, whoever calls."""
    found = {one.time_zone for one in facts.countries.values() if one.time_zone}
    found.update(rule.time_zone for rule in facts.rules() if rule.time_zone != CALLER)
    for country in {country for line, _ in facts.lines() for country in facts.served_by(line)}:
        found.update(zones_of(country))
    return frozenset(found)


def local_zones(facts: Facts, country: str, zone: str | None) -> tuple[str, ...]:
    """Return the zones that "local time" may mean in *country* for who says *zone*, or nothing.

    The directory's word decides, then the caller's; else it may be any zone of the country.
    """
    stated = facts.countries.get(country)
    if stated is not None and stated.time_zone is not None:
        return (stated.time_zone,)
    return (zone,) if zone is not None else zones_of(country)
