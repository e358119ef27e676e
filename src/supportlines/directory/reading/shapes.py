"""What each record of a data file looks like: pydantic validators for the records of the model.

A record says what it holds by the names of types; here each name means what a file may say for
it (`values`, and the shapes of records below). So the facts need no pydantic, and their
validators are made when a file is read.
"""

from __future__ import annotations

import typing
from dataclasses import fields
from functools import lru_cache
from typing import Any, Callable, Dict, Mapping, Optional, Tuple, Type

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import Annotated, NotRequired, TypedDict, get_type_hints

from supportlines import phones
from supportlines.directory import days, model, records
from supportlines.directory.fields import Languages, Press, Text
from supportlines.directory.reading import values
from supportlines.directory.reading.values import Filled, Frozen, WrongValueError
from supportlines.directory.record import FrozenDict, Record, record

Check = Callable[[Any], None]


@record
class StepRecord(Record):
    """Something to press after the call is answered."""

    press: Press
    """The keys; a comma is a pause of two seconds, a semicolon waits for the caller."""

    label: Text
    """What the keys choose."""

    languages: Languages = ()
    """For whom the step is; empty for everybody."""


class _OrOneRule:
    """Marks a list of rules in the JSON Schema for which one rule, or hours alone, may stand."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        schema = handler(core)
        hours = {"type": "string"}
        rules = {**schema, "items": {"anyOf": [hours, schema["items"]]}}
        return {"anyOf": [hours, schema["items"], rules]}


class _KeyedById:
    """Says in the JSON Schema that records stand under their ids."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        listed = handler(core)["items"]
        return {"type": "object", "additionalProperties": listed, "minProperties": 1}


def rules_of(value: Any) -> Any:
    """Return an availability with a list of records per tier for each short form."""
    if not isinstance(value, dict):
        return value
    return {tier: _rules(rules) for tier, rules in value.items()}


def _rules(value: Any) -> Any:
    if isinstance(value, (str, dict)):
        value = [value]
    if isinstance(value, list) and any(isinstance(rule, str) for rule in value):
        return [{"hours": rule} if isinstance(rule, str) else rule for rule in value]
    return value


def _with_name(content: Any) -> Any:
    """Return *content* with its id as its name, if it says none."""
    if isinstance(content, dict) and "name" not in content and isinstance(content.get("id"), str):
        return {**content, "name": content["id"]}
    return content


def _with_ids(content: Any) -> Any:
    """Return the tiers as a list of records, each with the key that it stood under."""
    if not isinstance(content, dict):
        return content
    if not content:
        raise WrongValueError("there is no tier.", 'Write at least "standard: {}".')
    return [
        {**facts, "id": key} if isinstance(facts, dict) and "id" not in facts else facts
        for key, facts in content.items()
    ]


def _step(written: StepRecord) -> phones.Step:
    return phones.Step(written.press, written.label, written.languages)


def _check_days(exception: days.DayException) -> None:
    """Refuse an exception that does not say for which days it is."""
    run = (exception.first_day, exception.last_day)
    if exception.on is not None:
        if run != (None, None):
            raise WrongValueError(
                "the exception has one day and several.",
                'Write "on", or "first_day" and "last_day".',
            )
    elif run[0] is None or run[1] is None:
        raise WrongValueError(
            "the exception does not say its days.",
            'Write "on" for one day, or "first_day" and "last_day".',
        )
    elif run[1] < run[0]:
        raise WrongValueError(
            f"the last day, {run[1]}, comes before the first, {run[0]}.",
            "Compare them with the source.",
        )


def _maker(kind: Type[Record], check: Optional[Check]) -> Callable[[Dict[str, Any]], Any]:
    """Return what makes a record of what is said of it."""
    if check is None:
        return kind.of

    def make(said: Dict[str, Any]) -> Any:
        made = kind.of(said)
        check(made)
        return made

    return make


