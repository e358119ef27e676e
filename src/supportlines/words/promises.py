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
