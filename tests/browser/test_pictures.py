"""The pictures of the docs can be taken again, and the pages on them look as they should."""

from __future__ import annotations

import importlib.util
import re
import struct
from datetime import datetime, timezone
from pathlib import Path

import pytest

import supportlines
from supportlines.web import element

from browsing.pages import Opened

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 60_000


@pytest.fixture(scope="module")
def drawing():
    """Return the script as a module."""
    spec = importlib.util.spec_from_file_location("draw_pages", ROOT / "docs" / "draw_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(drawing, tmp_path_factory):
    """Return the folder with the site of the pictures."""
    folder = tmp_path_factory.mktemp("site")
    drawing.export(folder)
    return folder


def size(png):
    """Return width and height (W3C PNG, 11.2.1)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_every_picture_is_there_and_shown(drawing):
    """Small, and on a page of the docs."""
    shown = "".join(
        path.read_text(encoding="utf-8")
        for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    )
    there = {path.name: path.stat().st_size for path in (ROOT / "docs/images").glob("page_*.png")}

    assert set(there) == {f"page_{name}.png" for name in drawing.PICTURES}
    assert max(there.values()) <= LARGEST
    assert [name for name in there if f"images/{name}" not in shown] == []


@pytest.mark.engines("chromium", why="the pictures are Chromium's")
def test_the_command_takes_them(drawing, folder, engine):
    """As large as those that are there; a page that complains of anything fails."""
    taken = dict(drawing.taken(engine, folder, list(drawing.PICTURES)))

    for name, png in taken.items():
        there = (ROOT / "docs" / "images" / f"page_{name}.png").read_bytes()
        assert size(png) == size(there)


@pytest.fixture
def opened(serve, visit, drawing, folder):
    """Return a function that opens a page of the site, and waits until all elements know."""

    def opened(path, **visitor):
        return Opened(visit(serve(folder), path, at=drawing.AT, **visitor)).settle().page

    return opened


@pytest.mark.parametrize("path", ["/index.html", "/demo.html", "/ar/index.html"])
def test_a_page_is_dark_where_its_visitor_wants_it(opened, path):
    """What it leaves to the browser is so too: the ground, links and pickers."""
    colours = [
        opened(path, dark=dark).evaluate(
            "[getComputedStyle(document.documentElement).colorScheme,"
            " getComputedStyle(document.querySelector('h1')).color]"
        )
        for dark in (False, True)
    ]

    assert colours == [["light dark", "rgb(0, 0, 0)"], ["light dark", "rgb(255, 255, 255)"]]


@pytest.mark.parametrize("path", ["/demo.html", "/en/index.html", "/ar/index.html"])
def test_a_page_fits_a_narrow_screen(opened, path):
    """320 px are also 1280 px at 400 %."""
    page = opened(path, width=320)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_lines_of_text_are_not_too_long(opened):
    """On a wide screen they stand in a column in its middle."""
    page = opened("/en/index.html", width=1600)
    left, right = page.evaluate(
        "(({ left, right }) => [left, right])(document.querySelector('main')"
        ".getBoundingClientRect())"
    )

    assert right - left <= 768
    assert abs((left + right) / 2 - page.evaluate("document.documentElement.clientWidth / 2")) <= 1


def test_words_of_another_direction_stand_at_the_side_of_the_page(opened):
    """English ones on the Arabic page, at the right edge of what they stand in."""
    page = opened("/ar/index.html", zone="Asia/Dubai", width=800)
    found = page.evaluate(
        "[...document.querySelectorAll('[dir=ltr]')].filter((one) => one.checkVisibility()"
        " && getComputedStyle(one).display === 'block').map((one) => {"
        " const range = document.createRange(); range.selectNodeContents(one);"
        " return [one.className, Math.round(one.getBoundingClientRect().right"
        " - range.getBoundingClientRect().right)]; })"
    )

    assert {"sl-ask", "sl-state"} <= {name for name, _ in found}
    assert [one for one in found if one[1]] == []


def test_the_served_style_sheet_says_what_the_readable_one_says(serve, visit):
    """Without comments and indents it has the same rules."""
    source = Path(element.__file__).parent
    readable = "".join(
        (source / name).read_text(encoding="utf-8") for name in ("support-lines.css", "pages.css")
    )
    pages = {
        "/index.html": "<!doctype html><title>Styles</title>"
        '<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css">',
        "/a.css": readable,
        "/b.css": element.style(),
    }
    page = visit(serve(pages=pages)).page
    ours, served = page.evaluate(
        # Of custom properties a browser keeps the blanks.
        "[...document.styleSheets].map((one) =>"
        " [...one.cssRules].map((rule) => rule.cssText.replaceAll(', ', ',')))"
    )

    assert len(ours[0]) > 2_000
    assert ours == served


def test_the_element_of_readme_says_who_answers(serve, visit, drawing, folder):
    """As it stands there, with the exported files where it looks for them."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```html\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    head, _, body = block.partition("<support-lines")
    pages = {
        f"/support/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*.*")
    }
    pages["/index.html"] = (
        f"<!doctype html><html lang=en><title>Mine</title>{head}<support-lines{body}</html>"
    )
    found = Opened(visit(serve(pages=pages), "/", at=drawing.AT, zone="Europe/Madrid")).settle()

    assert found.state == "open"
    assert found.page.text_content(".sl-now .sl-number").endswith("44 20 7946 0456")
    assert found.page.text_content("support-lines > a") == "Support numbers"


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 768])
def test_an_answer_with_the_style_sheet_fits_and_keeps_to_its_side(
    serve, visit, check_accessible, locale, width
):
    """Heads of tables stand above their columns, whatever their language."""
    directory = supportlines.load()
    at = datetime(2026, 12, 1, 18, 30, tzinfo=timezone.utc)
    answer = directory.who_can_i_call("IT", languages=["it"], at=at).html(locale)
    direction = {"en": "ltr", "ar": "rtl"}[locale]
    pages = {
        "/index.html": f'<!doctype html><html lang="{locale}" dir="{direction}" class="sl-site">'
        "<title>Answer</title><meta name=viewport content='width=device-width'>"
        f'<link rel="stylesheet" href="/a.css"><body><main><h1>Answer</h1>{answer}</main>',
        "/a.css": element.style(),
    }
    page = visit(serve(pages=pages), "/", width=width).page
    heads, cells = page.evaluate(
        "['th[scope=col]', 'tbody tr:first-child > *'].map((one) =>"
        " [...document.querySelector('.sl-options').querySelectorAll(one)].map((cell) => {"
        " const range = document.createRange(); range.selectNodeContents(cell);"
        " const { left, right } = range.getBoundingClientRect();"
        " return Math.round(getComputedStyle(document.body).direction === 'rtl' ? right : left);"
        " }))"
    )

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(heads) == 4
    assert max(abs(head - cell) for head, cell in zip(heads, cells)) <= 1
    check_accessible(page)
