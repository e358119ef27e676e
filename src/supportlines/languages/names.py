"""What people call a language, in the language of who reads."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from supportlines.errors import WrongTypeError, check_text
from supportlines.languages.cldr import find_locale
from supportlines.languages.errors import UnknownLocaleError
from supportlines.languages.tags import TAKES, subtags

if TYPE_CHECKING:
    from babel import Locale

LOCALE_TAKES = 'a locale such as "pt-BR"'


def language_name(tag: str, locale: str) -> str:
    """Return the name of the spoken language *tag* for readers of *locale*, from CLDR.

    Scripts are left out: nobody speaks simplified characters. Where there is no name for
    language and region together, the language's is used, and where there is none, *tag*.

    Args:
        tag: A canonical tag.
        locale: A locale of CLDR, ``pt-BR`` or ``pt_BR``.

    Raises:
        LanguageTagError: If *tag* is none.
        UnknownLocaleError: If CLDR has no words for *locale*.
        WrongTypeError: If one of them is no text.

    >>> language_name("yue", "en"), language_name("es-MX", "en"), language_name("zh-Hans", "en")
    ('Cantonese', 'Mexican Spanish', 'Chinese')
    >>> language_name("es-AR", "de"), language_name("bfi", "en")
    ('Spanisch', 'bfi')
    """
    try:
        return _name(tag, locale)
    except (TypeError, WrongTypeError):
        check_text("tag", tag, TAKES)
        check_text("locale", locale, LOCALE_TAKES)
        raise


@lru_cache(maxsize=4096)
def _name(tag: str, locale: str) -> str:
    parts = subtags(tag)
    names = words_of(locale).languages
    for key in (f"{parts.language}_{parts.region}", parts.language):
        if key in names:
            return str(names[key])
    return tag


def words_of(locale: str) -> Locale:
    """Return Babel's words for readers of *locale*, whose parts ``-`` or ``_`` joins.

    Raises:
        UnknownLocaleError: If CLDR has none.
        WrongTypeError: If *locale* is no text.
    """
    check_text("locale", locale, LOCALE_TAKES)
    found = find_locale(locale.replace("-", "_"))
    if found is None:
        raise UnknownLocaleError(
            locale, 'write a language with or without its country, for example "en" or "pt-BR"'
        )
    return found
