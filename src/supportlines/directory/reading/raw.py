"""Reading plain content that may be wrong: what is not as expected is passed over."""

from __future__ import annotations

import contextlib
from typing import Any, Callable, Collection, Dict, Iterable, Iterator, List, NamedTuple, Set, Tuple

from supportlines.directory.finding import Finding, Path, did_you_mean, quoted
from supportlines.directory.reading.values import MAX_LISTED

Record = Dict[str, Any]
Parser = Callable[[str], str]


class Words(NamedTuple):
    """The names that a file gives to things, for those who refer to them."""

    sources: Tuple[str, ...]
    tiers: Tuple[str, ...]
    severities: Tuple[str, ...]
    desks: Tuple[str, ...]
    lines: Dict[str, None]
    """In the order of the file; there may be thousands."""


def record(value: Any) -> Record:
    """Return *value* if it is a record, else an empty one."""
    return value if isinstance(value, dict) else {}


def entries(value: Any) -> Iterator[Tuple[int, Any]]:
    """Yield the numbered entries of a list."""
    return enumerate(value if isinstance(value, list) else ())


def records(value: Any) -> Iterator[Tuple[int, Record]]:
    """Yield the numbered entries of a list that are records."""
    return ((index, one) for index, one in entries(value) if isinstance(one, dict))


def texts(value: Any) -> List[Tuple[int, str]]:
    """Return the numbered entries of a list that are texts; a text is a list of one."""
    if isinstance(value, str):
        return [(0, value)]
    if not isinstance(value, list) or len(value) > MAX_LISTED:
        return []
    return [(index, one) for index, one in enumerate(value) if isinstance(one, str)]


def codes(value: Any, parse: Parser) -> List[Tuple[int, str]]:
    """Return the canonical forms of the numbered texts of a list, those that have one."""
    written = texts(value)
    try:
        return [(index, parse(text)) for index, text in written]
    except ValueError:
        found = []
    for index, text in written:
        with contextlib.suppress(ValueError):
            found.append((index, parse(text)))
    return found


def text_of(content: Record, key: str) -> str:
    """Return the text under *key*, or an empty one."""
    value = content.get(key)
    return value if isinstance(value, str) else ""


def words_of(top: Record) -> Words:
    """Return the names that the file with the content *top* gives."""
    about = record(top.get("directory"))
    return Words(
        sources=tuple(text_of(one, "id") for _, one in records(about.get("sources"))),
        tiers=tuple(record(top.get("tiers"))),
        severities=tuple(word for _, word in texts(top.get("severities"))),
        desks=tuple(word for _, word in texts(top.get("desks"))),
        lines=dict.fromkeys(_line_ids(top.get("regions"))),
    )


def again(named: Iterable[Tuple[Path, str]], what: str) -> List[Finding]:
    """Return each of the ids *named* that stood before."""
    found = []
    seen: Set[str] = set()
    for path, name in named:
        if name and name in seen:
            sentence = f"the id {quoted(name)} is that of {what} already."
            found.append(Finding(path, sentence, "Give this one an id of its own.", name))
        seen.add(name)
    return found


def twice(content: Record, key: str, path: Path, parse: Parser = str) -> List[Finding]:
    """Return what stands in the list under *key* of *content* for a second time."""
    if key not in content:
        return []
    words = codes(content[key], parse)
    if len({word for _, word in words}) == len(words):
        return []
    found = []
    seen: Set[str] = set()
    for index, word in words:
        if word in seen:
            sentence = f"{quoted(word)} stands here twice."
            found.append(Finding((*path, key, index), sentence, "Delete one of the two.", word))
        seen.add(word)
    return found


def unknown(
    path: Path, word: str, what: str, known: Collection[str], *, at_key: bool = False
) -> Finding:
    """Return that *word* is not *what* it should be, with what it may have been meant to be."""
    remedy = did_you_mean(word, known) if known else "The file names none."
    return Finding(path, f"{quoted(word)} is not {what}.", remedy, word, at_key=at_key)


def _line_ids(regions: Any) -> Iterator[str]:
    waiting: List[Any] = [regions]
    while waiting:
        for _, region in records(waiting.pop()):
            yield from (text_of(line, "id") for _, line in records(region.get("lines")))
            waiting.append(region.get("regions"))
