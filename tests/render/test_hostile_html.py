"""Hostile texts in a directory do nothing on a page and are read there as they were written."""

from __future__ import annotations

# ruff: noqa: E501 - a row of a table stands on one line
import itertools
import json
from datetime import datetime, timezone

import html5lib
import jinja2
import pytest
from markupsafe import Markup

import supportlines
from supportlines.render.html.markup import element, filled, is_safe_link, link

AT = datetime(2026, 11, 24, 10, tzinfo=timezone.utc)
HEADS = ("", "x", '"', "'", "`", "-->", "]]>", "</", "<!--", "&quot;", "\\", "{{", "%}", "Ünï ")
BODIES = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "<a href=javascript:alert(1)>x</a>", " onmouseover=alert(1) ", "><iframe src=//x>",
    "<style>*{x:expression(1)}</style>", "<base href=//evil.example>", "<form action=//evil.example><button>",
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', "&lt;script&gt;", "&#60;b&#62;", "&copy &amp;amp;",
    "<textarea>", "<title>", "<noscript>", "<plaintext>", "</section></td></table>", "<br><td><tr>",
    "javascript:alert(1)", "{{7*7}}", "{0.__class__} {name}", "%(name)s %s", "${7*7}",
)  # fmt: skip
TAILS = ("", '"', "'", ">", "//", "=")
TEXTS = [f"{head}{body}{tail}" for head, body, tail in itertools.product(HEADS, BODIES, TAILS)]


TAGS = frozenset(
    "section h2 h3 p div dl dt dd ul li table caption thead tbody tr th td footer a span bdi time".split()  # noqa: SIM905
)


def directory_of(words):
    """Return a directory with *words* wherever it takes a text for people."""
    line = {
        "number": "+44 20 7946 0958", "label": words, "notes": [words], "desk": "desk",
        "published_as": words,
        "steps": [
            {"press": "1", "label": words},
            {"say": words}, {"choose": {"en": words, "ru": words}}, {"enter": words}, {"wait": words},
        ],
        "carriers": [words],
    }  # fmt: skip
    others = [
        {"id": "form", "channel": "web_form", "url": "https://support.example/?a='b'&c", "label": words},
        {"id": "own", "channel": "chat", "contact_is": words, "desk": "desk"},
        {"id": "mail", "channel": "email", "email": "help@support.example"},
        {"id": "chat", "channel": "messaging", "service": words, "number": "+44 20 7946 0961"},
        {"id": "letter", "channel": "post", "address": words},
        {"id": "gone", "number": "+44 20 7946 0959", "published_as": words, "dialable_from": ["FR"]},
        {"id": "lost", "unusable": words, "published_as": words},
    ]  # fmt: skip
    return {
        "directory": {
            "id": "hostile", "name": words,
            "sources": [{"id": "page", "title": words, "url": "https://support.example", "read_on": "2026-11-02"}],
        },
        "tiers": {"standard": {"name": words}},
        "severities": ["high", "low"],
        "desks": {"desk": {"name": words, "not_for": [{"what": words, "url": "https://support.example/x"}]}},
        "facets": {"plan": {"name": words, "values": {"one": words, "two": words}}},
        "prepare": [{"id": "thing", "text": words, "for": {"severities": "high"}}],
        "self_help": [{"title": words, "url": "https://support.example/help"}],
        "promises": [{"kind": "cost", "text": words}],
        "regions": [
            {
                "id": "gb", "name": words, "countries": ["GB"], "languages": ["en"],
                "availability": {
                    "standard": [
                        {
                            "hours": "Mo-Fr 09:00-17:00", "notes": [words],
                            "exceptions": [{"on": "2026-11-26", "hours": "off", "reason": words}],
                        },
                        {"hours": "24/7", "severities": ["high"], "notes": [words]},
                    ],
                },
                "lines": [
                    {"id": "line", **line},
                    {"id": "one", "number": "+44 20 7946 0960", "for": {"plan": "one"}, "label": words},
                    *others,
                ],
            }
        ],
    }  # fmt: skip


