"""Whether standard output is coloured."""

from __future__ import annotations

from typing import Mapping


def wants_colour(environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Return whether to colour; the first that speaks decides.

    1. NO_COLOR, not empty: no (no-color.org).
    2. FORCE_COLOR, not empty: yes, also in a file or a pipe (force-color.org).
    3. TERM=dumb: no; such a terminal shows the codes themselves.
    4. Else where a terminal is.

    Neither page says what holds if both are set; Python itself lets NO_COLOR decide, and a
    person who cannot read colours loses more than one who misses them.

    >>> wants_colour({"NO_COLOR": "1", "FORCE_COLOR": "1"}, is_terminal=True)
    False
    """
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return is_terminal and not is_dumb(environment)


def is_dumb(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal says that it obeys no codes."""
    return environment.get("TERM") == "dumb"
