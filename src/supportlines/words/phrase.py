"""A text that is said, with the locale in which it is written."""

from __future__ import annotations

from typing import NamedTuple

WRITTEN_IN = "en"
"""Sentences are English, and the names in them too: never half a sentence in another language."""


class Phrase(NamedTuple):
    """A text and its locale: that of the reader, or another one that there is a text in."""

    text: str
    """One for a message with placeholders that are still to be filled."""
    locale: str | None
    """An identifier of Babel; None where nobody knows: of a text of the directory in one language.

    What is put into the text is written in this locale too.
    """
