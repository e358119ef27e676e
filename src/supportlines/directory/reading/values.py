"""What text of a data file each type of value takes, and what it becomes.

The names are those of `directory.fields`, which the annotations of the records use: `shapes`
finds here what to read for each.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Mapping, Optional, Tuple

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from typing_extensions import Annotated, get_args

from supportlines.directory import fields
from supportlines.directory.fields import ANYWHERE
from supportlines.directory.finding import did_you_mean
from supportlines.directory.forms import UNKNOWN
from supportlines.directory.reading import moments
from supportlines.directory.reading.codes import (
    ID,
    ID_TEXT,
    MAX_LISTED,
    country_of_text,
    holidays_of_text,
    language_of_text,
    language_of_words,
    language_or_any_of_text,
    listed_place_of_text,
    part_of_text,
    place_of_text,
    rule_zone_of_text,
    schedule_of_text,
    whole_country_of_text,
    zone_of_text,
)
from supportlines.directory.reading.marks import Either, OrAllBut, OrOne
from supportlines.directory.reading.wrong import WrongValueError, described
from supportlines.directory.record import FrozenDict
from supportlines.errors import quoted
from supportlines.phones import Cost as CostName
from supportlines.phones import Kind as KindName
from supportlines.phones import PhoneNumber, parse_press
from supportlines.texts import Translated

_URL = re.compile(r"^https?://\S+$")
_EMAIL = re.compile(r"^[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:.]+$")


def _whole_number(least: int, most: int, usual: int) -> Callable[[Any], Any]:
    """Return what reads a text as a whole number from *least* to *most*, both included."""

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if re.fullmatch("-?[0-9]{1,6}", value, re.ASCII) and least <= int(value) <= most:
            return int(value)
        raise WrongValueError(
            f"{quoted(value)} is no whole number from {least} to {most}.",
            f"Write one, such as {usual}.",
        )

    return read


def _id(value: str) -> str:
    if ID.fullmatch(value) is None:
        remedy = "Write lower-case letters and digits, words joined by -, such as us-toll-free."
        raise WrongValueError(f"{quoted(value)} is no id.", remedy)
    return value


def _url(value: str) -> str:
    if _URL.fullmatch(value) is None:
        remedy = "Write it with https:// at its beginning."
        raise WrongValueError(f"{quoted(value)} is no address of a page.", remedy)
    return value


def _email(value: str) -> str:
    if _EMAIL.fullmatch(value) is None:
        remedy = "Write it as help@support.example, without a name or mailto:."
        raise WrongValueError(f"{quoted(value)} is no address of mail.", remedy)
    return value


_OTHER_WORDS = {
    "telephone": "phone", "call": "phone", "voice": "phone", "text": "sms", "tty": "textphone",
    "mail": "email", "webform": "web_form", "form": "web_form", "web": "web_form",
    "letter": "post", "postal": "post", "livechat": "chat", "messenger": "messaging",
    "whatsapp": "messaging", "telegram": "messaging", "viber": "messaging",
    "wechat": "messaging", "discord": "messaging", "facebookmessenger": "messaging",
    "landline": "geographic", "fixed": "geographic", "local": "geographic", "cell": "mobile",
    "freephone": "toll_free", "tollfree": "toll_free", "free": "toll_free",
    "freecall": "toll_free", "uifn": "toll_free_international", "premium": "premium_rate",
}  # fmt: skip
"""What people call a kind of number, a channel and the like."""


def _one_of(options: Tuple[str, ...]) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if isinstance(value, str) and value not in options:
            meant = _OTHER_WORDS.get(value.lower().replace("-", "").replace(" ", ""), "")
            remedy = f"Did you mean {quoted(meant)}?" if meant in options else ""
            raise WrongValueError(
                f"{quoted(value)} is none of the words for this.",
                remedy or did_you_mean(value, options),
            )
        return value

    return check


def _listed(value: Any) -> Any:
    """Return a list for a text that stands for a list of one."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and not value:
        raise WrongValueError("the list is empty.", "Name something, or delete the key.")
    if isinstance(value, list) and len(value) > MAX_LISTED:
        found = f"the list has {len(value):,} entries; at most {MAX_LISTED:,} are read."
        raise WrongValueError(found, "Shorten it.")
    return value


def _listed_words(value: Any) -> Any:
    """Return a list for a text, or one in several languages, that stands for a list of one."""
    return [value] if isinstance(value, dict) else _listed(value)


