"""A data file changed at one place, and nowhere else: bytes in, bytes out.

Reading order: `closure` says what is written, `insertion` puts an exception into the record of a
line and reads the result over, `block` and `flow` know how the two styles of YAML are continued,
`writing` how a value is written, `places` are those of a text, `precedence` says what an exception
needs to hold.
"""

from __future__ import annotations

from supportlines.editing.closure import Closure, close_line
from supportlines.editing.errors import CannotInsertError, ClosureError, TooHighError
from supportlines.editing.insertion import with_exception
from supportlines.editing.precedence import priority_over

__all__ = [
    "CannotInsertError",
    "Closure",
    "ClosureError",
    "TooHighError",
    "close_line",
    "priority_over",
    "with_exception",
]
