"""`supportlines export`: the directory in a format of others, and what that cannot carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping

import click

from supportlines.cli.options import directory_option, load_named
from supportlines.cli.output import echo
from supportlines.cli.site import write_site
from supportlines.cli.wording import OneOf, WholeNumber, WrongUsage
from supportlines.errors import listed

if TYPE_CHECKING:
    from supportlines.directory import Facts
    from supportlines.exchange import Loss, WrittenFile

_SHOWN = 5
"""Lines that are named where many lose the same."""


@click.command()
@click.argument("kind", metavar="FORMAT", type=OneOf(["csv", "hsds", "jsonld", "site"]))
@directory_option
@click.option(
    "--out",
    metavar="PATH",
    type=click.Path(),
    help="Write it into a new file, a site into a folder.",
)
@click.option("--locales", metavar="L,L", help="Of a site: in which locales. (en)")
@click.option(
    "--days", type=WholeNumber(1, 400, 93), metavar="N", help="For how long it may be trusted. (93)"
)
@click.option("--at", metavar="INSTANT", help="From when on; by default now.")
@click.option(
    "--fresh-for",
    type=WholeNumber(60, 86_400, 3600),
    metavar="SECONDS",
    help="After how long open pages look for newer files. (3600)",
)
@click.option("--base-url", metavar="URL", help="Of a site: where it will be.")
def export(kind: str, directory: str | None, out: str | None, **of_site: Any) -> None:
    """Print the directory as FORMAT, for other programs.

    csv is a table of lines, hsds JSON of Open Referral, and jsonld what a page of schema.org
    embeds for search engines. site is a folder of files for a website: it is written beside the
    old one of the same name, and then takes its place.

    What the format cannot carry is told on standard error.
    """
    if kind == "site":
        write_site(out, directory, **{**_DEFAULTS, **_said(of_site)})
        return
    for name in _said(of_site):
        option = f"--{name.replace('_', '-')}"
        raise WrongUsage(f"{option} is said of a site alone. Leave it out, or export site.")
    _write_format(kind, directory, out)


_DEFAULTS = {"locales": "en", "days": 93, "at": None, "fresh_for": 3600, "base_url": ""}


def _said(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


def _write_format(kind: str, directory: str | None, out: str | None) -> None:
    from supportlines import exchange, files
    from supportlines.render.json_ld import write_json_ld

    facts = load_named(directory).facts
    writers: dict[str, Callable[[Facts], WrittenFile]] = {
        "csv": exchange.write_csv,
        "hsds": exchange.write_hsds,
        "jsonld": write_json_ld,
    }
    written = writers[kind](facts)
    if out is None:
        # Ends of lines are those of the format; a text stream would add its own on Windows.
        echo(written.text.replace("\r\n", "\n"), nl=False)
    else:
        files.write_new(out, written.text.encode("utf-8"))
    for sentence in _in_short(written.losses):
        echo(sentence, err=True)


def _in_short(losses: Iterable[Loss]) -> Iterator[str]:
    """Yield one sentence for each thing that is lost, with those that lose it."""
    lost: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        lost.setdefault((loss.what, loss.why), []).append(loss.where)
    for (what, why), places in lost.items():
        yield f"not carried: {what} of {listed(places, most=_SHOWN)}: {why}"
