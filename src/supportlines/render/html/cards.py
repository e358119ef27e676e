"""Cards of countries: who is called from there, and when; countries with the same card share it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Iterator, Sequence

from supportlines.lookup import Question, caller_of
from supportlines.lookup.resolution import serving
from supportlines.render.html.card_hours import Card
from supportlines.render.html.contacts import contact_of
from supportlines.render.html.markup import element, joined

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.directory import Facts, Line, Region
    from supportlines.render.html.card_hours import CardHours
    from supportlines.render.html.contacts import Contact
    from supportlines.render.html.line_block import LineHtml
    from supportlines.render.html.page import Page

_NAMED = 3
"""So many countries stand in the heading of their card; more are a list below it."""


class CardMaker:
    """Finds the cards of a directory, and writes them for a page."""

    def __init__(self, facts: Facts, page: Page, lines: LineHtml, hours: CardHours) -> None:
        self._facts = facts
        self._page = page
        self._lines = lines
        self._hours = hours
        self._told: dict[object, Markup] = {}
        """Lines that another card had before."""

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
        usable = [pair for pair in card.pairs if pair[1].is_usable]
        called = [pair for pair in usable if pair[0].channel == "phone"]
        first = [pair for pair in called if not pair[0].fallback]
        others = [pair for pair in called if pair[0].fallback]
        refused = [pair for pair in card.pairs if not pair[1].is_usable]
        is_dialled = all(line.channel == "phone" for line, _ in refused)
        return element(
            "section",
            *self._names(card, level),
            self._listed(card, first or others),
            self._under("if_it_fails", level, card, others if first else []),
            self._under("other_ways", level, card, [one for one in usable if one not in called]),
            self._under("not_dialled" if is_dialled else "not_usable", level, card, refused),
            None if card.lines else self._page.labelled("p", "short_no_line"),
            self._hours.weeks(card),
            self._hours.other_days(card),
            class_="sl-card",
            data_countries=" ".join(card.places),
        )

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
