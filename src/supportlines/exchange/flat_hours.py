"""The hours of a line that one schedule says for all callers of a row, or that they are unknown.

Hours that depend on more than a row says are unknown in it, and so are the days of exceptions:
never said wrongly.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Iterator, Mapping, NamedTuple, Sequence, Tuple

from supportlines.directory import CALLER, NOT_STATED
from supportlines.errors import listed
from supportlines.exchange.flat_dated import dated_hours, follow_one_another, held_over, key_of
from supportlines.exchange.flat_days import (
    UNKNOWN,
    runs_past_midnight,
    why_not_with,
    with_unknown_days,
)
from supportlines.exchange.flat_served import EVERYBODY, Asker, Spot, Whom
from supportlines.exchange.said import Loss
from supportlines.exchange.unsaid import NO_PLACE, ONE_LANGUAGE, unsaid
from supportlines.hours import Schedule
from supportlines.lookup.resolution import (
    is_for_tier,
    levels_of,
    of_language,
    rules_of,
    tiers_within,
)

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region, Rule
    from supportlines.hours import Timetable
    from supportlines.lookup.closures import HeldException

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
_LONGEST = 400
"""Days."""


class FlatHours(NamedTuple):
    """Hours that hold for all callers of a row."""

    schedule: Schedule
    time_zone: str
    timetable: Timetable | None = None
    """The same with its days, where a format has dates; None where nothing is known."""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known of any day."""
        if self.timetable is None or self.timetable.overrides:
            return self.schedule.always == "unknown" and self.timetable is None
        return all(one.schedule.always == "unknown" for one in self.timetable.phases)

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for hours that are written alike."""
        dated = () if self.timetable is None else (key_of(self.timetable),)
        return (str(self.schedule), self.time_zone, *dated)


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
    if since is not None:
        eve = since - dt.timedelta(days=1)  # whose night may run into the first day
        rules = [one for one in rules if (one.valid_until or since) >= eve] or rules[:1]
    over = held_over(facts, line, chain, rules, tier)
    why = _why_not(facts, spot.country, rules, is_dated=since is not None)
    why = why or _why_not_with(facts, spot.country, rules, over, is_dated=since is not None)
    if why:
        losses[Loss(line.id, what, f"{why}, {_UNKNOWN_HERE}")] = None
        return FlatHours(UNKNOWN, CALLER)
    for rule in rules:
        _lose_of_rule(line, rule, losses)
    if since is not None:
        return _dated(asker, spot, rules, over, losses)
    return _undated(asker, spot, rules[0], over, losses)


def _undated(
    asker: Asker,
    spot: Spot,
    rule: Rule,
    over: Sequence[HeldException],
    losses: dict[Loss, None],
) -> FlatHours:
    """Return the hours of one rule, unknown on the days of the exceptions over them."""
    schedule = rule.hours
    if rule.holidays == NOT_STATED:
        schedule = Schedule.parse(f"{schedule}, PH 00:00-24:00 unknown")
    if over:
        losses[Loss(spot.line.id, "exceptions", _UNKNOWN_DAYS)] = None
        schedule = with_unknown_days(schedule, [one.said for one in over])
    return FlatHours(schedule, _zone_of(asker.facts, spot.country, rule))


def _dated(
    asker: Asker,
    spot: Spot,
    rules: Sequence[Rule],
    over: Sequence[HeldException],
    losses: dict[Loss, None],
) -> FlatHours:
    """Return the hours of rules that follow one another, with the exceptions over them."""
    found = dated_hours(rules, over, asker.since or dt.date.min)
    if any(one.said.reason for one in over):
        losses[Loss(spot.line.id, "reason of exceptions", NO_PLACE)] = None
    if found.has_unsure_days:
        losses[Loss(spot.line.id, "exceptions", _NO_DAYS)] = None
    schedule = found.timetable.phases[0].schedule if found.timetable.is_plain else UNKNOWN
    return FlatHours(schedule, _zone_of(asker.facts, spot.country, rules[0]), found.timetable)


def _lose_of_rule(line: Line, rule: Rule, losses: dict[Loss, None]) -> None:
    for loss in unsaid(rule, line.id, _KEYS_OF_RULE):
        losses[Loss(line.id, f"{loss.what} of hours", loss.why)] = None
    if rule.published_as:
        losses[Loss(line.id, "published_as of hours", NO_PLACE)] = None
    if rule.holidays == NOT_STATED:
        why = "whether they hold on public holidays is not known."
        losses[Loss(line.id, "holidays", why)] = None


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
    if len(rules) > 1 and not (is_dated and follow_one_another(rules)):
        return "they are stated by several rules"
    if len({(_zone_of(facts, country, rule), rule.holidays) for rule in rules}) > 1:
        return "they are stated by several rules, with other clocks or other holidays"
    if any(rule.hours.names_holidays for rule in rules):
        why = _why_not_holidays(facts, country, rules)
        if why:
            return why
    if any(rule.holidays == NOT_STATED and runs_past_midnight(rule.hours) for rule in rules):
        return "whether they hold on public holidays is not known"
    lost = [loss for rule in rules for loss in unsaid(rule, "", _KEYS_OF_RULE | _BESIDE_HOURS)]
    others = dict.fromkeys(loss.what for loss in lost if loss.why != ONE_LANGUAGE)
    return f"they depend on {listed(list(others))}" if others else ""


def _why_not_with(
    facts: Facts,
    country: str,
    rules: Sequence[Rule],
    over: Sequence[HeldException],
    *,
    is_dated: bool,
) -> str:
    """Return why exceptions cannot be written over *rules*, or nothing."""
    if not is_dated:
        return why_not_with([one.said for one in over])
    if any(_comes_again(one) for one in over):
        return "an exception comes again each month"
    names_holidays = any(one.said.hours.names_holidays for one in over)
    return _why_not_holidays(facts, country, rules) if names_holidays else ""


def _comes_again(one: HeldException) -> bool:
    """Return whether an exception comes again each month, for longer than anybody writes down."""
    first, last = one.days
    return one.said.each_month is not None and (last - first).days > _LONGEST


def _why_not_holidays(facts: Facts, country: str, rules: Sequence[Rule]) -> str:
    """Return why the public holidays that hours mean are not those of everybody there."""
    meant = next((one.holidays for one in rules if one.holidays != CALLER), "")
    if meant == NOT_STATED:
        return "whether they hold on public holidays is not known"
    if meant:
        return f"they mean the holidays of {meant}"
    known = facts.countries.get(country)
    if known is not None and (known.holidays or known.working_days):
        return f"the directory has holidays of its own for {country}"
    return ""
