"""Facts as plain values and back: texts, numbers, lists and dictionaries, as a file has them.

What is plain here comes from facts and is not validated again. What others wrote is read by
`reading`, which trusts nothing.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Callable, Dict, Mapping, Type

from supportlines.directory.days import DayException, Holiday
from supportlines.directory.model import About, Facts
from supportlines.directory.record import FrozenDict, Record
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
from supportlines.hours import Schedule
from supportlines.phones import PhoneNumber, Step

if TYPE_CHECKING:
    from dataclasses import Field

Plain = Dict[str, Any]


def plain_of(facts: Facts) -> Plain:
    """Return what a data file says that has these *facts*: what is left out is so by default.

    Numbers that can be dialled, hours, countries and languages have their canonical form. What
    reading them remarked (`notes` of a number, `warnings` of hours) is no part of the facts.
    """
    content = _said(facts)
    content["tiers"] = {one.pop("id"): one for one in content["tiers"]}
    return content


def _said(one: Record) -> Plain:
    fields: Mapping[str, Field[Any]] = one.__dataclass_fields__
    kind = type(one)
    values = {name: getattr(one, name) for name in fields}
    return {
        name: _value(value)
        for name, value in values.items()
        if not (hasattr(kind, name) and value == getattr(kind, name))
    }


def _value(value: Any) -> Any:
    if isinstance(value, Record):
        return _said(value)
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
        said = {"press": value.press, "label": value.label, "languages": list(value.languages)}
        return {key: part for key, part in said.items() if part}
    return value.isoformat() if isinstance(value, dt.date) else value


def facts_of_plain(content: Plain) -> Facts:
    """Return the facts of which `plain_of` made *content*; it is not validated.

    >>> about = {"id": "a", "name": "A", "sources": []}
    >>> facts_of_plain({"directory": about, "tiers": {"standard": {"name": "S"}}, "regions": []})
    <Facts a>
    """
    tiers = [{**said, "id": key} for key, said in content["tiers"].items()]
    facts: Facts = _record(Facts, {**content, "tiers": tiers})
    return facts


def _record(kind: Type[Any], said: Plain) -> Any:
    return kind.of({key: _READERS.get(key, _as_it_is)(value) for key, value in said.items()})


def _line(said: Plain) -> Line:
    line: Line = _record(Line, said)
    if "number" not in said:
        return line
    number = PhoneNumber.parse(said["number"], only_in=said.get("only_in"))
    return Line.of({**vars(line), "number": number})


def _as_it_is(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _each(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return what reads a list of records; where texts stand for them, they stay texts."""

    def all_of(value: Any) -> Any:
        if isinstance(value, str):
            return value
        return tuple(one if isinstance(one, str) else read(one) for one in value)

    return all_of


def _records(kind: Type[Any]) -> Callable[[Any], Any]:
    return _each(partial(_record, kind))


def _by_key(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda values: FrozenDict((key, read(one)) for key, one in values.items())


def _countries(value: Any) -> Any:
    """Return what is said of each country, or a list of countries."""
    if isinstance(value, list):
        return tuple(value)
    return _by_key(partial(_record, CountryFacts))(value)


def _step(said: Plain) -> Step:
    return Step(said["press"], said["label"], tuple(said.get("languages", ())))


_DAYS = ("on", "first_day", "last_day", "read_on", "valid_from", "valid_until")
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_DAYS, dt.date.fromisoformat),
    "accept": FrozenDict,
    "availability": _by_key(_records(Rule)),
    "correction": partial(_record, Correction),
    "countries": _countries,
    "directory": partial(_record, About),
    "exceptions": _records(DayException),
    "guesses": _records(Guess),
    "holidays": _records(Holiday),
    "hours": lru_cache(maxsize=1024)(Schedule.parse),
    "lines": _each(_line),
    "regions": _records(Region),
    "sources": _records(Source),
    "steps": _each(_step),
    "tiers": _records(Tier),
    "working_days": lambda days: tuple(map(dt.date.fromisoformat, days)),
}
"""How the value of a key is read; of any other, a list is a tuple and the rest is as it is."""
