"""What a wrong number was probably meant to be, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Likely:
    """A number that was probably meant, for people to compare with the source.

    >>> Likely("+44 20 7946 0958", "low", "It has one digit less.").confidence
    'low'
    """

    text: str
    """How to write it."""

    confidence: Literal["high", "medium", "low"]
    """How likely it is."""

    reason: str
    """Why, as a sentence."""
