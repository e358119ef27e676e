"""What a call costs, in words."""

from __future__ import annotations

from typing import Mapping, NamedTuple


class CostWords(NamedTuple):
    """Words for one cost."""

    label: str
    """By itself: "national call"."""

    rate: str
    """Behind "a call is": "at national rate"."""


COSTS: Mapping[str, CostWords] = {
    "free": CostWords("free", "free"),
    "local": CostWords("local call", "at local rate"),
    "national": CostWords("national call", "at national rate"),
    "international": CostWords("international call", "at international rate"),
    "unknown": CostWords("cost not known", "at a cost that is not known"),
}
"""By code."""
