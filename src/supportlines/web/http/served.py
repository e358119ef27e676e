"""The directory that is served: one that stays, or a file that is read again when it changes."""

from __future__ import annotations

import logging
from datetime import timedelta
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Callable

from supportlines import api, files
from supportlines.errors import SupportlinesError, WrongTypeError

if TYPE_CHECKING:
    from datetime import datetime

    from supportlines.api import Directory

log = logging.getLogger("supportlines.web")


class ServedDirectory:
    """A directory that never changes."""

    is_file = False

    def __init__(self, directory: Directory, read_at: datetime) -> None:
        self.directory = directory
        self.read_at = read_at
        """When it was read, in UTC."""
        self.problem: str | None = None
        """Why what is there now is not served, or None."""

    def is_changed(self, now: datetime) -> bool:  # noqa: ARG002 - a file may be
        """Return whether it is to be read again at *now*."""
        return False

    def read_again(self, now: datetime) -> None:
        """Do nothing: it is what it was."""


class ServedFile(ServedDirectory):
    """A directory in a file: the last good one, if the file has become faulty."""

    is_file = True

    def __init__(self, path: str | PathLike[str], look_every: timedelta, now: datetime) -> None:
        """Read the file at *path*, and look at most once in *look_every* whether it changed.

        Raises:
            SupportlinesError: If it cannot be read, or is no directory.
        """
        self._path = path
        self._name = Path(path).name
        self._look_every = look_every
        self._looked_at = now
        self._seen = self._tried = files.state_of(path)
        super().__init__(self._read(), now)

    def _read(self) -> Directory:
        return api.loads(files.read_directory(self._path), self._name)

    def is_changed(self, now: datetime) -> bool:
        """Return whether the file is another one, and stayed so for as long as it is not looked at.

        Somebody may be writing it: half a file can be a sound one that lacks lines.
        """
        if self._looked_at <= now < self._looked_at + self._look_every:
            return False
        self._looked_at = now
        state = files.state_of(self._path)
        # A clock that differs from that of the disk says nothing: then it is looked at twice.
        is_still = state == self._seen or state.is_older(now - self._look_every)
        self._seen = state
        return is_still and state != self._tried

    def read_again(self, now: datetime) -> None:
        """Read the file, and keep what is served if it is faulty."""
        self._tried = self._seen
        if self._seen.waits:
            found = "this is no ordinary file."
            remedy = "Name a file that can be read again."
            self._refuse(str(files.FileProblem(self._name, found, remedy)))
            return
        try:
            directory = self._read()
        except files.FileProblem as error:
            # In which folder it lies is nobody's business.
            self._refuse(str(files.FileProblem(self._name, error.found, error.remedy)))
        except SupportlinesError as error:
            self._refuse(str(error))
        except Exception:  # whatever a file does to us, what was good is served on
            log.exception("%s cannot be read; what it said before is served.", self._name)
            self.problem = f"{self._name} cannot be read."
        else:
            self.directory, self.read_at, self.problem = directory, now, None
            log.info("%s was read again.", self._name)

    def _refuse(self, problem: str) -> None:
        self.problem = problem
        log.warning(
            "what %s said before is served, since it is faulty now:\n%s", self._name, problem
        )


def served_by(
    directory: Directory | str | PathLike[str] | None,
    *,
    look_every: int,
    now: Callable[[], datetime],
) -> ServedDirectory:
    """Return what is served: a directory, a shipped one by its name, or that of a file.

    Raises:
        SupportlinesError: If a file cannot be read, or is no directory.
    """
    if isinstance(directory, api.Directory):
        return ServedDirectory(directory, now())
    if directory is None or (isinstance(directory, str) and directory in files.DIRECTORIES):
        return ServedDirectory(api.load(directory), now())
    if not isinstance(directory, (str, PathLike)):
        takes = "a Directory, the name of a shipped one or the path of a data file"
        raise WrongTypeError.of("directory", directory, takes)
    return ServedFile(directory, timedelta(seconds=look_every), now())
