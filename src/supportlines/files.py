"""The only reader of files and of the data that is shipped with the package."""

from __future__ import annotations

import os
import pkgutil
from pathlib import Path
from typing import Union

from supportlines.errors import SupportlinesError

MAX_BYTES = 32 * 1024 * 1024
"""More than any directory needs; the same limit as that of the reader of its content."""

_DATA = "supportlines.data"
_DIRECTORY = "regions.yaml"


class FileProblem(SupportlinesError, ValueError):  # noqa: N818 - it is a problem of a file
    """A file that cannot be read; `str()` names it and says what to do.

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
        return f"{self.name}: {self.found} {self.remedy}"


def read_directory(path: Union[str, os.PathLike[str]]) -> bytes:
    """Return the bytes of the data file at *path*.

    Raises:
        FileProblem: There is no such file, it is none, it may not be read, or it is
            larger than `MAX_BYTES`.
    """
    name = os.fspath(path)
    if Path(name).is_dir():
        raise FileProblem(name, "this is a folder.", "Name a file in it.")
    try:
        with Path(name).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        found = "there is no such file."
        raise FileProblem(name, found, "Compare the name and the folder.") from error
    except PermissionError as error:
        found = "it may not be read by you."
        raise FileProblem(name, found, "Change its permissions, or copy it.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        found = f"it cannot be read ({why})."
        raise FileProblem(name, found, "Compare the name, or copy the file.") from error
    if len(content) > MAX_BYTES:
        found = f"it has more than {MAX_BYTES:,} bytes."
        raise FileProblem(name, found, "Divide it into several.")
    return content


def shipped_directory() -> bytes:
    """Return the bytes of the directory that is part of the package.

    Raises:
        FileProblem: The package is installed without its data.
    """
    try:
        content = pkgutil.get_data(_DATA, _DIRECTORY)
    except OSError:
        content = None
    if content is None:
        found = "the package is installed without its data."
        raise FileProblem(f"{_DATA}/{_DIRECTORY}", found, "Install supportlines again.")
    return content
