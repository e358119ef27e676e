"""`supportlines export`: the directory in a format of others, and what that cannot carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Iterator

import click

from supportlines.cli.options import directory_option, load_named
from supportlines.cli.output import echo
from supportlines.cli.wording import OneOf
from supportlines.errors import listed

if TYPE_CHECKING:
    from supportlines.exchange import Loss

_SHOWN = 5
"""Lines that are named where many lose the same."""


@click.command()
@click.argument("kind", metavar="FORMAT", type=OneOf(["csv", "hsds", "jsonld"]))
@directory_option
@click.option("--out", metavar="FILE", type=click.Path(), help="Write it into a new file.")
def export(kind: str, directory: str | None, out: str | None) -> None:
    """Print the directory as FORMAT, for other programs.

    csv is a table of lines, hsds JSON of Open Referral, and jsonld what a page of schema.org
    embeds for search engines.

    What the format cannot carry is told on standard error.
    """
    from supportlines import exchange, files
    from supportlines.render.json_ld import write_json_ld

    facts = load_named(directory).facts
    writers = {"csv": exchange.write_csv, "hsds": exchange.write_hsds, "jsonld": write_json_ld}
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
