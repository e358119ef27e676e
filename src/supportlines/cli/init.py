"""`supportlines init`: a directory to begin with."""

from __future__ import annotations

import click

STANDARD_OUTPUT = "-"


@click.command()
@click.argument("name", default="directory.yaml", metavar="[FILE]", type=click.Path())
def init(name: str) -> None:
    """Write a commented directory to begin with into FILE (default: directory.yaml).

    Its numbers are set aside for fiction: replace them with yours. A file that is there
    already stays as it is. With - it is written to standard output.

    Exit status: 0 written, 2 not written.
    """
    from supportlines import files  # noqa: PLC0415

    content = files.starter_directory()
    if name == STANDARD_OUTPUT:
        click.echo(content.decode("utf-8"), nl=False)
        return
    files.write_new(name, content)
    click.echo(f"{name} is written. Look at it, then: supportlines check {name}", err=True)
