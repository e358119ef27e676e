"""Countries by their code of ISO 3166-1, and what people write instead of it."""

from __future__ import annotations

from functools import lru_cache

from supportlines.errors import check_text, closest
from supportlines.languages.cldr import WIDELY_READ, locale_data, table
from supportlines.languages.names import words_of
from supportlines.places.errors import UnknownCountryError

_NOT_COUNTRIES = frozenset({"001", "ZZ"})
_WITHOUT_ZONES = frozenset({"BV", "HM"})  # nobody lives there, so CLDR gives them no zone
_USER_ASSIGNED = frozenset({"XK"})  # Kosovo: no code of ISO, but +383, CLDR's name and callers
TAKES = 'a code of ISO 3166-1 such as "GB"'


@lru_cache(maxsize=1)
def known_countries() -> frozenset[str]:
    """Return the codes of ISO 3166-1, and ``XK`` for Kosovo, which has none there.

    >>> len(known_countries())
    250
    """
    listed = frozenset(table("territory_zones")) - _NOT_COUNTRIES
    return listed | _WITHOUT_ZONES | _USER_ASSIGNED


def parse_country(text: str) -> str:
    """Return the code of ISO 3166-1 (two letters) that *text* writes, in upper case.

    Raises:
        UnknownCountryError: If it is no such code. Names, codes of three letters and
            codes of former countries are refused with the code that may have been meant.
        WrongTypeError: If *text* is no text.

    >>> parse_country("mx")
    'MX'
    >>> parse_country("UK")
    Traceback (most recent call last):
    ...
    supportlines.places.errors.UnknownCountryError: there is no country "UK"; \
the code of the United Kingdom is "GB".
    """
    try:
        return _parsed(text)
    except TypeError:  # of a value that cannot be remembered
        check_text("text", text, TAKES)
        raise


@lru_cache(maxsize=1024)
def _parsed(text: str) -> str:
    check_text("text", text, TAKES)
    code = text.strip().upper()
    # "ß" becomes "SS" in upper case, and is not South Sudan.
    if code not in known_countries() or not text.isascii():
        raise _unknown(text)
    return code


def country_name(code: str, locale: str) -> str:
    """Return the name of the country *code* for readers of *locale*, from CLDR; else *code*.

    Args:
        code: A code of ISO 3166-1.
        locale: A locale of CLDR, ``pt-BR`` or ``pt_BR``.

    Raises:
        UnknownLocaleError: If CLDR has no words for *locale*.
        WrongTypeError: If one of them is no text.

    >>> country_name("AE", "en"), country_name("DE", "ru")
    ('United Arab Emirates', 'Германия')
    """
    check_text("code", code, TAKES)
    return str(words_of(locale).territories.get(code, code))


def country_named(text: str) -> str | None:
    """Return the code of the one country that *text* names, or None; slips are not guessed.

    Args:
        text: A code of ISO 3166-1, of two letters or three, or a name that people use, in
            English or in a widely read language.

    >>> country_named("Germany"), country_named("uk"), country_named("Österreich")
    ('DE', 'GB', 'AT')
    >>> country_named("Germny") is None, country_named("Korea") is None
    (True, True)
    """
    check_text("text", text, TAKES)
    return _named(" ".join(text.split()))


def part_named(text: str) -> str | None:
    """Return the code of the part of a country that *text* names in English, or None.

    Known are the four countries of the United Kingdom.

    >>> part_named("Northern  Ireland"), part_named("Ireland")
    ('GB-NIR', None)
    """
    return _PARTS.get(_simplified(text))


@lru_cache(maxsize=1024)
def _named(word: str) -> str | None:
    code = word.upper()
    if word.isascii() and code in known_countries():
        return code
    aliases = table("territory_aliases").get(code.replace(".", ""), ()) if word.isascii() else ()
    if aliases:
        return str(aliases[0]) if len(aliases) == 1 and aliases[0] in known_countries() else None
    name = _simplified(word)
    if name in _EVERYDAY_NAMES:
        return _EVERYDAY_NAMES[name]
    if name in _codes_by_name("en"):
        return _codes_by_name("en")[name]
    found = {_codes_by_name(one).get(name) for one in WIDELY_READ} - {None}
    return found.pop() if len(found) == 1 and name else None


