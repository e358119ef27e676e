"""What all records of a data file share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """What all records share: they never change, and a key that they do not know is wrong.

    Only the directory as a whole builds its validator, with those of all records inside.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        protected_namespaces=(),
        defer_build=True,
    )
