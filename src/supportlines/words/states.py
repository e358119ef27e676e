"""The states of a line in words."""

from __future__ import annotations

from typing import Mapping

STATES: Mapping[str, str] = {"open": "open", "closed": "closed", "unknown": "not known"}
"""By code."""
