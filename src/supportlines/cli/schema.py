"""`supportlines schema`: the JSON Schema of the data file, for editors."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the data file, so that editors complete and underline.

    Put it into a file beside yours: `supportlines schema > directory.schema.json`.
    """
    from supportlines import files

    click.echo(files.shipped_schema().decode("utf-8"), nl=False)
