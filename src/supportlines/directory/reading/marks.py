"""Marks on the types of values that say in the JSON Schema which other forms a file may have."""

from __future__ import annotations

from typing import Any, Callable

from pydantic_core import core_schema

FORMS = "\0plain", "\0keyed"
"""What pydantic calls the two forms of a value; no key of a file has such a character."""


class OrOne:
    """Marks a list for which one entry may stand."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        schema = handler(core)
        return {"anyOf": [schema["items"], schema]}


class OrAllBut:
    """Marks a list of countries, or one, for which all but some may stand."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        one, several = handler(core)["anyOf"]
        others = {
            "type": "object",
            "properties": {
                "except": {"anyOf": [one, several], "description": "The countries that are not."}
            },
            "required": ["except"],
            "additionalProperties": False,
        }
        return {"anyOf": [one, several, others]}


class OrOneRule:
    """Marks a list of rules for which one rule, or hours alone, may stand."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        schema = handler(core)
        hours = {"type": "string"}
        rules = {**schema, "items": {"anyOf": [hours, schema["items"]]}}
        return {"anyOf": [hours, schema["items"], rules]}


class KeyedById:
    """Marks a list of records that stand under their ids, or for which a list of ids may stand."""

    def __init__(self, *, or_ids: bool = False) -> None:
        self._or_ids = or_ids

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        records = handler(core)["items"]
        keyed = {"type": "object", "additionalProperties": records, "minProperties": 1}
        if not self._or_ids:
            return keyed
        return {"anyOf": [{"type": "array", "items": {"type": "string"}}, keyed]}


class Either:
    """Marks a value that is written as *plain*, or as the record *keyed*.

    The forms are tried one after the other, in which Python takes no part where the first is
    right; of what is wrong `translate` takes what is said of the form that was written.
    """

    def __init__(self, plain: Any, keyed: Any) -> None:
        self._forms = plain, keyed

    def __get_pydantic_core_schema__(self, _source: Any, handler: Any) -> Any:
        schemas = (handler.generate_schema(form) for form in self._forms)
        return core_schema.union_schema(list(zip(schemas, FORMS)), mode="left_to_right")
