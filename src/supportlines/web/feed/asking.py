"""What a caller of one country may say, and which replies are told apart on a page."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any, Iterator, NamedTuple, Sequence

from supportlines.directory import OTHER
from supportlines.languages import best_match
from supportlines.lookup import (
    languages_of,
    lines_for,
    question_of,
    replies_open_to,
    said,
    words_of,
)
from supportlines.web.feed.from_where import groups_of_countries
from supportlines.web.feed.tracks import text

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.lookup import Caller
    from supportlines.web.feed.scope import Scope

_MOST = 720
"""Combinations of replies that are told apart for one country, if it can do with so few."""

_FOREIGN = ("tlh", "qya", "vo", "ia", "jbo")
"""Languages of which at least one is served by none that a directory names."""


class PageAsk(NamedTuple):
    """One thing that a caller may say."""

    name: str
    """As in a question: "tier", "time_zone", …, or the id of a facet."""
    groups: tuple[tuple[str, ...], ...]
    """Replies; those of one group make no difference."""
    default: int = 0
    """The number of the group, from 1, that is meant where nothing is said; 0: it stays open."""
    is_set: bool = False
    """Whether any number of the groups may be said together."""
    replies: tuple[str, ...] = ()
    """All that may be said, in the order of the directory; empty for zones, parts and languages."""

    @property
    def foreign(self) -> str:
        """The language that stands for all that no group names."""
        named = [group[0] for group in self.groups]
        return next(tag for tag in _FOREIGN if best_match([tag], named) is None)

    @property
    def digits(self) -> Sequence[int]:
        """The cases: groups from 1 on, and 0 where nothing is said and that decides nothing."""
        count = len(self.groups)
        if self.is_set:
            return range(2 ** (count + 1))
        return range(1 if self.default else 0, count + 1)

    def said(self, scope: Scope, caller: Caller, digit: int) -> Caller:
        """Return *caller* who says what *digit* stands for."""
        if self.is_set:
            named = [group[0] for place, group in enumerate(self.groups) if digit >> place & 1]
            other = [self.foreign] if digit >> len(self.groups) else []
            return replace(caller, languages=(*named, *other))
        if digit == 0:
            return caller
        value = self.groups[digit - 1][0]
        if self.name == "calling_from":
            return replace(caller, calling_from=value)
        return said(scope.facts, caller, self.name, value)


class PageAsks(NamedTuple):
    """All that callers of one country may say."""

    asks: tuple[PageAsk, ...]
    left_out: tuple[str, ...]
    """What makes a difference too, and is not told apart: there would be too many cases, or texts
    do not allow it."""

    @property
    def foreign(self) -> str | None:
        """The language that stands for all that no reply names; None if none is asked for."""
        return next((one.foreign for one in self.asks if one.is_set), None)

    @property
    def languages(self) -> Sequence[str]:
        """The languages that are asked for."""
        return [group[0] for one in self.asks if one.is_set for group in one.groups]

    def cases(self, scope: Scope, caller: Caller) -> Iterator[Caller]:
        """Yield *caller* in each case, that of the last ask changing fastest."""
        for digits in product(*(one.digits for one in self.asks)):
            each = caller
            for one, digit in zip(self.asks, digits):
                each = one.said(scope, each, digit)
            yield each


def asks_for(scope: Scope, caller: Caller) -> PageAsks:
    """Return what *caller*, who says nothing but the country, may say.

    Where there are too many cases, what a page can do without is not asked for: what then depends
    on it is not known there, and nothing that is said is wrong.
    """
    found = [one for one in _asks(scope, caller) if one.groups]
    required = {one.id for one in scope.facts.facets if one.required}
    # A stroke stands between replies: who has one in the name could be taken for somebody else.
    left_out = [one.name for one in found if any("|" in reply for reply in one.replies)]
    found = [one for one in found if one.name not in left_out]
    while _count(found) > _MOST:
        spare = [one for one in found if one.name not in required | _NEEDED]
        if not spare:
            break
        widest = max(spare, key=lambda one: len(one.digits))
        found.remove(widest)
        left_out.append(widest.name)
    return PageAsks(tuple(found), tuple(left_out))


_NEEDED = frozenset(["calling_from", "tier"])
"""What a page always knows; without it other numbers would be shown, and other hours."""


def _count(asks: Sequence[PageAsk]) -> int:
    count = 1
    for one in asks:
        count *= len(one.digits)
    return count


def _asks(scope: Scope, caller: Caller) -> Iterator[PageAsk]:
    facts = scope.facts
    open_ones: dict[str, dict[str, None]] = {}
    for plan in scope.plans(caller):
        for name, replies in replies_open_to(plan).items():
            open_ones.setdefault(name, {}).update(dict.fromkeys(replies))
    tiers = tuple((one.id,) for one in facts.tiers)
    if len(tiers) > 1:
        yield PageAsk("tier", tiers, default=1, replies=tuple(one.id for one in facts.tiers))
    for name, values in open_ones.items():
        if name not in ("language", "subdivision", "tier"):
            yield PageAsk(name, tuple((one,) for one in values), replies=tuple(values))
    languages = dict.fromkeys((*open_ones.get("language", ()), *_told_from_any(facts, caller)))
    yield PageAsk("language", tuple((one,) for one in languages), is_set=True)
    parts = scope.parts(caller, open_ones.get("subdivision", ()))
    yield PageAsk("subdivision", tuple((one,) for one in parts))
    zones = caller.local_zones if len(caller.local_zones) > 1 else ()
    yield PageAsk("time_zone", scope.clocks.alike(zones))
    yield PageAsk("calling_from", groups_of_countries(scope, caller))


def _told_from_any(facts: Facts, caller: Caller) -> Iterator[str]:
    """Yield the languages that are served otherwise than whatever else is wanted on some line."""
    for line, chain in lines_for(facts, caller.country):
        if line.speaks_any:
            yield from languages_of(line, chain)
            levels: tuple[Line | Region, ...] = (line, *chain)
            for level in levels:
                rules = (rule for each in level.availability.values() for rule in each)
                yield from (tag for rule in rules for tag in rule.languages)


def title_of(scope: Scope, name: str) -> str:
    """Return what is asked, in all languages that the directory has."""
    return question_of(scope.facts, name)


def replies_of(scope: Scope, caller: Caller, one: PageAsk) -> list[list[Any]]:
    """Return the replies that a picker lists: each with what people call it, if that is another.

    What is no text of the directory is a row: the key of a sentence. Of a zone the names are left
    out by which only browsers call it.
    """
    if one.name == "time_zone":
        return [[zone] for zone in caller.local_zones if any(zone in group for group in one.groups)]
    named = [(value, _name_of(scope.facts, one.name, value)) for value in one.replies]
    return [[value] if name == value else [value, name] for value, name in named]


def _name_of(facts: Facts, name: str, value: str) -> Any:
    words = words_of(facts, name, value)
    return ["other_reply"] if value == OTHER and words == value else text(words)
