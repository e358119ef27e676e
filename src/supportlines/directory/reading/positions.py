"""Where in a text the values of a document stand; looked up only when something is wrong."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Optional, Tuple, Union

import yaml

from supportlines.directory.reading.events import parse_events, start_of

if TYPE_CHECKING:
    from supportlines.directory.finding import Path


@dataclass(frozen=True)
class Place:
    """Where a value and its key begin; lines and columns are counted from 1."""

    key: Optional[Tuple[int, int]]
    """Line and column of the key; None for an entry of a list and for the whole."""

    value: Tuple[int, int]
    """Line and column of the value: of the first key for a record."""

    text: Optional[Tuple[int, int]]
    """Line and column of the first character of a text that stands on one line as it reads."""

    exact: bool = True
    """False if the path leads further than the file, and this is where it ends."""


class _Node:
    """A step of the paths that are looked for."""

    __slots__ = ("inner", "key", "text", "value")

    def __init__(self) -> None:
        self.inner: Dict[Union[str, int], _Node] = {}
        self.key: Optional[Tuple[int, int]] = None
        self.value: Optional[Tuple[int, int]] = None
        self.text: Optional[Tuple[int, int]] = None


def locate(text: str, paths: Iterable[Path]) -> Dict[Path, Place]:
    r"""Return the places of *paths* in the YAML *text*, which is read once more for it.

    A path that leads further than the text has the place where it leaves the text. Positions
    are not kept while a file is loaded: files without problems need none.

    >>> locate("a:\n  - b: x\n", [("a", 0, "b")])[("a", 0, "b")].value
    (2, 8)
    """
    root = _Node()
    wanted = set(paths)
    for path in wanted:
        node = root
        for part in path:
            node = node.inner.setdefault(part, _Node())
    with contextlib.suppress(yaml.YAMLError):  # a text is located as far as it can be read
        _walk(text, root)
    return {path: _find(root, path) for path in wanted}


def _find(root: _Node, path: Path) -> Place:
    node = root
    exact = True
    for part in path:
        inner = node.inner[part]
        if inner.value is None:
            exact = False
            break
        node = inner
    return Place(node.key, node.value or (1, 1), node.text, exact)


_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_NODES = (yaml.ScalarEvent, yaml.AliasEvent, *_STARTS)
_LAST = (yaml.DocumentEndEvent, yaml.StreamEndEvent)


class _Frame:
    """A list or record that is open while the events pass by."""

    __slots__ = ("in_list", "index", "key", "node")

    def __init__(self, node: Optional[_Node], *, in_list: bool) -> None:
        self.node = node
        self.in_list = in_list
        self.index = 0
        self.key: Optional[Tuple[str, Tuple[int, int]]] = None

    def next_node(self) -> Optional[_Node]:
        """Return the node of the value that comes next, if it is looked for."""
        part: Union[str, int] = self.index
        if self.key is not None:
            part = self.key[0]
        return self.node.inner.get(part) if self.node is not None else None

    def go_on(self) -> None:
        """Step over a value."""
        self.index += 1
        self.key = None


def _walk(text: str, root: _Node) -> None:
    """Write the places of the nodes below *root* into them."""
    following = parse_events(text)
    stack: List[_Frame] = []
    event: Any = following()
    while event.__class__ not in _LAST:
        if event.__class__ in _ENDS:
            stack.pop()
        elif event.__class__ in _NODES:
            start = start_of(event)
            around = stack[-1] if stack else None
            if around is not None and not around.in_list and around.key is None:
                around.key = (getattr(event, "value", ""), start)
            else:
                node = around.next_node() if around is not None else root
                if node is not None and node.value is None:
                    node.value = start
                    node.key = around.key[1] if around is not None and around.key else None
                    node.text = _text_start(event, start)
                if around is not None:
                    around.go_on()
                if event.__class__ in _STARTS:
                    in_list = event.__class__ is yaml.SequenceStartEvent
                    stack.append(_Frame(node, in_list=in_list))
        event = following()


def _text_start(event: Any, start: Tuple[int, int]) -> Optional[Tuple[int, int]]:
    """Return where the characters of a scalar begin, if they stand there one by one."""
    kind = event.__class__
    if kind is not yaml.ScalarEvent:
        return None
    end = event.end_mark
    width = end.column + 1 - start[1]
    quotes = 2 if event.style in ("'", '"') else 0
    if end.line + 1 != start[0] or width != len(event.value) + quotes:
        return None
    return start[0], start[1] + quotes // 2
