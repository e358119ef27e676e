"""What there is to doubt: one entry for each code, beside the functions that look for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Callable, Iterator

if TYPE_CHECKING:
    from supportlines.doubts.doubt import Suspicion
    from supportlines.doubts.ground import Ground

Find = Callable[["Ground"], "Iterator[Suspicion]"]
"""A pure function of what it is given; it yields doubts of one code or of a few like ones."""


class Needs(IntEnum):
    """What must be known of a faulty file before anything is doubted in the rest of it."""

    NOTHING = 0
    COUNTRIES = 1
    """Who is served: no list of countries was left out."""

    WHOLE = 2
    """All of it: who says that there is none of something could miss what is wrong."""


@dataclass(frozen=True)
class Doubtful:
    """A kind of doubt.

    >>> one = Doubtful("never-open", "nobody ever answers", lambda ground: iter(()))
    >>> one.needs.name, one.is_hint
    ('NOTHING', False)
    """

    code: str
    """Stable: files name it to accept a doubt."""

    title: str
    """What it says, in a few words and without a capital."""

    find: Find
    also: tuple[Find, ...] = ()
    """Further functions that yield it."""

    needs: Needs = Needs.NOTHING
    is_hint: bool = False
    """Whether it is as likely right as wrong: worth a look, and no reason to fail a build."""

    comes_with_time: bool = False
    """Whether it comes with the days, so that a file may accept it before it is there."""

    @property
    def finds(self) -> tuple[Find, ...]:
        """All functions that may yield it."""
        return (self.find, *self.also)
