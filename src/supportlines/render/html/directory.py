"""A directory as a part of a page: timeless, so that it may be kept for as long as the facts hold.

Region by region, and in each country by country: whom to call, in which languages, at which hours,
and on which days they are otherwise. Nothing in it says "now" or "tomorrow".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator

from supportlines.render.html.card_hours import CardHours
from supportlines.render.html.cards import CardMaker
from supportlines.render.html.guidance import GuidanceHtml
from supportlines.render.html.line_block import LineHtml
from supportlines.render.html.markup import element, joined
from supportlines.render.html.other_days import OtherDaysHtml
from supportlines.render.html.page import CLAUSES, Page
from supportlines.render.html.qr import QrCodes
from supportlines.render.html.times import TimesHtml
from supportlines.render.html.weeks import WeeksHtml

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from supportlines.directory import Facts, Guess, Region

_DEEPEST = 6


def directory_html(
    facts: Facts,
    *,
    locale: str = "en",
    countries: Iterable[str] | None = None,
    since: date | None = None,
    qr: bool = False,
    heading_level: int = 2,
    has_name: bool = True,
) -> Markup:
    """Return *facts* as one element, complete without script and style.

    It has no ids, and its classes begin with `sl-`; on paper each `sl-card` is meant for a page.

    Args:
        facts: The directory.
        locale: An identifier of Babel, as of `parse_locale`.
        countries: Codes of the countries whose cards are wanted; all by default.
        since: Closures and other hours of single days are told from this day on; by default from
            the last day on which a source was read.
        qr: Whether numbers have a QR code; needs segno.
        heading_level: Of its first heading, from 1 to 4; those inside are deeper.
        has_name: Whether that is the directory's name; if not, the page has told it before.
    """
    first_day = since or max(source.read_on for source in facts.sources)
    wanted = None if countries is None else frozenset(countries)
    made = _DirectoryHtml(facts, Page(locale), first_day, wanted, qr=qr)
    return made.whole(heading_level, has_name=has_name)


class _DirectoryHtml:
    def __init__(
        self, facts: Facts, page: Page, since: date, wanted: frozenset[str] | None, *, qr: bool
    ) -> None:
        self._facts = facts
        self._page = page
        self._wanted = wanted
        times = TimesHtml(page)
        self._lines = LineHtml(facts, page, times, QrCodes() if qr else None)
        weeks, days = WeeksHtml(facts, page, times), OtherDaysHtml(page, times)
        hours = CardHours(facts, page, self._lines, times, weeks, days, since)
        self._cards = CardMaker(facts, page, self._lines, hours)

    def whole(self, level: int, *, has_name: bool) -> Markup:
        page, facts = self._page, self._facts
        name = element(f"h{level}", page.own(facts.name), class_="sl-name") if has_name else None
        inner = level + 1 if has_name else level
        beside = GuidanceHtml(facts, page, self._lines.for_whom, inner)
        return element(
            "article",
            name,
            beside.publisher(),
            beside.self_help(),
            beside.tiers(),
            beside.questions(),
            *(self._region(one, inner) for one in facts.regions),
            *self._guesses(inner),
            beside.prepare(),
            beside.levels(),
            beside.promises(),
            beside.not_for(),
            beside.sources(),
            class_="sl-directory",
            data_directory=facts.id,
            **page.root,
        )

    def _region(self, region: Region, level: int) -> Markup | None:
        """Return a region with its cards and the regions inside it; None if nothing is wanted."""
        page = self._page
        deeper = min(level + 1, _DEEPEST)
        parts = [
            *(self._cards.html(one, deeper) for one in self._cards.cards(region, self._wanted)),
            *filter(None, (self._region(one, deeper) for one in region.regions)),
        ]
        if not parts:
            return None
        said = [page.own(region.name_note)] if region.name_note is not None else []
        if region.published_as is not None and region.published_as != region.name:
            said.insert(0, joined([page.label("printed"), page.own(region.published_as)], ": "))
        return element(
            "section",
            element(f"h{level}", page.own(region.name), class_="sl-region-name"),
            element("p", joined(said, CLAUSES), class_="sl-note") if said else None,
            *parts,
            class_="sl-region",
            data_region=region.id,
        )

    def _guesses(self, level: int) -> Iterator[Markup]:
        """Yield what the directory names to callers from countries in no region."""
        shown = [one for one in self._facts.guesses if self._of(one)]
        if shown:
            yield self._page.heading(level, "perhaps")
            yield element("ul", *map(self._guess, shown), class_="sl-guesses")

    def _of(self, guess: Guess) -> list[str]:
        wanted = self._wanted
        return [one for one in guess.countries if wanted is None or one in wanted]

    def _guess(self, guess: Guess) -> Markup:
        page = self._page
        names = page.listed([page.country(one) for one in self._of(guess)])
        lines = page.listed([self._guessed(one) for one in guess.lines], "or")
        note = [page.own(guess.note)] if guess.note is not None else []
        return element("li", joined([joined([names, lines], ": "), *note], CLAUSES))

    def _guessed(self, identifier: str) -> Markup:
        """Return a line with its number, as it is from abroad."""
        line, _ = self._facts.line(identifier)
        return joined([self._lines.name(line), " (", self._lines.abroad(line), ")"])
