"""Two directories compared, country by country, as callers experience them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Callable, Iterable, Iterator, Sequence

from supportlines.changes.abroad import ABROAD, with_lines_from_abroad
from supportlines.changes.callers import askable
from supportlines.changes.calls import CallBoxes, Statement
from supportlines.changes.change import Change
from supportlines.changes.contacts import number_of
from supportlines.changes.everywhere import everywhere
from supportlines.changes.lines import line_changes, matched, tongue
from supportlines.changes.offered import Reader
from supportlines.changes.places import Places
from supportlines.changes.sight import sight
from supportlines.changes.window import window_for
from supportlines.changes.wordings import Wordings
from supportlines.directory import CALLER
from supportlines.errors import listed

if TYPE_CHECKING:
    from supportlines.changes.abroad import Both
    from supportlines.changes.callers import Askable
    from supportlines.changes.offered import Asked, Offers
    from supportlines.changes.window import Window
    from supportlines.directory import Facts

_CODES = (
    "organisation",
    "source",
    "tiers",
    "severities",
    "facets",
    "desks",
    "levels",
    "prepare",
    "self_help",
    "promises",
    "country_added",
    "country_gone",
    "time_zone",
    "channel",
    "contact",
    "number",
    "line_added",
    "line_replaced",
    "line_gone",
    "line_withheld",
    "fallback",
    "guess",
    "languages",
    "language_mode",
    "not_available",
    "hours",
    "reply",
    "cost",
    "kind",
    "mode",
    "conditions",
)
"""The order of sentences about one place; other codes come last."""


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
        self._wordings = Wordings(old, new)
        self._calls = CallBoxes(self._window, self._wordings)

    def changes(self) -> Iterator[Change]:
        """Yield all changes in order."""
        for code, text in everywhere(self._old.directory, self._new.directory, self._wordings):
            yield Change(code, (), "Everywhere", None, None, (), (), (), text)
        concerned: dict[Statement, set[str]] = {}
        for country in sorted(self._served(self._old) | self._served(self._new)):
            for statement in self._of_country(country):
                concerned.setdefault(statement, set()).add(country)
        found = [self._change(*item) for item in concerned.items()]
        yield from sorted(found, key=_order)

    def _change(self, statement: Statement, countries: set[str]) -> Change:
        return Change(
            countries=tuple(sorted(countries)),
            where=self._places.where(countries),
            language_names=tuple(tongue(tag) for tag in statement.languages),
            **statement._asdict(),
        )

    @staticmethod
    def _served(reader: Reader) -> frozenset[str]:
        return reader.listed | reader.guessed

    def _of_country(self, country: str) -> Iterator[Statement]:
        if country not in self._served(self._old):
            yield self._plain("country_added", f"is served now: {self._numbers(country)}")
            return
        if country not in self._served(self._new):
            yield self._plain("country_gone", "is not served any more")
            return
        facts = self._old.directory, self._new.directory
        if sight(facts[0], country) == sight(facts[1], country):
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
        names, asked = self._asked(askable(self._old.directory, self._new.directory, country))

        @lru_cache(maxsize=1)
        def offers(zone: str | None) -> Both:
            readers = self._old, self._new
            old, new = (one.offers(country, zone, names, asked) for one in readers)
            return with_lines_from_abroad(
                readers,
                (old, new),
                lambda one, place: one.offers(country, zone, names, asked, calling_from=place),
            )

        old, new = offers(zones[0])
        pairs = matched(old, new)
        for code, line, number, text, only in line_changes(old, new, pairs, self._wordings):
            told = Statement(code, line, number, (), (), (), text, only)
            yield _abroad(told) if line in new.abroad else told
        of_home = {one: other for one, other in pairs.items() if other not in new.abroad}
        at_home = list(self._of_hours(zones, of_home, offers, names))
        yield from at_home
        if new.abroad:
            of_abroad = {one: one for one in pairs if one in new.abroad}
            others = self._of_hours(zones, of_abroad, offers, names)
            yield from map(_abroad, _besides(at_home, others))

    def _plain(self, code: str, text: str) -> Statement:
        return Statement(code, None, None, (), (), (), text)

    def _numbers(self, country: str) -> str:
        zones = self._new.zones(country)
        facts = self._new.directory
        names, asked = self._asked(askable(facts, facts, country))
        offers = self._new.offers(country, zones[0] if zones else None, names, asked)
        numbers = [number_of(offer.line) for offer in offers.by_line.values()]
        return listed(numbers) or "no line that could be used"

    def _asked(self, what: Askable) -> tuple[Sequence[str], list[Asked]]:
        """Return what callers say something of, and each of them."""
        return what.names, [(tier, said) for tier in self._tiers for said in what.replies()]

    def _of_hours(
        self,
        zones: list[str | None],
        pairs: dict[str, str],
        offers: Callable[[str | None], Both],
        names: Sequence[str],
    ) -> Iterator[Statement]:
        """Yield differences of hours, on each clock of the country if they depend on it."""
        both = offers(zones[0])
        first = self._calls.differing(names, zones[0], pairs, *both)
        if not _depends_on_clock(*both):
            yield from first
            return
        found: dict[Statement, list[str | None]] = {one: [zones[0]] for one in first}
        for zone in zones[1:]:
            for one in self._calls.differing(names, zone, pairs, *offers(zone)):
                found.setdefault(one, []).append(zone)
        for one, clocks in found.items():
            if len(clocks) == len(zones):
                yield one
                continue
            word = "clock" if len(clocks) == 1 else "clocks"
            names_of_clocks = listed([clock or "UTC" for clock in clocks])
            yield one._replace(text=f"{one.text} (on the {word} of {names_of_clocks})")


def _abroad(statement: Statement) -> Statement:
    """Return *statement* as one about lines that cannot be used at home."""
    return statement._replace(text=f"{statement.text} ({ABROAD})")


def _besides(told: Iterable[Statement], others: Iterable[Statement]) -> Iterator[Statement]:
    """Yield of *others* what is not *told* of all lines, for languages of which it is not."""
    known = {one._replace(languages=()): one.languages for one in told}
    for one in others:
        languages = known.get(one._replace(languages=(), line=None, number=None))
        if languages is None or (languages and not one.languages):
            yield one
            continue
        rest = tuple(tag for tag in one.languages if languages and tag not in languages)
        if rest:
            yield one._replace(languages=rest)


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
        change.only_for,
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
