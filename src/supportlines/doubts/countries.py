"""Doubts about countries: in two regions or none, with another's zone, with an unusual week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

from supportlines.directory import CALLER
from supportlines.directory.reading import Expanded
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Needs
from supportlines.doubts.ground import PlacedRegion, entry_path
from supportlines.errors import listed, quoted
from supportlines.hours import WEEKDAYS
from supportlines.lookup.resolution import chains_of_callers, levels_of
from supportlines.phones import country_of
from supportlines.places import is_zone_of, known_countries
from supportlines.places.weeks import weekend_of

if TYPE_CHECKING:
    from supportlines.doubts.ground import Ground, PlacedRule
    from supportlines.hours import Schedule

_WORLDWIDE = 150
"""Countries; a directory with as many means to list all of them."""

_NOBODY_LIVES_THERE = frozenset(("AQ", "BV", "GS", "HM", "IO", "TF", "UM"))
_SHOWN = 8
_ALL = 0b1111111


def countries_in_two_regions(ground: Ground) -> Iterator[Suspicion]:
    """Yield countries that an earlier region lists."""
    before: dict[str, PlacedRegion] = {}
    for placed in ground.regions:
        for key in ("countries", "countries_not_named", "parts"):
            together: dict[str, list[str]] = {}
            for index, country in enumerate(getattr(placed.region, key)):
                earlier = before.setdefault(country, placed)
                if earlier is placed:
                    continue
                if isinstance(placed.content.get(key), Expanded):
                    together.setdefault(earlier.region.id, []).append(country)
                    continue
                path = entry_path(placed.content, placed.path, key, index)
                found = f"{country} is in the region {quoted(earlier.region.id)} too."
                remedy = "List it in one of the two."
                yield Suspicion("country-in-two-regions", path, found, remedy, country)
            for region, countries in together.items():
                names, verb = listed(countries, most=_SHOWN), "is" if len(countries) == 1 else "are"
                found = f"{names} {verb} in the region {quoted(region)} too."
                remedy = "List each in one of the two."
                path = (*placed.path, key)
                yield Suspicion("country-in-two-regions", path, found, remedy, names)


def countries_in_no_region(ground: Ground) -> Iterator[Suspicion]:
    """Yield countries that the file speaks of without a region or guess for them."""
    placed_in = {country for placed in ground.regions for country in placed.countries}
    for guess in ground.directory.guesses:
        placed_in.update(guess.countries)
    for key in ground.content.get("countries") or {}:
        country = key.strip().upper()
        if country not in placed_in:
            found = f"{country} has facts here and is in no region."
            remedy = "Add it to a region, or to a guess."
            path = ("countries", key)
            yield Suspicion("country-in-no-region", path, found, remedy, key, at_key=True)
    if len(placed_in) < _WORLDWIDE:
        return
    lists = (placed.content.get("countries") for placed in ground.regions)
    excepted = {one for each in lists if isinstance(each, Expanded) for one in each.excepted}
    missing = sorted(known_countries() - placed_in - excepted - _NOBODY_LIVES_THERE)
    if missing:
        names = listed(missing, most=_SHOWN)
        found = f"{len(placed_in)} countries are in a region or a guess, and {names} in none."
        remedy = "Add them to a region, or to a guess."
        yield Suspicion("country-in-no-region", ("regions",), found, remedy, at_key=True)


def zones_of_other_countries(ground: Ground) -> Iterator[Suspicion]:
    """Yield time zones that none of the countries keeps for which the hours are."""
    for key, content in (ground.content.get("countries") or {}).items():
        country = key.strip().upper()
        facts = ground.directory.countries.get(country)
        zone = facts.time_zone if facts is not None else None
        if zone is not None and not _kept(zone, frozenset((country,))):
            found = f"{quoted(zone)} is no zone of {country}."
            spot = ("countries", key, "time_zone")
            remedy = "Compare both with the source."
            yield Suspicion("zone-of-another-country", spot, found, remedy, content["time_zone"])
    known: dict[tuple[str, frozenset[str]], bool] = {}
    for placed in ground.rules:
        zone = placed.rule.time_zone
        if zone == CALLER or not placed.countries:
            continue
        where = (zone, placed.countries)
        if where not in known:
            known[where] = _kept(*where)
        if not known[where] and not _kept(zone, _homes(placed)):
            found = f"{quoted(zone)} is kept in none of the countries that the hours are for."
            remedy = "Compare it with the source."
            path = (*placed.path, "time_zone")
            yield Suspicion("zone-of-another-country", path, found, remedy, zone)


def _homes(placed: PlacedRule) -> frozenset[str]:
    """Return the countries where the telephone of the line may stand."""
    number = placed.line.line.number if placed.line is not None else None
    return frozenset(country_of(number)) if number is not None else frozenset()


def _kept(zone: str, countries: frozenset[str]) -> bool:
    if zone.startswith("Etc/") or "/" not in zone:
        return True
    return any(is_zone_of(zone, country) for country in countries)


def unusual_weeks(ground: Ground) -> Iterator[Suspicion]:
    """Yield hours on a day of the weekend, and not on a working day, of a named country."""
    known: dict[str, int | None] = {}
    for placed in ground.rules:
        if placed.text not in known:
            known[placed.text] = open_weekdays(placed.rule.hours)
        days = known[placed.text]
        if days is None:
            continue
        odd = [country for country in _named(ground, placed) if _unusual(days, weekend_of(country))]
        if odd:
            names = listed(odd) if len(odd) <= _SHOWN else f"{len(odd)} countries"
            found = (
                f"{weekdays_in_words(days)} is not the working week of {names}, "
                f"whose weekend is {weekdays_in_words(weekend_of(odd[0]))} by CLDR."
            )
            remedy = "This is a hint: compare it with the source."
            yield Suspicion(
                "week-unlike-country", placed.hours_path, found, remedy, placed.text,
                placed.text, 0,
            )  # fmt: skip


def open_weekdays(schedule: Schedule) -> int | None:
    """Return the weekdays that *schedule* opens, Monday being bit 0; None if it is always open."""
    days = 0
    for rule in schedule.rules:
        if rule.always:
            return None
        if rule.is_weekly and rule.state != "closed":
            days |= rule.weekdays
    return days or None


def _unusual(days: int, weekend: int) -> bool:
    # Who answers at the weekend alone means the weekend.
    on_both = bool(days & weekend) and bool(days & ~weekend)
    return on_both and bool(~days & ~weekend & _ALL)


def _named(ground: Ground, placed: PlacedRule) -> list[str]:
    """Return the countries that the source names and whose callers the hours are for."""
    facts = ground.directory
    if placed.line is not None and placed.line.line.serves:
        return list(placed.line.line.serves)
    line = placed.line.line if placed.line is not None else None
    return [
        country
        for country in facts.countries_in_order(placed.region.region.id)
        if country in ground.named
        and any(
            rule is placed.rule
            for chain in chains_of_callers(facts, country)
            for level in levels_of(line, chain, placed.tier)
            for rule in level
        )
    ]


def weekdays_in_words(days: int) -> str:
    """Return weekdays in words.

    >>> weekdays_in_words(0b0001111), weekdays_in_words(0b1101111)
    ('Mo-Th', 'Sa-Th')
    """
    for first in range(7):
        length = bin(days).count("1")
        run = sum(1 << (first + place) % 7 for place in range(length))
        if run == days and length > 1:
            return f"{WEEKDAYS[first]}-{WEEKDAYS[(first + length - 1) % 7]}"
    return ", ".join(WEEKDAYS[day] for day in range(7) if days >> day & 1)


DOUBTS = (
    Doubtful(
        "zone-of-another-country",
        "the time zone is kept in no country that the hours are for",
        zones_of_other_countries,
        needs=Needs.COUNTRIES,
    ),
    Doubtful(
        "week-unlike-country",
        "the week is not the usual one of the country",
        unusual_weeks,
        is_hint=True,
    ),
    Doubtful("country-in-two-regions", "a country is in two regions", countries_in_two_regions),
    Doubtful(
        "country-in-no-region",
        "a country is in no region",
        countries_in_no_region,
        needs=Needs.WHOLE,
    ),
)
