"""The hours of a line that one schedule says for all callers of a row, or that they are unknown.

Hours that depend on more than a row says are unknown in it, and so are the days of exceptions:
never said wrongly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Mapping, NamedTuple, Sequence, Tuple

from supportlines.directory import CALLER, NOT_STATED
from supportlines.errors import listed
from supportlines.exchange.flat_days import (
    UNKNOWN,
    runs_past_midnight,
    why_not_with,
    with_days,
    with_unknown_days,
)
from supportlines.exchange.flat_served import EVERYBODY, Asker, Spot, Whom
from supportlines.exchange.said import Loss
from supportlines.exchange.unsaid import NO_PLACE, ONE_LANGUAGE, unsaid
from supportlines.hours import Schedule
from supportlines.lookup.resolution import (
    exceptions_over,
    is_for_tier,
    levels_of,
    of_language,
    rules_of,
    tiers_within,
)

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory import DayException, Facts, Line, Region, Rule

_KEYS_OF_RULE = frozenset(
    (
        "hours", "languages", "severities", "desks", "time_zone", "valid_from",
        "valid_until", "exceptions", "holidays", "published_as",
    )
)  # fmt: skip
_BESIDE_HOURS = frozenset(("confidence", "source", "notes", "accept"))
"""Of a rule, what changes no state."""

_WHY_NOT = {
    "after": "they are those in which another line is closed",
    "not_available": "some are not served",
    "only_for": "they are for some callers only",
}
_UNKNOWN_HERE = "so here they are unknown."
_UNKNOWN_DAYS = f"{NO_PLACE.rstrip('.')}: on these days the hours are unknown."
_NO_DAYS = f"{NO_PLACE.rstrip('.')}: of these days nothing is said."
ALWAYS = Schedule.parse("24/7")


class FlatHours(NamedTuple):
    """Hours that hold for all callers of a row."""

    schedule: Schedule
    time_zone: str
    valid_from: dt.date | None = None
    """First day of which anything is said, where a format has dates; None for the beginning."""

    valid_until: dt.date | None = None
    unsure: tuple[tuple[dt.date, dt.date], ...] = ()
    """First and last days of which nothing is said."""

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for hours that are written alike."""
        schedule, *others = self
        return (str(schedule), *map(str, others))


HoursByTier = Tuple[Tuple[str, FlatHours], ...]


class HoursServed(NamedTuple):
    """When callers of a row are served, and which of them."""

    hours: HoursByTier
    whom: Whom


def hours_at(asker: Asker, spot: Spot, losses: dict[Loss, None]) -> HoursServed | None:
    """Return the hours of *spot* by tier, without those of which nothing is said.

    None if nobody is served there, or if it cannot be said who is.
    """
    whom = asker.whom(spot)
    if whom is None:
        return None
    if whom != EVERYBODY:
        losses[Loss(spot.line.id, "not_available", NO_PLACE)] = None
    facts = asker.facts
    told: dict[Loss, None] = {}
    stated = {tier.id: _of_chains(asker, spot, whom, tier.id, told) for tier in facts.tiers}
    if spot.line.is_live or spot.line.availability:
        losses.update(told)
    if not spot.line.is_live:
        return HoursServed(tuple(_of_messages(facts, spot, stated, losses)), whom)
    found = tuple((tier, hours) for tier, hours in stated.items() if hours is not None)
    return HoursServed(found, whom)


def _of_messages(
    facts: Facts, spot: Spot, stated: Mapping[str, FlatHours | None], losses: dict[Loss, None]
) -> Iterator[tuple[str, FlatHours]]:
    """Yield when messages are taken, where that is not at any time."""
    line = spot.line
    for tier, said in stated.items():
        within = tiers_within(facts, tier)
        hours = None
        if any(one in line.availability for one in within):
            others = (one for one in within[1:] if not _says_when(facts, line, one))
            is_wider = any(rules_of(line, chain, one) for one in others for chain in spot.chains)
            hours = said
            if is_wider or (hours is None and tier in line.availability):
                hours = FlatHours(UNKNOWN, CALLER)  # else it would be at any time
        elif any(is_for_tier(one, tier) for one in line.exceptions):
            losses[Loss(line.id, "exceptions", _UNKNOWN_DAYS)] = None
            around = [one for one in stated if tier in tiers_within(facts, one)]
            # Whoever has a tier around this one would be served by what is open here: neither
            # on the days of their own exceptions, nor at any time where they say when.
            over = [
                one for one in line.exceptions if any(is_for_tier(one, each) for each in around)
            ]
            is_apart = any(_says_when(facts, line, one) for one in around)
            schedule = UNKNOWN if is_apart else with_unknown_days(ALWAYS, over)
            hours = FlatHours(schedule, CALLER)
        if hours is not None:
            yield tier, hours


def _says_when(facts: Facts, line: Line, tier: str) -> bool:
    return any(one in line.availability for one in tiers_within(facts, tier))


