"""How the element is seen, and used by people who do not see: sizes, directions, colours, paper."""

from __future__ import annotations

import json

import pytest

from browsing.lines import lines, only
from browsing.pages import FORM, page
from browsing.site import Answer

MIXED = lines()
MIXED["choices"][0]["guesses"] = [2]
MIXED["options"][1]["notes"] = [["note_only_for", "North"]]

AT = {
    "open": "2026-11-24T10:00:00Z",
    "closed": "2026-11-24T20:00:00Z",
    "stale": "2027-11-24T20:00:00Z",
}


WIDTHS = (768, 320)
"""Pixels, beside the usual 1280."""

FILES = {
    "closed": json.dumps(only({"options": [0]}, 0)),
    "no_line": json.dumps(only({"options": [], "guesses": [0]}, 0)),
    "unknown": Answer(status=404),
}
"""By state, what a page gets instead of a file that has something of all kinds."""


@pytest.mark.parametrize("state", [*AT, "no_line", "unknown"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_nobody_is_kept_out(opened, check_accessible, state, dark, locale):
    """axe-core finds nothing: in all states, light and dark, in both directions, at each width.

    And in colours that the reader forces.
    """
    found = opened(
        page(form=FORM, locale=locale),
        at=AT.get(state, AT["open"]),
        pages={"/lines/GB.json": FILES.get(state, json.dumps(MIXED))},
        dark=dark,
        expecting=["404"],
    )

    assert found.state == state
    check_accessible(found.page)
    if not hasattr(found.page, "set_viewport_size"):
        pytest.skip("WebKitGTK has one width here, and the colours of the page.")
    for width in WIDTHS:
        found.page.set_viewport_size({"width": width, "height": 800})
        check_accessible(found.page)
        assert found.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found.page.emulate_media(forced_colors="active")
    check_accessible(found.page)


def test_forced_colours_show_every_state(opened, check_accessible):
    """By words and shapes, which stay."""
    found = opened(page(form=FORM), forced_colors=True)

    check_accessible(found.page)
    marks = found.page.evaluate(
        "[...document.querySelectorAll('.sl-now > .sl-option > .sl-state')]"
        ".map((one) => getComputedStyle(one, '::before').content)"
    )

    assert marks == ['"●" / ""'] * 3


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 768])
def test_nothing_needs_sideways_scrolling(opened, width, locale):
    """320 px are also 1280 px at 400 %."""
    found = opened(page(form=FORM, locale=locale), width=width)

    assert found.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_targets_are_large_enough(opened):
    """24 px at least, in both directions."""
    found = opened(page(form=FORM))
    boxes = found.page.evaluate(
        "[...document.querySelectorAll('.sl-now a, select')].filter((one) => one.offsetParent)"
        ".map((one) => one.getBoundingClientRect()).map(({width, height}) => [width, height])"
    )

    assert len(boxes) == 7
    assert all(width >= 24 and height >= 24 for width, height in boxes)


def test_a_number_reads_from_left_to_right_in_arabic(opened):
    """The plus is on its left."""
    found = opened(page(locale="ar", form=FORM), zone="Europe/Moscow", locale="ar-EG")
    found.page.evaluate(
        "document.querySelector('support-lines').setAttribute('calling-from', 'BR')"
    )
    found.says("+44 20 7946 0958", ".sl-number")
    lefts = found.page.evaluate(
        "(() => { const text = document.querySelector('.sl-number').firstChild;"
        " return [0, 1, 4].map((at) => { const range = document.createRange();"
        " range.setStart(text, at); range.setEnd(text, at + 1);"
        " return range.getBoundingClientRect().left; }); })()"
    )

    withheld = found.page.evaluate(
        "getComputedStyle(document.querySelector('.sl-withheld')).direction"
    )

    assert lefts == sorted(lefts)
    assert withheld == "ltr"
    assert found.page.evaluate("getComputedStyle(document.querySelector('.sl-now')).direction") == (
        "rtl"
    )


