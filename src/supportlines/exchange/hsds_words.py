"""Words in HSDS for what it has no keys for, both ways: a place by its code, how one gets through.

What we write is read back; words of others stay what they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Mapping

if TYPE_CHECKING:
    import datetime as dt

CODE_OF_COUNTRY = "ISO 3166-1: "
CODE_OF_PART = "ISO 3166-2: "
TAG = "BCP 47: "
MODE = "mode: "
AS_PUBLISHED = ", as published at "

_MARK = "; "
_KEYS = {
    "channel": "channel",
    "mode": "mode",
    "service": "messaging_service",
    "via": "via",
    "send": "send",
    "only_in": "only_in",
    "dialable_from": "dialable_from",
}
"""By our key the name that an entry has for it."""


def access_text(said: Mapping[str, str]) -> str | None:
    """Return how one gets through as one text, or None if it could not be read back.

    >>> access_text({"channel": "chat", "mode": ""})
    'channel: chat'
    """
    words = {key: text for key, text in said.items() if text}
    text = _MARK.join(f"{key}: {words[key]}" for key in _KEYS if key in words)
    return text if access_of_text(text) == {_KEYS[key]: one for key, one in words.items()} else None


def access_of_text(text: str) -> dict[str, str]:
    """Return what a text of `access_text` says, by the names of an entry; nothing of any other.

    >>> access_of_text("channel: chat; mode: live")
    {'channel': 'chat', 'mode': 'live'}
    >>> access_of_text("Call us; we are nice")
    {}
    """
    found: dict[str, str] = {}
    for part in text.split(_MARK) if text else ():
        key, mark, value = part.partition(": ")
        if not mark or key not in _KEYS or not value.strip() or _KEYS[key] in found:
            return {}
        found[_KEYS[key]] = value
    return found


def language_note(tag: str, code: str, mode: str) -> str:
    """Return what a code of ISO 639 leaves out of a language with this *tag*, and how it is served.

    >>> language_note("pt-BR", "pt", "interpreter"), language_note("en", "en", "native")
    ('BCP 47: pt-BR; mode: interpreter', '')
    """
    tagged = f"{TAG}{tag}" if tag != code else ""
    served = f"{MODE}{mode}" if mode != "native" else ""
    return _MARK.join(filter(None, (tagged, served)))


def language_of_note(note: str) -> tuple[str, str] | None:
    """Return tag and mode of a note of `language_note`, each perhaps empty; None of any other.

    >>> language_of_note("BCP 47: pt-BR; mode: interpreter"), language_of_note("by appointment")
    (('pt-BR', 'interpreter'), None)
    """
    tag = mode = ""
    for part in note.split(_MARK):
        if part.startswith(TAG):
            tag = part[len(TAG) :]
        elif part.startswith(MODE):
            mode = part[len(MODE) :]
        else:
            return None
    return tag, mode


_VALIDITY = re.compile(
    r"(?:From (?P<valid_from>[0-9]{4}-[0-9]{2}-[0-9]{2})\.)? ?"
    r"(?:Until (?P<valid_until>[0-9]{4}-[0-9]{2}-[0-9]{2})\.)?"
)


def validity_text(valid_from: dt.date | None, valid_until: dt.date | None) -> str:
    """Return for people from when until when a line can be called, or nothing.

    >>> import datetime
    >>> validity_text(datetime.date(2027, 1, 1), None)
    'From 2027-01-01.'
    """
    words = (("From", valid_from), ("Until", valid_until))
    return " ".join(f"{word} {day.isoformat()}." for word, day in words if day is not None)


def validity_of_text(text: str) -> dict[str, str]:
    """Return the days of a text of `validity_text`; nothing of any other.

    >>> validity_of_text("From 2027-01-01."), validity_of_text("Closed for repair.")
    ({'valid_from': '2027-01-01'}, {})
    """
    match = _VALIDITY.fullmatch(text)
    return {} if match is None else {key: day for key, day in match.groupdict().items() if day}
