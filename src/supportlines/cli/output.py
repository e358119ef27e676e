"""How results reach standard output."""

from __future__ import annotations

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
    """Print one JSON object; text stays readable, in UTF-8."""
    import json  # noqa: PLC0415 - only for this output

    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def paint(text: str, role: str) -> str:
    """Colour *text* by its role; click drops the colours where no terminal shows them."""
    return click.style(text, **_ROLES.get(role, {}))


def width() -> int:
    """Return the terminal's columns, at most 100; 80 where there is no terminal."""
    if not sys.stdout.isatty():
        return 80
    return min(shutil.get_terminal_size((80, 24)).columns, 100)
