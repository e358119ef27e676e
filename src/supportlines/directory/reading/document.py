"""YAML or JSON bytes become plain texts, lists and mappings; nothing is given a type.

YAML's own types would turn `22:00` into 1320, `NO` into false and `0116` into 78, its later
keys would silently win, and its aliases grow without bound. So the events of the parser are
read here, every scalar stays text, and what this project's files do not need is refused.
"""

from __future__ import annotations

import contextlib
from codecs import BOM_UTF8
from dataclasses import dataclass
from itertools import islice
from typing import Any, Dict, List, Optional, Tuple, Union

import yaml

from supportlines.directory.finding import Finding, Path, quoted
from supportlines.directory.reading.escapes import escapes
from supportlines.directory.reading.events import parse_events, start_of
from supportlines.directory.reading.json_pairs import is_json
from supportlines.directory.reading.syntax import Lines, not_yaml, stopped_at
from supportlines.errors import UNSAFE, UNSAFE_IN_A_FILE, visible

MAX_BYTES = 32 * 1024 * 1024
MAX_EVENTS = 1_000_000
MAX_DEPTH = 32
MAX_KEYS = 1_000
MAX_SCALAR = 20_000
MAX_FINDINGS = 1_000
MAX_UNSAFE = 20
_PLAIN = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""Bytes of a file that are characters by themselves, and harmless."""

_YAML_TAGS = "tag:yaml.org,2002:"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DELETE = "Delete it."


class _Blank:
    """A value that is no value; no type of the model accepts it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


EMPTY = _Blank("EMPTY")
"""Stands for a key or an entry without a value."""

BROKEN = _Blank("BROKEN")
"""Stands for a value that was refused already, so that nobody complains of it again."""

_DROPPED = _Blank("DROPPED")
_MERGE = _Blank("MERGE")

Content = Union[str, List[Any], Dict[str, Any], _Blank]


@dataclass(frozen=True)
class Document:
    """The plain content of a data file."""

    text: str
    """The decoded text, for finding places in it."""

    content: Content
    """Texts, lists and mappings with texts as keys; `EMPTY` and `BROKEN` for what is neither."""

    findings: Tuple[Finding, ...]
    """What was refused on the way."""