def test_sentences_say_their_language_where_it_is_not_the_pages(opened):
    """English ones on an Arabic page; names of languages are Arabic."""
    found = opened(page('languages="en"', locale="ar"))
    said = found.page.evaluate(
        "Object.fromEntries(['state', 'note', 'fact', 'name'].map((name) => {"
        " const one = document.querySelector('.sl-' + name); return [name, [one.lang, one.dir]] }))"
    )

    assert said == {
        "state": ["en", "ltr"], "note": ["en", "ltr"], "fact": ["", ""], "name": ["", ""],
    }  # fmt: skip
    assert found.texts(".sl-fact")[0] == "الإنجليزية"


def test_a_link_says_what_it_is(opened):
    """Its name ends with what is seen."""
    found = opened()
    names = found.page.evaluate(
        "[...document.querySelectorAll('.sl-now a')].map((a) => a.ariaLabel)"
    )

    assert names == [
        "Call Main line, 020 7946 0958", "Call Night line, +1 202 555 0123", "",
    ]  # fmt: skip


@pytest.mark.engines("chromium", why="others cannot be asked how they would print")
def test_paper_has_what_is_timeless(opened):
    """No state, no pickers; what was served."""
    found = opened(page(form=FORM))

    found.page.emulate_media(media="print")

    assert not found.is_visible(".sl-now")
    assert not found.is_visible("form")
    assert found.is_visible("#served")


def test_a_page_may_style_it(opened):
    """Any rule of a page goes before; custom properties are for colours."""
    own = "support-lines { --sl-open: rgb(1, 2, 3) } .sl-option { border: 0 }"
    found = opened(pages={"/page.css": own})
    state, border = found.page.evaluate(
        "[getComputedStyle(document.querySelector('.sl-option > .sl-state')).color,"
        " getComputedStyle(document.querySelector('.sl-option')).borderInlineStartWidth]"
    )

    assert (state, border) == ("rgb(1, 2, 3)", "0px")


def test_no_title_stands_above_nothing(opened):
    """Where closed lines are left out, so is what stands above them."""
    feed = only({"options": [0, 1], "other_ways": [2]}, 0, 0, 2)
    found = opened(
        page('when-closed="alternatives"'),
        at=AT["closed"],
        pages={"/lines/GB.json": json.dumps(feed)},
    )
    titles = found.page.evaluate(
        "[...document.querySelectorAll('.sl-title')].map((one) => [one.textContent,"
        " ...[one, one.nextElementSibling].map((node) => node.getClientRects().length > 0)])"
    )

    assert titles == [["If it does not work", False, False], ["Other ways", True, True]]


@pytest.mark.parametrize(
    "evil",
    [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        '"><svg onload=alert(1)>',
        "{{constructor.constructor('alert(1)')()}}",
        "javascript:alert(1)",
        "\u202egnp.exe",
        "{items} {time} $& $1",
        "__proto__",
    ],
)
def test_hostile_texts_do_nothing_and_come_back_equal(opened, evil):
    """As name, note, contact, link, step, reason, name of a picker."""
    feed = lines(name=evil)
    feed["asks"][0]["replies"][0] = ["standard", evil]
    feed["options"][0].update(name=evil, notes=[["note_note", evil]])
    feed["options"][0]["steps"] = [["step_press", evil, [evil]]]
    feed["options"][1] = {"line": evil, "contact": 3, "place": 1}
    feed["contacts"].append([[evil, evil]])
    feed["told"][1] = ["open", 1, 4, 0, "closes", evil, evil]
    found = opened(page(form=FORM), pages={"/lines/GB.json": json.dumps(feed)})

    assert found.page.text_content(".sl-name") == evil
    assert found.page.text_content(".sl-note") == evil
    assert found.page.text_content(".sl-step") == f"Press {evil} ({evil})"
    assert evil in found.page.text_content(".sl-state")
    assert (
        found.page.evaluate(
            "[...document.querySelectorAll('.sl-number')].map((one) => one.textContent)"
        ).count(evil)
        == 1
    )
    assert found.page.text_content("[name=facet-tier] option") == evil
    assert found.count(".sl-now a") == 2
