"""`accept`: which doubts somebody has looked into, and why they are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping

from pydantic import WithJsonSchema
from typing_extensions import Annotated

from supportlines.directory.fields import Frozen, FrozenDict, Text

if TYPE_CHECKING:
    Accepted = Mapping[str, str]
else:
    # Which codes there are is known to `check`, which stands above this room.
    Accepted = Annotated[
        Mapping[str, Text],
        Frozen,
        WithJsonSchema(
            {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}
        ),
    ]

NOTHING_ACCEPTED: Accepted = FrozenDict()
