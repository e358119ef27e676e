"""Words of a data file that stand in place of a name."""

from __future__ import annotations

CALLER = "caller"
"""For a zone or whose holidays count: the caller's own."""

NATIONAL = "national"
"""For whose holidays count: the caller's country as a whole, whatever some of its parts keep."""

ANYWHERE = "anywhere"
"""For where a number can be dialled: in every country."""
