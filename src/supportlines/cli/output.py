"""How results reach standard output: the last place before a terminal."""

from __future__ import annotations

import codecs
import re
import shutil
import sys
from typing import TYPE_CHECKING, Any

import click

from supportlines.errors import UNSAFE, visible

if TYPE_CHECKING:
    from typing import Match

_ROLES: dict[str, dict[str, Any]] = {
    "open": {"fg": "green", "bold": True},
    "closed": {"fg": "yellow", "bold": True},
    "unknown": {"fg": "magenta", "bold": True},
    "strong": {"bold": True},
    "faint": {"dim": True},
}


def write_json(data: object) -> None:
    """Print one JSON object: in UTF-8 as it reads, in other encodings with ASCII alone."""
    import json

    click.echo(safe_json(json.dumps(data, ensure_ascii=not _is_unicode(), indent=2)))


def safe_json(text: str) -> str:
    r"""Return the JSON *text* with what commands a terminal written as JSON's own escapes.

    >>> print(safe_json('{"name": "\x9b31m \U0001fffe"}'))
    {"name": "\u009b31m \ud83f\udffe"}
    """
    return UNSAFE.sub(_json_escape, text)


def _json_escape(match: Match[str]) -> str:
    import json

    return json.dumps(match.group())[1:-1]


def echo(text: object, *, err: bool = False, nl: bool = True, painted: bool = False) -> None:
    """Print *text*, in which nothing commands the terminal but our own colours, if *painted*."""
    parts = _COLOURS.split(str(text)) if painted else [str(text)]
    # With its group, the pattern stands between the parts: every second is a colour.
    safe = [part if number % 2 else visible(part) for number, part in enumerate(parts)]
    click.echo("".join(safe), err=err, nl=nl)


_COLOURS = re.compile("(\x1b\\[[0-9]+m)")


def write_markup(text: str) -> None:
    """Print XML, with character references where standard output is not in UTF-8."""
    if not _is_unicode():
        text = text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    click.echo(visible(text), nl=False)


def encoding() -> str:
    """Return the encoding of standard output."""
    known = (getattr(sys.stdout, name, None) for name in ("shown_in", "encoding"))
    return next(filter(None, known), "utf-8")


def _is_unicode() -> bool:
    """Return whether standard output is in the encoding that readers of JSON and XML expect."""
    return codecs.lookup(encoding()).name in {"utf-8", "utf-8-sig"}


def paint(text: str, role: str) -> str:
    """Colour *text* by its role; click drops the colours where `wants_colour` says no."""
    return click.style(visible(text), **_ROLES.get(role, {}))


def width() -> int:
    """Return the terminal's columns, at most 100; 80 where there is no terminal."""
    if not sys.stdout.isatty():
        return 80
    return min(shutil.get_terminal_size((80, 24)).columns, 100)