def loaded(words):
    """Return the directory."""
    return supportlines.loads(json.dumps(directory_of(words)))


def shape_of(element):
    """Return tags and attributes of an element and all within it, without what they say."""
    keys = {
        "href",
        "aria-label",
        "dir",
        "lang",
        "class",
        "data-state",
        "data-at",
        "scope",
        "datetime",
        "aria-hidden",
    }
    assert set(element.keys()) <= keys
    assert element.tag in TAGS
    if element.tag == "a":
        assert is_safe_link(element.get("href"))
    return element.tag, [shape_of(child) for child in element]


def parsed(answer, locale):
    """Return the one element of an answer."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (found,) = list(parser.parseFragment(str(answer.html(locale))))
    return found


def test_hostile_texts_are_inert_and_equal_in_elements():
    """All of them: as a text, in an attribute, in a message, as the text of a link, as a link."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for words in TEXTS:
        message = filled("Call {name}", name=words)
        made = element(
            "p", link("https://support.example", words), message, link(words, ""), title=words
        )

        (found,) = list(parser.parseFragment(str(made)))

        assert [child.tag for child in found] == ["a"], words
        assert (found[0].text, found[0].tail) == (words, f"Call {words}")
        assert found.get("title") == words


def test_hostile_texts_are_inert_and_equal():
    """A page has the elements of a harmless one, and the text in its places."""
    harmless = parsed(loaded("harmless").who_can_i_call("GB", at=AT), "en")
    expected = shape_of(harmless)
    places = sum((one.text or "") == "harmless" for one in harmless.iter("bdi"))
    assert places > 12
    for words in TEXTS[::31]:  # heads, bodies and tails of each kind
        root = parsed(loaded(words).who_can_i_call("GB", at=AT), "en")

        assert shape_of(root) == expected, words
        said = words.strip()
        assert sum((one.text or "").strip() == said for one in root.iter("bdi")) == places, words
        labels = [one.get("aria-label") for one in root.iter("a") if one.get("aria-label")]
        assert any(said in label for label in labels), words


def test_there_are_many_of_them():
    """2,100."""
    assert len(TEXTS) == len(set(TEXTS)) == 14 * 25 * 6


def test_an_answer_is_markup():
    """It is a text that says it is escaped, in any locale."""
    answer = loaded("<b>").who_can_i_call("GB", at=AT)

    assert type(answer.html("ar")) is Markup
    assert "<b>" not in answer.html()


HTML = "<section class="


def test_jinja_takes_it_as_safe():
    """With autoescape on; the same text as a plain one is escaped."""
    answer = loaded("harmless").who_can_i_call("GB", at=AT)
    template = jinja2.Environment(autoescape=True).from_string(
        "{{ answer.html('de') }}|{{ plain }}"
    )

    shown = template.render(answer=answer, plain=str(answer.html("de")))

    assert shown.startswith(str(answer.html("de")) + "|&lt;section")


def test_flask_takes_it_as_safe():
    """In a template that it escapes."""
    flask = pytest.importorskip("flask", reason="Flask wants a newer click than is installed")
    application = flask.Flask("example")
    answer = loaded("harmless").who_can_i_call("GB", at=AT)
    with application.app_context():
        shown = flask.render_template_string("{{ answer.html() }}", answer=answer)

    assert shown == str(answer.html())


def test_django_takes_it_as_safe():
    """Its templates call a method without arguments; a locale is given in the view."""
    from django.template import Context, Engine  # noqa: PLC0415 - takes time

    answer = loaded("harmless").who_can_i_call("GB", at=AT)
    template = Engine().from_string("{{ answer.html }}{{ german }}")

    shown = template.render(Context({"answer": answer, "german": answer.html("de")}))

    assert shown == answer.html() + answer.html("de")
    assert shown.startswith(HTML)
