"""One option on a page: whole, or as a row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Sequence, Tuple

from supportlines.errors import one_line
from supportlines.render.html.markup import digits, element, is_safe_link, joined, link, text
from supportlines.render.html.page import CLAUSES, accessible_name
from supportlines.render.shown import IN_THE_FIRST_LINE, languages_shown, shows_cost
from supportlines.render.steps import StepShown, steps_shown

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.lookup import Option
    from supportlines.render.html.moments import Moments
    from supportlines.render.html.page import Page
    from supportlines.render.shown import Shown

    Fact = Tuple[str, Markup]

MARKS = {"open": "●", "closed": "○", "unknown": "?", "no_line": "–"}
"""A state by its shape."""

_OPPOSITES = {("open", "closed"): "closes", ("closed", "open"): "opens"}
"""A state and the next one, where one word says which that is."""

_LEFT_TO_RIGHT = frozenset(["chat", "web_form", "email"])
"""Channels whose contact is an address of a page or of mail."""


class OptionHtml:
    """Writes options for a page."""

    def __init__(self, page: Page, moments: Moments, shown: Shown, level: int) -> None:
        self._level = level
        self._page = page
        self._moments = moments
        self._shown = shown

    def mark(self, state: str) -> Markup:
        """Return the sign of a state, which no screen reader reads: the word stands beside it."""
        return element("span", MARKS[state], class_="sl-mark", aria_hidden="true")

    def whole(self, option: Option) -> Markup:
        """Return an option with its state, what to do, all facts, and why it is one."""
        limits = [one for one in option.caveats if one.code in IN_THE_FIRST_LINE]
        clauses = [*self.clauses(option), *(self._page.sentence(one) for one in limits)]
        facts = [
            joined(
                [
                    self._page.labelled("dt", key),
                    element("dd", value, self._steps(option) if number == 0 else None),
                ]
            )
            for number, (key, value) in enumerate(self._facts(option))
        ]
        reasons = [self._page.said("li", one.say_in(self._page.locale)) for one in option.reasons]
        return element(
            "div",
            element(
                "p",
                self.mark(option.state),
                " ",
                joined(clauses, CLAUSES),
                class_=f"sl-state sl-{option.state}",
            ),
            element("dl", *facts, class_="sl-facts"),
            self._page.heading(self._level, "why") if reasons else None,
            element("ul", *reasons, class_="sl-reasons") if reasons else None,
            class_="sl-option sl-whole",
            data_state=option.state,
        )

    def clauses(self, option: Option, *, in_short: bool = False) -> list[Markup]:
        """Return the state, what makes it so, and what follows."""
        page, state, at = self._page, option.state, option.changes_at
        is_short = in_short and state == "unknown"
        word = page.label("short_unknown" if is_short else state)
        if option.mode == "message" and state == "open":
            if at is None:
                return [page.label("takes_messages_always")]
            event = self._with_reason(self._moments.event("until", at), option)
            then = (
                [] if option.next_state == "closed" else [page.label(f"then_{option.next_state}")]
            )
            return [page.label("takes_messages"), event, *then]
        if at is None:
            return [page.label("day_and_night")] if state == "open" else [word]
        named = self._named_day(option)
        kind = _OPPOSITES.get((state, str(option.next_state)))
        if kind == "closes" and self._moments.is_soon(at):
            time = self._with_reason(self._moments.time(at), option)
            return [page.label("closes_soon"), time]
        event = self._with_reason(self._moments.event(kind or "changes", at), option)
        then = [] if kind else [page.label(f"then_{option.next_state}")]
        return [word, *named, event, *then]

    def _named_day(self, option: Option) -> list[Markup]:
        """Return what the day is called on which nobody answers."""
        if option.state != "closed":
            return []
        names = dict.fromkeys(
            one.values["why"]
            for one in option.reasons
            if one.code == "hours_closed" and "why" in one.values
        )
        return [self._page.own(name) for name in names if isinstance(name, str)]

    def _with_reason(self, event: Markup, option: Option) -> Markup:
        """Return an event with what makes the state after it, in brackets."""
        if option.next_reason is None:
            return event
        return joined([event, " (", self._page.sentence(option.next_reason), ")"])

    def contact(self, option: Option) -> Markup:
        """Return what is used: the keys, the page, the address; a link where there is one."""
        page = self._page
        uri = option.uri or option.tel_uri
        if option.dial is not None:
            shown, plain = digits(option.dial, "sl-dial"), option.dial
        elif option.channel in _LEFT_TO_RIGHT and option.line.contact_is is None:
            shown, plain = digits(option.contact or ""), option.contact or ""
        else:
            shown, plain = page.own(option.contact or ""), page.own_text(option.contact or "")
        if uri is None or not is_safe_link(uri):
            return shown
        if option.dial is None:
            return link(uri, shown, class_="sl-contact")
        said = accessible_name(page, option.channel, self._name(option), one_line(plain))
        if said is None:
            return link(uri, shown, class_="sl-contact")
        name, locale = said
        lang = page.marks(locale).get("lang")
        return link(uri, shown, class_="sl-contact", aria_label=name, lang=lang)

    def _name(self, option: Option) -> str:
        """Return what a line is called, for who hears its link."""
        names = [option.line.label or option.line.service or "", *option.desk_names]
        return next((self._page.own_text(one) for one in names if one), "")

    def _does(self, option: Option) -> str:
        is_own = option.dial is None and option.line.contact_is is not None
        return "does_own" if is_own else f"does_{option.channel}"

    def _facts(self, option: Option) -> Iterator[Fact]:
        """Yield what is said of an option that is shown whole, the contact first."""
        page = self._page
        yield self._does(option), self.contact(option)
        if option.channel != "phone":
            yield "channel", page.label(f"channel_{option.channel}")
        if option.line.service is not None:
            yield "service", page.own(option.line.service)
        if option.desks:
            yield "desk", self._desks(option)
        yield "language", self._languages(option)
        if shows_cost(option):
            yield "cost", page.label(f"cost_{option.cost}")
        if option.reply_by is not None:
            yield "reply", self._moments.moment(option.reply_by)
        used = option.dial if option.dial is not None else page.own_text(option.contact or "")
        if option.published_as not in (used, str(option.contact)):
            yield "printed", page.own(option.published_as)
        uri = option.uri or option.tel_uri
        if uri is not None and uri != option.contact and not is_safe_link(uri):
            yield "link", digits(uri)  # what is linked to, the contact says

    def _desks(self, option: Option) -> Markup:
        return self._page.listed([self._page.own(name) for name in option.desk_names])

    def _languages(self, option: Option) -> Markup:
        """Return the names of languages, each with what is to be known of it in brackets."""
        page = self._page
        tags = languages_shown(option)
        names = page.listed([page.language(tag) for tag in tags])
        remarks = []
        if not option.languages:
            names = page.label("any_language" if option.language_mode else "no_language")
        elif any(caveat.code == "language_assumed" for caveat in option.caveats):
            remarks.append("assumed")
        if option.language_mode in ("interpreter", "best_effort"):
            remarks.append(f"by_{option.language_mode}")
        return joined([names, *(joined([" (", page.label(key), ")"]) for key in remarks)])

    def _steps(self, option: Option) -> Markup | None:
        """Return what to do after contact, as a list."""
        found = [element("li", self._step(one)) for one in steps_shown(option)]
        return element("ul", *found, class_="sl-steps") if found else None

    def _step(self, one: StepShown) -> Markup:
        page, step, names = self._page, one.step, self._shown.names
        parts = [page.label("instead" if one.is_instead else "then")]
        whom = [
            page.listed([page.own(names.get((name, each), each)) for each in values], "or")
            for name, values in step.only_for
        ]
        if whom:
            parts.append(joined([page.label("only_if", what=joined(whom, ", ")), ":"]))
        if step.action == "press":
            key = "step_press" if step.label else "step_press_alone"
            parts.append(page.label(key, keys=digits(step.press), name=page.own(step.label)))
        else:
            parts.append(page.label(f"step_{step.action}", what=page.own(step.text)))
            if step.label:
                parts.append(joined(["(", page.own(step.label), ")"]))
        spoken = page.listed([page.language(tag) for tag in one.languages])
        if spoken and spoken.lower() != text(page.own_text(step.label)).lower():
            parts.append(joined(["(", spoken, ")"]))
        return joined(parts, " ")

    def table(self, options: Sequence[Option], heading: str) -> Markup | None:
        """Return options in short: a row each, under a short text as the name of the table."""
        if not options:
            return None
        page = self._page
        has_cost = any(shows_cost(option) for option in options)
        heads = ["contact", "state", "language", *(["cost"] if has_cost else [])]
        head = [page.labelled("th", key, scope="col") for key in heads]
        rows = [self._row(option, has_cost=has_cost) for option in options]
        return element(
            "table",
            page.labelled("caption", heading, class_="sl-heading"),
            element("thead", element("tr", *head)),
            element("tbody", *rows),
            class_="sl-options",
        )

    def _row(self, option: Option, *, has_cost: bool) -> Markup:
        page = self._page
        state = [self.mark(option.state), " ", joined(self.clauses(option, in_short=True), CLAUSES)]
        cost = page.label(f"cost_{option.cost}") if shows_cost(option) else None
        return element(
            "tr",
            element("th", self.contact(option), self._aside(option), scope="row"),
            element("td", *state, class_=f"sl-state sl-{option.state}"),
            element("td", self._languages(option)),
            element("td", cost) if has_cost else None,
            data_state=option.state,
        )

    def _aside(self, option: Option) -> Markup | None:
        """Return what else is said of an option in short: below its contact."""
        page = self._page
        items = []
        if option.channel != "phone":
            service = option.line.service
            named = page.own(service) if service else page.label(f"channel_{option.channel}")
            items.append(element("li", named))
        if option.desks:
            items.append(element("li", self._desks(option)))
        if option.reply_by is not None:
            reply = [page.label("reply"), self._moments.moment(option.reply_by)]
            items.append(element("li", joined(reply, ": ")))
        items += [element("li", self._step(one)) for one in steps_shown(option)]
        caveats = self._shown.caveats_of(option)
        items += [page.said("li", one.say_in(page.locale), class_="sl-caveat") for one in caveats]
        return element("ul", *items, class_="sl-aside") if items else None
