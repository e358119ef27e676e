"""The hours of one language on one line, for one caller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, NamedTuple, Sequence

from supportlines.hours import OpeningHours, open_zone, union
from supportlines.hours.algebra import Combined
from supportlines.lookup.stated import stated_rules

if TYPE_CHECKING:
    from supportlines.directory import Directory, Line, Region, Rule
    from supportlines.hours import State, TimeLine
    from supportlines.lookup.answer import Caller

CALLER = "caller"


class Judgement(NamedTuple):
    """What the rules say at one instant."""

    state: State
    changes_at: int | None
    """POSIX seconds of the next change, or None."""
    deciding: tuple[Rule, ...]
    """The rules that the state rests on; none if no rule speaks of the language."""
    by_zone: tuple[tuple[str, State], ...]
    """Where the zones that the caller may be in disagree: each with its state."""
    holds_until: int | None
    """POSIX second before which nothing of this changes; None if nothing ever does."""


class RuleHours(NamedTuple):
    """One rule, read in one zone."""

    rule: Rule
    time_line: TimeLine


class SpokenHours:
    """The rules for one language joined (open before unknown before closed), zone by zone."""

    def __init__(self, rules: Sequence[Rule], caller: Caller) -> None:
        by_caller = any(rule.time_zone == CALLER for rule in rules)
        zones = caller.local_zones if by_caller else ("UTC",)
        self._columns: list[tuple[str, TimeLine, tuple[RuleHours, ...]]] = []
        for zone in zones:
            column = tuple(RuleHours(rule, _rule_hours(rule, zone, caller)) for rule in rules)
            self._columns.append((zone, union(*[entry.time_line for entry in column]), column))
        if not rules:
            self._columns = []

    @property
    def time_lines(self) -> tuple[TimeLine, ...]:
        """The joined hours by the clock of each zone that counts; none if no rule speaks."""
        return tuple(hours for _, hours, _ in self._columns)

    @property
    def zones(self) -> tuple[str, ...]:
        """Zones on whose clocks the rules are written; "caller" stands for the caller's own."""
        entries = [entry for _, _, column in self._columns[:1] for entry in column]
        return tuple(dict.fromkeys(entry.rule.time_zone for entry in entries))

    def judge(self, second: int) -> Judgement:
        """Return state, next change and grounds at *second* (POSIX).

        The zones of a caller who gave none must agree; where they do not, the state is
        unknown and the next change is the earliest of theirs.
        """
        if not self._columns:
            return Judgement("unknown", None, (), (), None)
        states = [(zone, hours.state_at(second)) for zone, hours, _ in self._columns]
        changes_at = _earliest(hours.next_change_after(second) for _, hours, _ in self._columns)
        state, column = states[0][1], self._columns[0][2]
        if any(one != state for _, one in states):
            rules = tuple(entry.rule for entry in column)
            return Judgement("unknown", changes_at, rules, tuple(states), changes_at)
        holds = changes_at
        if len(column) > 1:
            changes = (entry.time_line.next_change_after(second) for entry in column)
            holds = _earliest([changes_at, *changes])
        return Judgement(state, changes_at, _deciding(column, state, second), (), holds)


def _earliest(seconds: Iterable[int | None]) -> int | None:
    return min((second for second in seconds if second is not None), default=None)


def _deciding(column: tuple[RuleHours, ...], state: State, second: int) -> tuple[Rule, ...]:
    """Return the rules that *state* rests on: all if closed, else the one with fewest doubts."""
    if len(column) == 1 or state == "closed":
        return tuple(entry.rule for entry in column)
    agreeing = [entry.rule for entry in column if entry.time_line.state_at(second) == state]
    return (min(agreeing, key=_doubts),)


def _doubts(rule: Rule) -> tuple[int, bool, bool]:
    return len(rule.notes), rule.confidence != "high", not rule.hours.is_always


def rules_for(
    directory: Directory,
    line: Line,
    chain: Sequence[Region],
    caller: Caller,
    language: str | None,
) -> tuple[Rule, ...]:
    """Return the rules that speak of *language* on *line*, the caller's tier first.

    Tier by tier, the nearest level that states it decides for all languages: the line,
    then the caller's regions from the inside out. A tier that includes another adds the
    other's rules. A language of None stands for "not known": only rules for all
    languages speak of it.
    """
    found: list[Rule] = []
    tier: str | None = caller.tier
    while tier is not None:
        for rule in stated_rules(line, chain, tier):
            if _applies(directory, rule, line, caller, language) and rule not in found:
                found.append(rule)
        tier = directory.tier(tier).includes
    return tuple(found)


def _applies(
    directory: Directory, rule: Rule, line: Line, caller: Caller, language: str | None
) -> bool:
    if rule.languages and not any(_is_a(language, one) for one in rule.languages):
        return False
    if rule.severities and caller.severity is not None and caller.severity not in rule.severities:
        return False
    if rule.desks:
        desk = line.desk or (directory.desks[0] if directory.desks else None)
        return desk in rule.desks
    return True


def _is_a(language: str | None, wider: str) -> bool:
    """Tell whether *language* is *wider* or a regional form of it (`en-GB` of `en`)."""
    return language is not None and (language == wider or language.startswith(wider + "-"))


def _rule_hours(rule: Rule, zone: str, caller: Caller) -> TimeLine:
    name = zone if rule.time_zone == CALLER else rule.time_zone
    hours: TimeLine = OpeningHours.of(rule.hours, open_zone(name))
    if rule.severities and caller.severity is None:
        return Combined(perhaps, (hours,))
    return hours


def perhaps(states: Sequence[State]) -> State:
    """Return what is sure of hours of which nobody knows whether they are for this caller."""
    return "closed" if states[0] == "closed" else "unknown"