def _unknown(text: str) -> UnknownCountryError:
    word = " ".join(text.split())
    codes = _codes_meant(word)
    if len(codes) == 1:
        return UnknownCountryError(
            text, f'the code of {_with_article(codes[0])} is "{codes[0]}"', codes
        )
    if codes:
        choices = ", ".join(f'"{code}" ({country_name(code, "en")})' for code in codes)
        return UnknownCountryError(text, f"write one of {choices}", codes)
    remedy = 'write a code of ISO 3166-1 with two letters, for example "GB"'
    if word.isascii() and word.upper() in _names():
        remedy = f"that stands for {_with_article(word.upper())}: write the code of one country"
    return UnknownCountryError(text, remedy)


_PARTS = {
    "england": "GB-ENG",
    "northern ireland": "GB-NIR",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
}
"""English names of parts of countries that people take for names of countries."""

_EVERYDAY_NAMES = {
    **{name: part.partition("-")[0] for name, part in _PARTS.items()},
    "america": "US",
    "britain": "GB",
    "burma": "MM",
    "cape verde": "CV",
    "czech republic": "CZ",
    "east timor": "TL",
    "great britain": "GB",
    "holland": "NL",
    "ivory coast": "CI",
    "macedonia": "MK",
    "republic of ireland": "IE",
    "russian federation": "RU",
    "swaziland": "SZ",
    "turkey": "TR",
}
"""English names in use that are not CLDR's; suggestions only, so nearly right is right enough."""


def _codes_meant(word: str) -> tuple[str, ...]:
    """Return the codes that *word* may mean: aliases, English names, names elsewhere, slips."""
    longest, shortest = 80, 4  # longer words are no names, shorter ones are parts of too many
    known = known_countries()
    aliases = table("territory_aliases").get(word.upper().replace(".", ""), ())
    if aliases:
        return tuple(str(code) for code in aliases if code in known)
    name = _simplified(word)
    if not shortest <= len(name) <= longest:
        return ()
    by_name = _codes_by_name("en")
    if name in _EVERYDAY_NAMES:
        return (_EVERYDAY_NAMES[name],)
    if name in by_name:
        return (by_name[name],)
    within = [code for known_name, code in by_name.items() if name in known_name]
    if within:
        return tuple(within[:5])
    for language in WIDELY_READ:
        elsewhere = _codes_by_name(language)
        if name in elsewhere:
            return (elsewhere[name],)
    return tuple(by_name[close] for close in closest(name, by_name, cutoff=0.8))


@lru_cache(maxsize=len(WIDELY_READ) + 1)
def _codes_by_name(language: str) -> dict[str, str]:
    known = known_countries()
    territories = locale_data(language).territories.items()
    return {_simplified(str(name)): code for code, name in territories if code in known}


def _simplified(name: str) -> str:
    """Return *name* in lower case without accents, articles and punctuation."""
    import unicodedata  # for mistakes alone

    letters = unicodedata.normalize("NFKD", name.lower().replace("&", " and "))
    words = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(word for word in words.split() if word != "the")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {code: str(name) for code, name in locale_data("en").territories.items()}


_PLURAL_OR_UNION = (
    "Bahamas", "British ", "Cayman ", "Central ", "Comoros", "Cook ", "Dominican ", "European ",
    "Falkland ", "Faroe ", "French S", "Gambia", "Isle ", "Maldives", "Marshall ", "Netherlands",
    "Northern ", "Philippines", "Seychelles", "Solomon ", "Turks ", "U.S. ", "United ", "Vatican ",
)  # fmt: skip


def _with_article(code: str) -> str:
    """Return the English name of *code* as it stands inside a sentence."""
    name = _names()[code]
    return f"the {name}" if name.startswith(_PLURAL_OR_UNION) else name
