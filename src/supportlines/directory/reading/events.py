"""The events of YAML or JSON, from whichever of PyYAML's readers is there."""

from __future__ import annotations

from typing import Any, Callable, Tuple

from supportlines.directory.reading.json_pairs import PAIR, is_json, paired_events

try:
    from yaml import CLoader as _Parser
except ImportError:  # PyYAML without libyaml: slower, the same events
    from supportlines.directory.reading.pure_yaml import (  # type: ignore[assignment]
        PureParser as _Parser,
    )


def parse_events(text: str) -> Callable[[], Any]:
    """Return a function that gives the next YAML event of *text* at each call."""
    if is_json(text) and PAIR.search(text) is not None:
        return paired_events(text, _Parser)
    parser = _Parser(text)
    following: Callable[[], Any] = parser.get_event
    return following


def start_of(event: Any) -> Tuple[int, int]:
    """Return line and column, from 1, at which the value of *event* begins."""
    return event.start_mark.line + 1, event.start_mark.column + 1
