"""From the bytes of a data file to its facts, or to all that is wrong in them.

Reading order: `document` makes plain texts of the bytes, `places_of` puts codes into its lists of
countries, `loading` has all of it checked and makes the facts of it, `translate` says what is
wrong in words, `positions` finds where it stands, `layout` how it is written.
"""

from __future__ import annotations

from supportlines.directory.reading.document import (
    MAX_BYTES,
    Document,
    UnreadableError,
    read_document,
)
from supportlines.directory.reading.layout import LaidEntry, Layout, layout_of
from supportlines.directory.reading.loading import load_directory, place_of, problems_of
from supportlines.directory.reading.places_of import Expanded, in_file
from supportlines.directory.reading.positions import locate
from supportlines.directory.reading.sound_part import Reading, SoundPart, read

__all__ = [
    "MAX_BYTES",
    "Document",
    "Expanded",
    "LaidEntry",
    "Layout",
    "Reading",
    "SoundPart",
    "UnreadableError",
    "in_file",
    "layout_of",
    "load_directory",
    "locate",
    "place_of",
    "problems_of",
    "read",
    "read_document",
]
