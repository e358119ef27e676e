"""What a directory says and probably does not mean: a linter for data files."""

from __future__ import annotations

from supportlines.check.doubt import Doubt
from supportlines.check.examining import Examination, examine
from supportlines.check.registry import ACCEPTABLE, DOUBTS

__all__ = ["ACCEPTABLE", "DOUBTS", "Doubt", "Examination", "examine"]
