"""The browsers of the machine, started so that they ask nobody but the test's own site."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Union

from browsing.needs import INSTALL, lacking, program
from browsing.webkit import WebKit
from browsing.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    import pytest
    from playwright.sync_api import Browser, Playwright

    from browsing.site import Site

CHROMIUM_ARGS = (
    "--no-sandbox",  # there is none for root
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers give it little
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Visitor:
    """Who looks at a page, and with what."""

    zone: str = "UTC"
    locale: str = "en-GB"
    width: int = 1280
    height: int = 800
    dark: bool = False
    forced_colors: bool = False
    script: bool = True

    def options(self) -> dict[str, Any]:
        """Return what every driver can be told of them."""
        return {
            "timezone_id": self.zone,
            "locale": self.locale,
            "viewport": {"width": self.width, "height": self.height},
        }


class Chromium:
    """Debian's, or whichever is there; one process for all visitors."""

    def __init__(self, playwright: Playwright, path: str) -> None:
        self.browser = playwright.chromium.launch(
            executable_path=path,
            args=list(CHROMIUM_ARGS),
            # Or no page is ever kept for "back".
            ignore_default_args=["--disable-back-forward-cache"],
        )

    def window(self, visitor: Visitor, _site: Site, at: datetime | None) -> Window:
        """Return a window that shares nothing with others."""
        context = self.browser.new_context(
            **visitor.options(),
            color_scheme="dark" if visitor.dark else "light",
            forced_colors="active" if visitor.forced_colors else "none",
            java_script_enabled=visitor.script,
        )
        return Window(context, at, script=visitor.script)

    def close(self) -> None:
        """End it."""
        self.browser.close()


class Firefox:
    """As it is published, over WebDriver BiDi; one process for each kind of screen."""

    def __init__(self, playwright: Playwright, path: str) -> None:
        self.playwright, self.path = playwright, path
        self.browsers: dict[tuple[tuple[str, Any], ...], Browser] = {}

    def window(self, visitor: Visitor, _site: Site, at: datetime | None) -> Window:
        """Return a window that shares nothing with others."""
        preferences = {
            "browser.display.document_color_use": 2 if visitor.forced_colors else 0,
            "javascript.enabled": visitor.script,
            "ui.systemUsesDarkTheme": int(visitor.dark),
            "ui.useAccessibilityTheme": int(visitor.forced_colors),
        }
        kind = tuple(preferences.items())
        if kind not in self.browsers:
            self.browsers[kind] = self.playwright.firefox.launch(
                channel="moz-firefox", executable_path=self.path, firefox_user_prefs=preferences
            )
        context = self.browsers[kind].new_context(**visitor.options())
        return Window(context, at, script=visitor.script)

    def close(self) -> None:
        """End all of them."""
        for browser in self.browsers.values():
            browser.close()


Engine = Union[Chromium, Firefox, WebKit]


@contextmanager
def launched(config: pytest.Config) -> Iterator[Engine]:
    """Start the browser that `--engine` names, for the time of a block."""
    name = config.getoption("--engine")
    kind, names, package = ENGINES[name]
    driver = "selenium" if name == "webkit" else "playwright"
    if find_spec(driver) is None:
        how = INSTALL if driver == "playwright" else "pip install selenium"
        lacking(config, f"{driver} is not installed ({how}).")
    path = program(config, names, package)
    if name == "webkit":
        with closing(WebKit(path)) as engine:
            yield engine
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be missing

    with sync_playwright() as playwright, closing(kind(playwright, path)) as engine:
        yield engine


ENGINES = {
    "chromium": (
        Chromium,
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        "chromium",
    ),
    "firefox": (Firefox, ("firefox-esr", "firefox"), "firefox-esr"),
    "webkit": (WebKit, ("WebKitWebDriver",), "webkit2gtk-driver"),
}
"""The names for `--engine`, each with the names of its program and Debian's package of it."""
