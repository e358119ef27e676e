"""What a caller may ask to be told, in words."""

from __future__ import annotations

from typing import Mapping

PROMISES: Mapping[str, str] = {
    "cost": "What it costs",
    "current_work": "What is being done",
    "next_step": "What is done next",
    "completion": "When it will be done",
}
"""By code."""


def promise_text(kind: str, own: str | None) -> str:
    """Return what a promise of this *kind* is called: what the directory calls it, else our words.

    >>> promise_text("cost", None), promise_text("cost", "The price of the call")
    ('What it costs', 'The price of the call')
    """
    return PROMISES[kind] if own is None else own
