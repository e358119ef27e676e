"""`supportlines import`: a directory from what somebody has already."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from supportlines.cli import complete
from supportlines.cli.output import echo
from supportlines.cli.status import WRONG
from supportlines.cli.wording import OneOf
from supportlines.errors import SupportlinesError, one_line, quoted

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory import DirectoryError
    from supportlines.exchange import Imported

_SHOWN = 20
"""Remarks on standard error; all of them are comments of the result."""

_OPTIONS = {
    "name": "--name",
    "id": "--id",
    "source_url": "--source-url",
    "country": "--country",
}


class WrongOptionError(SupportlinesError, ValueError):
    """The value of an option that cannot be used."""

    def __init__(self, option: str, found: str, remedy: str) -> None:
        super().__init__(option, found, remedy)
        self.option = option
        self.found = found
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.option}: {quoted(self.found)} cannot be used. {self.remedy}"


@click.command("import")
@click.argument("name", metavar="FILE", type=click.Path())
@click.option(
    "--format",
    "kind",
    type=OneOf(["csv", "jsonld", "hsds"]),
    help="What FILE is; by default what it looks like.",
)
@click.option("--out", metavar="FILE", type=click.Path(), help="Write it into a new file.")
@click.option("--id", "identifier", metavar="ID", default="", help="The id of the directory.")
@click.option("--name", "title", metavar="NAME", default="", help="Who publishes the lines.")
@click.option(
    "--country",
    metavar="C",
    default="",
    help="Whom rows serve that state no country.",
    shell_complete=complete.countries,
)
@click.option(
    "--time-zone",
    "-z",
    metavar="Z",
    default="",
    help='Whose clock hours mean that state none; "caller" for the caller\'s own.',
    shell_complete=complete.zones,
)
@click.option("--source-url", metavar="URL", default="", help="The page that FILE was made from.")
@click.option("--read-on", metavar="DAY", help="Such as 2026-11-02; default: today.")
@click.pass_context
def import_(
    context: click.Context,
    name: str,
    kind: str | None,
    out: str | None,
    identifier: str,
    title: str,
    country: str,
    time_zone: str,
    source_url: str,
    read_on: str | None,
) -> None:
    """Print a directory made of FILE: CSV, JSON-LD of schema.org, or HSDS 3 of Open Referral.

    What cannot be read stands as a comment at its place. Nothing is guessed: hours without a
    time zone are unknown, and a row without a country is left out, unless you say them here.

    Exit status: 0 it passes the check, 2 something is missing, or FILE cannot be read.
    """
    from supportlines import files
    from supportlines.directory import DirectoryError, load_directory
    from supportlines.exchange import Given, import_text, text_of_bytes
    from supportlines.places import parse_country

    given = Given(
        read_on=_day(read_on),
        origin=one_line(PurePath(name).name),
        identifier=_identifier(identifier),
        name=one_line(title).strip(),
        country=parse_country(country) if country else "",
        time_zone=_zone(time_zone),
        source_url=_url(source_url),
    )
    imported = import_text(text_of_bytes(files.read_directory(name)), given, kind)
    content = imported.text.encode("utf-8")
    if out is None:
        echo(imported.text, nl=False)
    else:
        files.write_new(out, content)
    _tell(imported)
    problem: DirectoryError | None = None
    if not imported.missing:
        try:
            load_directory(content, out or "-")
        except DirectoryError as error:
            problem = error
            for one in error.problems:
                echo(str(one), err=True)
    context.exit(WRONG if imported.missing or problem is not None else 0)


def _tell(imported: Imported) -> None:
    """Say on standard error what was not read, how much was, and what is missing."""
    for one in imported.remarks[:_SHOWN]:
        echo(one_line(str(one)), err=True)
    if len(imported.remarks) > _SHOWN:
        more = len(imported.remarks) - _SHOWN
        echo(f"… and {more:,} more, each a comment of the result.", err=True)
    unit = imported.unit if imported.entries == 1 else f"{imported.unit}s"
    lines = "1 line" if imported.lines == 1 else f"{imported.lines:,} lines"
    echo(f"{imported.entries:,} {unit} of {imported.kind}: {lines}", err=True)
    for missing in imported.missing:
        option = _OPTIONS.get(missing.what)
        advice = f" Give {option}, or write it." if option else ""
        echo(f"supportlines: {missing.why}{advice}", err=True)


def _day(text: str | None) -> dt.date:
    import datetime as dt

    from supportlines import clock
    from supportlines.exchange.cells import day_of_text

    if text is None:
        return clock.now().date()
    found = day_of_text(text)
    if found is None:
        raise WrongOptionError("--read-on", text, "Write a day such as 2026-11-02.")
    return dt.date.fromisoformat(found)


def _identifier(text: str) -> str:
    from supportlines.exchange.cells import slug

    if text and slug(text.replace("_", "-")) != text.replace("_", "-"):
        remedy = "Write lower-case letters and digits, words joined by -, such as example-support."
        raise WrongOptionError("--id", text, remedy)
    return text


def _zone(text: str) -> str:
    from supportlines.hours import open_zone

    return text if text in ("", "caller") else open_zone(text).name


def _url(text: str) -> str:
    if text and (not text.startswith(("https://", "http://")) or any(map(str.isspace, text))):
        raise WrongOptionError("--source-url", text, "Write it with https:// at its beginning.")
    return text
