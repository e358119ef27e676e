"""JSON writes characters beyond U+FFFF as two escapes; YAML wants one."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any, Callable, Dict, List, Match, NamedTuple

from yaml import MarkedYAMLError

PAIR = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)
"""A surrogate pair (RFC 8259, section 7), behind an even number of backslashes."""

LINE_END = re.compile("\r\n?|\n")

_SHORTER = 2
"""How much shorter one escape of ten characters is than two of six."""


def is_json(text: str) -> bool:
    """Return whether *text* begins as JSON does; YAML has no pairs."""
    return text.lstrip()[:1] in ("{", "[")


class Mark(NamedTuple):
    """Where an event stands, counted from 0, as PyYAML's own marks have it."""

    line: int
    column: int


def _one_escape(match: Match[str]) -> str:
    high, low = int(match.group(2), 16), int(match.group(3), 16)
    return f"{match.group(1)}\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08X}"


def paired_events(text: str, parser: Callable[[str], Any]) -> Callable[[], Any]:
    """Return a function that gives the events of the JSON *text* with its pairs made one.

    The events stand where they stand in *text*, and so does an error of the parser.
    """
    columns: Dict[int, List[int]] = {}
    for number, line in enumerate(LINE_END.split(text)):
        found = [
            match.start(2) - _SHORTER * index for index, match in enumerate(PAIR.finditer(line))
        ]
        if found:
            columns[number] = found
    following = parser(PAIR.sub(_one_escape, text)).get_event

    def moved(mark: Any) -> Any:
        if mark is None or mark.line not in columns:
            return mark
        shift = _SHORTER * bisect_left(columns[mark.line], mark.column)
        return Mark(mark.line, mark.column + shift)

    def next_event() -> Any:
        try:
            event = following()
        except MarkedYAMLError as error:
            error.problem_mark = moved(error.problem_mark)
            error.context_mark = moved(error.context_mark)
            raise
        event.start_mark = moved(event.start_mark)
        event.end_mark = moved(event.end_mark)
        return event

    return next_event
