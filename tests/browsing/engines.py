"""The browsers of the machine, started so that they ask nobody but the test's own site."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from browsing.needs import INSTALL, lacking, program

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest
    from playwright.sync_api import Browser, BrowserContext, Playwright

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

    def context(self, visitor: Visitor) -> BrowserContext:
        """Return a window that shares nothing with others."""
        return self.browser.new_context(
            **visitor.options(),
            color_scheme="dark" if visitor.dark else "light",
            forced_colors="active" if visitor.forced_colors else "none",
            java_script_enabled=visitor.script,
        )

    def close(self) -> None:
        """End it."""
        self.browser.close()


class Firefox:
    """As it is published, over WebDriver BiDi; one process for each kind of screen."""

    def __init__(self, playwright: Playwright, path: str) -> None:
        self.playwright, self.path = playwright, path
        self.browsers: dict[tuple[tuple[str, Any], ...], Browser] = {}

    def context(self, visitor: Visitor) -> BrowserContext:
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
        return self.browsers[kind].new_context(**visitor.options())

    def close(self) -> None:
        """End all of them."""
        for browser in self.browsers.values():
            browser.close()


@contextmanager
def launched(config: pytest.Config) -> Iterator[Chromium | Firefox]:
    """Start the browser that `--engine` names, for the time of a block."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be missing
    except ImportError:
        lacking(config, f"playwright is not installed ({INSTALL}).")
    kind, names, package = ENGINES[config.getoption("--engine")]
    path = program(config, names, package)
    with sync_playwright() as playwright, closing(kind(playwright, path)) as engine:
        yield engine


ENGINES = {
    "chromium": (
        Chromium,
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        "chromium",
    ),
    "firefox": (Firefox, ("firefox-esr", "firefox"), "firefox-esr"),
}
"""The names for `--engine`, each with the names of its program and Debian's package of it."""
