"""JSON Schemas of the two kinds of files, for whoever reads them by another script."""

from __future__ import annotations

from typing import Any, Mapping

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT = {
    "description": "A text of the directory: as it is, or by language tags.",
    "anyOf": [
        {"type": "string"},
        {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
    ],
}
_COUNTRY = {"type": "string", "pattern": "^[A-Z]{2}$"}
_INDEX = {"type": "integer", "minimum": 0}
_COUNTRIES = {"type": "array", "items": _COUNTRY}
_CODES = {"type": "array", "items": {"type": "string"}}


def _record(
    properties: Mapping[str, Any], required: tuple[str, ...], **more: Any
) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
        **more,
    }


def _list(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


_ASK = _record(
    {
        "name": {"type": "string", "description": "As in a question, or the id of a facet."},
        "title": {"$ref": "#/$defs/text"},
        "groups": _list(
            _list({"type": "string"}, minItems=1),
            description='Replies that make no difference stand together; "*" is every other.',
        ),
        "default": {"type": "integer", "minimum": 1, "description": "Meant if nothing is said."},
        "sets": {"const": True, "description": "Several may be said: the digit is a bit mask."},
        "required": {"const": True},
        "names": {"type": "object", "additionalProperties": {"$ref": "#/$defs/text"}},
    },
    ("name", "groups"),
)
_OPTIONS = _list(_INDEX, description="Options; of equals the first is the better one.")
_NOTES = _list(
    {
        "type": "array",
        "prefixItems": [{"type": "string"}],
        "minItems": 1,
        "items": {"$ref": "#/$defs/text"},
    },
    description="A code, and what stands behind a colon.",
)
_CHOICE = _record(
    {
        "options": _OPTIONS,
        "other_ways": _OPTIONS,
        "guesses": _OPTIONS,
        "withheld": _list({"$ref": "#/$defs/text"}),
        "waiting": _CODES,
        "notes": _NOTES,
    },
    ("options",),
)
_STEPS = _list(
    {
        "type": "array",
        "minItems": 2,
        "maxItems": 5,
        "prefixItems": [
            {"enum": ["press", "choose", "enter", "say", "send", "wait"]},
            {"$ref": "#/$defs/text"},
            {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]},
            {"anyOf": [_list({"$ref": "#/$defs/text"}), {"type": "null"}]},
            _CODES,
        ],
    },
    description="What to do after contact: action, keys or words, what for, for whom, languages.",
)
_OPTION = _record(
    {
        "line": {"type": "string"},
        "name": {"$ref": "#/$defs/text"},
        "channel": {"enum": ["sms", "textphone", "messaging", "chat", "web_form", "email", "post"]},
        "mode": {"const": "message"},
        "number": _INDEX,
        "contact": {"$ref": "#/$defs/text"},
        "uri": {"type": "string"},
        "keys": {"type": "string", "pattern": "^,[0-9,]+$"},
        "published": {"$ref": "#/$defs/text"},
        "cost": {"$ref": "#/$defs/cost"},
        "languages": _CODES,
        "assumed": {"const": True},
        "language_mode": {"enum": ["interpreter", "best_effort"]},
        "any": {"enum": ["native", "interpreter", "best_effort"]},
        "desks": _list({"$ref": "#/$defs/text"}),
        "service": {"$ref": "#/$defs/text"},
        "steps": _STEPS,
        "steps_for": {"type": "object", "additionalProperties": _STEPS},
        "place": _list(_INDEX, minItems=7, maxItems=7),
        "notes": _NOTES,
    },
    ("line", "place"),
)
_NUMBER = _record(
    {
        "e164": {"type": "string", "pattern": "^\\+[0-9]+$"},
        "abroad": {"type": "string"},
        "home": {"type": "string"},
        "press": {"type": "object", "additionalProperties": _COUNTRIES},
        "same": {"type": "string"},
        "uri": {"type": "string"},
        "uris": {"type": "object", "additionalProperties": _COUNTRIES},
        "cost": {"$ref": "#/$defs/cost"},
        "cost_abroad": {"$ref": "#/$defs/cost"},
        "costs": {"type": "object", "additionalProperties": _COUNTRIES},
    },
    (),
)
_EDGE = {
    "anyOf": [
        {"type": "integer", "minimum": -1},
        {
            "type": "array",
            "prefixItems": [_list({"type": "integer", "minimum": -1}), {"type": "integer"}],
            "minItems": 2,
            "items": False,
        },
    ]
}
_TRACK = _record(
    {
        "edges": _list(_EDGE, description="Pairs of a gap and what is told from there on."),
        "last": {"type": "integer"},
        "changes": _list({"type": ["integer", "null"]}),
    },
    ("edges",),
)
_STATE = {"enum": [0, 1, 2]}
_TOLD = {
    "type": "array",
    "description": "State, next state, whether it opens, why now, why then, because.",
    "minItems": 1,
    "maxItems": 6,
    "prefixItems": [
        _STATE,
        {"enum": [0, 1, 2, None]},
        {"enum": [1, None]},
        {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]},
        {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]},
        _CODES,
    ],
}
_CLOCK = _record(
    {"zone": {"type": "string"}, "offsets": _list({"type": "integer"})}, ("zone", "offsets")
)

