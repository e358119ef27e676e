"""The types of single values in a directory, by the names that its records use.

What text a data file may hold for each of them, and what it becomes, is said under the same
name in `reading/values.py`.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, Mapping, Optional, Tuple

from supportlines.directory.record import FrozenDict
from supportlines.hours import Schedule
from supportlines.phones import Cost, Kind, PhoneNumber

ANYWHERE = "anywhere"
"""In a reach: the number can be dialled from every country."""

CALLER = "caller"
"""The caller's own zone, or public holidays."""

NATIONAL = "national"
"""The public holidays of a whole country, whatever its parts keep."""

NOT_STATED = "not_stated"
"""Nobody says whether public holidays of the caller's place make a difference."""

ANY_LANGUAGE = "any"
"""In the modes of languages: every language that is not named."""

Text = str
"""Never empty, and without blanks around it."""

Words = str
"""The same for people; `texts.Translated` where a file gives it in several languages."""

Id = str
Url = str
Email = str
Press = str
"""Keys to press: see `phones.Step`."""

Country = str
"""ISO 3166-1 alpha-2."""

Part = str
"""A part of a country by ISO 3166-2, with its country: `CA-QC`."""

Language = str
"""A canonical BCP 47 tag."""

ZoneName = str
"""The IANA name of a zone."""

RuleZone = str
"""The same, or `caller`."""

HolidaysOf = str
"""Whose public holidays: `caller`, `national`, `not_stated`, a calendar of the file, a country
(`DE`), a part of one (`DE-BY`) or one as a whole (`DE-national`)."""

YesOrNo = bool
NumberOfDays = int
Rank = int
Day = dt.date

Moment = dt.datetime
"""Without a zone a time on the wall of whoever's hours are meant, in UTC an instant."""

EachMonth = str
"""A day of each month: its number (`10`), or a weekday with its place (`Sa[1]`, `Fr[-1]`)."""

Texts = Tuple[Text, ...]
WordsList = Tuple[Words, ...]
Ids = Tuple[Id, ...]
Countries = Tuple[Country, ...]
Parts = Tuple[Part, ...]
Sets = Mapping[Id, Tuple[str, ...]]
"""Countries, and parts of some, by the name of the set."""
Languages = Tuple[Language, ...]
Days = Tuple[Day, ...]
Reach = Tuple[str, ...]
"""Countries, or `anywhere` alone."""

SomeIds = Ids
"""At least one."""

SomeCountries = Countries
"""At least one."""

Hours = Schedule
Number = Optional[PhoneNumber]
Confidence = Literal["high", "medium", "low"]
Channel = Literal["phone", "sms", "textphone", "messaging", "chat", "web_form", "email", "post"]
CHANNELS: Tuple[Channel, ...] = (
    "phone", "sms", "textphone", "messaging", "chat", "web_form", "email", "post",
)  # fmt: skip
"""All of them, those first on which somebody answers while one waits."""

LIVE_CHANNELS = frozenset(["phone", "sms", "textphone", "messaging", "chat"])
"""Those on which somebody answers while one waits, unless a line says otherwise."""

CALLED_CHANNELS = frozenset(["phone", "textphone"])
"""Those on which one calls a number."""

Mode = Literal["live", "message"]
"""Somebody answers while one waits, or a message is taken and answered later."""

Via = Literal["operator", "interpreter", "relay"]
"""Who is reached first, and puts one through."""

LanguageMode = Literal["native", "interpreter", "best_effort"]
LanguageModes = Mapping[str, LanguageMode]
"""By language, or for `any`; one that is not there is spoken natively."""

NamesOfValues = Mapping[Id, Words]
Purpose = Literal[
    "technical",
    "customer_service",
    "billing",
    "sales",
    "privacy",
    "security",
    "accessibility",
    "emergency",
    "general",
    "complaints",
    "orders",
    "feedback",
]
"""What sort of desk it is: `docs/reference/desks.md` says what each is for, and by whom."""

PromiseKind = Literal["cost", "current_work", "next_step", "completion"]
"""What a caller must be able to ask at any time, by the same page."""

AddressKind = Literal["legal", "postal", "visiting"]
Device = Literal["landline", "mobile"]
Devices = Tuple[Device, ...]

Accepted = Mapping[str, Text]
"""Doubts of `check` that somebody has looked into: for each code why it is none."""

NOTHING_ACCEPTED: Accepted = FrozenDict()

Condition = Mapping[str, Texts]
"""For each thing that a caller may say the values for which a record holds; all must fit."""

FOR_ALL: Condition = FrozenDict()
"""No condition at all."""

ALL_NATIVE: LanguageModes = FrozenDict()
"""Every language that is named is spoken natively."""

__all__ = [
    "ALL_NATIVE",
    "ANYWHERE",
    "ANY_LANGUAGE",
    "CALLED_CHANNELS",
    "CALLER",
    "CHANNELS",
    "FOR_ALL",
    "LIVE_CHANNELS",
    "NATIONAL",
    "NOTHING_ACCEPTED",
    "NOT_STATED",
    "Accepted",
    "AddressKind",
    "Channel",
    "Condition",
    "Confidence",
    "Cost",
    "Countries",
    "Country",
    "Day",
    "Days",
    "Device",
    "Devices",
    "EachMonth",
    "Email",
    "HolidaysOf",
    "Hours",
    "Id",
    "Ids",
    "Kind",
    "Language",
    "LanguageMode",
    "LanguageModes",
    "Languages",
    "Mode",
    "Moment",
    "NamesOfValues",
    "Number",
    "NumberOfDays",
    "Part",
    "Parts",
    "Press",
    "PromiseKind",
    "Purpose",
    "Rank",
    "Reach",
    "RuleZone",
    "Sets",
    "SomeCountries",
    "SomeIds",
    "Text",
    "Texts",
    "Url",
    "Via",
    "Words",
    "WordsList",
    "YesOrNo",
    "ZoneName",
]
