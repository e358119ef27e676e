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

from supportlines.hours.days import DAY, GREGORIAN_CYCLE, LAST_YEAR, WEEK, day_number
from supportlines.hours.painting import (
    MINUTES_OF_DAY,
    Piece,
    Pieces,
    paint,
    paint_day,
    paint_week,
)
from supportlines.hours.rules import (
    WHOLE_DAY,
    Period,
    PublicHolidays,
    Rule,
    State,
    YearDays,
)

LONG_AGO = -10_000_000
FAR_AWAY = 10_000_000
"""Days beyond every date that `datetime` knows, for windows without an end."""

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
    """Why the layer replaces what is below."""

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


class Touch(NamedTuple):
    """What has a say about the state from some day on."""

    state: Optional[State]
    until: Optional[int]


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
        self.layers = tuple(_cut(_usable(tuple(layers), holidays)))
        self._week: tuple[list[int], list[State]] | None = None
        if self._is_weekly():
            self._week = _week_of(self.layers[0].rules)

    def _is_weekly(self) -> bool:
        if self.gaps or len(self.layers) != 1 or not self.layers[0].is_unbounded:
            return False
        return all(rule.is_weekly for rule in self.layers[0].rules)

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
        """Return what is said of *day*, sorted and disjoint; what no piece covers is closed."""
        pieces: Pieces = []
        if any(gap.matches(day) for gap in self.gaps):
            pieces = [_WHOLE._replace(state="unknown")]
        for layer in self.layers:
            if layer.replaces and layer.first <= day <= layer.last:
                pieces = [_WHOLE._replace(comment=layer.comment)]
            if layer.first <= day <= layer.last + 1:
                for piece in self._own_pieces(layer, day):
                    pieces = paint(pieces, piece)
        return pieces

    def _own_pieces(self, layer: Layer, day: int) -> Pieces:
        def matches(rule: Rule, day: int) -> bool:
            return layer.covers(day) and rule.matches(day, self.holidays)

        return paint_day(layer.rules, day, matches)

    def quiet_until(self, day: int) -> int | None:
        """Return a day before which, from *day* on, the state is surely one and the same.

        None means for ever. May be too early, never too late. Rules are asked from the top
        down: one that holds whole days hides those below it for as long as it goes on.
        """
        until: int | None = None
        for layer in reversed(self.layers):
            bounds = [edge for edge in _edges_of(layer) if edge > day]
            if layer.first <= day - 1 <= layer.last or layer.covers(day):
                inner, hides = self._rules_quiet_until(layer, day)
            else:
                inner, hides = None, False
            until = _earliest(until, inner, *bounds)
            if hides or (layer.replaces and layer.first <= day <= layer.last):
                return until
        bounds = [edge for gap in self.gaps for edge in (gap.first, gap.last + 1) if edge > day]
        return _earliest(until, *bounds)

    def _rules_quiet_until(self, layer: Layer, day: int) -> tuple[int | None, bool]:
        until: int | None = None
        for rule in reversed(layer.rules):
            if layer.covers(day) and rule.matches(day, self.holidays):
                if rule.spans != WHOLE_DAY:
                    return day, False
                return _earliest(until, rule.next_other_day(day)), True
            # A span of the day before may reach into this one.
            until = _earliest(until, rule.next_day(day - 1, self.holidays))
        return until, False

    @property
    def repeats_from(self) -> int:
        """First day after which the calendar only repeats itself every 400 years."""
        named = [0]
        for layer in self.layers:
            named.extend(edge for edge in _edges_of(layer) if LONG_AGO < edge < FAR_AWAY)
            for dates in (dates for rule in layer.rules for dates in rule.dates):
                if isinstance(dates, Period):
                    named.append(dates.last)
                else:
                    year = dates.first_year if dates.last_year == LAST_YEAR else dates.last_year
                    named.append(day_number(year + 1, 1, 1))
        return max(named)


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


def _earliest(*days: int | None) -> int | None:
    known = [day for day in days if day is not None]
    return min(known) if known else None


def _week_of(rules: tuple[Rule, ...]) -> tuple[list[int], list[State]]:
    """Return the second of the week and the state of each stretch of a week."""
    offsets: list[int] = []
    states: list[State] = []

    def begin(second: int, state: State) -> None:
        if not states or states[-1] != state:
            offsets.append(second)
            states.append(state)

    at = 0
    for weekday, said in enumerate(paint_week(rules)):
        for start, end, state, _ in said:
            first = weekday * DAY + start * 60
            if first > at:
                begin(at, "closed")
            begin(first, state)
            at = weekday * DAY + end * 60
    if at < WEEK:
        begin(at, "closed")
    return offsets, states


def _clip(edges: list[tuple[int, State]], start: int, end: int) -> list[tuple[int, State]]:
    first = bisect_right(edges, (start, "~")) - 1  # "~" sorts after every state
    last = bisect_right(edges, (end, ""))
    kept = edges[first:last]
    kept[0] = (start, kept[0][1])
    return kept


__all__ = ["GREGORIAN_CYCLE", "Layer", "LocalHours", "YearDays"]
