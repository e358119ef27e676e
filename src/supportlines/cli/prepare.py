"""`supportlines prepare`: what to have ready before contact."""

from __future__ import annotations

import click

from supportlines.cli import complete
from supportlines.cli.options import directory_option, load_named
from supportlines.cli.output import echo, paint, width, write_json


@click.command()
@click.option("--desk", metavar="D", help="What it is about.", shell_complete=complete.desks)
@click.option(
    "--request",
    metavar="R",
    help="The kind of request, such as error.",
    shell_complete=complete.requests,
)
@directory_option
@click.option("--locale", metavar="L", default="en", show_default=True, help="For the texts.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def prepare(
    desk: str | None, request: str | None, directory: str | None, locale: str, *, as_json: bool
) -> None:
    """Print what to have ready, for each kind of request or for one.

    Also who picks up and what each handles, what to read first, and what one may ask to be told.
    """
    from supportlines.lookup.preparing import guidance
    from supportlines.places import parse_locale
    from supportlines.render.prepare import prepare_data, prepare_text

    known = load_named(directory)
    locale = parse_locale(locale)
    found = guidance(known.facts, desk, request)
    if as_json:
        write_json(prepare_data(known.facts, found, locale=locale))
    elif found.is_empty:
        of_desk = "" if desk is None else f" for the desk {desk}"
        echo(f"{known.id} lists nothing to have ready{of_desk}, and nobody who picks up.", err=True)
    else:
        text = prepare_text(known.facts, found, locale=locale, width=width(), paint=paint)
        echo(text, nl=False, painted=True)
