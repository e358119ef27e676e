"""Fixtures for tests of pages in a browser.

`serve` makes a site of a folder or of texts, `visit` opens one of its pages; when the test is over,
anything that a visited page said on its console fails it. `check_accessible` asks axe-core.
Without a browser the tests are skipped with the reason; ``--require-browser`` fails them instead.
"""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from browsing.axe import axe_source, violations
from browsing.engines import launched
from browsing.site import Site, serving
from browsing.visit import visiting


@pytest.fixture(autouse=True)
def _asked_of_this_engine(request):
    """Skip what only other browsers can be asked; the marker says why."""
    marker = request.node.get_closest_marker("engines")
    if marker and request.config.getoption("--engine") not in marker.args:
        pytest.skip(marker.kwargs["why"])


@pytest.fixture(scope="module")  # not longer: while it runs, no other test can run an event loop
def browser(request):
    """Return the browser that is asked, as Playwright drives it."""
    with launched(request.config) as browser:
        yield browser


@pytest.fixture
def serve():
    """Return a function that serves a `Site`, made of what it is given, until the test is over."""
    with ExitStack() as open_sites:
        sites = []

        def serve(folder=None, pages=None, **options):
            sites.append(open_sites.enter_context(serving(Site(folder, pages, **options))))
            return sites[-1]

        yield serve
    assert [fault for site in sites for fault in site.faults] == []


@pytest.fixture
def visit(browser, serve):  # noqa: ARG001 - visits end before their sites
    """Return a function that opens a page: ``visit(site, "/", at="2026-11-24T10:00:00Z", …)``.

    The other arguments are those of `Visit`. A page that says anything on its console, or breaks
    the policy of its site, fails the test at its end, unless *expecting* announces the message.
    """
    with visiting(browser) as visit:
        yield visit


@pytest.fixture(scope="session")
def axe(request):
    """Return the script of axe-core."""
    return axe_source(request.config)


@pytest.fixture
def check_accessible(axe):
    """Return a function that fails if axe-core finds anything on a Playwright page."""

    def check(page):
        assert violations(page, axe) == []

    return check
