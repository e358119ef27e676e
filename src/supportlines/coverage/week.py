"""A long time laid over one week: how often each of its moments is served."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Iterable, Iterator, NamedTuple, Tuple

from supportlines.hours import DAY, instant_to_second, second_to_instant
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    from supportlines.coverage.period import Segments
    from supportlines.hours import State, TimeLine

    Parts = Tuple[Tuple[int, TimeLine], ...]
    """Hours that follow one another, each with the POSIX second from which it holds."""

HOUR = 3_600
WEEK = 7 * DAY
HOURS = 168
_FOLLOWED = 366 * DAY
_MONDAY = 3 * DAY
"""The POSIX epoch was a Thursday; so many seconds later weeks begin."""


class WeekSpan(NamedTuple):
    """A part of the week in which nothing differs."""

    start: int
    """Seconds since Monday 00:00."""

    end: int
    """Seconds since the same Monday, not included."""

    opened: int
    """In how many weeks somebody answers."""

    unknown: int
    """In how many weeks it is not known."""

    total: int
    """In how many weeks the clock showed this time at all; twice in a week counts twice."""


class Gap(NamedTuple):
    """A part of the week in which nobody answers, in no week of the period."""

    start: int
    """Seconds since Monday 00:00, less than a week."""

    end: int
    """Seconds since the same Monday, not included; more than a week if it runs past Sunday."""


@dataclass(frozen=True, repr=False)
class Week(BriefRecord):
    """A time line over a period, by the moment of the week."""

    spans: tuple[WeekSpan, ...]
    open_seconds: int
    unknown_seconds: int
    total_seconds: int
    longest_gap: tuple[int, int] | None
    """Start and end, POSIX seconds, of the longest time in which nobody answers.

    One that reaches out of the period is followed beyond it. Where it has no end there within a
    year, as where a line is given up, it is cut at the edge.
    """

    @property
    def open_share(self) -> float:
        """The share of the time, from 0 to 1, in which somebody answers."""
        return self.open_seconds / self.total_seconds

    @property
    def unknown_share(self) -> float:
        """The share of the time in which it is not known whether somebody answers."""
        return self.unknown_seconds / self.total_seconds

    def cells(self) -> tuple[tuple[int, int, int], ...]:
        """Return (open, unknown, total) seconds for each of the 168 hours, from Monday 00:00 on."""
        found = [[0, 0, 0] for _ in range(HOURS)]
        for start, end, *counts in self.spans:
            for hour in range(start // HOUR, -(-end // HOUR)):
                seconds = min(end, (hour + 1) * HOUR) - max(start, hour * HOUR)
                for place, count in enumerate(counts):
                    found[hour][place] += seconds * count
        return tuple((opened, unknown, total) for opened, unknown, total in found)


class _Tally:
    """Counts how many of the times that are added hold each second of the week."""

    def __init__(self) -> None:
        self.base = 0
        self.edges: dict[int, int] = {}

    def add(self, start: int, end: int) -> None:
        """Add a time on a local clock, in seconds since 1970 there."""
        weeks, rest = divmod(end - start, WEEK)
        self.base += weeks
        first = (start + _MONDAY) % WEEK
        self._step(first, 1)
        if first + rest >= WEEK:
            self._step(0, 1)
        self._step((first + rest) % WEEK, -1)

    def _step(self, at: int, change: int) -> None:
        self.edges[at] = self.edges.get(at, 0) + change


def lay_over_a_week(parts: Parts, segments: Segments) -> Week:
    """Return hours in the period of *segments*, on the clock that these describe."""
    tallies: dict[State, _Tally] = {"open": _Tally(), "unknown": _Tally()}
    total = _Tally()
    seconds = {"open": 0, "unknown": 0, "closed": 0}
    longest = (0, 0)
    closed_since: int | None = None
    for first, last, offset in segments:
        total.add(first + offset, last + offset)
        for start, end, state in _stretches(parts, first, last):
            seconds[state] += end - start
            if state != "closed":
                tallies[state].add(start + offset, end + offset)
                closed_since = None
                continue
            closed_since = start if closed_since is None else closed_since
            gap = _followed(parts, (closed_since, end), (segments[0][0], segments[-1][1]))
            if gap[1] - gap[0] > longest[1] - longest[0]:
                longest = gap
    return Week(
        spans=_spans(tallies["open"], tallies["unknown"], total),
        open_seconds=seconds["open"],
        unknown_seconds=seconds["unknown"],
        total_seconds=segments[-1][1] - segments[0][0],
        longest_gap=longest if longest[1] else None,
    )


def _followed(parts: Parts, gap: tuple[int, int], period: tuple[int, int]) -> tuple[int, int]:
    """Return a *gap* at an edge of the *period* with what lies beyond it.

    Hours that hold at an edge are taken to hold beyond it. A gap that is the whole period, or
    does not end within a year, stays as it is.
    """
    start, end = gap
    if gap != period and start == period[0]:
        before = list(_stretches(parts[:1], start - _FOLLOWED, start))
        opened = [last for _, last, state in before if state != "closed"]
        start = opened[-1] if opened else start
    if gap != period and end == period[1]:
        after = _stretches(parts, end, end + _FOLLOWED)
        end = next((first for first, _, state in after if state != "closed"), end)
    return start, end


def _stretches(parts: Parts, first: int, last: int) -> Iterator[tuple[int, int, State]]:
    """Yield (start, end, state) from *first* to *last*, in POSIX seconds."""
    for begin, line in reversed(parts[1:]):
        if begin < last:
            earlier = parts[: parts.index((begin, line))]
            if first < begin:
                yield from _stretches(earlier, first, begin)
            yield from _stretches_of(line, max(first, begin), last)
            return
    yield from _stretches_of(parts[0][1], first, last)


def _stretches_of(line: TimeLine, first: int, last: int) -> Iterator[tuple[int, int, State]]:
    if line.constant is not None:
        yield first, last, line.constant
        return
    for start, end, state in line.stretches(second_to_instant(first), second_to_instant(last)):
        yield instant_to_second(start), instant_to_second(end), state


def _spans(*tallies: _Tally) -> tuple[WeekSpan, ...]:
    """Return the week cut where any of the counts changes."""
    cuts = sorted({0, *(at for tally in tallies for at in tally.edges)})
    counts = [tally.base for tally in tallies]
    found: list[WeekSpan] = []
    for start, end in zip(cuts, [*cuts[1:], WEEK]):
        for place, tally in enumerate(tallies):
            counts[place] += tally.edges.get(start, 0)
        if found and found[-1][2:] == tuple(counts):
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(WeekSpan(start, end, *counts))
    return tuple(found)


def gaps_of(weeks: Iterable[Week], *, perhaps: bool = False) -> tuple[Gap, ...]:
    """Return the parts of the week in which nobody answers in any of *weeks*.

    With *perhaps*, those in which nobody surely does: it is not known in at least one.
    """
    cuts: dict[int, list[int]] = {}
    for week in weeks:
        for span in week.spans:
            signs = (span.opened > 0, span.unknown > 0, span.total > 0)
            for at, change in ((span.start, 1), (span.end, -1)):
                step = cuts.setdefault(at, [0, 0, 0])
                for place, sign in enumerate(signs):
                    step[place] += change * sign
    found: list[tuple[int, int, bool]] = []
    opened = unknown = shown = 0
    edges = sorted(cuts)
    for start, end in zip(edges, edges[1:]):
        opened, unknown, shown = (
            count + step for count, step in zip((opened, unknown, shown), cuts[start])
        )
        if opened or (shown and (unknown > 0) is not perhaps):
            continue
        before = found.pop() if found and found[-1][1] == start else (start, start, False)
        found.append((before[0], end, before[2] or shown > 0))
    # What no clock showed, since it skipped an hour, is no gap by itself.
    gaps = [Gap(start, end) for start, end, is_real in found if is_real]
    if len(gaps) > 1 and gaps[0].start == 0 and gaps[-1].end == WEEK:
        gaps = [*gaps[1:-1], Gap(gaps[-1].start, WEEK + gaps[0].end)]
    return tuple(gaps)
