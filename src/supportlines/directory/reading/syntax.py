"""Why a text is no YAML, in our own words, wherever and however a reader of YAML complains.

The readers are two (PyYAML's in C, which is libyaml, and its own in Python) in many versions, and
each has its words. Their words are not looked at: the kind of their complaint, the character at
which they stop and the one at which they had begun say what is the matter.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from yaml.scanner import ScannerError

from supportlines.directory.finding import Finding, quoted
from supportlines.directory.reading.escapes import Escape, escapes
from supportlines.directory.reading.json_pairs import LINE_END, is_json

if TYPE_CHECKING:
    from yaml import YAMLError

_LOOK = "Look at the indentation and the quotation marks here and above."
_SPACES = "Indent with spaces."
_SAME_COLUMN = 'Begin the records of one list with "- " in the same column.'
_SAME_KEYS = "Begin the keys of one record in the same column."
_COLON = 'Put a value that holds ": " in quotation marks.'
_COLON_OR_COMMA = 'Put a value that holds ": " in quotation marks, or write a missing comma.'
_KEY = 'Write "key: value", with a space after the colon.'
_FIRST = "Put a value that begins with {} in quotation marks."
_DOCUMENT = "Put a value that begins with % or --- in quotation marks."
_ESCAPES = r"Write \\ for a backslash, and a character itself for \ud83d\ude00 and the like."

_REST = "", _LOOK
_SECOND_COLON = ': a second ": " stands in one value'
_MARKS = {
    "%": (": a directive cannot be read", _DOCUMENT),
    "|": (": nothing may follow | here", "Begin the text on the next line."),
    ">": (": nothing may follow > here", "Begin the text on the next line."),
    **{
        mark: (f": what follows {mark} cannot be read", _FIRST.format(mark))
        for mark in ("!", "&", "*")
    },
}
"""What begins with a mark of YAML and does not go on as it should."""

_CLOSING = {"]": "[", "}": "{"}
_BEFORE_A_COMMA = "Write a value there, or close what opens before it."
_OPENED = {
    "[": ("the list that opens here is not closed.", "Write ], or a missing comma."),
    "{": ("the record that opens here is not closed.", "Write }, or a missing comma."),
}


class Lines:
    """Where the lines of a text begin, to find the index of a line and a column."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def index(self, line: int, column: int) -> int:
        """Return the index of a place, counted from 0; at most that of the end of the text."""
        if line >= len(self._starts):
            return len(self._text)
        return min(self._starts[line] + column, len(self._text))

    def place(self, index: int) -> Tuple[int, int]:
        """Return line and column, counted from 1, of an index."""
        from bisect import bisect_right  # noqa: PLC0415 - for a mistake only

        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def stopped_at(error: YAMLError, lines: Lines) -> int:
    """Return the index at which a reader of YAML gave up."""
    return _index(getattr(error, "problem_mark", None), lines) or 0


def not_yaml(error: YAMLError, text: str) -> Finding:
    """Return what is wrong with *text*, at which a reader of YAML raised *error*."""
    lines = Lines(text)
    stop = stopped_at(error, lines)
    began = _index(getattr(error, "context_mark", None), lines)
    scanned = isinstance(error, ScannerError)
    opener = text[began : began + 1] if began is not None else ""
    if began is not None and scanned and opener in ("'", '"'):
        wrong = _wrong_escape(text, began, stop) if opener == '"' else None
        if wrong is not None:
            found = f"{quoted(wrong.written)} stands for no character."
            return Finding((), found, _ESCAPES, place=lines.place(wrong.start))
        if _is_end(text, stop):
            found = "the quotation that opens here is not closed."
            return Finding((), found, "Write the quotation mark.", place=lines.place(began))
    if began is not None and not scanned and _is_second_colon(text, began, stop):
        found = f"from here on this is no YAML{_SECOND_COLON}."
        return Finding((), found, _COLON_OR_COMMA, place=lines.place(stop))
    if began is not None and not scanned and opener in _OPENED:
        found, remedy = _OPENED[opener]
        return Finding((), found, remedy, place=lines.place(began))
    if not scanned and _is_end(text, stop):
        last = _still_open(text, lines)
        if last is not None:
            found, remedy = _OPENED[text[last]]
            return Finding((), found, remedy, place=lines.place(last))
    goes_on = began is not None and began < stop
    what, remedy = _matter(text[stop : stop + 1], opener, scanned=scanned, goes_on=goes_on)
    return Finding((), f"from here on this is no YAML{what}.", remedy, place=lines.place(stop))


def _is_second_colon(text: str, began: int, stop: int) -> bool:
    """Return whether a reader stops in brackets at the second ": " of a value, on its line."""
    value = text[text.rfind(": ", began, stop) + 1 : stop]
    is_one_value = set(value).isdisjoint("\r\n,[{")
    return is_one_value and text[stop : stop + 2] == ": " and text[began] in _OPENED


def _still_open(text: str, lines: Lines) -> Optional[int]:
    """Return the index of the last bracket that opens and is not closed, or None."""
    import yaml  # noqa: PLC0415 - for a mistake only
    from yaml import tokens  # noqa: PLC0415

    opens = tokens.FlowMappingStartToken, tokens.FlowSequenceStartToken
    closes = tokens.FlowMappingEndToken, tokens.FlowSequenceEndToken
    opened: List[int] = []
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, opens):
                opened.append(lines.index(token.start_mark.line, token.start_mark.column))
            elif isinstance(token, closes) and opened:
                opened.pop()
    return opened[-1] if opened else None


def _matter(here: str, opener: str, *, scanned: bool, goes_on: bool) -> Tuple[str, str]:
    """Return what is the matter with the character *here*, and the remedy.

    *opener* is the first character of what was being read, which *goes_on* up to here;
    *scanned* says that the words themselves are wrong, not their order.
    """
    if here == "\t":
        return ": a tab stands where spaces are expected", _SPACES
    if not scanned:
        if here and here in _CLOSING:
            return f": nothing is open that {here} closes", f"Delete it, or write {_CLOSING[here]}."
        if here == ",":
            return ": nothing stands before the comma", _BEFORE_A_COMMA
        if not opener:
            return ": something follows the end of the document", _DOCUMENT
        if opener == "-":
            return ': a "- " is missing', _SAME_COLUMN
        return (": a key is missing, or begins in another column", _SAME_KEYS) if goes_on else _REST
    if goes_on and opener in _MARKS:
        return _MARKS[opener]
    if here == ":":
        return _SECOND_COLON, _COLON
    if here and here in "@%`>|":
        return f": no value begins with {here}", _FIRST.format(here)
    return (": a key has no colon", _KEY) if goes_on else _REST


def _wrong_escape(text: str, start: int, stop: int) -> Optional[Escape]:
    """Return the first escape between two places that stands for no character."""
    for escape in escapes(text, start, pairs=is_json(text)):
        if escape.start > stop:
            break
        if escape.character is None:
            return escape
    return None


def _is_end(text: str, index: int) -> bool:
    """Return whether the text, or its first document, ends at *index*."""
    return not text[index:].strip() or text[index : index + 3] in ("---", "...")


def _index(mark: Any, lines: Lines) -> Optional[int]:
    return lines.index(mark.line, mark.column) if mark is not None else None
