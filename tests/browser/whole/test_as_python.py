"""A page of the whole shipped directory shows what Python answers, at every edge of 93 days."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import replace
from datetime import datetime, timezone

import pytest

from browsing.answering import (
    COUNTRIES,
    LANGUAGES,
    PREFIXES,
    Compared,
    around,
    caller,
    compare,
    countries_of,
    feed_of,
    page_in_node,
    tiers_of,
)
from browsing.needs import program

CALLERS = 4
"""Of each country and tier; each of them is asked for every fourth edge."""

VISITORS_ZONE = "America/St_Johns"
IN_BROWSER = ("AU", "BR", "CA", "DE", "IN", "KZ", "QA", "US")
DECISIONS = 50_000

PAGE = """<!doctype html>
<html lang="en"><head><title>Lines</title>
<script type="module" src="/support-lines.min.js"></script></head>
<body><support-lines directory="/" locale="en">{picker}</support-lines>
{islands}</body></html>
"""
PICKER = '<select name="calling-from" aria-label="Calling from">{}</select>'
OPTION = '<option value="{}" data-prefix="{}">'
ISLAND = '<script type="application/json" data-support-lines="/{path}">{content}</script>\n'

LISTEN = """
addEventListener("support-lines-change", ({ detail }) => { window.told = detail; });
"""

DECIDE = """async (cases) => {
  const element = document.querySelector("support-lines");
  const found = [];
  for (const [said, at] of cases) {
    for (const name of element.getAttributeNames()) {
      if (!["directory", "locale", ...Object.keys(said)].includes(name)) {
        element.removeAttribute(name);
      }
    }
    for (const name in said) element.setAttribute(name, said[name]);
    Date.now = () => at * 1e3;
    element.setAttribute("title", at);
    for (let i = 0; i < 4; i += 1) await 0; // the element looks when the page has done its work
    found.push([element.getAttribute("state"), window.told.options.map((option) =>
      [option.line, option.dial, option.uri || null, option.state])]);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def page(request, exported):
    """What asks node what a page shows."""
    with page_in_node(exported, program(request.config, ["node", "nodejs"], "nodejs")) as page:
        yield page


def compared(page, directory, folder, asked_of):
    """Return how many answers of all countries were compared, and the first that differ."""
    count, wrong = 0, []
    for country in countries_of(folder):
        feed = feed_of(folder, country)
        draw = random.Random(country)  # noqa: S311 - for tests
        found = compare(page, directory, feed, asked_of(draw, feed))
        count += found.count
        wrong += found.wrong
    return count, wrong


def test_at_every_edge(page, directory, exported):
    """A second before, at it and after: all countries, both tiers, some zones, from anywhere."""

    def asked_of(draw, feed):
        for tier in tiers_of(feed):
            callers = [caller(draw, feed, tier=tier) for _ in range(CALLERS)]
            for place, at in enumerate(around(feed)):
                yield (*callers[place // 3 % CALLERS], at)

    count, wrong = compared(page, directory, exported, lambda *of: list(asked_of(*of)))

    assert wrong == []
    assert count > 200_000


def test_in_whole_order_for_ten_thousand_callers(page, directory, exported):
    """Who read this and that, best first, say some of what is asked, and stand anywhere."""

    def asked_of(draw, feed):
        near = around(feed)
        return [
            (*caller(draw, feed, languages=draw.choice(LANGUAGES)), draw.choice(near))
            for _ in range(50)
        ]

    count, wrong = compared(page, directory, exported, asked_of)

    assert wrong == []
    assert count > 10_000


def test_what_is_pressed_from_every_country(page, directory, exported):
    """Keys, links and costs: from each of 250 countries, to the lines of all that are listed."""

    def asked_of(draw, feed):
        near = around(feed)
        return [
            (*caller(draw, feed, languages=(), calling_from=place), draw.choice(near))
            for place in COUNTRIES
        ]

    count, wrong = compared(page, directory, exported, asked_of)

    assert wrong == []
    assert count == len(countries_of(exported)) * len(COUNTRIES)
    assert len(COUNTRIES) >= 249


@pytest.mark.parametrize("change", ["edge", "number", "order"])
def test_what_is_wrong_is_found(request, directory, exported, tmp_path, change):
    """An edge that is a minute late, a digit of a number, two options in the other order."""
    (tmp_path / "lines").mkdir()
    shutil.copytree(exported / "words", tmp_path / "words")
    feed = feed_of(exported, "DE")
    draw = random.Random(1)  # noqa: S311 - for tests
    asked = [(*caller(draw, feed, calling_from="FR"), at) for at in around(feed)]
    text = json.dumps(feed)
    if change == "edge":
        feed["from"] += 60
        text = json.dumps(feed)
    elif change == "number":
        text = text.replace('[["+', '[["+9')
    else:
        for place, option in enumerate(feed["options"]):
            option["place"] = len(feed["options"]) - place
        text = json.dumps(feed)
    (tmp_path / "lines" / "DE.json").write_text(text, encoding="utf-8")

    with page_in_node(tmp_path, program(request.config, ["node", "nodejs"], "nodejs")) as page:
        found = compare(page, directory, feed, asked)

    assert found.wrong


def attributes(said, languages, place, country):
    """Return what a page says to the element of a caller."""
    return {
        "country": country,
        "calling-from": place,
        **({"languages": " ".join(languages)} if languages else {}),
        **{name.replace("_", "-"): value for name, value in said.items()},
    }


def as_visitor(question, said, feed):
    """Return the question of who sees the page: their browser adds a zone and a language."""
    zones = [
        zone
        for ask in feed["asks"]
        if ask["name"] == "time_zone"
        for group in ask["groups"]
        for zone in group.split("|")
    ]
    zone = VISITORS_ZONE if VISITORS_ZONE in zones else None
    return replace(
        question,
        time_zone=said.get("time_zone", zone),
        languages=question.languages or ("en-GB",),
    )


def expected_of(answer):
    """Return what programs are told of an answer by the element."""
    return [
        answer.state,
        [
            [
                option.line.id,
                option.contact if option.dial is None else option.dial,
                option.uri,
                option.state,
            ]
            for option in answer.options
        ],
    ]


@pytest.mark.engines("chromium", why="one engine reads the same script 50,000 times")
def test_the_element_decides_as_python_does(serve, visit, directory, exported):
    """50,000 decisions of the module that pages load, with the files in the page itself."""
    paths = ["words/en.json", *(f"lines/{country}.json" for country in IN_BROWSER)]
    islands = "".join(
        ISLAND.format(path=path, content=(exported / path).read_text(encoding="utf-8"))
        for path in paths
    )
    picker = PICKER.format("".join(OPTION.format(*one) for one in PREFIXES.items()))
    site = serve(exported, pages={"/index.html": PAGE.format(islands=islands, picker=picker)})
    page = visit(site, zone=VISITORS_ZONE).page
    page.evaluate(LISTEN)
    found = Compared()
    for country in IN_BROWSER:
        feed = feed_of(exported, country)
        draw = random.Random(country)  # noqa: S311 - for tests
        near = around(feed)
        callers = [caller(draw, feed) for _ in range(60)]
        asked = [
            (*draw.choice(callers), draw.choice(near)) for _ in range(DECISIONS // len(IN_BROWSER))
        ]
        shown = page.evaluate(DECIDE, [[attributes(*said, country), at] for said, _, at in asked])
        for (said, question, at), mine in zip(asked, shown):
            answer = directory.answer(
                as_visitor(question, said[0], feed), at=datetime.fromtimestamp(at, timezone.utc)
            )
            found.add(mine, expected_of(answer), said, at)

    assert found.wrong == []
    assert found.count == DECISIONS
