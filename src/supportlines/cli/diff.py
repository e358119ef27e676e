"""`supportlines diff`: what changed for callers between two directories."""

from __future__ import annotations

import click

from supportlines.cli.options import load_named
from supportlines.cli.output import echo, width, write_json

SAME = 0
DIFFERENT = 1


@click.command()
@click.argument("old", metavar="OLD", type=click.Path())
@click.argument("new", metavar="NEW", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def diff(context: click.Context, old: str, new: str, as_json: bool) -> None:
    """Print in words what changed for callers from directory OLD to NEW.

    Each is a file, or the name of a shipped directory. Hours are compared by what they
    mean, not by how they are written. Exit status: 0 no difference, 1 differences, 2 wrong
    usage or data.
    """
    from supportlines.changes import compare
    from supportlines.render.changes import changes_data, changes_text

    changes = compare(load_named(old).facts, load_named(new).facts)
    if as_json:
        write_json(changes_data(changes))
    else:
        echo(changes_text(changes, width=width()), nl=False)
    context.exit(DIFFERENT if changes else SAME)
