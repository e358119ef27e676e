"""How a run of the program ends: always with a status that means what is documented."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import Callable

import click

from supportlines.cli.status import CANNOT_WRITE, FAULT, INTERRUPTED, NOBODY_READS, WRONG
from supportlines.cli.streams import CannotWriteError, Notes, Output

TRACEBACK = "SUPPORTLINES_TRACEBACK"
"""The variable that shows where in the program a fault of ours is."""


def run(work: Callable[[], object]) -> int:
    """Do *work* with guarded streams and return the exit status; this never raises.

    What *work* returns is its status, None being 0.
    """
    end_when_interrupted()
    streams = sys.stdout, sys.stderr
    output, notes = Output(sys.stdout), Notes(sys.stderr)
    sys.stdout, sys.stderr = output, notes
    try:
        status = _status_after(work)
        notes.flush()
    finally:
        sys.stdout, sys.stderr = streams
    return status


def end_when_interrupted() -> None:
    """Have Ctrl-C end the process at once and silently, as it ends other tools.

    The process ends by the signal itself, which a shell tells as 130, so that a loop in a
    script ends as well. Who has the signal ignored (`nohup`) keeps that.
    """
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_ours and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _status_after(work: Callable[[], object]) -> int:
    try:
        status = _status_of(work)
        sys.stdout.flush()
    except CannotWriteError as error:
        if error.nobody_reads:
            return NOBODY_READS
        _tell(f"the result cannot be written to standard output ({error.why}).")
        return CANNOT_WRITE
    return status


def _status_of(work: Callable[[], object]) -> int:
    try:
        return _as_status(work())
    except CannotWriteError:
        raise
    except SystemExit as ending:
        return _as_status(ending.code)
    except click.ClickException as error:
        error.show()
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, it is our fault
        _tell_fault(error)
        return FAULT


def _as_status(value: object) -> int:
    if isinstance(value, int):
        return value
    return 0 if value is None else WRONG


def _tell_fault(error: Exception) -> None:
    what = type(error).__name__
    if str(error):
        what += f": {str(error)[:200]!r}"
    _tell(f"something is wrong in supportlines itself, not in what you wrote ({what}).")
    shown = bool(os.environ.get(TRACEBACK))
    if shown:
        import traceback

        click.echo(
            "".join(traceback.format_exception(type(error), error, error.__traceback__)), err=True
        )
    more = "the lines above" if shown else f"what it prints with {TRACEBACK}=1"
    click.echo(
        f"  Please report it, with the command, {more}, and what `supportlines doctor` prints.",
        err=True,
    )


def _tell(sentence: str) -> None:
    click.echo(f"supportlines: {sentence}", err=True)
