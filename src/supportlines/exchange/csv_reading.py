"""Tables of lines: one row a number, columns in any order, by the headers that people write."""

from __future__ import annotations

import csv
import io
import re
from typing import Iterator

from supportlines.errors import listed, quoted
from supportlines.exchange.errors import ForeignFileError, NoTableError
from supportlines.exchange.headers import HOURS, ZONE, TableColumn, column_of
from supportlines.exchange.limits import limit_of
from supportlines.exchange.said import Entry, Foreign, Remark

_CONTACTS = frozenset(
    (
        "number", "sms", "textphone", "whatsapp", "email", "form", "chat", "address",
        "contact_is", "unusable", "website",
    )
)  # fmt: skip
_LONGEST_CELL = 32 * 1024 * 1024
_DELIMITERS = ",;\t|"
_LONGEST_HEAD = 100_000
_HEADERS_WITHIN = 20
"""Rows among which the headers are looked for: people write a title above."""

_END = "\ue000 end of the table"
"""A row behind the last one: a quotation mark that is never closed takes it in."""

_CLOSE = "Close it, or write a mark inside of a cell twice."

_KEPT_AS_TEXT = re.compile(r"'(?=[=+\-@\t\r'])")
"""What keeps a spreadsheet from running a cell; `csv_writing` puts it there."""


def read_csv(text: str) -> Foreign:
    """Return what a table says; each column that is not known is told row by row.

    Raises:
        NoTableError: If no row at the beginning names a column with contacts.
    """
    rows = iter(_rows(text))
    top: list[tuple[int, list[str]]] = []
    for number, cells in rows:
        columns = [column_of(cell.strip()) for cell in cells]
        if any(column.field in _CONTACTS for column in columns) and len(columns) > 1:
            return _read(rows, number, cells, columns, top)
        top.append((number, cells))
        if len(top) >= _HEADERS_WITHIN:
            break
    raise NoTableError(tuple(cell.strip() for cell in top[0][1]) if top else ())


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, with the number of the line on which each begins."""
    content = text.lstrip("\ufeff").replace("\0", "\\x00")
    delimiter = _delimiter(content)
    if content.lower().startswith("sep="):
        content = f"\n{content.partition(chr(10))[2]}"
    ends_alone = content if content.endswith(("\n", "\r")) else f"{content}\n"
    stream = io.StringIO(f"{ends_alone}{_END}", newline="")
    found: list[tuple[int, list[str]]] = []
    begins = 1
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(stream, delimiter=delimiter)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise ForeignFileError(f"line {begins}: {error}", _CLOSE) from error
    finally:
        csv.field_size_limit(before)
    number, last = found.pop()
    if last != [_END]:
        raise ForeignFileError(f"line {number}: a quotation mark is never closed", _CLOSE)
    return found


def _delimiter(content: str) -> str:
    """Return what parts the cells: what a row of headers that are known is parted by."""
    if content.lower().startswith("sep="):
        return content[len("sep=") : len("sep=") + 1] or ","
    best, most = ",", 0
    for line in content[:_LONGEST_HEAD].splitlines()[:_HEADERS_WITHIN]:
        for mark in _DELIMITERS:
            cells = next(csv.reader([line], delimiter=mark), [])
            known = sum(bool(column_of(cell.strip()).field) for cell in cells)
            if known > most and len(cells) > 1:
                best, most = mark, known
    return best


def _read(
    rows: Iterator[tuple[int, list[str]]],
    first: int,
    headers: list[str],
    columns: list[TableColumn],
    top: list[tuple[int, list[str]]],
) -> Foreign:
    source = Foreign("csv", [])
    for number, cells in top:
        text = ", ".join(filter(None, cells))
        source.remarks.append(Remark(f"line {number}", "it stands above the table.", text))
    columns = _once(columns, headers, source, f"line {first}")
    tiers = dict.fromkeys(column.tier for column in columns if column.field == HOURS)
    has_plain = "" in tiers
    source.tiers = {
        tier or "standard": next((c.includes for c in columns if c.tier == tier and c.includes), "")
        for tier in tiers
    }
    source.tiers = {
        tier: within if within in source.tiers else "" for tier, within in source.tiers.items()
    }
    usual = "standard" if has_plain or not tiers else next(iter(tiers))
    names: dict[str, None] = {}
    for number, cells in rows:
        said = _said(number, cells, headers, columns, usual)
        names.update(dict.fromkeys(said.words.pop("organisation", ())))
        source.said.append(said)
    source.name = next(iter(names), "")
    if len(names) > 1:
        others = ", ".join(list(names)[1:])
        why = f"the directory is named after the first of {len(names)} organisations."
        source.remarks.append(Remark("", why, others))
    return source


def _once(
    columns: list[TableColumn], headers: list[str], source: Foreign, where: str
) -> list[TableColumn]:
    """Return *columns* with those as unknown that repeat one of which there can be one alone."""
    found: list[TableColumn] = []
    has_form = any(column.field in _CONTACTS - {"website"} for column in columns)
    for header, column in zip(headers, columns):
        single = column.field in (HOURS, ZONE, "id", "region", "label", "kind", "source_url")
        if column.field and single and column in found:
            why = f"the column {quoted(header)} repeats another, and is not read."
            source.remarks.append(Remark(where, why))
            found.append(TableColumn(""))
        elif column.field == "website" and not has_form:
            found.append(TableColumn("form"))
        else:
            found.append(column)
    unknown = [header.strip() for header, one in zip(headers, found) if not one.field]
    named = [quoted(header) for header in unknown if header]
    if named:
        columns_are = "column" if len(named) == 1 else "columns"
        why = f"not read: the {columns_are} {listed(named)}; what stands there is told row by row."
        source.remarks.append(Remark(where, why))
    return found


def _said(
    number: int, cells: list[str], headers: list[str], columns: list[TableColumn], usual: str
) -> Entry:
    said = Entry(f"line {number}")
    said.text = " | ".join(cell for cell in cells if cell.strip())
    for place, cell in enumerate(cells):
        text = _KEPT_AS_TEXT.sub("", cell.strip("\ufeff"), count=1) if cell[:1] == "'" else cell
        if not text.strip():
            continue
        column = columns[place] if place < len(columns) else TableColumn("")
        if column.field == HOURS:
            said.add_hours(column.tier or usual, text)
        elif column.field == ZONE:
            said.zones[column.tier] = text.strip()
        elif column.asked is not None:
            said.limits.append(limit_of(column.asked, text))
        elif column.field == "kind":
            _kind(said, text)
        elif column.field == "notes":
            said.add("notes", *text.split("\n"))
        elif column.field:
            said.add(column.field, text)
        else:
            header = headers[place].strip() if place < len(headers) else ""
            said.remark(f"{header or f'column {place + 1}'}: {text.strip()}")
    return said


def _kind(said: Entry, text: str) -> None:
    """Take what stands below "type" for the kind of number, the channel, or the desk."""
    from supportlines.exchange.cells import channel_of_text, kind_of_text  # noqa: PLC0415

    if kind_of_text(text) is not None:
        said.add("kind", text)
    elif channel_of_text(text) is not None:
        said.add("channel", text)
    else:
        said.add("desk", text)
