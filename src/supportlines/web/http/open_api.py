"""The description of the application for programs: OpenAPI 3.1, of the directory that is served."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supportlines.directory import CHANNELS
from supportlines.lookup.question import facets_of
from supportlines.places import known_countries
from supportlines.render.answer_schema import answer_schema
from supportlines.texts import within
from supportlines.web.http.asking import FACET, MOST_LANGUAGES
from supportlines.web.http.instants import EXAMPLE, PATTERN
from supportlines.web.http.pages import FILES, HTML
from supportlines.web.http.problems import MEDIA_TYPE
from supportlines.web.http.responses import JSON

if TYPE_CHECKING:
    from typing import Sequence

    from supportlines.directory import Facts

_LANGUAGE = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_ZONE = "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$"
_PART = "^[A-Za-z0-9]{1,3}(-[A-Za-z0-9]{1,3})?$"
_TEXT = {"type": "string"}
_OBJECT = {"type": "object"}
_LOCALE = {"type": "string", "pattern": "^[A-Za-z0-9_-]+$", "examples": ["pt-BR"]}
_IN_PATH = {"in": "path", "required": True}

_REFUSED = {
    "400": "It cannot be understood; the detail says what to write.",
    "404": "It names what there is not: a country, a tier, a zone, a language.",
    "413": "It has content.",
    "414": "Its address is too long.",
    "431": "Its header is too long.",
}
_ALWAYS = ("413", "414", "431")


def open_api(facts: Facts, version: str, server: str) -> dict[str, Any]:
    """Return the description of an application that serves *facts*.

    Args:
        facts: Whose tiers, desks, severities and facets may be named.
        version: That of the package.
        server: Under which path the application is mounted; "/" if it stands alone.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": within(facts.name, "en"),
            "version": version,
            "description": "Who can be called right now, in what language, and what to press.",
        },
        "servers": [{"url": server}],
        "paths": {
            "/v1/now": {"get": _now(facts)},
            "/v1/lines": {"get": _whole("lines", "All lines of the directory.", _listed())},
            "/v1/lines/{country}.json": {"get": _lines_of_a_country()},
            "/v1/words/{locale}.json": {"get": _words_of_a_locale()},
            "/v1/health": {"get": _health()},
            "/openapi.json": {"get": _whole("description", "This description.", _OBJECT)},
            "/": {"get": _page()},
            **{f"/{name}": {"get": _file(name)} for name in FILES},
        },
        "components": {
            "schemas": {"Answer": answer_schema(), "Problem": _problem()},
            "headers": {
                "ETag": {"description": "A hash of the bytes.", "schema": _TEXT},
                "Cache-Control": {
                    "description": "An answer about now is fresh until something in it changes.",
                    "schema": _TEXT,
                },
            },
        },
    }


def _now(facts: Facts) -> dict[str, Any]:
    return {
        "operationId": "now",
        "summary": "Who can be called, best first, with the reasons.",
        "parameters": _parameters(facts),
        "responses": {
            "200": _found("The answer.", {"$ref": "#/components/schemas/Answer"}),
            "304": {"description": "It is what `If-None-Match` names."},
            **_refusals("400", "404", *_ALWAYS),
        },
    }


def _whole(
    operation: str, summary: str, schema: dict[str, Any], media_type: str = JSON
) -> dict[str, Any]:
    """Return an operation without parameters."""
    return {
        "operationId": operation,
        "summary": summary,
        "responses": {
            "200": _found(summary, schema, media_type),
            "304": {"description": "It is what `If-None-Match` names."},
            **_refusals(*_ALWAYS),
        },
    }


def _named(operation: dict[str, Any], parameter: dict[str, Any]) -> dict[str, Any]:
    """Return *operation* with a parameter that may name what there is not."""
    responses = {**operation["responses"], **_refusals("404")}
    return {**operation, "parameters": [parameter], "responses": responses}


def _lines_of_a_country() -> dict[str, Any]:
    summary = "What holds for callers of a country, for pages that follow the clock."
    parameter = _parameter("country", "ISO 3166-1 alpha-2.", _one_of(sorted(known_countries())))
    return _named(_whole("country", summary, _OBJECT), {**parameter, **_IN_PATH})


def _words_of_a_locale() -> dict[str, Any]:
    summary = "The words in which such pages tell it to readers of a locale."
    parameter = _parameter("locale", "A locale.", _LOCALE)
    return _named(_whole("locale", summary, _OBJECT), {**parameter, **_IN_PATH})


