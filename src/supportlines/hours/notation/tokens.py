"""Text of hours cut into words, numbers and signs, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from supportlines.errors import quoted
from supportlines.hours.errors import HoursSyntaxError

_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r'|(?P<comment>"[^"]*")'
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<fallback>\|\|)"
    r"|(?P<sign>[-:,;+/\[\]()])",
)

LOOK_ALIKES = {
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "~": "-",
    ".": ":", "：": ":", "，": ",", "；": ";", "“": '"', "”": '"', "„": '"', "'": '"',
}  # fmt: skip
"""Signs that people write for those of the notation."""


class Token(NamedTuple):
    """A piece of the text."""

    kind: str
    """`word`, `number`, `comment`, `end`, or the sign itself."""

    text: str
    offset: int

    @property
    def shown(self) -> str:
        """The token as an error quotes it."""
        return "the end of the text" if self.kind == "end" else quoted(self.text)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of *text*, the last of them of the kind ``end``.

    Raises:
        HoursSyntaxError: At a character that the notation does not have.
    """
    tokens = []
    offset = 0
    while offset < len(text):
        match = _TOKEN.match(text, offset)
        if match is None:
            raise _unknown_character(text, offset)
        kind = str(match.lastgroup)
        found = match.group()
        if kind != "space":
            tokens.append(Token(found if kind in ("sign", "fallback") else kind, found, offset))
        offset = match.end()
    tokens.append(Token("end", "", len(text)))
    return tokens


def _unknown_character(text: str, offset: int) -> HoursSyntaxError:
    found = text[offset]
    if found == '"':
        return HoursSyntaxError(text, offset, 'Close it with a second ".', "a comment has no end")
    meant = LOOK_ALIKES.get(found)
    remedy = f"Write {meant} instead." if meant else "Remove it."
    shown = found if found.isprintable() else f"U+{ord(found):04X}"
    return HoursSyntaxError(
        text, offset, remedy, f'the character "{shown}" has no meaning in opening hours'
    )
