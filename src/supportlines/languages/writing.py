"""How a language is written: the tag of a locale, and the direction of its script."""

from __future__ import annotations

from functools import lru_cache

from supportlines.languages.cldr import find_locale

_RIGHT_TO_LEFT = "right-to-left"
"""Of CLDR's other orders one is from top to bottom, which a page writes from left to right."""


def tag_of(locale: str) -> str:
    """Return *locale* as a language tag (BCP 47), as HTML's `lang` has it.

    >>> tag_of("zh_Hant_TW"), tag_of("ca_ES_VALENCIA")
    ('zh-Hant-TW', 'ca-ES-valencia')
    """
    language, *others = locale.replace("_", "-").split("-")
    return "-".join(
        [language, *(one if len(one) <= _LONGEST_CODE else _cased(one) for one in others)]
    )


_LONGEST_CODE = 3
_SCRIPT = 4


def _cased(subtag: str) -> str:
    """Return a script with a capital, a variant in small letters."""
    return subtag.capitalize() if len(subtag) == _SCRIPT else subtag.lower()


@lru_cache(maxsize=512)
def direction_of(tag: str) -> str | None:
    """Return "ltr" or "rtl" for what is written in the language *tag*; None if CLDR has no words.

    Args:
        tag: A language tag or a locale: ``ar-EG`` or ``ar_EG``.

    >>> direction_of("en"), direction_of("ar-EG"), direction_of("uz_Arab"), direction_of("tlh")
    ('ltr', 'rtl', 'rtl', None)
    """
    written = tag.replace("-", "_")
    while written:
        found = find_locale(written)
        if found is not None:
            return "rtl" if found.character_order == _RIGHT_TO_LEFT else "ltr"
        written = written.rpartition("_")[0]
    return None
