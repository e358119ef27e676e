"""Single texts as people write them: lists, countries, languages, kinds, days, hours, zones.

Each reader returns what it understood and what it did not; nothing is taken for a slip.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Callable, Mapping

from supportlines.errors import SupportlinesError
from supportlines.hours import HoursSyntaxError, Schedule, UnknownTimeZoneError, open_zone
from supportlines.hours.schema_org import from_schema_org
from supportlines.languages import language_named
from supportlines.phones import COSTS, KINDS
from supportlines.places import country_named

CALLER = "caller"

_SLUG = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LONGEST_SLUG = 60


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Return *text* as an id, or an empty text if nothing of it can stand in one.

    >>> slug("Technical Support (Köln)"), slug("Поддержка")
    ('technical-support-koln', '')
    """
    import unicodedata  # noqa: PLC0415 - most texts are ASCII

    plain = text if text.isascii() else unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return _SLUG.sub("-", letters.lower())[:_LONGEST_SLUG].strip("-")


def identifier_of_text(text: str) -> str:
    """Return *text* if it is an id already, else its `slug`.

    >>> identifier_of_text("customer_service"), identifier_of_text("Customer service")
    ('customer_service', 'customer-service')
    """
    return text if _ID.fullmatch(text) else slug(text)


def several(text: str, read: Callable[[str], str | None]) -> tuple[list[str], list[str]]:
    """Return what *read* makes of the texts in a list, each once, and those it does not know.

    The whole is tried first: "Trinidad and Tobago" is one country.

    >>> several("DE, Austria / Bosnia and Herzegovina; EMEA", country_named)
    (['DE', 'AT', 'BA'], ['EMEA'])
    """
    found: list[str] = []
    unknown: list[str] = []
    for part in _parts(text, read, (r"[;|\n\r]", r",", r"/", r"\s(?:&|and|\+)\s")):
        value = read(part)
        if value is None:
            unknown.append(part)
        elif value not in found:
            found.append(value)
    return found, unknown


def _parts(text: str, read: Callable[[str], str | None], marks: tuple[str, ...]) -> list[str]:
    word = text.strip()
    if not word:
        return []
    if not marks or read(word) is not None:
        return [word]
    return [one for part in re.split(marks[0], word) for one in _parts(part, read, marks[1:])]


country_of_text = lru_cache(maxsize=1024)(country_named)
language_of_text = lru_cache(maxsize=1024)(language_named)


def word_of(text: str) -> str:
    """Return *text* as a word to compare: small letters and digits, joined by ``_``.

    >>> word_of("Toll-Free"), word_of(" Time zone ")
    ('toll_free', 'time_zone')
    """
    return "_".join(re.findall(r"[^\W_]+", text.lower()))


ALWAYS_OPEN = "24/7 open"
"""The same as ``24/7``, which is the 24th of July to a spreadsheet."""

_KINDS: Mapping[str, str] = {
    **{kind: kind for kind in KINDS},
    **dict.fromkeys(("tollfree", "freephone", "free_phone", "freecall", "free_call"), "toll_free"),
    **dict.fromkeys(("uifn", "international_toll_free"), "toll_free_international"),
    **dict.fromkeys(("landline", "fixed", "fixed_line", "local", "local_number"), "geographic"),
    **dict.fromkeys(("cell", "cellphone", "cell_phone", "mobile_phone"), "mobile"),
    **dict.fromkeys(("shared", "shared_cost_number"), "shared_cost"),
    **dict.fromkeys(("premium_rate_number",), "premium_rate"),
}
_CHANNELS: Mapping[str, str] = {
    **dict.fromkeys(("phone", "telephone", "voice", "call", "tel", "hotline"), "phone"),
    **dict.fromkeys(("sms", "text", "text_message"), "sms"),
    **dict.fromkeys(("tty", "tdd", "textphone", "minicom", "teletype"), "textphone"),
    **dict.fromkeys(("fax", "facsimile"), "fax"),
    **dict.fromkeys(("email", "e_mail", "mail"), "email"),
    **dict.fromkeys(("chat", "live_chat", "webchat"), "chat"),
    **dict.fromkeys(("web_form", "form", "contact_form"), "web_form"),
    **dict.fromkeys(("messaging", "messenger"), "messaging"),
    "post": "post",
}
_COSTS: Mapping[str, str] = {
    **{cost: cost for cost in COSTS},
    **dict.fromkeys(("free_of_charge", "toll_free", "freephone", "no_charge"), "free"),
    **dict.fromkeys(("local_call", "local_rate"), "local"),
    **dict.fromkeys(("national_call", "national_rate"), "national"),
    **dict.fromkeys(("international_call", "international_rate"), "international"),
}
_YES = frozenset(("yes", "y", "true", "1", "x", "fallback", "other"))
_NO = frozenset(("no", "n", "false", "0"))


def kind_of_text(text: str) -> str | None:
    """Return the kind of number that *text* names, or None."""
    return _KINDS.get(word_of(text))


def channel_of_text(text: str) -> str | None:
    """Return the channel that *text* names, ``fax`` among them, or None."""
    return _CHANNELS.get(word_of(text))


def cost_of_text(text: str) -> str | None:
    """Return what a call costs by the words of the data file, or None."""
    return _COSTS.get(word_of(text))


def yes_or_no(text: str) -> bool | None:
    """Return whether *text* says yes, or None if it says neither."""
    word = word_of(text)
    return True if word in _YES else False if word in _NO else None


def day_of_text(text: str) -> str | None:
    """Return the day of *text* in the form of ISO 8601, in which alone days are unambiguous."""
    try:
        return dt.date.fromisoformat(text.strip()).isoformat() if "-" in text else None
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def hours_of_text(text: str) -> str | None:
    """Return the hours of *text* in the notation, or None if any of it is not understood.

    >>> hours_of_text("Mon-Fri 9am-5pm"), hours_of_text("whenever") is None
    ('Mo-Fr 09:00-17:00', True)
    """
    try:
        return str(Schedule.parse(text))
    except HoursSyntaxError:
        pass
    try:
        read = from_schema_org({"openingHours": text})
    except SupportlinesError:
        return None
    return None if read.lost else str(read.schedule)


@lru_cache(maxsize=1024)
def is_constant(hours: str) -> bool:
    """Return whether *hours* are the same in every zone."""
    return Schedule.parse(hours).is_always


_LOCAL = frozenset(("caller", "local", "local_time", "caller_s", "customer", "customer_s"))


@lru_cache(maxsize=1024)
def zone_of_text(text: str) -> str | None:
    """Return the IANA zone that *text* names, `caller` for local time, or None.

    An abbreviation is no zone: EST is Eastern time to people and five hours in the database.

    >>> zone_of_text("Europe/Berlin"), zone_of_text("local time"), zone_of_text("EST") is None
    ('Europe/Berlin', 'caller', True)
    """
    if word_of(text) in _LOCAL:
        return CALLER
    if "/" not in text and text != "UTC":
        return None
    try:
        return open_zone(text).name
    except UnknownTimeZoneError:
        return None
