"""Hours as schema.org's, both ways, with what is lost on the way.

Conventions (https://schema.org/OpeningHoursSpecification, https://schema.org/openingHours and
https://developers.google.com/search/docs/appearance/structured-data/local-business, as their
readers use them): what has no ``opens`` is closed, 00:00 to 23:59 is the whole day, 00:00 to
00:00 is closed all day, an end before the start is on the next day, and the days of
``validFrom`` and ``validThrough`` belong to the range. The format has no zone, no unknown
hours and no comments. What is not understood is unknown, never closed.
"""

from __future__ import annotations

from supportlines.hours.schema_org.dated_writing import timetable_to_schema_org
from supportlines.hours.schema_org.reading import Read, from_schema_org
from supportlines.hours.schema_org.shapes import SchemaOrgError
from supportlines.hours.schema_org.writing import Written, to_schema_org

__all__ = [
    "Read",
    "SchemaOrgError",
    "Written",
    "from_schema_org",
    "timetable_to_schema_org",
    "to_schema_org",
]
