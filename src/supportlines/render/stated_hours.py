"""Which hours hold for callers of a line, whoever they are: what a page without a clock says."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence, Tuple

from supportlines.directory import CALLER
from supportlines.lookup.conditions import limits_of_rule
from supportlines.lookup.resolution import (
    languages_of,
    levels_of,
    of_language,
    tiers_within,
)

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region, Rule
    from supportlines.lookup.conditions import Limits


class HeldRule(NamedTuple):
    """A rule, and the tier that it is stated for: a caller's own, or one that it includes."""

    tier: str
    rule: Rule


class HeldHours(NamedTuple):
    """Hours that callers of one tier have on a line: rules that hold together."""

    tier: str
    """The callers' own."""

    said: Rule
    """The rule whose conditions these callers meet."""

    rules: tuple[HeldRule, ...]
    """Whatever holds for them; `said` alone where that says that they are not served."""

    shown: tuple[HeldRule, ...]
    """Those of `rules` that one week tells."""

    languages: tuple[str, ...]
    """Of which the rules speak; empty where that is all that the line has."""

    desks: tuple[str, ...]
    """For which they hold, where a rule is not for every desk."""

    unless: tuple[Limits, ...]
    """Conditions of rules that hold instead: for who meets one of these they do not."""

    is_not_all: bool
    """Whether some of these callers may have more hours, which other rules state."""


def spoken_on(facts: Facts, line: Line, chain: Sequence[Region]) -> tuple[str, ...]:
    """Return what is spoken on *line*: what is stated, or what the directory assumes."""
    return languages_of(line, chain) or facts.assumed_languages


def has_hours(line: Line) -> bool:
    """Return whether rules of regions are about *line*: a form takes messages at any time."""
    return line.is_live or bool(line.availability)


class _Found(NamedTuple):
    hours: HeldHours
    languages: dict[str | None, None]
    desks: dict[str | None, None]


def hours_stated(facts: Facts, line: Line, chain: Sequence[Region]) -> Iterator[HeldHours]:
    """Yield the hours for callers of *line* in *chain*, tier by tier, each once.

    Hours of a tier that is included are among those of the tier that includes it.
    """
    if not has_hours(line):
        return
    stated = spoken_on(facts, line, chain)
    wanted: list[str | None] = [*stated, *([None] if line.speaks_any or not stated else [])]
    desks = facts.desks_of(line) or (None,)
    for tier in facts.tiers:
        found: dict[object, _Found] = {}
        for language in wanted:
            for desk in desks:
                levels = _levels(facts, line, chain, tier.id, language, desk)
                for one in _of_call(tier.id, levels):
                    _add(found, one, language, desk)
        for one, languages, for_desks in found.values():
            some = () if len(languages) == len(wanted) else tuple(filter(None, languages))
            is_of_desks = any(held.rule.desks for held in one.rules)
            yield one._replace(
                languages=some, desks=tuple(filter(None, for_desks)) if is_of_desks else ()
            )


def _add(
    found: dict[object, _Found], one: HeldHours, language: str | None, desk: str | None
) -> None:
    ids = tuple((tier, id(rule)) for tier, rule in (*one.rules, *one.shown))
    callers = (_limits(one.said), _days(one.said), one.unless, one.is_not_all)
    key = (ids, callers)
    known = found.setdefault(key, _Found(one, {}, {}))
    known.languages[language] = None
    known.desks[desk] = None


_Levels = Sequence[Tuple[str, Sequence[Sequence["Rule"]]]]
"""Of each tier the rules level by level, the nearest first."""


def _levels(
    facts: Facts,
    line: Line,
    chain: Sequence[Region],
    tier: str,
    language: str | None,
    desk: str | None,
) -> _Levels:
    """Return what speaks of *language* and *desk*, for *tier* and the tiers that it includes."""
    found = []
    for each in tiers_within(facts, tier):
        levels = [
            of_language([one for one in level if not one.desks or desk in one.desks], language)
            for level in levels_of(line, chain, each)
        ]
        found.append((each, [one for one in levels if one]))
    return found


def _of_call(tier: str, levels: _Levels) -> Iterator[HeldHours]:
    """Yield what holds for those who meet the conditions of a rule, for each rule."""
    for _, of_tier in levels:
        for said in (rule for level in of_tier for rule in level):
            if not any(one is said for one in _deciding(of_tier, said)):
                continue
            held, unless, is_all = _held(levels, said)
            if held:
                more = not is_all or _has_more(levels, said, held)
                for shown in _by_clock(levels, said, held):
                    is_one = len(shown) == len(held) or _is_always_open(shown[0].rule)
                    yield HeldHours(tier, said, held, shown, (), (), unless, more or not is_one)
            elif said.not_available is not None:
                alone = (HeldRule(tier, said),)
                served = (
                    _limits(one)
                    for one in _others(levels, said)
                    if not _is_wider(one, said)
                    and any(one is each.rule for each in _held(levels, one)[0])
                )
                unless = tuple(dict.fromkeys(served))
                yield HeldHours(tier, said, alone, alone, (), (), unless, is_not_all=False)


def _others(levels: _Levels, said: Rule) -> Iterator[Rule]:
    """Yield the rules of which some may be for those who meet the conditions of *said*."""
    for _, of_tier in levels:
        for level in of_tier:
            yield from (one for one in level if not _are_apart(one, said))


def _has_more(levels: _Levels, said: Rule, held: Sequence[HeldRule]) -> bool:
    ids = {id(each.rule) for each in held}
    return any(id(one) not in ids and _may_add(levels, said, one) for one in _others(levels, said))


