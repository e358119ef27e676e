"""Hostile texts on the way to a page: as text, attribute, link, JSON-LD, data island and feed.

None runs, none is followed, and all come back equal; also on sites without any policy, where
nothing but the writing of them stands in the way.
"""

from __future__ import annotations

import json
import random
import re
from datetime import datetime, timezone
from urllib.parse import quote

import pytest

import supportlines
from supportlines.render.html.markup import element, joined, link
from supportlines.render.json_ld import script_json
from supportlines.web import element as script
from supportlines.web.site import plan_site, site_files

from browsing.lines import ALWAYS, WORDS, lines
from browsing.pages import Opened
from browsing.site import STRICT_POLICY
from strategies.hostile import HOSTILE

AT = "2026-11-24T10:00:00Z"
PARTS = 6
MIXED = random.Random(1).sample(HOSTILE, len(HOSTILE))  # noqa: S311 - for tests
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Hostile</title>
<script type="module" src="/support-lines.min.js"></script>
<script type="application/ld+json">{json_ld}</script>
<script type="application/json" data-support-lines="/lines/DE.json">{island}</script>
</head><body>
{body}
<support-lines id="feed" country="GB" directory="/" locale="en"></support-lines>
<support-lines id="island" country="DE" directory="/" locale="en"></support-lines>
</body></html>
"""
OTHER = "<!doctype html><html lang=en><title>Other</title><h1>Other</h1>"

READ = """() => {
  const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
  const text = (node) => node.textContent;
  return {
    text: all(".as-text", text),
    attribute: all(".as-attribute", (node) => node.title),
    link: all(".as-link", (node) => node.href),
    json_ld: JSON.parse(document.querySelector("[type='application/ld+json']").textContent).name,
    feed: all("#feed .sl-name", text),
    island: all("#island .sl-name", text),
    contact: all("#feed .sl-number", text),
    labels: all("#feed .sl-now a", (node) => [node.href, node.ariaLabel]),
    news: all("#feed .sl-note", text),
    tags: [...new Set(all("body *", (node) => node.localName))].sort(),
    handlers: all("*", (node) => node.getAttributeNames()).flat()
      .filter((name) => name.startsWith("on")),
  };
}"""


def feed_of(country, texts):
    """Return a file in which each text is name, contact, link and note of a line."""
    options = [
        {
            "line": f"line-{number}",
            "name": text,
            "contact": number,
            "channel": "chat",
            "notes": [["evil", [text]]],
            "place": number,
        }
        for number, text in enumerate(texts)
    ]
    links = [
        text if number % 2 else f"https://support.example/?q={text}"
        for number, text in enumerate(texts)
    ]
    return lines(
        country=country,
        options=options,
        contacts=[[[text, uri, None, None, ""]] for text, uri in zip(texts, links)],
        asks=[],
        answers=[[0, 0, *[0] * len(texts)]],
        choices=[{"options": list(range(len(texts)))}],
        tracks=[[0, ALWAYS]],
    )


def is_linked(number, text):
    """Return whether a line of the feed has a link: no scheme of a script is one."""
    return number % 2 == 0 or re.match(r"(?:https|mailto|sms|tel):", text) is not None


def opened(serve, visit, policy, **pages):
    """Return a page of a site with these pages, and what it asked its visitor."""
    site = serve(
        policy=policy,
        pages={
            "/other.html": OTHER,
            "/support-lines.min.js": script.script(),
            "/support-lines.css": script.style(),
            "/words/en.json": json.dumps(WORDS),
            **pages,
        },
    )
    found = Opened(visit(site, "/other.html", at=AT, zone="Europe/London"))
    found.site, found.dialogs = site, []

    def noted(dialog):
        found.dialogs.append(dialog.message)
        dialog.dismiss()

    found.page.on("dialog", noted)
    found.visit.go("/index.html")
    return found.settle()


@pytest.mark.engines("chromium", why="other drivers tell nothing of what a page asks its visitor")
@pytest.mark.parametrize("policy", [STRICT_POLICY, None], ids=["strict", "no_policy"])
@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_hostile_comes_back_equal(serve, visit, part, policy):
    """Some 3,000 texts, in all six ways."""
    texts = MIXED[part::PARTS]
    body = joined(
        joined(
            [
                element("p", text, class_="as-text"),
                element("p", title=text, class_="as-attribute"),
                link(f"https://support.example/?q={quote(text, safe='')}", "x", class_="as-link"),
                link(text, "y", class_="as-link"),
            ]
        )
        for text in texts
    )
    page = PAGE.format(
        json_ld=script_json({"name": texts}), island=script_json(feed_of("DE", texts)), body=body
    )
    feed = json.dumps(feed_of("GB", texts))
    found = opened(serve, visit, policy, **{"/index.html": page, "/lines/GB.json": feed})

    read = found.page.evaluate(READ)
    found.page.wait_for_timeout(50)  # what would run after an error of loading has done so

    for way in ("text", "attribute", "json_ld", "feed", "island", "contact", "news"):
        assert read[way] == texts
    assert read["link"] == [
        f"https://support.example/?q={quote(text, safe='')}".replace("'", "%27") for text in texts
    ]
    linked = [text for number, text in enumerate(texts) if is_linked(number, text)]
    assert len(linked) > 10
    assert len(read["labels"]) == len(linked)
    schemes = {url.partition(":")[0] for url, _ in read["labels"]}
    assert "https" in schemes
    assert schemes <= {"https", "mailto", "sms", "tel"}
    assert found.dialogs == []
    assert read["handlers"] == []
    assert set(read["tags"]) == {"a", "bdi", "div", "li", "p", "span", "support-lines", "ul"}
    assert set(found.site.requests) <= {
        "/other.html", "/index.html", "/support-lines.min.js", "/lines/GB.json", "/words/en.json",
        "/favicon.ico",
    }  # fmt: skip


def hostile_directory(texts):
    """Return a directory whose lines, notes and reasons are these texts."""
    return supportlines.loads(
        json.dumps(
            {
                "directory": {
                    "id": "hostile",
                    "name": texts[0],
                    "sources": [
                        {
                            "id": "page",
                            "title": texts[1],
                            "url": "https://support.example",
                            "read_on": "2026-11-20",
                        }
                    ],
                },
                "tiers": {"standard": {"name": texts[2]}, "premium": {"name": texts[3]}},
                "regions": [
                    {
                        "id": "gb",
                        "name": texts[4],
                        "countries": ["GB"],
                        "languages": ["en"],
                        "availability": {
                            "standard": [{"hours": "24/7", "notes": [texts[5]]}],
                            "premium": [{"hours": "24/7"}],
                        },
                        "lines": [
                            {
                                "id": f"line-{number}",
                                "number": f"+44 20 7946 0{number:03}",
                                "label": text,
                                "notes": [text],
                            }
                            for number, text in enumerate(texts)
                        ],
                    }
                ],
            }
        ),
        name="hostile.json",
    )


@pytest.mark.engines("chromium", why="other drivers tell nothing of what a page asks its visitor")
@pytest.mark.parametrize("policy", [STRICT_POLICY, None], ids=["strict", "no_policy"])
@pytest.mark.parametrize("path", ["/en/", "/ar/", "/demo.html"])
def test_a_site_of_hostile_texts_does_nothing(serve, visit, path, policy):
    """Made of a directory that the loader takes, as it is handed out."""
    texts = [text.strip() for text in MIXED[::30]]  # as the loader reads them
    plan = plan_site(
        hostile_directory(texts),
        locales=["en", "ar"],
        days=7,
        at=datetime(2026, 11, 24, tzinfo=timezone.utc),
    )
    pages = {f"/{one.path}": one.content for one in site_files(plan) if not isinstance(one, str)}
    pages["/index.html"] = pages[path + "index.html" if path.endswith("/") else path]
    # The page stands at the root here; what it loads is named from where it is.
    pages["/index.html"] = pages["/index.html"].replace(b'"../', b'"/')
    found = opened(serve, visit, policy, **pages)
    page = found.page

    now = page.evaluate(
        "[...document.querySelectorAll('support-lines .sl-now')].map((now) =>"
        " [...now.querySelectorAll('.sl-name, .sl-note')].map((one) => one.textContent))"
    )
    title = page.title()
    loaded = page.evaluate(
        "[...document.scripts].map((one) => [one.type, one.getAttribute('src')])"
    )

    assert found.dialogs == []
    assert title == texts[0]
    assert page.text_content("h1") == texts[0]
    assert [kind for kind, src in loaded if src is None] in ([], ["application/ld+json"])
    assert [text for text in texts if text not in now[0]] == []
    if path != "/demo.html":
        whole = page.text_content("main")
        assert [text for text in texts if text not in whole] == []
        embedded = json.loads(page.text_content("script[type='application/ld+json']"))
        assert embedded["name"] == texts[0]
    assert set(found.site.requests) <= {*pages, "/other.html", "/favicon.ico"}
