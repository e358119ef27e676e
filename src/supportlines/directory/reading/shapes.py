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

from supportlines.directory import conditions, days, guidance, model, records, replies
from supportlines.directory.fields import FOR_ALL, Condition, Languages, Press, Words
from supportlines.directory.forms import INHERIT, put_hours, put_purpose
from supportlines.directory.reading import making, values
from supportlines.directory.reading.document import BROKEN
from supportlines.directory.reading.marks import KeyedById, OrOneRule
from supportlines.directory.reading.values import Filled, Frozen
from supportlines.directory.reading.wrong import WrongValueError
from supportlines.directory.record import FILE_KEYS, FrozenDict, Record, record

Put = Callable[[Dict[str, Any]], None]
"""Makes what is said of a record in a file what the record says."""

NOT_IN_A_FILE = frozenset(
    (
        "dialable_from_parts",
        "end_unknown",
        "inherits",
        "language_modes",
        "parts",
        "serves_parts",
    )
)
"""Fields that a file says under the key of another one."""


@record
class StepRecord(Record):
    """Something to do after contact: keys to press, or one of the other actions."""

    press: Optional[Press] = None
    """The keys; a comma is a pause of two seconds, a semicolon waits for the caller."""

    choose: Optional[Words] = None
    """What the menu calls a choice whose keys are not printed."""

    enter: Optional[Words] = None
    """What to type, such as "your customer number"."""

    say: Optional[Words] = None
    """What to say."""

    send: Optional[Words] = None
    """What to write."""

    wait: Optional[Words] = None
    """What to wait for, such as "for the second tone"."""

    label: Optional[Words] = None
    """What the keys choose; what `press` needs."""

    languages: Languages = ()
    """For whom the step is; empty for everybody."""

    only_for: Condition = FOR_ALL
    """For whom else it is; for all if nothing is said."""


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


def _with_published(content: Any) -> Any:
    """Return a line with its contact as what is published, if it says nothing of that."""
    if not isinstance(content, dict) or "published_as" in content:
        return content
    if not any(key in content for key in CONTACTS):
        return {**content, "published_as": BROKEN}  # `relations` speaks of the contact
    for key in CONTACTS[:-1]:
        if key in content:
            written = content[key]
            if isinstance(written, dict):
                written = next(iter(written.values()), BROKEN)
            # Of a contact that is wrong nobody complains for a second time.
            is_text = isinstance(written, str) and bool(written.strip())
            return {**content, "published_as": written if is_text else BROKEN}
    return content


def _with_ids(content: Any) -> Any:
    """Return a list of records, each with the key that it stood under, or the id that it was."""
    if isinstance(content, list):
        # Of records in the list `relations` speaks.
        words = [BROKEN if isinstance(one, dict) else one for one in content]
        return [{"id": one} if isinstance(one, str) else one for one in words]
    if not isinstance(content, dict):
        return content
    return [
        {**facts, "id": key} if isinstance(facts, dict) and "id" not in facts else facts
        for key, facts in content.items()
    ]


def _facets_with_ids(content: Any) -> Any:
    if isinstance(content, list):
        remedy = 'Write each facet as "brand: {values: {north: North, south: South}}".'
        raise WrongValueError("a list stands where a record is expected.", remedy)
    return _with_ids(content)


def _tiers_with_ids(content: Any) -> Any:
    if not isinstance(content, dict):
        return content
    if not content:
        raise WrongValueError("there is no tier.", 'Write at least "standard: {}".')
    return _with_ids(content)


def _maker(kind: Type[Record], put: Optional[Put]) -> Callable[[Dict[str, Any]], Any]:
    """Return what makes a record of what is said of it."""
    if put is None:
        return kind.of

    def make(said: Dict[str, Any]) -> Any:
        put(said)
        return kind.of(said)

    return make


def _rule(said: Dict[str, Any]) -> Any:
    """Return a rule, or what stands for rules of the level around."""
    if "inherit" in said:
        return INHERIT
    if "for" in said:
        making.put_condition(said, "rule")
    put_hours(said)
    return records.Rule.of(said)


def _shape(
    kind: Type[Record],
    put: Optional[Put] = None,
    *,
    make: Optional[Callable[[Dict[str, Any]], Any]] = None,
    also: Mapping[str, Any] = FrozenDict(),
    **names: Any,
) -> Any:
    """Return the annotation that reads a record of *kind*.

    Args:
        kind: The record; its fields that have a default may be left out.
        put: What to do with what is said, when its values are right.
        make: What makes the record of what is said; by default `kind.of`.
        also: Keys that are read in another way than the fields say, or that are none.
        names: What the names of types that are records, or hold some, mean.
    """
    namespace = {**vars(typing), **vars(values), **names}
    hints = get_type_hints(kind, globalns=namespace, include_extras=True)
    taken = {
        FILE_KEYS.get(one.name, one.name): (
            NotRequired[hints[one.name]] if hasattr(kind, one.name) else hints[one.name]
        )
        for one in fields(kind)
        if one.name not in NOT_IN_A_FILE
    }
    shape: Any = TypedDict(kind.__name__, {**taken, **also})  # type: ignore[misc]
    shape.__doc__ = kind.__doc__
    shape.__module__ = __name__  # where the name of a region inside a region is looked up
    strict = with_config(ConfigDict(extra="forbid"))(shape)
    return Annotated[strict, AfterValidator(make or _maker(kind, put))]


