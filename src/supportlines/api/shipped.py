"""Directories from files, from texts, and those that come with the package."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from supportlines import files
from supportlines.api.checking import bytes_of
from supportlines.api.directory import Directory
from supportlines.errors import check_text

if TYPE_CHECKING:
    import os

    from supportlines.api.answer import Answer
    from supportlines.directory import Facts

SHIPPED = files.DIRECTORIES[0]
"""The directory that is meant where none is named."""


def directories() -> tuple[str, ...]:
    """Return the names of the directories that come with the package, the default one first.

    >>> import supportlines
    >>> supportlines.directories()
    ('redhat-support', 'gis-zhkh', 'insales')
    """
    return files.DIRECTORIES


@lru_cache(maxsize=None)
def _shipped(name: str) -> Directory:
    from supportlines.directory import facts_of_compiled

    content = files.shipped_directory(name)
    facts = facts_of_compiled(files.shipped_facts(name), content)
    return Directory(facts if facts is not None else _read(content, files.shipped_name(name)))


def _read(content: bytes, name: str) -> Facts:
    """Return the facts of a data file; only who reads one needs what reads it."""
    from supportlines.directory import load_directory

    return load_directory(content, name)


def load(path: str | os.PathLike[str] | None = None) -> Directory:
    """Return a directory: one that comes with the package, or that of the file *path*.

    A text that is the name of a shipped directory, see `directories`, means that one; the first
    of them is meant where nothing is named. Shipped ones are read once; a file of yours is read
    and checked at every call.

    Raises:
        SupportlinesError: If the file cannot be read, or is no directory: then the text
            has a line `FILE:LINE:COLUMN: …` for every problem.

    >>> import supportlines
    >>> supportlines.load().name
    'Red Hat Technical Support'
    >>> supportlines.load("insales").line("phone").published_as
    '+7(495)133-20-43'
    """
    if path is None:
        return _shipped(SHIPPED)
    if isinstance(path, str) and path in files.DIRECTORIES:
        return _shipped(str(path))
    return Directory(_read(files.read_directory(path), str(path)))


def loads(text: str | bytes, name: str = "directory.yaml") -> Directory:
    """Return the directory that *text* describes: YAML or JSON; bytes are UTF-8.

    Args:
        text: What would stand in a file.
        name: What it is called in messages.

    Raises:
        SupportlinesError: If it is no directory: then the error's text has a line
            `NAME:LINE:COLUMN: …` for every problem.
    """
    check_text("name", name, 'what the text is called, such as "my.yaml"')
    return Directory(_read(bytes_of(text), name))


if TYPE_CHECKING:
    who_can_i_call = load().who_can_i_call
else:

    def who_can_i_call(*words: Any, **named: Any) -> Answer:
        """Return who can be called, by the shipped directory: see `Directory.who_can_i_call`."""
        return load().who_can_i_call(*words, **named)
