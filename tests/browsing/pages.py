"""Pages with the element, for a site that has the files of `browsing.lines`."""

from __future__ import annotations

import json
from time import monotonic, sleep

from supportlines.web import element

from browsing.lines import ARABIC, LINES, WORDS

PAGE = """<!doctype html>
<html lang="{locale}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Night line</title>
<link rel="stylesheet" href="/support-lines.css">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/{script}"></script>
{head}
</head>
<body>
<main>
<h1>Night line</h1>
{body}
</main>
</body>
</html>
"""

STYLE = ":root { color-scheme: light dark; background: Canvas; color: CanvasText; }"

BODY = """<support-lines country="GB" directory="/" locale="{locale}" {attributes}>
{form}
<div class="sl-now"></div>
<div class="sl-live" role="status"></div>
<p id="served">Call <a href="tel:+442079460958">020 7946 0958</a>, from Monday to Friday.</p>
</support-lines>
<p><a href="/other.html" id="after">Another page</a></p>"""

FORM = """<form class="sl-form" hidden autocomplete="off">
<label><span class="sl-ask">Country</span> <select name="country"><option value="">Not said</option>
<option value="DE" data-zones="Europe/Berlin">Germany</option>
<option value="GB" data-zones="Europe/London">United Kingdom</option></select></label>
<label><span class="sl-ask">Language</span> <select name="languages">
<option value="">Not said</option><option value="en">English</option>
<option value="fr">French</option></select></label>
<label><span class="sl-ask">Calling from</span> <select name="calling-from">
<option value="">Not said</option><option value="BR">Brazil</option>
<option value="DE" data-prefix="00">Germany</option>
<option value="GB" data-prefix="00">United Kingdom</option>
<option value="RU" data-prefix="8~10" data-zones="Europe/Moscow">Russia</option></select></label>
</form>"""


def page(attributes="", *, body=BODY, form="", head="", locale="en", script="support-lines.min.js"):
    """Return a page with the element."""
    return PAGE.format(
        locale=locale,
        dir="rtl" if locale == "ar" else "ltr",
        head=head,
        script=script,
        body=body.format(attributes=attributes, form=form, locale=locale),
    )


def site_of(index, **others):
    """Return the pages of a site: *index*, the files of the element, the feed, and *others*."""
    return {
        "/index.html": index,
        "/other.html": "<!doctype html><html lang=en><title>Other</title><h1>Other</h1>",
        "/support-lines.min.js": element.script(),
        "/support-lines-core.min.js": element.core_script(),
        "/support-lines.js": element.module(),
        "/support-lines.css": element.element_style(),
        "/page.css": STYLE,
        "/lines/GB.json": json.dumps(LINES),
        "/words/en.json": json.dumps(WORDS),
        "/words/ar.json": json.dumps(ARABIC),
        **others,
    }


class Opened:
    """A page that is open, and what its element says."""

    def __init__(self, visit):
        self.visit = visit
        self.page = visit.page

    def until(self, expression):
        """Wait for an expression to be true; a careful site allows the browser's own way not."""
        deadline = monotonic() + 10
        while not self._is_so(expression):
            assert monotonic() < deadline, f"never: {expression}"
            sleep(0.01)
        return self

    def _is_so(self, expression):
        try:
            return self.page.evaluate(expression)
        except Exception as error:
            if "context was destroyed" in str(error):  # the page is on its way to another one
                return False
            raise

    def settle(self):
        """Wait until the files are there or are not to be had."""
        return self.until(
            "[...document.querySelectorAll('support-lines')].every("
            "one => !['loading', null].includes(one.getAttribute('state')))"
        )

    def wait_for(self, state):
        """Wait for a state."""
        return self.until(
            f"document.querySelector('support-lines').getAttribute('state') === '{state}'"
        )

    def says(self, text, selector=".sl-state"):
        """Wait for the first node of a kind to say something."""
        return self.until(
            f"document.querySelector({json.dumps(selector)})?.textContent === {json.dumps(text)}"
        )

    @property
    def state(self):
        """What the element says of itself."""
        return self.page.get_attribute("support-lines", "state")

    @property
    def first(self):
        """What is said of the best line."""
        return self.texts(".sl-now .sl-state")[0]

    def texts(self, selector):
        """Return what some nodes say that can be seen."""
        return self.page.evaluate(
            f"[...document.querySelectorAll({json.dumps('support-lines ' + selector)})]"
            ".filter((one) => one.getClientRects().length).map((one) => one.innerText.trim())"
        )

    def is_visible(self, selector):
        """Return whether a node can be seen."""
        return self.page.evaluate(
            f"document.querySelector({json.dumps(selector)}).getClientRects().length > 0"
        )

    def count(self, selector):
        """Return how many nodes there are."""
        return self.page.evaluate(f"document.querySelectorAll({json.dumps(selector)}).length")

    def run(self, statements):
        """Do something in the page."""
        self.page.evaluate(f"() => {{ {statements} }}")

    def announced(self):
        """Return what was read aloud."""
        return self.page.text_content("[role=status]")
