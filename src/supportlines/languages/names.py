"""What people call a language, in the language of who reads."""

from __future__ import annotations

from functools import lru_cache

from .cldr import locale_data
from .tags import subtags


@lru_cache(maxsize=4096)
def language_name(tag: str, locale: str) -> str:
    """Return the name of the spoken language *tag* for readers of *locale*, from CLDR.

    Scripts are left out: nobody speaks simplified characters. Where there is no name for
    language and region together, the language's is used, and where there is none, *tag*.

    Args:
        tag: A canonical tag.
        locale: An identifier of Babel, ``pt_BR``; `supportlines.places.parse_locale`
            makes one.

    >>> language_name("yue", "en"), language_name("es-MX", "en"), language_name("zh-Hans", "en")
    ('Cantonese', 'Mexican Spanish', 'Chinese')
    >>> language_name("es-AR", "de"), language_name("bfi", "en")
    ('Spanisch', 'bfi')
    """
    parts = subtags(tag)
    names = locale_data(locale).languages
    for key in (f"{parts.language}_{parts.region}", parts.language):
        if key in names:
            return str(names[key])
    return tag
