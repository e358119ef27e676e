"""What a record says beyond what is written of it, as losses."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Iterator

from supportlines.exchange.said import Loss
from supportlines.phones import Step
from supportlines.texts import Translated

NO_PLACE = "the format has no place for it."
ONE_LANGUAGE = "of several languages the first is written."


def unsaid(record: Any, where: str, known: frozenset[str]) -> Iterator[Loss]:
    """Yield what *record* says beyond the keys that are *known*; keys of later versions too.

    Of what is known in several languages, the others are lost.
    """
    for one in fields(record):
        value = getattr(record, one.name)
        default = getattr(type(record), one.name, None)
        if not value or value == default:
            continue
        if one.name not in known:
            yield Loss(where, one.name, NO_PLACE)
        elif _has_translations(value):
            yield Loss(where, f"translations of {one.name}", ONE_LANGUAGE)


def _has_translations(value: object) -> bool:
    if isinstance(value, Translated):
        return True
    if isinstance(value, tuple):
        texts = (text for one in value for text in _texts_of(one))
        return any(isinstance(text, Translated) for text in texts)
    return False


def _texts_of(value: object) -> tuple[object, ...]:
    return (value.label, value.text) if isinstance(value, Step) else (value,)
