"""One line of a directory on a page: how it is reached, and what is said of it but its hours."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Iterator, Sequence, Tuple

from supportlines.directory import ANY_LANGUAGE, ANYWHERE
from supportlines.lookup import caveats
from supportlines.lookup.conditions import limits_of, limits_of_line, words_of
from supportlines.lookup.replies import promises_of
from supportlines.lookup.resolution import desks_told, languages_of
from supportlines.places import known_countries
from supportlines.render.html.contacts import Contact, contact_html
from supportlines.render.html.markup import digits, element, joined, link
from supportlines.render.html.page import CLAUSES
from supportlines.render.stated_hours import has_hours, spoken_on
from supportlines.words.phrase import WRITTEN_IN, Phrase

if TYPE_CHECKING:
    from typing import Mapping

    from markupsafe import Markup

    from supportlines.directory import Facts, Line, Region, Request
    from supportlines.phones import Step
    from supportlines.render.html.page import Page
    from supportlines.render.html.qr import QrCodes
    from supportlines.render.html.times import TimesHtml

    Fact = Tuple[str, Markup]


class LineHtml:
    """Writes lines for a page."""

    def __init__(self, facts: Facts, page: Page, times: TimesHtml, codes: QrCodes | None) -> None:
        self._facts = facts
        self._page = page
        self._times = times
        self._codes = codes
        self._term = lru_cache(maxsize=None)(partial(page.labelled, "dt"))
        self._reached_from = lru_cache(maxsize=None)(self._places)

    def name(self, line: Line) -> Markup:
        """Return what a line is called: its label, its service, or what is printed."""
        return self._page.own(line.label or line.service or line.published_as)

    def abroad(self, line: Line) -> Markup:
        """Return the contact of a line for who is in no country of it."""
        number, page = line.number, self._page
        if number is None or number.e164 is None:
            return page.own(line.published_as)
        contact = Contact(line.id, number.grouped, f"tel:{number.e164}", is_digits=True)
        return contact_html(page, line, contact, page.own_text(line.label or line.service or ""))

    def item(self, line: Line, chain: Sequence[Region], contact: Contact) -> Markup:
        """Return a line as an item of a list."""
        page = self._page
        if contact.only_from is not None:
            return self._elsewhere(line, contact.only_from)
        named = [page.own(one) for one in (line.label, line.service) if one is not None]
        facts = [
            joined([self._term(key), element("dd", value)])
            for key, value in self._facts_of(line, chain, contact)
        ]
        steps = [element("li", one) for one in self._steps(line)]
        said = [element("li", one) for one in self._said(line, contact)]
        requests = [self._request(one) for one in line.requests]
        return element(
            "li",
            element("p", joined([self._contact(line, contact), *named], CLAUSES)),
            self._codes.code(contact) if self._codes is not None else None,
            element("ul", *steps, class_="sl-steps") if steps else None,
            element("dl", *facts, class_="sl-facts") if facts else None,
            element("ul", *said, class_="sl-caveats") if said else None,
            *requests,
            class_="sl-line",
            data_line=line.id,
        )

    def _elsewhere(self, line: Line, only_from: Sequence[str]) -> Markup:
        """Return a line that cannot be used from there, and from where it can."""
        page = self._page
        names = [page.own(one) for one in (line.published_as, line.label) if one is not None]
        if only_from:
            key, places = self._reached_from(only_from)
            names.append(joined([page.label(key), places], ": "))
        return element("li", joined(names, CLAUSES), class_="sl-line", data_line=line.id)

    def _contact(self, line: Line, contact: Contact) -> Markup:
        page = self._page
        if contact.refused is not None:
            return joined([page.own(line.published_as), page.sentence(contact.refused)], ": ")
        name = page.own_text(line.label or line.service or "")
        return contact_html(page, line, contact, name)

    def _facts_of(self, line: Line, chain: Sequence[Region], contact: Contact) -> Iterator[Fact]:
        page, facts = self._page, self._facts
        if line.channel != "phone":
            yield "channel", page.label(f"channel_{line.channel}")
        desks = desks_told(facts, line)
        if desks:
            yield "desk", page.listed([page.own(words_of(facts, "desk", one)) for one in desks])
        yield "language", self._languages(line, chain)
        if line.channel == "phone" and contact.refused is None:
            yield "cost", page.label(f"cost_{contact.cost}")
        if not line.is_live and not has_hours(line):
            yield "hours", page.label("takes_messages_always")
        yield from self._limits(line, contact)
        if line.send is not None:
            yield "write_first", page.own(line.send)
        for one in promises_of(facts, line, chain):
            within = page.said("span", Phrase(str(one.within), WRITTEN_IN))
            yield "first_answer", joined([within, self.for_whom(one.only_for)])
        if contact.refused is None and line.published_as != contact.shown:
            yield "printed", page.own(line.published_as)
        if line.source is not None:
            source = next(one for one in facts.sources if one.id == line.source)
            yield "source", link(source.url, page.own(source.title))

    def _limits(self, line: Line, contact: Contact) -> Iterator[Fact]:
        """Yield when and for whom a line is to be used, where that is not always and by all."""
        page = self._page
        if line.fallback_when is not None:
            yield "when", page.own(line.fallback_when)
        if line.valid_from is not None:
            yield "valid_from", self._times.day(line.valid_from)
        if line.valid_until is not None:
            yield "valid_until", self._times.day(line.valid_until)
        for name, values in limits_of_line(line):
            yield "only_for", self.values(name, values)
        if line.serves_parts:
            yield "only_for", digits(", ".join(line.serves_parts))
        reach = (*(line.dialable_from or ()), *line.dialable_from_parts)
        if reach == (ANYWHERE,):
            yield "used_from", page.label("anywhere")
        elif reach and contact.refused is None:
            yield self._reached_from(reach)

    def _places(self, reach: tuple[str, ...]) -> Fact:
        """Return from where a number can be used, or from where not if that is shorter."""
        others = sorted(known_countries().difference(reach))
        key, places = ("used_from", reach) if len(reach) < len(others) else ("not_from", others)
        return key, self._page.listed([self._place(one) for one in places])

    def _place(self, code: str) -> Markup:
        return digits(code) if "-" in code else joined([self._page.country(code)])

    def values(self, name: str, values: Sequence[str]) -> Markup:
        """Return values of what a caller may say, by their names."""
        page = self._page
        if name == "language":
            return page.listed([page.language(one) for one in values], "or")
        words = [words_of(self._facts, name, one) for one in values]
        return page.listed([page.own(one.replace("_", " ")) for one in words], "or")

    def for_whom(self, condition: Mapping[str, tuple[str, ...]]) -> Markup | None:
        """Return for whom something is, behind it in brackets; None if it is for all."""
        if not condition:
            return None
        parts = [self.values(*one) for one in limits_of(condition)]
        return joined([" (", self._page.label("if_whom", what=joined(parts, ", ")), ")"])

    def _languages(self, line: Line, chain: Sequence[Region]) -> Markup:
        page = self._page
        found = []
        is_stated = bool(languages_of(line, chain))
        for tag in spoken_on(self._facts, line, chain):
            mode = line.language_modes.get(tag, "native")
            remark = "assumed" if not is_stated and not line.speaks_any else ""
            remark = f"by_{mode}" if mode != "native" else remark
            name = [page.language(tag)]
            found.append(joined([*name, *([" (", page.label(remark), ")"] if remark else [])]))
        if line.speaks_any:
            mode = line.language_modes[ANY_LANGUAGE]
            how = [" (", page.label(f"by_{mode}"), ")"] if mode != "native" else []
            found.append(joined([page.label("any_language"), *how]))
        return page.listed(found) if found else page.label("no_language")

    def _said(self, line: Line, contact: Contact) -> Iterator[Markup]:
        """Yield what is to be known of a line before relying on it."""
        page = self._page
        if line.via is not None:
            yield page.sentence(caveats.via(line))
        known = contact.caveats
        if contact.refused is not None:
            known = tuple(caveats.of_number(line))
        yield from (page.sentence(one) for one in known)
        if line.languages_confidence != "high" and line.languages:
            yield page.sentence(caveats.language_inferred(line))

    def _steps(self, line: Line) -> Iterator[Markup]:
        for one in line.steps:
            yield joined([self._page.label("then"), self._step(one)], " ")

    def _step(self, step: Step) -> Markup:
        page = self._page
        parts = []
        if step.only_for:
            limits = limits_of(dict(step.only_for))
            whom = joined([self.values(*one) for one in limits], ", ")
            parts.append(joined([page.label("only_if", what=whom), ":"]))
        if step.action == "press":
            key = "step_press" if step.label else "step_press_alone"
            parts.append(page.label(key, keys=digits(step.press), name=page.own(step.label)))
        else:
            parts.append(page.label(f"step_{step.action}", what=page.own(step.text)))
            if step.label:
                parts.append(joined(["(", page.own(step.label), ")"]))
        if step.languages:
            spoken = page.listed([page.language(tag) for tag in step.languages])
            parts.append(joined(["(", spoken, ")"]))
        return joined(parts, " ")

    def _request(self, one: Request) -> Markup:
        """Return a kind of request that a line takes, with what it wants to know."""
        page, facts = self._page, self._facts
        things = {thing.id: thing for thing in facts.prepare}
        rows: list[Fact] = [] if one.when is None else [("when", page.own(one.when))]
        for key, wanted in (("needed", one.wants), ("helps", one.helps)):
            named = [page.own(things[thing].text) for thing in wanted if thing in things]
            if named:
                rows.append((key, page.listed(named)))
        if one.desk is not None:
            rows.append(("desk", page.own(words_of(facts, "desk", one.desk))))
        levels = (level for level in facts.levels if level.id == one.level)
        rows += [("goes_to", page.own(level.name)) for level in levels]
        parts = [joined([self._term(key), element("dd", value)]) for key, value in rows]
        head = joined([page.label("request"), page.own(one.name)], ": ")
        return element(
            "div",
            element("p", head, self.for_whom(one.only_for)),
            element("dl", *parts, class_="sl-facts") if parts else None,
            class_="sl-request",
            data_request=one.id,
        )
