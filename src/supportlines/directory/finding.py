"""What is wrong in a data file, and the error that holds all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable, Optional, Sequence, Tuple, Union

from supportlines.errors import SHOWN, SupportlinesError, closest, one_line, quoted, shown, window
from supportlines.values import BriefRecord

__all__ = (
    "DirectoryError",
    "Finding",
    "Path",
    "Problem",
    "did_you_mean",
    "path_by_ids",
    "quoted",
)

Path = Tuple[Union[str, int], ...]
"""Keys and indices that lead from the top of a data file to one of its values."""

_OPTIONS = 12
_COMPARED = 300


@dataclass(frozen=True, repr=False)
class Problem(BriefRecord):
    """One thing that is wrong, and where."""

    file: str
    """The name of the file as it was given."""

    line: int
    """Counted from 1."""

    column: int
    """Counted from 1, in characters; points into a value where its text could not be read."""

    path: str
    """The record by its ids, for example `regions / emea / gb-local / languages`; may be empty."""

    value: str
    """What stands there, or nothing for a value that is missing or no text."""

    found: str
    """What was found, as a sentence without its first capital."""

    remedy: str = ""
    """What to do about it, where `found` does not say it already."""

    text: Optional[str] = None
    """The text that could not be read, for problems inside a value."""

    offset: Optional[int] = None
    """Where in `text`, counted from 0."""

    @property
    def message(self) -> str:
        """Return what was found and what to do, in full sentences."""
        return f"{self.found} {self.remedy}".strip()

    def __str__(self) -> str:
        """Return `FILE:LINE:COLUMN: path: message`, with the place in a text marked below it."""
        where = f"{one_line(self.file)}:{self.line}:{self.column}: "
        if self.path:
            where += f"{self.path}: "
        if self.text is None or self.offset is None:
            return where + self.message
        text, offset = window(self.text, self.offset)
        lines = [where + self.found, f"    {text}", f"    {' ' * offset}^"]
        if self.remedy:
            lines.append(f"  {self.remedy}")
        return "\n".join(lines)


class DirectoryError(SupportlinesError, ValueError):
    """A data file that cannot be used, with everything that is wrong in it.

    Attributes:
        problems: At least one, in the order of the file.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems: Tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one paragraph per problem."""
        return "\n".join(str(problem) for problem in self.problems)


@dataclass(frozen=True)
class Finding:
    """A problem whose place in the file is known by its path only."""

    path: Path
    found: str
    remedy: str = ""
    value: str = ""
    text: Optional[str] = None
    offset: Optional[int] = None
    at_key: bool = False
    """Whether the key is meant and not its value."""

    place: Optional[Tuple[int, int]] = None
    """Line and column, where they are known already."""

    is_fatal: bool = False
    """Whether a relation makes its record one that cannot be asked."""


def path_by_ids(content: Any, path: Path) -> str:
    """Return *path* in words, records named by their ids.

    >>> content = {"regions": [{"id": "emea", "lines": [{"id": "gb", "languages": ["xx"]}]}]}
    >>> path_by_ids(content, ("regions", 0, "lines", 0, "languages", 0))
    'regions / emea / gb / languages'
    >>> path_by_ids({"guesses": [{"note": "?"}]}, ("guesses", 0, "note"))
    'guesses / #1 / note'
    """
    words = []
    here = content
    for depth, part in enumerate(path):
        inner = _step(here, part)
        if isinstance(part, str):
            nested = depth > 0 and part in ("regions", "lines") and depth + 1 < len(path)
            if not (nested and isinstance(_step(inner, path[depth + 1]), dict)):
                words.append(shown(part))
        elif isinstance(inner, dict) and isinstance(inner.get("id"), str):
            words.append(shown(inner["id"]))
        elif isinstance(inner, dict) or "availability" in path[max(0, depth - 2) : depth]:
            words.append(f"#{part + 1}")
        here = inner
    return " / ".join(words)


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Return the question after the likeliest of *options*, or their list if it is short.

    >>> did_you_mean("langauges", ["languages", "label"])
    'Did you mean "languages"?'
    >>> did_you_mean("x", ["high", "low"])
    'Write one of "high", "low".'
    """
    known = [option for option in options if option]
    if len(word) <= SHOWN and len(known) <= _COMPARED:
        close = closest(word.lower(), known)
        if close:
            return f"Did you mean {quoted(close[0])}?"
    if len(known) == 1:
        return f"Write {quoted(known[0])}."
    if 0 < len(known) <= _OPTIONS:
        return f"Write one of {', '.join(map(quoted, known))}."
    return ""


def _step(content: Any, part: Union[str, int]) -> Any:
    if isinstance(part, str):
        return content.get(part) if isinstance(content, dict) else None
    if isinstance(content, list) and part < len(content):
        return content[part]
    return None
