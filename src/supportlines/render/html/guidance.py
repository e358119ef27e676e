"""What a directory says to all callers: tiers, what to have ready, who picks up, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterator, Mapping, Optional, Tuple

from supportlines.lookup.conditions import limits_of_thing, words_of
from supportlines.render.html.markup import digits, element, joined, link, text
from supportlines.render.html.page import CLAUSES
from supportlines.words.days import day_words
from supportlines.words.labels import label
from supportlines.words.phrase import WRITTEN_IN

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from supportlines.directory import Facts, NotFor, Preparation
    from supportlines.render.html.page import Page

    ForWhom = Callable[[Mapping[str, Tuple[str, ...]]], Optional[Markup]]


class GuidanceHtml:
    """Writes what is said to all callers, section by section."""

    def __init__(self, facts: Facts, page: Page, for_whom: ForWhom, level: int) -> None:
        self._facts = facts
        self._page = page
        self._for_whom = for_whom
        self._level = level

    def _section(self, key: str, items: list[Markup], class_: str) -> Markup | None:
        if not items:
            return None
        return joined([self._page.heading(self._level, key), element("ul", *items, class_=class_)])

    def publisher(self) -> Markup | None:
        """Return who publishes the directory."""
        page, who = self._page, self._facts.directory.organisation
        if who is None:
            return None
        rows = [("publisher", link(who.url, page.own(who.name)))]
        if who.short_name is not None:
            rows.append(("short_name", page.own(who.short_name)))
        if who.legal_name is not None:
            rows.append(("legal_name", page.own(who.legal_name)))
        rows += [(f"address_{one.kind}", page.own(one.text)) for one in who.addresses]
        for one in who.affiliates:
            note = [" (", page.own(one.note), ")"] if one.note is not None else []
            rows.append(("affiliate", joined([page.own(one.name), *note])))
        if who.brands:
            rows.append(("brands", page.listed([page.own(one) for one in who.brands])))
        parts = [joined([page.labelled("dt", key), element("dd", value)]) for key, value in rows]
        return element("dl", *parts, class_="sl-facts sl-publisher")

    def self_help(self) -> Markup | None:
        """Return the pages to read first."""
        items = [
            element("li", link(one.url, self._page.own(one.title)), self._for_whom(one.only_for))
            for one in self._facts.self_help
        ]
        return self._section("read_first", items, "sl-self-help")

    def tiers(self) -> Markup | None:
        """Return what customers are entitled to, where there is a choice."""
        page, facts = self._page, self._facts
        if len(facts.tiers) == 1:
            return None
        items = []
        for one in facts.tiers:
            name = page.own(one.name)
            if one.includes is not None:
                included = page.own(facts.tier(one.includes).name)
                name = joined([name, " (", page.label("includes", what=included), ")"])
            items.append(element("li", name))
        return self._section("tiers", items, "sl-tiers")

    def questions(self) -> Markup | None:
        """Return what callers are asked, with what they may say."""
        page = self._page
        items = []
        for one in self._facts.facets:
            values = page.listed([page.own(name) for name in one.values.values()], "or")
            items.append(element("li", joined([page.own(one.name), values], ": ")))
        return self._section("questions", items, "sl-questions")

    def prepare(self) -> Markup | None:
        """Return what to have ready, with why and for what."""
        items = [element("li", self._thing(one)) for one in self._facts.prepare]
        return self._section("have_ready", items, "sl-prepare")

    def _thing(self, one: Preparation) -> Markup:
        page = self._page
        why = [page.own(one.why)] if one.why is not None else []
        condition = dict(limits_of_thing(self._facts, one))
        return joined([joined([page.own(one.text), *why], ": "), self._for_whom(condition)])

    def levels(self) -> Markup | None:
        """Return who picks up, what each deals with, and who gets the rest."""
        page = self._page
        names = {one.id: page.own(one.name) for one in self._facts.levels}
        items = []
        for one in self._facts.levels:
            parts = [names[one.id]]
            if one.handles:
                parts.append(page.listed([page.own(each) for each in one.handles]))
            rest = [" → ", names[one.next]] if one.next is not None else []
            items.append(element("li", joined([joined(parts, ": "), *rest])))
        return self._section("levels", items, "sl-levels")

    def promises(self) -> Markup | None:
        """Return what callers may ask to be told."""
        page = self._page
        items = []
        for one in self._facts.promises:
            said = page.label(f"promise_{one.kind}") if one.text is None else page.own(one.text)
            items.append(element("li", said, self._for_whom(one.only_for)))
        return self._section("ask_for", items, "sl-promises")

    def not_for(self) -> Markup | None:
        """Return what desks are not for, and where to go with that."""
        page = self._page
        several = len(self._facts.desks) > 1
        items = []
        for desk in self._facts.desks:
            for one in desk.not_for:
                where = joined(self._instead(one), ", ")
                parts = [page.own(one.what), *([" → ", where] if where else [])]
                if several:
                    parts += [" (", page.own(desk.name), ")"]
                items.append(element("li", joined(parts)))
        return self._section("not_for", items, "sl-not-for")

    def _instead(self, one: NotFor) -> Iterator[Markup]:
        page, facts = self._page, self._facts
        if one.desk is not None:
            yield page.own(words_of(facts, "desk", one.desk))
        if one.line is not None:
            line, _ = facts.line(one.line)
            yield page.own(line.label or line.published_as)
        if one.url is not None:
            yield link(one.url, digits(one.url))

    def sources(self) -> Markup:
        """Return where all of it comes from, and when that was read."""
        page = self._page
        items = []
        for source in self._facts.sources:
            parts = [link(source.url, page.own(source.title), class_="sl-source")]
            if source.version is not None:
                parts.append(self._on("version", source.version))
            parts.append(self._on("read_on", source.read_on))
            if source.note is not None:
                parts.append(page.own(source.note))
            items.append(element("li", joined(parts, CLAUSES)))
        items.append(element("li", digits(self._facts.id)))
        return element(
            "footer",
            page.heading(self._level, "sources"),
            element("ul", *items),
            class_="sl-sources",
        )

    def _on(self, key: str, day: date) -> Markup:
        """Return a day of a source, within the words that say what it is."""
        said = label(key, self._page.locale)
        locale = self._page.values_in(said.locale or WRITTEN_IN)
        words = day_words(locale).day_of_year.text(day)
        return self._page.label(key, date=element("time", text(words), datetime=day.isoformat()))
