"""What a caller may be asked, so that conditions of records can be decided."""

from __future__ import annotations

from typing import Mapping

from supportlines.directory.fields import Id, NamesOfValues, Words, YesOrNo
from supportlines.directory.record import Record, record

LIMITS: Mapping[str, str] = {
    "tiers": "tier",
    "desks": "desk",
    "severities": "severity",
    "languages": "language",
    "subdivisions": "subdivision",
    "phone": "phone",
    "carrier": "carrier",
    "requests": "request",
}
"""The keys of a condition beside the facets of a file, and what of a question each is about."""

OTHER = "other"
"""A carrier, or a kind of request, that the file does not name."""


@record
class Facet(Record):
    """Something further that a caller may say of themselves or of the matter."""

    id: Id
    """The key under which the facet stands in the file."""

    name: Words
    """What the caller is asked; its id if the file says nothing."""

    values: NamesOfValues
    """What they may say: ids with a name for each, or a list of ids."""

    required: YesOrNo = False
    """Whether nothing that it decides is offered before it is said."""
