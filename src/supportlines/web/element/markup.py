"""The HTML that is served round what a page says of its lines: complete without script."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Iterable, Mapping

from supportlines.lookup import UnknownChoiceError
from supportlines.lookup.resolution import languages_of
from supportlines.places import (
    known_countries,
    parse_country,
    parse_locale,
    zones_of,
)
from supportlines.places.zones import names_of_zone
from supportlines.render.html.markup import element
from supportlines.render.html.page import Page
from supportlines.web.abroad import prefixes

if TYPE_CHECKING:
    from markupsafe import Markup

    from supportlines.api import Directory

WHEN_CLOSED = ("show", "hide", "alternatives")
"""What a page may do with lines that are closed."""


def markup(
    directory: Directory,
    locale: str = "en",
    *,
    base_url: str = "",
    country: str | None = None,
    when_closed: str = "show",
    content: Markup | None = None,
    attributes: Mapping[str, str] | None = None,
    has_pickers: bool = True,
) -> Markup:
    """Return the element with its pickers, and *content* inside, which needs no script.

    Args:
        directory: Whose countries and languages can be chosen.
        locale: In which names are written, and whose words file is read.
        base_url: The address of the folder with the files of the export; empty: the page's own.
        country: ISO 3166-1 alpha-2 code; by default the visitor's, by their time zone.
        when_closed: "show", "hide" or "alternatives".
        content: What a page shows without script, such as `directory.html()`.
        attributes: What else the page says of its visitors: {"tier": "premium"}.
        has_pickers: Whether visitors can choose; if not, *country* is to be given.

    Raises:
        UnknownCountryError: There is no such country.
        UnknownLocaleError: CLDR has no words for *locale*.
        UnknownChoiceError: *when_closed* is none of the three.

    >>> import supportlines
    >>> found = markup(supportlines.load(), base_url="/support/", country="MX")
    >>> found[:76]
    Markup('<support-lines directory="/support/" locale="en" country="MX" lang="en" dir=')
    """
    if when_closed not in WHEN_CLOSED:
        raise UnknownChoiceError("when_closed", when_closed, WHEN_CLOSED)
    page = Page(parse_locale(locale))
    said = {
        "directory": base_url or None,
        "locale": page.tag,
        "country": None if country is None else parse_country(country),
        "when_closed": None if when_closed == "show" else when_closed,
        **{name.replace("-", "_"): value for name, value in (attributes or {}).items()},
        **page.root,
    }
    return element(
        "support-lines",
        _form(directory, page) if has_pickers else None,
        element("div", class_="sl-now"),
        element("div", class_="sl-live", role="status"),
        content,
        **said,
    )


def _form(directory: Directory, page: Page) -> Markup:
    """Return the pickers; they are hidden until there is a script that reads them."""
    facts = directory.facts
    named = sorted(known_countries(), key=lambda code: _sorting(page.country(code)))
    listed = [code for code in named if facts.lists(code)]
    tags = {tag for line, chain in facts.lines() for tag in languages_of(line, chain)}
    spoken = sorted(tags, key=lambda tag: _sorting(page.language(tag)))
    pickers = [
        _picker(page, "country", "pick_country", (_country(page, code) for code in listed)),
        _picker(
            page,
            "languages",
            "pick_language",
            (element("option", page.language(tag), value=tag) for tag in spoken),
        ),
        _picker(
            page,
            "calling-from",
            "pick_calling_from",
            (_place(page, code, has_zones=code not in listed) for code in named),
        ),
    ]
    # What was chosen before a reload is not what is shown after it.
    return element("form", *pickers, class_="sl-form", hidden=True, autocomplete="off")


def _picker(page: Page, name: str, label: str, options: Iterable[Markup]) -> Markup:
    none = page.labelled("option", "pick_not_said", value="")
    chosen = element("select", none, *options, name_=name)
    return element("label", page.labelled("span", label, class_="sl-ask"), " ", chosen)


def _country(page: Page, code: str) -> Markup:
    return element("option", page.country(code), value=code, data_zones=_zones(code))


def _place(page: Page, code: str, *, has_zones: bool) -> Markup:
    """Return a country in which a phone may stand, with what goes before a number abroad."""
    prefix = prefixes()[code]
    return element(
        "option",
        page.country(code),
        value=code,
        data_prefix=None if prefix == "+" else prefix,
        data_zones=_zones(code) if has_zones else None,
    )


def _zones(code: str) -> str | None:
    return " ".join(name for zone in zones_of(code) for name in names_of_zone(zone)) or None


def _sorting(name: str) -> str:
    """Return what a name is sorted by: its letters without their marks."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
