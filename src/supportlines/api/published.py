"""What a directory publishes of itself: a part of a page, and data for search engines."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Sequence

from supportlines.errors import WrongTypeError, check_text
from supportlines.lookup import Question, caller_of
from supportlines.values import Value

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.directory import Facts


class Published(Value):
    """A directory that can be shown whole."""

    __slots__ = ()

    _facts: Facts

    def html(
        self,
        locale: str = "en",
        *,
        countries: Sequence[str] | None = None,
        since: date | None = None,
        qr: bool = False,
        heading_level: int = 2,
    ) -> Markup:
        """Return the directory as a part of a page, which templates take as safe.

        It is timeless: whom to call from each country, in which languages, the hours of a week
        and the days on which they are otherwise, what to have ready, and the sources. It is
        complete without script and style, and has no ids.

        Args:
            locale: For the names of countries, languages and days; other words are English.
            countries: ISO 3166-1 codes of those that are wanted; by default all.
            since: Closures and other hours of single days are told from this day on; by default
                from the last day on which a source was read.
            qr: Whether each number has a QR code, for paper; needs the extra `qr`.
            heading_level: Of the first heading, 1 to 4.

        Raises:
            SupportlinesError: If there is no such locale or country, if an argument is of another
                type, and if the package of QR codes is not there.

        >>> import supportlines
        >>> page = supportlines.load().html("de", countries=["NZ"])
        >>> "Neuseeland" in page, "Deutschland" in page
        (True, False)
        """
        from supportlines.places import parse_locale
        from supportlines.render.html.directory import directory_html

        check_text("locale", locale, 'a locale such as "pt-BR"')
        wanted = None
        if countries is not None:
            wanted = [caller_of(self._facts, Question(one)).country for one in countries]
        if isinstance(heading_level, bool) or heading_level not in (1, 2, 3, 4):
            raise WrongTypeError.of("heading_level", heading_level, "a whole number from 1 to 4")
        return directory_html(
            self._facts,
            locale=parse_locale(locale),
            countries=wanted,
            since=_checked_day(since),
            qr=qr,
            heading_level=heading_level,
        )

    def json_ld(self, *, page: str | None = None, since: date | None = None) -> dict[str, Any]:
        """Return the directory as JSON-LD of schema.org: an organisation with contact points.

        It is timeless. Hours have no zone there, and what else it cannot carry is left out;
        `supportlines export jsonld` lists it.

        Args:
            page: Address of the page that embeds it, on which the ids hang; by default that of
                the organisation, or of the first source.
            since: Closures and other hours of single days are told from this day on; by default
                from the last day on which a source was read.

        >>> import supportlines
        >>> points = supportlines.load().json_ld()["contactPoint"]
        >>> points[0]["telephone"], points[0]["areaServed"]
        ('+18884673342', ['CA', 'US'])
        """
        from supportlines.render.json_ld import organization

        if page is not None:
            takes = 'an address such as "https://example.com/support"'
            check_text("page", page, takes)
            if not page.startswith(("https://", "http://")) or any(map(str.isspace, page)):
                raise WrongTypeError.of("page", page, takes)
        return organization(self._facts, page=page, since=_checked_day(since))[0]


def _checked_day(since: date | None) -> date | None:
    if since is not None and (not isinstance(since, date) or isinstance(since, datetime)):
        raise WrongTypeError.of("since", since, "a date, such as date(2026, 11, 30)")
    return since
