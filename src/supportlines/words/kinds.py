"""How the value of a placeholder is written, by its kind.

A placeholder of a message is `{name:kind}`. What is a text of the directory, an identifier or a
code stands as it is (`text`); names of countries and languages are CLDR's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping

from supportlines.errors import listed
from supportlines.languages import language_name
from supportlines.places import country_name
from supportlines.texts import within
from supportlines.words.channels import CHANNELS
from supportlines.words.phrase import WRITTEN_IN

if TYPE_CHECKING:
    from datetime import date

LOCALE = WRITTEN_IN


def _text(value: Any) -> str:
    return within(value, LOCALE) if isinstance(value, str) else str(value)


def _texts(value: Any) -> str:
    return listed(map(_text, value))


def _texts_or(value: Any) -> str:
    return listed(map(_text, value), "or")


def _codes(value: Any) -> str:
    return listed(value, "or")


def _sentence(value: Any) -> str:
    """Return a text of the directory as a sentence."""
    text = _text(value)
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _questions(value: Any) -> str:
    """Return what is asked, as the end of a sentence."""
    text = listed(map(_text, value))
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _phones(value: Any) -> str:
    return {"landline": "landlines", "mobile": "mobile phones"}.get(value, str(value))


def _channels(value: Any) -> str:
    return listed([CHANNELS[one].label.lower() for one in value])


def _country(value: Any) -> str:
    return country_name(value, LOCALE)


def _countries(value: Any) -> str:
    return listed([country_name(code, LOCALE) for code in value])


def _languages(value: Any) -> str:
    return listed([language_name(tag, LOCALE) for tag in value])


def _languages_or(value: Any) -> str:
    return listed([language_name(tag, LOCALE) for tag in value], "or")


def _verb(value: Any) -> str:
    return "is" if len(value) == 1 else "are"


def _state(value: Any) -> str:
    return str(value).capitalize()


def _day(value: date) -> str:
    return value.isoformat()


KINDS: Mapping[str, Callable[[Any], str]] = {
    "text": _text,
    "texts": _texts,
    "texts_or": _texts_or,
    "codes": _codes,
    "sentence": _sentence,
    "phones": _phones,
    "questions": _questions,
    "channels": _channels,
    "languages_or": _languages_or,
    "country": _country,
    "countries": _countries,
    "languages": _languages,
    "is_are": _verb,
    "state": _state,
    "day": _day,
}
"""By the word behind the colon."""
