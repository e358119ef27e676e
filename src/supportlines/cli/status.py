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

# What has nothing to do with the answer: the first two by sysexits.h, where a failure of the
# program is EX_SOFTWARE and one of writing EX_IOERR; the others are what shells make of a signal.
FAULT = 70
"""Something is wrong in supportlines itself."""
CANNOT_WRITE = 74
"""The result could not be written: the disk is full, or standard output is closed."""
INTERRUPTED = 130
"""Ctrl-C (128 and SIGINT)."""
NOBODY_READS = 141
"""Whoever was to read the result has gone (128 and SIGPIPE)."""

_BY_STATE = {"open": OPEN, "closed": NOBODY, "no_line": NOBODY, "unknown": UNKNOWN}


def status_of(state: str) -> int:
    """Return the exit status for an answer's state."""
    return _BY_STATE[state]
