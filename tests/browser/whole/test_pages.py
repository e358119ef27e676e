"""The pages of a site as they are handed out: without script, under a strict policy, for everybody.

Each visit fails if its page says anything on the console, or breaks the strict policy of the site.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys

import html5lib
import pytest

from browsing.answering import countries_of
from browsing.pages import Opened
from browsing.visit import instant

AT = "2026-11-24T10:00:00Z"
PAGES = ("en/index.html", "ar/index.html", "demo.html", "index.html")
WITH_ELEMENT = PAGES[:3]


def only_digits(text):
    """Return the digits of a text, and its stars and hashes."""
    return re.sub(r"[^\d*#]", "", text)


def numbers_of(directory, country):
    """Return the numbers of a country, each as pressed there and as from anywhere, by tier."""
    for tier in ("standard", "premium"):
        answer = directory.who_can_i_call(country, tier=tier, at=instant(AT))
        for option in (*answer.options, *answer.other_ways):
            if option.dial is not None:
                yield {only_digits(option.dial), only_digits(option.number or option.dial)}


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_sound_html(exported, path):
    """A strict parser finds nothing wrong."""
    parser = html5lib.HTMLParser(strict=True)

    parser.parse((exported / path).read_bytes(), transport_encoding="utf-8")


@pytest.mark.parametrize("path", WITH_ELEMENT)
def test_a_strict_policy_forbids_nothing(serve, visit, exported, path):
    """Nothing is asked of anybody else, nothing is missing, and all elements say what holds."""
    site = serve(exported)
    found = Opened(visit(site, f"/{path}", at=AT, zone="Europe/Berlin")).settle()
    states = found.page.evaluate(
        "[...document.querySelectorAll('support-lines')].map((one) => one.getAttribute('state'))"
    )

    assert states
    assert set(states) <= {"open", "closed", "unknown", "no_line"}
    assert "open" in states or "closed" in states
    assert found.page.evaluate("document.querySelectorAll('.sl-now .sl-option').length") > 0


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_without_script_every_number_is_there(serve, visit, exported, directory, locale):
    """Of all countries and tiers, to be seen; no picker that would do nothing."""
    page = visit(serve(exported), f"/{locale}/", script=False).page
    shown = {only_digits(line) for line in page.locator("main bdi").all_inner_texts()}
    expected = [
        number for country in countries_of(exported) for number in numbers_of(directory, country)
    ]

    assert len(expected) > 400
    assert [number for number in expected if not number & shown] == []
    assert not page.is_visible("form")


LOOKS = [
    {"width": 320}, {"dark": True}, {"forced_colors": True}, {"dark": True, "width": 320},
]  # fmt: skip


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_pages_keep_nobody_out(serve, visit, exported, check_accessible, locale, look):
    """axe-core finds nothing, and nothing needs sideways scrolling."""
    visitor = {"zone": "Europe/Berlin", "locale": locale, **look}
    found = Opened(visit(serve(exported), f"/{locale}/", at=AT, **visitor)).settle()

    check_accessible(found.page)
    assert found.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_json_ld_of_a_page_is_what_is_exported(serve, visit, exported, locale):
    """And each telephone of it can be seen on the page, as a link."""
    done = subprocess.run(
        [sys.executable, "-m", "supportlines", "export", "jsonld"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    page = visit(serve(exported), f"/{locale}/", script=False).page
    embedded = json.loads(page.text_content("script[type='application/ld+json']"))
    telephones = {point["telephone"] for point in embedded["contactPoint"] if "telephone" in point}
    links = page.locator("main a[href^='tel:']").all()
    visible = {link.get_attribute("href").partition(":")[2] for link in links if link.is_visible()}

    assert embedded == json.loads(done.stdout)
    assert embedded == json.loads((exported / "organization.jsonld").read_text(encoding="utf-8"))
    assert len(telephones) > 50
    assert telephones - visible == set()
