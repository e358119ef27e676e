"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, TypeVar

import click

from supportlines.cli import complete
from supportlines.cli.wording import WrongUsage
from supportlines.errors import quoted

if TYPE_CHECKING:
    from supportlines.api import Directory

_Command = TypeVar("_Command", bound=Callable[..., Any])

VARIABLE = "SUPPORTLINES_DIRECTORY"

directory_option = click.option(
    "--directory",
    envvar=VARIABLE,
    metavar="FILE|NAME",
    help=f"A directory file of your own, or the name of a shipped one. ({VARIABLE} stands in.)",
)

facets_option = click.option(
    "--facet",
    "facets",
    multiple=True,
    metavar="NAME=VALUE",
    help="What else is known, such as phone=mobile, carrier=NAME, or what the directory asks.",
)


def channels_option(repeated: str) -> Callable[[_Command], _Command]:
    """Return the option `--channel`; *repeated* says what it means to give it more than once."""
    return click.option(
        "--channel",
        "channels",
        multiple=True,
        metavar="C",
        help=f"phone (the default), sms, chat, email, …; repeat it {repeated}.",
        shell_complete=complete.channels,
    )


def load_named(name: str | None) -> Directory:
    """Return the directory of the file *name*, or the shipped one for its own name or None."""
    from supportlines import api

    return api.load(name)


def pairs_of(facets: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what was written as NAME=VALUE in pairs."""
    pairs: list[tuple[str, str]] = []
    for text in facets:
        name, equals, value = text.partition("=")
        if not (name.strip() and equals and value.strip()):
            said = quoted(text)
            like = f"{name.strip() or 'NAME'}=VALUE"
            raise WrongUsage(
                f"--facet {said} has no value. Write {like}, as in --facet phone=mobile."
            )
        if any(name.strip() == other for other, _ in pairs):
            raise WrongUsage(f"--facet {quoted(name.strip())} is said twice: keep one.")
        pairs.append((name.strip(), value.strip()))
    return tuple(pairs)
