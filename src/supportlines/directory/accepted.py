"""`accept`: which doubts somebody has looked into, and why they are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping

from pydantic import AfterValidator, WithJsonSchema
from typing_extensions import Annotated

from supportlines.directory.codes import NOT_ACCEPTED, TITLES
from supportlines.directory.fields import Frozen, FrozenDict, Text, WrongValueError
from supportlines.directory.problems import did_you_mean, quoted

_CODES = tuple(code for code in TITLES if code not in NOT_ACCEPTED)


def _code(value: str) -> str:
    if value in NOT_ACCEPTED:
        raise WrongValueError(f"{quoted(value)} cannot be accepted.", "Delete what is unused.")
    if value not in _CODES:
        remedy = did_you_mean(value, _CODES) or "`supportlines check` prints the codes."
        raise WrongValueError(f"{quoted(value)} is no code of a doubt.", remedy)
    return value


if TYPE_CHECKING:
    Accepted = Mapping[str, str]
else:
    Accepted = Annotated[
        Mapping[Annotated[str, AfterValidator(_code)], Text],
        Frozen,
        WithJsonSchema(
            {
                "type": "object",
                "propertyNames": {"enum": list(_CODES)},
                "additionalProperties": {"type": "string", "minLength": 1},
            }
        ),
    ]

NOTHING_ACCEPTED: Accepted = FrozenDict()
