"""What a directory says and probably does not mean: a linter for data files."""

from __future__ import annotations

from supportlines.directory.doubts.doubt import Doubt
from supportlines.directory.doubts.examining import Examination, examine

__all__ = ["Doubt", "Examination", "examine"]
