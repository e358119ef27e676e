"""What text of a data file each type of value takes, and what it becomes.

The names are those of `directory.fields`, which the annotations of the records use: `shapes`
finds here what to read for each.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any, Callable, Mapping, Optional, Tuple, TypeVar, cast

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from typing_extensions import Annotated, Literal

from supportlines.directory.fields import ANYWHERE, CALLER, NATIONAL
from supportlines.directory.finding import did_you_mean
from supportlines.directory.record import FrozenDict
from supportlines.errors import SupportlinesError, quoted
from supportlines.hours import NoZoneDataError, Schedule, open_zone
from supportlines.languages import parse_tag
from supportlines.phones import COSTS, KINDS, PhoneNumber, parse_press
from supportlines.phones import Cost as CostName
from supportlines.phones import Kind as KindName
from supportlines.places import parse_country
from supportlines.places.errors import UnknownSubdivisionError
from supportlines.places.holidays import subdivision_of

V = TypeVar("V")

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CACHED = 4096

_ID_TEXT = "^[a-z0-9]+([-_][a-z0-9]+)*$"
_ID = re.compile(_ID_TEXT)
_URL = re.compile(r"^https?://\S+$")

MAX_LISTED = 1_000
"""More than there are countries, or languages that anybody speaks on one line."""

_LIKE_ANYWHERE = frozenset(
    ("anywhere", "everywhere", "all", "any", "*", "world", "worldwide", "global", "international")
)


class WrongValueError(SupportlinesError, ValueError):
    """A value that its field cannot take; the loader says where it stands."""

    def __init__(self, found: str, remedy: str = "") -> None:
        super().__init__(found, remedy)
        self.found = found
        self.remedy = remedy


class OrOne:
    """Marks a list in the JSON Schema for which one entry may stand."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        schema = handler(core)
        return {"anyOf": [schema["items"], schema]}


def refusing(parse: Callable[[str], V]) -> Callable[[str], V]:
    """Return *parse* with its answers remembered and its refusals as errors that pydantic knows.

    The rooms refuse unknown names with a `LookupError`, which pydantic would let through. A
    file says the same few names again and again, wrong ones too.
    """

    @lru_cache(_CACHED)
    def answer(text: str) -> Tuple[Any, Optional[SupportlinesError]]:
        try:
            return parse(text), None
        except NoZoneDataError:
            raise  # the machine lacks something, not the file
        except SupportlinesError as error:
            return None, error.with_traceback(None)

    def remembered(text: str) -> V:
        value, error = answer(text)
        if error is None:
            return cast("V", value)
        if isinstance(error, ValueError) and hasattr(error, "offset"):
            raise error.with_traceback(None)
        raise WrongValueError(str(error)) from error.with_traceback(None)

    return remembered


country_of_text = refusing(parse_country)
language_of_text = refusing(parse_tag)
schedule_of_text = refusing(Schedule.parse)
zone_of_text = refusing(lambda text: open_zone(text).name)


def place_of_text(text: str) -> str:
    """Return the country of *text*, or `anywhere`."""
    if text != ANYWHERE and text.strip().lower() in _LIKE_ANYWHERE:
        remedy = f"Did you mean {quoted(ANYWHERE)}?"
        raise WrongValueError(f"there is no country {quoted(text)}.", remedy)
    return text if text == ANYWHERE else country_of_text(text)


def rule_zone_of_text(text: str) -> str:
    """Return the zone of *text*, or `caller`."""
    return text if text == CALLER else zone_of_text(text)


def holidays_of_text(text: str) -> str:
    """Return whose public holidays *text* means.

    `caller` is the caller's own place and `national` the caller's whole country; otherwise it
    is a country, a part of one (`DE-BY`), or one as a whole (`DE-national`).
    """
    if text in (CALLER, NATIONAL):
        return text
    if text.strip().lower() in (CALLER, NATIONAL):
        remedy = f"Did you mean {quoted(text.strip().lower())}?"
        raise WrongValueError(f"{quoted(text)} is no country.", remedy)
    name, hyphen, part = text.partition("-")
    country = country_of_text(name)
    if not hyphen:
        return country
    if part.lower() == NATIONAL:
        return f"{country}-{NATIONAL}"
    try:
        return f"{country}-{subdivision_of(country, part)}"
    except UnknownSubdivisionError as error:
        such = f", such as {country}-{error.known[0]}" if error.known else ""
        remedy = f"Write a code of ISO 3166-2{such}; or {country} for all of its parts."
        raise WrongValueError(f"{country} has no part {quoted(part)}.", remedy) from None


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
    if _ID.fullmatch(value) is None:
        remedy = "Write lower-case letters and digits, words joined by -, such as us-toll-free."
        raise WrongValueError(f"{quoted(value)} is no id.", remedy)
    return value


