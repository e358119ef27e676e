"""WebKitGTK, which WebDriver moves: less than Playwright can, under the names that Playwright has.

Its driver knows no clock and no console: the site serves a script of ours before all others, which
has both. It cannot be told of languages, narrow windows, forced colours, or to run no script:
tests that want these are skipped with the reason.
"""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing.webdriver import Page

if TYPE_CHECKING:
    from datetime import datetime

    from browsing.engines import Visitor
    from browsing.site import Site

FIRST_SCRIPT = Path(__file__).with_name("first.js")
NARROWEST = 450
YEARS = 10 * 366 * 86_400
BROWSERS = (
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
)


class WebKit:
    """One process for each visitor, whose zone and colours its environment says."""

    def __init__(self, path: str) -> None:
        self.path = path

    def window(self, visitor: Visitor, site: Site, at: datetime | None) -> Window:
        """Return a window that shares nothing with others."""
        for wish, reason in (
            (not visitor.locale.startswith("en"), "be told the languages of its user"),
            (visitor.width < NARROWEST, f"be narrower than {NARROWEST} px"),
            (visitor.forced_colors, "force colours"),
            (not visitor.script, "leave scripts out"),
        ):
            if wish:
                pytest.skip(f"WebKitGTK cannot {reason} here.")
        driver = self._driver(visitor)
        if at is not None:
            # The driver counts its own time by the page's clock, which the test moves.
            driver.set_script_timeout(YEARS)
        return Window(driver, site, at)

    def _driver(self, visitor: Visitor) -> Any:
        from selenium.webdriver import WebKitGTK  # noqa: PLC0415 - it may be missing
        from selenium.webdriver.webkitgtk.options import Options  # noqa: PLC0415
        from selenium.webdriver.webkitgtk.service import Service  # noqa: PLC0415

        options = Options()
        options.binary_location = next(path for path in BROWSERS if Path(path).exists())
        options.add_argument("--automation")
        environment = {
            **os.environ,  # noqa: TID251 - for a process of its own
            "TZ": visitor.zone,
            "GTK_THEME": "Adwaita:dark" if visitor.dark else "Adwaita",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # there is none for root
        }
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of Selenium's own making
            driver = WebKitGTK(options=options, service=Service(self.path, env=environment))
        driver.set_window_size(visitor.width, visitor.height)
        return driver

    def close(self) -> None:
        """Do nothing: each window ends its process."""


class Window:
    """A window with one page, and the time that passes in it."""

    def __init__(self, driver: Any, site: Site, at: datetime | None) -> None:
        self.driver = driver
        self.site = site
        self.at = at
        self.said: list[str] = []
        self.page = Page(driver, self.collect)
        site.first_script = self.first_script

    def first_script(self) -> str:
        """Return the script that the site serves before all others."""
        at = "null" if self.at is None else str(round(self.at.timestamp() * 1000))
        return f"{FIRST_SCRIPT.read_text(encoding='utf-8').rstrip()}({at});\n"

    def run_to(self, at: datetime) -> None:
        """Let each timer go off until an instant, when it is due."""
        self._move("runTo", at)

    def jump_to(self, at: datetime) -> None:
        """Let what is due until an instant go off once."""
        self._move("jumpTo", at)

    def _move(self, how: str, at: datetime) -> None:
        self.at = at
        self.page.evaluate(f"supportlinesClock.{how}({round(at.timestamp() * 1000)})")

    def back(self) -> None:
        """Return to the page before this one."""
        self.collect()
        self.driver.back()

    def collect(self) -> None:
        """Keep what the page has said until now."""
        self.said += self.page.evaluate("(window.supportlinesSaid || []).splice(0)")

    def close(self) -> None:
        """End the browser, when its page has said what it has still to say."""
        if self.driver is None:
            return
        self.page.evaluate("new Promise((done) => supportlinesTimers[0](done, 50))")
        self.collect()
        self.site.first_script = None
        self.driver.quit()
        self.driver = None
