"""`supportlines coverage`: who is served when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from supportlines.cli import complete
from supportlines.cli.options import (
    channels_option,
    directory_option,
    facets_option,
    load_named,
    pairs_of,
)
from supportlines.cli.output import echo, encoding, paint, width, write_json, write_markup
from supportlines.cli.wording import WholeNumber, WrongUsage

if TYPE_CHECKING:
    from supportlines.coverage import Period

STANDARD_OUTPUT = "-"
_YEARS = (1900, 2999)
"""Before, hardly any country had a standard time; after, nobody knows."""


@click.command()
@click.option(
    "--language",
    "-l",
    "languages",
    multiple=True,
    metavar="L",
    help="BCP 47 tag; repeat it for more. Default: every language that is spoken.",
    shell_complete=complete.languages,
)
@click.option(
    "--tier",
    "-t",
    "tiers",
    multiple=True,
    metavar="T",
    help="Repeat it for more. Default: all tiers.",
    shell_complete=complete.tiers,
)
@click.option(
    "--country",
    "-c",
    "countries",
    multiple=True,
    metavar="C",
    help="Repeat it for more. Default: all countries of the directory.",
    shell_complete=complete.countries,
)
@click.option(
    "--desk",
    metavar="D",
    help="Only the lines of one desk. Default: all desks.",
    shell_complete=complete.desks,
)
@channels_option("for more")
@facets_option
@click.option(
    "--year", type=WholeNumber(*_YEARS, such_as=2026), metavar="Y", help="Default: this year."
)
@click.option("--week", metavar="INSTANT", help="Only the week, from Monday on, of an instant.")
@click.option("--utc/--local", "in_utc", help="Whose clock: UTC, or the callers' own (default).")
@click.option("--svg", metavar="FILE", help="Draw the picture into FILE (- for standard output).")
@directory_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def coverage(
    languages: tuple[str, ...],
    tiers: tuple[str, ...],
    countries: tuple[str, ...],
    desk: str | None,
    channels: tuple[str, ...],
    facets: tuple[str, ...],
    year: int | None,
    week: str | None,
    in_utc: bool,
    svg: str | None,
    directory: str | None,
    as_json: bool,
) -> None:
    """Print which share of the week callers are served, and when nobody answers.

    A year is laid over one week: with the changes of the clocks, public holidays and
    exceptions in it. Exit status: 0 done, 2 wrong usage or data.
    """
    from supportlines import files
    from supportlines.coverage import measure

    if as_json and svg == STANDARD_OUTPUT:
        raise WrongUsage("--json and --svg - both print: name a file for the picture.")
    period = _period(year, week, is_local=not in_utc)
    found = measure(
        load_named(directory).facts,
        period,
        countries=countries,
        languages=languages,
        tiers=tiers,
        desk=desk,
        channels=channels or ("phone",),
        facets=pairs_of(facets),
    )
    if svg is not None:
        from supportlines.render.coverage_svg import coverage_svg

        drawn = coverage_svg(found)
        if svg == STANDARD_OUTPUT:
            write_markup(drawn)
            return
        files.write_picture(svg, drawn.encode("utf-8"))
    if as_json:
        from supportlines.render.coverage_data import coverage_data

        write_json(coverage_data(found))
    elif svg is None:
        from supportlines.render.coverage import coverage_text

        text = coverage_text(found, width=width(), paint=paint, shades=_shades())
        echo(text, nl=False, painted=True)


def _period(year: int | None, week: str | None, *, is_local: bool) -> Period:
    from supportlines import clock
    from supportlines.cli.instant import AtError, parse_at
    from supportlines.coverage import Period

    if week is None:
        return Period.of_year(clock.now().year if year is None else year, is_local=is_local)
    if year is not None:
        raise WrongUsage("--year and --week exclude each other: give one of them.")
    year_written = week[:4]
    if year_written.isdecimal() and not _YEARS[0] <= int(year_written) <= _YEARS[1]:
        raise AtError(week, f"is not in the years {_YEARS[0]} to {_YEARS[1]}", "--week")
    return Period.of_week(parse_at(week, option="--week"), is_local=is_local)


def _shades() -> str:
    """Return shades that standard output can show."""
    from supportlines.render.coverage import ASCII, BLOCKS

    try:
        BLOCKS.encode(encoding())
    except (UnicodeError, LookupError):
        return ASCII
    return BLOCKS
