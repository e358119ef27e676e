"""The `supportlines` command: arguments in, exit status out; nothing is decided here."""

from __future__ import annotations

import errno
import gc
import importlib
import keyword
import os
import sys
from typing import Any

import click

from supportlines.cli.colour import wants_colour
from supportlines.cli.output import echo
from supportlines.cli.process import run
from supportlines.cli.status import CANNOT_WRITE, WRONG
from supportlines.cli.wording import in_our_words, no_such_command
from supportlines.errors import SupportlinesError

_COMMANDS = (
    "now",
    "lines",
    "prepare",
    "hours",
    "check",
    "close",
    "schema",
    "init",
    "import",
    "export",
    "diff",
    "coverage",
    "serve",
    "doctor",
    "completion",
)
"""In the order of the help; each is a module of this package with a function of its name.

What Python keeps for itself has a ``_`` behind it there.
"""

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class _Commands(click.Group):
    """A group that loads a command when it is named, and turns our errors into sentences."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"supportlines.cli.{name}")
        found: click.Command = getattr(module, name)
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise in_our_words(error) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not ctx.resilient_parsing and args[0] not in _COMMANDS:
            raise no_such_command(args[0], list(_COMMANDS), ctx)
        return super().resolve_command(ctx, args)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        if "color" not in extra:
            is_terminal = sys.stdout is not None and sys.stdout.isatty()
            extra["color"] = wants_colour(os.environ, is_terminal=is_terminal)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except SupportlinesError as error:
            for sentence in _sentences(error):
                echo(sentence, err=True)
            ctx.exit(CANNOT_WRITE if _is_full_disk(error) else WRONG)
        except click.UsageError as error:
            if error.ctx is None and ctx.invoked_subcommand is not None:
                # click forgets of some errors which command they are of, and names no help.
                found = self.get_command(ctx, ctx.invoked_subcommand) or self
                error.ctx = click.Context(found, ctx, ctx.invoked_subcommand)
            raise in_our_words(error) from error


def _is_full_disk(error: SupportlinesError) -> bool:
    """Return whether a file was named rightly, and the disk has no room for it."""
    cause = error.__cause__
    return isinstance(cause, OSError) and cause.errno in _FULL


def _sentences(error: SupportlinesError) -> list[str]:
    """Return what is wrong: a file's problems as they are, others behind the program's name."""
    problems = getattr(error, "problems", None)
    if problems is None:
        return [f"supportlines: {error}{_example(error)}"]
    return [
        f"supportlines: {one}{_example(one)}" if isinstance(one, SupportlinesError) else str(one)
        for one in problems
    ]


def _example(error: SupportlinesError) -> str:
    """Return how a thing is written that is refused by its name alone."""
    # By its attribute: to import the error's class is what has failed where there are no zones.
    is_facet = getattr(error, "what", None) == "facet"
    return " For example: --facet phone=mobile." if is_facet else ""


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.version_option(package_name="supportlines")
@click.pass_context
def command(context: click.Context) -> None:
    """Who can I call right now, in what language, and what do I press?"""
    if context.invoked_subcommand is None:
        # Some versions of click call this wrong usage and some do not. It is no answer.
        click.echo(context.get_help(), err=True)
        context.exit(WRONG)


def main() -> None:
    """Run the command line and leave with its exit status."""
    # Looking for pydantic's plugins reads the metadata of every installed package, which
    # takes longer than the answer; none is wanted in a process of our own.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # A process that ends at once need not look for garbage, least of all while it ends:
    # that was a fifth of the time of `now`.
    gc.disable()
    status = run(lambda: command.main(prog_name="supportlines", standalone_mode=False))
    gc.freeze()
    sys.exit(status)
