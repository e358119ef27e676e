"""What a backslash in a quotation stands for, and where it stands.

A parser hands over characters, not how they were written; what is wrong with one of them is told
at the escape that made it.
"""

from __future__ import annotations

import re
import sys
from typing import Iterator, NamedTuple, Optional

_ESCAPE = re.compile(
    r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?P<kind>[xuU])(?P<digits>[0-9a-fA-F]{0,8})"
    r"|(?P<letter>.?))",
    re.DOTALL,
)
_DIGITS = {"x": 2, "u": 4, "U": 8}
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029", "\n": "", "\r": "",
}  # fmt: skip
"""YAML 1.1, section 5.6; before the end of a line a backslash joins it to the next."""

_FIRST_HALF, _LAST_HALF = 0xD800, 0xDFFF


class Escape(NamedTuple):
    """One escape of a quotation."""

    start: int
    """Where in the text its backslash stands."""

    written: str

    character: Optional[str]
    """What it stands for, None if for nothing."""


def escapes(text: str, start: int, *, pairs: bool) -> Iterator[Escape]:
    r"""Yield the escapes from *start* on, as if everything were between quotation marks.

    *pairs* says that two halves of a pair (RFC 8259, section 7) stand for one character, as they
    do in JSON.

    >>> [each.character for each in escapes(r'"\u00e9\q\ud83d\ude00"', 0, pairs=True)]
    ['é', None, '😀']
    """
    while True:
        match = _ESCAPE.search(text, start)
        if match is None:
            return
        written, character = match.group(), None
        if match.group("letter") is not None:
            character = _LETTERS.get(match.group("letter"))
        elif match.group("high") is not None and pairs:
            high, low = int(match.group("high"), 16), int(match.group("low"), 16)
            character = chr(0x10000 + ((high - _FIRST_HALF) << 10) + low - 0xDC00)
        else:
            wanted = _DIGITS[written[1]]
            digits = (match.group("digits") or written[2:6])[:wanted]
            written = written[:2] + digits
            if len(digits) == wanted:
                character = _character(int(digits, 16))
        yield Escape(match.start(), written, character)
        start = match.start() + len(written)


def _character(number: int) -> Optional[str]:
    is_half = _FIRST_HALF <= number <= _LAST_HALF
    return None if is_half or number > sys.maxunicode else chr(number)
