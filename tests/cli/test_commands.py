"""Every command is in the help, in README's table, and has a test of its own."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import click

from supportlines import cli
from supportlines.cli.main import command

ROOT = Path(__file__).resolve().parents[2]


def commands():
    """Return the names of the commands, by their modules; `import_` is called `import`."""
    rooms = pkgutil.iter_modules(cli.__path__, "supportlines.cli.")
    modules = [importlib.import_module(one.name) for one in rooms]
    return {
        module.__name__.rpartition(".")[2].rstrip("_")
        for module in modules
        for one in vars(module).values()
        if isinstance(one, click.Command) and one.callback.__module__ == module.__name__
    } - {"main"}


def test_every_command_is_in_the_help():
    """A module with a command that `main` does not know would be nobody's; add its name there."""
    assert sorted(command.list_commands(None)) == sorted(commands())


def test_every_command_is_in_the_table_of_readme():
    """Who looks for one finds it; `now` comes before the table."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| (`.+?) \|", readme, re.MULTILINE)

    named = {word for row in table for word in re.findall(r"[a-z]+", row)}

    assert commands() - named == {"now"}
