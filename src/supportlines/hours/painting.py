"""What the rules of a schedule say of one day, painted one over the other in their order.

This is where the meaning of OpenStreetMap's notation is written down
(https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification, read on 2026-11-22):

* A span belongs to the day it starts on; what it has after midnight is the next day's,
  whatever rules that day has of its own.
* A rule after ``;`` that is for a day replaces all that earlier rules say of that day, the
  small hours left over from the evening before included. A rule that closes does not
  replace: it closes its own spans.
* A rule after ``,`` paints over what is there.
"""

from __future__ import annotations

from typing import Callable, List, NamedTuple, Optional, Sequence, Tuple

from supportlines.hours.rules import Rule, Span, State

MINUTES_OF_DAY = 1440


class Piece(NamedTuple):
    """A stretch of one day with one state, and the rule that says so."""

    start: int
    """Minutes since midnight."""

    end: int
    """Minutes since midnight, at most 24:00; not included."""

    state: State
    comment: Optional[str]
    rule: Optional[Rule]
    """None where no rule of the schedule, but its end or an exception, decides."""


Pieces = List[Piece]
Matches = Callable[[Rule, int], bool]


def paint(pieces: Pieces, piece: Piece) -> Pieces:
    """Return *pieces* with *piece* over them; sorted and disjoint, as they were."""
    start, end = piece.start, piece.end
    kept = []
    for old in pieces:
        if old.end <= start or old.start >= end:
            kept.append(old)
            continue
        if old.start < start:
            kept.append(old._replace(end=start))
        if old.end > end:
            kept.append(old._replace(start=end))
    kept.append(piece)
    kept.sort()
    return kept


def paint_day(
    rules: Sequence[Rule], day: int, matches: Matches, below: Sequence[Piece] = ()
) -> Pieces:
    """Return what *rules* say of *day* over the pieces *below*; of the rest nothing is said."""
    pieces: Pieces = list(below)
    for rule in rules:
        today = matches(rule, day)
        if today and rule.replaces:
            pieces = []
        if rule.runs_past_midnight and matches(rule, day - 1):
            for start, end in rule.spans:
                if end > MINUTES_OF_DAY:
                    tail = Piece(
                        max(0, start - MINUTES_OF_DAY),
                        end - MINUTES_OF_DAY,
                        rule.state,
                        rule.comment,
                        rule,
                    )
                    pieces = paint(pieces, tail)
        if today:
            for start, end in rule.spans:
                piece = Piece(start, min(end, MINUTES_OF_DAY), rule.state, rule.comment, rule)
                pieces = paint(pieces, piece)
    return pieces


def by_weekday(rule: Rule, day: int) -> bool:
    """Return whether a weekly *rule* is for the weekday *day*, of which any number will do."""
    return bool(rule.weekdays >> (day % 7) & 1)


Said = Tuple[int, int, State, Optional[str]]


def paint_week(rules: Sequence[Rule]) -> tuple[tuple[Said, ...], ...]:
    """Return what weekly *rules* say of each day from Monday to Sunday.

    Neighbours that say the same are one; ``closed`` without a comment is not said at all.
    """
    return tuple(_said(paint_day(rules, weekday, by_weekday)) for weekday in range(7))


def _said(pieces: Pieces) -> tuple[Said, ...]:
    joined: list[Said] = []
    for start, end, state, comment, _ in pieces:
        if state == "closed" and comment is None:
            continue
        if joined and joined[-1][1:] == (start, state, comment):
            joined[-1] = (joined[-1][0], end, state, comment)
        else:
            joined.append((start, end, state, comment))
    return tuple(joined)


def weekly_normal_form(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the one sequence of rules that says the same as weekly *rules* do.

    Days that say the same share a rule. A stretch over midnight is one span of the day it
    starts on if it ends, on the next day, no later than the hour at which it started. ``;`` stands
    where nothing is lost by it, ``,`` elsewhere.
    """
    if len(rules) == 1 and (rules[0].always or _closes_for_good(rules[0])):
        return tuple(rules)
    shared: dict[tuple[State, Optional[str], tuple[Span, ...]], int] = {}
    for weekday, said in enumerate(_joined_over_midnight(paint_week(rules))):
        kinds: dict[tuple[State, Optional[str]], list[Span]] = {}
        for start, end, state, comment in said:
            kinds.setdefault((state, comment), []).append((start, end))
        for (state, comment), kept in kinds.items():
            key = (state, comment, tuple(kept))
            shared[key] = shared.get(key, 0) | 1 << weekday
    if not shared:
        return (Rule(state="closed", always=True),)
    normal: list[Rule] = []
    painted = 0
    for (state, comment, spans), weekdays in shared.items():
        added = bool(painted & weekdays) and bool(normal)
        rule = Rule(spans, state, comment, weekdays=weekdays, added=added)
        normal.append(rule)
        painted |= weekdays
        if rule.runs_past_midnight:
            painted |= next_weekdays(weekdays)
    return tuple(normal)


def next_weekdays(weekdays: int) -> int:
    """Return the set of the days after those of the set *weekdays*."""
    return (weekdays << 1 | weekdays >> 6) & 0b1111111


def _closes_for_good(rule: Rule) -> bool:
    return rule.always and rule.state == "closed"


def _joined_over_midnight(week: Sequence[Sequence[Said]]) -> list[list[Said]]:
    days = [list(said) for said in week]
    # Only pieces of the painted week are looked at, so that one join does not lead to another.
    for weekday in range(7):
        evening = week[weekday][-1] if week[weekday] else None
        morning = week[(weekday + 1) % 7][0] if week[(weekday + 1) % 7] else None
        if evening is None or morning is None:
            continue
        reaches = evening[1] == MINUTES_OF_DAY and morning[0] == 0
        if reaches and evening[2:] == morning[2:] and morning[1] <= evening[0]:
            days[weekday][-1] = (evening[0], MINUTES_OF_DAY + morning[1], *evening[2:])
            del days[(weekday + 1) % 7][0]
    return days
