"""The package `holidays`, if it is there, and its classes by country."""

from __future__ import annotations

import sys
import warnings
from typing import Any


def calendar_version() -> str | None:
    """Return the version of the package `holidays`, or None if nobody has imported it.

    For those who know that a calendar was asked: of others it says nothing.
    """
    package = sys.modules.get("holidays")
    return getattr(package, "__version__", None)


def kind_of(country: str) -> Any:
    """Return the package's class for *country*, or None if there is none or no package."""
    try:
        with warnings.catch_warnings():
            # The last version for Python 3.8 greets every program with advice on pinning it.
            warnings.simplefilter("ignore")
            import holidays
    except ImportError:
        return None
    # list_supported_countries() would make a calendar of each of its 250 countries.
    kind: Any = getattr(holidays, country, None)
    return kind if getattr(kind, "country", None) == country else None
