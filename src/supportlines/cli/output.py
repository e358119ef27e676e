"""How results reach standard output."""

from __future__ import annotations

import codecs
import shutil
import sys
from typing import Any

import click

_ROLES: dict[str, dict[str, Any]] = {
    "open": {"fg": "green", "bold": True},
    "closed": {"fg": "yellow", "bold": True},
    "unknown": {"fg": "magenta", "bold": True},
    "strong": {"bold": True},
    "faint": {"dim": True},
}


def write_json(data: object) -> None:
    """Print one JSON object: in UTF-8 as it reads, in other encodings with ASCII alone."""
    import json  # noqa: PLC0415 - only for this output

    click.echo(json.dumps(data, ensure_ascii=not _is_unicode(), indent=2))


def write_markup(text: str) -> None:
    """Print XML, with character references where standard output is not in UTF-8."""
    if not _is_unicode():
        text = text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    click.echo(text, nl=False)


def encoding() -> str:
    """Return the encoding of standard output."""
    known = (getattr(sys.stdout, name, None) for name in ("shown_in", "encoding"))
    return next(filter(None, known), "utf-8")


def _is_unicode() -> bool:
    """Return whether standard output is in the encoding that readers of JSON and XML expect."""
    return codecs.lookup(encoding()).name in {"utf-8", "utf-8-sig"}


def paint(text: str, role: str) -> str:
    """Colour *text* by its role; click drops the colours where `wants_colour` says no."""
    return click.style(text, **_ROLES.get(role, {}))


def width() -> int:
    """Return the terminal's columns, at most 100; 80 where there is no terminal."""
    if not sys.stdout.isatty():
        return 80
    return min(shutil.get_terminal_size((80, 24)).columns, 100)
