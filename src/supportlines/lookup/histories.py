"""Rules that follow one another in time, with the exceptions over them: what is read as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Iterator, NamedTuple, Optional, Sequence, Tuple

from supportlines.directory import NOT_STATED, Rule
from supportlines.hours import Phase, Schedule, Timetable
from supportlines.lookup.closures import HeldException, closure_of
from supportlines.lookup.conditions import (
    Replies,
    completed,
    completions,
    left_open,
    limits_of_rule,
)
from supportlines.lookup.inside import chain_through
from supportlines.lookup.resolution import (
    exceptions_over,
    heard_of,
    is_for_line,
    is_for_tier,
    levels_of,
    may_speak_of,
    rules_for,
    tiers_within,
)

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.hours import HoursRule, Override
    from supportlines.lookup.answer import Caller
    from supportlines.lookup.conditions import Limits

_NOT_ON_HOLIDAYS = Schedule.parse("PH off").rules

NOT_SAID = Rule(hours=Schedule.parse("24/7 unknown"))
"""Stands for the hours of a language of which no rule speaks, below exceptions."""


class HoursRead(NamedTuple):
    """One way to read what is stated."""

    timetable: Timetable
    """Without exceptions of instants, which know no wall clock."""
    lasting: HeldException | None = None
    """The only exception without a known end that goes on for ever."""


class Stated(NamedTuple):
    """A rule, or rules that follow one another in time, with the exceptions over them."""

    rules: tuple[Rule, ...]
    """Of the same zone and holidays; the earlier before the later."""
    exceptions: tuple[HeldException, ...]
    """From the outermost region's to the rule's own: of equals the later one holds."""
    tier: str
    """Id of the tier that the rules are stated for: the caller's, or one that it includes."""
    elsewhere: tuple[tuple[date | None, date | None], ...] = ()
    """Days of rules in another zone, or with other holidays, that are of the same history."""

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for the same records of one directory."""
        exceptions = (part for one in self.exceptions for part in (id(one.said), one.sure_until))
        return (*map(id, self.rules), 0, *exceptions, self.elsewhere)

    @property
    def first(self) -> Rule:
        """The rule whose zone and holidays are those of all."""
        return self.rules[0]

    def timetable(self) -> Timetable:
        """Return all of it as hours know it; days of no rule are unknown."""
        return self.readings()[0].timetable

    def readings(self) -> tuple[HoursRead, ...]:
        """Return the readings of which one holds: where they differ nobody knows.

        There are several where the end of an exception is not known, and where nobody says
        whether the hours hold on public holidays. The first is that of which all is over and
        no holiday matters.

        Of exceptions whose end is not known any may be over while others last. What holds at a
        time is said by the highest of those that last, or by none, so it is enough that each
        lasts alone: no more is said by several together.
        """
        phases, over = self._phases(), self._overrides()
        found = [HoursRead(Timetable(phases, over, elsewhere=self.elsewhere))]
        if self.first.holidays == NOT_STATED:
            closing = self._phases(_NOT_ON_HOLIDAYS)
            found.append(HoursRead(Timetable(closing, over, elsewhere=self.elsewhere)))
        for one in self.exceptions:
            if one.is_open_ended:
                over = self._overrides(one)
                found.append(HoursRead(Timetable(phases, over, elsewhere=self.elsewhere), one))
        return tuple(found)

    def _overrides(self, lasting: HeldException | None = None) -> tuple[Override, ...]:
        return tuple(
            over for one in self.exceptions for over in one.overrides(lasts=one is lasting)
        )

    def _phases(self, more: tuple[HoursRule, ...] = ()) -> tuple[Phase, ...]:
        def hours(rule: Rule) -> Schedule:
            said = rule.hours.overlay or rule.hours.rules
            return Schedule.of((*said, *more)) if more else rule.hours

        return tuple(Phase(hours(rule), rule.valid_from, rule.valid_until) for rule in self.rules)

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


class Variant(NamedTuple):
    """What is stated for who gives some replies."""

    given: Replies
    """The replies; nothing if none of them makes a difference."""
    stated: tuple[Stated, ...]
    """What speaks of the language then, the caller's tier first."""
    not_available: Rule | None = None
    """The rule that says that they are not served; then nothing is stated."""


Variants = Tuple[Variant, ...]
"""What is stated for each way in which the caller may reply; one if that makes no difference."""


