"""`supportlines check`: every problem and doubt of a data file as file:line:column."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from supportlines.cli.colour import is_dumb
from supportlines.cli.instant import parse_at
from supportlines.cli.output import echo, write_json
from supportlines.cli.status import WRONG
from supportlines.cli.wording import WholeNumber, WrongUsage
from supportlines.errors import one_line

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.doubts import Examination
    from supportlines.doubts.registry import Progress

DOUBTFUL = 1
"""Exit status where there are doubts and no problem."""

_A_CENTURY = 36_500
"""Days; a file takes no more either."""

_LARGE = 1_000_000
"""Bytes from which on a person at a terminal is told how far the work has gone."""


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--github", is_flag=True, help="Print annotations for GitHub's checks.")
@click.option("--at", "at_text", metavar="INSTANT", help="Such as 2026-11-23T16:00Z; default: now.")
@click.option(
    "--confirm-within",
    type=WholeNumber(1, _A_CENTURY, such_as=90),
    metavar="DAYS",
    help="Doubt sources read longer ago, 1 to 36500; by default what the file says, else 365.",
)
@click.pass_context
def check(
    context: click.Context,
    names: tuple[str, ...],
    as_json: bool,
    github: bool,
    at_text: str | None,
    confirm_within: int | None,
) -> None:
    """Print every problem and every doubt of directory FILEs, with its place and what to do.

    A problem keeps the file from being used. A doubt does not: what it speaks of can be
    answered from and is probably not what was meant. A doubt that is none is silenced in the
    file, with the reason; see docs/reference/doubts.md.

    Exit status: 0 nothing but hints, 1 doubts only, 2 problems.
    """
    from supportlines import clock, files
    from supportlines.directory import Problem
    from supportlines.doubts import Doubt
    from supportlines.render import findings

    if as_json and github:
        raise WrongUsage("--json and --github exclude each other: choose one of them.")
    at = clock.now() if at_text is None else parse_at(at_text)
    found: list[Problem] = []
    unread: dict[Problem, files.FileProblem] = {}
    accepted = 0
    for name in names:
        try:
            content = files.read_directory(name)
        except files.FileProblem as error:
            problem = Problem(name, 1, 1, "", "", error.found, error.remedy)
            unread[problem] = error
            found.append(problem)
            continue
        examination = _examined(content, name, at.date(), confirm_within)
        found.extend(examination.in_order)
        accepted += examination.accepted
    if as_json:
        write_json({"files": list(names), **findings.findings_data(found)})
    else:
        for one in found:
            if github or one not in unread:
                echo(findings.annotation(one) if github else str(one))
    for unreadable in unread.values():
        echo(f"supportlines: {unreadable}", err=True)
    doubts = [one for one in found if isinstance(one, Doubt)]
    hints = sum(one.is_hint for one in doubts)
    wrong = len(found) - len(doubts)
    sure = len(doubts) - hints
    if not as_json:
        echo(findings.summary(len(names), wrong, sure, hints, accepted), err=True)
    context.exit(WRONG if wrong else DOUBTFUL if sure else 0)


def _examined(content: bytes, name: str, today: dt.date, confirm_within: int | None) -> Examination:
    from supportlines.doubts import examine

    shown = len(content) >= _LARGE and _is_terminal()
    if shown:
        _tell(f"{name}: reading {len(content) / 1e6:.0f} MB …")
    try:
        return examine(
            content,
            name,
            today=today,
            confirm_within_days=confirm_within,
            step=_steps(name) if shown else None,
        )
    finally:
        if shown:
            _tell("")


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and not is_dumb(os.environ)


def _steps(name: str) -> Progress:
    """Return what tells a person at the terminal how many of the rules have been asked."""

    def step(done: int, of: int) -> None:
        _tell(f"{name}: doubts, rule {done + 1} of {of} …")

    return step


def _tell(text: str) -> None:
    """Write *text* over what was told before."""
    # Coloured or not, a line is written over: click would drop this code with the colours.
    click.echo(f"\r\x1b[K{one_line(text)}", err=True, nl=False, color=True)
