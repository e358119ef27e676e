"""The JSON Schema of the data file, for editors that complete and underline."""

from __future__ import annotations

import inspect
import re
from typing import Any, Dict, Type

from pydantic import BaseModel  # noqa: TC002 - one import for the room

from supportlines.directory import model, records

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FIELD = re.compile(r'^ {4,8}(\w+): [^\n]+\n {4}"""(.+?)"""', re.MULTILINE | re.DOTALL)


def json_schema() -> Dict[str, Any]:
    """Return the JSON Schema (2020-12) of a data file, every key with its description."""
    schema = model.Directory.model_json_schema()
    _describe(schema, model.Directory)
    for name, part in schema["$defs"].items():
        _describe(part, getattr(records, name, None) or getattr(model, name))
    plain: Dict[str, Any] = _without_null(schema)
    return {"$schema": _DIALECT, **plain}


def _describe(schema: Dict[str, Any], kind: Type[BaseModel]) -> None:
    """Write the docstring of each field of *kind* into its schema."""
    for name, words in _FIELD.findall(inspect.getsource(kind)):
        if name in schema["properties"]:
            schema["properties"][name]["description"] = " ".join(words.split())


def _without_null(schema: Any) -> Any:
    """Return *schema* without null, which no key takes, and without titles that repeat keys."""
    if isinstance(schema, list):
        return [_without_null(one) for one in schema if one != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    plain = {
        key: _without_null(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and value in (None, [], {}))
    }
    if len(plain.get("anyOf", ())) == 1:
        plain.update(plain.pop("anyOf")[0])
    return plain
