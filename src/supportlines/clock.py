"""The only reader of the clock."""

from __future__ import annotations

from datetime import datetime, timezone


def now() -> datetime:
    """Return this instant, aware, in UTC."""
    return datetime.now(timezone.utc)
