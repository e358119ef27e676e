"""Two directories compared, country by country, as callers experience them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, NamedTuple

from supportlines.changes.boxes import boxes
from supportlines.changes.change import Change
from supportlines.changes.days import compare_days
from supportlines.changes.hours_words import words_of
from supportlines.changes.lines import line_changes, matched, number_of, tongue
from supportlines.changes.offered import Reader
from supportlines.changes.places import Places
from supportlines.changes.window import window_for
from supportlines.directory import CALLER
from supportlines.errors import listed

if TYPE_CHECKING:
    from supportlines.changes.boxes import Box, Cell
    from supportlines.changes.offered import OfferedLine, Offers, TierHours
    from supportlines.changes.window import Window
    from supportlines.directory import Facts
    from supportlines.hours import TimeLine

_CODES = (
    "tiers",
    "country_added",
    "country_gone",
    "time_zone",
    "number",
    "line_added",
    "line_replaced",
    "line_gone",
    "line_withheld",
    "fallback",
    "guess",
    "languages",
    "hours",
    "cost",
    "kind",
)
"""The order of sentences about one place; other codes come last."""


class _Statement(NamedTuple):
    """A difference for callers of one country; equal ones of several countries are one."""

    code: str
    line: str | None
    number: str | None
    tiers: tuple[str, ...]
    languages: tuple[str, ...]
    severities: tuple[str, ...]
    text: str


def compare(old: Facts, new: Facts, window: Window | None = None) -> tuple[Change, ...]:
    """Return what changed for callers from *old* to *new*, what concerns most of them first.

    Hours are compared by what they mean on the days of *window*, by default that of
    `window_for` both: other words for the same hours are no change. Whatever else an answer
    shows is compared, but for sources, the order of the file, and how sure somebody is of hours.
    """
    return tuple(_Comparison(old, new, window or window_for(old, new)).changes())


class _Comparison:
    def __init__(self, old: Facts, new: Facts, window: Window) -> None:
        self._window = window
        self._old = Reader(old, self._window)
        self._new = Reader(new, self._window)
        self._places = Places(new, old)
        before = {tier.id for tier in old.tiers}
        self._tiers = tuple(tier.id for tier in new.tiers if tier.id in before)
        self._severities = tuple(one for one in new.severities if one in old.severities)
        self._said: dict[tuple[TimeLine, TimeLine, str, int], str] = {}

    def changes(self) -> Iterator[Change]:
        """Yield all changes in order."""
        yield from self._of_tiers()
        concerned: dict[_Statement, set[str]] = {}
        for country in sorted(self._served(self._old) | self._served(self._new)):
            for statement in self._of_country(country):
                concerned.setdefault(statement, set()).add(country)
        found = [self._change(*item) for item in concerned.items()]
        yield from sorted(found, key=_order)

    def _change(self, statement: _Statement, countries: set[str]) -> Change:
        return Change(
            countries=tuple(sorted(countries)),
            where=self._places.where(countries),
            language_names=tuple(tongue(tag) for tag in statement.languages),
            **statement._asdict(),
        )

    @staticmethod
    def _served(reader: Reader) -> frozenset[str]:
        return reader.listed | reader.guessed

    def _of_tiers(self) -> Iterator[Change]:
        old, new = self._old.directory.tiers, self._new.directory.tiers
        texts = [
            f'tier "{tier.id}" ({tier.name}) is {word}'
            for these, others, word in ((new, old, "new"), (old, new, "gone"))
            for tier in these
            if tier.id not in {other.id for other in others}
        ]
        if old[0].id != new[0].id:
            texts.append(f'who names no tier has "{new[0].id}", until now "{old[0].id}"')
        for text in texts:
            yield Change("tiers", (), "Everywhere", None, None, (), (), (), text)

    def _of_country(self, country: str) -> Iterator[_Statement]:
        if country not in self._served(self._old):
            yield self._plain("country_added", f"is served now: {self._numbers(country)}")
            return
        if country not in self._served(self._new):
            yield self._plain("country_gone", "is not served any more")
            return
        before, after = self._old.zones(country), self._new.zones(country)
        if before != after:
            now, then = (listed(zones) or "no known zone" for zones in (after, before))
            text = f"local time means {now} instead of {then}"
            yield self._plain("time_zone", text)
        clocks: dict[object, str] = {}
        for zone in after:
            clocks.setdefault(self._window.clock(zone), zone)
        zones: list[str | None] = [*clocks.values()] or [None]
        old, new = self._offers(country, zones[0])
        pairs = matched(old, new)
        for code, line, number, text in line_changes(old, new, pairs):
            yield _Statement(code, line, number, (), (), (), text)
        yield from self._of_hours(country, zones, pairs, old, new)

    def _plain(self, code: str, text: str) -> _Statement:
        return _Statement(code, None, None, (), (), (), text)

    def _numbers(self, country: str) -> str:
        zones = self._new.zones(country)
        offers = self._new.offers(country, zones[0] if zones else None, self._tiers, ())
        numbers = [number_of(offer.line) for offer in offers.by_line.values()]
        return listed(numbers) or "no line that could be dialled"

    def _offers(self, country: str, zone: str | None) -> tuple[Offers, Offers]:
        return (
            self._old.offers(country, zone, self._tiers, self._severities),
            self._new.offers(country, zone, self._tiers, self._severities),
        )

    def _of_hours(
        self,
        country: str,
        zones: list[str | None],
        pairs: dict[str, str],
        old: Offers,
        new: Offers,
    ) -> Iterator[_Statement]:
        """Yield differences of hours, on each clock of the country if they depend on it."""
        first = self._hours_on(zones[0], pairs, old, new)
        if not _depends_on_clock(old, new):
            yield from first
            return
        found = {zones[0]: first}
        for zone in zones[1:]:
            found[zone] = self._hours_on(zone, pairs, *self._offers(country, zone))
        same = all(statements == first for statements in found.values())
        for zone, statements in found.items():
            if same:
                yield from first
                return
            for one in statements:
                yield one._replace(text=f"{one.text} (on the clock of {zone})")

    def _hours_on(
        self, zone: str | None, pairs: dict[str, str], old: Offers, new: Offers
    ) -> list[_Statement]:
        universe: set[Cell] = set()
        cells: dict[str, set[Cell]] = {}
        for one, other in pairs.items():
            before, after = old.by_line[one], new.by_line[other]
            for key in before.spoken:
                if key not in after.spoken:
                    continue
                tag, tier, severity = key
                # In the order in which sides are joined: lines first, since a rule of the region
                # changes all that speak a language.
                cell = (other, tag, tier, severity)
                universe.add(cell)
                text = self._hours(before.spoken[key], after.spoken[key], zone)
                if text:
                    cells.setdefault(text, set()).add(cell)
        found: list[_Statement] = []
        for text, concerned in cells.items():
            for box in boxes(concerned, universe):
                found.extend(_stated(text, box, new.by_line))
        return found

    def _hours(self, old: TierHours, new: TierHours, zone: str | None) -> str:
        """Return what differs in words; nothing if nothing does."""
        if old.hours == new.hours:
            return ""
        written = {*old.zones, *new.zones}
        fixed = next(iter(written)) if len(written) == 1 and CALLER not in written else None
        clock = fixed or zone or "UTC"
        holidays = new.names_holidays - old.names_holidays
        key = (old.hours, new.hours, clock, holidays)
        if key not in self._said:
            changes = compare_days(old.hours, new.hours, clock, self._window)
            text = words_of(changes, self._window, holidays=holidays)
            self._said[key] = f"{text} (time of {fixed})" if text and fixed else text
        return self._said[key]


def _order(change: Change) -> tuple[object, ...]:
    """Return what sorts changes: most callers first, then by place, sort and subject."""
    return (
        -len(change.countries),
        change.where,
        _CODES.index(change.code) if change.code in _CODES else len(_CODES),
        len(change.languages),
        change.languages,
        change.tiers,
        change.severities,
        change.number or "",
        change.text,
    )


def _depends_on_clock(old: Offers, new: Offers) -> bool:
    """Tell whether some hours are written on the caller's clock and some on another."""
    zones = {
        zone
        for offers in (old, new)
        for offer in offers.by_line.values()
        for spoken in offer.spoken.values()
        for zone in spoken.zones
    }
    return CALLER in zones and len(zones) > 1


def _stated(text: str, box: Box, offers: dict[str, OfferedLine]) -> Iterator[_Statement]:
    """Yield a box in words; for each line of its own, if not all are meant."""
    lines, tags, tiers, severities = box
    own: list[str | None] = [None]
    if lines is not None:
        own = [*sorted(one for one in lines if one is not None)]
    for line in own:
        yield _Statement(
            code="hours",
            line=line,
            number=number_of(offers[line].line) if line is not None else None,
            tiers=_some(tiers),
            languages=_some(tags),
            severities=_some(severities),
            text=text,
        )


def _some(side: frozenset[str | None] | None) -> tuple[str, ...]:
    return tuple(sorted(one for one in side if one is not None)) if side is not None else ()
