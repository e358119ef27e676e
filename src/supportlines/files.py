"""The only reader and writer of files, and the reader of what is shipped with the package."""

from __future__ import annotations

import contextlib
import os
import pkgutil
import re
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from supportlines.errors import SupportlinesError, WrongTypeError, cut, one_line

if TYPE_CHECKING:
    from datetime import datetime

_LONGEST_NAME = 201
MAX_BYTES = 32 * 1024 * 1024
"""More than any directory needs; the same limit as that of the reader of its content."""
_HEAD = 4096
"""Bytes by which a picture is told from a file of another kind."""

_DATA = "supportlines.data"
_STEMS = {"redhat-support": "regions", "gis-zhkh": "gis-zhkh", "insales": "insales"}
"""What the files of each directory of the package are called, the default one first."""

DIRECTORIES = tuple(_STEMS)
"""The names of the directories that are part of the package; the first is meant by none."""

_STARTER = "starter.yaml"
_SCHEMA = "directory.schema.json"


class FileProblem(SupportlinesError, ValueError):  # noqa: N818 - it is a problem of a file
    """A file that cannot be read or written; `str()` names it and says what to do.

    Attributes:
        name: The name of the file as it was given.
        found: What is the matter, as a sentence without its first capital.
        remedy: What to do about it.

    >>> print(FileProblem("my.yaml", "there is no such file.", "Compare the name."))
    my.yaml: there is no such file. Compare the name.
    """

    def __init__(self, name: str, found: str, remedy: str) -> None:
        super().__init__(name, found, remedy)
        self.name = name
        self.found = found
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{one_line(self.name)}: {self.found} {self.remedy}"


def read_directory(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of the data file at *path*.

    Raises:
        FileProblem: There is no such file, it is none, it may not be read, or it is
            larger than `MAX_BYTES`.
        WrongTypeError: *path* is neither a text nor a path of texts.
    """
    name = os.fspath(path) if isinstance(path, (str, os.PathLike)) else path
    if not isinstance(name, str):  # some paths are bytes, which no message can quote
        raise WrongTypeError.of("path", path, 'the name of a file such as "my.yaml"')
    if not name:
        raise FileProblem('""', "this is no name of a file.", "Write one.")
    try:
        is_folder = Path(name).is_dir()
        content = b"" if is_folder else _start_of(name)
    except FileNotFoundError as error:
        found = "there is no such file."
        raise FileProblem(name, found, "Compare the name and the folder.") from error
    except PermissionError as error:
        found = "it may not be read by you."
        raise FileProblem(name, found, "Change its permissions, or copy it.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        found = f"it cannot be read ({why})."
        raise FileProblem(
            cut(name, _LONGEST_NAME), found, "Compare the name, or copy the file."
        ) from error
    if is_folder:
        raise FileProblem(name, "this is a folder.", "Name a file in it.")
    if len(content) > MAX_BYTES:
        found = f"it has more than {MAX_BYTES:,} bytes."
        raise FileProblem(name, found, "Divide it into several.")
    return content


class FileState(NamedTuple):
    """By what one sees that a file is another one than before, without reading it."""

    changed_ns: int
    """When it was written last, in nanoseconds; -1 if there is none."""
    size: int
    identity: tuple[int, int]
    """Which one of its disk it is: another one may have taken its name."""
    waits: bool = False
    """Whether it is a pipe or the like, whose reader waits for somebody who writes."""

    def is_older(self, instant: datetime) -> bool:
        """Return whether it is there, and was not written at *instant* or after it."""
        return self.changed_ns >= 0 and self.changed_ns < instant.timestamp() * 1e9


def state_of(path: str | os.PathLike[str]) -> FileState:
    """Return the state of the file at *path*; one of its own if there is no such file."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a path may be too strange for a Path
    except (OSError, ValueError):
        return FileState(-1, -1, (-1, -1))
    waits = not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode))
    return FileState(found.st_mtime_ns, found.st_size, (found.st_dev, found.st_ino), waits)


def _start_of(name: str) -> bytes:
    with Path(name).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def write_new(path: str | os.PathLike[str], content: bytes) -> None:
    """Write *content* into a file that is not there yet.

    Raises:
        FileProblem: There is something of this name, which stays as it is, or the file
            cannot be made.
    """
    _write(path, content, "xb")


def write_picture(path: str | os.PathLike[str], content: bytes) -> None:
    """Write *content*, which is SVG, into the file at *path*, in place of an older picture.

    Raises:
        FileProblem: There is a file of another kind, or one that cannot be read, which stays as
            it is; or the file cannot be written.
    """
    name = os.fspath(path)
    if name and _is_something_else(Path(name)):
        problem = "there is a file of another kind, and it stays as it is."
        raise FileProblem(name, problem, "Give another name, or move the file away.")
    _write(path, content, "wb")


