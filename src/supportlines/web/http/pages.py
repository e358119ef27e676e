"""The page that shows a directory with the element, and the files that the element consists of."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Callable, Mapping

from supportlines.places import parse_locale
from supportlines.render.html.directory import directory_html
from supportlines.render.html.page import Page
from supportlines.texts import within
from supportlines.web.element import (
    core_script,
    element_style,
    markup,
    module,
    script,
    style,
)

if TYPE_CHECKING:
    from datetime import date

    from supportlines.api import Directory

FILES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "support-lines.min.js": ("text/javascript; charset=utf-8", script),
    "support-lines-core.min.js": ("text/javascript; charset=utf-8", core_script),
    "support-lines.js": ("text/javascript; charset=utf-8", module),
    "support-lines.css": ("text/css; charset=utf-8", style),
    "support-lines-element.css": ("text/css; charset=utf-8", element_style),
}
"""By their names: their types, and what returns their bytes."""

HTML = "text/html; charset=utf-8"
POLICY = (
    b"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    b"img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    b"require-trusted-types-for 'script'; trusted-types 'none'"
)
"""The page runs its own script, and nothing else."""

_FEED = "v1/"
"""Where the files of the feed are, from the page."""

_PAGE = """<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="support-lines.css">
<script type="module" src="support-lines.min.js"></script>
</head>
<body>
<main>
{shown}
</main>
</body>
</html>
"""
"""All but the title is HTML already."""


def page_of(directory: Directory, locale: str, today: date) -> bytes:
    """Return the page in *locale*: complete without script, and with it true at any time.

    Raises:
        UnknownLocaleError: If there is no such locale.
    """
    identifier = parse_locale(locale)
    content = directory_html(directory.facts, locale=identifier, since=today, heading_level=1)
    shown = markup(directory, locale, base_url=_FEED, content=content)
    title = escape(within(directory.name, identifier))
    said = {"title": title, "shown": shown, **Page(identifier).root}
    return _PAGE.format(**said).encode("utf-8")
