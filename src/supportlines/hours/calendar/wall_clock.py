"""What the clock on a wall shows decides: hours as a function of local time.

This module holds the one rule of the whole room: *a line is open exactly when a clock on the
wall in its zone shows a time inside a span*. Local time here is a plain number of seconds, as
if every day had 24 hours; what the clocks really did is the business of `zones`, and
`opening_hours` joins the two. docs/explanation/time.md explains the rule.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Iterable, NamedTuple, Tuple

from supportlines.hours.calendar.layers import Layer, Stack, painted, usable
from supportlines.hours.calendar.painting import Piece, Pieces, paint, paint_day
from supportlines.hours.calendar.parts_of_place import (
    Dispute,
    common_pieces,
    disputes_of,
    ways_to_keep,
)
from supportlines.hours.days import DAY, MINUTES_OF_DAY, WEEK, weekday_of
from supportlines.hours.public_holidays import as_divided, parts_on

if TYPE_CHECKING:
    from supportlines.hours.public_holidays import HolidayOfParts, PublicHolidays
    from supportlines.hours.rules import DateRange, HoursRule, State

_KEPT_KINDS = 128
"""Painted days, by what makes them unlike others: a year with exceptions has some tens."""

_KEPT_DAYS = 64
"""More than the days of a block of the time line, which are asked for one after the other."""

_MONDAY = 3 * DAY
"""Seconds from a Monday to 1970-01-01, which was a Thursday."""

_WHOLE = Piece(0, MINUTES_OF_DAY, "closed", None, None)

_Marks = Tuple[bool, Tuple[int, ...], Tuple[bool, ...]]
"""Whether a day lies in a gap, which layers cover it, and which of their rules are for it."""


class Held(NamedTuple):
    """What holds at a local second, and until when it surely does."""

    piece: Piece | None
    """None where no piece says anything: closed."""

    day: int
    ends: int
    """Local second, at most the midnight after, at which another piece may come."""

    of_parts: HolidayOfParts | None
    """The holiday of some parts of the place on which the state depends, if one does."""


class LocalHours:
    """Layers of rules as states of local seconds (since 1970-01-01, 00:00 on the wall).

    Args:
        layers: From the bottom to the top.
        holidays: Who knows the public holidays; None if nobody does, and then no day is one.
        gaps: Days on which the data says nothing: unknown. Sorted and disjoint.
    """

    def __init__(
        self,
        layers: Iterable[Layer],
        holidays: PublicHolidays | None = None,
        gaps: tuple[DateRange, ...] = (),
    ) -> None:
        self.holidays = holidays
        self.gaps = gaps
        self.stack = Stack(usable(layers, holidays))
        self._gap_starts = [gap.first for gap in gaps]
        self._has_parts = as_divided(holidays) is not None
        self._split: dict[int, bool] = {}
        self._disputed: dict[int, tuple[Dispute, ...]] = {}
        self._agreed: dict[int, Pieces] = {}
        self._painted: dict[tuple[object, ...], Pieces] = {}
        self._marked: dict[int, _Marks] = {}
        self._week: tuple[list[int], list[State]] | None = None
        if not gaps and len(self.layers) == 1 and self.layers[0].is_unbounded:
            week, rest = painted(self.layers[0].rules)
            if not rest:
                self._week = _week_of(week.whole)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """From the bottom to the top, without rules for holidays that nobody knows."""
        return self.stack.layers

    def edges(self, start: int, end: int) -> list[tuple[int, State]]:
        """Return (local second, state) pairs, sorted; the first at *start*, none at *end*."""
        if self._week is not None:
            # Most hours are the same every week: their edges are one list that is moved along,
            # without a look at any day.
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

    def held_at(self, local: int) -> Held:
        """Return the piece that holds at a *local* second."""
        day, of_day = divmod(local, DAY)
        minute = of_day // 60
        pieces, disputes = self.pieces(day), self.disputes(day)
        if not disputes:  # nearly every day is of this kind, and asked for with every option
            return _held_on(day, minute, pieces)
        # A dispute may begin or end within a piece, so that both kinds of edges bound the answer.
        held = [piece for piece in pieces if piece.start <= minute < piece.end]
        disputed = [each for each in disputes if each.start <= minute < each.end]
        edges = [edge for piece in pieces for edge in (piece.start, piece.end) if edge > minute]
        edges += [edge for each in disputes for edge in (each.start, each.end) if edge > minute]
        return Held(
            piece=held[0] if held else None,
            day=day,
            ends=day * DAY + min(edges, default=MINUTES_OF_DAY) * 60,
            of_parts=disputed[0].holiday if disputed else None,
        )

    def pieces(self, day: int) -> Pieces:
        """Return what is said of *day*, sorted and disjoint; what no piece covers is closed.

        That depends on nothing but the rules that hold on the day and on its eve, so days of
        one kind are painted once.
        """
        if not self._has_parts or self.holidays is None:
            return self._pieces(day, self.holidays)
        pieces = self._agreed.get(day)
        if pieces is None:
            if len(self._agreed) >= _KEPT_DAYS:
                self._agreed.clear()
            if self._kept_by_some(day) or self._kept_by_some(day - 1):
                ways = ways_to_keep(day, self.holidays)
                found = [self._pieces(day, way) for way in ways]
                pieces = found[0] if len(found) == 1 else common_pieces(found)
            else:
                pieces = self._pieces(day, self.holidays)
            self._agreed[day] = pieces
        return pieces

    def _kept_by_some(self, day: int) -> bool:
        """Return whether some parts of the place alone keep *day*."""
        # Remembered because each day is asked for again as the eve of the next.
        found = self._split.get(day)
        if found is None:
            if len(self._split) >= _KEPT_DAYS:
                self._split.clear()
            found = self._split[day] = parts_on(day, self.holidays) is not None
        return found

    def begun_on(self, day: int) -> list[tuple[int, int]]:
        """Return the open spans that begin on *day*, as local seconds; `24/7` names no day.

        Where a span of the eve meets one of the day itself, the time is that of the later rule; of
        one rule it is the day's.
        """
        found = []
        for date, is_left_over in ((day, False), (day + 1, True)):
            for piece in self.pieces(date):
                names_days = piece.rule is None or not piece.rule.always
                if piece.state == "open" and piece.is_left_over is is_left_over and names_days:
                    found.append((date * DAY + piece.start * 60, date * DAY + piece.end * 60))
        return found

    def disputes(self, day: int) -> tuple[Dispute, ...]:
        """Return where the state of *day* depends on the part of the place, and on which feast."""
        holidays = self.holidays
        if not self._has_parts or holidays is None:
            return ()
        found = self._disputed.get(day)
        if found is None:
            if len(self._disputed) >= _KEPT_DAYS:
                self._disputed.clear()
            found = disputes_of(day, holidays, lambda way: self._pieces(day, way))
            self._disputed[day] = found
        return found

    def _pieces(self, day: int, holidays: PublicHolidays | None) -> Pieces:
        # The eve counts for what its spans leave over. The weekday is asked of the day alone:
        # that of the eve follows from it.
        kind = (weekday_of(day), self._marks(day, holidays), self._marks(day - 1, holidays))
        pieces = self._painted.get(kind)
        if pieces is None:
            if len(self._painted) >= _KEPT_KINDS:
                self._painted.clear()
            pieces = self._painted[kind] = self._paint(day, holidays)
        return pieces

    def in_gap(self, day: int) -> bool:
        """Return whether the data says nothing of *day*."""
        index = bisect_right(self._gap_starts, day) - 1
        return index >= 0 and self.gaps[index].matches(day)

    def plain_at(self, local: int) -> Held:
        """Return what would hold at a *local* second if no day were a holiday."""
        day, of_day = divmod(local, DAY)
        return _held_on(day, of_day // 60, self._pieces(day, None))

    def _marks(self, day: int, holidays: PublicHolidays | None) -> _Marks:
        """Return everything of *day* that makes it unlike others of its weekday.

        They are remembered for the calendar of the whole place only: with the calendar of a
        part (`parts_of_place`) a day is asked once, and what comes of it is remembered.
        """
        marks = self._marked.get(day) if holidays is self.holidays else None
        if marks is None:
            if len(self._marked) >= _KEPT_DAYS:
                self._marked.clear()
            covering = self.stack.on(day)
            matching = tuple(
                rule.matches(day, holidays)
                for number in covering
                for rule in painted(self.layers[number].rules).rest
            )
            marks = (self.in_gap(day), covering, matching)
            if holidays is self.holidays:
                self._marked[day] = marks
        return marks

    def _paint(self, day: int, holidays: PublicHolidays | None) -> Pieces:
        """Return the pieces of *day*: the one rule for days.

        A layer speaks of the days that it covers and, after the last of them, of what its own
        spans leave over. An exception holds from 00:00 to 24:00, whatever reaches into its
        day, be it from another exception; the morning after belongs to the ordinary layers.
        """
        today, eve = self.stack.on(day), self.stack.on(day - 1)
        # Layers are numbers here, the higher over the lower.
        covers_today, covers_eve = set(today), set(eve)
        replacing = [number for number in today if self.layers[number].over == "replaces"]
        top = replacing[-1] if replacing else None
        pieces: Pieces = []
        if top is not None:
            # Closed from 00:00 to 24:00 before anything is painted: what the exception does not
            # say of its day is closed, and nothing from below or from the eve shines through.
            pieces = [_WHOLE._replace(comment=self.layers[top].comment)]
            involved = [number for number in today if number >= top]
        else:
            if self.in_gap(day):
                pieces = [_WHOLE._replace(state="unknown")]
            # A layer that ended on the eve still has its last night. It lies below the exceptions
            # of today, whatever its number, since the night of another day is no exception here.
            involved = sorted(covers_today | covers_eve)
            involved.sort(key=lambda number: number in covers_today and self._is_over(number))
        for number in involved:
            said = {"starts": number in covers_today, "left_over": number in covers_eve}
            own = self._own_pieces(number, day, holidays, **said)
            if not pieces:
                pieces = own  # sorted and disjoint already, and mostly all there is
                continue
            for piece in own:
                pieces = paint(pieces, piece)
        return pieces

    def _is_over(self, number: int) -> bool:
        return self.layers[number].over != "nothing"

    def _own_pieces(
        self,
        number: int,
        day: int,
        holidays: PublicHolidays | None,
        *,
        starts: bool,
        left_over: bool,
    ) -> Pieces:
        """Return what a layer says of *day* by itself.

        Its weekly rules are painted already, in three ways; the rest is painted over them.
        """
        layer = self.layers[number]
        week, rest = painted(layer.rules)

        def matches(rule: HoursRule, day: int) -> bool:
            return rule.matches(day, holidays)

        days = week.left_over if not starts else week.whole if left_over else week.own
        below = days[weekday_of(day)]
        pieces = paint_day(rest, day, matches, below, starts=starts, left_over=left_over)
        if layer.over != "adds":
            # Only what lies over other hours closes any that are not its own.
            pieces = [piece for piece in pieces if _is_said(piece, starts=starts)]
        if layer.comment is None:
            return pieces
        return [each._replace(comment=each.comment or layer.comment) for each in pieces]


def _held_on(day: int, minute: int, pieces: Pieces) -> Held:
    """Return the one of *pieces* that holds at a *minute* of *day*, whatever part is meant."""
    for piece in pieces:
        if minute < piece.end:  # it is the one, or comes after it
            is_in = piece.start <= minute
            ends = piece.end if is_in else piece.start
            return Held(piece if is_in else None, day, day * DAY + ends * 60, None)
    return Held(None, day, (day + 1) * DAY, None)


def _is_said(piece: Piece, *, starts: bool) -> bool:
    """Return whether *piece* counts in a layer that is not added to others.

    There closed is what is not said. A weekly rule that closes only took away what weekly rules
    opened, and over the night of another layer it has no say; a dated one (``Dec 24 off``)
    or a reason says of its own day that it is closed.
    """
    if piece.state != "closed":
        return True
    weekly = piece.rule is not None and piece.rule.is_weekly
    return starts and (piece.comment is not None or not weekly)


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
    """Return *edges* from *start* on, beginning with the one that holds there, up to *end*."""
    # A tuple of the second alone sorts before every edge at that second.
    first = bisect_left(edges, (start + 1,)) - 1
    last = bisect_left(edges, (end,))
    kept = edges[first:last]
    kept[0] = (start, kept[0][1])
    return kept