class UnreadableError(Exception):
    """The text cannot be read on from a place; caught by the loader."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__(*findings)


def read_document(content: bytes) -> Document:
    """Return the texts of the YAML or JSON file *content*.

    Raises:
        UnreadableError: The bytes are no UTF-8, hold control characters, are no YAML,
            or go beyond a limit of this module.

    >>> read_document(b"{country: NO, opens: 22:00}").content
    {'country': 'NO', 'opens': '22:00'}
    """
    text = decode(content)
    composer = _Composer(text)
    try:
        root = composer.run()
    except yaml.YAMLError as error:
        _refuse_what_stands_before(error, text)
        raise UnreadableError(*composer.findings, not_yaml(error, text)) from error
    except UnreadableError as error:
        raise UnreadableError(*composer.findings, *error.findings) from error
    if root is None or root is EMPTY:
        raise UnreadableError(
            Finding((), "the file is empty.", 'Begin it with "directory:".', place=(1, 1))
        )
    return Document(text, root, tuple(composer.findings))


def decode(content: bytes) -> str:
    """Return the text of *content*, which is UTF-8 with or without a byte order mark."""
    if len(content) > MAX_BYTES:
        found = f"the file has {len(content):,} bytes; at most {MAX_BYTES:,} are read."
        raise UnreadableError(Finding((), found, "Divide it into several.", place=(1, 1)))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = content[error.start]
        found = f"the byte 0x{wrong:02X} is no UTF-8."
        before = content[: error.start].decode("utf-8-sig", "replace")
        place = Lines(before).place(len(before))
        raise UnreadableError(
            Finding((), found, "Save the file with the encoding UTF-8.", place=place)
        ) from error
    # To look at the few characters that are not of ASCII takes a hundredth of looking at all.
    mark = len(BOM_UTF8) if content.startswith(BOM_UTF8) else 0
    unusual = content[mark:].translate(None, _PLAIN)
    if unusual and UNSAFE_IN_A_FILE.search(unusual.decode("utf-8")) is not None:
        lines = Lines(text)
        wrong_ones = islice(UNSAFE_IN_A_FILE.finditer(text), MAX_UNSAFE)
        raise UnreadableError(
            *(
                Finding((), _unsafe(one.group()), _DELETE, place=lines.place(one.start()))
                for one in wrong_ones
            )
        )
    return text


def _unsafe(character: str) -> str:
    return f"there is an invisible character {visible(character)}."


def _refuse_what_stands_before(error: yaml.YAMLError, text: str) -> None:
    """Raise what is beyond a limit before the place at which the parser gave up.

    Parsers look ahead: at a thousand open brackets one of them gives up before it has told of
    the first. So that each gives the same answer, the text up to there is read for itself.
    """
    before = text[: stopped_at(error, Lines(text))]
    with contextlib.suppress(yaml.YAMLError):
        _Composer(before).run()


class _Composer:
    """Builds plain content from events, without recursion."""

    def __init__(self, text: str) -> None:
        self.findings: List[Finding] = []
        self._text = text
        self._lines: Optional[Lines] = None
        self._next = parse_events(text)
        self._frames: List[Tuple[Any, Any]] = []
        self._documents = 0
        self._seen: Dict[str, str] = {}

    def run(self) -> Any:  # noqa: C901, PLR0912 - calls would cost as much as the parser
        """Read all events and return the content, None if there is none.

        One loop with the state in its own variables: a large file has half a million events.
        *here* is the open list or record, *key* the key whose value comes next, if one has been
        read. The frames around them are below the last entry of `_frames`.
        """
        following, frames, seen = self._next, self._frames, self._seen
        root: List[Any] = []
        here: Any = root
        key: Any = None
        for _ in range(MAX_EVENTS):
            event = following()
            kind = event.__class__
            if kind is yaml.ScalarEvent:
                value: Any = seen.get(event.value)
                if value is None or event.tag is not None or event.anchor is not None:
                    frames.append((here, key))
                    value = self._unusual(event)
                    frames.pop()
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                value = here
                here, key = frames.pop()
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                frames.append((here, key))
                self._open(event)
                here, key = ({} if kind is yaml.MappingStartEvent else []), None
                continue
            elif kind is yaml.AliasEvent:
                frames.append((here, key))
                value = self._alias(event)
                frames.pop()
            elif kind is yaml.StreamEndEvent or self._ends(event):
                return root[0] if root else None
            else:
                continue
            if here.__class__ is list:
                here.append(value)
            elif key is not None:
                if key is not _DROPPED:
                    here[key] = value
                key = None
            elif value in here or value.__class__ is _Blank:
                frames.append((here, key))
                key = self._wrong_key(value, event)
                frames.pop()
            else:
                key = value
                if len(here) >= MAX_KEYS:
                    found = f"more than {MAX_KEYS:,} keys in one record are not read."
                    raise _stop(event, found, "Look whether a list was meant.")
        found = f"more than {MAX_EVENTS:,} values are not read."
        raise _stop(event, found, "Divide the file into several.")

    def _unusual(self, event: Any) -> Any:
        """Return the value of a scalar that is new, means nothing or carries a mark."""
        text: str = event.value
        if len(text) > MAX_SCALAR:
            found = f"one value has {len(text):,} characters; at most {MAX_SCALAR:,} are read."
            raise _stop(event, found, "Shorten it.")
        self._marks(event)
        if not text.isprintable() and UNSAFE.search(text) is not None:
            self._refuse_characters(event)
            return BROKEN
        if text in _NULLS and not event.style:
            return EMPTY
        if not text.strip():
            return EMPTY
        if text == "<<" and not event.style and self._key_is_next():
            return _MERGE
        if text in _NULLS or text == "<<":
            return text
        return self._seen.setdefault(text, text)

    def _wrong_key(self, value: Any, event: Any) -> Any:
        if value is _MERGE:
            self._refuse(event, 'the merge key "<<" is not read.', "Write the keys out.")
        elif value is EMPTY:
            self._refuse(event, "a key is missing here.", 'Write "key: value".')
        elif value is not BROKEN:
            remedy = "Delete one of the two, or put both values under one key."
            self._refuse(event, f"the key {quoted(value)} stands here twice.", remedy)
        return _DROPPED

    def _open(self, event: Any) -> None:
        """Check the beginning of a list or record, whose frame is the last one."""
        if self._key_is_next():
            remedy = "Write a plain word, and a text that begins with [ or { in quotation marks."
            raise _stop(event, "a list or a record is no key.", remedy)
        self._marks(event)
        if len(self._frames) > MAX_DEPTH:
            found = f"more than {MAX_DEPTH} levels inside each other are not read."
            raise _stop(event, found, "Close what is open, or indent less.")

    def _alias(self, event: Any) -> Any:
        remedy = "Write the value out, or put a text that begins with * in quotation marks."
        self._refuse(event, f"the alias {quoted('*' + event.anchor)} is not read.", remedy)
        return BROKEN

    def _marks(self, event: Any) -> None:
        if event.anchor is not None:
            remedy = "Delete it, or put a text that begins with & in quotation marks."
            self._refuse(event, f"the anchor {quoted('&' + event.anchor)} is not read.", remedy)
        if event.tag is not None:
            remedy = "Delete it, or put a text that begins with ! in quotation marks."
            tag = event.tag.replace(_YAML_TAGS, "!!", 1)
            self._refuse(event, f"the tag {quoted(tag)} is not read.", remedy)

    def _refuse_characters(self, event: Any) -> None:
        """Refuse what an escape made of characters that nobody may write themselves."""
        if self._lines is None:
            self._lines = Lines(self._text)
        start = self._lines.index(event.start_mark.line, event.start_mark.column)
        for escape in escapes(self._text, start, pairs=is_json(self._text)):
            if escape.character is not None and UNSAFE.search(escape.character):
                found, place = _unsafe(escape.character), self._lines.place(escape.start)
                self._add(Finding(self._path(), found, _DELETE, place=place), event)
                return

    def _ends(self, event: Any) -> bool:
        """Return whether a second document begins, of which nothing is read."""
        self._documents += event.__class__ is yaml.DocumentStartEvent
        if self._documents > 1:
            found = "a second document begins here."
            self._refuse(event, found, 'Delete the line "---" and keep one document.')
        return self._documents > 1

    def _refuse(self, event: Any, found: str, remedy: str) -> None:
        self._add(Finding(self._path(), found, remedy, place=start_of(event)), event)

    def _add(self, finding: Finding, event: Any) -> None:
        self.findings.append(finding)
        if len(self.findings) >= MAX_FINDINGS:
            raise _stop(event, "there are too many mistakes to go on.", "Mend those first.")

    def _key_is_next(self) -> bool:
        here, key = self._frames[-1]
        return key is None and here.__class__ is dict

    def _path(self) -> Path:
        parts: List[Union[str, int]] = []
        for container, key in self._frames[1:]:
            if container.__class__ is list:
                parts.append(len(container))
            elif isinstance(key, str):
                parts.append(key)
        return tuple(parts)


def _stop(event: Any, found: str, remedy: str) -> UnreadableError:
    return UnreadableError(Finding((), found, remedy, place=start_of(event)))
