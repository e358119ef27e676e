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
            {"type": "string"},
            description="Replies that make no difference stand together, between them strokes; "
            '"*" is every other.',
        ),
        "default": {"type": "integer", "minimum": 1, "description": "Meant if nothing is said."},
        "sets": {"const": True, "description": "Several may be said: the digit is a bit mask."},
        "required": {"const": True},
        "replies": _list(
            _list({"anyOf": [{"$ref": "#/$defs/text"}, _list({"type": "string"})]}, minItems=1),
            description="What a picker lists: a value, and what it is called if that is another; "
            "without a list the parts of the country in `groups`.",
        ),
    },
    ("name", "groups"),
)
_OPTIONS = _list(_INDEX, description="Options; of equals the first is the better one.")
_BARE = {
    "type": "array",
    "description": "A sentence by its key, or a language, and what it speaks of.",
    "prefixItems": [{"type": "string"}, _list({"$ref": "#/$defs/text"})],
    "minItems": 1,
    "items": False,
}
_ROW = {
    "type": "array",
    "description": "A sentence by its key, what it speaks of, and what stands in brackets.",
    "prefixItems": [
        {"type": "string"},
        {"anyOf": [{"$ref": "#/$defs/text"}, _list({"$ref": "#/$defs/text"}), {"type": "null"}]},
        _list({"anyOf": [{"$ref": "#/$defs/text"}, _BARE]}),
    ],
    "minItems": 1,
    "items": False,
}
_NOTES = _list({"anyOf": [_ROW, {"$ref": "#/$defs/text"}]})
_FACTS = _list({"anyOf": [_ROW, {"$ref": "#/$defs/text"}]})
_CHOICE = _record(
    {
        "options": _OPTIONS,
        "other_ways": _OPTIONS,
        "guesses": _OPTIONS,
        "withheld": _list({"$ref": "#/$defs/text"}),
        "waiting": {**_ROW, "description": "What must be said first."},
        "notes": _NOTES,
    },
    ("options",),
)
_STEPS = _list(_ROW, description="What to do after contact.")
_OPTION = _record(
    {
        "line": {"type": "string"},
        "name": {"$ref": "#/$defs/text"},
        "channel": {"enum": ["sms", "textphone", "messaging", "chat", "web_form", "email", "post"]},
        "contact": _INDEX,
        "desks": _CODES,
        "keys": {"type": "string", "pattern": "^(,[0-9,]+|\\?.+)$"},
        "keys_for": {"type": "object", "additionalProperties": {"type": "string"}},
        "languages": _CODES,
        "facts": _FACTS,
        "any": {**_FACTS, "description": "The facts for who is served in any language."},
        "steps": _STEPS,
        "steps_for": {"type": "object", "additionalProperties": _STEPS},
        "place": {**_INDEX, "description": "Among options of which the same is told."},
        "notes": _NOTES,
    },
    ("line", "contact", "place"),
)
_CONTACT = _list(
    {
        "type": "array",
        "prefixItems": [
            {"$ref": "#/$defs/text"},
            {"type": ["string", "null"]},
            {"type": ["string", "null"]},
            {"type": ["string", "null"]},
            {"type": "string"},
        ],
        "minItems": 1,
        "items": False,
    },
    minItems=1,
    description="What is pressed or used, the link, the key of what it costs, the countries in "
    "which it is so, and that of a note. The last is for all others. Without a note the prefix of "
    'a country, if it is known, takes the place of "+".',
)
_TRACK = _list(
    {"type": "integer", "minimum": -1},
    description="Pairs of a gap and what is told from there on, -1 where it is not there; behind "
    "them, if anything comes, the place of that in `coming`.",
)
_COMING = {
    "type": "array",
    "description": "How long after midnight of UTC days begin, null by the clock of the caller, "
    "and what comes, by its beginning: places in `changes`, -1 less a place where it is so in some "
    "parts of the country, and nothing is known.",
    "prefixItems": [{"type": ["integer", "null"]}],
    "minItems": 2,
    "items": {"type": "integer"},
}
_CHANGE = {
    "type": "array",
    "description": "The first day, counted from that of `from` in UTC; why; the key of what is "
    "otherwise, null for closed, or when somebody answers, since and until when from its "
    "beginning; for how many days, null for one, 0 if nobody knows, or for how long, less than "
    "nothing; how long after midnight of UTC it begins, if not as the others; how much "
    "earlier than 30 days before that it is told, with what it lies within.",
    "minItems": 1,
    "maxItems": 6,
    "prefixItems": [
        {"type": "integer"},
        {"anyOf": [_ROW, {"$ref": "#/$defs/text"}, {"type": "null"}]},
        {
            "anyOf": [
                {"enum": ["short_unknown", "other_hours", "all_day", "always", None]},
                _list(_list({"type": "integer"}, minItems=2, maxItems=2), minItems=1),
            ]
        },
        {"type": ["integer", "null"]},
        {"type": ["integer", "null"]},
        {"type": "integer"},
    ],
}
_WHY = {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]}
_TOLD = {
    "type": "array",
    "description": "State; place in the order if it serves a wish, and if not; what decides there "
    "(0 the wish, 1 the change, 2 nothing); what follows; why now; why then; because; the key of "
    "what is said; the POSIX second of the change, 0 if there is none.",
    "minItems": 1,
    "maxItems": 10,
    "prefixItems": [
        {"enum": ["closed", "open", "unknown"]},
        _INDEX,
        _INDEX,
        {"enum": [0, 1, 2]},
        {"enum": ["changes", "closes", "opens", None]},
        _WHY,
        _WHY,
        {"anyOf": [_NOTES, {"type": "null"}]},
        {"enum": ["always", "messages", "messages_always", None]},
        {"type": "integer"},
    ],
}
_CLOCK = {
    "type": "array",
    "description": "The names of its zones, and how many seconds it is east of UTC since when; "
    "where that is not known it is the visitor's.",
    "prefixItems": [{"type": "string"}],
    "minItems": 1,
    "items": _list({"type": "integer"}, minItems=2, maxItems=2),
}

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
            "unit": {
                "type": "integer",
                "minimum": 1,
                "description": "Seconds in which time is counted.",
            },
            "zone_data": {"type": "string"},
            "read_on": {"type": "string", "format": "date"},
            "listed": {"const": False},
            "asks": _list(_ASK),
            "answers": _list(
                _list({"type": "integer"}, minItems=2),
                minItems=1,
                description="By the digits of asks: a choice, a clock, and the tracks of its "
                "options, the last for all the rest; each is what is added to the row before.",
            ),
            "choices": _list(_CHOICE, minItems=1),
            "options": _list(_OPTION),
            "tracks": _list(_TRACK),
            "told": _list(_TOLD),
            "coming": _list(_COMING),
            "changes": _list(_CHANGE),
            "contacts": _list(_CONTACT),
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
            "answers",
            "choices",
            "options",
            "tracks",
            "told",
            "coming",
            "changes",
            "contacts",
            "clocks",
            "serves",
        ),
    ),
    "$defs": {
        "text": _TEXT,
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
    "fresh_for": {"type": "integer", "minimum": 0},
    "date": {"type": "string", "description": "How a day is written."},
    "time": {"type": "string"},
    "moment": {"type": "string", "description": "A day and a time of it."},
    "months": _list({"type": "string"}, minItems=12, maxItems=12),
    "halves": _list({"type": "string"}, maxItems=2),
    "languages": {"type": "object", "additionalProperties": {"type": "string"}},
    "list": {"type": "string", "description": "What stands between things in a list."},
}

WORDS_SCHEMA: Mapping[str, Any] = {
    "$schema": _DIALECT,
    "title": "The words of a page in one locale",
    **_record(_WORDS, tuple(_WORDS)),
    "additionalProperties": {"type": "string", "description": "A sentence by its key."},
}
"""Of `words/LOCALE.json`."""
