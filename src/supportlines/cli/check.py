"""`supportlines check`: every problem and doubt of a data file as file:line:column."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Optional

import click

from supportlines.cli.colour import is_dumb
from supportlines.cli.instant import parse_at
from supportlines.cli.output import echo, write_json
from supportlines.cli.status import WRONG
from supportlines.errors import one_line

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory.doubts import Doubt, Examination
    from supportlines.directory.doubts.rules import Step
    from supportlines.directory.problems import Problem

DOUBTFUL = 1
"""Exit status where there are doubts and no problem."""

_LARGE = 1_000_000
"""Bytes from which on a person at a terminal is told how far the work has gone."""

_PROBLEM_KEYS = ("file", "line", "column", "path", "value", "message")


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--github", is_flag=True, help="Print annotations for GitHub's checks.")
@click.option("--at", "at_text", metavar="INSTANT", help="Such as 2026-11-23T16:00Z; default: now.")
@click.option(
    "--confirm-within",
    type=click.IntRange(min=1),
    metavar="DAYS",
    help="Doubt sources read longer ago; by default what the file says, else 365 days.",
)
@click.pass_context
def check(
    context: click.Context,
    names: tuple[str, ...],
    as_json: bool,
    github: bool,
    at_text: Optional[str],
    confirm_within: Optional[int],
) -> None:
    """Print every problem and every doubt of directory FILEs, with its place and what to do.

    A problem keeps the file from being used. A doubt does not: what it speaks of can be
    answered from and is probably not what was meant. A doubt that is none is silenced in the
    file, with the reason; see docs/reference/doubts.md.

    Exit status: 0 nothing, 1 doubts only, 2 problems.
    """
    from supportlines import clock, files  # noqa: PLC0415

    if as_json and github:
        raise click.UsageError("--json and --github exclude each other: choose one of them.")
    at = clock.now() if at_text is None else parse_at(at_text)
    found: list[Problem] = []
    unread: list[files.FileProblem] = []
    accepted = 0
    for name in names:
        try:
            content = files.read_directory(name)
        except files.FileProblem as error:
            unread.append(error)
            continue
        examination = _examined(content, name, at.date(), confirm_within)
        found.extend(sorted((*examination.problems, *examination.doubts), key=_place))
        accepted += examination.accepted
    doubts = [one for one in found if _is_doubt(one)]
    problems = [one for one in found if not _is_doubt(one)]
    if as_json:
        data = {"problems": list(map(_problem, problems)), "doubts": list(map(_doubt, doubts))}
        write_json({"files": list(names), **data})
    else:
        for one in found:
            echo(_annotation(one) if github else str(one))
    for one_unread in unread:
        echo(f"supportlines: {one_unread}", err=True)
    wrong = len(problems) + len(unread)
    if not as_json:
        echo(_summary(len(names), wrong, len(doubts), accepted), err=True)
    context.exit(WRONG if wrong else DOUBTFUL if doubts else 0)


def _examined(
    content: bytes, name: str, today: dt.date, confirm_within: Optional[int]
) -> Examination:
    from supportlines.directory.doubts import examine  # noqa: PLC0415

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


def _steps(name: str) -> Step:
    """Return what tells a person at the terminal how many of the rules have been asked."""

    def step(done: int, of: int) -> None:
        _tell(f"{name}: doubts, rule {done + 1} of {of} …")

    return step


def _tell(text: str) -> None:
    """Write *text* over what was told before."""
    # Coloured or not, a line is written over: click would drop this code with the colours.
    click.echo(f"\r\x1b[K{one_line(text)}", err=True, nl=False, color=True)


def _place(one: Problem) -> tuple[int, int, bool]:
    return one.line, one.column, _is_doubt(one)


def _is_doubt(one: Problem) -> bool:
    return hasattr(one, "code")


def _problem(one: Problem) -> dict[str, object]:
    return {name: getattr(one, name) for name in _PROBLEM_KEYS}


def _doubt(one: Problem) -> dict[str, object]:
    doubt: Doubt = one  # type: ignore[assignment]  # it has a code
    likely = doubt.likely
    return {
        **_problem(doubt),
        "code": doubt.code,
        "likely": None if likely is None else dict(vars(likely)),
    }


def _annotation(one: Problem) -> str:
    """Return a workflow command of GitHub: ::warning file=…,line=…,col=…,title=…::message."""
    kind = "warning" if _is_doubt(one) else "error"
    title = getattr(one, "code", "problem")
    message = f"{one.path}: {one.message}" if one.path else one.message
    place = f"file={_escaped(one.file, ':,')},line={one.line},col={one.column},title={title}"
    return f"::{kind} {place}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """Return *text* as GitHub reads it back (docs of workflow commands, read on 2026-11-22)."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _summary(files: int, problems: int, doubts: int, accepted: int) -> str:
    """Return how much was found.

    >>> _summary(1, 0, 0, 12), _summary(2, 1, 3, 0)
    ('1 file: no problem, no doubt (12 accepted)', '2 files: 1 problem, 3 doubts')
    """
    words = f"{_counted(files, 'file')}: {_counted(problems, 'problem')}, "
    words += _counted(doubts, "doubt")
    return words + (f" ({accepted} accepted)" if accepted else "")


def _counted(count: int, what: str) -> str:
    if not count:
        return f"no {what}"
    return f"1 {what}" if count == 1 else f"{count} {what}s"
