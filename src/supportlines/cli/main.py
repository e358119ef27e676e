"""The `supportlines` command: arguments in, exit status out; nothing is decided here."""

from __future__ import annotations

import gc
import importlib
import os
import sys

import click

from supportlines.cli.output import echo, safely_refused
from supportlines.cli.status import WRONG
from supportlines.errors import SupportlinesError

_COMMANDS = (
    "now",
    "lines",
    "hours",
    "check",
    "schema",
    "init",
    "diff",
    "coverage",
    "doctor",
    "completion",
)
"""In the order of the help; each is a module of this package with a function of its name."""


class _Group(click.Group):
    """A group that loads a command when it is named, and turns our errors into sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"supportlines.cli.{cmd_name}")
        found: click.Command = getattr(module, cmd_name)
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with safely_refused():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            with safely_refused():
                return super().invoke(ctx)
        except SupportlinesError as error:
            for sentence in _sentences(error):
                echo(sentence, err=True)
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
    # A process that ends at once need not look for garbage, least of all while it ends:
    # that was a fifth of the time of `now`.
    gc.disable()
    try:
        command(prog_name="supportlines", standalone_mode=True)
    except OSError as error:
        _give_up(error)
    except SystemExit:
        try:
            sys.stdout.flush()
        except OSError as error:
            _give_up(error)
        raise
    finally:
        gc.freeze()


def _give_up(error: OSError) -> None:
    """Leave with a sentence: the result cannot be written, on a full disk for example."""
    echo(f"supportlines: the result cannot be written ({error.strerror}).", err=True)
    # What is still in the buffer would fail once more while Python ends.
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.exit(WRONG)
