"""What callers of a country are offered by a directory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Dict, Optional, Tuple

from supportlines.hours import OpeningHours
from supportlines.lookup import Index, check_question, make_plan
from supportlines.lookup.resolution import local_zones

if TYPE_CHECKING:
    from supportlines.changes.window import Window
    from supportlines.directory import Facts, Line
    from supportlines.hours import TimeLine
    from supportlines.lookup import Caller, Plan
    from supportlines.lookup.plan import Prepared
    from supportlines.phones import Cost

Key = Tuple[Optional[str], str, Optional[str]]
"""A language, a tier and a severity."""

_NOT_KNOWN = OpeningHours.parse("24/7 unknown", time_zone="UTC")
_FALLBACK = ("country_fallback", "region_fallback")


@dataclass(frozen=True)
class SpokenOffer:
    """A language on a line, with one tier and severity."""

    hours: TimeLine
    zones: Tuple[str, ...]
    """Zones on whose clocks the hours are written; "caller" is the caller's own."""

    names_holidays: bool


@dataclass(frozen=True)
class Offer:
    """A line as callers of a country see it."""

    line: Line
    cost: Cost
    is_fallback: bool
    is_guess: bool
    is_assumed: bool
    """Whether the languages are only assumed."""

    spoken: Dict[Key, SpokenOffer]
    """By language, tier and severity."""


@dataclass(frozen=True)
class Offers:
    """All of it, by the id of the line."""

    by_line: Dict[str, Offer]
    withheld: Dict[str, Tuple[Line, str]]
    """Lines that are not offered, each with a sentence that says why."""


class Reader:
    """Reads what one directory offers."""

    def __init__(self, directory: Facts, window: Window) -> None:
        self.directory = directory
        self._index = Index(directory)
        start, end = window.seconds
        self._start, self._end = start, end
        listed = [directory.countries_of(region.id) for region in directory.regions]
        self.listed: frozenset[str] = frozenset().union(*listed)
        self.guessed: frozenset[str] = frozenset(
            country for guess in directory.guesses for country in guess.countries
        )

    def zones(self, country: str) -> tuple[str, ...]:
        """Return the zones that local time may mean in *country*."""
        return local_zones(self.directory, country, None)

    def offers(
        self, country: str, zone: str | None, tiers: tuple[str, ...], severities: tuple[str, ...]
    ) -> Offers:
        """Return what callers who say in which zone they are get offered within the window."""
        by_line: dict[str, Offer] = {}
        withheld: dict[str, tuple[Line, str]] = {}
        for tier in tiers:
            for severity in severities or (None,):
                caller = check_question(
                    self.directory, country, tier=tier, severity=severity, time_zone=zone
                )
                for plan in self._plans(caller):
                    for one in plan.withheld:
                        withheld[one.line.id] = (one.line, one.reason.text)
                    self._take(by_line, plan, tier, severity)
        return Offers(by_line, withheld)

    def _plans(self, caller: Caller) -> list[Plan]:
        calendar = self._index.calendar
        seconds = (self._start, *calendar.changes(caller, self._start, self._end))
        generations = dict.fromkeys(calendar.generation(caller, second) for second in seconds)
        return [
            make_plan(self.directory, self._index, caller, generation) for generation in generations
        ]

    def _take(self, by_line: dict[str, Offer], plan: Plan, tier: str, severity: str | None) -> None:
        for options, is_guess in ((plan.options, False), (plan.guesses, True)):
            for option in options:
                known = by_line.get(option.line.id)
                if known is None:
                    known = by_line[option.line.id] = _offer(option, is_guess=is_guess)
                spoken = {
                    (one.tag, tier, severity): SpokenOffer(
                        hours=one.hours.time_lines[0][1] if one.hours.time_lines else _NOT_KNOWN,
                        zones=tuple(
                            sorted({stated.first.time_zone for stated in one.hours.stated})
                        ),
                        names_holidays=any(
                            stated.timetable().names_holidays for stated in one.hours.stated
                        ),
                    )
                    for one in option.spoken
                }
                known.spoken.update(spoken)


def _offer(option: Prepared, *, is_guess: bool) -> Offer:
    return Offer(
        line=option.line,
        cost=option.cost,
        is_fallback=option.reason.code in _FALLBACK and not is_guess,
        is_guess=is_guess,
        is_assumed=option.assumed,
        spoken={},
    )
