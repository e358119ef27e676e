"""An answer as a part of a page: a snapshot that says of which instant it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Mapping

from supportlines.hours import instant_text
from supportlines.render.html.beside import BesideHtml
from supportlines.render.html.markup import digits, element, joined, link
from supportlines.render.html.moments import Moments
from supportlines.render.html.options import OptionHtml
from supportlines.render.html.page import CLAUSES, Page
from supportlines.render.missing import no_other, nobody
from supportlines.render.shown import Shown
from supportlines.words.days import day_words
from supportlines.words.labels import label
from supportlines.words.phrase import WRITTEN_IN, Phrase

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from supportlines.lookup import Result


def answer_html(answer: Result, *, locale: str = "en", heading_level: int = 2) -> Markup:
    """Return *answer* as one element: the best option whole, the others as rows of tables.

    It is complete without script and style, has no ids, and its classes begin with `sl-`.

    Args:
        answer: What to show.
        locale: An identifier of Babel, as of `parse_locale`.
        heading_level: Of its first heading, from 1 to 5; those inside are one deeper.
    """
    return _AnswerHtml(answer, locale, heading_level).whole()


class _AnswerHtml:
    def __init__(self, answer: Result, locale: str, level: int) -> None:
        self._answer = answer
        self._level = level
        self._page = page = Page(locale)
        self._moments = moments = Moments(answer.caller.local_zones, answer.at, page)
        self._shown = shown = Shown(answer)
        self._options = OptionHtml(page, moments, shown, level + 1)
        self._beside = BesideHtml(answer, shown, page, moments, level + 1)

    def whole(self) -> Markup:
        answer, beside, shown = self._answer, self._beside, self._shown
        options = self._options
        return element(
            "section",
            *self._head(),
            beside.self_help(),
            *self._best(),
            options.table(shown.same_contact, "there_too" if self._is_page else "on_same_number"),
            options.table(shown.elsewhere, "if_it_fails"),
            options.table(shown.for_something_else, "for_something_else"),
            self._no_other(),
            options.table(shown.other_ways, "other_ways"),
            options.table(answer.guesses, "perhaps"),
            beside.asks("depends", shown.asked),
            beside.coming(),
            beside.prepare(),
            beside.promises(),
            beside.not_for(),
            beside.withheld(),
            beside.caveats(),
            self._sources(),
            class_="sl-answer",
            data_state=answer.state,
            data_at=instant_text(answer.at),
            **self._page.root,
        )

    @property
    def _is_page(self) -> bool:
        best = self._answer.best
        return best is not None and best.dial is None

    def _head(self) -> Iterable[Markup]:
        """Yield for whom the answer is, of which instant, and by whose clock."""
        page, caller = self._page, self._answer.caller
        yield element(f"h{self._level}", page.country(caller.country), class_="sl-country")
        parts: list[str] = []
        if caller.subdivision is not None:
            parts.append(digits(f"{caller.country}-{caller.subdivision}"))
        if caller.calling_from != caller.country:
            parts.append(joined([page.label("call_from"), page.country(caller.calling_from)], ": "))
        parts += [page.language(tag) for tag in caller.languages]
        said = [caller.tier, caller.desk, caller.severity]
        parts += [digits(one) for one in said if one]
        parts += [digits(f"{name} {value}") for name, value in caller.facets]
        if caller.channels != ("phone",):
            parts += [page.label(f"channel_{one}") for one in caller.channels]
        yield element("p", joined(parts, CLAUSES), class_="sl-asked")
        moments = self._moments
        instant = [moments.as_of(self._answer.at), moments.whose_clock()]
        yield element("p", joined(instant, CLAUSES), class_="sl-as-of")

    def _best(self) -> Iterable[Markup | None]:
        """Yield the option that is shown whole, or why there is none."""
        answer, shown = self._answer, self._shown
        if answer.best is None:
            mark = joined([self._options.mark(answer.state), " "])
            why = self._page.said("span", self._english(nobody(answer, WRITTEN_IN)))
            yield element("p", mark, why, class_=f"sl-state sl-{answer.state.replace('_', '-')}")
            yield self._beside.asks("say_first", shown.asked_first)
        if shown.whole is not None:
            yield self._options.whole(shown.whole)

    def _no_other(self) -> Markup | None:
        if not self._shown.says_that_there_is_no_other:
            return None
        return self._page.said("p", self._english(no_other(self._answer)), class_="sl-no-other")

    def _english(self, sentence: str) -> Phrase:
        return Phrase(sentence, WRITTEN_IN)

    def _sources(self) -> Markup:
        """Return where all of it comes from, and when that was read."""
        page, data = self._page, self._answer.data
        items = []
        for source in data.sources:
            parts = [link(source.url, page.own(source.title), class_="sl-source")]
            if source.version is not None:
                parts.append(self._on("version", source.version))
            parts.append(self._on("read_on", source.read_on))
            items.append(element("li", joined(parts, CLAUSES)))
        versions = [
            digits(data.directory),
            page.label("zone_data", what=digits(data.zone_data_version)),
        ]
        return element(
            "footer",
            page.heading(self._level + 1, "sources"),
            element("ul", *items, element("li", joined(versions, CLAUSES))),
            class_="sl-sources",
        )

    def _on(self, key: str, day: date) -> Markup:
        """Return a day of a source, within the words that say what it is."""
        said = label(key, self._page.locale)
        locale = self._page.values_in(said.locale or WRITTEN_IN)
        words = day_words(locale).day_of_year.text(day)
        values: Mapping[str, str] = {"date": element("time", words, datetime=day.isoformat())}
        return self._page.label(key, **values)
