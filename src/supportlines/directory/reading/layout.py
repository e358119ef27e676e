"""How one value of a text is written: in which style, and where each part of it stands."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, List, Optional, Tuple

import yaml

from supportlines.directory.reading.events import parse_events
from supportlines.directory.reading.syntax import Lines

if TYPE_CHECKING:
    from supportlines.directory.finding import Path


@dataclass(frozen=True)
class Layout:
    """A value as it stands in its text; places are indices, counted from 0."""

    kind: str
    """`text`, `list` or `record`."""

    style: str
    """`flow` (between brackets) or `block`; of a text the mark before it: `"`, `'`, `|`, `>`."""

    start: int
    """Of its first character: of the first `-` or key in block style."""

    end: int
    """Behind its last character; a text after `|` or `>` ends where the next line begins."""

    entries: Tuple[LaidEntry, ...] = ()
    """Of a list or a record."""

    @property
    def is_flow(self) -> bool:
        """Whether it stands between brackets."""
        return self.style == "flow"

    @property
    def last_text(self) -> Layout:
        """What stands last in it: a text, or something between brackets."""
        here = self
        while here.entries and not here.is_flow:
            here = here.entries[-1].value
        return here

    def entry(self, key: str) -> Optional[LaidEntry]:
        """Return what stands under *key*."""
        return next((one for one in self.entries if one.key == key), None)


@dataclass(frozen=True)
class LaidEntry:
    """An entry of a list, or of a record with its key."""

    key: Optional[str]
    """None in a list."""

    start: int
    """Where its key begins, in a list its value."""

    value: Layout


_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_LAST = (yaml.DocumentEndEvent, yaml.StreamEndEvent)


class _Open:
    """A list or record that is not at its end yet."""

    def __init__(self, event: Any, start: int, matched: Optional[int]) -> None:
        self.is_list = event.__class__ is yaml.SequenceStartEvent
        self.style = "flow" if event.flow_style else "block"
        self.start = start
        self.matched = matched
        """How much of the path leads here; None where it leads elsewhere."""
        self.key: Optional[Tuple[str, int]] = None
        self.count = 0
        self.entries: List[LaidEntry] = []

    def add(self, value: Layout) -> None:
        """Keep a value, and go on behind it."""
        key, start = self.key or (None, value.start)
        self.entries.append(LaidEntry(key, start, value))

    def go_on(self) -> None:
        """Step over a value."""
        self.key = None
        self.count += 1


def layout_of(text: str, path: Path) -> Optional[Layout]:
    r"""Return how the value at *path* of a YAML or JSON *text* is written; None if none is there.

    >>> found = layout_of("a:\n- {b: x, c: [y]}\n", ("a", 0))
    >>> found.style, found.start, [one.key for one in found.entries]
    ('flow', 5, ['b', 'c'])
    """
    with contextlib.suppress(yaml.YAMLError):
        return _Walk(text, path).run()
    return None


class _Walk:
    def __init__(self, text: str, path: Path) -> None:
        self._lines = Lines(text)
        self._next = parse_events(text)
        self._path = path
        self._stack: List[_Open] = []

    def run(self) -> Optional[Layout]:
        """Return the layout of the value to which the path leads."""
        while True:
            event = self._next()
            kind = event.__class__
            if kind in _LAST:
                return None
            done = None
            if kind in _ENDS:
                done = self._close(event)
            elif kind in _STARTS:
                matched = self._matched()
                self._stack.append(_Open(event, self._index(event.start_mark), matched))
            elif kind in (yaml.ScalarEvent, yaml.AliasEvent):
                done = self._text(event)
            if done is not None:
                return done

    def _index(self, mark: Any) -> int:
        return self._lines.index(mark.line, mark.column)

    def _matched(self) -> Optional[int]:
        """Return how much of the path leads to the value that comes next."""
        if not self._stack:
            return 0
        here = self._stack[-1]
        if here.matched is None or here.matched >= len(self._path):
            return here.matched
        part = here.count if here.is_list else here.key[0] if here.key else ""
        return here.matched + 1 if part == self._path[here.matched] else None

    def _text(self, event: Any) -> Optional[Layout]:
        here = self._stack[-1] if self._stack else None
        start = self._index(event.start_mark)
        if here is not None and not here.is_list and here.key is None:
            here.key = (getattr(event, "value", ""), start)
            return None
        style = getattr(event, "style", None) or ""
        return self._finish(Layout("text", style, start, self._index(event.end_mark)))

    def _close(self, event: Any) -> Optional[Layout]:
        here = self._stack.pop()
        if here.style == "flow":
            end = self._index(event.start_mark) + 1
        else:
            end = here.entries[-1].value.end if here.entries else here.start
        kind = "list" if here.is_list else "record"
        return self._finish(
            Layout(kind, here.style, here.start, end, tuple(here.entries)), here.matched
        )

    def _finish(self, value: Layout, matched: Optional[int] = -1) -> Optional[Layout]:
        """Hand a value to what is around it; return it if the path leads to it."""
        if matched == -1:
            matched = self._matched()
        around = self._stack[-1] if self._stack else None
        whole = len(self._path)
        inside = around is not None and around.matched is not None and around.matched >= whole
        if around is not None:
            if inside:
                around.add(value)
            around.go_on()
        return value if matched == whole and not inside else None
