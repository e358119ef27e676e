"""What changed between two directories, as callers experience it. Pure.

Reading order: `window` says which days are compared, `offered` finds what callers of a country
are offered, `abroad` adds what they can use there alone, `days` and `hours_words` compare two time
lines, `lines` compares two lines, `boxes` tells once what holds for many, `compare` puts it
together.
"""

from supportlines.changes.change import Change
from supportlines.changes.compare import compare
from supportlines.changes.window import Window, window_for

__all__ = ["Change", "Window", "compare", "window_for"]
