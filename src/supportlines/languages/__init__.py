"""In what language: tags, matching of spoken languages, names."""

from __future__ import annotations

from supportlines.languages.errors import LanguageTagError, UnknownLocaleError
from supportlines.languages.matching import Match, best_match, wishes_served
from supportlines.languages.names import language_name
from supportlines.languages.tags import language_named, parse_tag

__all__ = [
    "LanguageTagError",
    "Match",
    "UnknownLocaleError",
    "best_match",
    "language_name",
    "language_named",
    "parse_tag",
    "wishes_served",
]
