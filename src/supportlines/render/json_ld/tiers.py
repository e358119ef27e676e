"""Whom a contact point is for where tiers have other hours: groups of tiers with the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, NamedTuple

from supportlines.directory import CALLER
from supportlines.exchange.flat_days import UNKNOWN
from supportlines.exchange.flat_hours import FlatHours
from supportlines.exchange.places_cells import country_of_place
from supportlines.hours import Phase, Schedule, Timetable
from supportlines.places import zones_of

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.exchange.flat import FlatRow
    from supportlines.hours import Override


class TierGroup(NamedTuple):
    """Tiers whose callers have a line at the same hours."""

    tiers: tuple[str, ...]
    """Ids; empty where that is all tiers."""

    hours: FlatHours | None
    """None where nothing is said."""

    is_union: bool
    """Whether hours of an included tier belong to it that cannot be written together with it."""


def tier_groups(facts: Facts, row: FlatRow) -> tuple[TierGroup, ...]:
    """Return the tiers that *row* is for, those with the same hours together."""
    sole = callers_zone(row)
    stated = {
        tier: one._replace(time_zone=sole) if one.time_zone == CALLER else one
        for tier, one in row.hours
    }
    allowed = next((one.values for one in row.limits if one.name == "tiers"), None)
    wanted = [one.id for one in facts.tiers if allowed is None or one.id in allowed]
    groups: dict[tuple[object, ...], list[str]] = {}
    of_key: dict[tuple[object, ...], tuple[FlatHours | None, bool]] = {}
    for tier in wanted:
        hours, is_union = _with_included(facts, stated, tier)
        key = (None if hours is None else hours.key, is_union)
        groups.setdefault(key, []).append(tier)
        of_key[key] = hours, is_union
    is_for_all = len(groups) == 1 and len(wanted) == len(facts.tiers)
    return tuple(
        TierGroup(() if is_for_all else tuple(tiers), *of_key[key]) for key, tiers in groups.items()
    )


def callers_zone(row: FlatRow) -> str:
    """Return the zone of all callers of *row*, or `caller` if there are several."""
    zones = {zone for place in row.places for zone in zones_of(country_of_place(place))}
    return zones.pop() if len(zones) == 1 else CALLER


def _with_included(
    facts: Facts, stated: Mapping[str, FlatHours], tier: str
) -> tuple[FlatHours | None, bool]:
    """Return the hours of *tier* with those of the tier that it includes.

    And whether they could not be written together, so that they are unknown.
    """
    own = stated.get(tier)
    included = facts.tier(tier).includes
    other, is_union = (None, False) if included is None else _with_included(facts, stated, included)
    if own is None or own == other:
        return other, is_union
    if other is None or _covers(own, other):
        return own, False
    together = _union(own, other)
    return together or FlatHours(UNKNOWN, own.time_zone), together is None


def _covers(own: FlatHours, other: FlatHours) -> bool:
    """Return whether *own* are day and night but for days on which *other* are the same."""
    mine, theirs = own.timetable, other.timetable
    if mine is None or theirs is None or not _is_one_week(mine):
        return False
    if mine.phases[0].schedule.always != "open":
        return False
    if not mine.overrides:
        return True
    further = [one for one in theirs.overrides if one not in mine.overrides]
    return (
        own.time_zone == other.time_zone
        and all(one in theirs.overrides for one in mine.overrides)
        # What lies over one of ours may open for them what is closed for us.
        and not any(_meet(one, each) for one in further for each in mine.overrides)
    )


def _meet(one: Override, other: Override) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _is_one_week(timetable: Timetable) -> bool:
    """Return whether one schedule of a week holds always, but on days of exceptions."""
    phase, *others = timetable.phases
    is_bounded = phase.valid_from is not None or phase.valid_until is not None
    return not (others or is_bounded) and phase.schedule.is_weekly


def _union(one: FlatHours, other: FlatHours) -> FlatHours | None:
    """Return when either is open, where weekly hours of one clock say it."""
    mine, theirs = one.timetable, other.timetable
    if mine is None or theirs is None or one.time_zone != other.time_zone:
        return None
    if not (_is_one_week(mine) and _is_one_week(theirs)) or mine.overrides != theirs.overrides:
        return None
    rules = [rule for each in (mine, theirs) for rule in each.phases[0].schedule.rules]
    if any(rule.state == "unknown" for rule in rules):
        return None
    texts = [str(Schedule.of((rule,))) for rule in rules if rule.state == "open"]
    schedule = Schedule.parse(", ".join(texts) or "off")
    return one._replace(schedule=schedule, timetable=Timetable((Phase(schedule),), mine.overrides))