def _list(shape: Any, *marks: Any) -> Any:
    """Return the annotation of a list of records."""
    return Annotated[(Tuple[shape, ...], *marks)]


def _by(key: Any, shape: Any, *marks: Any) -> Any:
    """Return the annotation of a mapping that cannot change."""
    return Annotated[(Mapping[key, shape], *marks, Frozen)]


def _named(shape: Any) -> Any:
    """Return the annotation of a record whose name is its id where it says none."""
    return Annotated[shape, BeforeValidator(_with_name)]


def _keyed(shape: Any) -> Any:
    """Return the annotation of records that stand under their ids, or are named by ids alone."""
    return _list(_named(shape), BeforeValidator(_with_ids), Filled, KeyedById(or_ids=True))


CONTACTS = ("number", "url", "email", "address", "contact_is", "unusable")
"""The keys of a line of which it has one."""

_PLACES = NotRequired[values.ListedPlaces]
_CONDITIONAL = making.put_condition
_DAYS = {
    "DayException": _shape(
        days.DayException,
        making.put_exception,
        also={"last_day": NotRequired[values.EndDay], "until": NotRequired[values.End]},
    )
}
_RULE = _shape(records.Rule, make=_rule, also={"inherit": NotRequired[values.YesOrNo]}, **_DAYS)
_RULES = {
    "Availability": _by(values.Id, _list(_RULE, Filled, OrOneRule()), BeforeValidator(rules_of)),
    "Reply": _shape(replies.Reply, _CONDITIONAL),
}
_LINE: Any = Annotated[
    _shape(
        records.Line,
        making.put_line,
        Correction=_shape(records.Correction),
        Step=_shape(StepRecord, make=making.step_of),
        Request=_named(_shape(guidance.Request, _CONDITIONAL)),
        also={
            # What the digits of the number mean is known unless this is there and wrong.
            "only_in": NotRequired[Annotated[values.Countries, Field(default=())]],
            "serves": _PLACES,
            "languages": NotRequired[values.LanguagesOrModes],
        },
        **_DAYS,
        **_RULES,
    ),
    BeforeValidator(_with_published),
]
_REGION = _named(
    _shape(
        records.Region,
        making.put_region,
        Line=_LINE,
        Region=Any,
        also={
            "countries": _PLACES,
            "countries_not_named": _PLACES,
            "regions": NotRequired[Tuple["_REGION", ...]],
        },
        **_DAYS,
        **_RULES,
    )
)
_HOLIDAY = _shape(days.Holiday)
_ORGANISATION = _shape(
    guidance.Organisation,
    Address=_shape(guidance.Address),
    Affiliate=_shape(guidance.Affiliate),
)
_FACTS = _shape(
    model.Facts,
    About=_shape(
        model.About, Sources=_list(_shape(records.Source), Filled), Organisation=_ORGANISATION
    ),
    Tiers=_list(_named(_shape(records.Tier)), BeforeValidator(_tiers_with_ids), KeyedById()),
    Desks=_keyed(_shape(guidance.Desk, put_purpose, NotFor=_shape(guidance.NotFor))),
    Levels=_keyed(_shape(guidance.Level)),
    Facets=_list(
        _named(_shape(conditions.Facet)), BeforeValidator(_facets_with_ids), Filled, KeyedById()
    ),
    Calendars=_by(values.Id, _list(_HOLIDAY, Filled)),
    FactsOfCountries=_by(values.Country, _shape(records.CountryFacts, Holiday=_HOLIDAY)),
    Regions=_list(_REGION, Filled),
    Guess=_shape(records.Guess),
    Preparation=_shape(guidance.Preparation, _CONDITIONAL),
    SelfHelp=_shape(guidance.SelfHelp, _CONDITIONAL),
    Promise=_shape(guidance.Promise, _CONDITIONAL),
    Reply=_RULES["Reply"],
)

RECORDS: Tuple[Type[Record], ...] = (*model.RECORDS, StepRecord)
"""All records of a data file."""


@lru_cache(maxsize=1)
def adapter() -> TypeAdapter[model.Facts]:
    """Return what makes facts of the plain content of a data file, once it is asked for.

    It raises pydantic's `ValidationError` with all that is wrong in single records.
    """
    return TypeAdapter(_FACTS)


def keys_of(kind: Type[Record]) -> Tuple[str, ...]:
    """Return the keys that a file may write for a record of this *kind*."""
    names = (one.name for one in fields(kind) if one.name not in NOT_IN_A_FILE)
    keys = tuple(FILE_KEYS.get(name, name) for name in names)
    return (*keys, "inherit") if kind is records.Rule else keys


def facts_of(content: Any) -> model.Facts:
    """Return the facts that the plain *content* of a data file states.

    Raises:
        pydantic.ValidationError: With all that is wrong in single records.
    """
    return adapter().validate_python(content)
