"""From the bytes of a data file to all of its problems and doubts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Mapping, Sequence

from supportlines.directory import Finding, Problem, path_by_ids
from supportlines.directory.reading import in_file, locate, place_of, read
from supportlines.doubts.doubt import Doubt, Suspicion, with_likely
from supportlines.doubts.ground import lay_ground
from supportlines.doubts.registry import DOUBTS, FINDS, suspicions
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory.reading import Document
    from supportlines.doubts.doubtful import Find, Needs
    from supportlines.doubts.registry import Progress

MAX_OF_A_CODE = 200
"""Nobody reads more of one kind; how many there are more is told."""


@dataclass(frozen=True, repr=False)
class Examination(BriefRecord):
    """What was found in a data file."""

    problems: tuple[Problem, ...]
    """In the order of the file; without any, the file is a directory."""

    doubts: tuple[Doubt, ...]
    """In the order of the file; of a faulty file, those of what is left of it."""

    accepted: int
    """How many doubts the file accepts."""

    @property
    def in_order(self) -> tuple[Problem, ...]:
        """Problems and doubts in the order of the file; of one place, the problem first."""
        found = (*self.problems, *self.doubts)
        return tuple(sorted(found, key=lambda one: (one.line, one.column, isinstance(one, Doubt))))


def examine(
    content: bytes,
    name: str,
    *,
    today: dt.date,
    confirm_within_days: int | None = None,
    step: Progress | None = None,
    finds: Sequence[tuple[Find, Needs]] = FINDS,
) -> Examination:
    """Return all problems and doubts of a data file.

    Args:
        content: YAML or JSON in UTF-8.
        name: What the file is called in messages.
        today: Against which days are compared.
        confirm_within_days: After how many days a source should be read again; by default
            what the file says in `confirm_within_days`.
        step: Called as the work goes on, with how many steps are done and how many there are.
        finds: What finds doubts, each with what must be known before it is asked.

    >>> import datetime
    >>> examine(b"directory: {}", "my.yaml", today=datetime.date(2026, 11, 23)).problems[0].message
    '"tiers" is missing. Write "tiers: …" here.'
    """
    reading = read(content, name)
    if reading.part is None or reading.document is None:
        return Examination(reading.problems, (), 0)
    limit = confirm_within_days
    if limit is None:
        limit = reading.part.directory.directory.confirm_within_days
    ground = lay_ground(reading.part, reading.document.text, today, limit)
    ground.is_whole = not reading.problems
    found, accepted = suspicions(ground, finds, step)
    doubts = _placed(found, reading.part.content, reading.document, name)
    return Examination(reading.problems, doubts, len(accepted))


def _placed(
    found: list[Suspicion], content: Mapping[str, Any], document: Document, name: str
) -> tuple[Doubt, ...]:
    """Return the doubts, whose paths are those of *content*, with their places, in file order."""
    if not found:
        return ()
    shown, more = _first_of_each_code(found)
    # Lists that name sets, or all countries but some, are codes in *content* alone.
    paths = {one.path: in_file(content, one.path) for one in shown}
    places = locate(document.text, paths.values())
    doubts = []
    for one in shown:
        finding = Finding(one.path, one.found, offset=one.offset, at_key=one.at_key)
        line, column = place_of(finding, places[paths[one.path]])
        doubts.append(
            Doubt(
                file=name, line=line, column=column,
                path=path_by_ids(document.content, paths[one.path]), value=one.value,
                found=one.found, remedy=with_likely(one.likely, one.remedy),
                text=one.text, offset=one.offset,
                code=one.code, likely=one.likely, is_hint=DOUBTS[one.code].is_hint,
            )
        )  # fmt: skip
    doubts = sorted(dict.fromkeys(doubts), key=lambda one: (one.line, one.column, one.code))
    for code, count in more.items():
        last = [one for one in doubts if one.code == code][-1]
        found_more = f"there are {count:,} doubts more of this kind."
        remedy = "Look at these first."
        place = (name, last.line, last.column, "", "")
        doubts.append(Doubt(*place, found_more, remedy, code=code, is_hint=last.is_hint))
    return tuple(doubts)


def _first_of_each_code(found: list[Suspicion]) -> tuple[list[Suspicion], dict[str, int]]:
    """Return the first doubts of each code, and how many there are more of it."""
    count: Counter[str] = Counter()
    shown = []
    for one in found:
        count[one.code] += 1
        if count[one.code] <= MAX_OF_A_CODE:
            shown.append(one)
    more = {code: number - MAX_OF_A_CODE for code, number in count.items()}
    return shown, {code: number for code, number in more.items() if number > 0}
