"""Days that are public holidays in some parts of a place only: decided where all parts agree.

Which hours a day has depends on whether the day and its eve are holidays. So the day is
painted once for each way in which some part of the place keeps the two, and what the paintings
have in common is what holds whichever part is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterator, Mapping, NamedTuple, Sequence

from supportlines.hours.calendar.painting import Piece, Pieces
from supportlines.hours.days import MINUTES_OF_DAY, from_date
from supportlines.hours.public_holidays import HolidayOfParts, parts_on

if TYPE_CHECKING:
    from datetime import date

    from supportlines.hours.public_holidays import PublicHolidays


class AsKept:
    """The public holidays of a place where some days are kept, or not, as one of its parts does."""

    def __init__(self, holidays: PublicHolidays, names: Mapping[int, str | None]) -> None:
        self._holidays = holidays
        self._names = names

    def name_on(self, day: date) -> str | None:
        """Return the name of the public holiday on *day*, or None on an ordinary day."""
        number = from_date(day)
        return self._names[number] if number in self._names else self._holidays.name_on(day)


def ways_to_keep(day: int, holidays: PublicHolidays) -> tuple[PublicHolidays, ...]:
    """Return one calendar for each way in which parts keep *day* and its eve; mostly one."""
    asked = ((each, parts_on(each, holidays)) for each in (day - 1, day))
    found = [(each, holiday) for each, holiday in asked if holiday is not None]
    if not found:
        return (holidays,)
    parts = dict.fromkeys(part for _, one in found for part in (*one.parts, *one.others))
    ways = dict.fromkeys(tuple(part in one.parts for _, one in found) for part in parts)
    return tuple(
        AsKept(
            holidays, {each: one.name if kept else None for (each, one), kept in zip(found, way)}
        )
        for way in ways
    )


class Dispute(NamedTuple):
    """A stretch of a day in which the state depends on the part of the place."""

    start: int
    """Minutes since midnight."""

    end: int
    """Minutes since midnight, not included."""

    holiday: HolidayOfParts


def common_pieces(paintings: Sequence[Pieces]) -> Pieces:
    """Return what all *paintings* of a day say; unknown where their states differ."""
    joined: Pieces = []
    for start, end, here in _side_by_side(paintings):
        piece = here[0]
        if any(each.state != piece.state for each in here):
            piece = Piece(start, end, "unknown", None, None)
        elif any(each != piece for each in here):
            piece = Piece(start, end, piece.state, None, None)
        if joined and joined[-1].end == start and joined[-1][2:] == piece[2:]:
            joined[-1] = joined[-1]._replace(end=end)
        else:
            joined.append(piece)
    return joined


def disputes_of(
    day: int, holidays: PublicHolidays, paint: Callable[[PublicHolidays], Pieces]
) -> tuple[Dispute, ...]:
    """Return where the paintings of *day* differ from part to part, and on which holiday.

    Args:
        day: Its number.
        holidays: Who knows which parts keep the day and its eve.
        paint: Returns what is said of the day by the calendar of one part.
    """
    ways = ways_to_keep(day, holidays)
    if len(ways) == 1:
        return ()
    found = _differing([paint(way) for way in ways])
    today, eve = parts_on(day, holidays), parts_on(day - 1, holidays)
    if today is None or eve is None:
        only = today or eve
        return tuple(Dispute(*each, only) for each in found if only is not None)
    # Both are kept by some only: it is today's where keeping today makes a difference.
    of_today = [
        each
        for name in (eve.name, None)
        for each in _differing(
            [paint(AsKept(holidays, {day - 1: name, day: own})) for own in (today.name, None)]
        )
    ]
    return tuple(
        Dispute(start, end, today if any(a < end and start < b for a, b in of_today) else eve)
        for start, end in found
    )


def _differing(paintings: Sequence[Pieces]) -> list[tuple[int, int]]:
    """Return the stretches of a day, in minutes, in which the states of *paintings* differ."""
    return [
        (start, end)
        for start, end, here in _side_by_side(paintings)
        if any(each.state != here[0].state for each in here)
    ]


def _side_by_side(paintings: Sequence[Pieces]) -> Iterator[tuple[int, int, list[Piece]]]:
    """Yield the stretches of a day in which no painting changes, each with what they say."""
    edges = {0, MINUTES_OF_DAY}
    edges.update(edge for each in paintings for one in each for edge in (one.start, one.end))
    marks = sorted(edges)
    for start, end in zip(marks, marks[1:]):
        yield start, end, [_piece_at(start, end, pieces) for pieces in paintings]


def _piece_at(start: int, end: int, pieces: Pieces) -> Piece:
    """Return what *pieces* say from *start* to *end*, between which none begins or ends."""
    for piece in pieces:
        if piece.start <= start < piece.end:
            return piece._replace(start=start, end=end)
    return Piece(start, end, "closed", None, None)
