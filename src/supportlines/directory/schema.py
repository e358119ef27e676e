"""The JSON Schema of the data file, for editors that complete and underline."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any, Dict, Sequence, Type

from supportlines.directory.reading.shapes import CONTACTS, RECORDS, adapter
from supportlines.directory.record import FILE_KEYS
from supportlines.phones.steps import ACTIONS

if TYPE_CHECKING:
    from supportlines.directory.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "https://raw.githubusercontent.com/supportlines/supportlines/main/data/directory.schema.json"
_FIELD = re.compile(r'^ {4,8}(\w+): [^\n]+\n {4}"""(.+?)"""', re.MULTILINE | re.DOTALL)

_INHERIT = "Among rules of a tier: what none of them is for, the level around decides."

# An editor reads what looks like a number as one: `published_as: 112` is right all the same.
_TEXT = {"type": "string", "minLength": 1}
_AS_WRITTEN = {"type": ["string", "number", "boolean"], "minLength": 1}
_YES_OR_NO = {"enum": [True, False, "true", "false"]}
_WHOLE_NUMBER = {"type": ["integer", "string"], "pattern": "^-?[0-9]+$"}
_NUMBER = {"type": ["string", "integer"], "minLength": 1}


def json_schema(doubts: Sequence[str] = ()) -> Dict[str, Any]:
    """Return the JSON Schema (2020-12) of a data file, every key with its description.

    It takes what the loader takes, and more: what an editor cannot know (whether a tier, a
    line, a country or a number exists) is left to `supportlines check`.

    Args:
        doubts: Codes that an editor offers under `accept`; without any, it takes all texts.
    """
    schema = adapter().json_schema()
    kinds = {kind.__name__: kind for kind in RECORDS}
    _describe(schema, kinds["Facts"])
    schema["$defs"]["Rule"]["properties"]["inherit"]["description"] = _INHERIT
    for name, part in schema["$defs"].items():
        _describe(part, kinds[name])
    plain: Dict[str, Any] = _plain(schema)
    _shorten(plain["$defs"])
    line = plain["$defs"]["Line"]
    line["properties"]["number"].update(_NUMBER)
    del line["properties"]["channel"]["default"]  # it depends on the contact
    line["required"].remove("published_as")
    line["oneOf"] = [{"required": [key]} for key in CONTACTS[:-1]]
    line["oneOf"].append({"required": [CONTACTS[-1], "published_as"]})
    plain["$defs"]["StepRecord"]["oneOf"] = [
        {"required": ["press", "label"] if action == "press" else [action]} for action in ACTIONS
    ]
    outcomes = ("hours", "after", "not_available", "inherit")
    plain["$defs"]["Rule"]["anyOf"] = [{"required": [key]} for key in outcomes]
    for part, key in ((plain, "regions"), (plain["$defs"]["About"], "sources")):
        part["properties"][key]["minItems"] = 1
    for part in plain["$defs"].values() if doubts else ():
        if "accept" in part["properties"]:
            accept = part["properties"]["accept"]
            kind = accept.pop("type")
            accept.update(propertyNames={"enum": list(doubts)}, type=kind)
    return {"$schema": DIALECT, "$id": ID, "title": "A directory of telephone lines", **plain}


def _shorten(records: Dict[str, Any]) -> None:
    """Take out what a file need not say: the key of a tier is its id, an id may be the name."""
    for name in ("Tier", "Desk", "Level", "Facet"):
        del records[name]["properties"]["id"]
        records[name]["required"].remove("id")
    for name in ("Tier", "Desk", "Level", "Facet", "Region", "Request"):
        records[name]["required"].remove("name")
        if not records[name]["required"]:
            del records[name]["required"]


def _describe(schema: Dict[str, Any], kind: Type[Record]) -> None:
    """Write the docstring of each field of *kind* into its schema, and what it is by default."""
    for field, words in _FIELD.findall(inspect.getsource(kind)):
        name = FILE_KEYS.get(field, field)
        if name in schema["properties"]:
            part = schema["properties"][name]
            usual = getattr(kind, field, None)
            if isinstance(usual, (str, int)):  # an editor could not write the others
                part["default"] = usual
            description = " ".join(words.split())
            schema["properties"][name] = {**dict(sorted(part.items())), "description": description}


def _plain(schema: Any) -> Any:
    """Return *schema* in the words of the file.

    There is no null, which no key takes, no title that repeats a key, no default that an
    editor could not write, and no type that YAML gives to what is read as text.
    """
    if isinstance(schema, list):
        return [_plain(one) for one in schema if one != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    plain = {
        key: _plain(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and not isinstance(value, (str, int)))
    }
    options = plain.get("anyOf", ())
    if len(options) == 1:
        plain.update(plain.pop("anyOf")[0])
    for option in options:
        if option.get("type") == "array":  # one may stand alone, none may not
            option["minItems"] = 1
    return _as_written(plain)


def _as_written(plain: Dict[str, Any]) -> Dict[str, Any]:
    """Return the schema of a value with the types that an editor may take its text for."""
    kind = plain.get("type")
    if _TEXT.items() <= plain.items():
        return {**plain, **_AS_WRITTEN}
    if kind == "boolean":
        return {**{key: value for key, value in plain.items() if key != "type"}, **_YES_OR_NO}
    return {**plain, **_WHOLE_NUMBER} if kind == "integer" else plain
