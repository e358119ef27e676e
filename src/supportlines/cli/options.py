"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from supportlines.api import Directory

VARIABLE = "SUPPORTLINES_DIRECTORY"

directory_option = click.option(
    "--directory",
    envvar=VARIABLE,
    metavar="FILE|NAME",
    help=f"A directory file of your own, or the name of a shipped one. ({VARIABLE} stands in.)",
)


def load_named(name: str | None) -> Directory:
    """Return the directory of the file *name*, or the shipped one for its own name or None."""
    from supportlines import api

    return api.load(name)
