"""Files with doubts, as `check` sees them on 23 November 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from supportlines.doubts import examine

TODAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="session")
def examined():
    """Return what is found in a text."""

    def run(text, name="my.yaml", **options):
        content = text if isinstance(text, bytes) else text.encode("utf-8")
        return examine(content, name, today=TODAY, **options)

    return run
