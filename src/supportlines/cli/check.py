"""`supportlines check`: every problem of a data file as file:line:column."""

from __future__ import annotations

import click

from supportlines.cli.output import write_json
from supportlines.cli.status import WRONG


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def check(context: click.Context, names: tuple[str, ...], as_json: bool) -> None:
    """Print every problem of directory FILEs, each with its place and what to do.

    Exit status: 0 no problem, 2 problems.
    """
    from supportlines import files  # noqa: PLC0415
    from supportlines.directory import DirectoryError, load_directory  # noqa: PLC0415

    found: list[object] = []
    unread: list[str] = []
    for name in names:
        try:
            load_directory(files.read_directory(name), name)
        except DirectoryError as error:  # noqa: PERF203 - every file gets its turn
            found.extend(error.problems)
        except files.FileProblem as error:
            unread.append(str(error))
    if as_json:
        write_json({"files": list(names), "problems": [_data(one) for one in found]})
    else:
        for one in found:
            click.echo(str(one))
    for sentence in unread:
        click.echo(f"supportlines: {sentence}", err=True)
    count = len(found) + len(unread)
    if not as_json:
        files_word = "1 file" if len(names) == 1 else f"{len(names)} files"
        problems = "no problem" if not count else f"{count} problem{'s' if count > 1 else ''}"
        click.echo(f"{files_word}: {problems}", err=True)
    context.exit(WRONG if count else 0)


def _data(problem: object) -> dict[str, object]:
    names = ("file", "line", "column", "path", "value", "message")
    return {name: getattr(problem, name) for name in names}
