"""Layers of rules, each on some days of the wall calendar, and which of them a day has.

The one rule for days is written down here and in `local`: validity, exceptions and gaps begin
and end at midnight on the wall, and cut nothing else. A layer says something of the days that it
covers, and of the morning after its last one only what a span leaves over that it started.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Iterable, Literal, NamedTuple, Sequence

from supportlines.hours.calendar.painting import PaintedWeek, paint_week
from supportlines.hours.rules import HoursRule

if TYPE_CHECKING:
    from supportlines.hours.public_holidays import PublicHolidays

LONG_AGO = -10_000_000
FAR_AWAY = 10_000_000
"""Days beyond every date that `datetime` knows, for windows without an end."""

_SHIFT = 5
_MANY = 24
"""Layers are kept by runs of 32 days; one that touches more runs than this is asked every day."""


@dataclass(frozen=True)
class Layer:
    """Rules that hold from one day to another, over the layers below."""

    rules: tuple[HoursRule, ...]
    first: int = LONG_AGO
    last: int = FAR_AWAY
    over: Literal["nothing", "replaces", "adds"] = "nothing"
    """What it is to the layers below on its days: a layer of ordinary hours, which lies over
    nothing; an exception of which nothing below is left; or one whose spans are painted over."""

    comment: str | None = None
    """Why the layer is there; for those of its rules that have no comment."""

    @property
    def is_unbounded(self) -> bool:
        """Whether the layer holds on every day."""
        return self.first == LONG_AGO and self.last == FAR_AWAY

    def covers(self, day: int) -> bool:
        """Return whether *day* is one of the layer's: spans of it may start then."""
        return self.first <= day <= self.last


class PaintedRules(NamedTuple):
    """The rules of a layer, with the work done that does not depend on the day."""

    week: PaintedWeek
    """What the weekly rules at the beginning say."""

    rest: tuple[HoursRule, ...]
    """The rules after those, dated or not."""


@lru_cache(maxsize=1024)
def painted(rules: tuple[HoursRule, ...]) -> PaintedRules:
    """Return *rules* with those of the weekday painted; equal rules are painted once."""
    weekly = 0
    while weekly < len(rules) and rules[weekly].is_weekly:
        weekly += 1
    first, rest = rules[:weekly], rules[weekly:]
    return PaintedRules(paint_week(first), rest)


def usable(layers: Iterable[Layer], holidays: PublicHolidays | None) -> tuple[Layer, ...]:
    """Return *layers* without rules for holidays where nobody knows them."""
    if holidays is not None:
        return tuple(layers)
    return tuple(
        replace(layer, rules=tuple(filter(None, map(HoursRule.without_holidays, layer.rules))))
        if any(rule.holidays for rule in layer.rules)
        else layer
        for layer in layers
    )


class Stack:
    """Layers from the bottom to the top, found by day.

    A day costs what lies on it and not how many layers there are: a calendar of ten years is an
    ordinary one.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.layers = tuple(layers)
        self._runs: dict[int, list[int]] = {}
        self._wide: list[int] = []
        edges: set[int] = set()
        for number, layer in enumerate(self.layers):
            first, last = layer.first >> _SHIFT, layer.last >> _SHIFT
            if last - first > _MANY:
                self._wide.append(number)
            else:
                for run in range(first, last + 1):
                    self._runs.setdefault(run, []).append(number)
            edges.update((layer.first, layer.last + 1, layer.last + 2))
        self.edges = sorted(edges)
        """Days on which something about a layer begins or ends, its last mornings included."""

    def on(self, day: int) -> tuple[int, ...]:
        """Return the numbers of the layers that cover *day*, from the bottom to the top."""
        layers = self.layers
        found = [number for number in self._wide if layers[number].covers(day)]
        near = self._runs.get(day >> _SHIFT)
        if near is not None:
            found += [number for number in near if layers[number].covers(day)]
            found.sort()
        return tuple(found)

    def next_edge(self, day: int) -> int | None:
        """Return the first edge after *day*, or None."""
        index = bisect_right(self.edges, day)
        return self.edges[index] if index < len(self.edges) else None
