"""The tests of pages would notice what they look for, and nothing that is not there."""

from __future__ import annotations

import pytest

from browsing.axe import violations
from browsing.needs import lacking
from browsing.visit import visiting

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Night line</title>
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body>
<main>
<h1>Night line</h1>
<p>Now: <span id="state">not known</span></p>
<p>Call <a href="tel:+12025550123">+1 202 555 0123</a></p>
</main>
</body>
</html>
"""

CLOSES = "2026-11-24T17:00:00Z"
SCRIPT = f"""
const state = document.getElementById("state");
const closes = Date.parse("{CLOSES}");
const show = () => {{
  state.textContent = Date.now() < closes ? "open" : "closed";
  if (Date.now() < closes) setTimeout(show, closes - Date.now());
}};
show();
"""

STYLE = """
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem sans-serif; }
a { color: LinkText; }
"""


def pages(**others):
    """Return the pages of a site: the one above, its script, its style, and *others*."""
    whole = {"index.html": PAGE, "page.js": SCRIPT, "page.css": STYLE, **others}
    return {f"/{name}": text for name, text in whole.items()}


def state(opened):
    """Return what the page says."""
    return opened.page.text_content("#state")


class TestClock:
    """The visitor's clock is the test's, to the second, and the site's goes with it."""

    def test_the_edge_is_met_to_the_second_without_a_reload(self, serve, visit):
        """A timer goes off at its instant and not a second before."""
        site = serve(pages=pages())
        opened = visit(site, at="2026-11-24T10:00:00Z")

        opened.pass_time(hours=6, minutes=59, seconds=59)
        before = state(opened)
        opened.pass_time(seconds=1)

        assert (before, state(opened)) == ("open", "closed")
        assert site.asked("/index.html") + site.asked("/") == 1

    def test_a_clock_that_nobody_moves_stands_still(self, serve, visit):
        """However long the machine takes, the page sees the instant that the test names."""
        opened = visit(serve(pages=pages()), at="2026-11-24T16:59:59Z")

        opened.page.wait_for_function("true")
        seen = opened.page.evaluate("new Date().toISOString()")

        assert seen == "2026-11-24T16:59:59.000Z"
        assert state(opened) == "open"

    def test_what_was_due_goes_off_after_a_sleep(self, serve, visit):
        """A machine that wakes up behind the edge shows what holds then."""
        opened = visit(serve(pages=pages()), at="2026-11-24T10:00:00Z")

        opened.sleep(hours=12)

        assert state(opened) == "closed"

    def test_the_site_says_the_same_instant(self, serve, visit):
        """A page that mends its clock by the header Date is not led to the real instant."""
        opened = visit(serve(pages=pages()), at="2026-11-24T10:00:00Z")
        ask = "fetch('/page.css').then((answer) => answer.headers.get('date'))"

        first = opened.page.evaluate(ask)
        opened.pass_time(hours=7)
        second = opened.page.evaluate(ask)

        assert first == "Tue, 24 Nov 2026 10:00:00 GMT"
        assert second == "Tue, 24 Nov 2026 17:00:00 GMT"

    def test_the_zone_and_the_languages_are_the_visitors(self, serve, visit):
        """What a page asks the browser about its user is what the test says."""
        opened = visit(
            serve(pages=pages()), at=CLOSES, zone="Asia/Kathmandu", locale="ar-EG", width=320
        )

        asked = opened.page.evaluate(
            "[new Date().getHours(), new Date().getMinutes(), navigator.language, innerWidth]"
        )

        assert asked == [22, 45, "ar-EG", 320]


class TestConsole:
    """Nothing that a page says, or is forbidden, stays unnoticed."""

    def test_a_clean_page_under_a_strict_policy_says_nothing(self, serve, visit):
        """The page works, and its console is empty."""
        opened = visit(serve(pages=pages()), at=CLOSES)

        assert state(opened) == "closed"
        assert opened.said == []

    @pytest.mark.parametrize(
        ("script", "expected"),
        [
            ("console.info('hello')", "hello"),
            ("missing()", "missing is not defined|variable: missing"),
            ("Promise.reject(new Error('nobody waits'))", "nobody waits"),
            ("document.body.innerHTML = '<p>'", "TrustedHTML|trusted-types|Sink type"),
            ("document.body.setAttribute('style', 'color: red')", "style-src"),
            ("eval('1')", "TrustedScript|trusted-types|unsafe-eval|eval.. blocked|Refused to eval"),
        ],
    )
    def test_what_a_script_says_or_breaks_is_noticed(self, serve, visit, script, expected):
        """A message, an error, a promise that failed, and what the policy forbids."""
        site = serve(pages=pages(**{"page.js": script}))

        opened = visit(site, at=CLOSES, expecting=[expected])
        opened.end()

        assert opened.said != []
        assert opened.unexpected() == []

    def test_a_message_fails_the_test_that_does_not_expect_it(self, serve, engine):
        """At the end of its visit, so that none has to look for it."""
        site = serve(pages=pages(**{"page.js": "console.warn('so late')"}))

        with pytest.raises(AssertionError, match="so late"), visiting(engine) as visit:
            visit(site, at=CLOSES, expecting=["so soon"])

    def test_a_file_that_is_missing_is_noticed(self, serve, visit):
        """Whether or not the browser says so on its console."""
        site = serve(pages={"/index.html": PAGE, "/page.css": STYLE})

        opened = visit(site, at=CLOSES, expecting=["404"])
        opened.end()

        assert opened.said != []

    def test_without_script_the_page_stands_as_it_was_served(self, serve, visit):
        """No script of the page is run."""
        opened = visit(serve(pages=pages()), at=CLOSES, script=False)

        assert opened.page.inner_text("#state") == "not known"