_PICTURE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg[\s/>]", re.DOTALL
)


def _is_something_else(path: Path) -> bool:
    """Return whether there is a file that is not known to be a picture; a device is none."""
    try:
        if not path.is_file() or not path.stat().st_size:
            return False
        with path.open("rb") as file:
            return _PICTURE.match(file.read(_HEAD)) is None
    except OSError:
        return True


def _write(path: str | os.PathLike[str], content: bytes, mode: str) -> None:
    name = os.fspath(path)
    if not name:
        raise FileProblem('""', "this is no name of a file.", "Write one.")
    if Path(name).is_dir():
        raise FileProblem(name, "this is a folder.", "Name a file in it.")
    try:
        with Path(name).open(mode) as file:
            file.write(content)
    except FileExistsError as error:
        found = "there is such a file already, and it stays as it is."
        raise FileProblem(name, found, "Give another name, or move the file away.") from error
    except FileNotFoundError as error:
        found = "there is no such folder."
        raise FileProblem(name, found, "Make it, or compare the name.") from error
    except PermissionError as error:
        found = "it may not be written by you."
        raise FileProblem(name, found, "Give another name, or change permissions.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        found = f"it cannot be written ({why})."
        raise FileProblem(name, found, "Give another name.") from error


def replace_content(path: str | os.PathLike[str], old: bytes, new: bytes) -> None:
    """Put *new* in the place of *old* in the file at *path*: whole, or not at all.

    It is written beside the file and then takes its name, so that nobody reads half of it. A link
    stays a link, to the changed file, which keeps its permissions.

    Raises:
        FileProblem: The file no longer holds *old*, is no ordinary file, or cannot be written;
            then it stays as it is.
    """
    name = os.fspath(path)
    try:
        target = Path(name).resolve(strict=True)
        status = _changeable(name, target)
        _swap(name, target, old, new, status)
    except FileNotFoundError as error:
        raise FileProblem(name, "it is gone.", "Look where it is now, and try again.") from error
    except PermissionError as error:
        found = "it may not be written by you."
        raise FileProblem(name, found, "Change its permissions, or those of its folder.") from error
    except OSError as error:
        found = f"it cannot be written ({error.strerror or error}) and stays as it is."
        raise FileProblem(name, found, "Look whether the disk is full.") from error


def _changeable(name: str, target: Path) -> os.stat_result:
    """Return the status of a file that may be changed, even if its folder would allow any."""
    status = target.stat()
    if not stat.S_ISREG(status.st_mode):
        raise FileProblem(name, "this is no ordinary file.", "Name a file that can be changed.")
    if not os.access(target, os.W_OK):
        raise PermissionError(name)
    return status


def _swap(name: str, target: Path, old: bytes, new: bytes, status: os.stat_result) -> None:
    descriptor, beside = tempfile.mkstemp(prefix=f".{target.name[:60]}.", dir=str(target.parent))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError, AttributeError):  # whose it is, only root can say
            os.chown(beside, status.st_uid, status.st_gid)
        Path(beside).chmod(stat.S_IMODE(status.st_mode))
        _check_unchanged(name, target, old)
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


def _check_unchanged(name: str, target: Path, old: bytes) -> None:
    if target.read_bytes() != old:
        found = "it has been changed meanwhile, and stays as it is now."
        raise FileProblem(name, found, "Try again.")


def shipped_directory(name: str = DIRECTORIES[0]) -> bytes:
    """Return the bytes of the directory with one of the names in `DIRECTORIES`.

    Raises:
        FileProblem: The package is installed without its data.
    """
    return _shipped(f"{_STEMS[name]}.yaml")


def shipped_facts(name: str = DIRECTORIES[0]) -> bytes:
    """Return the same directory as it was when it was last read and checked: no facts of its own.

    Raises:
        FileProblem: The package is installed without its data.
    """
    return _shipped(f"{_STEMS[name]}.json")


def shipped_name(name: str) -> str:
    """Return what the file of a directory of the package is called in messages."""
    return f"data/{_STEMS[name]}.yaml"


def starter_directory() -> bytes:
    """Return the bytes of a directory to begin with: comments, and numbers made up for fiction.

    Raises:
        FileProblem: The package is installed without its data.
    """
    return _shipped(_STARTER)


def shipped_schema() -> bytes:
    """Return the bytes of the JSON Schema of data files.

    Raises:
        FileProblem: The package is installed without its data.
    """
    return _shipped(_SCHEMA)


def _shipped(name: str) -> bytes:
    try:
        content = pkgutil.get_data(_DATA, name)
    except OSError:
        content = None
    if content is None:
        found = "the package is installed without its data."
        raise FileProblem(f"{_DATA}/{name}", found, "Install supportlines again.")
    return content