def _page() -> dict[str, Any]:
    operation = _whole("page", "The whole directory as a page.", _TEXT, HTML)
    return _named(operation, _parameter("locale", "In which it is written.", _LOCALE))


def _file(name: str) -> dict[str, Any]:
    return _whole(name.replace(".", "-"), f"The file {name} of the page.", _TEXT, FILES[name][0])


def _health() -> dict[str, Any]:
    schema = {
        "type": "object",
        "properties": {
            "status": {"enum": ["pass", "warn"]},
            "directory": _TEXT,
            "read_at": {"type": "string", "format": "date-time"},
            "problem": {"type": ["string", "null"]},
            "version": _TEXT,
            "zone_data_version": _TEXT,
        },
        "required": [
            "status",
            "directory",
            "read_at",
            "problem",
            "version",
            "zone_data_version",
        ],
        "additionalProperties": False,
    }
    summary = "Whether what is served is what the data file says."
    return {
        "operationId": "health",
        "summary": summary,
        "responses": {
            "200": {"description": summary, "content": {"application/json": {"schema": schema}}},
            **_refusals(*_ALWAYS),
        },
    }


def _parameters(facts: Facts) -> list[dict[str, Any]]:
    countries = sorted(known_countries())
    found = [
        _parameter("country", "The customer's country.", _one_of(countries), is_required=True),
        _parameter(
            "language",
            "BCP 47 tags in order of preference; any, if none is said.",
            {
                "type": "array",
                "items": {"type": "string", "pattern": _LANGUAGE, "maxLength": 100},
                "maxItems": MOST_LANGUAGES,
            },
        ),
        _parameter(
            "tier",
            "What the customer is entitled to; the first one, if none is said.",
            _one_of([one.id for one in facts.tiers]),
        ),
    ]
    if facts.desk_ids:
        found.append(_parameter("desk", "What the call is about.", _one_of(facts.desk_ids)))
    if facts.severities:
        found.append(_parameter("severity", "How bad it is.", _one_of(facts.severities)))
    found += [
        _parameter(
            "time_zone",
            "IANA name of the caller's zone.",
            {"type": "string", "pattern": _ZONE, "maxLength": 100, "examples": ["Europe/Berlin"]},
        ),
        _parameter("calling_from", "Where the phone stands.", _one_of(countries)),
        _parameter(
            "subdivision",
            "Part of the country by ISO 3166-2.",
            {"type": "string", "pattern": _PART, "examples": ["DE-BY"]},
        ),
        _parameter(
            "channel",
            "What is wanted, in order of preference; the telephone, if nothing is said.",
            {"type": "array", "items": _one_of([*CHANNELS])},
        ),
        _parameter(
            "at",
            "The instant (RFC 3339) of the years 1900 to 2999; now, if none is said.",
            {"type": "string", "pattern": PATTERN, "maxLength": 40, "examples": [EXAMPLE]},
        ),
    ]
    names = {one.id: one.name for one in facts.facets}
    for name, values in facets_of(facts).items():
        said = names.get(name, f"The caller's {name}.")
        found.append(_parameter(f"{FACET}{name}", said, _one_of(values)))
    return found


def _parameter(
    name: str, description: str, schema: dict[str, Any], *, is_required: bool = False
) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": is_required,
        "description": description,
        "schema": schema,
    }


def _one_of(values: Sequence[str]) -> dict[str, Any]:
    return {"type": "string", "enum": list(values)}


def _listed() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"lines": {"type": "array", "items": {"type": "object"}}},
        "required": ["lines"],
    }


def _found(description: str, schema: dict[str, Any], media_type: str = JSON) -> dict[str, Any]:
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in ("ETag", "Cache-Control")}
    content = {media_type: {"schema": schema}}
    return {"description": description, "headers": headers, "content": content}


def _refusals(*statuses: str) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {one: {"description": _REFUSED[one], "content": content} for one in statuses}


def _problem() -> dict[str, Any]:
    return {
        "description": "RFC 9457.",
        "type": "object",
        "properties": {
            "type": _TEXT,
            "title": _TEXT,
            "status": {"type": "integer"},
            "detail": _TEXT,
            "problems": {
                "type": "array",
                "items": _TEXT,
                "description": "Each thing that is wrong, where there are several.",
            },
        },
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": False,
    }
