"""Doubts about two lines that do not go together: swapped, listed twice, with different hours."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Iterator

from supportlines.directory import CALLER, NOT_STATED
from supportlines.doubts.callers import share_callers
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.errors import listed, quoted
from supportlines.languages import best_match
from supportlines.lookup.resolution import is_a, languages_of, levels_of, rules_for, tiers_within
from supportlines.phones import country_of
from supportlines.phones.readings import read_inside
from supportlines.places import zones_of

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region, Rule
    from supportlines.doubts.ground import Ground, PlacedLine
    from supportlines.phones import PhoneNumber

_SHOWN = 6
_SETS_APART = (
    "carriers", "dialable_by", "dialable_from", "dialable_from_parts", "fallback", "is_live",
    "language_modes", "only_for", "requests", "send", "service", "steps", "via",
)  # fmt: skip
"""What says of two lines with one number that they are not the same."""

_COMPARED = 50
"""Lines with one number that are compared with each other; who lists it oftener is told once."""


def swapped_rows(ground: Ground) -> Iterator[Suspicion]:
    """Yield lines whose number is of a country that another line serves, and the reverse."""
    by_pair: dict[tuple[str, str], PlacedLine] = {}
    strangers = [(placed, _strange_home(placed)) for placed in ground.lines]
    for placed, home in strangers:
        if home is not None:
            for country in placed.served if placed.line.serves else ():
                by_pair.setdefault((home, country), placed)
    for placed, home in strangers:
        if home is None:
            continue
        for country in placed.line.serves:
            other = by_pair.get((country, home))
            if other is not None and other is not placed:
                found = (
                    f"{quoted(placed.number)} has the shape of a number of {home}, and "
                    f"{other.line.id}, which serves {home}, has one of {country}."
                )
                remedy = "Compare both with the source: they are probably swapped."
                path = (*placed.path, "number")
                yield Suspicion("swapped-rows", path, found, remedy, placed.number)
                break


def _strange_home(placed: PlacedLine) -> str | None:
    """Return the country whose number this is, if the line does not serve it."""
    number = placed.line.number
    if number is None or number.form == "short":
        return None
    countries = country_of(number)
    if not countries or not placed.served.isdisjoint(countries):
        return None
    if number.e164 is None and read_inside(number.digits, countries[0]) is None:
        return None
    return countries[0]


def shapes_of_others(ground: Ground) -> Iterator[Suspicion]:
    """Yield in-country numbers that nobody knows there, sound in a country beside in the list.

    Rows of a page slip by one or two, so only the neighbours in the file are asked.
    """
    lines = ground.lines
    for place, placed in enumerate(lines):
        number = placed.line.number
        if number is None or number.only_in is None or number.form == "short":
            continue
        if read_inside(number.digits, number.only_in) is not None:
            continue
        for near in (place - 1, place + 1):
            other = lines[near] if 0 <= near < len(lines) else None
            theirs = other.line.number if other is not None else None
            if other is None or theirs is None or theirs.only_in in (None, number.only_in):
                continue
            country = str(theirs.only_in)
            mutual = read_inside(theirs.digits, country) is None
            if mutual and read_inside(number.digits, country) is not None:
                found = (
                    f"{quoted(placed.number)} is no known number of {number.only_in} and has the "
                    f"shape of one of {country}, which {other.line.id} serves with another."
                )
                remedy = "Compare both with the source: they are probably swapped."
                path = (*placed.path, "number")
                yield Suspicion("swapped-rows", path, found, remedy, placed.number)
                break


def listed_twice(ground: Ground) -> Iterator[Suspicion]:
    """Yield lines with the number of an earlier line, for the same callers."""
    for placed, earlier_ones in _repeated(ground.lines):
        for earlier in earlier_ones:
            common = share_callers(ground.directory, earlier, placed)
            if common and _same_calls(ground.directory, earlier, placed):
                found = (
                    f"{earlier.line.id} has the number {quoted(placed.number)} already, "
                    f"for {_names(common)} too."
                )
                remedy = "Delete one of the two, or say what sets them apart."
                path = (*placed.path, "number")
                yield Suspicion("listed-twice", path, found, remedy, placed.number)
                break


def different_hours(ground: Ground) -> Iterator[Suspicion]:
    """Yield lines with number and desk of an earlier line of their region and other hours."""
    for placed, earlier_ones in _repeated(ground.lines):
        for earlier in earlier_ones:
            if earlier.region is not placed.region:
                continue
            common = share_callers(ground.directory, earlier, placed)
            tier = _tier_that_differs(ground, earlier, placed, common)
            if tier is not None:
                found = (
                    f"{earlier.line.id} has the same number in this region and other hours "
                    f"for {quoted(tier)}."
                )
                remedy = "Compare both with the source."
                path = (*placed.path, "number")
                yield Suspicion("same-number-different-hours", path, found, remedy, placed.number)
                break


def _repeated(lines: tuple[PlacedLine, ...]) -> Iterator[tuple[PlacedLine, list[PlacedLine]]]:
    """Yield lines with the earlier ones that have the same number."""
    for same in _by_number(lines).values():
        for index, placed in enumerate(same[1:_COMPARED], 1):
            yield placed, same[:index]


def _by_number(lines: tuple[PlacedLine, ...]) -> dict[object, list[PlacedLine]]:
    """Return the lines by what is reached: an international number, or digits of a country.

    A call and a message to one number reach different people.

    Lines with digits of the same several countries stand there once.
    """
    found: dict[object, list[PlacedLine]] = {}
    for placed in lines:
        number = placed.line.number
        if number is not None:
            for reached in _reached(number):
                found.setdefault((placed.line.channel, reached), []).append(placed)
    return {tuple(map(id, same)): same for same in found.values()}


def _reached(number: PhoneNumber) -> frozenset[object]:
    if number.e164 is not None:
        return frozenset({number.e164})
    return frozenset(
        (None if number.form == "short" else read_inside(number.digits, country))
        or (country, number.digits)
        for country in number.exists_in
    )


def _same_calls(directory: Facts, one: PlacedLine, other: PlacedLine) -> bool:
    """Return whether nothing but the place in the file sets two lines apart."""
    mine, theirs = one.line, other.line
    if mine.languages and theirs.languages:
        pairs = ((one, other) for one in mine.languages for other in theirs.languages)
        if not any(_are_one(*pair) for pair in pairs):
            return False
    if (mine.valid_until and theirs.valid_from and mine.valid_until < theirs.valid_from) or (
        theirs.valid_until and mine.valid_from and theirs.valid_until < mine.valid_from
    ):
        return False
    if not _desks_of_both(directory, mine, theirs):
        return False
    return all(getattr(mine, name) == getattr(theirs, name) for name in _SETS_APART)


def _are_one(language: str, other: str) -> bool:
    """Tell whether one tag says what another does: `nb` and `no`, and not `pt-BR` and `pt-PT`."""
    if not (best_match([language], [other]) and best_match([other], [language])):
        return False  # who speaks Swiss German understands German, and not the other way round
    if language.partition("-")[0] == other.partition("-")[0]:
        return is_a(language, other) or is_a(other, language)
    return True


def _desks_of_both(facts: Facts, one: Line, other: Line) -> tuple[str | None, ...]:
    """Return the desks that both lines are for; None where the directory has none."""
    if not facts.desks:
        return (None,)
    return tuple(desk for desk in facts.desks_of(one) if desk in facts.desks_of(other))


def _tier_that_differs(
    ground: Ground, one: PlacedLine, other: PlacedLine, countries: frozenset[str]
) -> str | None:
    """Return a tier in which the two lines answer at different hours in a language of both."""
    if not countries or not (one.line.availability or other.line.availability):
        return None
    if one.line.is_live != other.line.is_live:
        return None
    facts, zone = ground.directory, _only_zone(countries)
    desks, tiers = _desks_of_both(facts, one.line, other.line), [one.id for one in facts.tiers]
    theirs_too = ground.chains_of(other)
    for chain in (chain for chain in ground.chains_of(one) if chain in theirs_too):
        mine, theirs = (languages_of(each.line, chain) for each in (one, other))
        common: list[str | None] = [tag for tag in mine if tag in theirs]
        if not (mine and theirs):
            common = [None]
        for tier, desk, tag in product(tiers, desks, common):
            call = (chain, tier, desk, tag, zone)
            if _hours(facts, one.line, *call) != _hours(facts, other.line, *call):
                return tier
    return None


def _only_zone(countries: frozenset[str]) -> str | None:
    """Return the zone that callers from all of *countries* live by, if there is but one."""
    zones = {zone for country in countries for zone in zones_of(country)}
    return zones.pop() if len(zones) == 1 else None


def _hours(
    facts: Facts,
    line: Line,
    chain: tuple[Region, ...],
    tier: str,
    desk: str | None,
    tag: str | None,
    zone: str | None,
) -> frozenset[object]:
    """Return what decides when *tag* is spoken on a line for *desk*, included tiers and all.

    Where nobody says which languages are spoken, rules are compared with those they name.
    """

    def is_for(rule: Rule) -> bool:
        return not rule.desks or desk in rule.desks

    if tag is not None:
        of_tiers = rules_for(facts, line, chain, tier, tag, is_for=is_for)
        rules = [rule for one in of_tiers for rule in one.rules]
    else:
        levels = (levels_of(line, chain, one) for one in tiers_within(facts, tier))
        every = (rule for of_tier in levels for level in of_tier for rule in level)
        rules = [rule for rule in every if is_for(rule)]
    return frozenset(_said_by(rule, tag, zone) for rule in rules)


def _said_by(rule: Rule, tag: str | None, zone: str | None) -> object:
    """Return when and for whom a rule says that somebody answers; equal for rules that say it."""
    clock = zone if rule.time_zone == CALLER and zone is not None else rule.time_zone
    holidays = rule.holidays if rule.hours.names_holidays or rule.holidays == NOT_STATED else None
    outcome = (rule.hours, rule.after, rule.not_available is None)
    spoken = rule.languages if tag is None else ()
    dates = (rule.valid_from, rule.valid_until)
    return (*outcome, clock, holidays, spoken, rule.severities, rule.only_for, *dates)


def _names(countries: frozenset[str]) -> str:
    names = sorted(countries)
    return listed(names) if len(names) <= _SHOWN else f"{len(names)} countries"


DOUBTS = (
    Doubtful(
        "swapped-rows",
        "two lines have each other's number",
        swapped_rows,
        also=(shapes_of_others,),
        needs=Needs.COUNTRIES,
    ),
    Doubtful("listed-twice", "the same number is listed twice for the same callers", listed_twice),
    Doubtful(
        "same-number-different-hours",
        "the same number has different hours in one region",
        different_hours,
    ),
)
