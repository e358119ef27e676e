"""Rules that follow one another in time, with the exceptions over them: what is read as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, Optional, Sequence, Tuple

from supportlines.hours import Override, Phase, Timetable
from supportlines.lookup.resolution import exceptions_over, is_for_tier, rules_for

if TYPE_CHECKING:
    from supportlines.directory import DayException, Facts, Line, Region, Rule
    from supportlines.hours import HoursRule
    from supportlines.lookup.answer import Caller


class Stated(NamedTuple):
    """A rule, or rules that follow one another in time, with the exceptions over them."""

    rules: tuple[Rule, ...]
    """Of the same zone and holidays; the earlier before the later."""
    exceptions: tuple[DayException, ...]
    """From the outermost region's to the rule's own: of equals the later one holds."""
    tier: str
    """Id of the tier that the rules are stated for: the caller's, or one that it includes."""
    elsewhere: tuple[tuple[date | None, date | None], ...] = ()
    """Days of rules in another zone, or with other holidays, that are of the same history."""

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for the same records of one directory."""
        return (*map(id, self.rules), 0, *map(id, self.exceptions), self.elsewhere)

    @property
    def first(self) -> Rule:
        """The rule whose zone and holidays are those of all."""
        return self.rules[0]

    def timetable(self) -> Timetable:
        """Return all of it as hours know it; days of no rule are unknown."""
        return Timetable(
            phases=tuple(
                Phase(rule.hours, rule.valid_from, rule.valid_until) for rule in self.rules
            ),
            overrides=tuple(_override(one) for one in self.exceptions),
            elsewhere=self.elsewhere,
        )

    def rule_on(self, day: date, decided: HoursRule | None = None) -> Rule:
        """Return the rule whose hours decide on *day*, or the last one before it.

        *decided* is what their time line found: one of their rules, perhaps of the night that
        began on the eve.
        """
        today = [rule for rule in self.rules if _holds_on(rule, day)]
        if decided is not None and len(self.rules) > 1:
            eve = day - timedelta(days=1) if day > date.min else day
            for rule in (*today, *(rule for rule in self.rules if _holds_on(rule, eve))):
                if any(decided in (one, one.without_holidays()) for one in rule.hours.rules):
                    return rule
        if today:
            return today[0]
        held = [rule for rule in self.rules if rule.valid_from is None or rule.valid_from <= day]
        return held[-1] if held else self.rules[0]

    def is_silent_on(self, day: date) -> bool:
        """Return whether rules elsewhere speak of *day*, and none of these."""
        return bool(self.elsewhere) and not any(_holds_on(rule, day) for rule in self.rules)


Variants = Tuple[Tuple[Optional[str], Tuple[Stated, ...]], ...]
"""What is stated for each severity that it may be about; under None if that makes no difference."""


def _override(one: DayException) -> Override:
    first, last = one.days
    reason = one.reason or interval_of(one)
    return Override(one.hours, first, last, reason, one.priority, one.adds)


def interval_of(one: DayException) -> str:
    """Return the days of an exception as an interval of ISO 8601: its name if it has no reason."""
    first, last = one.days
    return f"{first}/{last}"


def stated_for(
    facts: Facts,
    line: Line,
    chain: Sequence[Region],
    caller: Caller,
    language: str | None,
) -> tuple[Stated, ...]:
    """Return what speaks of *language* on *line*, the caller's tier first."""
    found: dict[tuple[object, ...], Stated] = {}
    of_tiers = rules_for(facts, line, chain, caller.tier, language, caller.severity)
    for tier, rules in of_tiers:
        around = exceptions_over(line, chain, tier)
        for group, elsewhere in _histories(rules):
            own = [one for rule in group for one in rule.exceptions if is_for_tier(one, tier)]
            stated = Stated(tuple(group), (*around, *own), tier, elsewhere)
            found.setdefault(stated.key, stated)
    return tuple(found.values())


def variants_for(
    facts: Facts,
    line: Line,
    chain: Sequence[Region],
    caller: Caller,
    language: str | None,
) -> Variants:
    """Return what speaks of *language* on *line*, severity by severity if none was given.

    A severity that no rule names has hours that nobody states.
    """
    stated = stated_for(facts, line, chain, caller, language)
    limited = any(rule.severities for one in stated for rule in one.rules)
    if caller.severity is not None or not limited:
        return ((None, stated),)
    callers = [(severity, replace(caller, severity=severity)) for severity in facts.severities]
    return tuple(
        (severity, stated_for(facts, line, chain, one, language)) for severity, one in callers
    )


_Days = Tuple[Optional[date], Optional[date]]


def _histories(rules: Sequence[Rule]) -> list[tuple[list[Rule], tuple[_Days, ...]]]:
    """Return *rules* one by one, but those that follow one another in time together.

    Rules with dates are one history, whatever changes from one to the next. Those that follow
    one another in one zone and with the same holidays are read together; of the days of the
    others, which are all days for a rule without dates, they say nothing.
    """
    found: list[tuple[list[Rule], tuple[_Days, ...]]] = []
    for group in _successions(rules):
        mine = set(map(id, group if _is_dated(group[0]) else rules))
        others = [rule for rule in rules if id(rule) not in mine]
        found.append((group, tuple((rule.valid_from, rule.valid_until) for rule in others)))
    return found


def _successions(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return *rules* in groups: one without dates alone, others after those that they follow.

    Rules that hold on the same day add up, so none of a group does.
    """
    groups: list[list[Rule]] = []
    by_start = sorted(rules, key=lambda rule: rule.valid_from or date.min)
    for rule in by_start:
        before = [group for group in groups if _may_follow(rule, group[-1])]
        # Whom a rule is for tells best which of several it follows.
        before.sort(key=lambda group: not _is_for_the_same(rule, group[-1]))
        if before:
            before[0].append(rule)
        else:
            groups.append([rule])
    places = {id(rule): place for place, rule in enumerate(rules)}
    return sorted(groups, key=lambda group: min(places[id(rule)] for rule in group))


def _may_follow(rule: Rule, earlier: Rule) -> bool:
    """Return whether *rule* begins after *earlier* ends, in the same zone and holidays."""
    alike = (rule.time_zone, rule.holidays) == (earlier.time_zone, earlier.holidays)
    first, last = rule.valid_from, earlier.valid_until
    return alike and first is not None and last is not None and last < first


def _is_for_the_same(rule: Rule, other: Rule) -> bool:
    return (rule.languages, rule.severities) == (other.languages, other.severities)


def _holds_on(rule: Rule, day: date) -> bool:
    return (rule.valid_from or date.min) <= day <= (rule.valid_until or date.max)


def _is_dated(rule: Rule) -> bool:
    return rule.valid_from is not None or rule.valid_until is not None