def _url(value: str) -> str:
    if _URL.fullmatch(value) is None:
        remedy = "Write it with https:// at its beginning."
        raise WrongValueError(f"{quoted(value)} is no address of a page.", remedy)
    return value


_OTHER_WORDS = {
    "landline": "geographic", "fixed": "geographic", "local": "geographic", "cell": "mobile",
    "freephone": "toll_free", "tollfree": "toll_free", "free": "toll_free",
    "freecall": "toll_free", "uifn": "toll_free_international", "premium": "premium_rate",
}  # fmt: skip
"""What people call a kind of number."""


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


def _filled(value: Any) -> Any:
    if isinstance(value, list) and not value:
        raise WrongValueError("the list is empty.", "Name at least one.")
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise WrongValueError(
                f"{quoted(value)} is neither yes nor no.", 'Write "true" or "false".'
            )
        return value == "true"
    return value


def _date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    remedy = "Write year, month and day, for example 2026-11-02."
    written = _DATE.fullmatch(value)
    if written is None:
        raise WrongValueError(f"{quoted(value)} is not a day.", remedy)
    try:
        return dt.date(*map(int, written.groups()))
    except ValueError as error:
        raise WrongValueError(f"there is no day {quoted(value)}.", remedy) from error


def _reach(value: Tuple[str, ...]) -> Tuple[str, ...]:
    if ANYWHERE in value and len(value) > 1:
        remedy = 'Write either "anywhere" or the countries.'
        raise WrongValueError('"anywhere" stands beside countries.', remedy)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise WrongValueError(
            f"{described(value)} stands where a text is expected.", "Write one value."
        )
    return value


def _schedule(value: Any) -> Schedule:
    return schedule_of_text(_text(value))


def _number(value: Any, info: ValidationInfo) -> Optional[PhoneNumber]:
    text = _text(value)
    if "only_in" not in info.data:  # it is wrong itself: what the digits mean is not known
        return None
    try:
        return PhoneNumber.parse(text, only_in=info.data["only_in"] or None)
    except LookupError as error:
        raise WrongValueError(str(error)) from error


def described(value: Any) -> str:
    """Return what kind of thing *value* is, quoting a text."""
    if isinstance(value, str):
        return quoted(value)
    return "a list" if isinstance(value, (list, tuple)) else "a record"


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# An editor reads the id `7` as a number, `1e5` as another and `true` as neither.
_ID_SCHEMA = WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": _ID_TEXT})
Id = Annotated[str, AfterValidator(_id), _ID_SCHEMA]
Url = Annotated[
    str, AfterValidator(_url), WithJsonSchema({"type": "string", "pattern": _URL.pattern})
]

_COUNTRY_SCHEMA = WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2}$"})
Country = Annotated[str, AfterValidator(country_of_text), _COUNTRY_SCHEMA]
Language = Annotated[str, AfterValidator(language_of_text)]
ZoneName = Annotated[str, AfterValidator(zone_of_text)]
RuleZone = Annotated[str, AfterValidator(rule_zone_of_text)]
Day = Annotated[
    dt.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date"}),
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
Countries = Annotated[Tuple[Country, ...], BeforeValidator(_listed), OrOne()]
Languages = Annotated[Tuple[Language, ...], BeforeValidator(_listed), OrOne()]

_REACH_SCHEMA = WithJsonSchema({"type": "string", "pattern": "^(anywhere|[A-Za-z]{2})$"})
_ReachPlace = Annotated[str, AfterValidator(place_of_text), _REACH_SCHEMA]
Reach = Annotated[
    Tuple[_ReachPlace, ...], BeforeValidator(_listed), AfterValidator(_reach), OrOne()
]

# pydantic would look into the values of other rooms, whose annotations are not for it.
_AS_TEXT = WithJsonSchema({"type": "string"})
Hours = Annotated[Any, PlainValidator(_schedule), _AS_TEXT]
Number = Annotated[Any, PlainValidator(_number), _AS_TEXT]

Confidence = Annotated[
    Literal["high", "medium", "low"], BeforeValidator(_one_of(("high", "medium", "low")))
]
Channel = Annotated[Literal["phone"], BeforeValidator(_one_of(("phone",)))]
Device = Annotated[Literal["landline", "mobile"], BeforeValidator(_one_of(("landline", "mobile")))]
Kind = Annotated[KindName, BeforeValidator(_one_of(KINDS))]
Cost = Annotated[CostName, BeforeValidator(_one_of(COSTS))]

Filled = BeforeValidator(_filled)
Frozen = AfterValidator(FrozenDict)
SomeIds = Annotated[Ids, Filled]
SomeCountries = Annotated[Countries, Filled]

# Which codes there are is known to `check`, which stands above this room.
Accepted = Annotated[
    Mapping[str, Text],
    Frozen,
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}),
]
