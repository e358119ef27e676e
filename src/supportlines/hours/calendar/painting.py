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

from bisect import bisect_left
from typing import Callable, Iterable, List, NamedTuple, Sequence

from supportlines.hours.days import MINUTES_OF_DAY, next_weekdays
from supportlines.hours.rules import HoursRule, MinuteSpan, State


class Piece(NamedTuple):
    """A stretch of one day with one state, and the rule that says so."""

    start: int
    """Minutes since midnight."""

    end: int
    """Minutes since midnight, at most 24:00; not included."""

    state: State
    comment: str | None
    rule: HoursRule | None
    """None where no rule of the schedule, but its end or an exception, decides."""

    is_left_over: bool = False
    """Whether the span that says so began on the eve."""


Pieces = List[Piece]
Matches = Callable[[HoursRule, int], bool]


def paint(pieces: Pieces, piece: Piece) -> Pieces:
    """Return *pieces* with *piece* over them; sorted and disjoint, as they were."""
    start, end = piece.start, piece.end
    # A tuple of the start alone sorts before every piece that starts there.
    first, last = bisect_left(pieces, (start,)), bisect_left(pieces, (end,))
    if first and pieces[first - 1].end > start:
        first -= 1
    covered = pieces[first:last]
    painted = [piece]
    if covered and covered[0].start < start:
        painted.insert(0, covered[0]._replace(end=start))
    if covered and covered[-1].end > end:
        painted.append(covered[-1]._replace(start=end))
    return [*pieces[:first], *painted, *pieces[last:]]


def paint_day(
    rules: Sequence[HoursRule],
    day: int,
    matches: Matches,
    below: Sequence[Piece] = (),
    *,
    starts: bool = True,
    left_over: bool = True,
) -> Pieces:
    """Return what *rules* say of *day* over the pieces *below*; of the rest nothing is said.

    Args:
        rules: In their order.
        day: The day.
        matches: Whether a rule is for a day.
        below: What is there already.
        starts: Whether the rules hold on *day*, so that spans of theirs start.
        left_over: Whether they held on the eve, so that spans of it may reach into *day*.
    """
    pieces: Pieces = list(below)
    for rule in rules:
        today = starts and matches(rule, day)
        if today and rule.replaces:
            # After ";" a rule that matches the day replaces the whole of it, the small hours
            # that an earlier rule left over from the eve included: that is the notation.
            pieces = []
        # The tail of the eve is painted before the rule's own day, so that where both meet the
        # day on which somebody stands decides.
        if left_over and rule.runs_past_midnight and matches(rule, day - 1):
            for start, end in rule.spans:
                if end > MINUTES_OF_DAY:
                    tail = Piece(
                        max(0, start - MINUTES_OF_DAY),
                        end - MINUTES_OF_DAY,
                        rule.state,
                        rule.comment,
                        rule,
                        is_left_over=True,
                    )
                    pieces = paint(pieces, tail)
        if today:
            for start, end in rule.spans:
                piece = Piece(start, min(end, MINUTES_OF_DAY), rule.state, rule.comment, rule)
                pieces = paint(pieces, piece)
    return pieces


def by_weekday(rule: HoursRule, day: int) -> bool:
    """Return whether a weekly *rule* is for the weekday *day*, of which any number will do."""
    return bool(rule.weekdays >> (day % 7) & 1)


class PaintedWeek(NamedTuple):
    """What weekly rules say of each day from Monday to Sunday."""

    whole: tuple[tuple[Piece, ...], ...]
    """Of a week among others like it."""
    own: tuple[tuple[Piece, ...], ...]
    """Of a day whose eve is not theirs."""
    left_over: tuple[tuple[Piece, ...], ...]
    """Of a day that is not theirs, after one that is: what spans of the eve leave to it."""


def paint_week(rules: Sequence[HoursRule]) -> PaintedWeek:
    """Return what weekly *rules* say.

    What an evening leaves over counts only as far as it is seen in a whole week: where the
    rules replace it by others, it is not there.
    """
    whole = tuple(tuple(paint_day(rules, weekday, by_weekday)) for weekday in range(7))
    if not any(rule.runs_past_midnight for rule in rules):
        # Without nights no day knows of its eve: most timetables end here.
        return PaintedWeek(whole, whole, ((),) * 7)
    own, left_over = [], []
    for weekday in range(7):
        own.append(tuple(paint_day(rules, weekday, by_weekday, left_over=False)))
        tails = paint_day(rules, weekday, by_weekday, starts=False)
        left_over.append(tuple(_seen(tails, whole[weekday])))
    return PaintedWeek(whole, tuple(own), tuple(left_over))