def _outcome(
    facts: Facts,
    line: Line,
    chain: Sequence[Region],
    caller: Caller,
    language: str | None,
    desk: str | None,
) -> tuple[tuple[Stated, ...], Rule | None]:
    """Return what speaks of *language* on *line*, or the rule that says that nobody is served.

    The caller's tier comes first. Rules that may be for the caller, since nobody said it, are
    among them.
    """
    wanted = desk if desk is not None else caller.desk

    def is_for(rule: Rule) -> bool:
        if not is_for_line(facts, rule, line, wanted):
            return False
        if not (rule.severities or rule.only_for):
            return True
        limits = tuple(one for one in limits_of_rule(rule) if one[0] != "desk")
        return left_open(facts, limits, caller) is not None

    found: dict[tuple[object, ...], Stated] = {}
    refused: Rule | None = None
    of_tiers = rules_for(facts, line, chain, caller.tier, language, is_for=is_for)
    for tier, rules in of_tiers:
        refusing = next((rule for rule in rules if rule.not_available is not None), None)
        if refusing is not None:
            refused = refused or refusing
            continue
        around = _held(facts, line, chain, tier)
        for group, elsewhere in _histories(rules):
            own = [
                closure_of(facts, one, rule.source or line.source, rule)._replace(is_own=True)
                for rule in group
                for one in rule.exceptions
                if is_for_tier(one, tier)
            ]
            stated = Stated(tuple(group), (*around, *own), tier, elsewhere)
            found.setdefault(stated.key, stated)
    if not found and refused is None:
        # From one instant to another the line is closed, whatever its hours. Of a closure on days
        # nobody knows by whose clock they are.
        held = [one for one in _held(facts, line, chain, caller.tier) if one.closes_instants]
        return ((Stated((NOT_SAID,), tuple(held), caller.tier),) if held else ()), None
    return tuple(found.values()), None if found else refused


def _held(facts: Facts, line: Line, chain: Sequence[Region], tier: str) -> list[HeldException]:
    """Return the exceptions of the regions, from the outermost inwards, and of *line* itself."""
    over = exceptions_over(line, chain, tier)
    of_line = line.exceptions and sum(is_for_tier(one, tier) for one in line.exceptions)
    count = len(over) - (of_line or 0)
    return [
        closure_of(facts, one, source)._replace(is_own=place >= count)
        for place, (one, source) in enumerate(over)
    ]


def variants_for(
    facts: Facts,
    line: Line,
    chain: Sequence[Region],
    caller: Caller,
    language: str | None,
    desk: str | None = None,
) -> Variants:
    """Return what speaks of *language* on *line*, for each reply that makes a difference.

    Args:
        facts: The directory.
        line: Whose hours are meant.
        chain: The caller's regions.
        caller: Who asks.
        language: BCP 47 tag, or None for one that is not known.
        desk: Which of the line's desks is meant, or None for any.
    """
    limits: list[Limits] = []
    if facts.has_conditional_rules:
        wanted = desk if desk is not None else caller.desk
        limits = [*_limits(facts, line, chain, caller, [language], wanted)]
    if not limits:
        stated, refused = _outcome(facts, line, chain, caller, language, desk)
        return (Variant((), stated, refused),)
    found: list[Variant] = []
    for given in completions(facts, caller, limits):
        one = completed(caller, given)
        stated, refused = _outcome(facts, line, chain, one, language, desk)
        found.append(Variant(given, stated, refused))
    if any(one.first.after is not None for each in found for one in each.stated):
        return tuple(found)  # the hours of the other line may be what differs
    if len({(tuple(one.key for one in each.stated), id(each[2])) for each in found}) == 1:
        return (found[0]._replace(given=()),)
    return tuple(found)


def _limits(
    facts: Facts,
    line: Line,
    chain: Sequence[Region],
    caller: Caller,
    languages: Sequence[str | None],
    desk: str | None,
) -> Iterator[Limits]:
    """Yield the conditions of rules that may speak of a call, as far as nothing decides them.

    Those of the lines after which the hours of *line* are count as well.
    """
    for tier in tiers_within(facts, caller.tier):
        for rule in (rule for level in levels_of(line, chain, tier) for rule in level):
            if not is_for_line(facts, rule, line, desk):
                continue
            if not any(may_speak_of(rule, one) for one in languages):
                continue
            if rule.severities or rule.only_for:
                limits = tuple(one for one in limits_of_rule(rule) if one[0] != "desk")
                open_ones = left_open(facts, limits, caller)
                if open_ones:
                    yield open_ones
            if rule.after is not None:
                other, own = facts.line(rule.after)
                through = chain_through(facts, caller, chain, own)
                theirs = [tag for one in languages for tag in heard_of(facts, other, through, one)]
                there = desk if desk in facts.desks_of(other) else None
                # What is said of a desk is said of the line that was called first.
                anyone = replace(caller, desk=None)
                yield from _limits(facts, other, through, anyone, theirs, there)


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
    alike = (rule.time_zone, rule.holidays, rule.after) == (
        earlier.time_zone,
        earlier.holidays,
        earlier.after,
    )
    first, last = rule.valid_from, earlier.valid_until
    return alike and first is not None and last is not None and last < first


def _is_for_the_same(rule: Rule, other: Rule) -> bool:
    mine = (rule.languages, rule.severities, rule.desks, rule.only_for)
    return mine == (other.languages, other.severities, other.desks, other.only_for)


def _holds_on(rule: Rule, day: date) -> bool:
    return (rule.valid_from or date.min) <= day <= (rule.valid_until or date.max)


def _is_dated(rule: Rule) -> bool:
    return rule.valid_from is not None or rule.valid_until is not None
