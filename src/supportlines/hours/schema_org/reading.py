"""Schedules from what schema.org's properties say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Mapping, NamedTuple

from supportlines.hours.schedule import Schedule
from supportlines.hours.schema_org.joining import joined
from supportlines.hours.schema_org.literals import EVERY_DAY
from supportlines.hours.schema_org.shapes import (
    SchemaOrgError,
    properties_of,
    quoted,
    short_name,
    values_of,
)
from supportlines.hours.schema_org.specified_days import (
    ABOUT,
    PROPERTIES,
    SpecifiedDays,
    part_of,
    parts_of_text,
)
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    from supportlines.hours.schema_org.literals import Lost

_ORDINARY = ("openingHours", "openingHoursSpecification", "hoursAvailable")
_SPECIAL = "specialOpeningHoursSpecification"
_TYPE = "openinghoursspecification"
_EXPECTED = (
    'Give an object such as {"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"},'
    ' a text such as "Mo-Fr 09:00-17:00", a list of them, or the one place that has them.'
)


@dataclass(frozen=True, repr=False)
class Read(BriefRecord):
    """What was read from schema.org."""

    schedule: Schedule
    lost: tuple[str, ...]
    """Sentences: what is not in the schedule, and why."""


class _Found(NamedTuple):
    ordinary: list[SpecifiedDays]
    special: list[SpecifiedDays]
    lost: Lost


def from_schema_org(specifications: object, special: object = ()) -> Read:
    """Return the schedule that schema.org's properties state, and what of them is not in it.

    Days of which a part was not read are unknown on those days, and hours of which nothing was
    read are ``24/7 unknown``: what is not understood is never closed. Nor is what one
    specification says and another, for fewer days, may take back: it is unknown, and told.

    Args:
        specifications: What stands behind ``openingHoursSpecification``, ``hoursAvailable`` or
            ``openingHours``, as ``json.loads`` gives it: an object, a text, or a list of them;
            together they are a union, and where they differ what is said of fewer days is the
            exception. Or the one place or contact point that has them.
        special: Values of ``specialOpeningHoursSpecification``; on their days nothing else
            holds.

    Raises:
        SchemaOrgError: If something states no hours in a form of schema.org.

    >>> monday = {"dayOfWeek": "https://schema.org/Monday", "opens": "09:00", "closes": "17:00"}
    >>> christmas = {"validFrom": "2026-12-25", "validThrough": "2026-12-25",
    ...              "opens": "00:00", "closes": "00:00"}
    >>> str(from_schema_org([monday], [christmas]).schedule)
    'Mo 09:00-17:00; 2026 Dec 25 off'
    >>> str(from_schema_org({"openingHours": ["Mo-Fr 9am-5pm", "Sa 10:00-12:00"]}).schedule)
    'Mo-Fr 09:00-17:00; Sa 10:00-12:00'
    """
    found = _Found([], [], [])
    values = _of_graph(values_of(specifications, "specifications"))
    places = [value for value in values if _is_place(value)]
    if places and len(values) > 1:
        raise SchemaOrgError(
            "specifications", f"a list of {len(values)} things, places among them,", _EXPECTED
        )
    if places:
        _read_place(properties_of(places[0]), found)
    else:
        _read("specifications", values, found.ordinary, found.lost)
    _read("special", values_of(special, "special"), found.special, found.lost)
    special_parts = [_on_some_days(part, found.lost) for part in found.special]
    rules = joined(found.ordinary, special_parts, found.lost)
    return Read(Schedule.of(rules), tuple(dict.fromkeys(found.lost)))


def _on_some_days(part: SpecifiedDays, lost: Lost) -> SpecifiedDays:
    """Return a special *part* as one of unread days if it says of every day what is special."""
    if not part.placed or part.dates or part.days.weekdays != EVERY_DAY.weekdays:
        return part
    lost.append("special hours of every day, without dates: on which they hold is not known.")
    return part._replace(certain=False, placed=False)


def _of_graph(values: list[Any]) -> list[Any]:
    """Return *values*, or of a single graph of things those that have hours."""
    if len(values) != 1 or not isinstance(values[0], Mapping) or "@graph" not in values[0]:
        return values
    things = values_of(values[0]["@graph"], "@graph")
    return [thing for thing in things if _is_place(thing)] or things


def _is_place(value: object) -> bool:
    return isinstance(value, Mapping) and not {*_ORDINARY, _SPECIAL}.isdisjoint(
        properties_of(value)
    )


def _read_place(properties: Mapping[str, Any], found: _Found) -> None:
    for key in _ORDINARY:
        _read(key, values_of(properties.get(key), key), found.ordinary, found.lost)
    _read(_SPECIAL, values_of(properties.get(_SPECIAL), _SPECIAL), found.special, found.lost)


def _read(where: str, values: list[Any], parts: list[SpecifiedDays], lost: Lost) -> None:
    for number, value in enumerate(values):
        if isinstance(value, str):
            parts.extend(parts_of_text(value, lost))
            continue
        properties = properties_of(value) if isinstance(value, Mapping) else {}
        if not _is_specification(properties):
            place = f"{where}[{number}]" if len(values) > 1 else where
            raise SchemaOrgError(place, _shown(value, properties), _EXPECTED)
        types = _types(properties)
        if types and not _has_type(properties):
            lost.append(f"an object of the type {quoted(types[0])} is read as a specification.")
        unread = sorted(set(properties) - {*PROPERTIES} - ABOUT)
        lost.extend(f"{quoted(key)} is not read." for key in unread)
        parts.extend(part_of(properties, lost))


def _is_specification(properties: Mapping[str, Any]) -> bool:
    return not {*PROPERTIES}.isdisjoint(properties) or _has_type(properties)


def _has_type(properties: Mapping[str, Any]) -> bool:
    return any(each.lower() == _TYPE for each in _types(properties))


def _types(properties: Mapping[str, Any]) -> list[str]:
    found = values_of(properties.get("@type", properties.get("type")), "@type")
    return [short_name(each) for each in found if isinstance(each, str)]


def _shown(value: object, properties: Mapping[str, Any]) -> str:
    types = _types(properties)
    of_type = f" of the type {quoted(types[0])}" if types else ""
    return f"{quoted(value)}{of_type}"
