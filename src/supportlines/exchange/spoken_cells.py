"""Languages in one cell, with how well they are served: ``en, es (interpreter), any``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterable, Mapping, Sequence

from supportlines.directory import ANY_LANGUAGE
from supportlines.exchange.cells import language_of_text, several, word_of

NATIVE = "native"
_MODES = {
    **dict.fromkeys(("native", "natively"), NATIVE),
    **dict.fromkeys(("interpreter", "interpreters", "by_interpreter", "via_interpreter"),
                    "interpreter"),
    "best_effort": "best_effort",
}  # fmt: skip
_WITH_MODE = re.compile(r"(?P<language>.+?)\s*\((?P<mode>[^()]+)\)\s*")
_ANY = frozenset(("any", "any_language", "any_other", "any_other_language"))


@lru_cache(maxsize=1024)
def spoken_of_text(text: str) -> str | None:
    """Return the tag of a language, with its mode behind a colon if it says one, or None.

    >>> spoken_of_text("Spanish (interpreter)"), spoken_of_text("German"), spoken_of_text("any")
    ('es:interpreter', 'de', 'any')
    """
    tag = ANY_LANGUAGE if word_of(text) in _ANY else language_of_text(text)
    if tag is not None:
        return tag
    match = _WITH_MODE.fullmatch(text)
    mode = _MODES.get(word_of(match["mode"])) if match is not None else None
    if match is None or mode is None:
        return None
    language = spoken_of_text(match["language"].strip())
    return None if language is None or ":" in language else f"{language}:{mode}"


def languages_of_texts(texts: Iterable[str]) -> tuple[list[str] | dict[str, str], list[str]]:
    """Return what a data file says of the languages in *texts*, and the words that name none.

    >>> languages_of_texts(["English, Spanish", "fr (best effort)", "Klingonese"])
    ({'en': 'native', 'es': 'native', 'fr': 'best_effort'}, ['Klingonese'])
    """
    modes: dict[str, str] = {}
    unknown: list[str] = []
    for text in texts:
        known, others = several(text, spoken_of_text)
        unknown += others
        for one in known:
            tag, _, mode = one.partition(":")
            modes.setdefault(tag, mode or NATIVE)
    is_plain = ANY_LANGUAGE not in modes and set(modes.values()) <= {NATIVE}
    return (list(modes) if is_plain else modes), unknown


def spoken_text(tag: str, mode: str) -> str:
    """Return a language with its mode, where that is not the usual one."""
    return tag if mode == NATIVE else f"{tag} ({mode.replace('_', ' ')})"


def languages_text(tags: Sequence[str], modes: Mapping[str, str]) -> str:
    """Return *tags* as one text that `languages_of_texts` reads.

    >>> languages_text(["en", "es"], {"es": "best_effort"})
    'en, es (best effort)'
    """
    return ", ".join(spoken_text(one, modes.get(one, NATIVE)) for one in tags)
