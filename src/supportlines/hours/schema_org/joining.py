"""What many specifications say together, as rules."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from itertools import groupby
from operator import or_
from typing import TYPE_CHECKING, Sequence

from supportlines.hours.days import MINUTES_OF_DAY
from supportlines.hours.notation.printer import print_rules
from supportlines.hours.rules import (
    EVERY_WEEKDAY,
    WHOLE_DAY,
    HoursRule,
    MinuteSpan,
    RuleDates,
    State,
    merge_spans,
    normal_dates,
)
from supportlines.hours.schema_org.precedence import (
    common_rules,
    from_wide_to_narrow,
    is_narrower,
    width,
)
from supportlines.hours.schema_org.sets import overlap, without, without_days

if TYPE_CHECKING:
    from supportlines.hours.schema_org.literals import Lost, NamedDays
    from supportlines.hours.schema_org.specified_days import SpecifiedDays


def joined(
    ordinary: Sequence[SpecifiedDays], special: Sequence[SpecifiedDays], lost: Lost
) -> tuple[HoursRule, ...]:
    """Return the rules that say what *ordinary* parts do, and on its days each *special* one."""
    # Special hours of which no day was read may be on any; that days are closed is only told.
    anywhere = [part for part in special if part.spans and not part.placed]
    ordinary, special = _merged([*ordinary, *anywhere]), _merged(special)
    spoken = [part for part in ordinary if part.spans or part.placed]
    if any(part.spans and part.certain for part in spoken):
        rules = [*_base(spoken), *_layers(spoken, lost)]
    else:
        rules = _without_hours(spoken, lost)
    return (*rules, *_special_rules([part for part in special if part.placed]))


def _merged(parts: Sequence[SpecifiedDays]) -> list[SpecifiedDays]:
    """Return *parts* with those for the same days made one, in the order of the first of each."""
    found: dict[SpecifiedDays, list[MinuteSpan]] = {}
    for part in parts:
        key = part._replace(spans=WHOLE_DAY if part.spans else ())
        found.setdefault(key, []).extend(part.spans)
    return [part._replace(spans=merge_spans(tuple(spans))) for part, spans in found.items()]


def _base(parts: Sequence[SpecifiedDays]) -> list[HoursRule]:
    """Return rules for what lies below all hours: what may be open, or is not spoken of."""
    undated = [part for part in parts if _may_open(part) and not part.dates]
    rules = [_rule(part, "unknown", added=True) for part in undated]
    opens = [part for part in parts if part.spans and part.certain]
    if not all(part.dates for part in opens):
        return rules
    # Nothing is said of the days on which none of them is valid, but what is closed there.
    always_closed = [_rule(part, "closed") for part in parts if _is_closed_in_the_week(part)]
    dates = normal_dates([each for part in opens for each in part.dates])
    spoken_of = HoursRule(state="closed", dates=dates)
    return [HoursRule(state="unknown", always=True), *always_closed, spoken_of, *rules]


def _layers(parts: Sequence[SpecifiedDays], lost: Lost) -> list[HoursRule]:
    """Return rules for hours and closed days, those for fewer days over those for more.

    Hours are a union. Where only those for more days say open, it is not known whether the
    others replace them; days that are closed do.
    """
    rules: list[HoursRule] = []
    placed = _without_closed_weekdays(
        [part for part in parts if part.certain or part.dates or not part.days.weekdays]
    )
    below: list[SpecifiedDays] = []
    for _, group in groupby(sorted(placed, key=width), key=lambda part: width(part)[0]):
        layer = list(group)
        may_open = [part for part in layer if _may_open(part)]
        for part in layer:
            rules += _doubts(part, below, lost)
            if _may_open(part) and (part.dates or not part.days.weekdays):
                rules.append(_rule(part, "unknown", added=True))
        for number, part in enumerate(layer):
            if part.certain and part.spans:
                wider = [each for each in layer[:number] if overlap(each.spans, part.spans)]
                rules += _doubts(part, wider, lost)
                rules.append(_rule(part, "open", added=True))
            elif _closes_some_days(part):
                rules.append(_rule(part, "closed"))
                # Of the same days another one may say hours, of which something was not read.
                unread = (each for each in may_open if each.days == part.days)
                same = [each for each in unread if each.dates == part.dates]
                rules += [_rule(each, "unknown", added=True) for each in same]
        for number, part in enumerate(layer):
            rules += _contradictions(part, [*below, *layer[:number]], lost)
        below += layer
    uncertain = [part for part in parts if not part.certain and not part.spans]
    rules += [_rule(part, "unknown", added=True) for part in uncertain]
    return rules or [HoursRule(state="closed", always=True)]


def _without_closed_weekdays(parts: Sequence[SpecifiedDays]) -> list[SpecifiedDays]:
    """Return *parts* without the weekdays of hours that others say are closed in every week."""
    closures = [part for part in parts if _is_closed_in_the_week(part)]
    found = []
    for part in parts:
        closed = [each.days for each in closures if part.spans and is_narrower(each, part)]
        days = reduce(without_days, closed, part.days)
        if days.weekdays or days.holidays:
            found.append(part._replace(days=days, named=part.days))
    return found


def _doubts(part: SpecifiedDays, others: Sequence[SpecifiedDays], lost: Lost) -> list[HoursRule]:
    """Return rules for hours of *others* that *part*, which is for fewer days, does not say."""
    rules: list[HoursRule] = []
    for other in others:
        only = without(other.spans, part.spans) if part.certain else other.spans
        if part.spans and other.certain and only and is_narrower(part, other):
            # A span starts on its own day: where the rest of one would not, it lies below.
            starts_late = any(start >= MINUTES_OF_DAY for start, _ in only)
            spans = other.spans if starts_late else only
            rules += _told(common_rules(part, other, spans), lost)
    return rules


def _contradictions(
    part: SpecifiedDays, others: Sequence[SpecifiedDays], lost: Lost
) -> list[HoursRule]:
    """Return rules for hours on days that are said to be closed, neither for fewer days."""
    rules: list[HoursRule] = []
    for other in others:
        differs = part.certain and other.certain and bool(part.spans) != bool(other.spans)
        if differs and not (is_narrower(part, other) or is_narrower(other, part)):
            rules += _told(common_rules(part, other, part.spans or other.spans), lost)
    return rules


def _told(rules: Sequence[HoursRule], lost: Lost) -> Sequence[HoursRule]:
    for rule in rules:
        written = print_rules((replace(rule, added=False),))
        lost.append(f'"{written}": specifications differ there. State the hours of a day once.')
    return rules


def _may_open(part: SpecifiedDays) -> bool:
    return bool(part.spans) and not part.certain


def _without_hours(parts: Sequence[SpecifiedDays], lost: Lost) -> list[HoursRule]:
    """Return rules where no hours were read: unknown, but for days that are said to be closed.

    What may be open makes its days unknown, be they said to be closed or not.
    """
    closures = [part for part in parts if part.certain]
    unread = [_rule(part, "unknown", added=True) for part in parts if _may_open(part)]
    week = reduce(or_, (part.days.weekdays for part in closures if not part.dates), 0)
    if week == EVERY_WEEKDAY and not unread:
        return [HoursRule(state="closed", always=True)]
    lost.append("no opening hours were read: what is not said to be closed is unknown.")
    closed = [_rule(part, "closed") for part in closures]
    return [HoursRule(state="unknown", always=True), *closed, *(unread if closed else ())]


def _special_rules(parts: Sequence[SpecifiedDays]) -> list[HoursRule]:
    """Return rules that replace the days of *parts*; of those for the same days, a union.

    Those for fewer days lie over those for more.
    """
    rules: list[HoursRule] = []
    taken: set[tuple[tuple[RuleDates, ...], NamedDays]] = set()
    for part in from_wide_to_narrow(parts):
        days = (part.dates, part.days)
        if not part.certain:
            # Not even whether the ordinary hours hold on these days is known.
            end = max([MINUTES_OF_DAY, *(end for _, end in part.spans)])
            rules.append(_rule(part._replace(spans=((0, end),)), "unknown"))
        elif part.spans:
            rules.append(_rule(part, "open", added=days in taken))
        elif days not in taken:
            rules.append(_rule(part, "closed"))
        taken.add(days)
    return rules


def _closes_some_days(part: SpecifiedDays) -> bool:
    return part.certain and not part.spans and not _is_closed_in_the_week(part)


def _is_closed_in_the_week(part: SpecifiedDays) -> bool:
    return part.certain and not part.spans and not part.dates and not part.days.holidays


def _rule(part: SpecifiedDays, state: State, *, added: bool = False) -> HoursRule:
    weekdays, holidays = part.days
    spans = part.spans or WHOLE_DAY
    is_all = weekdays == EVERY_WEEKDAY and holidays and not part.dates and spans == WHOLE_DAY
    if is_all and state == "open":
        return HoursRule(always=True, added=added)
    return HoursRule(
        spans,
        state,
        dates=normal_dates(list(part.dates)),
        weekdays=weekdays,
        holidays="also" if holidays else "",
        added=added,
    )
