r"""The one ancestor of our errors, and the one way to quote, shorten and point at what was read.

What is quoted was written by others: in a data file, on a command line, in a file's name. It may
hold characters that a terminal obeys or that change the order in which a line is read
(https://trojansource.codes, read on 2026-11-25). Each of them is shown as `\u202e` instead.
"""

from __future__ import annotations

import re
import reprlib
from functools import wraps
from typing import Any, Callable, Iterable, Match

_SHOWN_BELOW = 10**15
"""A longer number is not shown: it may have millions of digits."""

_LONGEST_REPR = 280
"""Characters of a repr: three lines of a terminal, or one of a log."""

SHOWN = 60
"""Characters of a text that a message quotes: nobody reads 3 MB of digits."""

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 without tab and line ends, and C1
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # Unicode's Bidi_Control
_LINE_ENDS = "\u2028\u2029"  # to Unicode and to JavaScript, not to an editor
_NO_CHARACTERS = "\ufeff\ufdd0-\ufdef\ud800-\udfff" + "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)  # a mark of byte order, noncharacters, halves of pairs

_UNSAFE = f"{_CONTROLS}{_BIDI}{_LINE_ENDS}{_NO_CHARACTERS}"

UNSAFE = re.compile(f"[\r{_UNSAFE}]")
"""Characters that no text of ours needs; a line feed and a tab are none of them."""

UNSAFE_IN_A_FILE = re.compile(f"[{_UNSAFE}]")
"""The same where a carriage return ends a line, as it does on Windows."""


class SupportlinesError(Exception):
    """Something that was given to supportlines cannot be used as it is.

    Every error derives from this class and from `ValueError` (what was given is
    ill-formed) or `LookupError` (what was asked for does not exist). Its text says
    what was found and what to write instead, and holds no character that commands
    a terminal, whatever it quotes.
    """

    def __repr__(self) -> str:
        return on_one_line(super().__repr__())

    def __eq__(self, other: object) -> bool:
        """Errors of one kind that say the same are equal, also out of a pickle."""
        if not isinstance(other, SupportlinesError):
            return NotImplemented
        return type(self) is type(other) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash((type(self), str(self)))

    def __init_subclass__(cls, **named: Any) -> None:
        """Make the text of every error safe, so that no author of one has to think of it."""
        super().__init_subclass__(**named)
        if "__str__" in cls.__dict__:
            cls.__str__ = _safe(cls.__str__)  # type: ignore[method-assign]


def _safe(text_of: Callable[[Any], str]) -> Callable[[Any], str]:
    @wraps(text_of)
    def text(self: Any) -> str:
        return visible(text_of(self))

    return text


def escaped(character: str) -> str:
    r"""Return *character* as it is written between quotation marks in YAML.

    >>> print(escaped("\x1b"), escaped("\u202e"), escaped("\n"))
    \x1b \u202e \n
    """
    return character.encode("unicode_escape").decode("ascii")


def visible(text: str) -> str:
    r"""Return *text* with its unsafe characters as `\u202e`; line feeds and tabs stay.

    >>> print(visible("Press \x1b[31m1\nPress 2"))
    Press \x1b[31m1
    Press 2
    """
    # All that is unsafe is not printable, and asking that is ten times faster.
    return text if text.isprintable() else UNSAFE.sub(_escape, text)


def one_line(text: str) -> str:
    r"""Return *text* as `visible` does, on one line: each run of blanks with a line end is a space.

    >>> print(one_line("Help\n  desk\u202e"))
    Help desk\u202e
    """
    return text if text.isprintable() else visible(_LINE_END.sub(" ", text))


_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n|\t)[ \t\r\n]*")


