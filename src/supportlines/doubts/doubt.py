"""A doubt: something that can be answered from, and is probably not what was meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportlines.directory import Path, Problem
from supportlines.errors import quoted

if TYPE_CHECKING:
    from supportlines.phones import Likely


@dataclass(frozen=True, repr=False)
class Doubt(Problem):
    """One thing that is probably wrong, and where.

    >>> print(Doubt("my.yaml", 7, 3, "tiers / gold", "gold", "nobody has it.", code="x-y"))
    my.yaml:7:3: tiers / gold: nobody has it. [x-y]
    """

    code: str = ""
    """What kind of doubt it is; see docs/reference/doubts.md."""

    likely: Likely | None = None
    """What was probably meant, for doubts about a number; `remedy` says it. Never applied."""

    is_hint: bool = False
    """Whether it is as likely right as wrong: worth a look, and no reason to fail a build."""

    def __str__(self) -> str:
        """Return `FILE:LINE:COLUMN: path: message [code]`, with the place in a text marked."""
        first, newline, rest = super().__str__().partition("\n")
        return f"{first} [{self.code}]{newline}{rest}"


def with_likely(likely: Likely | None, remedy: str) -> str:
    """Return *remedy* behind what was probably meant."""
    if likely is None:
        return remedy
    word = "Perhaps" if likely.confidence == "low" else "Probably"
    probably = f"{word} {quoted(likely.text)} (confidence {likely.confidence})."
    return f"{probably} {likely.reason} {remedy}".strip()


@dataclass(frozen=True)
class Suspicion:
    """A doubt whose place in the file is known by its path only."""

    code: str
    path: Path
    found: str
    """A sentence without its first capital."""

    remedy: str
    value: str = ""
    text: str | None = None
    """The text inside which the doubt lies, if it does."""

    offset: int | None = None
    """Where in `text`, counted from 0."""

    at_key: bool = False
    """Whether the key is meant and not its value."""

    likely: Likely | None = None
