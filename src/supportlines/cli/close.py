"""`supportlines close`: a closure at short notice, written into a data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from supportlines.cli import complete
from supportlines.cli.duration import parse_duration
from supportlines.cli.instant import parse_at
from supportlines.cli.options import directory_option
from supportlines.cli.output import echo, write_json
from supportlines.cli.wording import WrongUsage
from supportlines.errors import SupportlinesError, quoted

if TYPE_CHECKING:
    from supportlines.api import Answer, Directory
    from supportlines.editing import Closure


class NoFileError(SupportlinesError, ValueError):
    """A directory that is no file of whoever asks to change it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return (
            f"the shipped directory {quoted(self.name)} cannot be changed. "
            "Name a data file of your own with --directory."
        )


@click.command()
@click.argument("line", shell_complete=complete.lines)
@click.option(
    "--for",
    "lasts",
    metavar="DURATION",
    help="How long, from a minute to a year: 30m, 2h, 1h30m, 1d.",
)
@click.option(
    "--until",
    "until",
    metavar="INSTANT",
    help="When it ends, instead of --for: 2026-11-23T16:00Z or 2026-11-23T17:00+01:00.",
)
@click.option(
    "--from",
    "begins",
    metavar="INSTANT",
    help="When it begins, written as for --until; default: now.",
)
@click.option("--reason", required=True, metavar="TEXT", help="Why, for the person who calls.")
@click.option(
    "--time-zone",
    "-z",
    metavar="Z",
    help="Whose clock is meant by instants without an offset, such as 2026-11-23T16:00.",
    shell_complete=complete.zones,
)
@directory_option
@click.option("--dry-run", is_flag=True, help="Print the difference, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def close(
    line: str,
    lasts: str | None,
    until: str | None,
    begins: str | None,
    reason: str,
    time_zone: str | None,
    directory: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write into a data file that nobody answers LINE for a while.

    The file is changed at this one place; comments and everything else stay as they are.

    \b
    supportlines close london --for 30m --reason "Fire alarm" --directory helpdesk.yaml

    Exit status: 0 written, or there already, 2 not written.
    """  # noqa: D301 - click wants the character, and leaves what follows unwrapped
    from supportlines import api, clock, files
    from supportlines.directory import load_directory
    from supportlines.editing import close_line
    from supportlines.render.closure import (
        closure_data,
        closure_notes,
        closure_text,
        difference,
    )

    if (lasts is None) == (until is None):
        raise WrongUsage("give either --for or --until.")
    now = clock.now()
    start = now if begins is None else parse_at(begins, "--from", time_zone, "--time-zone")
    if lasts is not None:
        end = start + parse_duration(lasts)
    else:
        end = parse_at(until or "", "--until", time_zone, "--time-zone")
    if directory is None or directory in api.directories():
        raise NoFileError(directory or api.SHIPPED)
    content = files.read_directory(directory)
    closed = api.Directory(load_directory(content, directory)).line(line)
    closure = close_line(content, line, start, end, reason, directory)
    changed = api.Directory(load_directory(closure.content, f"{directory} with the closure"))
    if closure.is_new and not dry_run:
        files.replace_content(directory, content, closure.content)
    answer = _answered(changed, closure)
    if as_json:
        is_written = closure.is_new and not dry_run
        write_json(closure_data(closure, directory, answer, content, is_written=is_written))
    elif dry_run:
        echo(difference(content, closure.content, directory), nl=False)
        known = "" if closure.is_new else f"{line} is closed then already, and "
        echo(f"{directory}: {known}nothing is written.", err=True)
    else:
        echo(closure_text(closure, directory, answer))
    for note in closure_notes(closure, closed, now):
        echo(f"{directory}: {note}", err=True)


def _answered(directory: Directory, closure: Closure) -> Answer | None:
    """Return what a caller of the line is answered when it closes; None if nobody can tell."""
    from supportlines.lookup.served import first_question

    facts = directory.facts
    try:
        question = first_question(facts, facts.line(closure.line)[0])
        return None if question is None else directory.answer(question, at=closure.start)
    except SupportlinesError:
        return None  # the closure stands in the file, whatever can be said of it