def cut(text: str, most: int) -> str:
    """Return *text* in at most *most* characters, with an ellipsis where it goes on.

    >>> cut("Mo-Fr 09:00-17:00", 6), cut("Mo-Fr", 6)
    ('Mo-Fr…', 'Mo-Fr')
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def on_one_line(shown: str) -> str:
    """Return a repr that has fewer than 300 characters: if need be its beginning, as ``<…>``.

    >>> on_one_line("Schedule.parse('Mo-Fr 09:00-17:00')")
    "Schedule.parse('Mo-Fr 09:00-17:00')"
    >>> on_one_line("Schedule.parse('" + "Mo 09:00-17:00, " * 99 + "')")[-20:]
    '09:00-17:00, Mo 09…>'
    """
    return shown if len(shown) <= _LONGEST_REPR else f"<{cut(shown, _LONGEST_REPR - 2)}>"


def shown(text: str) -> str:
    r"""Return *text* for a message: not too long, and whatever cannot be seen as `\u202e`.

    >>> print(shown("+1\xa0202\n555"))
    +1\xa0202\n555
    """
    short = cut(text, SHOWN)
    if short.isprintable():
        return short
    return "".join(one if one.isprintable() else escaped(one) for one in short)


def quoted(text: str) -> str:
    """Return *text* in quotation marks, as `shown` shows it.

    >>> quoted("UK")
    '"UK"'
    """
    return f'"{shown(text)}"'


def listed(names: Iterable[str], word: str = "and", most: int | None = None) -> str:
    """Return names in a row, as a sentence has them.

    Args:
        names: What is listed.
        word: What stands before the last of them.
        most: How many are named; of the others their number.

    >>> listed(["France"]), listed(["France", "Germany", "Italy"])
    ('France', 'France, Germany and Italy')
    >>> listed(["9", "10", "11"], "or"), listed(["France", "Germany", "Italy", "Malta"], most=2)
    ('9, 10 or 11', 'France, Germany and 2 more')
    """
    found = list(names)
    if most is not None and len(found) > most:
        found[most:] = [f"{len(found) - most} more"]
    if len(found) <= 1:
        return "".join(found)
    return f"{', '.join(found[:-1])} {word} {found[-1]}"


def closest(word: str, options: Iterable[str], most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Return those of *options* that are most like *word*, the nearest first.

    Args:
        word: What was written.
        options: What might have been meant.
        most: How many are returned at most.
        cutoff: From 0 to 1: how like they must be.

    >>> closest("langauges", ["languages", "label"])
    ['languages']
    """
    from difflib import get_close_matches  # noqa: PLC0415 - for mistakes alone

    return get_close_matches(word, list(options), most, cutoff)


def window(text: str, offset: int) -> tuple[str, int]:
    r"""Return the part of *text* around *offset* that fits a line, and where in it that is.

    >>> window("Mo-Fr\x1b 9-17", 7)
    ('Mo-Fr\\x1b 9-17', 10)
    """
    offset = min(max(offset, 0), len(text))
    start, end = 0, len(text)
    if end > SHOWN + SHOWN // 3:
        start = max(0, offset - SHOWN // 2)
        end = min(end, start + SHOWN)
    before = ("…" if start else "") + _seen(text[start:offset])
    return before + _seen(text[offset:end]) + ("…" if end < len(text) else ""), len(before)


def point_at(text: str, offset: int) -> str:
    """Return two lines: *text* (cut, if it is long) and a caret below the character at *offset*.

    >>> print(point_at("Mo-Fr 9-17", 6))
        Mo-Fr 9-17
              ^
    """
    part, place = window(text, offset)
    return f"    {part}\n    {' ' * place}^"


def _seen(text: str) -> str:
    """Return *text* as it fits beside a caret: a line feed takes the place of one blank."""
    return visible(text.replace("\n", " ").replace("\t", " "))


def _escape(match: Match[str]) -> str:
    return escaped(match.group())


class WrongTypeError(SupportlinesError, ValueError):
    """A value of a type that is not taken there.

    Attributes:
        name: The parameter.
        found: The value and its type, as the sentence shows them.
        takes: What to give instead.

    >>> print(WrongTypeError.of("time_zone", None, 'a name such as "Europe/London"'))
    time_zone=None (NoneType) cannot be used; give a name such as "Europe/London".
    """

    def __init__(self, name: str, found: str, takes: str) -> None:
        super().__init__(name, found, takes)
        self.name = name
        self.found = found
        self.takes = takes

    @classmethod
    def of(cls, name: str, found: object, takes: str) -> WrongTypeError:
        """Return the error for the value *found*; of a large value its type alone is kept."""
        kind = type(found).__name__
        is_short = found is None or isinstance(found, (bool, float, bytes, str))
        is_short = is_short or (isinstance(found, int) and abs(found) < _SHOWN_BELOW)
        return cls(name, f"{reprlib.repr(found)} ({kind})" if is_short else f"({kind})", takes)

    def __str__(self) -> str:
        joint = " " if self.found.startswith("(") else "="
        return f"{self.name}{joint}{self.found} cannot be used; give {self.takes}."


def plain(text: str) -> str:
    """Return *text* as a mere `str`: what prints otherwise, such as a member of an `Enum`, too.

    What comes out is kept for whoever writes the same; it must not be one caller's object.

    >>> from enum import Enum
    >>> Tier = Enum("Tier", {"PREMIUM": "premium"}, type=str)
    >>> f"{plain(Tier.PREMIUM)}"
    'premium'
    """
    return text if type(text) is str else str.__str__(text)


def check_text(name: str, found: object, takes: str) -> None:
    """Raise unless *found*, which was given for the parameter *name*, is a text.

    Raises:
        WrongTypeError: If it is none; it says to give *takes*.
    """
    if not isinstance(found, str):
        raise WrongTypeError.of(name, found, takes)
