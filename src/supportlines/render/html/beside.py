"""What stands beside the options on a page: what to say, to have ready, to know of the days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Mapping, Sequence

from supportlines.render.html.markup import digits, element, joined, link, text
from supportlines.render.html.page import CLAUSES

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.lookup import Choice, Result
    from supportlines.render.html.moments import Moments
    from supportlines.render.html.page import Page
    from supportlines.render.shown import AskShown, Shown


class BesideHtml:
    """Writes what an answer says beside its options, section by section."""

    def __init__(
        self, answer: Result, shown: Shown, page: Page, moments: Moments, level: int
    ) -> None:
        self._answer = answer
        self._shown = shown
        self._page = page
        self._moments = moments
        self._level = level

    def _section(
        self, key: str, *parts: Markup | None, name: str = "ul", class_: str
    ) -> Markup | None:
        """Return a heading with a list under it; None if there is nothing in it."""
        found = [part for part in parts if part is not None]
        if not found:
            return None
        return joined([self._page.heading(self._level, key), element(name, *found, class_=class_)])

    def self_help(self) -> Markup | None:
        """Return the pages to read first, before any line."""
        items = [
            element("li", link(one.url, self._page.own(one.title)), self._for_whom(one.only_for))
            for one in self._answer.self_help
        ]
        return self._section("read_first", *items, class_="sl-self-help")

    def asks(self, key: str, asks: Sequence[AskShown]) -> Markup | None:
        """Return what the caller could say, with what each reply gives."""
        items = [
            part
            for asked in asks
            for part in (element("dt", self._page.own(asked.ask.name)), *self._replies(asked))
        ]
        return self._section(key, *items, name="dl", class_="sl-asks")

    def _replies(self, asked: AskShown) -> Iterable[Markup]:
        if not asked.choices:  # all give the same, and one of them must be said
            names = [self._page.own(one.name) for one in asked.ask.choices[:_CHOICES]]
            more = len(asked.ask.choices) - len(names)
            if more > 0:
                names.append(self._more(more))
            yield element("dd", self._page.listed(names, "or"))
            return
        for choice in asked.choices:
            yield element("dd", self._choice(choice))
        if asked.more:
            yield element("dd", self._more(asked.more))

    def _more(self, count: int) -> Markup:
        return self._page.label("more", count=str(count))

    def _choice(self, choice: Choice) -> Markup:
        """Return what one reply gives: another line, another state, another time."""
        page = self._page
        name = digits(choice.value)
        if page.own_text(choice.name) != choice.value:
            name = joined([name, " (", page.own(choice.name), ")"])
        return joined([name, joined(self._result(choice), ", ")], ": ")

    def _result(self, choice: Choice) -> list[Markup]:
        page = self._page
        if choice.line is None:
            return [page.label("short_no_line" if choice.state == "no_line" else "short_unknown")]
        way = page.own(choice.contact or choice.line)
        if choice.dial is not None:
            way = digits(choice.dial, "sl-dial")
        if choice.state == "no_line":
            return [joined([page.label("perhaps_line"), way], " ")]
        state = self._state(choice)
        return [state] if self._shown.is_best(choice) else [way, state]

    def _state(self, choice: Choice) -> Markup:
        """Return the state of a reply, until when, and by when an answer is promised."""
        page = self._page
        word, without_end = choice.state, choice.state
        if choice.state == "open":
            without_end = "day_and_night"
            if choice.line in self._shown.for_messages:
                word, without_end = "takes_messages", "takes_messages_always"
        elif choice.state == "unknown":
            word = without_end = "short_unknown"
        clauses = [page.label(without_end if choice.changes_at is None else word)]
        if choice.changes_at is not None:
            clauses.append(self._moments.event("until", choice.changes_at))
        if choice.reply_by is not None:
            reply = [page.label("reply"), self._moments.moment(choice.reply_by)]
            clauses.append(joined(reply, ": "))
        return joined(clauses, CLAUSES)

    def coming(self) -> Markup | None:
        """Return what is otherwise in the next days, as far as the state does not say it."""
        page = self._page
        rows = []
        for one in self._answer.coming:
            if one.start <= self._answer.at:
                continue
            is_open = one.state == "open"
            state = "short_unknown" if one.state == "unknown" else one.state
            hours = self._moments.hours(one) if is_open else page.label(state)
            when = self._moments.days(*one.days) if one.days else None
            when = when or self._moments.period(one.start, one.end)
            cells = [element("td", hours), element("td", page.sentence(one.why))]
            rows.append(element("tr", element("th", when, scope="row"), *cells))
        if not rows:
            return None
        heads = [page.labelled("th", key, scope="col") for key in ("when", "hours", "reason")]
        return element(
            "table",
            page.labelled("caption", "coming", class_="sl-heading"),
            element("thead", element("tr", *heads)),
            element("tbody", *rows),
            class_="sl-coming",
        )

    def prepare(self) -> Markup | None:
        """Return what to have ready."""
        items = [
            element("li", self._page.own(one.text), self._for_whom(one.only_for))
            for one in self._answer.prepare
        ]
        return self._section("have_ready", *items, class_="sl-prepare")

    def promises(self) -> Markup | None:
        """Return what the caller may ask to be told."""
        page = self._page
        items = []
        for one in self._answer.promises:
            said = page.label(f"promise_{one.kind}") if one.text is None else page.own(one.text)
            items.append(element("li", said, self._for_whom(one.only_for)))
        return self._section("ask_for", *items, class_="sl-promises")

    def not_for(self) -> Markup | None:
        """Return what the desk is not for, and where to go with that."""
        page = self._page
        items = []
        for one in self._answer.not_for:
            where = [page.own(one.name)] if one.name is not None else []
            where += [link(one.url, digits(one.url))] if one.url is not None else []
            instead = joined([" → ", joined(where, ", ")]) if where else None
            items.append(element("li", page.own(one.what), instead))
        return self._section("not_for", *items, class_="sl-not-for")

    def withheld(self) -> Markup | None:
        """Return what is listed and no option, with why."""
        page = self._page
        withheld = self._answer.withheld
        items = []
        for line, reason in withheld:
            said = reason.say_in(page.locale)
            why = page.said("span", said)
            items.append(element("li", joined([page.own(line.published_as), why], ": ")))
        called = all(line.channel == "phone" for line, _ in withheld)
        key = "not_dialled" if called else "not_usable"
        return self._section(key, *items, class_="sl-withheld")

    def caveats(self) -> Markup | None:
        """Return what concerns the answer or its best option, each thing once."""
        page = self._page
        items = [page.said("li", one.say_in(page.locale)) for one in self._shown.caveats()]
        return self._section("caveats", *items, class_="sl-caveats")

    def _for_whom(self, condition: Mapping[str, tuple[str, ...]]) -> Markup | None:
        """Return for whom something is, as far as the caller did not say it."""
        page = self._page
        unsaid = [
            page.listed([page.own(one) for one in names], "or")
            for names in self._shown.unsaid(condition)
        ]
        if not unsaid:
            return None
        return joined([text(" ("), page.label("if_whom", what=joined(unsaid, ", ")), ")"])


_CHOICES = 6
"""Of more replies nobody reads all."""
