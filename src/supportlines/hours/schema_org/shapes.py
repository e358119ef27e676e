"""The shapes in which JSON-LD says one thing, brought to plain values.

https://www.w3.org/TR/json-ld11/, read on 2026-11-25: a single value stands for a list of
one, ``null`` for no value, ``{"@value": …}`` for its value, ``@list`` and ``@set`` for their
members; a name may be written short, with a prefix, or as a whole address.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any, Iterable, Mapping

from supportlines.errors import SupportlinesError
from supportlines.errors import quoted as quoted_text

_VOCABULARY = re.compile(
    r"(?:https?://(?:www\.)?schema\.org/|schema:|http://purl\.org/goodrelations/v1#|gr:)",
    re.IGNORECASE,
)
_MOST_VALUES = 10_000


class SchemaOrgError(SupportlinesError, ValueError):
    """Something that states no hours in a form of schema.org.

    Attributes:
        where: The parameter or property, with the place in its list if it is one of several.
        found: What stands there, shortened.
        expected: What to give instead, as a sentence.
    """

    def __init__(self, where: str, found: str, expected: str) -> None:
        super().__init__(where, found, expected)
        self.where = where
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.where}: {self.found} states no hours of schema.org. {self.expected}"


def values_of(found: object, where: str) -> list[Any]:
    """Return the values that *found* holds: texts, numbers and objects, in their order.

    Raises:
        SchemaOrgError: If there are more than anybody publishes, or no end of them.
    """
    values: list[Any] = []
    waiting: list[object] = [found]
    looked_at = 0
    while waiting:
        looked_at += 1
        if looked_at > _MOST_VALUES:
            remedy = "Give the hours of one place."
            raise SchemaOrgError(where, f"a list of more than {_MOST_VALUES} values", remedy)
        each = waiting.pop()
        if isinstance(each, (list, tuple)):
            waiting.extend(reversed(each))
        elif isinstance(each, Mapping) and (key := _wrapper(each)):
            waiting.append(each[key])
        elif isinstance(each, (date, time)):
            values.append(each.isoformat())
        elif each is not None:
            values.append(each)
    return values


def _wrapper(node: Mapping[Any, Any]) -> str | None:
    return next((key for key in ("@value", "@list", "@set") if key in node), None)


def properties_of(node: Mapping[Any, Any]) -> dict[str, Any]:
    """Return what *node* says by the short names of its properties.

    >>> properties_of({"https://schema.org/opens": "09:00", "schema:closes": "17:00"})
    {'opens': '09:00', 'closes': '17:00'}
    """
    found: dict[str, Any] = {}
    for key, value in node.items():
        name = short_name(key) if isinstance(key, str) else quoted(key)
        found[name] = [found[name], value] if name in found else value
    return found


def short_name(text: str) -> str:
    """Return a name without the address or prefix of schema.org's words.

    >>> short_name("https://schema.org/Monday"), short_name("schema:Monday"), short_name("Mo")
    ('Monday', 'Monday', 'Mo')
    """
    match = _VOCABULARY.match(text)
    return text[match.end() :] if match else text


def named(found: object) -> object:
    """Return the name of a thing that is given as an object: its ``@id`` or its ``name``."""
    if not isinstance(found, Mapping):
        return found
    properties = properties_of(found)
    names: Iterable[object] = (properties.get(key) for key in ("@id", "name", "url"))
    return next((name for name in names if isinstance(name, str)), found)


def quoted(found: object) -> str:
    """Return a value of JSON for a sentence: a text in quotation marks, others by their kind.

    >>> print(quoted("soon"), quoted({"a": 1}), quoted(9))
    "soon" an object 9
    """
    if isinstance(found, str):
        return quoted_text(found)
    if found is None or isinstance(found, bool):
        return {None: "null", True: "true", False: "false"}[found]
    if isinstance(found, (int, float)):
        return str(found) if abs(found) < 10**15 else "a long number"
    kinds = ((Mapping, "an object"), ((list, tuple), "a list"))
    kind = next((name for kind, name in kinds if isinstance(found, kind)), None)
    return kind or f"a value of the type {type(found).__name__}"
