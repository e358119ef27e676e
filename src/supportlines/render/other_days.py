"""Closures and other hours of single days: whose hours they change, and whose stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Sequence

from supportlines.lookup.resolution import exceptions_over, is_for_tier

if TYPE_CHECKING:
    from datetime import date

    from supportlines.directory import DayException, Line, Region, Rule
    from supportlines.render.stated_hours import HeldHours, HeldRule


class OtherDays(NamedTuple):
    """An exception, as callers of one tier have it on a line."""

    said: DayException

    tier: str
    """The callers' own."""

    rules: tuple[Rule, ...]
    """Those that it changes."""

    staying: tuple[str, ...]
    """Tiers whose hours on the line stay as they are, for the same callers."""

    is_of_rule: bool
    """Whether a rule states it that is not all that these callers have."""


def other_days_of(
    line: Line,
    chain: Sequence[Region],
    stated: Sequence[HeldHours],
    tiers: Iterable[str],
    since: date,
) -> Iterator[OtherDays]:
    """Yield what is otherwise on days that are not over on *since*, for each of *tiers*.

    What is said of a tier changes the hours that are stated for it, and no others: those of a
    tier that it includes stay. What a rule says changes the rule's. Where no hours are stated
    nobody knows what a day is by whose clock, but from one instant to another the line is closed.
    """
    for tier in tiers:
        groups = [one.rules for one in stated if one.tier == tier]
        groups = [one for one in groups if one[0].rule.not_available is None]
        if any(one.tier == tier for one in stated):
            found = _of_tier(line, chain, tier, groups)
        else:
            over = [one for one, _ in exceptions_over(line, chain, tier)]
            found = (
                OtherDays(one, tier, (), (), is_of_rule=False)
                for one in over
                if _closes_instants(one)
            )
        yield from (one for one in found if one.said.days[1] >= since)


def _closes_instants(one: DayException) -> bool:
    is_of_instants = one.begins is not None and one.begins.tzinfo is not None
    return is_of_instants and one.hours.rules[0].state == "closed"


def _of_tier(
    line: Line, chain: Sequence[Region], tier: str, groups: Sequence[Sequence[HeldRule]]
) -> Iterator[OtherDays]:
    rules = {_key(held): held for group in groups for held in group}
    found: dict[int, tuple[DayException, dict[tuple[str, int], HeldRule], bool]] = {}
    for of_tier in dict.fromkeys(held.tier for held in rules.values()):
        theirs = {key: held for key, held in rules.items() if held.tier == of_tier}
        for one, _ in exceptions_over(line, chain, of_tier):
            found.setdefault(id(one), (one, {}, False))[1].update(theirs)
    for key, held in rules.items():
        for one in held.rule.exceptions:
            if is_for_tier(one, held.tier):
                found.setdefault(id(one), (one, {}, len(rules) > 1))[1][key] = held
    for one, changed, is_of_rule in found.values():
        touched = [group for group in groups if any(_key(held) in changed for held in group)]
        staying = [held for group in touched for held in group if _key(held) not in changed]
        if all(
            any(_is_always_open(held) for held in staying if held in group) for group in touched
        ):
            continue
        changing = tuple(held.rule for held in changed.values())
        tiers = tuple(dict.fromkeys(held.tier for held in staying))
        yield OtherDays(one, tier, changing, tiers, is_of_rule)


def _key(held: HeldRule) -> tuple[str, int]:
    return held.tier, id(held.rule)


def _is_always_open(held: HeldRule) -> bool:
    """Return whether a rule is open day and night, so that others beside it change nothing."""
    return held.rule.hours.always == "open" and held.rule.after is None
