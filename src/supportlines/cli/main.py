"""The `supportlines` command: arguments in, exit status out; nothing is decided here."""

from __future__ import annotations

import os
import sys

import click

from supportlines.cli.check import check
from supportlines.cli.completion import completion
from supportlines.cli.coverage import coverage
from supportlines.cli.doctor import doctor
from supportlines.cli.hours import hours
from supportlines.cli.init import init
from supportlines.cli.lines import lines
from supportlines.cli.now import now
from supportlines.cli.schema import schema
from supportlines.cli.status import WRONG
from supportlines.errors import SupportlinesError


class _Group(click.Group):
    """A group whose commands turn our errors into sentences and exit status 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except SupportlinesError as error:
            for sentence in _sentences(error):
                click.echo(sentence, err=True)
            ctx.exit(WRONG)


def _sentences(error: SupportlinesError) -> list[str]:
    """Return what is wrong: a file's problems as they are, others behind the program's name."""
    problems = getattr(error, "problems", None)
    if problems is None:
        return [f"supportlines: {error}"]
    return [
        f"supportlines: {one}" if isinstance(one, SupportlinesError) else str(one)
        for one in problems
    ]


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="supportlines")
def command() -> None:
    """Who can I call right now, in what language, and what do I press?"""


for _one in (now, lines, hours, check, schema, init, coverage, completion, doctor):
    command.add_command(_one)


def main() -> None:
    """Run the command line and leave with its exit status."""
    # Looking for pydantic's plugins reads the metadata of every installed package, which
    # takes longer than the answer; none is wanted in a process of our own.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Published texts are in every script; a terminal that cannot show one gets a "?".
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    command(prog_name="supportlines")
