"""`supportlines completion`: the script that teaches a shell our words."""

from __future__ import annotations

import click

from supportlines.cli.wording import OneOf, WrongUsage

_PROGRAM = "supportlines"
_VARIABLE = "_SUPPORTLINES_COMPLETE"


@click.command()
@click.argument("shell", metavar="SHELL", type=OneOf(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL.

    For bash, put `eval "$(supportlines completion bash)"` into ~/.bashrc.
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:  # pragma: no cover - click knows the three
        raise WrongUsage(f"no completion for {shell}.")
    script = found(context.find_root().command, {}, _PROGRAM, _VARIABLE).source()
    click.echo(script)
