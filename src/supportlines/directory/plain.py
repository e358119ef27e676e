"""Facts as plain values and back: texts, numbers, lists and dictionaries, as a file has them.

What is plain here comes from facts and is not validated again. What others wrote is read by
`reading`, which trusts nothing.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Callable, Dict, Mapping, Tuple, Type

from supportlines.directory.conditions import Facet
from supportlines.directory.days import CLOSED, DayException
from supportlines.directory.forms import (
    DAY_AND_NIGHT,
    INHERIT,
    UNKNOWN,
    join_inherited,
    join_languages,
    join_places,
    purpose_of,
    put_hours,
    put_purpose,
    split_end,
    split_inherited,
    split_languages,
    split_places,
)
from supportlines.directory.guidance import Desk, Level, Request
from supportlines.directory.model import RECORDS, Facts
from supportlines.directory.record import FILE_KEYS, FrozenDict, Record
from supportlines.directory.records import Line, Region, Rule
from supportlines.directory.replies import Within
from supportlines.hours import Schedule
from supportlines.phones import PhoneNumber, Step
from supportlines.phones.steps import ACTIONS
from supportlines.texts import Translated

if TYPE_CHECKING:
    from dataclasses import Field

Plain = Dict[str, Any]
Rewrite = Callable[[Plain], None]
ValueReader = Callable[[Any], Any]


def plain_of(facts: Facts) -> Plain:
    """Return what a data file says that has these *facts*: what is left out is so by default.

    Numbers that can be dialled, hours, countries and languages have their canonical form. What
    reading them remarked (`notes` of a number, `warnings` of hours) is no part of the facts.
    """
    return _said(facts)


def _said(one: Record) -> Plain:
    fields: Mapping[str, Field[Any]] = one.__dataclass_fields__
    kind = type(one)
    values = {name: getattr(one, name) for name in fields}
    said = {
        FILE_KEYS.get(name, name): _value(value)
        for name, value in values.items()
        if not (hasattr(kind, name) and value == getattr(kind, name))
    }
    if kind in _IN_A_FILE:
        _IN_A_FILE[kind](said)
    return said


def _value(value: Any) -> Any:
    if isinstance(value, Record):
        return _said(value)
    if isinstance(value, Translated):
        return value.texts
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _value(one) for key, one in value.items()}
    if isinstance(value, Schedule):
        # As it is painted over other hours: what only closes is lost in the normal form.
        return str(Schedule(value.overlay or value.rules))
    if isinstance(value, PhoneNumber):
        return value.e164 or value.written or value.digits
    if isinstance(value, Step):
        return _said_of_step(value)
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%dT%H:%M}" + ("Z" if value.tzinfo is not None else "")
    if isinstance(value, Within):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _said_of_step(step: Step) -> Plain:
    said = {
        step.action: step.press or _value(step.text),
        "label": _value(step.label),
        "languages": list(step.languages),
        "for": {key: list(words) for key, words in step.only_for},
    }
    return {key: part for key, part in said.items() if part}


def _in_facts(said: Plain) -> None:
    """Put records under their ids, and ids alone where they say no more."""
    said["tiers"] = {one.pop("id"): one for one in said["tiers"]}
    for key in ("desks", "levels", "facets"):
        if key not in said:
            continue
        said[key] = {one.pop("id"): one for one in said[key]}
        for name, one in said[key].items():
            _drop(one, "name", name)
            _drop(one, "purpose", purpose_of(name))
        if key != "facets" and not any(said[key].values()):
            said[key] = list(said[key])


def _drop(said: Plain, key: str, usual: Any) -> None:
    if key in said and said[key] == usual:
        del said[key]


def _in_facet(said: Plain) -> None:
    if all(name == one for one, name in said["values"].items()):
        said["values"] = list(said["values"])


def _in_region(said: Plain) -> None:
    join_places(said)
    join_inherited(said)


def _in_line(said: Plain) -> None:
    join_places(said)
    join_languages(said)
    join_inherited(said)


def _in_rule(said: Plain) -> None:
    if "not_available" in said:
        return
    said.setdefault("hours", str(CLOSED))
    if "after" in said:
        _drop(said, "hours", str(DAY_AND_NIGHT))


def _in_exception(said: Plain) -> None:
    if said.pop("end_unknown", False):
        said["until" if "from" in said else "last_day"] = UNKNOWN


_IN_A_FILE: Mapping[Type[Record], Rewrite] = {
    DayException: _in_exception,
    Facet: _in_facet,
    Facts: _in_facts,
    Line: _in_line,
    Region: _in_region,
    Request: lambda said: _drop(said, "name", said["id"]),
    Rule: _in_rule,
}
"""What else is done to what a record says, so that a file says it."""


def facts_of_plain(content: Plain) -> Facts:
    """Return the facts of which `plain_of` made *content*; it is not validated.

    >>> about = {"id": "a", "name": "A", "sources": []}
    >>> facts_of_plain({"directory": about, "tiers": {"standard": {"name": "S"}}, "regions": []})
    <Facts a>
    """
    return _facts(content)


def _record(kind: Any, said: Plain) -> Any:
    readers = _readers(kind)
    made = {}
    for key, value in said.items():
        name, read = readers[key]
        made[name] = read(value)
    if kind in _IN_FACTS:
        _IN_FACTS[kind](made)
    return kind.of(made)


def _facts(said: Plain) -> Facts:
    keyed = {
        key: [{"id": name, **one} for name, one in _by_id(said[key]).items()]
        for key in _KEYED
        if key in said
    }
    facts: Facts = _record(Facts, {**said, **keyed})
    return facts


def _by_id(value: Any) -> Mapping[str, Plain]:
    return {one: {} for one in value} if isinstance(value, list) else value


def _rule(said: Plain) -> Any:
    return INHERIT if "inherit" in said else _record(Rule, said)


def _line(said: Plain) -> Line:
    line: Line = _record(Line, said)
    if "number" not in said:
        return line
    number = PhoneNumber.parse(said["number"], only_in=said.get("only_in"))
    return Line.of({**vars(line), "number": number})


def _step(said: Plain) -> Step:
    action = next(one for one in ACTIONS if one in said)
    done = _words(said[action])
    return Step(
        press=done if action == "press" else "",
        text="" if action == "press" else done,
        action=action,
        label=_words(said.get("label", "")),
        languages=tuple(said.get("languages", ())),
        only_for=tuple((key, tuple(words)) for key, words in said.get("for", {}).items()),
    )


def _words(value: Any) -> str:
    return Translated(value) if isinstance(value, dict) else value


def _moment(text: str) -> Any:
    if text == UNKNOWN:
        return text
    moment = dt.datetime.strptime(text[:16], "%Y-%m-%dT%H:%M")  # noqa: DTZ007 - on the wall
    return moment.replace(tzinfo=dt.timezone.utc) if text.endswith("Z") else moment


def _within(text: str) -> Within:
    amount, _, unit = text.partition(" ")
    if amount == "next":
        return Within(1, "open days")
    return Within(int(amount), unit if unit.endswith("s") else unit + "s")  # type: ignore[arg-type]


def _as_it_is(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _each(read: ValueReader) -> ValueReader:
    return lambda values: tuple(map(read, values))


def _by_key(read: ValueReader) -> ValueReader:
    return lambda values: FrozenDict((key, read(one)) for key, one in values.items())


_KEYED = ("tiers", "desks", "levels", "facets")
"""Keys under which records stand by their ids."""

_ONE: Mapping[str, ValueReader] = {
    **{kind.__name__: partial(_record, kind) for kind in RECORDS},
    "Line": _line,
    "Rule": _rule,
    "Step": _step,
    "Words": _words,
    "Day": lambda text: text if text == UNKNOWN else dt.date.fromisoformat(text),
    "Moment": _moment,
    "Within": _within,
}
"""How one value of a type is read; of any other, a list is a tuple and the rest is as it is."""

_SEVERAL: Mapping[str, ValueReader] = {
    **{f"Tuple[{name}, ...]": _each(read) for name, read in _ONE.items()},
    **{f"Optional[{name}]": read for name, read in _ONE.items()},
    "Accepted": FrozenDict,
    "Availability": _by_key(_each(_rule)),
    "Calendars": _by_key(_each(_ONE["Holiday"])),
    "Condition": _by_key(tuple),
    "Days": _each(_ONE["Day"]),
    "Desks": _each(_ONE["Desk"]),
    "Facets": _each(_ONE["Facet"]),
    "FactsOfCountries": _by_key(_ONE["CountryFacts"]),
    "Hours": lru_cache(maxsize=1024)(Schedule.parse),
    "Languages": lambda value: FrozenDict(value) if isinstance(value, dict) else tuple(value),
    "Levels": _each(_ONE["Level"]),
    "NamesOfValues": lambda value: FrozenDict(
        {one: one for one in value}
        if isinstance(value, list)
        else {key: _words(one) for key, one in value.items()}
    ),
    "Regions": _each(_ONE["Region"]),
    "Sets": _by_key(tuple),
    "Sources": _each(_ONE["Source"]),
    "Tiers": _each(_ONE["Tier"]),
    "WordsList": _each(_words),
}


@lru_cache(maxsize=None)
def _readers(kind: Any) -> Mapping[str, Tuple[str, ValueReader]]:
    """Return for each key of a file which field of *kind* it is, and how its value is read."""
    fields: Mapping[str, Field[Any]] = kind.__dataclass_fields__
    types = {name: str(one.type) for name, one in fields.items()}
    return {
        FILE_KEYS.get(name, name): (name, _SEVERAL.get(of, _ONE.get(of, _as_it_is)))
        for name, of in types.items()
    }


def _with_name(said: Plain) -> None:
    said.setdefault("name", said["id"])


def _of_desk(said: Plain) -> None:
    _with_name(said)
    put_purpose(said)


def _of_line(said: Plain) -> None:
    split_places(said, "serves")
    split_places(said, "dialable_from")
    split_languages(said)
    split_inherited(said)


def _of_region(said: Plain) -> None:
    split_places(said, "countries")
    split_inherited(said)


_IN_FACTS: Mapping[Type[Record], Rewrite] = {
    DayException: split_end,
    Desk: _of_desk,
    Facet: _with_name,
    Level: _with_name,
    Line: _of_line,
    Region: _of_region,
    Request: _with_name,
    Rule: put_hours,
}
"""What else is done to what a file says, so that a record says it."""
