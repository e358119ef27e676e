"""Which wishes of a browser a spoken language serves."""

from __future__ import annotations

from typing import Iterable

from supportlines.languages import parse_tag, wishes_served
from supportlines.web.feed.texts import joined_words

_OTHERS = {
    "fil": "tl", "he": "iw", "id": "in", "jv": "jw", "ro": "mo", "sr": "sh", "yi": "ji",
    "zh": "cmn",
}  # fmt: skip
"""Names that languages had, or that a part of one has by which it is meant: a page may say them."""


def served_by_tags(tags: Iterable[str]) -> dict[str, str]:
    """Return by tag the keys of wishes that it serves, where they are not just its own language.

    A key is the language of a wish, by another name too, or zh-HK for Chinese that means Cantonese.

    >>> served_by_tags(["de", "es-MX", "zh", "he"])
    {'de': 'de|gsw|lb', 'zh': 'zh|zh-HK|cmn', 'he': 'he|iw'}
    """
    found = {}
    for tag in dict.fromkeys(tags):
        served = wishes_served(tag)
        keys = (*served, *(_OTHERS[key] for key in served if key in _OTHERS))
        if keys != (parse_tag(tag).partition("-")[0],):
            found[tag] = joined_words(keys)
    return found