def _seen(tails: Sequence[Piece], whole: Sequence[Piece]) -> Iterable[Piece]:
    for tail in tails:
        for shown in whole:
            start, end = max(tail.start, shown.start), min(tail.end, shown.end)
            if start < end and tail[2:4] == shown[2:4]:
                yield tail._replace(start=start, end=end)


class Said(NamedTuple):
    """A stretch with one state, which starts on a day."""

    start: int
    end: int
    """Minutes since midnight; above 24:00 where it goes on in the next day."""
    state: State
    comment: str | None


def _said(pieces: Iterable[Piece]) -> list[Said]:
    """Return *pieces* with neighbours that say the same as one.

    ``closed`` without a comment is not said at all.
    """
    said: list[Said] = []
    for start, end, state, comment, *_ in pieces:
        if state == "closed" and comment is None:
            continue
        if said and said[-1][1:] == (start, state, comment):
            said[-1] = said[-1]._replace(end=end)
        else:
            said.append(Said(start, end, state, comment))
    return said


def weekly_normal_form(rules: Sequence[HoursRule]) -> tuple[HoursRule, ...]:
    """Return the one sequence of rules that says the same as weekly *rules* do.

    Days that say the same share a rule. A stretch over midnight that was written as one stays
    one span of the day it starts on; a morning that a rule states by itself is the next day's.
    That makes a difference where hours begin or end on a day. ``;`` stands where nothing is
    lost by it, ``,`` elsewhere.
    """
    if len(rules) == 1 and (rules[0].always or _closes_for_good(rules[0])):
        return tuple(rules)
    shared: dict[tuple[State, str | None, tuple[MinuteSpan, ...]], int] = {}
    for weekday, said in enumerate(_days_of(paint_week(rules))):
        kinds: dict[tuple[State, str | None], list[MinuteSpan]] = {}
        for each in said:
            kinds.setdefault((each.state, each.comment), []).append((each.start, each.end))
        for (state, comment), kept in kinds.items():
            key = (state, comment, tuple(kept))
            shared[key] = shared.get(key, 0) | 1 << weekday
    if not shared:
        return (HoursRule(state="closed", always=True),)
    normal: list[HoursRule] = []
    painted = 0  # weekdays on which an earlier rule has something: there ";" would delete it
    for (state, comment, spans), weekdays in shared.items():
        added = bool(painted & weekdays) and bool(normal)
        rule = HoursRule(spans, state, comment, weekdays=weekdays, added=added)
        normal.append(rule)
        painted |= weekdays
        if rule.runs_past_midnight:
            painted |= next_weekdays(weekdays)
    return tuple(normal)


def _closes_for_good(rule: HoursRule) -> bool:
    return rule.always and rule.state == "closed"


def _days_of(week: PaintedWeek) -> list[list[Said]]:
    """Return what each day says itself, an evening with what it leaves over to the next day.

    What is left over from no evening, since other rules hide it, is the day's own.
    """
    reached = [_left_over_until(week, weekday) for weekday in range(7)]
    days = []
    for weekday, until in enumerate(reached):
        whole = week.whole[weekday]
        own = _seen(week.own[weekday], whole)
        pieces = [*_clipped(own, 0, until), *_clipped(whole, until, MINUTES_OF_DAY)]
        days.append(_said(pieces))
    for weekday, until in enumerate(reached):
        if until:
            eve = days[weekday - 1]
            eve[-1] = eve[-1]._replace(end=MINUTES_OF_DAY + until)
    return days


def _left_over_until(week: PaintedWeek, weekday: int) -> int:
    """Return the minute until which the small hours only go on with the evening before."""
    evening = _said(week.own[weekday - 1])[-1:]
    if not evening or evening[0].end != MINUTES_OF_DAY:
        return 0
    shown = _said(week.whole[weekday - 1])[-1:]
    if not shown or shown[0].end != MINUTES_OF_DAY or shown[0][2:] != evening[0][2:]:
        return 0
    reached = 0
    for piece in sorted(week.left_over[weekday]):
        if piece.start != reached or piece[2:4] != evening[0][2:]:
            break
        reached = piece.end
    # A stretch of more than a day is cut at midnight: no clock shows its end.
    return reached if reached <= shown[0].start else 0


def _clipped(pieces: Iterable[Piece], start: int, end: int) -> list[Piece]:
    """Return what of *pieces* lies from *start* to *end*."""
    return [
        piece._replace(start=max(piece.start, start), end=min(piece.end, end))
        for piece in pieces
        if piece.start < end and piece.end > start
    ]