LINES_SCHEMA: Mapping[str, Any] = {
    "$schema": _DIALECT,
    "title": "Who answers when, for callers of one country",
    **_record(
        {
            "version": {"const": 1},
            "directory": {"type": "string"},
            "name": {"$ref": "#/$defs/text"},
            "country": _COUNTRY,
            "from": {"type": "integer", "description": "POSIX second from which on it speaks."},
            "until": {"type": "integer", "description": "POSIX second until which it holds."},
            "fresh_for": {"type": "integer", "minimum": 0},
            "unit": {"enum": [1, 60], "description": "Seconds in which time is counted."},
            "zone_data": {"type": "string"},
            "read_on": {"type": "string", "format": "date"},
            "listed": {"const": False},
            "asks": _list(_ASK),
            "table": _list(
                {"type": "integer"},
                minItems=1,
                description="By the digits of asks the answer; what is added to the one before.",
            ),
            "answers": _list(
                _list({"type": "integer"}, minItems=1),
                minItems=1,
                description="A choice, and the tracks of its options, the last for all the rest; "
                "each number is what is added to that of the row before.",
            ),
            "choices": _list(_CHOICE, minItems=1),
            "options": _list(_OPTION),
            "tracks": _list(_TRACK),
            "told": _list(_TOLD),
            "numbers": _list(_NUMBER),
            "clocks": _list(_CLOCK, minItems=1),
            "serves": {"type": "object", "additionalProperties": {"type": "string"}},
        },
        (
            "version",
            "directory",
            "name",
            "country",
            "from",
            "until",
            "fresh_for",
            "unit",
            "zone_data",
            "read_on",
            "asks",
            "table",
            "answers",
            "choices",
            "options",
            "tracks",
            "told",
            "numbers",
            "clocks",
            "serves",
        ),
    ),
    "$defs": {
        "text": _TEXT,
        "cost": {"enum": ["free", "local", "national", "international", "unknown"]},
    },
}
"""Of `lines/CC.json`."""

_WORDS = {
    "version": {"const": 1},
    "locale": {"type": "string"},
    "dir": {"enum": ["ltr", "rtl"]},
    "lang": {"type": "string", "description": "The language of the sentences."},
    "lang_dir": {"enum": ["ltr", "rtl"]},
    "until": {"type": "integer"},
    "say": {"type": "object", "additionalProperties": {"type": "string"}},
    "months": _list({"type": "string"}, minItems=12, maxItems=12),
    "date": {"type": "string"},
    "times": {
        "type": "object",
        "propertyNames": {"pattern": "^[0-9]{1,4}$"},
        "additionalProperties": {"type": "string"},
    },
    "languages": {"type": "object", "additionalProperties": {"type": "string"}},
    "list": _list({"type": "string"}, minItems=2, maxItems=2),
    "prefixes": {"type": "object", "additionalProperties": {"type": "string"}},
}

WORDS_SCHEMA: Mapping[str, Any] = {
    "$schema": _DIALECT,
    "title": "The words of a page in one locale",
    **_record(_WORDS, tuple(_WORDS)),
}
"""Of `words/LOCALE.json`."""
