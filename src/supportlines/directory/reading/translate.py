"""pydantic's errors in the words of somebody who edits a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Tuple, Type, Union

from supportlines.directory.conditions import Facet
from supportlines.directory.days import DayException, Holiday
from supportlines.directory.finding import Finding, Path, did_you_mean, quoted
from supportlines.directory.guidance import (
    Address,
    Affiliate,
    Desk,
    Level,
    NotFor,
    Organisation,
    Preparation,
    Promise,
    Request,
    SelfHelp,
)
from supportlines.directory.model import About, Facts
from supportlines.directory.reading.document import BROKEN, EMPTY
from supportlines.directory.reading.marks import FORMS
from supportlines.directory.reading.shapes import StepRecord, keys_of
from supportlines.directory.reading.wrong import WrongValueError, described
from supportlines.directory.records import (
    Correction,
    CountryFacts,
    Guess,
    Line,
    Region,
    Rule,
    Source,
    Tier,
)
from supportlines.directory.replies import Reply
from supportlines.errors import shown
from supportlines.hours import HoursSyntaxError
from supportlines.phones import PhoneNumberError

_PLAIN = re.compile(r"[^\W_][\w ().'-]{0,39}")
"""What needs no quotation marks between braces, and is short."""

if TYPE_CHECKING:
    from pydantic import ValidationError

    from supportlines.directory.record import Record

_RECORDS: Mapping[str, Tuple[Type[Record], str]] = {
    "directory": (About, '"directory"'),
    "sources": (Source, "a source"),
    "tiers": (Tier, "a tier"),
    "countries": (CountryFacts, "a country"),
    "regions": (Region, "a region"),
    "guesses": (Guess, "a guess"),
    "lines": (Line, "a line"),
    "availability": (Rule, "a rule"),
    "steps": (StepRecord, "a step"),
    "correction": (Correction, "a correction"),
    "exceptions": (DayException, "an exception"),
    "holidays": (Holiday, "a holiday"),
    "calendars": (Holiday, "a holiday"),
    "organisation": (Organisation, "an organisation"),
    "addresses": (Address, "an address"),
    "affiliates": (Affiliate, "an affiliate"),
    "desks": (Desk, "a desk"),
    "not_for": (NotFor, 'an entry of "not_for"'),
    "levels": (Level, "a level"),
    "facets": (Facet, "a facet"),
    "prepare": (Preparation, "a thing to prepare"),
    "self_help": (SelfHelp, "a page of self-help"),
    "promises": (Promise, "a promise"),
    "reply": (Reply, "a reply"),
    "requests": (Request, "a kind of request"),
}

_KEYED = (Tier, Desk, Level, Facet)
_BY_ID = [["tiers"], ["desks"], ["levels"], ["facets"]]
"""Paths of records that stand under their ids."""

_OTHER_KEYS: Mapping[str, Tuple[str, ...]] = {
    "countries": ("serves",),
    "country": ("serves", "countries"),
    "for": ("serves", "countries"),
    "close": ("hours",),
    "closes": ("hours",),
    "condition": ("for",),
    "date": ("on",),
    "day": ("on",),
    "end": ("until", "last_day"),
    "homepage": ("url",),
    "lang": ("languages",),
    "language_modes": ("languages",),
    "link": ("url",),
    "message": ("send",),
    "only_for": ("for",),
    "open": ("hours",),
    "opens": ("hours",),
    "opening_hours": ("hours",),
    "phone": ("number",),
    "postal_address": ("address", "addresses"),
    "printed": ("published_as",),
    "printed_as": ("published_as",),
    "start": ("from", "first_day"),
    "timezone": ("time_zone",),
    "tz": ("time_zone",),
    "type": ("kind",),
    "web": ("url",),
    "website": ("url",),
    "whatsapp": ("service",),
    "zone": ("time_zone",),
}
"""What people call a key, and what it is called: the first that the record has."""

_IN_A_RULE = {
    **dict.fromkeys(("tz", "timezone", "time_zone", "zone"), "time_zone"),
    **dict.fromkeys(("hours", "opening_hours", "open", "opens", "close", "closes"), "hours"),
}
"""Keys that regions and lines have in their rules only."""

_IN_A_CONDITION = {
    **dict.fromkeys(("tier", "tiers"), "tiers"),
    **dict.fromkeys(("severity", "severities"), "severities"),
    **dict.fromkeys(("subdivision", "subdivisions", "part", "parts"), "subdivisions"),
}
"""Keys of a condition that people write beside it."""

_IN_A_STEP = ("press", "choose", "enter", "say", "wait")

_EXPECTED = {
    "string_type": ("a text", "Write one value."),
    "tuple_type": ("a list", 'Begin each entry with "- ".'),
    "dict_type": ("a record", 'Write "key: value".'),
    "mapping_type": ("a record", 'Write "key: value".'),
    "date_type": ("a day", "Write year, month and day, for example 2026-11-02."),
    "int_type": ("a whole number", "Write one value."),
    "bool_type": ("yes or no", 'Write "true" or "false".'),
    "literal_error": ("one word", "Write one value."),
}


_INSTEAD: Mapping[str, str] = {
    "after": 'Write the id of one line, or the hours themselves in "hours".',
    "availability": 'Write the hours of each tier, for example "availability: {standard: 24/7}".',
    "reply": 'Write a list of records, for example "reply: [{within: 2 days}]".',
    "severities": 'Write the ids alone, for example "severities: [normal, critical]".',
}
"""What to write under a key in place of something of another form."""


_ENTRIES: Mapping[str, str] = {
    "exceptions": '"{on: …, hours: …}"',
    "lines": '"{id: …, number: …}"',
    "reply": '"{within: 2 days}"',
    "requests": '"{id: …, name: …}"',
    "steps": '"{press: …, label: …}"',
}
"""What an entry of a list is, where a text stands in its place."""


def findings_of(error: ValidationError, content: Any) -> Iterator[Finding]:
    """Yield what *error* says about the plain *content*, with paths of the file."""
    facets = _inner(content, "facets")
    for one in error.errors(include_url=False):
        given = one["input"]
        if given is BROKEN or _is_of_other_form(one["loc"], given):
            continue
        path, at_key = _file_path(content, one["loc"])
        if given is EMPTY:
            yield _empty(path)
        else:
            yield _finding(dict(one), given, path, at_key, facets)


def _is_of_other_form(location: Tuple[Union[str, int], ...], given: Any) -> bool:
    """Return whether an error is about a form of a value in which it was not written."""
    plain, keyed = FORMS
    is_record = isinstance(given, dict)
    return location[-1:] == ((plain,) if is_record else (keyed,))


def _finding(
    one: Dict[str, Any],
    given: Any,
    path: Path,
    at_key: bool,  # noqa: FBT001
    facets: Any,
) -> Finding:
    kind = one["type"]
    value = given if isinstance(given, str) else ""
    if kind == "missing":
        name = str(path[-1])
        return Finding(path[:-1], f"{quoted(name)} is missing.", f'Write "{name}: …" here.')
    if kind == "extra_forbidden":
        return _unknown_key(path, facets)
    if kind == "value_error":
        return _refused(one["ctx"]["error"], path, value, at_key)
    expected, remedy = _EXPECTED.get(kind, ("something else", "Write one value."))
    if expected == "a record" and value and path:
        remedy = _as_record(path, value) or remedy
    remedy = _INSTEAD.get(str(path[-1]), remedy) if path else remedy
    found = f"{described(given)} stands where {expected} is expected."
    return Finding(path, found, remedy, value, at_key=at_key)


def _as_record(path: Path, text: str) -> str:
    """Return how to write a record in the place of a *text*, or nothing if nobody can tell."""
    *around, last = path
    if around in _BY_ID and isinstance(last, int):
        return f'Write the ids as keys, without "- ": "{shown(text)}: {{}}".'
    if isinstance(last, int):
        return f"Write {_ENTRIES[str(around[-1])]}." if around[-1] in _ENTRIES else ""
    if last not in _RECORDS and around not in _BY_ID:
        return ""
    if "name" not in keys_of(_record_at(path)[0]):
        return ""
    name = text if _PLAIN.fullmatch(text) else "…"
    return f'Write "{last}: {{name: {name}}}".'


def _refused(error: Any, path: Path, value: str, at_key: bool) -> Finding:  # noqa: FBT001
    """Return what an error of a room says, with the place in the text if it has one."""
    if isinstance(error, WrongValueError):
        return Finding(path, error.found, error.remedy, value, at_key=at_key)
    if isinstance(error, HoursSyntaxError):
        found = f"{error.problem}."
    elif isinstance(error, PhoneNumberError):
        found = f"{quoted(error.text)} {error.problem}."
    else:
        return Finding(path, str(error), "", value, at_key=at_key)
    return Finding(path, found, error.expected, value, error.text, error.offset)


def _empty(path: Path) -> Finding:
    if not path:
        return Finding(path, "the file says nothing.", 'Begin it with "directory:".')
    if isinstance(path[-1], int):
        return Finding(path, "an entry of the list is empty.", "Write one, or delete it.")
    name = path[-1]
    if len(path) == 2 and path[0] in ("tiers", "desks", "levels"):  # noqa: PLR2004
        _, what = _RECORDS[str(path[0])]
        remedy = f'Write "{name}: {{}}" for {what} without further facts.'
    else:
        remedy = f"Write one, or delete {quoted(name)}."
    return Finding(path, f"{quoted(name)} has no value.", remedy, at_key=True)


def _unknown_key(path: Path, facets: Any) -> Finding:
    name = str(path[-1])
    model, what = _record_at(path[:-1])
    keys = [key for key in keys_of(model) if not (model in _KEYED and key == "id")]
    meant = next((key for key in _OTHER_KEYS.get(name.lower(), ()) if key in keys), None)
    remedy = f"Did you mean {quoted(meant)}?" if meant is not None else did_you_mean(name, keys)
    if name.lower() in _IN_A_RULE and "availability" in keys:
        remedy = f'Write "{_IN_A_RULE[name.lower()]}" in a rule, under a tier of "availability".'
    if name.lower() in _IN_A_STEP and "steps" in keys:
        remedy = f'Write "{name.lower()}" in an entry of "steps".'
    limit = (
        name if isinstance(facets, dict) and name in facets else _IN_A_CONDITION.get(name.lower())
    )
    if limit is not None and limit not in keys and "for" in keys:
        remedy = f'Write "{limit}" in "for".'
    remedy = remedy or f"Delete it; the keys of {what} are {', '.join(keys)}."
    return Finding(path, f"{quoted(name)} is no key of {what}.", remedy, name, at_key=True)


def _record_at(path: Path) -> Tuple[Type[Record], str]:
    for part in reversed(path):
        if part in _RECORDS:
            return _RECORDS[str(part)]
    return Facts, "the file"


def _file_path(content: Any, location: Tuple[Union[str, int], ...]) -> Tuple[Path, bool]:
    """Return the path in the file for a place in the model, and whether its key is meant.

    They differ where the file has a short form: a rule that is no list, a tier under its id.
    """
    path: List[Union[str, int]] = []
    here = content
    for part in location:
        if part == "[key]":
            return tuple(path), True
        if part in FORMS:
            continue
        if isinstance(part, int) and isinstance(here, dict):
            if path not in _BY_ID:
                continue
            part = list(here)[part]  # noqa: PLW2901
        elif isinstance(here, str):
            break
        path.append(part)
        here = _inner(here, part)
    return tuple(path), False


def _inner(content: Any, part: Union[str, int]) -> Any:
    if isinstance(content, dict):
        return content.get(part)
    if isinstance(content, list) and isinstance(part, int):
        return content[part] if part < len(content) else None
    return None
