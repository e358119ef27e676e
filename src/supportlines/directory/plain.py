"""Reading plain content that may be wrong: what is not as expected is passed over."""

from __future__ import annotations

import contextlib
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, Set, Tuple

from supportlines.directory.problems import Finding, Path, quoted


class Words(NamedTuple):
    """The names that a file gives to things, for those who refer to them."""

    sources: Tuple[str, ...]
    tiers: Tuple[str, ...]
    severities: Tuple[str, ...]
    desks: Tuple[str, ...]
    lines: Dict[str, None]
    """In the order of the file; there may be thousands."""


def record(value: Any) -> Dict[str, Any]:
    """Return *value* if it is a record, else an empty one."""
    return value if isinstance(value, dict) else {}


def entries(value: Any) -> Iterator[Tuple[int, Any]]:
    """Yield the numbered entries of a list."""
    return enumerate(value if isinstance(value, list) else ())


def records(value: Any) -> Iterator[Tuple[int, Dict[str, Any]]]:
    """Yield the numbered entries of a list that are records."""
    return ((index, one) for index, one in entries(value) if isinstance(one, dict))


def texts(value: Any) -> Iterator[Tuple[int, str]]:
    """Yield the numbered entries of a list that are texts; a text is a list of one."""
    if isinstance(value, str):
        value = [value]
    return ((index, one) for index, one in entries(value) if isinstance(one, str))


def codes(value: Any, parse: Callable[[str], str]) -> Iterator[Tuple[int, str]]:
    """Yield the canonical forms of the numbered texts of a list, those that have one."""
    for index, text in texts(value):
        with contextlib.suppress(ValueError):
            yield index, parse(text)


def text_of(content: Dict[str, Any], key: str) -> str:
    """Return the text under *key*, or an empty one."""
    value = content.get(key)
    return value if isinstance(value, str) else ""


def words_of(top: Dict[str, Any]) -> Words:
    """Return the names that the file with the content *top* gives."""
    about = record(top.get("directory"))
    return Words(
        sources=tuple(text_of(one, "id") for _, one in records(about.get("sources"))),
        tiers=tuple(record(top.get("tiers"))),
        severities=tuple(word for _, word in texts(top.get("severities"))),
        desks=tuple(word for _, word in texts(top.get("desks"))),
        lines=dict.fromkeys(_line_ids(top.get("regions"))),
    )


def again(named: Iterable[Tuple[Path, str]], what: str) -> Iterator[Finding]:
    """Yield each of the ids *named* that stood before."""
    seen: Set[str] = set()
    for path, name in named:
        if name and name in seen:
            found = f"the id {quoted(name)} is that of {what} already."
            yield Finding(path, found, "Give this one an id of its own.", name)
        seen.add(name)


def _line_ids(regions: Any) -> Iterator[str]:
    waiting: List[Any] = [regions]
    while waiting:
        for _, region in records(waiting.pop()):
            yield from (text_of(line, "id") for _, line in records(region.get("lines")))
            waiting.append(region.get("regions"))
