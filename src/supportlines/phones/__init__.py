"""How to ring a line: numbers, keys to press, links, costs."""

from __future__ import annotations

from supportlines.phones.dialling import Dial, dial_string, sms_uri, tel_uri
from supportlines.phones.errors import PhoneNumberError
from supportlines.phones.kinds import (
    COSTS,
    KINDS,
    Cost,
    Kind,
    belongs_to,
    cost_for,
    country_of,
    home_of,
    is_valid,
    kind_of,
)
from supportlines.phones.likely import Likely
from supportlines.phones.number import Form, PhoneNumber
from supportlines.phones.steps import Step, parse_press, post_dial

__all__ = [
    "COSTS",
    "KINDS",
    "Cost",
    "Dial",
    "Form",
    "Kind",
    "Likely",
    "PhoneNumber",
    "PhoneNumberError",
    "Step",
    "belongs_to",
    "cost_for",
    "country_of",
    "dial_string",
    "home_of",
    "is_valid",
    "kind_of",
    "parse_press",
    "post_dial",
    "sms_uri",
    "tel_uri",
]
