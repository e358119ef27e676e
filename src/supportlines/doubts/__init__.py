"""What a directory says and probably does not mean: a linter for data files."""

from __future__ import annotations

from supportlines.doubts.doubt import Doubt
from supportlines.doubts.examining import Examination, examine
from supportlines.doubts.registry import ACCEPTABLE, DOUBTS

__all__ = ["ACCEPTABLE", "DOUBTS", "Doubt", "Examination", "examine"]
