"""Options and markers of the tests that need more than Python: a browser, or node."""

from __future__ import annotations

from browsing.engines import ENGINES


def pytest_addoption(parser):
    """Say which browser is asked, and whether it may be missing."""
    group = parser.getgroup("browser", "browsers and node")
    group.addoption(
        "--engine",
        choices=ENGINES,
        default="chromium",
        help="browser that tests/browser asks (default: chromium)",
    )
    group.addoption(
        "--require-browser",
        action="store_true",
        help="fail where a browser, node or a package of npm is missing, instead of skipping",
    )
    group.addoption(
        "--node-modules",
        metavar="FOLDER",
        help="folder in which the packages of tests/browser/npm/package.json are installed",
    )


def pytest_configure(config):
    """Name the markers."""
    config.addinivalue_line(
        "markers",
        "engines(*names, why): only these browsers can be asked this; why says what others lack",
    )
