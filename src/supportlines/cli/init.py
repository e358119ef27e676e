"""`supportlines init`: a directory to begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from supportlines.cli.instant import parse_at
from supportlines.cli.output import echo

if TYPE_CHECKING:
    import datetime as dt

STANDARD_OUTPUT = "-"


@click.command()
@click.argument("name", default="directory.yaml", metavar="[FILE]", type=click.Path())
@click.option("--at", "at_text", metavar="INSTANT", help="Such as 2026-11-23T16:00Z; default: now.")
def init(name: str, at_text: str | None) -> None:
    """Write a commented directory to begin with into FILE (default: directory.yaml).

    Its numbers are set aside for fiction: replace them with yours. Its source was read today:
    that is when you write it. A file that is there already stays as it is. With - it is written
    to standard output.

    Exit status: 0 written, 2 not written.
    """
    from supportlines import clock, files

    at = clock.now() if at_text is None else parse_at(at_text)
    content = _read_on(files.starter_directory(), at.date())
    if name == STANDARD_OUTPUT:
        echo(content.decode("utf-8"), nl=False)
        return
    files.write_new(name, content)
    echo(f"{name} is written. Look at it, then: supportlines check {name}", err=True)


def _read_on(content: bytes, day: dt.date) -> bytes:
    """Return *content* with *day* as the day on which its source was read.

    >>> import datetime
    >>> _read_on(b"read_on: 2026-11-02 ", datetime.date(2027, 1, 31))
    b'read_on: 2027-01-31 '
    """
    return re.sub(rb"(?<=read_on: )[0-9-]+", day.isoformat().encode(), content)
