"""The one place that opens CLDR's data, through Babel, when it is first asked for."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Mapping, NoReturn

if TYPE_CHECKING:
    from babel import Locale


WIDELY_READ = tuple(
    "ar cs da de el es fi fr he hi hu id it ja ko nb nl pl pt ro ru sv th tr uk vi zh".split()  # noqa: SIM905
)
"""Languages whose own words are searched for what a mistake may have meant: all 300 take 2 s."""

_BEGINS_WITH_A_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")


def table(name: str) -> Mapping[str, Any]:
    """Return one of CLDR's tables that hold for all locales, by Babel's name for it.

    >>> table("language_aliases")["iw"]
    'he'
    """
    from babel.core import get_global  # 30 ms that many callers never need

    tables: Any = get_global  # Babel types the names of its tables as literals
    found: Mapping[str, Any] = tables(name)
    return found


@lru_cache(maxsize=64)
def locale_data(identifier: str) -> Locale:
    """Return Babel's words of the locale *identifier*; raises what Babel raises."""
    from babel.core import Locale  # as above

    _import_formats()
    return Locale.parse(identifier)


def date_formats() -> Any:
    """Return Babel's module that writes times and dates by the patterns of a locale.

    Whoever calls it names the locale and the zone: without them it takes the machine's.
    """
    _import_formats()
    return import_module("babel.dates")


def find_locale(identifier: str) -> Locale | None:
    """Return Babel's words of the locale *identifier*, None if it has none.

    What begins with no language (BCP 47: two or three letters) is no locale: some versions of Babel
    take ``C`` and ``POSIX`` for American English, and all take ``root``.
    """
    if _BEGINS_WITH_A_LANGUAGE.match(identifier) is None:
        return None
    from babel.core import Locale, UnknownLocaleError  # as above

    _import_formats()
    try:
        return Locale.parse(identifier)
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=None)
def _import_formats() -> None:
    """Have Babel import its formats of dates, which are stored among its words.

    While they are imported, Babel asks for the machine's own zone and opens what the variable TZ
    names, be it a folder or /etc/passwd, and fails with whatever comes of it. The zone is never
    used here; where it cannot be had, Babel is told that there is none, which it is ready for.
    """
    try:
        import_module("babel.dates")
    except Exception:  # noqa: BLE001 - LookupError alone is taken by Babel
        reader = f"babel.localtime.{'_win32' if sys.platform == 'win32' else '_unix'}"
        stands_in: Any = ModuleType(reader)
        stands_in._get_localzone = _no_zone  # noqa: SLF001 - what Babel looks for there
        before = sys.modules.pop(reader, None)
        sys.modules[reader] = stands_in
        try:
            import_module("babel.dates")
        finally:
            del sys.modules[reader]
            if before is not None:
                sys.modules[reader] = before


def _no_zone() -> NoReturn:
    raise LookupError


def cldr_version() -> str:
    """Return the version of CLDR that Babel carries, such as "47"."""
    from babel.core import get_cldr_version  # as above

    return str(get_cldr_version())
