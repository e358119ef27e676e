"""Fixtures for tests of pages in a browser.

`serve` makes a site of a folder or of texts, `visit` opens one of its pages; when the test is over,
anything that a visited page said on its console fails it. `check_accessible` asks axe-core.
`run_module` runs a module in node, `type_errors` asks
TypeScript.
Without a browser the tests are skipped with the reason; ``--require-browser`` fails them instead.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from functools import partial

import pytest

from browsing import node
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
def engine(request):
    """Return the browser that is asked: `Chromium` or `Firefox` of `browsing.engines`."""
    with launched(request.config) as engine:
        yield engine


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
def visit(engine, serve):  # noqa: ARG001 - visits end before their sites
    """Return a function that opens a page: ``visit(site, "/", at="2026-11-24T10:00:00Z", …)``.

    The other arguments are those of `Visit` and of `Visitor`. A page that says anything on its
    console, or breaks the policy of its site, fails the test at its end, unless *expecting*
    announces the message.
    """
    with visiting(engine) as visit:
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


@pytest.fixture
def run_module(request):
    """Return a function that runs the text of a module in node and returns what it prints."""
    return partial(node.run_module, request.config)


@pytest.fixture
def type_errors(request, tmp_path):
    """Return a function that returns what TypeScript says of JSON-LD as a type of schema.org."""

    def type_errors(data, of_type):
        script = tmp_path / "page.ts"
        script.write_text(
            f"import type {{WithContext, {of_type}}} from 'schema-dts';\n"
            f"export const page: WithContext<{of_type}> = {json.dumps(data)};\n",
            encoding="utf-8",
        )
        return node.type_errors(request.config, script)

    return type_errors