def _of_chains(
    asker: Asker, spot: Spot, whom: Whom, tier: str, losses: dict[Loss, None]
) -> FlatHours | None:
    """Return the hours of *tier*; unknown where parts of the country have others."""
    found = {_of_tier(asker, spot, chain, whom, tier, losses) for chain in spot.chains}
    if len(found) == 1:
        return found.pop()
    why = f"they depend on the part of the country, {_UNKNOWN_HERE}"
    losses[Loss(spot.line.id, f"availability of {tier}", why)] = None
    return FlatHours(UNKNOWN, CALLER)


def _of_tier(
    asker: Asker,
    spot: Spot,
    chain: Sequence[Region],
    whom: Whom,
    tier: str,
    losses: dict[Loss, None],
) -> FlatHours | None:
    facts, since, line = asker.facts, asker.since, spot.line
    what = f"availability of {tier}"
    rules, says_something = _rules(spot, chain, whom, tier)
    if not rules:
        if says_something:
            why = f"of {spot.language or 'languages that are not known'} it says nothing."
            losses[Loss(line.id, what, why)] = None
        return None
    if any(one.not_available and not (one.only_for or one.severities) for one in rules):
        return None
    over = [one for one, _ in exceptions_over(line, chain, tier)]
    over += [one for rule in rules for one in rule.exceptions if is_for_tier(one, tier)]
    if since is not None:
        over = [one for one in over if one.days[1] >= since]
        rules = [one for one in rules if (one.valid_until or since) >= since] or rules[:1]
    why = _why_not(facts, spot.country, rules, is_dated=since is not None) or why_not_with(over)
    if why:
        losses[Loss(line.id, what, f"{why}, {_UNKNOWN_HERE}")] = None
        return FlatHours(UNKNOWN, CALLER)
    return _of_rule(asker, spot, rules[0], over, losses)


def _of_rule(
    asker: Asker,
    spot: Spot,
    rule: Rule,
    over: Sequence[DayException],
    losses: dict[Loss, None],
) -> FlatHours:
    """Return the hours of one rule for all callers, with the exceptions over them."""
    facts, since, line = asker.facts, asker.since, spot.line
    losses.update(dict.fromkeys(unsaid(rule, line.id, _KEYS_OF_RULE)))
    if rule.published_as:
        losses[Loss(line.id, "published_as of hours", NO_PLACE)] = None
    schedule = rule.hours
    if rule.holidays == NOT_STATED:
        why = "whether they hold on public holidays is not known."
        losses[Loss(line.id, "holidays", why)] = None
        schedule = Schedule.parse(f"{schedule}, PH 00:00-24:00 unknown")
    zone = _zone_of(facts, spot.country, rule)
    if since is not None:
        schedule, unsure = with_days(schedule, over)
        if unsure:
            losses[Loss(line.id, "exceptions", _NO_DAYS)] = None
        return FlatHours(schedule, zone, rule.valid_from, rule.valid_until, unsure)
    if over:
        losses[Loss(line.id, "exceptions", _UNKNOWN_DAYS)] = None
        schedule = with_unknown_days(schedule, over)
    return FlatHours(schedule, zone)


def _rules(spot: Spot, chain: Sequence[Region], whom: Whom, tier: str) -> tuple[list[Rule], bool]:
    """Return the rules of *tier* that speak of *spot*, and whether there are others."""
    says_something = False
    for level in levels_of(spot.line, chain, tier):
        of_desk = (one for one in level if not one.desks or spot.desk in one.desks)
        stated = [one for one in of_desk if not whom.is_told_others(one)]
        says_something = says_something or bool(stated)
        rules = of_language(stated, spot.language)
        if rules:
            return rules, True
    return [], says_something


def _zone_of(facts: Facts, country: str, rule: Rule) -> str:
    """Return the zone of *rule*: "local time" is what the directory says of the country."""
    known = facts.countries.get(country)
    is_known = rule.time_zone == CALLER and known is not None and known.time_zone is not None
    return str(known.time_zone) if is_known and known is not None else rule.time_zone


def _why_not(facts: Facts, country: str, rules: Sequence[Rule], *, is_dated: bool) -> str:
    """Return why no single schedule says what *rules* do, or nothing."""
    if any(rule.severities for rule in rules):
        return "they depend on the severity"
    for key, why in _WHY_NOT.items():
        if any(getattr(rule, key) for rule in rules):
            return why
    if not is_dated and any(rule.valid_from or rule.valid_until for rule in rules):
        return "they begin or end on a day"
    if len(rules) > 1:
        return "they are stated by several rules"
    (rule,) = rules
    if rule.hours.names_holidays and rule.holidays != CALLER:
        return f"they mean the holidays of {rule.holidays}"
    known = facts.countries.get(country)
    if rule.hours.names_holidays and known is not None and (known.holidays or known.working_days):
        return f"the directory has holidays of its own for {country}"
    if rule.holidays == NOT_STATED and runs_past_midnight(rule.hours):
        return "whether they hold on public holidays is not known"
    lost = unsaid(rule, "", _KEYS_OF_RULE | _BESIDE_HOURS)
    others = [loss.what for loss in lost if loss.why != ONE_LANGUAGE]
    return f"they depend on {listed(others)}" if others else ""
