"""In what language: tags, matching of spoken languages, names."""

from __future__ import annotations

from supportlines.languages.errors import LanguageTagError, UnknownLocaleError
from supportlines.languages.matching import Match, best_match
from supportlines.languages.names import language_name
from supportlines.languages.tags import parse_tag

__all__ = [
    "LanguageTagError",
    "Match",
    "UnknownLocaleError",
    "best_match",
    "language_name",
    "parse_tag",
]
