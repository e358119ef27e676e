"""A page with the element that is open, and its modules in node."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import supportlines.web.element

from browsing.node import run_module
from browsing.pages import Opened, page, site_of
from browsing.visit import instant

SOURCE = Path(supportlines.web.element.__file__).parent / "source"
SCRIPT = """
import { readFileSync } from "node:fs";
const [module, name, args] = JSON.parse(readFileSync(0, "utf-8"));
if (["optionsAt", "viewOf"].includes(name)) args.push(() => {}); // who is told when to look
const found = (await import(module))[name](...args);
process.stdout.write(JSON.stringify(found) ?? "null");
"""


@pytest.fixture
def ask(request):
    """Return a function that calls one of a module: ``ask("answering", "wishOf", "fr-CA")``."""

    def ask(module, name, *args):
        url = (SOURCE / f"{module}.js").as_uri()
        given = json.dumps([url, name, args])
        return json.loads(run_module(request.config, SCRIPT, given=given))

    return ask


@pytest.fixture
def opened(serve, visit):
    """Return a function that opens a page with the element, and waits for its files."""

    def opened(
        index=None, *, at="2026-11-24T10:00:00Z", site_at=None, pages=None, settle=True, **visitor
    ):
        site = serve(pages=site_of(index or page(), **(pages or {})))
        first = "/" if site_at is None else "/other.html"
        found = Opened(visit(site, first, at=at, **{"zone": "Europe/London", **visitor}))
        if site_at is not None:
            site.at = instant(site_at)
            found.visit.go("/")
        found.site = site
        return found.settle() if settle else found

    return opened
