"""The pages of a site: complete without script, and true at the moment of reading with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Mapping

from markupsafe import Markup

from supportlines.languages import language_name
from supportlines.places import country_name
from supportlines.render.html.directory import directory_html
from supportlines.render.html.markup import element, joined
from supportlines.render.html.page import Page
from supportlines.texts import within
from supportlines.web.element import markup
from supportlines.web.feed.wording import tag_of
from supportlines.web.site.cases import cases_of
from supportlines.web.site.plan import SCRIPT, SMALL_STYLE, STYLE

if TYPE_CHECKING:
    from supportlines.web.site.plan import SitePlan

_DOCTYPE = Markup("<!doctype html>\n")
_MODULE = Markup('<script type="module" src="{}" integrity="{}" crossorigin="anonymous"></script>')
_DATA = Markup('<script type="application/ld+json">{}</script>')


def directory_page(plan: SitePlan, locale: str, hashes: Mapping[str, str], json_ld: str) -> bytes:
    """Return the page of a locale: every line, the element around it, and JSON-LD."""
    facts = plan.directory.facts
    content = directory_html(facts, locale=locale, has_name=False)
    body = markup(plan.directory, locale, base_url="../", content=content)
    # `script_json` has escaped all that HTML knows.
    data = _DATA.format(Markup(json_ld))  # noqa: S704
    return _page(plan, locale, hashes, "../", body, data)


def snippet(plan: SitePlan, locale: str, hashes: Mapping[str, str]) -> bytes:
    """Return what is pasted into a page of one's own: the element with its pickers."""
    base = plan.base_url or "/"
    found = [
        *_loaded(hashes, base, SMALL_STYLE),
        markup(
            plan.directory,
            locale,
            base_url=base,
            content=element(
                "p", element("a", within(plan.directory.name, locale), href=_address(base, locale))
            ),
        ),
    ]
    return _bytes(joined(found, "\n"))


def _address(base: str, locale: str) -> str:
    return f"{base}{tag_of(locale)}/index.html"  # not every server looks for one in a folder


def start_page(plan: SitePlan, hashes: Mapping[str, str]) -> bytes:
    """Return the page that leads to those of the locales."""
    links = [
        element(
            "li",
            element(
                "a", language_name(tag_of(one), one), href=f"{tag_of(one)}/", hreflang=tag_of(one)
            ),
            lang=tag_of(one),
        )
        for one in plan.locales
    ]
    return _page(plan, plan.locales[0], hashes, "", element("ul", *links))


def demonstration(plan: SitePlan, hashes: Mapping[str, str]) -> bytes:
    """Return a page that shows the element in the ways in which it can be used."""
    return _page(plan, plan.locales[0], hashes, "", joined(_shown(plan), "\n"))


def _shown(plan: SitePlan) -> Iterator[Markup]:
    """Yield headings and elements: one of the visitor's choice, then a country for each case."""
    locale = plan.locales[0]
    marks = Page(locale).marks("en")
    yield element("h2", "Whoever reads this: country and language are the visitor's", **marks)
    yield markup(plan.directory, locale)
    for one in cases_of(plan):
        tier = {} if one.tier is None else {"tier": one.tier}
        closed = {} if one.when_closed == "show" else {"when-closed": one.when_closed}
        said = {"country": one.country, **tier, **closed}
        tag = " ".join(["<support-lines", *(f'{name}="{value}"' for name, value in said.items())])
        yield element("h2", one.title, **marks)
        yield element(
            "p", country_name(one.country, locale), " ", element("code", f"{tag}>", dir="ltr")
        )
        yield markup(
            plan.directory,
            locale,
            country=one.country,
            when_closed=one.when_closed,
            attributes=tier,
            has_pickers=False,
        )


def _page(
    plan: SitePlan,
    locale: str,
    hashes: Mapping[str, str],
    base: str,
    body: Markup,
    *head: Markup,
) -> bytes:
    page = Page(locale)
    name = within(plan.directory.name, locale)
    parts = [
        element("meta", charset="utf-8"),
        element("meta", name_="viewport", content="width=device-width"),
        element("meta", name_="color-scheme", content="light dark"),
        element("title", name),
        element("link", rel="icon", href=f"{base}icon.svg"),
        *(_loaded(hashes, base) if hashes else ()),
        *head,
    ]
    whole = element(
        "html",
        "\n",
        element("head", "\n", joined(parts, "\n"), "\n"),
        "\n",
        element("body", "\n", element("main", "\n", element("h1", name), "\n", body, "\n"), "\n"),
        "\n",
        class_="sl-site",
        **page.root,
    )
    return _bytes(_DOCTYPE + whole)


def _loaded(hashes: Mapping[str, str], base: str, style: str = STYLE) -> list[Markup]:
    """Return the elements that load style sheet and script, and nothing else than these."""
    return [
        element(
            "link",
            rel="stylesheet",
            href=f"{base}{style}",
            integrity=hashes[style],
            crossorigin="anonymous",
        ),
        _MODULE.format(f"{base}{SCRIPT}", hashes[SCRIPT]),
    ]


def _bytes(html: Markup) -> bytes:
    return f"{html}\n".encode()
