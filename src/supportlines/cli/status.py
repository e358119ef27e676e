"""Exit status: what a script learns without reading the answer."""

from __future__ import annotations

OPEN = 0
"""Somebody can be called."""
NOBODY = 1
"""Nobody can be called right now, or no line is listed."""
WRONG = 2
"""Wrong usage or wrong data."""
UNKNOWN = 3
"""It is not known whether somebody answers."""

_BY_STATE = {"open": OPEN, "closed": NOBODY, "no_line": NOBODY, "unknown": UNKNOWN}


def status_of(state: str) -> int:
    """Return the exit status for an answer's state."""
    return _BY_STATE[state]
