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

Text = str
"""Never empty, and without blanks around it."""

Id = str
Url = str
Press = str
"""Keys to press: see `phones.Step`."""

Country = str
"""ISO 3166-1 alpha-2."""

Language = str
"""A canonical BCP 47 tag."""

ZoneName = str
"""The IANA name of a zone."""

RuleZone = str
"""The same, or `caller`."""

HolidaysOf = str
"""`caller`, `national`, a country (`DE`), a part of one (`DE-BY`) or one as a whole."""

YesOrNo = bool
NumberOfDays = int
Rank = int
Day = dt.date

Texts = Tuple[Text, ...]
Ids = Tuple[Id, ...]
Countries = Tuple[Country, ...]
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
Channel = Literal["phone"]
Device = Literal["landline", "mobile"]

Accepted = Mapping[str, Text]
"""Doubts of `check` that somebody has looked into: for each code why it is none."""

NOTHING_ACCEPTED: Accepted = FrozenDict()

__all__ = [
    "ANYWHERE",
    "CALLER",
    "NATIONAL",
    "NOTHING_ACCEPTED",
    "Accepted",
    "Channel",
    "Confidence",
    "Cost",
    "Countries",
    "Country",
    "Day",
    "Days",
    "Device",
    "HolidaysOf",
    "Hours",
    "Id",
    "Ids",
    "Kind",
    "Language",
    "Languages",
    "Number",
    "NumberOfDays",
    "Press",
    "Rank",
    "Reach",
    "RuleZone",
    "SomeCountries",
    "SomeIds",
    "Text",
    "Texts",
    "Url",
    "YesOrNo",
    "ZoneName",
]
