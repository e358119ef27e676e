"""Doubts about rules that change nothing, because another rule of their tier has all they have."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Dict, Iterator, Tuple

from supportlines.directory import CALLER
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful
from supportlines.errors import listed, quoted
from supportlines.hours import OpeningHours, disagreements, union
from supportlines.lookup.resolution import of_language
from supportlines.places import zones_of

if TYPE_CHECKING:
    from supportlines.directory import Rule
    from supportlines.doubts.ground import Ground, PlacedRule
    from supportlines.hours import Schedule

    Known = Dict[Tuple[Schedule, str, Schedule, str], bool]

_LIMITS = ("languages", "severities", "desks")
_COMPARED = 20
"""Rules of one list that are compared with each other."""

_MANY = 30
"""Zones; callers in more of them are not asked one by one."""

_YEARS = 2
"""So long the hours are compared, from the first day of this year on: every season is in it."""


def rules_that_change_nothing(ground: Ground) -> Iterator[Suspicion]:
    """Yield rules whose hours another rule of the same list has for the same calls and more."""
    lists: dict[tuple[object, ...], list[PlacedRule]] = {}
    for placed in ground.rules:
        if placed.path[-1] != placed.tier and placed.rule.not_available is None:  # one of a list
            lists.setdefault(placed.path[:-1], []).append(placed)
    known: Known = {}
    for rules in lists.values():
        for place, one in enumerate(rules[:_COMPARED]):
            wider = _wider(place, rules[:_COMPARED], ground, known)
            if wider is not None:
                number = int(wider.path[-1]) + 1
                found = (
                    f"rule #{number} of the list, {quoted(_words(wider))}, is for these calls too "
                    "and has all of these hours: rules of one tier add up, so this one changes "
                    "nothing."
                )
                yield Suspicion(
                    "rule-changes-nothing", one.hours_path, found, _remedy(one, wider, number),
                    one.text,
                )  # fmt: skip


def _wider(place: int, rules: list[PlacedRule], ground: Ground, known: Known) -> PlacedRule | None:
    """Return the rule that has all hours of the one at *place*; of two equal ones the first."""
    one, year = rules[place], ground.today.year
    for number, other in enumerate(rules):
        if number == place or not _is_for_all_calls_of(other, one, _spoken(ground, one)):
            continue
        if not _has_all_hours_of(other, one, year, known):
            continue
        mutual = _is_for_all_calls_of(one, other, _spoken(ground, other))
        mutual = mutual and _has_all_hours_of(one, other, year, known)
        if not mutual or number < place:
            return None if _keeps_others_away(one, rules, _spoken(ground, one)) else other
    return None


def _keeps_others_away(one: PlacedRule, rules: list[PlacedRule], spoken: frozenset[str]) -> bool:
    """Return whether callers would get the hours of a relative of its languages without it."""
    mine = one.rule.languages
    for tag in (spoken or mine) if mine else ():
        with_it = of_language([each.rule for each in rules], tag)
        without = of_language([each.rule for each in rules if each is not one], tag)
        if len(without) != sum(rule is not one.rule for rule in with_it):
            return True
    return False


def _spoken(ground: Ground, placed: PlacedRule) -> frozenset[str]:
    """Return for what a rule is used, as far as all lines of the file are there to tell."""
    return ground.calls_of(placed).languages if ground.is_whole else frozenset()


def _is_for_all_calls_of(other: PlacedRule, one: PlacedRule, spoken: frozenset[str]) -> bool:
    mine, theirs = one.rule, other.rule
    if any(rule.valid_from or rule.valid_until for rule in (mine, theirs)):
        return False  # such rules follow one another
    if mine.exceptions != theirs.exceptions or mine.holidays != theirs.holidays:
        return False
    if mine.after != theirs.after:
        return False
    for key, values in theirs.only_for.items():
        if not set(mine.only_for.get(key, ("",))) <= set(values):
            return False
    for key in _LIMITS:
        narrow, wide = set(getattr(mine, key)), set(getattr(theirs, key))
        if not wide or (narrow and narrow <= wide):
            continue
        if key != "languages" or not narrow or not _gets_both(mine, theirs, spoken):
            return False
    return True


def _gets_both(mine: Rule, theirs: Rule, spoken: frozenset[str]) -> bool:
    """Return whether whoever gets one rule for what is *spoken* gets the other too.

    A rule for `en` is for `en-GB` beside one for it; one for `zh` is not for Cantonese.
    """
    both = (mine, theirs)
    return bool(spoken) and all(len(of_language(both, tag)) == len(both) for tag in spoken)


def _has_all_hours_of(other: PlacedRule, one: PlacedRule, year: int, known: Known) -> bool:
    """Return whether *one* adds nothing to the hours of *other*, whoever calls."""
    mine, theirs = one.rule, other.rule
    if mine.hours.names_holidays or theirs.hours.names_holidays:
        return mine.hours == theirs.hours and mine.time_zone == theirs.time_zone
    zones = {CALLER}
    if mine.time_zone == theirs.time_zone:
        zones = {"UTC"} if mine.time_zone == CALLER else {mine.time_zone}
    elif CALLER in (mine.time_zone, theirs.time_zone):
        zones = {zone for country in one.countries for zone in zones_of(country)}
        if not 0 < len(zones) <= _MANY:
            return False
    return all(
        _swallows(
            theirs.hours, _instead(theirs.time_zone, zone),
            mine.hours, _instead(mine.time_zone, zone), year, known,
        )
        for zone in sorted(zones)
    )  # fmt: skip


def _instead(zone: str, of_caller: str) -> str:
    return of_caller if zone == CALLER else zone


def _swallows(
    wide: Schedule, wide_zone: str, narrow: Schedule, narrow_zone: str, year: int, known: Known
) -> bool:
    key = (wide, wide_zone, narrow, narrow_zone)
    if key not in known:
        first = dt.datetime(year, 1, 1, tzinfo=dt.timezone.utc)
        line = OpeningHours.of(wide, wide_zone)
        both = union(line, OpeningHours.of(narrow, narrow_zone))
        until = first.replace(year=year + _YEARS)
        known[key] = next(disagreements(both, line, first, until), None) is None
    return known[key]


def _words(placed: PlacedRule) -> str:
    """Return the hours of a rule as the file writes them, or after which line they are."""
    return placed.text or f"after: {placed.rule.after}"


def _remedy(one: PlacedRule, wider: PlacedRule, number: int) -> str:
    for key in _LIMITS:
        mine = [word for word in getattr(one.rule, key) if word not in getattr(wider.rule, key)]
        if getattr(one.rule, key) and not getattr(wider.rule, key):
            return (
                f"If these hours alone hold for {listed(map(quoted, mine))}, list the other "
                f'{key} in rule #{number}, as "{key}"; otherwise delete this one.'
            )
    return "Delete it, or say in each rule for which languages, severities or desks it is."


DOUBTS = (
    Doubtful(
        "rule-changes-nothing",
        "another rule of the tier has all hours of this one",
        rules_that_change_nothing,
    ),
)
