"""Whole folders, written beside and put in place at once."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import tempfile
import threading
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Iterable, Iterator

from supportlines.errors import listed, quoted
from supportlines.files import FileProblem

if TYPE_CHECKING:
    from typing_extensions import Self

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Signals by which a process is asked to end; the last one where a terminal is closed."""

_NAMED = 3
"""Files that are named where there are many."""


def replace_folder(
    path: str | os.PathLike[str], files: Iterable[tuple[str, bytes]], listing: str
) -> None:
    """Put a folder with *files* in the place of the one at *path*: whole, or not at all.

    It is written beside that and then takes its name, so that who reads meanwhile finds the old
    files or the new ones. A folder is replaced only if all in it was written in this way.

    Args:
        path: Of the folder, which need not be there.
        files: Paths within it, with slashes, and contents. They are taken one by one: what goes
            wrong while they are made leaves the folder as it is.
        listing: The path of that one of them, a JSON object, whose keys are the paths of all
            others.

    Raises:
        FileProblem: There is something else at *path*, or it cannot be written.
    """
    name = os.fspath(path)
    if not name:
        raise FileProblem('""', "this is no name of a folder.", "Write one.")
    try:
        target = _resolved(name)
        _check_ours(name, target, listing)
        if not target.parent.is_dir():
            raise FileProblem(name, "its folder is not there.", "Make it, or compare the name.")
        _put(target, files)
    except OSError as error:
        why = error.strerror or error
        remedy = "Give another name, or change permissions."
        raise FileProblem(name, f"it cannot be written ({why}).", remedy) from error


def _resolved(name: str) -> Path:
    try:
        return Path(name).resolve()
    except RuntimeError:  # Python before 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def _put(target: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write *files* beside *target* and let them take its place.

    A signal that ends the process does so while they are written, and leaves nothing of them; else
    it waits.
    """
    with _Ending() as ending:
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            ending.ends_at_once(beside)
            _write(beside / "new", files)
            ending.waits()  # for a moment both sites are in the folder beside
            _swap(target, beside)
        finally:
            ending.waits()
            shutil.rmtree(beside, ignore_errors=True)


class _Ending:
    """Hears the signals that would end the process."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._late: list[int] = []
        self._heard: list[signal.Signals] = []

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._heard = [one for one in ENDING if signal.getsignal(one) is signal.SIG_DFL]
        for one in self._heard:
            signal.signal(one, self._hear)
        return self

    def __exit__(self, *_error: object) -> None:
        for one in self._heard:
            signal.signal(one, signal.SIG_DFL)
        for number in self._late:
            os.kill(os.getpid(), number)

    def ends_at_once(self, folder: Path) -> None:
        """Let a signal remove *folder*, and end the process."""
        self._folder = folder
        for number in self._late:
            self._hear(number, None)

    def waits(self) -> None:
        """Let signals wait for the end of this."""
        self._folder = None

    def _hear(self, number: int, _frame: object) -> None:
        if self._folder is None:
            self._late.append(number)
            return
        shutil.rmtree(self._folder, ignore_errors=True)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


def _check_ours(name: str, target: Path, listing: str) -> None:
    """Raise if there is anything at *target* that did not come from here."""
    if not target.exists():
        return
    if not target.is_dir():
        raise FileProblem(name, "this is a file.", "Name a folder.")
    found = sorted(_inside(target))
    if not found:
        return
    known = {*_listed(target / listing), listing}
    others = [one for one in found if one not in known]
    if others:
        some = listed([quoted(one) for one in others], most=_NAMED)
        problem = f"the folder holds what was not written by this command: {some}."
        raise FileProblem(name, problem, "Give a folder of its own.")


def _inside(folder: Path) -> Iterator[str]:
    """Yield all files in *folder* and its folders, and folders that hold nothing."""
    for one in folder.rglob("*"):
        if one.is_symlink() or not one.is_dir() or not any(one.iterdir()):
            yield one.relative_to(folder).as_posix()


def _listed(path: Path) -> Iterable[str]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return ()
    return found if isinstance(found, dict) else ()


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    folder.mkdir()
    for path, content in files:
        file = folder.joinpath(*PurePosixPath(path).parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _swap(target: Path, beside: Path) -> None:
    """Let *beside* / "new" be *target*; if that fails the old one is there again."""
    old = beside / "old"
    try:
        if target.exists():
            target.rename(old)
        (beside / "new").rename(target)
    except BaseException:  # an interrupt too
        if old.exists() and not target.exists():
            old.rename(target)
        raise
