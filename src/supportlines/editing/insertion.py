"""An exception put into the record of a line, and everything else as it was."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Any, Iterator

from supportlines.directory import DirectoryError, path_by_ids
from supportlines.directory.reading import (
    UnreadableError,
    layout_of,
    locate,
    problems_of,
    read_document,
)
from supportlines.editing import block, flow
from supportlines.editing.errors import CannotInsertError
from supportlines.editing.places import applied, column_of
from supportlines.editing.writing import in_braces, manner_of

if TYPE_CHECKING:
    from supportlines.directory import Path
    from supportlines.directory.reading import Document, Layout
    from supportlines.editing.places import Insertion
    from supportlines.editing.writing import Fields

_KEY = "exceptions"


def with_exception(content: bytes, line: str, fields: Fields, name: str) -> bytes:
    r"""Return the bytes of a data file with one exception more, and nothing else changed.

    The result is read again and compared: its content is the old one and this exception, or it
    is not returned.

    Args:
        content: YAML or JSON in UTF-8.
        line: The id of the line to which the exception is added, as its last one; as its first
            where behind the last nothing can be written.
        fields: The keys and values of the exception.
        name: What the file is called in messages.

    Raises:
        DirectoryError: If the file is no YAML or JSON.
        KeyError: If no line has this id.
        CannotInsertError: If it is written in a way that cannot be continued.

    >>> content = b"regions:\n- lines:\n  - id: gb # London\n"
    >>> print(with_exception(content, "gb", {"on": "2026-11-30"}, "my.yaml").decode())
    regions:
    - lines:
      - id: gb # London
        exceptions:
        - {on: 2026-11-30}
    <BLANKLINE>
    """
    document = document_of(content, name)
    path = path_of_line(document.content, line)
    if path is None:
        raise KeyError(line)
    text = document.text
    record = layout_of(text, path)
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    for insertions in _ways(text, record, path, fields) if record is not None else ():
        changed = mark + applied(text, insertions).encode("utf-8")
        if _is_only_that(document.content, changed, path, fields):
            return changed
    place = locate(text, [path])[path].value
    raise CannotInsertError(name, *place, path_by_ids(document.content, path), in_braces(fields))


def document_of(content: bytes, name: str) -> Document:
    """Return the plain content of a data file.

    Raises:
        DirectoryError: If it is no YAML or JSON.
    """
    try:
        document = read_document(content)
    except UnreadableError as error:
        raise DirectoryError(problems_of(error.findings, None, "", name)) from error
    if document.findings:
        found = problems_of(document.findings, document.content, document.text, name)
        raise DirectoryError(found)
    return document


def path_of_line(content: Any, line: str) -> Path | None:
    """Return where in plain *content* the line with this id stands.

    >>> content = {"regions": [{"regions": [{"lines": [{"id": "a"}, {"id": "b"}]}]}]}
    >>> path_of_line(content, "b")
    ('regions', 0, 'regions', 0, 'lines', 1)
    """
    waiting: list[tuple[Path, Any]] = [((), content)]
    while waiting:
        path, record = waiting.pop()
        if not isinstance(record, dict):
            continue
        for number, one in enumerate(_listed(record, "lines") if path else ()):
            if isinstance(one, dict) and one.get("id") == line:
                return (*path, "lines", number)
        inner = enumerate(_listed(record, "regions"))
        waiting += [((*path, "regions", number), one) for number, one in inner]
    return None


def _listed(record: dict[str, Any], key: str) -> list[Any]:
    value = record.get(key)
    return value if isinstance(value, list) else []


def _ways(text: str, record: Layout, path: Path, fields: Fields) -> Iterator[list[Insertion]]:
    """Yield what may be put in, the best way first."""
    found = record.entry(_KEY)
    if found is None:
        if record.is_flow:
            yield from flow.key_within(text, record, _KEY, fields, manner_of(text, record))
        else:
            yield from block.key_after(text, record, _KEY, fields, _offset(text, record, path))
    elif found.value.kind == "list":
        if not found.value.is_flow:
            yield from block.entry_after(text, found.value, fields)
        else:
            manner = manner_of(text, record)
            yield from flow.entry_within(text, found.value, fields, manner)


def _offset(text: str, record: Layout, path: Path) -> int:
    """Return how far dashes stand to the right of their key: in the record, or around it."""
    for one in record.entries:
        if one.value.kind == "list" and not one.value.is_flow:
            return column_of(text, one.value.start) - column_of(text, one.start)
    place = locate(text, [path[:-1]])[path[:-1]]
    return max(0, place.value[1] - place.key[1]) if place.key is not None else 0


def _is_only_that(old: Any, changed: bytes, path: Path, fields: Fields) -> bool:
    """Return whether *changed* holds the *old* content and, at *path*, the exception."""
    try:
        document = read_document(changed)
    except UnreadableError:
        return False
    record: Any = document.content
    was: Any = old
    wanted = {key: str(value) for key, value in fields.items()}
    try:
        for part in path:
            record, was = record[part], was[part]
        added = record[_KEY].pop(-1 if record[_KEY][-1] == wanted else 0)
    except (LookupError, TypeError, AttributeError):
        return False
    if not record[_KEY] and _KEY not in was:
        del record[_KEY]
    return not document.findings and added == wanted and document.content == old
