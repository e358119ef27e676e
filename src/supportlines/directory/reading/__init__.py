"""From the bytes of a data file to its facts, or to all that is wrong in them.

Reading order: `document` makes plain texts of the bytes, `loading` has them checked and makes
the facts of them, `translate` says what is wrong in words, `positions` finds where it stands.
"""

from __future__ import annotations

from supportlines.directory.reading.document import MAX_BYTES, Document, read_document
from supportlines.directory.reading.loading import load_directory, place_of
from supportlines.directory.reading.positions import locate
from supportlines.directory.reading.sound_part import Part, Reading, read

__all__ = [
    "MAX_BYTES",
    "Document",
    "Part",
    "Reading",
    "load_directory",
    "locate",
    "place_of",
    "read",
    "read_document",
]