def _by_clock(
    levels: _Levels, said: Rule, held: tuple[HeldRule, ...]
) -> Iterator[tuple[HeldRule, ...]]:
    """Yield rules that *held* together by what one week has in common.

    Where somebody is always there, no others are told. What is by another clock than *said* is
    left to itself, where it is told for all of these callers.
    """
    always = [one for one in held if _is_always_open(one.rule)]
    if always:
        yield (always[0],)
        return
    timed = [one for one in held if not _has_no_clock(one.rule)]
    if not timed:
        yield held
        return
    is_held = any(one.rule is said for one in timed)
    for clock in dict.fromkeys(clock_of(one.rule) for one in timed):
        mine = [one for one in timed if clock_of(one.rule) == clock]
        if (
            is_held
            and clock != clock_of(said)
            and not any(_held(levels, one.rule)[1] for one in mine)
        ):
            continue
        yield tuple(one for one in held if _has_no_clock(one.rule) or one in mine)


def _has_no_clock(rule: Rule) -> bool:
    """Return whether hours are one thing for ever, so that they are beside those of any clock."""
    return rule.hours.is_always and rule.after is None


def _is_always_open(rule: Rule) -> bool:
    return rule.hours.always == "open" and rule.after is None


def _deciding(levels: Sequence[Sequence[Rule]], said: Rule) -> Sequence[Rule]:
    """Return the rules of the nearest level that has any for all who meet conditions of *said*.

    Its days are no condition: hours of a level further out hold on none that it leaves out.
    """
    for level in levels:
        for_all = [one for one in level if _is_wider(one, said)]
        if for_all:
            return for_all
    return ()


def _held(levels: _Levels, said: Rule) -> tuple[tuple[HeldRule, ...], tuple[Limits, ...], bool]:
    """Return the rules that hold for all who meet the conditions of *said*, on all its days.

    And unless what they do, and whether these are all such rules. Where *said* has conditions,
    those of other tiers that hold for some of these callers alone are left to others.
    """
    found: list[HeldRule] = []
    unless: dict[Limits, None] = {}
    is_all = True
    for tier, of_tier in levels:
        deciding = _deciding(of_tier, said)
        if any(one.not_available is not None for one in deciding):
            continue
        but = _passed_over(of_tier, deciding, said)
        is_own = any(one is said for one in deciding)
        if but and _limits(said) and not is_own:
            is_all = False
            continue
        held = [HeldRule(tier, one) for one in deciding if _lasts_longer(one, said)]
        found += held
        unless.update(dict.fromkeys(but if held else ()))
    return tuple(found), tuple(unless), is_all


def _passed_over(
    levels: Sequence[Sequence[Rule]], deciding: Sequence[Rule], said: Rule
) -> Sequence[Limits]:
    """Return the conditions of rules that hold instead for some of those of *said*.

    They are nearer to the line, or say that nobody is served.
    """
    found = []
    for level in levels if deciding else ():
        is_deciding = any(one is deciding[0] for one in level)
        for one in level:
            if not is_deciding or one.not_available is not None:
                found += [] if _are_apart(one, said) else [_limits(one)]
        if is_deciding:
            break
    return found


def _may_add(levels: _Levels, said: Rule, other: Rule) -> bool:
    """Return whether some of those who meet conditions of *said*, not all, have *other* as well.

    Who has fewer conditions to meet is told of these beside hours of their own.
    """
    if other.not_available is not None or _is_narrower(other, said) or _is_narrower(said, other):
        return False
    if any(_places(of_tier, said, other) not in ((), (0,)) for _, of_tier in levels):
        return False
    (first, last), (other_first, other_last) = _days(said), _days(other)
    return not _are_apart(said, other) and first <= other_last and other_first <= last


def _are_apart(rule: Rule, other: Rule) -> bool:
    """Return whether nobody meets the conditions of both."""
    theirs = dict(_limits(other))
    return any(
        set(values).isdisjoint(theirs[name]) for name, values in _limits(rule) if name in theirs
    )


def _places(levels: Sequence[Sequence[Rule]], *rules: Rule) -> tuple[int, ...]:
    """Return how far apart the levels of *rules* are, if they are all of one tier."""
    found = [
        place
        for place, level in enumerate(levels)
        for rule in rules
        if any(one is rule for one in level)
    ]
    return (max(found) - min(found),) if len(found) == len(rules) else ()


def _is_narrower(rule: Rule, other: Rule) -> bool:
    """Return whether *rule* is for some of those for whom *other* is, on some of its days."""
    return _is_wider(other, rule) and _lasts_longer(other, rule)


def _is_wider(rule: Rule, other: Rule) -> bool:
    """Return whether *rule* is for all for whom *other* is; desks and days left aside."""
    theirs = dict(_limits(other))
    return all(
        name in theirs and set(theirs[name]) <= set(values) for name, values in _limits(rule)
    )


def _lasts_longer(rule: Rule, other: Rule) -> bool:
    """Return whether *rule* holds on all days of *other*."""
    (first, last), (other_first, other_last) = _days(rule), _days(other)
    return first <= other_first and other_last <= last


def _limits(rule: Rule) -> Limits:
    return tuple(one for one in limits_of_rule(rule) if one[0] != "desk")


def _days(rule: Rule) -> tuple[date, date]:
    return rule.valid_from or date.min, rule.valid_until or date.max


def clock_of(rule: Rule) -> tuple[object, ...]:
    """Return what hours of one week have in common: a clock, holidays, a line to wait for."""
    return rule.time_zone, rule.holidays, rule.after


def zone_stated(facts: Facts, rule: Rule, country: str) -> str:
    """Return by whose clock *rule* is for callers from *country*: a zone, or `caller`."""
    known = facts.countries.get(country)
    if rule.time_zone == CALLER and known is not None and known.time_zone is not None:
        return known.time_zone
    return rule.time_zone
