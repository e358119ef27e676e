"""A page with the element that is open."""

from __future__ import annotations

import pytest

from browsing.pages import Opened, page, site_of
from browsing.visit import instant


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
