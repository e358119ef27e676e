"""The JSON Schema of an answer as JSON: what `Answer.to_dict` gives."""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string"}
_TEXT_OR_NONE = {"type": ["string", "null"]}
_INSTANT = {"type": "string", "format": "date-time"}
_INSTANT_OR_NONE = {"type": ["string", "null"], "format": "date-time"}
_STATES = ["open", "closed", "unknown"]


def _object(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object that has these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def answer_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an answer; keys are those of docs/reference/json.md."""
    values = {"type": "object", "description": "What the sentence speaks of; see Codes."}
    caveat = _object(code=_TEXT, values=values, text=_TEXT)
    reason = _object(code=_TEXT, values=values, text=_TEXT, published_as=_TEXT_OR_NONE)
    step = _object(action=_TEXT, press=_TEXT, text=_TEXT, label=_TEXT, languages=_list_of(_TEXT))
    option = _object(
        line=_TEXT,
        channel=_TEXT,
        mode={"enum": ["live", "message"]},
        desk=_TEXT_OR_NONE,
        desks=_list_of(_TEXT),
        desk_names=_list_of(_TEXT),
        number=_TEXT_OR_NONE,
        published_as=_TEXT,
        dial=_TEXT_OR_NONE,
        tel_uri=_TEXT_OR_NONE,
        uri=_TEXT_OR_NONE,
        contact=_TEXT_OR_NONE,
        via=_TEXT_OR_NONE,
        steps=_list_of(step),
        kind=_TEXT,
        cost=_TEXT,
        language=_TEXT_OR_NONE,
        language_mode=_TEXT_OR_NONE,
        languages=_list_of(_TEXT),
        state={"enum": _STATES},
        changes_at=_INSTANT_OR_NONE,
        next_state={"enum": [*_STATES, None]},
        next_why=_TEXT_OR_NONE,
        reply_by=_INSTANT_OR_NONE,
        reasons=_list_of(reason),
        caveats=_list_of(caveat),
    )
    caller = _object(
        country=_TEXT,
        languages=_list_of(_TEXT),
        tier=_TEXT,
        desk=_TEXT_OR_NONE,
        severity=_TEXT_OR_NONE,
        time_zone=_TEXT_OR_NONE,
        calling_from=_TEXT,
        subdivision=_TEXT_OR_NONE,
        local_zones=_list_of(_TEXT),
        channels=_list_of(_TEXT),
        facets={"type": "object", "additionalProperties": _TEXT},
        assumed=_list_of(_TEXT),
    )
    choice = _object(
        value=_TEXT,
        name=_TEXT,
        state={"enum": [*_STATES, "no_line"]},
        line=_TEXT_OR_NONE,
        dial=_TEXT_OR_NONE,
        changes_at=_INSTANT_OR_NONE,
        contact=_TEXT_OR_NONE,
        reply_by=_INSTANT_OR_NONE,
    )
    ask = _object(
        code=_TEXT,
        name=_TEXT,
        required={"type": "boolean"},
        choices=_list_of(choice),
        reason=reason,
    )
    only_for = {
        "type": "object",
        "additionalProperties": _list_of(_TEXT),
        "description": "Who must say what: a tier, a desk, a severity, a facet. Empty for all.",
    }
    coming = _object(
        start=_INSTANT,
        end=_INSTANT_OR_NONE,
        state={"enum": _STATES},
        why=reason,
        hours=_list_of({"type": "array", "items": _INSTANT, "minItems": 2, "maxItems": 2}),
        days={"type": ["array", "null"], "items": {"type": "string", "format": "date"}},
    )
    source = _object(
        title=_TEXT,
        url=_TEXT_OR_NONE,
        read_on={"type": "string", "format": "date"},
        version={"type": ["string", "null"], "format": "date"},
    )
    data = _object(
        directory=_TEXT,
        sources=_list_of(source),
        zone_data_version=_TEXT,
        holidays_version=_TEXT_OR_NONE,
    )
    return {
        "title": "Answer",
        **_object(
            at=_INSTANT,
            caller=caller,
            state={"enum": [*_STATES, "no_line"]},
            options=_list_of(option),
            other_ways=_list_of(option),
            withheld=_list_of(_object(line=_TEXT, reason=reason)),
            guesses=_list_of(option),
            asks=_list_of(ask),
            coming=_list_of(coming),
            prepare=_list_of(_object(id=_TEXT, text=_TEXT, why=_TEXT_OR_NONE, only_for=only_for)),
            self_help=_list_of(_object(title=_TEXT, url=_TEXT, only_for=only_for)),
            promises=_list_of(_object(kind=_TEXT, text=_TEXT_OR_NONE, only_for=only_for)),
            not_for=_list_of(
                _object(
                    what=_TEXT,
                    desk=_TEXT_OR_NONE,
                    name=_TEXT_OR_NONE,
                    line=_TEXT_OR_NONE,
                    url=_TEXT_OR_NONE,
                )
            ),
            caveats=_list_of(caveat),
            data=data,
        ),
    }
