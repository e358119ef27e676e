"""Caveats in short: a code, and what stands behind a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping

from supportlines.lookup import words_of
from supportlines.web.feed.tracks import text

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.lookup import Caveat

_SHOWN_OTHERWISE = frozenset(
    ["carrier_prefix", "language_assumed", "trunk_prefix_unknown", "wanted_language_missing"]
)
"""The page tells them of the languages and of the keys."""

_ONLY = {"subdivision": "only_for_parts", "language": "only_for_languages"}
_NOT = {("subdivision",): "not_for_parts"}


def notes_of(facts: Facts, caveats: Iterable[Caveat]) -> list[Any]:
    """Return *caveats* as rows: the key of a sentence, and what stands behind a colon.

    A note of the directory is a text: it is in no language of ours.
    """
    found: list[Any] = []
    for one in caveats:
        for code, *items in _notes(facts, one):
            note = items[0] if code == "note" else [f"note_{code}", *([items] if items else [])]
            if note not in found:
                found.append(note)
    return found


def _notes(facts: Facts, caveat: Caveat) -> Iterator[list[Any]]:
    code, values = caveat.code, caveat.values
    if code in _SHOWN_OTHERWISE:
        return
    if code in _WRITERS:
        yield from _WRITERS[code](facts, values)
    else:
        yield [code, *_items(code, values)]


def _only_for(facts: Facts, values: Any) -> Iterator[list[Any]]:
    name = values["facet"]
    names = (words_of(facts, name, value) for value in values["values"])
    yield [_ONLY.get(name, "only_for"), *map(text, names)]


def _not_for(facts: Facts, values: Any) -> Iterator[list[Any]]:
    facets, names = values["facets"], values["names"]
    if len(facets) == 1:
        names = (words_of(facts, facets[0], value) for value in values["values"])
    yield [_NOT.get(facets, "not_for"), *map(text, names)]
    if "note" in values:
        yield ["note", text(values["note"])]


def _carriers(_facts: Facts, values: Any) -> Iterator[list[Any]]:
    if "carriers" in values:
        yield ["carriers_only", *map(text, values["carriers"])]
    for phone in ("landline", "mobile"):
        if values.get(phone):
            yield [f"carriers_only_{phone}", *map(text, values[phone])]


def _note(_facts: Facts, values: Any) -> Iterator[list[Any]]:
    yield ["note", text(values["note"])] if "note" in values else ["guess"]


def _via(_facts: Facts, values: Any) -> Iterator[list[Any]]:
    yield [f"via_{values['via']}"]


_WRITERS: Mapping[str, Callable[[Facts, Any], Iterator[list[Any]]]] = {
    "only_for": _only_for,
    "not_for": _not_for,
    "carriers_only": _carriers,
    "note": _note,
    "guess": _note,
    "not_available": _note,
    "via": _via,
}
"""By code; all others stand with what `_ITEMS` names."""

_ITEMS = {
    "corrected": ("text",),
    "number_note": ("surplus", "read"),
    "only_from_parts": ("parts",),
    "reply_depends": ("names",),
    "must_be_said": ("names",),
    "not_confirmed": ("since",),
    "country_not_named": ("names",),
}
"""By code, which values stand behind the colon."""


def _items(code: str, values: Any) -> Iterator[Any]:
    for name in _ITEMS.get(code, ()):
        value = values.get(name)
        if isinstance(value, tuple):
            yield from map(text, value)
        elif value is not None:
            yield text(value)
