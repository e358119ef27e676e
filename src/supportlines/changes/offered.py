"""What callers of a country are offered by a directory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional, Tuple

from supportlines.lookup import Index, Question, caller_of
from supportlines.lookup.offers import offerings
from supportlines.lookup.resolution import local_zones

if TYPE_CHECKING:
    from supportlines.changes.window import Window
    from supportlines.directory import Facts, Line
    from supportlines.hours import TimeLine
    from supportlines.lookup.offers import Offer, Offering
    from supportlines.phones import Cost

CallKey = Tuple[Optional[str], str, Optional[str]]
"""A language, a tier and a severity."""


@dataclass(frozen=True)
class TierHours:
    """A language on a line, with one tier and severity."""

    hours: TimeLine
    zones: tuple[str, ...]
    """Zones on whose clocks the hours are written; "caller" is the caller's own."""

    names_holidays: bool


@dataclass(frozen=True)
class OfferedLine:
    """A line as callers of a country see it."""

    line: Line
    desk: str | None
    """Told where the directory has several."""
    cost: Cost
    is_fallback: bool
    is_guess: bool
    is_assumed: bool
    """Whether the languages are only assumed."""

    spoken: dict[CallKey, TierHours]
    """By language, tier and severity."""


@dataclass(frozen=True)
class Offers:
    """All of it, by the id of the line."""

    by_line: dict[str, OfferedLine]
    withheld: dict[str, tuple[Line, str]]
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
        by_line: dict[str, OfferedLine] = {}
        withheld: dict[str, tuple[Line, str]] = {}
        for tier in tiers:
            for severity in severities or (None,):
                question = Question(country, tier=tier, severity=severity, time_zone=zone)
                caller = caller_of(self.directory, question)
                found = offerings(self.directory, self._index, caller, self._start, self._end)
                for one in found:
                    for line, reason in one.withheld:
                        withheld[line.id] = (line, reason.text)
                    self._take(by_line, one, tier, severity)
        return Offers(by_line, withheld)

    def _take(
        self, by_line: dict[str, OfferedLine], found: Offering, tier: str, severity: str | None
    ) -> None:
        for offers, is_guess in ((found.offers, False), (found.guesses, True)):
            for offer in offers:
                known = by_line.get(offer.line.id)
                if known is None:
                    known = by_line[offer.line.id] = _line(offer, is_guess=is_guess)
                known.spoken.update(
                    {
                        (one.tag, tier, severity): TierHours(
                            one.hours.line, one.hours.clocks, one.hours.names_holidays
                        )
                        for one in offer.languages
                    }
                )


def _line(offer: Offer, *, is_guess: bool) -> OfferedLine:
    return OfferedLine(
        line=offer.line,
        desk=offer.desk,
        cost=offer.cost,
        is_fallback=offer.is_fallback and not is_guess,
        is_guess=is_guess,
        is_assumed=offer.is_assumed,
        spoken={},
    )
