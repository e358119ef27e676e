"""In what language: tags, matching of spoken languages, names."""

from __future__ import annotations

from .errors import LanguageTagError, UnknownLocaleError
from .matching import Match, best_match
from .names import language_name
from .tags import parse_tag

__all__ = [
    "LanguageTagError",
    "Match",
    "UnknownLocaleError",
    "best_match",
    "language_name",
    "parse_tag",
]
