"""The one place that opens CLDR's data, through Babel, when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Optional

if TYPE_CHECKING:
    from babel import Locale


WIDELY_READ = tuple(
    "ar cs da de el es fi fr he hi hu id it ja ko nb nl pl pt ro ru sv th tr uk vi zh".split()  # noqa: SIM905
)
"""Languages whose own words are searched for what a mistake may have meant: all 300 take 2 s."""


def table(name: str) -> Mapping[str, Any]:
    """Return one of CLDR's tables that hold for all locales, by Babel's name for it.

    >>> table("language_aliases")["iw"]
    'he'
    """
    from babel.core import get_global  # noqa: PLC0415  # 30 ms that many callers never need

    tables: Any = get_global  # Babel types the names of its tables as literals
    found: Mapping[str, Any] = tables(name)
    return found


def locale_data(identifier: str) -> Locale:
    """Return Babel's words of the locale *identifier*; raises what Babel raises."""
    from babel.core import Locale  # noqa: PLC0415  # as above

    return Locale.parse(identifier)


def find_locale(identifier: str) -> Optional[Locale]:
    """Return Babel's words of the locale *identifier*, None if it has none."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415  # as above

    try:
        return Locale.parse(identifier)
    except (UnknownLocaleError, ValueError):
        return None


def cldr_version() -> str:
    """Return the version of CLDR that Babel carries, such as "47"."""
    from babel.core import get_cldr_version  # noqa: PLC0415  # as above

    return str(get_cldr_version())
