"""Options and markers: how much is tried, and with which browser."""

from __future__ import annotations

from browsing.engines import ENGINES
from strategies.amount import try_fewer


def pytest_addoption(parser):
    """Say how much is tried, which browser is asked, and whether it may be missing."""
    parser.addoption(
        "--fewer-cases",
        action="store_true",
        help="try a fifth of the random cases, where another run tries them all",
    )
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
    """Name the markers, and know how much is tried before any test is read."""
    if config.getoption("--fewer-cases"):
        try_fewer()
    config.addinivalue_line(
        "markers",
        "engines(*names, why): only these browsers can be asked this; why says what others lack",
    )
