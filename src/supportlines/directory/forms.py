"""What a file says in one form and a record in another, both ways.

Parts of a country stand in a list of countries, modes of languages beside the languages, and
what is left to the level around among the rules. Here `said` is what a record says, by its
fields, and is changed.
"""

from __future__ import annotations

from typing import Any, Dict, Optional, get_args

from supportlines.directory.fields import ANY_LANGUAGE, Purpose
from supportlines.directory.record import FrozenDict
from supportlines.hours import Schedule

Keyed = Dict[str, Any]

UNKNOWN = "unknown"
"""Instead of an end: nobody knows it."""

INHERIT = object()
"""Stands for the entry `{inherit: true}` until its tier is one that the record inherits."""

DAY_AND_NIGHT = Schedule.parse("24/7")
"""The hours of a rule with `after` that states none."""

_NATIVE = "native"
_PURPOSES = frozenset(get_args(Purpose))
_PARTS = {
    "countries": "parts",
    "countries_not_named": "parts",
    "serves": "serves_parts",
    "dialable_from": "dialable_from_parts",
}


def purpose_of(desk: str) -> Optional[str]:
    """Return what sort of desk one with this id is, if the id is one of the words for that."""
    word = desk.replace("-", "_")
    return word if word in _PURPOSES else None


def split_places(said: Keyed, key: str) -> None:
    """Put parts of countries that stand in a list of countries into a list of their own."""
    places = said.get(key)
    if places and "-" in "".join(places):  # no code of a country has one
        parts = _PARTS[key]
        said[parts] = (*said.get(parts, ()), *(one for one in places if "-" in one))
        said[key] = tuple(one for one in places if "-" not in one)


def join_places(said: Keyed) -> None:
    """Put parts of countries behind the countries of a list."""
    for key, parts in _PARTS.items():
        if parts in said:
            said[key] = [*said.get(key, ()), *said.pop(parts)]


def split_languages(said: Keyed) -> None:
    """Put the modes of languages beside the languages, where both stand in one mapping."""
    if said.get("languages").__class__ is not FrozenDict:
        return
    modes = said.pop("languages")
    named = tuple(one for one in modes if one != ANY_LANGUAGE)
    if named:
        said["languages"] = named
    others = {one: mode for one, mode in modes.items() if mode != _NATIVE or one == ANY_LANGUAGE}
    if others:
        said["language_modes"] = FrozenDict(others)


def join_languages(said: Keyed) -> None:
    """Put languages and modes into one mapping, if there are modes."""
    if "language_modes" not in said:
        return
    modes = said.pop("language_modes")
    named = {one: modes.get(one, _NATIVE) for one in said.get("languages", ())}
    if ANY_LANGUAGE in modes:
        named[ANY_LANGUAGE] = modes[ANY_LANGUAGE]
    said["languages"] = named


def split_inherited(said: Keyed) -> None:
    """Take out of the rules what is left to the level around, tier by tier."""
    if "availability" not in said:
        return
    stated = said["availability"]
    inherits = tuple([tier for tier, rules in stated.items() if INHERIT in rules])
    if inherits:
        said["inherits"] = inherits
        said["availability"] = FrozenDict(
            (tier, tuple(rule for rule in rules if rule is not INHERIT))
            for tier, rules in stated.items()
        )


def join_inherited(said: Keyed) -> None:
    """Put an entry behind the rules of each tier that leaves something to the level around."""
    for tier in said.pop("inherits", ()):
        said["availability"][tier].append({"inherit": True})


def split_end(said: Keyed) -> None:
    """Let an end that is `unknown` be none."""
    for key in ("last_day", "ends"):
        if said.get(key) == UNKNOWN:
            del said[key]
            said["end_unknown"] = True


def put_hours(said: Keyed) -> None:
    """Let a rule that holds after a line, and says no hours, hold day and night."""
    if "after" in said:
        said.setdefault("hours", DAY_AND_NIGHT)


def put_purpose(said: Keyed) -> None:
    """Let the id of a desk say what sort of desk it is."""
    purpose = purpose_of(said["id"])
    if purpose is not None:
        said.setdefault("purpose", purpose)