class TestAccessibility:
    """axe-core runs under the strict policy, and finds what is wrong."""

    @pytest.mark.parametrize("dark", [False, True])
    @pytest.mark.parametrize("forced_colors", [False, True])
    def test_a_sound_page_has_no_violation(
        self, serve, visit, check_accessible, dark, forced_colors
    ):
        """Light, dark and in forced colours."""
        opened = visit(serve(pages=pages()), at=CLOSES, dark=dark, forced_colors=forced_colors)

        check_accessible(opened.page)

        seen = opened.page.evaluate(
            "['prefers-color-scheme: dark', 'forced-colors: active'].map("
            "(feature) => matchMedia(`(${feature})`).matches)"
        )
        assert seen[1] is forced_colors
        # Where colours are forced, theirs is the scheme in some browsers.
        assert forced_colors or seen[0] is dark

    @pytest.mark.parametrize(
        ("sound", "faulty", "rule"),
        [
            ('<a href="tel:+12025550123">+1 202 555 0123</a>', '<a href="/"></a>', "link-name"),
            ('<html lang="en">', "<html>", "html-has-lang"),
            ("<span id", '<span class="pale" id', "color-contrast"),
        ],
    )
    def test_a_fault_is_caught(self, serve, visit, axe, sound, faulty, rule):
        """A link without a name, a page without a language, letters that are too pale."""
        site = serve(
            pages=pages(
                **{
                    "index.html": PAGE.replace(sound, faulty),
                    "page.css": STYLE + ".pale { color: #999; background: #aaa }",
                }
            )
        )

        opened = visit(site, at=CLOSES)

        assert {line.partition(":")[0] for line in violations(opened.page, axe)} == {rule}


class TestBack:
    """A page that is left is kept, as browsers of visitors keep it."""

    def test_a_page_comes_back_as_it_was_left(self, serve, visit):
        """Its script goes on where it stood, with the clock that has gone on meanwhile."""
        kept = SCRIPT + 'addEventListener("pageshow", (e) => { document.title = e.persisted; });'
        site = serve(pages=pages(**{"page.js": kept, "other.html": PAGE}))
        opened = visit(site, at="2026-11-24T10:00:00Z")

        opened.page.goto(site.url("/other.html"))
        opened.back()
        opened.page.wait_for_function("document.title === 'true'")

        assert site.asked("/") == 1


LETTERS = {
    "Arabic": "ع", "Bengali": "ক", "Chinese": "中", "Cyrillic": "Ж", "Devanagari": "ह",
    "Georgian": "ქ", "Greek": "Ω", "Hebrew": "א", "Japanese": "あ", "Khmer": "ក", "Korean": "한",
    "Thai": "ก",
}  # fmt: skip

DRAWN = """(letters) => letters.map((letter) => {
  const canvas = Object.assign(document.createElement("canvas"), {width: 60, height: 60});
  const pen = canvas.getContext("2d");
  pen.font = "40px sans-serif";
  pen.fillText(letter, 5, 45);
  return canvas.toDataURL();
})"""


@pytest.mark.engines("chromium", why="others draw for a letter that is missing its number in a box")
def test_there_are_letters_for_the_languages_of_pages(request, serve, visit):
    """Or pictures of pages, and what is measured of them, show empty boxes."""
    opened = visit(serve(pages=pages()), at=CLOSES)

    nothing, *drawn = opened.page.evaluate(DRAWN, ["\U0010fffd", *LETTERS.values()])

    missing = [name for name, one in zip(LETTERS, drawn) if one == nothing]
    if missing:
        lacking(
            request.config,
            f"no letters for {', '.join(missing)} (Debian: fonts-noto-core fonts-noto-cjk).",
        )
    assert len(set(drawn)) == len(LETTERS)
