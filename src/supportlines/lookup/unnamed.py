"""A language that a directory names nowhere: what serves it serves whatever is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportlines.languages import best_match
from supportlines.lookup.resolution import languages_in

if TYPE_CHECKING:
    from supportlines.directory import Facts

_RARE = ("vo", "ie", "io", "jbo", "cu", "la", "got", "akk")
"""Languages of which hardly any directory speaks."""


def unnamed_language(facts: Facts) -> str:
    """Return a language that *facts* name neither for lines nor for their hours."""
    named = {tag for rule in facts.rules() for tag in rule.languages}
    for line, chain in facts.lines():
        named.update(line.languages, line.only_for.get("languages", ()), languages_in(chain))
    return next((one for one in _RARE if best_match([one], sorted(named)) is None), _RARE[0])
