"""What the clock on a wall shows decides: hours as a function of local time.

This module holds the one rule of the whole room: *a line is open exactly when a clock on the
wall in its zone shows a time inside a span*. Local time here is a plain number of seconds, as
if every day had 24 hours; what the clocks really did is the business of `zones`, and
`opening_hours` joins the two. docs/explanation/time.md explains the rule.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Iterable, NamedTuple, Optional

from supportlines.hours.days import DAY, FIRST_YEAR, LAST_YEAR, WEEK, day_number, weekday_of
from supportlines.hours.painting import (
    MINUTES_OF_DAY,
    Piece,
    Pieces,
    by_weekday,
    paint,
    paint_day,
)
from supportlines.hours.parts import Dispute, agreed, disputes_of, ways_to_keep
from supportlines.hours.rules import (
    WHOLE_DAY,
    Period,
    PublicHolidays,
    Rule,
    State,
)

LONG_AGO = -10_000_000
FAR_AWAY = 10_000_000
"""Days beyond every date that `datetime` knows, for windows without an end."""

_KEPT_KINDS = 1024

_MONDAY = 3 * DAY
"""Seconds from a Monday to 1970-01-01."""

_WHOLE = Piece(0, MINUTES_OF_DAY, "closed", None, None)


@dataclass(frozen=True)
class Layer:
    """Rules that hold from one day to another, over the layers below."""

    rules: tuple[Rule, ...]
    first: int = LONG_AGO
    last: int = FAR_AWAY
    replaces: bool = False
    """Whether nothing of the layers below is left on these days."""

    comment: Optional[str] = None
    """Why the layer is there; for those of its rules that have no comment."""

    cuts: tuple[Period, ...] = ()
    """Days on which no span of this layer starts, since a layer above replaces them."""

    @property
    def is_unbounded(self) -> bool:
        """Whether the layer holds on every day."""
        return self.first == LONG_AGO and self.last == FAR_AWAY and not self.cuts

    def covers(self, day: int) -> bool:
        """Return whether spans of this layer may start on *day*."""
        in_window = self.first <= day <= self.last
        return in_window and not any(cut.matches(day) for cut in self.cuts)


class Prepared(NamedTuple):
    """A layer with the work done that does not depend on the day."""

    layer: Layer
    week: tuple[tuple[Piece, ...], ...]
    """What the weekly rules at its beginning say of each weekday."""

    rest: tuple[Rule, ...]
    """The rules after those, dated or not."""


class LocalHours:
    """Layers of rules as states of local seconds (since 1970-01-01, 00:00 on the wall).

    Args:
        layers: From the bottom to the top.
        holidays: Who knows the public holidays; None if nobody does, and then no day is one.
        gaps: Days on which the data says nothing: unknown.
    """

    def __init__(
        self,
        layers: Iterable[Layer],
        holidays: PublicHolidays | None = None,
        gaps: tuple[Period, ...] = (),
    ) -> None:
        self.holidays = holidays
        self.gaps = gaps
        self._has_parts = hasattr(holidays, "parts_on")
        self._disputed: dict[int, tuple[Dispute, ...]] = {}
        self._agreed: dict[int, Pieces] = {}
        self._painted: dict[tuple[object, ...], Pieces] = {}
        self._marked: dict[int, tuple[bool, ...]] = {}
        self.layers = tuple(map(_prepare, _cut(_usable(tuple(layers), holidays))))
        self._week: tuple[list[int], list[State]] | None = None
        if not gaps and len(self.layers) == 1:
            layer, week, rest = self.layers[0]
            if layer.is_unbounded and not rest:
                self._week = _week_of(week)

    def edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return (local second, state) pairs, sorted; the first at *start*, none at *end*."""
        if self._week is not None:
            return self._weekly_edges(start, end, *self._week)
        found: list[tuple[int, State]] = []
        for day in range(start // DAY, (end - 1) // DAY + 1):
            midnight = day * DAY
            at = 0
            for piece in self.pieces(day):
                if piece.start > at:
                    found.append((midnight + at * 60, "closed"))
                found.append((midnight + piece.start * 60, piece.state))
                at = piece.end
            if at < MINUTES_OF_DAY:
                found.append((midnight + at * 60, "closed"))
        return _clip(found, start, end)

    def _weekly_edges(
        self, start: int, end: int, offsets: list[int], states: list[State]
    ) -> list[tuple[int, State]]:
        found: list[tuple[int, State]] = []
        monday = (start + _MONDAY) // WEEK * WEEK - _MONDAY
        while monday < end:
            found.extend([(monday + offset, state) for offset, state in zip(offsets, states)])
            monday += WEEK
        return _clip(found, start, end)

    def pieces(self, day: int) -> Pieces:
        """Return what is said of *day*, sorted and disjoint; what no piece covers is closed.

        That depends on nothing but the rules that hold on the day and on its eve, so days of
        one kind are painted once.
        """
        if not self._has_parts or self.holidays is None:
            return self._pieces(day, self.holidays)
        pieces = self._agreed.get(day)
        if pieces is None:
            if len(self._agreed) >= _KEPT_KINDS:
                self._agreed.clear()
            ways = ways_to_keep(day, self.holidays)
            found = [self._pieces(day, way) for way in ways]
            pieces = self._agreed[day] = found[0] if len(found) == 1 else agreed(found)
        return pieces

    def disputes(self, day: int) -> tuple[Dispute, ...]:
        """Return where the state of *day* depends on the part of the place, and on which feast."""
        holidays = self.holidays
        if not self._has_parts or holidays is None:
            return ()
        found = self._disputed.get(day)
        if found is None:
            if len(self._disputed) >= _KEPT_KINDS:
                self._disputed.clear()
            found = disputes_of(day, holidays, lambda way: self._pieces(day, way))
            self._disputed[day] = found
        return found

    def _pieces(self, day: int, holidays: PublicHolidays | None) -> Pieces:
        kind = (weekday_of(day), self._marks(day, holidays), self._marks(day - 1, holidays))
        pieces = self._painted.get(kind)
        if pieces is None:
            if len(self._painted) >= _KEPT_KINDS:
                self._painted.clear()
            pieces = self._painted[kind] = self._paint(day, holidays)
        return pieces

    def _marks(self, day: int, holidays: PublicHolidays | None) -> tuple[bool, ...]:
        """Return, of everything that may hold on some days only, whether it does on *day*."""
        marks = self._marked.get(day) if holidays is self.holidays else None
        if marks is None:
            if len(self._marked) >= _KEPT_KINDS:
                self._marked.clear()
            found = [gap.matches(day) for gap in self.gaps]
            for layer, _, rest in self.layers:
                if not layer.is_unbounded:
                    found += (layer.first <= day <= layer.last, layer.covers(day))
                found += [rule.matches(day, holidays) for rule in rest]
            marks = tuple(found)
            if holidays is self.holidays:
                self._marked[day] = marks
        return marks

    def _paint(self, day: int, holidays: PublicHolidays | None) -> Pieces:
        pieces: Pieces = []
        if any(gap.matches(day) for gap in self.gaps):
            pieces = [_WHOLE._replace(state="unknown")]
        for prepared in self.layers:
            layer = prepared.layer
            if layer.replaces and layer.first <= day <= layer.last:
                pieces = [_WHOLE._replace(comment=layer.comment)]
            if layer.first <= day <= layer.last + 1:
                own = self._own_pieces(prepared, day, holidays)
                if layer.comment is not None:
                    own = [each._replace(comment=each.comment or layer.comment) for each in own]
                for piece in own if pieces else ():
                    pieces = paint(pieces, piece)
                pieces = pieces or own
        return pieces

    def _own_pieces(self, prepared: Prepared, day: int, holidays: PublicHolidays | None) -> Pieces:
        layer, week, rest = prepared

        def matches(rule: Rule, day: int) -> bool:
            return layer.covers(day) and rule.matches(day, holidays)

        if layer.covers(day) and layer.covers(day - 1):
            return paint_day(rest, day, matches, week[weekday_of(day)])
        return paint_day(layer.rules, day, matches)

    def quiet_until(self, day: int) -> int | None:
        """Return a day before which, from *day* on, the state is surely one and the same.

        None means for ever. May be too early, never too late. Rules are asked from the top
        down to one that holds whole days and hides what is below it; of those above it, only
        the ones that could say something else count.
        """
        if self.holidays is not None and len(ways_to_keep(day, self.holidays)) > 1:
            return day
        bounds: list[int | None] = []
        others: list[tuple[Rule, int | None]] = []
        cover: State | None = None
        for prepared in reversed(self.layers):
            layer = prepared.layer
            bounds += [edge for edge in _edges_of(layer) if edge > day]
            if layer.covers(day) or layer.covers(day - 1):
                found = self._cover(prepared, day, others)
                if found is None:
                    return day
                cover, until = found
                bounds.append(until)
            if cover is None and layer.replaces and layer.first <= day <= layer.last:
                cover = "closed"
            if cover is not None:
                break
        else:
            cover = "unknown" if any(gap.matches(day) for gap in self.gaps) else "closed"
            bounds += [edge for gap in self.gaps for edge in (gap.first, gap.last + 1)]
        shown: State = cover or "closed"
        bounds += [until for rule, until in others if _may_differ(rule, shown)]
        later = [bound for bound in bounds if bound is not None and bound >= day]
        return min(later) if later else None

    def _cover(
        self, prepared: Prepared, day: int, others: list[tuple[Rule, int | None]]
    ) -> tuple[State | None, int | None] | None:
        """Return the state that a layer gives to whole days from *day* on, and until when.

        The state is None where the layer says nothing; the answer is None where it says
        something of a part of a day. Rules that only count later are added to *others*.
        """
        layer, week, rest = prepared
        for rule in reversed(rest):
            if layer.covers(day) and rule.matches(day, self.holidays):
                if rule.spans != WHOLE_DAY:
                    return None
                return rule.state, rule.next_other_day(day)
            # A span of the day before may reach into this one.
            since = day - 1 if rule.runs_past_midnight else day
            others.append((rule, rule.next_day(since, self.holidays)))
        if not any(week):
            return None, None
        states = {piece.state for pieces in week for piece in pieces}
        whole = all(sum(p.end - p.start for p in pieces) == MINUTES_OF_DAY for pieces in week)
        if whole and len(states) == 1 and layer.covers(day) and layer.covers(day - 1):
            return states.pop(), None
        return None

    @property
    def repeats_from(self) -> int:
        """A day from which on no rule begins or ends for good."""
        return max(0, *self._named_days())

    @property
    def repeats_until(self) -> int:
        """A day before which no rule began or ended for good."""
        return min(0, *self._named_days())

    def _named_days(self) -> list[int]:
        named = [0, *(edge for gap in self.gaps for edge in (gap.first, gap.last))]
        for layer in (prepared.layer for prepared in self.layers):
            named += _edges_of(layer)
            for dates in (dates for rule in layer.rules for dates in rule.dates):
                if isinstance(dates, Period):
                    named += (dates.first, dates.last)
                else:
                    years = (dates.first_year, dates.last_year + 1)
                    bounded = (year for year in years if FIRST_YEAR < year <= LAST_YEAR)
                    named += (day_number(year, 1, 1) for year in bounded)
        return [day for day in named if LONG_AGO < day < FAR_AWAY]


def _usable(layers: tuple[Layer, ...], holidays: PublicHolidays | None) -> tuple[Layer, ...]:
    """Return *layers* without rules for holidays where nobody knows them."""
    if holidays is not None:
        return layers
    return tuple(
        replace(layer, rules=tuple(filter(None, map(Rule.without_holidays, layer.rules))))
        for layer in layers
    )


def _cut(layers: tuple[Layer, ...]) -> Iterable[Layer]:
    """Return *layers*, each cut by those above it that replace it."""
    for number, layer in enumerate(layers):
        above = [each for each in layers[number + 1 :] if each.replaces]
        yield replace(layer, cuts=tuple(Period(each.first, each.last) for each in above))


def _edges_of(layer: Layer) -> list[int]:
    """Return the days on which something about *layer* begins or ends."""
    ends = [layer.first, layer.last + 1, layer.last + 2]
    return ends + [edge for cut in layer.cuts for edge in (cut.first, cut.last + 1, cut.last + 2)]


def _prepare(layer: Layer) -> Prepared:
    weekly = 0
    while weekly < len(layer.rules) and layer.rules[weekly].is_weekly:
        weekly += 1
    first, rest = layer.rules[:weekly], layer.rules[weekly:]
    week = tuple(tuple(paint_day(first, weekday, by_weekday)) for weekday in range(7))
    return Prepared(layer, week, rest)


def _may_differ(rule: Rule, cover: State) -> bool:
    """Return whether *rule*, when it comes to hold, can make a state other than *cover*."""
    return rule.state != cover or (rule.replaces and rule.spans != WHOLE_DAY)


def _week_of(week: tuple[tuple[Piece, ...], ...]) -> tuple[list[int], list[State]]:
    """Return the second of the week and the state of each stretch of a week."""
    offsets: list[int] = []
    states: list[State] = []

    def begin(second: int, state: State) -> None:
        if not states or states[-1] != state:
            offsets.append(second)
            states.append(state)

    at = 0
    for weekday, pieces in enumerate(week):
        for piece in pieces:
            first = weekday * DAY + piece.start * 60
            if first > at:
                begin(at, "closed")
            begin(first, piece.state)
            at = weekday * DAY + piece.end * 60
    if at < WEEK:
        begin(at, "closed")
    return offsets, states


def _clip(edges: list[tuple[int, State]], start: int, end: int) -> list[tuple[int, State]]:
    first = bisect_right(edges, (start, "~")) - 1  # "~" sorts after every state
    last = bisect_right(edges, (end, ""))
    kept = edges[first:last]
    kept[0] = (start, kept[0][1])
    return kept