def _shape(
    kind: Type[Record],
    check: Optional[Check] = None,
    *,
    also: Mapping[str, Any] = FrozenDict(),
    **names: Any,
) -> Any:
    """Return the annotation that reads a record of *kind*.

    Args:
        kind: The record; its fields that have a default may be left out.
        check: What to ask of a record whose values are right.
        also: Fields that are read in another way than their types say.
        names: What the names of types that are records, or hold some, mean.
    """
    namespace = {**vars(typing), **vars(values), **names}
    hints = get_type_hints(kind, globalns=namespace, include_extras=True)
    taken = {
        one.name: NotRequired[hints[one.name]] if hasattr(kind, one.name) else hints[one.name]
        for one in fields(kind)
    }
    shape: Any = TypedDict(kind.__name__, {**taken, **also})  # type: ignore[misc]
    shape.__doc__ = kind.__doc__
    shape.__module__ = __name__  # where the name of a region inside a region is looked up
    strict = with_config(ConfigDict(extra="forbid"))(shape)
    return Annotated[strict, AfterValidator(_maker(kind, check))]


def _list(shape: Any, *marks: Any) -> Any:
    """Return the annotation of a list of records."""
    return Annotated[(Tuple[shape, ...], *marks)]


def _by(key: Any, shape: Any, *marks: Any) -> Any:
    """Return the annotation of a mapping that cannot change."""
    return Annotated[(Mapping[key, shape], *marks, Frozen)]


def _named(shape: Any) -> Any:
    """Return the annotation of a record whose name is its id where it says none."""
    return Annotated[shape, BeforeValidator(_with_name)]


_DAYS = {"DayException": _shape(days.DayException, _check_days)}
_RULE = _shape(records.Rule, **_DAYS)
_RULES = {
    "Availability": _by(values.Id, _list(_RULE, Filled, _OrOneRule()), BeforeValidator(rules_of))
}
_LINE = _shape(
    records.Line,
    Correction=_shape(records.Correction),
    Step=Annotated[_shape(StepRecord), AfterValidator(_step)],
    # What the digits of the number mean is known unless this is there and wrong.
    also={"only_in": NotRequired[Annotated[values.Countries, Field(default=())]]},
    **_DAYS,
    **_RULES,
)
_REGION = _named(
    _shape(
        records.Region,
        Line=_LINE,
        Region=Any,
        also={"regions": NotRequired[Tuple["_REGION", ...]]},
        **_DAYS,
        **_RULES,
    )
)
_SOURCES = _list(_shape(records.Source), Filled)
_TIERS = _list(_named(_shape(records.Tier)), BeforeValidator(_with_ids), _KeyedById())
_COUNTRY = _shape(records.CountryFacts, Holiday=_shape(days.Holiday))
_FACTS = _shape(
    model.Facts,
    About=_shape(model.About, Sources=_SOURCES),
    Tiers=_TIERS,
    FactsOfCountries=_by(values.Country, _COUNTRY),
    Regions=_list(_REGION, Filled),
    Guess=_shape(records.Guess),
)

RECORDS: Tuple[Type[Record], ...] = (
    model.About,
    model.Facts,
    records.Correction,
    records.CountryFacts,
    days.DayException,
    records.Guess,
    days.Holiday,
    records.Line,
    records.Region,
    records.Rule,
    records.Source,
    StepRecord,
    records.Tier,
)
"""All records of a data file."""


@lru_cache(maxsize=1)
def adapter() -> TypeAdapter[model.Facts]:
    """Return what makes facts of the plain content of a data file, once it is asked for.

    It raises pydantic's `ValidationError` with all that is wrong in single records.
    """
    return TypeAdapter(_FACTS)


def facts_of(content: Any) -> model.Facts:
    """Return the facts that the plain *content* of a data file states.

    Raises:
        pydantic.ValidationError: With all that is wrong in single records.
    """
    return adapter().validate_python(content)
