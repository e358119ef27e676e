"""The only reader and writer of files, and the reader of what is shipped with the package."""

from __future__ import annotations

import os
import pkgutil
import re
from pathlib import Path

from supportlines.errors import SupportlinesError, WrongTypeError, cut, one_line

_LONGEST_NAME = 201
MAX_BYTES = 32 * 1024 * 1024
"""More than any directory needs; the same limit as that of the reader of its content."""
_HEAD = 4096
"""Bytes by which a picture is told from a file of another kind."""

_DATA = "supportlines.data"
_DIRECTORY = "regions.yaml"
_COMPILED = "regions.json"
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


def shipped_directory() -> bytes:
    """Return the bytes of the directory that is part of the package.

    Raises:
        FileProblem: The package is installed without its data.
    """
    return _shipped(_DIRECTORY)


def shipped_facts() -> bytes:
    """Return the same directory as it was when it was last read and checked: no facts of its own.

    Raises:
        FileProblem: The package is installed without its data.
    """
    return _shipped(_COMPILED)


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
