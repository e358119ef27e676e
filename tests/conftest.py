"""Options and markers: how much is tried, and with which browser."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from browsing.engines import ENGINES
from strategies.amount import FEWER, try_fewer

TESTS = Path(__file__).resolve().parent
MEASURED = os.environ.get("COVERAGE_PROCESS_CONFIG")  # noqa: TID251 - coverage.py says it there
"""What tells processes that a measured test starts to measure too, or None."""


def pytest_addoption(parser):
    """Say how much is tried, which browser is asked, and whether it may be missing."""
    parser.addoption(
        "--fewer-cases",
        action="store_true",
        help="try a fifth of the random cases, where another run tries them all",
    )
    parser.addoption(
        "--fifth",
        type=int,
        choices=range(FEWER),
        default=0,
        help="which fifth of what is alike --fewer-cases takes, so that two runs try two of them",
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
    group.addoption(
        "--wheels",
        metavar="FOLDER",
        help="folder with the wheel and those of what it requires, for who follows the docs",
    )


def pytest_configure(config):
    """Name the markers, and know how much is tried before any test is read."""
    if config.getoption("--fewer-cases"):
        try_fewer()
    config.addinivalue_line(
        "markers",
        "sampled: its parameters are alike, such as seeds; --fewer-cases takes every fifth of them",
    )
    config.addinivalue_line(
        "markers",
        "engines(*names, why): only these browsers can be asked this; why says what others lack",
    )


def pytest_collection_modifyitems(config, items):
    """Take every fifth parameter of the tests that say theirs are alike, if fewer are wanted."""
    if not config.getoption("--fewer-cases"):
        return
    counted = Counter()
    which = config.getoption("--fifth")
    kept, left_out = [], []
    for item in items:
        sampled = item.get_closest_marker("sampled") is not None
        test = item.nodeid.partition("[")[0]
        (left_out if sampled and counted[test] % FEWER != which else kept).append(item)
        counted[test] += 1
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Measure what the tests of the command line start, not what others do: it takes twice as long.

    Theirs run the same code as tests that stay in this process.
    """
    if MEASURED is None:
        return
    if TESTS / "cli" in item.path.parents:
        os.environ["COVERAGE_PROCESS_CONFIG"] = MEASURED  # noqa: TID251 - for what is started
    else:
        os.environ.pop("COVERAGE_PROCESS_CONFIG", None)  # noqa: TID251
