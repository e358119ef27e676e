"""A directory as rows: one for each line, place, desk and language that has hours of its own.

Formats that know no regions and no rules get what a caller would: the languages and hours that
hold for the row's places, as `lookup.resolution` finds them. What has no place in a row is told;
hours that a row could not say exactly are unknown in it, never said wrongly; for whom a line is
stands in its row, or the line has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence, Tuple

from supportlines.directory import ANY_LANGUAGE, ANYWHERE
from supportlines.errors import listed
from supportlines.exchange.flat_hours import HoursByTier, HoursServed, hours_at
from supportlines.exchange.flat_served import Asker, Spot, Whom
from supportlines.exchange.limits import limits_of, why_not
from supportlines.exchange.places_cells import country_of_place
from supportlines.exchange.said import Loss, RowLimit
from supportlines.exchange.unsaid import NO_PLACE, unsaid
from supportlines.lookup.resolution import dialable_from, languages_of
from supportlines.lookup.served import chains_within

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory import Facts, Line, Region

_OF_LINE = frozenset(
    (
        "id", "only_in", "number", "unusable", "published_as", "label", "channel", "desk",
        "desks", "kind", "cost", "serves", "serves_parts", "dialable_from",
        "dialable_from_parts", "dialable_by", "carriers", "only_for", "languages",
        "language_modes", "fallback", "availability", "inherits", "exceptions", "valid_from",
        "valid_until", "steps", "source", "notes", "email", "url", "address", "contact_is", "mode",
        "via", "service", "send",
    )
)  # fmt: skip
_OF_REGION = frozenset(
    (
        "id", "name", "countries", "parts", "languages", "availability", "inherits", "lines",
        "regions", "exceptions",
    )
)  # fmt: skip
_OF_FACTS = frozenset(("directory", "tiers", "desks", "regions", "facets"))
_OF_DIRECTORY = frozenset(("id", "name", "sources"))
_OF_SOURCE = frozenset(("id", "title", "url", "read_on"))
_OF_FACET = frozenset(("id", "values", "required", "name"))


class FlatRow(NamedTuple):
    """A line for some places and languages that share everything a row can say."""

    line: Line
    region: Region
    """The outermost one."""

    places: tuple[str, ...]
    """Codes of countries, and of parts of countries."""

    languages: tuple[str, ...]
    """Those that are named, and `any` behind them."""

    hours: HoursByTier
    """By tier, without those of which no hours can be said."""

    reach: tuple[str, ...]
    """Places, `anywhere`, or nothing where that is so by default."""

    desks: tuple[str, ...]
    limits: tuple[RowLimit, ...]
    """For whom the line is, beside places and desks."""


class Flat(NamedTuple):
    """The rows of a directory, and what is in none of them."""

    rows: tuple[FlatRow, ...]
    losses: tuple[Loss, ...]


def flatten(facts: Facts, since: dt.date | None = None) -> Flat:
    """Return *facts* as rows, in the order of the file.

    Args:
        facts: The directory.
        since: For formats that have dates, the first day of which anything is said: then rows
            have the hours of single days, and from when until when theirs hold.
    """
    losses: dict[Loss, None] = {}
    _of_the_whole(facts, losses)
    asker = Asker(facts, since)
    rows = [row for line, chain in facts.lines() for row in _rows(asker, line, chain, losses)]
    fallbacks = [line.id for line, _ in facts.lines() if line.fallback]
    for identifier in fallbacks if len(fallbacks) > 1 else ():
        why = "which of several fallbacks is nearest is not said."
        losses[Loss(identifier, "fallback", why)] = None
    served: dict[str, set[str]] = {}
    for row in rows:
        served.setdefault(row.region.id, set()).update(map(country_of_place, row.places))
    for region in facts.regions:
        unserved = facts.countries_of(region.id) - served.get(region.id, set())
        if unserved:
            why = f"no line is for {', '.join(sorted(unserved))}."
            losses[Loss(region.id, "countries", why)] = None
    _unasked(facts, rows, losses)
    return Flat(tuple(rows), tuple(losses))


def _of_the_whole(facts: Facts, losses: dict[Loss, None]) -> None:
    here = facts.directory.id
    losses.update(dict.fromkeys(unsaid(facts, here, _OF_FACTS)))
    losses.update(dict.fromkeys(unsaid(facts.directory, here, _OF_DIRECTORY)))
    for source in facts.sources:
        losses.update(dict.fromkeys(unsaid(source, source.id, _OF_SOURCE)))
    for tier in facts.tiers:
        if tier.name.lower() != tier.id:
            losses[Loss(tier.id, "name", NO_PLACE)] = None
    used = {desk for line, _ in facts.lines() for desk in facts.desks_of(line)}
    for desk in facts.desk_ids:
        if desk not in used:
            losses[Loss(here, "desks", f"no line is for {desk}.")] = None
    nested = False
    for region in facts.every_region():
        losses.update(dict.fromkeys(unsaid(region, region.id, _OF_REGION)))
        nested = nested or bool(region.regions)
    if nested:
        losses[Loss(here, "regions", "of regions inside others the outermost is named.")] = None


def _unasked(facts: Facts, rows: list[FlatRow], losses: dict[Loss, None]) -> None:
    """Tell what callers are no longer asked, and what is asked in fewer words."""
    asked = {limit.name for row in rows for limit in row.limits}
    if "severities" in asked:
        losses.pop(Loss(facts.id, "severities", NO_PLACE), None)
    for facet in facts.facets:
        losses.update(dict.fromkeys(unsaid(facet, facet.id, _OF_FACET)))
        if facet.id not in asked:
            losses[Loss(facet.id, "facet", "no row is for some of its values only.")] = None
        elif facet.name != facet.id or any(one != name for one, name in facet.values.items()):
            losses[Loss(facet.id, "name", "of what is asked the ids are written.")] = None


_Key = Tuple[Tuple["RowLimit", ...], Tuple[Tuple[str, ...], ...]]
"""For whom it is, and hours as texts: equal for rows that can be one."""

_RowKey = Tuple[Tuple[str, ...], Tuple[str, ...], _Key]
"""The languages of a row, its places, and what makes it one."""

_Place = Tuple[str, Tuple[Tuple["Region", ...], ...]]
"""A place, and the regions around its callers."""


def _rows(
    asker: Asker, line: Line, chain: tuple[Region, ...], losses: dict[Loss, None]
) -> Iterator[FlatRow]:
    facts = asker.facts
    losses.update(dict.fromkeys(unsaid(line, line.id, _OF_LINE)))
    limits = limits_of(facts, line)
    left_out = next(filter(None, map(why_not, limits)), "")
    if left_out:
        losses[Loss(line.id, "line", f"{left_out}, so it is left out.")] = None
        return
    places = [*_places(facts, line, chain[0], losses)]
    there = [*_offered_at_once(asker, line, places, losses)]
    if places and not there:
        return
    hours_of: dict[_Key, HoursByTier] = {}
    spoken: dict[tuple[str, str | None, _Key], list[str]] = {}
    for place, chains in there:
        for desk in facts.desks_of(line) or (None,):
            spot = Spot(line, chains, country_of_place(place), desk, None)
            for key, languages in _spoken(asker, spot, place, limits, losses, hours_of):
                spoken.setdefault((place, desk, key), []).extend(languages)
    if not spoken:
        why = "nobody is served by it, so it is left out." if places else "it is for no country."
        losses[Loss(line.id, "line", why)] = None
    by_place: dict[tuple[tuple[str, ...], str | None, _Key], list[str]] = {}
    for (place, desk, key), languages in spoken.items():
        by_place.setdefault((tuple(languages), desk, key), []).append(place)
    by_desk: dict[_RowKey, list[str]] = {}
    for (languages_there, desk, key), places_there in by_place.items():
        desks = by_desk.setdefault((languages_there, tuple(places_there), key), [])
        desks.extend([] if desk is None else [desk])
    reach = _reach(facts, line, chain[0])
    for languages_there, places_of_row, key in _apart(line, by_desk, losses):
        desks = by_desk[languages_there, places_of_row, key]
        yield FlatRow(
            line, chain[-1], places_of_row, languages_there, hours_of[key], reach, tuple(desks),
            key[0],
        )  # fmt: skip


def _apart(line: Line, rows: Iterable[_RowKey], losses: dict[Loss, None]) -> Iterator[_RowKey]:
    """Yield *rows* but those of a fallback for fewer places than another one of it.

    It would be nearer than that, and keep it away.
    """
    every = tuple(rows)
    for languages, places, key in every:
        if line.fallback and any(set(places) < set(others) for _, others, _ in every):
            what = listed([tag or "whatever language" for tag in languages])
            why = f"what is said of {what} in {', '.join(places)} alone is left out."
            losses[Loss(line.id, "fallback", why)] = None
        else:
            yield languages, places, key


def _offered_at_once(
    asker: Asker, line: Line, places: Sequence[_Place], losses: dict[Loss, None]
) -> Iterator[_Place]:
    """Yield *places* where nothing must be said before *line* is offered."""
    waiting = []
    for place, chains in places:
        if asker.waits(line, country_of_place(place), chains):
            waiting.append(place)
        else:
            yield place, chains
    if waiting:
        where = "" if len(waiting) == len(places) else f"in {', '.join(waiting)} "
        why = f"{where}its hours are for those alone who say more, so it is left out."
        losses[Loss(line.id, "line", why)] = None


def _spoken(
    asker: Asker,
    here: Spot,
    place: str,
    limits: tuple[RowLimit, ...],
    losses: dict[Loss, None],
    hours_of: dict[_Key, HoursByTier],
) -> list[tuple[_Key, list[str]]]:
    """Return the languages of a line for callers of *place*, those that share hours together."""
    line, chains = here.line, here.chains
    found: dict[_Key, list[str]] = {}
    stated: tuple[str | None, ...] = languages_of(line, chains[0])
    if any(languages_of(line, one) != stated for one in chains[1:]):
        why = f"in parts of {place} others are spoken."
        losses[Loss(line.id, "languages", why)] = None
    if line.speaks_any or not stated:
        stated = (*stated, None)
    for language in stated:
        spot = here._replace(language=language)
        served = hours_at(asker, spot, losses)
        whom = None if served is None else _both(limits, served.whom)
        if served is None or whom is None:
            why = f"whom it serves in {language or 'others'} has no place, or nobody."
            losses[Loss(line.id, "languages", why)] = None
            continue
        texts = tuple((tier, *one.key) for tier, one in served.hours)
        key = (whom, texts)
        is_other = language is None and line.speaks_any
        if is_other and (
            list(found or [key]) != [key]
            or not _is_for_all(asker, spot, served, found.get(key, []))
        ):
            why = "that it serves any other language, at hours of its own, has no place."
            losses[Loss(line.id, "languages", why)] = None
            continue
        hours_of[key] = served.hours
        said = [ANY_LANGUAGE] if is_other else [] if language is None else [language]
        found.setdefault(key, []).extend(said)
    return list(found.items())


def _both(limits: tuple[RowLimit, ...], whom: Whom) -> tuple[RowLimit, ...] | None:
    """Return for whom a line is that is for *limits* and serves *whom*; None if a row cannot."""
    found = {one.name: one for one in limits}
    of_tiers = (RowLimit("tiers", whom.tiers),) if whom.tiers else ()
    for one in (*whom.limits, *of_tiers):
        own = found.get(one.name)
        both = (
            one
            if own is None
            else one._replace(values=tuple(value for value in own.values if value in one.values))
        )
        if not both.values or why_not(both) or (own is not None and one.name == "tiers"):
            return None
        found[one.name] = both
    return tuple(found.values())


def _is_for_all(asker: Asker, spot: Spot, served: HoursServed, written: Sequence[str]) -> bool:
    """Return whether any language that is not *written* is served as one is that nobody names.

    Of one whose hours are lost on the way nobody knows.
    """
    levels = [spot.line.availability, *(one.availability for chain in spot.chains for one in chain)]
    rules = (rule for level in levels for tier in level.values() for rule in tier)
    named = {language for rule in rules for language in rule.languages}
    others = sorted(named.union(spot.line.languages).difference(written))
    lost: dict[Loss, None] = {}
    return all(
        hours_at(asker, spot._replace(language=one), lost) == served and not lost for one in others
    )


def _places(facts: Facts, line: Line, region: Region, losses: dict[Loss, None]) -> Iterator[_Place]:
    """Yield each place that *line* of *region* is for, with the regions around its callers."""
    for country in sorted(facts.served_by(line)):
        whole = [chain for chain in facts.chains_of(country) if region in chain]
        of_parts = [
            (part, chain) for part, chain in facts.chains_of_parts(country) if region in chain
        ]
        if len(whole) > 1:
            why = f"{country} is in several regions; the first of them counts."
            losses[Loss(line.id, "regions", why)] = None
        named = [one for one in line.serves_parts if country_of_place(one) == country]
        wants = [] if country in line.serves or not named else named
        if not whole and not of_parts:
            yield from ((one, ((region,),)) for one in wants or [country])
        elif not whole:
            # Whoever says no part is offered it as well, for that part only.
            parts = {part: (chain,) for part, chain in of_parts}
            unlisted = [one for one in wants if one not in parts]
            if unlisted:
                why = f"{', '.join(unlisted)}: another part is listed around it."
                losses[Loss(line.id, "serves", why)] = None
            yield from ((one, parts[one]) for one in parts if not wants or one in wants)
        else:
            if not wants:
                yield country, (whole[0], *(chain for _, chain in of_parts))
            for one in wants:
                around = (chain for chain in chains_within(facts, one) if chain not in whole[1:])
                there = {chain[0].id: chain for chain in around if region in chain}
                yield one, tuple(there.values())


def _reach(facts: Facts, line: Line, region: Region) -> tuple[str, ...]:
    """Return from where *line* can be dialled, where a row alone would not tell it."""
    parts = line.dialable_from_parts
    if line.number is None:
        return (*(line.dialable_from or ()), *parts)
    if line.number.exists_in and line.dialable_from is None and not parts:
        return ()
    is_free = line.kind in ("toll_free", "toll_free_international")
    found = dialable_from(facts, line, region)
    if found is None:
        return (ANYWHERE,) if is_free or line.number.exists_in else ()
    return (*found, *parts)
