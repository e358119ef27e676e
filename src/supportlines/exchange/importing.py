"""The way in: a text of another format as the text of a data file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Callable, Mapping

from supportlines.errors import quoted
from supportlines.exchange.csv_reading import read_csv
from supportlines.exchange.data_file import Imported, data_file
from supportlines.exchange.errors import ForeignFileError

if TYPE_CHECKING:
    from supportlines.exchange.said import Foreign, Given

FORMATS = ("csv", "jsonld", "hsds")


def text_of_bytes(content: bytes) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 if it begins with a mark of that.

    Raises:
        ForeignFileError: If it is in another encoding: which, nobody can know.
    """
    is_wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"line {line:,} is not in the encoding UTF-8"
        remedy = (
            'In a spreadsheet save it as "CSV UTF-8"; or convert it, for example with '
            "iconv -f WINDOWS-1252 -t UTF-8."
        )
        raise ForeignFileError(found, remedy) from error


def import_text(text: str, given: Given, kind: str | None = None) -> Imported:
    """Return the data file that *text* makes, with what was not read and what is missing.

    Args:
        text: CSV, JSON-LD of schema.org, or JSON of Open Referral's HSDS 3.
        given: What is said beside it.
        kind: One of `FORMATS`; by default what the text looks like.

    Raises:
        ForeignFileError: If it is not of that kind.
        NoTableError: If it is a table without a column of contacts.
    """
    return data_file(read_text(text, kind), given)


def read_text(text: str, kind: str | None = None) -> Foreign:
    """Return what *text* says; arguments and errors are those of `import_text`."""
    looks_like_json = text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")
    if kind == "csv" or (kind is None and not looks_like_json):
        return read_csv(text)
    content = _json(text)
    found = kind or _kind_of(content)
    return _READERS[found](content)


_DEEPEST = 100


def _json(text: str) -> Any:
    too_deep = ForeignFileError("it is nested too deeply", "Export it again.")
    try:
        content = json.loads(text.lstrip("\ufeff"))
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise ForeignFileError(f"it is no JSON (line {line})", "Export it again.") from error
    except RecursionError as error:
        raise too_deep from error
    level = [content]
    for _ in range(_DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, (dict, list))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
    if level:
        raise too_deep
    return content


def _kind_of(content: Any) -> str:
    first = content[0] if isinstance(content, list) and content else content
    if isinstance(first, Mapping):
        if any(str(key).startswith("@") for key in first):
            return "jsonld"
        if not {"contents", "services", "phones", "organization", "status"}.isdisjoint(first):
            return "hsds"
        if not {"contactPoint", "telephone"}.isdisjoint(first):
            return "jsonld"
    if content in ({}, []):
        what = "object" if isinstance(content, dict) else "list"
        raise ForeignFileError(f"it is an empty {what} of JSON", "Export it again.")
    keys = ", ".join(quoted(str(key)) for key in list(first)[:5]) if isinstance(first, dict) else ""
    raise ForeignFileError(
        f"it is JSON of neither schema.org nor HSDS ({keys or 'it begins with no object'})",
        'If it is one of them, name the format: "jsonld" or "hsds".',
    )


def _read_json_ld(content: Any) -> Foreign:
    from supportlines.exchange.json_ld_reading import read_json_ld  # noqa: PLC0415

    return read_json_ld(content)


def _read_hsds(content: Any) -> Foreign:
    from supportlines.exchange.hsds_reading import read_hsds  # noqa: PLC0415

    return read_hsds(content)


_READERS: Mapping[str, Callable[[Any], Foreign]] = {"jsonld": _read_json_ld, "hsds": _read_hsds}