def named_by_id(value: Any) -> Any:
    """Return names by ids for a list of ids, which are named by themselves."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return {one: one for one in value}
    return value


def _some_condition(value: Any) -> Any:
    if isinstance(value, dict) and not value:
        found = "the condition is empty."
        raise WrongValueError(found, "Say for whom it is, or delete the key.")
    return value


def _filled(value: Any) -> Any:
    if isinstance(value, list) and not value:
        raise WrongValueError("the list is empty.", "Name at least one.")
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise WrongValueError(
                f"{quoted(value)} is neither true nor false.", 'Write "true" or "false".'
            )
        return value == "true"
    return value


def _read_by(parse: Callable[[str], Any]) -> BeforeValidator:
    """Return what reads a text by *parse*, and leaves what is none to complain of."""
    return BeforeValidator(lambda value: parse(value) if isinstance(value, str) else value)


def _reach(value: Tuple[str, ...]) -> Tuple[str, ...]:
    if ANYWHERE in value and len(value) > 1:
        remedy = 'Write either "anywhere" or the countries.'
        raise WrongValueError('"anywhere" stands beside countries.', remedy)
    return value


def _text(value: Any, expected: str = "a text", remedy: str = "Write one value.") -> str:
    if not isinstance(value, str):
        raise WrongValueError(f"{described(value)} stands where {expected} is expected.", remedy)
    return value


def _parsed(parse: Callable[[str], Any], *expected: str) -> PlainValidator:
    """Return what reads a text by *parse*, which nobody looks into behind it."""
    return PlainValidator(lambda value: parse(_text(value, *expected)))


def _number(value: Any, info: ValidationInfo) -> Optional[PhoneNumber]:
    text = _text(value)
    if "only_in" not in info.data:  # it is wrong itself: what the digits mean is not known
        return None
    try:
        return PhoneNumber.parse(text, only_in=info.data["only_in"] or None)
    except LookupError as error:
        raise WrongValueError(str(error)) from error


def _without_others(parse: Callable[[str], str], what: str) -> Callable[[Any], Any]:
    """Return what refuses a record that is empty, or has one key in two forms."""

    def check(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        if not value:
            raise WrongValueError("there is nothing in it.", f"Write {what}.")
        seen = set()
        for key in value:
            try:
                name = parse(key)
            except ValueError:
                continue
            if name in seen:
                found = f"{quoted(name)} stands here twice."
                raise WrongValueError(found, "Delete one of the two.")
            seen.add(name)
        return value

    return check


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# An editor reads the id `7` as a number, `1e5` as another and `true` as neither.
_ID_SCHEMA = WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": ID_TEXT})
Id = Annotated[str, AfterValidator(_id), _ID_SCHEMA]
Url = Annotated[
    str, AfterValidator(_url), WithJsonSchema({"type": "string", "pattern": _URL.pattern})
]

_COUNTRY_SCHEMA = WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2}$"})
Country = Annotated[str, AfterValidator(country_of_text), _COUNTRY_SCHEMA]
Language = Annotated[str, AfterValidator(language_of_text)]
Words = Annotated[
    Any,
    Either(
        Text,
        Annotated[
            Mapping[Annotated[str, AfterValidator(language_of_words)], Text],
            BeforeValidator(_without_others(language_of_text, "a text for each language")),
            AfterValidator(Translated),
        ],
    ),
]
Email = Annotated[str, AfterValidator(_email), WithJsonSchema({"type": "string"})]
Part = Annotated[str, AfterValidator(part_of_text), WithJsonSchema({"type": "string"})]
ZoneName = Annotated[str, AfterValidator(zone_of_text)]
RuleZone = Annotated[str, AfterValidator(rule_zone_of_text)]
_DAY_SCHEMA = {"type": "string", "format": "date"}
Day = Annotated[fields.Day, _read_by(moments.day_of_text), WithJsonSchema(_DAY_SCHEMA)]
_END_SCHEMA = {"anyOf": [_DAY_SCHEMA, {"const": UNKNOWN}]}
EndDay = Annotated[
    Any,
    _parsed(
        moments.end_day_of_text,
        "a day",
        "Write year, month and day, for example 2026-11-02; or unknown.",
    ),
    WithJsonSchema(_END_SCHEMA),
]
_MOMENT_TEXT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z?"
Moment = Annotated[
    Any,
    _parsed(moments.moment_of_text),
    WithJsonSchema({"type": "string", "pattern": f"^{_MOMENT_TEXT}$"}),
]
End = Annotated[
    Any,
    _parsed(moments.end_of_text),
    WithJsonSchema({"type": "string", "pattern": f"^({_MOMENT_TEXT}|{UNKNOWN})$"}),
]
EachMonth = Annotated[
    Any,
    _parsed(moments.each_month_of_text),
    WithJsonSchema({"type": ["string", "integer"]}),
]
Within = Annotated[
    Any, _parsed(moments.within_of_text), WithJsonSchema({"type": "string", "minLength": 1})
]
Days = Annotated[Tuple[Day, ...], BeforeValidator(_listed), OrOne()]
_A_CENTURY = 36_500
NumberOfDays = Annotated[
    int, Field(ge=1, le=_A_CENTURY), BeforeValidator(_whole_number(1, _A_CENTURY, 365))
]
_RANKS = 999_999
Rank = Annotated[
    int, Field(ge=-_RANKS, le=_RANKS), BeforeValidator(_whole_number(-_RANKS, _RANKS, 1))
]
HolidaysOf = Annotated[str, AfterValidator(holidays_of_text)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Press = Annotated[str, AfterValidator(parse_press), WithJsonSchema({"type": ["string", "integer"]})]

Texts = Annotated[Tuple[Text, ...], BeforeValidator(_listed), OrOne()]
Ids = Annotated[Tuple[Id, ...], BeforeValidator(_listed), OrOne()]
WordsList = Annotated[Tuple[Words, ...], BeforeValidator(_listed_words), OrOne()]
Parts = Annotated[Tuple[Part, ...], BeforeValidator(_listed), OrOne()]

# What stands in a list of countries before the sets of the file are put in.
_PLACE_TEXT = "^([A-Za-z]{2}(-[A-Za-z0-9]{1,3})?|[a-z0-9]+([-_][a-z0-9]+)*)$"
_CountryOrSet = Annotated[
    str,
    AfterValidator(whole_country_of_text),
    WithJsonSchema({"type": "string", "pattern": _PLACE_TEXT}),
]
_Place = Annotated[
    str,
    AfterValidator(listed_place_of_text),
    WithJsonSchema({"type": "string", "pattern": _PLACE_TEXT}),
]
Countries = Annotated[Tuple[_CountryOrSet, ...], BeforeValidator(_listed), OrOne(), OrAllBut()]
ListedPlaces = Annotated[Tuple[_Place, ...], BeforeValidator(_listed), OrOne(), OrAllBut()]
Sets = Annotated[Mapping[Id, ListedPlaces], AfterValidator(FrozenDict)]
Languages = Annotated[Tuple[Language, ...], BeforeValidator(_listed), OrOne()]

_REACH_SCHEMA = WithJsonSchema({"type": "string", "pattern": _PLACE_TEXT})
_ReachPlace = Annotated[str, AfterValidator(place_of_text), _REACH_SCHEMA]
Reach = Annotated[
    Tuple[_ReachPlace, ...],
    BeforeValidator(_listed),
    AfterValidator(_reach),
    OrOne(),
    OrAllBut(),
]

# pydantic would look into the values of other rooms, whose annotations are not for it.
_AS_TEXT = WithJsonSchema({"type": "string"})
Hours = Annotated[Any, _parsed(schedule_of_text), _AS_TEXT]
Number = Annotated[Any, PlainValidator(_number), _AS_TEXT]


def _word(literal: Any) -> Any:
    """Return the annotation of one of the words of *literal*."""
    return Annotated[literal, BeforeValidator(_one_of(get_args(literal)))]


Confidence = _word(fields.Confidence)
Channel = _word(fields.Channel)
Mode = _word(fields.Mode)
Via = _word(fields.Via)
Purpose = _word(fields.Purpose)
PromiseKind = _word(fields.PromiseKind)
AddressKind = _word(fields.AddressKind)
Device = _word(fields.Device)
Kind = _word(KindName)
Cost = _word(CostName)
LanguageMode = _word(fields.LanguageMode)
_Mode: Any = LanguageMode

_LanguageOrAny = Annotated[str, AfterValidator(language_or_any_of_text)]
LanguageModes = Annotated[
    Mapping[_LanguageOrAny, _Mode],
    BeforeValidator(_without_others(language_or_any_of_text, "a mode for each language")),
    AfterValidator(FrozenDict),
]
LanguagesOrModes = Annotated[Any, Either(Languages, LanguageModes)]

Filled = BeforeValidator(_filled)
Frozen = AfterValidator(FrozenDict)
SomeIds = Annotated[Ids, Filled]
SomeCountries = Annotated[Countries, Filled]

NamesOfValues = Annotated[
    Mapping[Id, Words],
    BeforeValidator(named_by_id),
    BeforeValidator(_filled),
    AfterValidator(FrozenDict),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
                {"type": "object", "minProperties": 1},
            ]
        }
    ),
]

_SOME = {
    "anyOf": [
        {"type": ["string", "number", "boolean"]},
        {"type": "array", "minItems": 1, "items": {"type": ["string", "number", "boolean"]}},
    ]
}
Condition = Annotated[
    Mapping[str, Texts],
    BeforeValidator(_some_condition),
    AfterValidator(FrozenDict),
    WithJsonSchema({"type": "object", "minProperties": 1, "additionalProperties": _SOME}),
]

# Which codes there are is known to `check`, which stands above this room.
Accepted = Annotated[
    Mapping[str, Text],
    Frozen,
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}),
]
