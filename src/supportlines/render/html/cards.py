"""Cards of countries: who is called from there, and when; countries with the same card share it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

from supportlines.lookup import Question, caller_of
from supportlines.lookup.conditions import limits_of_rule
from supportlines.lookup.resolution import serving
from supportlines.render.html.contacts import Contact, contact_of
from supportlines.render.html.markup import digits, element, joined
from supportlines.render.html.page import CLAUSES
from supportlines.render.html.weeks import HoursColumn
from supportlines.render.stated_hours import (
    StatedRule,
    exceptions_stated,
    has_hours,
    rules_stated,
    spoken_on,
    zone_stated,
)

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from supportlines.directory import DayException, Facts, Line, Region, Rule
    from supportlines.render.html.line_block import LineHtml
    from supportlines.render.html.page import Page
    from supportlines.render.html.weeks import WeeksHtml

_NAMED = 3
"""So many countries stand in the heading of their card; more are a list below it."""


class Card(NamedTuple):
    """Countries of which all is the same."""

    places: tuple[str, ...]
    """Codes of countries, or of parts of one."""

    chain: tuple[Region, ...]
    lines: tuple[Line, ...]
    contacts: tuple[Contact, ...]
    """One for each of the lines."""


class CardMaker:
    """Finds the cards of a directory, and writes them for a page."""

    def __init__(
        self, facts: Facts, page: Page, lines: LineHtml, weeks: WeeksHtml, since: date
    ) -> None:
        self._facts = facts
        self._page = page
        self._lines = lines
        self._weeks = weeks
        self._since = since
        self._rules: dict[tuple[object, ...], tuple[StatedRule, ...]] = {}
        self._told: dict[object, Markup] = {}
        """Hours of columns, and lines, that another card had before."""

    def cards(self, region: Region, countries: frozenset[str] | None) -> list[Card]:
        """Return the cards of what *region* lists itself: those of few countries first."""
        groups: dict[object, list[Card]] = {}
        for place in (*region.countries, *region.countries_not_named, *region.parts):
            country = place.partition("-")[0]
            if countries is not None and country not in countries:
                continue
            for card in self._of_place(place, country, region):
                known = self._facts.countries.get(country)
                key = (tuple(map(id, card.chain)), card.contacts, id(known), place in region.parts)
                groups.setdefault(key, []).append(card)
        found = [
            cards[0]._replace(places=self._sorted(one.places[0] for one in cards))
            for cards in groups.values()
        ]
        return sorted(found, key=lambda card: (len(card.places), self._key(card.places[0])))

    def _of_place(self, place: str, country: str, region: Region) -> Iterator[Card]:
        """Yield the card of a country, or of a part of one, for each chain that *region* begins."""
        facts = self._facts
        caller = caller_of(facts, Question(country))
        chains = [chain for chain in facts.chains_of(country) if chain[0] is region]
        if "-" in place:
            chains = [chain for part, chain in facts.chains_of_parts(country) if part == place]
        for chain in chains:
            inside = {one.id for one in chain}
            served = [
                (line, around) for line, around in serving(facts, country) if around[0].id in inside
            ]
            # Nearer lines first; of a region around it those of its own come later.
            served.sort(key=lambda pair: [one.id for one in chain].index(pair[1][0].id))
            lines = tuple(line for line, _ in served)
            contacts = tuple(contact_of(facts, line, around[0], caller) for line, around in served)
            yield Card((place,), chain, lines, contacts)

    def _sorted(self, places: Iterator[str]) -> tuple[str, ...]:
        return tuple(sorted(dict.fromkeys(places), key=self._key))

    def _key(self, place: str) -> tuple[str, str]:
        name = unicodedata.normalize("NFKD", self.name_of(place).casefold())
        return "".join(one for one in name if not unicodedata.combining(one)), place

    def name_of(self, place: str) -> str:
        """Return CLDR's name of a country, before the code of a part of it."""
        name = self._page.country(place.partition("-")[0])
        return f"{name} ({place})" if "-" in place else name

    def html(self, card: Card, level: int) -> Markup:
        """Return a card: names, lines, hours and days on which they are otherwise."""
        usable = [pair for pair in self._pairs(card) if pair[1].is_usable]
        called = [pair for pair in usable if pair[0].channel == "phone"]
        refused = [pair for pair in self._pairs(card) if not pair[1].is_usable]
        is_dialled = all(line.channel == "phone" for line, _ in refused)
        return element(
            "section",
            *self._names(card, level),
            self._listed(card, [one for one in called if not one[0].fallback]),
            self._under("if_it_fails", level, card, [one for one in called if one[0].fallback]),
            self._under("other_ways", level, card, [one for one in usable if one not in called]),
            self._under("not_dialled" if is_dialled else "not_usable", level, card, refused),
            None if card.lines else self._page.labelled("p", "short_no_line"),
            self._hours(card),
            self._days_of(card),
            class_="sl-card",
            data_countries=" ".join(card.places),
        )

    @staticmethod
    def _pairs(card: Card) -> list[tuple[Line, Contact]]:
        return list(zip(card.lines, card.contacts))

    def _names(self, card: Card, level: int) -> Iterator[Markup]:
        page = self._page
        names = [self._named(card, place) for place in card.places]
        if len(names) <= _NAMED:
            yield element(f"h{level}", page.listed(names), class_="sl-country")
            return
        yield element(
            f"h{level}", page.label("countries", count=str(len(names))), class_="sl-country"
        )
        yield element("ul", *(element("li", one) for one in names), class_="sl-countries")

    def _named(self, card: Card, place: str) -> Markup:
        """Return the name of a place; with a remark where the source does not name it."""
        page = self._page
        name = element("span", self.name_of(place), data_country=place.partition("-")[0])
        if place not in card.chain[0].countries_not_named:
            return name
        return joined([name, " (", page.label("not_named"), ")"])

    def _under(
        self, key: str, level: int, card: Card, pairs: Sequence[tuple[Line, Contact]]
    ) -> Markup | None:
        if not pairs:
            return None
        return joined([self._page.heading(min(level + 1, 6), key), self._listed(card, pairs)])

    def _listed(self, card: Card, pairs: Sequence[tuple[Line, Contact]]) -> Markup | None:
        items = [self._item(line, card.chain, contact) for line, contact in pairs]
        return element("ul", *items, class_="sl-lines") if items else None

    def _item(self, line: Line, chain: tuple[Region, ...], contact: Contact) -> Markup:
        key = (contact, *map(id, chain))
        if key not in self._told:
            self._told[key] = self._lines.item(line, chain, contact)
        return self._told[key]

    # Hours.

    def _stated(self, line: Line, chain: tuple[Region, ...]) -> tuple[StatedRule, ...]:
        key = (line.id, *map(id, chain))
        if key not in self._rules:
            self._rules[key] = tuple(rules_stated(self._facts, line, chain))
        return self._rules[key]

    def _hours(self, card: Card) -> Markup:
        """Return the week of a card, whose clock that is, and what is to be known of it."""
        columns = list(self._columns(card))
        key = tuple((one.tiers, one.whom, one.zone, id(one.rule)) for one in columns)
        if key not in self._told:
            self._told[key] = joined([self._weeks.tables(columns), self._remarks(columns)])
        return self._told[key]

    def _remarks(self, columns: Sequence[HoursColumn]) -> Markup | None:
        items = []
        for column in columns:
            remarks = list(self._weeks.remarks(column))
            if remarks:
                whose = joined((*column.tiers, *column.whom), CLAUSES)
                head = [whose, ": "] if len(columns) > 1 else []
                items.append(element("li", *head, joined(remarks, CLAUSES)))
        return element("ul", *items, class_="sl-remarks") if items else None

    def _columns(self, card: Card) -> Iterator[HoursColumn]:
        """Yield the hours of a card, each kind once: tiers and lines with the same share it."""
        country = card.places[0].partition("-")[0]
        timed = [
            line
            for line, contact in self._pairs(card)
            if has_hours(line) and (contact.is_usable or (contact.refused and line.availability))
        ]
        # What is said of hours is told, even if no number is known on which somebody answers.
        timed = timed or [line for line in card.lines if has_hours(line)]
        of_rule: dict[tuple[str, int], dict[str, StatedRule]] = {}
        for line in timed:
            for one in self._stated(line, card.chain):
                of_rule.setdefault((one.tier, id(one.rule)), {})[line.id] = one
        merged: dict[object, tuple[list[str], tuple[Markup, ...], Rule]] = {}
        for (tier, _), by_line in of_rule.items():
            rule = next(iter(by_line.values())).rule
            whom = self._whom(timed, by_line, card)
            key = (rule.hours, _beside(rule), whom)
            merged.setdefault(key, ([], whom, rule))[0].append(tier)
        for tiers, whom, rule in merged.values():
            whose = (*whom, *self._conditions(rule))
            zone = zone_stated(self._facts, rule, country)
            yield HoursColumn(tuple(self._tiers(tiers)), whose, rule, zone)

    def _tiers(self, tiers: Sequence[str]) -> list[Markup]:
        if len(self._facts.tiers) == 1:
            return []
        page = self._page
        return [page.listed([page.own(self._facts.tier(one).name) for one in tiers])]

    def _whom(
        self, timed: Sequence[Line], by_line: dict[str, StatedRule], card: Card
    ) -> tuple[Markup, ...]:
        """Return of which lines and languages hours are, as far as they are not of all."""
        page = self._page
        lines = [line for line in timed if line.id in by_line]
        parts = []
        if len(lines) < len(timed):
            parts.append(self._names_of(lines, timed))
        if any(by_line[line.id].languages for line in lines):
            tags = dict.fromkeys(
                tag
                for line in lines
                for tag in by_line[line.id].languages or spoken_on(self._facts, line, card.chain)
            )
            parts.append(page.listed([page.language(tag) for tag in tags]))
        return tuple(parts)

    def _names_of(self, lines: Sequence[Line], among: Sequence[Line]) -> Markup:
        """Return what *lines* are called; those that others are called too with their number."""
        others = {self._lines.name(one) for one in among if one not in lines}
        names = [
            joined([name, " (", digits(line.published_as), ")"]) if name in others else name
            for line in lines
            for name in [self._lines.name(line)]
        ]
        return self._page.listed(dict.fromkeys(names))

    def _conditions(self, rule: Rule) -> Iterator[Markup]:
        page = self._page
        for name, values in limits_of_rule(rule):
            yield page.label("if_whom", what=self._lines.values(name, values))
        if rule.valid_from is not None:
            yield joined([page.label("valid_from"), self._weeks.day(rule.valid_from)], ": ")
        if rule.valid_until is not None:
            yield joined([page.label("valid_until"), self._weeks.day(rule.valid_until)], ": ")

    def _days_of(self, card: Card) -> Markup | None:
        """Return closures and other hours that are not over, with whose they are."""
        found: dict[int, tuple[DayException, dict[str, None], dict[str, None]]] = {}
        timed = [line for line in card.lines if has_hours(line)]
        for line in timed:
            stated = self._stated(line, card.chain)
            for one, tier in exceptions_stated(line, card.chain, stated, self._since):
                _, tiers, lines = found.setdefault(id(one), (one, {}, {}))
                tiers[tier] = None
                lines[line.id] = None
        rows = []
        for one, tiers, lines in sorted(found.values(), key=lambda row: row[0].days):
            whose = self._tiers(list(tiers)) if one.tiers else []
            if len(lines) < len(timed):
                whose.append(self._names_of([one for one in timed if one.id in lines], timed))
            rows.append((one, whose))
        return joined([self._weeks.closures(rows), *self._own_days(card)])

    def _own_days(self, card: Card) -> Iterator[Markup]:
        """Yield the public holidays and working days that the directory has for a country."""
        page = self._page
        known = self._facts.countries.get(card.places[0].partition("-")[0])
        if known is None:
            return
        days = [
            joined([self._weeks.day(one.on), " ", page.own(one.name)])
            for one in known.holidays
            if one.on >= self._since
        ]
        days += [
            joined([self._weeks.day(one), " (", page.label("working_day"), ")"])
            for one in known.working_days
            if one >= self._since
        ]
        note = [page.own(known.note)] if known.note is not None else []
        said = (
            [joined([page.label("public_holidays"), joined(days, CLAUSES)], ": ")] if days else []
        )
        if days or note:
            yield element("p", joined([*said, *note], CLAUSES), class_="sl-holidays")


def _beside(rule: Rule) -> tuple[object, ...]:
    """Return what sets the hours of two rules apart beside their week."""
    return (
        "" if rule.hours.is_always else rule.time_zone,
        rule.after, rule.not_available, rule.severities, rule.desks, rule.only_for,
        rule.valid_from, rule.valid_until, rule.holidays, rule.published_as, rule.notes,
        rule.confidence, rule.source,
    )  # fmt: skip
