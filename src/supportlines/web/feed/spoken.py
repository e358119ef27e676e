"""Which wishes of a browser a spoken language serves."""

from __future__ import annotations

from typing import Iterable

from supportlines.languages import parse_tag, wishes_served


def served_by_tags(tags: Iterable[str]) -> dict[str, str]:
    """Return by tag the keys of wishes that it serves, where they are not just its own language.

    A key is the language of a wish, or zh-HK for Chinese that means Cantonese.

    >>> served_by_tags(["de", "es-MX", "zh"])
    {'de': 'de gsw lb', 'zh': 'zh zh-HK'}
    """
    found = {}
    for tag in dict.fromkeys(tags):
        keys = wishes_served(tag)
        if keys != (parse_tag(tag).partition("-")[0],):
            found[tag] = " ".join(keys)
    return found
