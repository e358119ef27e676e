"""Take the pictures of pages: `python docs/draw_pages.py`, or with the names of some.

Writes `docs/images/page_*.png`: what `export site` makes of `docs/images/helpdesk.yaml`, as
visitors see it in Chromium at one instant. It needs the extras `test` and `browser`, Chromium and
the fonts of Noto: with other fonts the pictures are others.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any, NamedTuple

from supportlines import load
from supportlines.web.site import plan_site, site_files

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browsing.engines import ENGINES, Chromium  # noqa: E402 - they are with the tests
from browsing.site import Site, serving  # noqa: E402
from browsing.visit import instant, visiting  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

IMAGES = ROOT / "docs" / "images"
DIRECTORY = IMAGES / "helpdesk.yaml"
AT = "2026-12-01T18:30:00Z"
"""A Tuesday evening: London and Berlin are closed, Madrid closes soon, Washington never does."""


class Picture(NamedTuple):
    """What is seen of a page, and by whom."""

    visitor: Mapping[str, Any]
    """As a `Visitor` of `browsing.engines`."""
    path: str = "/demo.html"
    part: str = ""
    """The heading that stands at the upper edge; that of the page if empty."""


DESKTOP = {"zone": "Europe/Madrid", "width": 840, "height": 580}
PICTURES = {
    "desktop": Picture(DESKTOP),
    "phone": Picture({**DESKTOP, "width": 360}),
    "dark": Picture({**DESKTOP, "dark": True}),
    "arabic": Picture({**DESKTOP, "zone": "Asia/Dubai", "locale": "ar-AE"}, "/ar/index.html"),
    "forced_colours": Picture({**DESKTOP, "dark": True, "forced_colors": True}),
    "closed": Picture(DESKTOP, part="While it is closed: no numbers, but other ways"),
}


def export(folder: Path) -> None:
    """Write the site into a folder."""
    plan = plan_site(load(DIRECTORY), locales=["en", "ar"], days=31, at=instant(AT))
    for one in site_files(plan):
        if isinstance(one, str):  # what could not be told apart
            continue
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)


def taken(engine: Chromium, folder: Path, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield some pictures as PNG; a page that says anything on its console is an error."""
    with serving(Site(folder)) as site, visiting(engine) as visit:
        for name in names:
            visitor, path, part = PICTURES[name]
            page = visit(site, path, at=AT, **visitor).page
            waiting = page.locator("support-lines:is(:not([state]), [state=loading])")
            for _ in range(100):
                if not waiting.count():
                    break
                page.wait_for_timeout(50)
            if part:
                heading = page.get_by_role("heading", name=part)
                heading.evaluate("(one) => one.scrollIntoView()")
            yield name, page.screenshot()


def main() -> None:
    """Write all pictures, or those that are named."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be missing

    path = next(filter(None, map(which, ENGINES["chromium"][1])))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        export(Path(folder))
        with closing(Chromium(playwright, path)) as engine:
            for name, png in taken(engine, Path(folder), sys.argv[1:] or list(PICTURES)):
                (IMAGES / f"page_{name}.png").write_bytes(png)


if __name__ == "__main__":
    main()
