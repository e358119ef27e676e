"""Values of JSON that somebody else wrote, as texts."""

from __future__ import annotations

import json
from typing import Any, Iterable, Iterator, Mapping

from supportlines.errors import cut

JsonObject = Mapping[str, Any]

_LONGEST = 2_000


def texts_of(value: object) -> list[str]:
    """Return the texts in *value*: a text, a number, a list of them; of an object, its name.

    >>> texts_of("en"), texts_of(["en", {"@type": "Language", "name": "German"}]), texts_of(None)
    (['en'], ['en', 'German'], [])
    """
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, (int, float)):
        return [str(value)]
    if isinstance(value, list):
        return [text for one in value for text in texts_of(one)]
    if isinstance(value, Mapping):
        for key in ("@value", "identifier", "alternateName", "name", "@id", "url"):
            found = texts_of(value.get(key))
            if found and (key not in ("identifier", "alternateName") or _is_code(found[0])):
                return found[:1]
    return []


def _is_code(text: str) -> bool:
    longest = 11  # zh-Hant-HK
    return len(text) <= longest and " " not in text and not text.isdigit()


def text_of(value: object) -> str:
    """Return the first text in *value*, or an empty one."""
    return next(iter(texts_of(value)), "")


def objects_of(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects in *value*: one, or those of a list."""
    if isinstance(value, Mapping):
        if not {"@list", "@set"}.isdisjoint(value):
            yield from objects_of(value.get("@list", value.get("@set")))
        else:
            yield value
    elif isinstance(value, list):
        for one in value:
            yield from objects_of(one)


def misplaced(node: JsonObject, keys: Iterable[str]) -> Iterator[tuple[str, object]]:
    """Yield the keys under which something else stands than objects, each with the first of it.

    >>> list(misplaced({"phones": ["112", {"number": "112"}]}, ("phones", "contacts")))
    [('phones', '112')]
    """
    for key in keys:
        wrong = next(_others(node.get(key)), None)
        if wrong is not None:
            yield key, wrong


def _others(value: object) -> Iterator[object]:
    if isinstance(value, list):
        for one in value:
            yield from _others(one)
    elif value is not None and not isinstance(value, Mapping):
        yield value


def no_object(key: str) -> str:
    """Return the sentence about something under *key* that is passed over."""
    return f'"{key}" is not read: an object belongs there.'


def shown(value: object) -> str:
    """Return *value* for a comment, as JSON on one line, cut where nobody reads on."""
    if isinstance(value, str):
        return value
    return cut(json.dumps(value, ensure_ascii=False), _LONGEST)
