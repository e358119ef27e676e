"""The site of the shipped directory, made by the command, as everybody gets it."""

from __future__ import annotations

import pytest

import supportlines

from browsing.exporting import export_site

SINCE = "2026-11-23T00:00:00Z"
DAYS = 93


@pytest.fixture(scope="session")
def exported(tmp_path_factory):
    """Return the folder of a site: all countries, 93 days, in English and Arabic."""
    folder = tmp_path_factory.mktemp("site") / "public"
    return export_site(folder, "--locales", "en,ar", "--days", str(DAYS), "--at", SINCE)


@pytest.fixture(scope="session")
def directory():
    """Return the directory that the site is made of."""
    return supportlines.load()
