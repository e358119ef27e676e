"""What the nearest level states: the line, then the caller's regions from the inside out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

if TYPE_CHECKING:
    from supportlines.directory import Line, Region, Rule


def stated_languages(line: Line, chain: Sequence[Region]) -> tuple[str, ...]:
    """Return the languages of *line* for a caller in *chain*; empty if nobody states any."""
    if line.languages:
        return line.languages
    return next((region.languages for region in chain if region.languages), ())


def stated_rules(line: Line, chain: Sequence[Region], tier: str) -> tuple[Rule, ...]:
    """Return the rules of the nearest level that states *tier*; it decides for all languages."""
    if tier in line.availability:
        return line.availability[tier]
    found = (region.availability[tier] for region in chain if tier in region.availability)
    return next(found, ())
