"""Answers as plain data for JSON: keys are the attributes of the contract."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Mapping

from supportlines.hours import instant_text
from supportlines.lookup.conditions import limits_of

if TYPE_CHECKING:
    from supportlines.lookup import (
        Ask,
        Caller,
        Caveat,
        ComingChange,
        Option,
        Reason,
        Result,
    )
    from supportlines.words import Item, Values


def instant(at: datetime | None) -> str | None:
    """Return *at* in UTC to the second, as `instant_text` writes it, or None."""
    return instant_text(at) if at is not None else None


def json_line(data: object) -> str:
    """Return *data* as one line of JSON, in ASCII: so it is the same in every encoding."""
    import json  # noqa: PLC0415 - only for this output

    return json.dumps(data, separators=(", ", ": "))


def answer_data(answer: Result) -> dict[str, Any]:
    """Return *answer* as dictionaries, lists, texts and None, ready for `json.dumps`."""
    return {
        "at": instant(answer.at),
        "caller": _caller(answer.caller),
        "state": answer.state,
        "options": [_option(option) for option in answer.options],
        "other_ways": [_option(option) for option in answer.other_ways],
        "withheld": [
            {"line": line.id, "reason": _reason(reason)} for line, reason in answer.withheld
        ],
        "guesses": [_option(option) for option in answer.guesses],
        "asks": [_ask(ask) for ask in answer.asks],
        "coming": [_coming(one) for one in answer.coming],
        "prepare": [
            {"id": one.id, "text": one.text, "why": one.why, "only_for": _only_for(one.only_for)}
            for one in answer.prepare
        ],
        "self_help": [
            {"title": one.title, "url": one.url, "only_for": _only_for(one.only_for)}
            for one in answer.self_help
        ],
        "promises": [
            {"kind": one.kind, "text": one.text, "only_for": _only_for(one.only_for)}
            for one in answer.promises
        ],
        "not_for": [
            {"what": one.what, "desk": one.desk, "name": one.name, "line": one.line, "url": one.url}
            for one in answer.not_for
        ],
        "caveats": [_caveat(caveat) for caveat in answer.caveats],
        "data": {
            "directory": answer.data.directory,
            "sources": [
                {
                    "title": one.title,
                    "url": one.url,
                    "read_on": one.read_on.isoformat(),
                    "version": None if one.version is None else one.version.isoformat(),
                }
                for one in answer.data.sources
            ],
            "zone_data_version": answer.data.zone_data_version,
            "holidays_version": answer.data.holidays_version,
        },
    }


def _caller(caller: Caller) -> dict[str, Any]:
    return {
        "country": caller.country,
        "languages": list(caller.languages),
        "tier": caller.tier,
        "desk": caller.desk,
        "severity": caller.severity,
        "time_zone": caller.time_zone,
        "calling_from": caller.calling_from,
        "local_zones": list(caller.local_zones),
        "subdivision": caller.subdivision,
        "channels": list(caller.channels),
        "facets": dict(caller.facets),
        "assumed": list(caller.assumed),
    }


def _only_for(condition: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Return for whom something is, by what a question calls it."""
    return {name: list(values) for name, values in limits_of(condition)}


def _ask(ask: Ask) -> dict[str, Any]:
    return {
        "code": ask.code,
        "name": ask.name,
        "required": ask.required,
        "choices": [
            {
                "value": one.value,
                "name": one.name,
                "state": one.state,
                "line": one.line,
                "dial": one.dial,
                "changes_at": instant(one.changes_at),
                "contact": one.contact,
                "reply_by": instant(one.reply_by),
            }
            for one in ask.choices
        ],
        "reason": _reason(ask.reason),
    }


def _coming(one: ComingChange) -> dict[str, Any]:
    return {
        "start": instant(one.start),
        "end": instant(one.end),
        "state": one.state,
        "why": _reason(one.why),
        "hours": [[instant(first), instant(last)] for first, last in one.hours],
        "days": None if one.days is None else [day.isoformat() for day in one.days],
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "line": option.line.id,
        "channel": option.channel,
        "mode": option.mode,
        "desk": option.desk,
        "desks": list(option.desks),
        "desk_names": list(option.desk_names),
        "number": option.number,
        "published_as": option.published_as,
        "dial": option.dial,
        "tel_uri": option.tel_uri,
        "uri": option.uri,
        "contact": option.contact,
        "via": option.via,
        "steps": [
            {
                "action": step.action,
                "press": step.press,
                "text": step.text,
                "label": step.label,
                "languages": list(step.languages),
            }
            for step in option.steps
        ],
        "kind": option.kind,
        "cost": option.cost,
        "language": option.language,
        "language_mode": option.language_mode,
        "languages": list(option.languages),
        "state": option.state,
        "changes_at": instant(option.changes_at),
        "next_state": option.next_state,
        "next_why": option.next_why,
        "reply_by": instant(option.reply_by),
        "reasons": [_reason(reason) for reason in option.reasons],
        "caveats": [_caveat(caveat) for caveat in option.caveats],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "code": reason.code,
        "values": _values(reason.values),
        "text": reason.text,
        "published_as": reason.published_as,
    }


def _caveat(caveat: Caveat) -> dict[str, Any]:
    return {"code": caveat.code, "values": _values(caveat.values), "text": caveat.text}


def _values(values: Values) -> dict[str, Any]:
    """Return what a sentence speaks of: days as ISO 8601 has them, several of a kind as a list."""
    return {name: _value(value) for name, value in values.items()}


def _value(value: Item) -> Any:
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, datetime):
        return instant(value)
    return value.isoformat() if isinstance(value, date) else value
