"""The browsers of the machine, started so that they ask nobody but the test's own site."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from browsing.needs import INSTALL, lacking, program

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest
    from playwright.sync_api import Browser

ENGINES = ("chromium", "firefox")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGS = (
    "--no-sandbox",  # there is none for root
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers give it little
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def launched(config: pytest.Config) -> Iterator[Browser]:
    """Start the browser that `--engine` names, for the time of a block."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be missing
    except ImportError:
        lacking(config, f"playwright is not installed ({INSTALL}).")
    engine = config.getoption("--engine")
    if engine == "chromium":
        path = program(config, CHROMIUM_NAMES, "chromium")
    else:
        path = program(config, ("firefox-esr", "firefox"), "firefox-esr")
    with sync_playwright() as playwright:
        if engine == "chromium":
            browser = playwright.chromium.launch(
                executable_path=path,
                args=list(CHROMIUM_ARGS),
                # Or no page is ever kept for "back".
                ignore_default_args=["--disable-back-forward-cache"],
            )
        else:
            # Over WebDriver BiDi, which a Firefox as it is published understands.
            browser = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
        try:
            yield browser
        finally:
            browser.close()
