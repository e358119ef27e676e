"""In which language and manner an answer is written: locales of CLDR."""

from __future__ import annotations

import re
from functools import lru_cache

from supportlines.errors import check_text
from supportlines.languages.cldr import find_locale, table
from supportlines.languages.errors import UnknownLocaleError
from supportlines.languages.names import LOCALE_TAKES

_LONGEST = 60
_REGION = re.compile(r"[A-Z]{2}|[0-9]{3}")


def parse_locale(text: str) -> str:
    """Return Babel's identifier of the locale *text*, with ``-`` or ``_`` between its parts.

    Raises:
        UnknownLocaleError: If CLDR has no words for it.
        WrongTypeError: If *text* is no text.

    >>> parse_locale("pt-br"), parse_locale("zh_TW")
    ('pt_BR', 'zh_Hant_TW')
    >>> parse_locale("xx-DE")
    Traceback (most recent call last):
    ...
    supportlines.languages.errors.UnknownLocaleError: there is no locale "xx-DE"; \
write a language with or without its country, for example "en" or "pt-BR".
    """
    try:
        return _parsed(text)
    except TypeError:  # of a value that cannot be remembered
        check_text("text", text, LOCALE_TAKES)
        raise


@lru_cache(maxsize=256)
def _parsed(text: str) -> str:
    check_text("text", text, LOCALE_TAKES)
    written = text.strip().replace("-", "_")
    found = _in_cldr(written)
    if found is not None:
        return found
    language = _in_cldr(written.split("_")[0])
    if language is not None:
        raise UnknownLocaleError(text, f'the nearest is "{language}"', (language,))
    raise UnknownLocaleError(
        text, 'write a language with or without its country, for example "en" or "pt-BR"'
    )


def _in_cldr(identifier: str) -> str | None:
    found = find_locale(identifier) if len(identifier) <= _LONGEST else None
    return None if found is None else str(found)


@lru_cache(maxsize=256)
def likely_region(locale: str) -> str | None:
    """Return the code of the country, or group of countries, that *locale* names or suggests.

    CLDR's likely subtags say where most readers of a language are. None if it says nothing.

    Args:
        locale: An identifier of Babel, as of `parse_locale`.

    >>> likely_region("de_AT"), likely_region("en"), likely_region("zh_Hant")
    ('AT', 'US', 'TW')
    >>> likely_region("es_419"), likely_region("sr_Cyrl")
    ('419', 'RS')
    """
    likely = table("likely_subtags")
    for identifier in (locale, str(likely.get(locale, "")), str(likely.get(_language(locale), ""))):
        found = next((one for one in identifier.split("_")[1:] if _REGION.fullmatch(one)), None)
        if found is not None:
            return found
    return None


def _language(locale: str) -> str:
    return locale.split("_", maxsplit=1)[0]
