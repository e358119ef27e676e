"""From the bytes of a data file to all of its problems and doubts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from pydantic import ValidationError

from supportlines.directory.checks import check_relations
from supportlines.directory.document import Document, UnreadableError, read_document
from supportlines.directory.doubts.doubt import Doubt, Suspicion, with_likely
from supportlines.directory.doubts.ground import lay_ground
from supportlines.directory.doubts.partial import sound_part
from supportlines.directory.doubts.rules import suspicions
from supportlines.directory.loading import place_of, problems_of, without_garbage_collection
from supportlines.directory.model import Directory
from supportlines.directory.positions import locate
from supportlines.directory.problems import Finding, Problem, path_by_ids
from supportlines.directory.translate import findings_of

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory.doubts.rules import Step

MAX_OF_A_CODE = 200
"""Nobody reads more of one kind; how many there are more is told."""


@dataclass(frozen=True)
class Examination:
    """What was found in a data file."""

    problems: Tuple[Problem, ...]
    """In the order of the file; without any, the file is a directory."""

    doubts: Tuple[Doubt, ...]
    """In the order of the file; of a faulty file, those of what is left of it."""

    accepted: int
    """How many doubts the file accepts."""


def examine(
    content: bytes,
    name: str,
    *,
    today: dt.date,
    confirm_within_days: Optional[int] = None,
    step: Optional[Step] = None,
) -> Examination:
    """Return all problems and doubts of a data file.

    Args:
        content: YAML or JSON in UTF-8.
        name: What the file is called in messages.
        today: Against which days are compared.
        confirm_within_days: After how many days a source should be read again; by default
            what the file says in `confirm_within_days`.
        step: Called as the work goes on, with how many steps are done and how many there are.

    >>> import datetime
    >>> examine(b"directory: {}", "my.yaml", today=datetime.date(2026, 11, 23)).problems[0].message
    '"tiers" is missing. Write "tiers: …" here.'
    """
    with without_garbage_collection():
        return _examine(content, name, today, confirm_within_days, step)


def _examine(
    content: bytes,
    name: str,
    today: dt.date,
    confirm_within_days: Optional[int],
    step: Optional[Step],
) -> Examination:
    try:
        document = read_document(content)
    except UnreadableError as error:
        return Examination(tuple(problems_of(error.findings, None, "", name)), (), 0)
    findings: List[Finding] = [*document.findings, *check_relations(document.content)]
    plain: Any = document.content
    refused: Any = {}
    has_countries = True
    directory: Optional[Directory] = None
    try:
        directory = Directory.model_validate(plain)
    except ValidationError as error:
        wrong = list(findings_of(error, plain))
        findings.extend(wrong)
        part = sound_part(plain, wrong)
        if part is not None:
            directory, plain, refused, has_countries = part
    problems = problems_of(findings, document.content, document.text, name) if findings else []
    if directory is None:
        return Examination(tuple(problems), (), 0)
    limit = confirm_within_days
    if limit is None:
        limit = directory.directory.confirm_within_days
    ground = lay_ground(directory, plain, document.text, today, limit, refused)
    ground.is_whole, ground.has_countries = not findings, has_countries
    found, accepted = suspicions(ground, step)
    return Examination(tuple(problems), _placed(found, document, name), len(accepted))


def _placed(found: List[Suspicion], document: Document, name: str) -> Tuple[Doubt, ...]:
    """Return the doubts with their places, in the order of the file."""
    if not found:
        return ()
    shown, more = _first_of_each_code(found)
    places = locate(document.text, [one.path for one in shown])
    doubts = []
    for one in shown:
        finding = Finding(one.path, one.found, offset=one.offset, at_key=one.at_key)
        line, column = place_of(finding, places[one.path])
        doubts.append(
            Doubt(
                file=name, line=line, column=column,
                path=path_by_ids(document.content, one.path), value=one.value, found=one.found,
                remedy=with_likely(one.likely, one.remedy), text=one.text, offset=one.offset,
                code=one.code, likely=one.likely,
            )
        )  # fmt: skip
    doubts = sorted(dict.fromkeys(doubts), key=lambda one: (one.line, one.column, one.code))
    for code, count in more.items():
        last = [one for one in doubts if one.code == code][-1]
        found_more = f"there are {count:,} doubts more of this kind."
        remedy = "Look at these first."
        doubts.append(Doubt(name, last.line, last.column, "", "", found_more, remedy, code=code))
    return tuple(doubts)


def _first_of_each_code(found: List[Suspicion]) -> Tuple[List[Suspicion], Dict[str, int]]:
    """Return the first doubts of each code, and how many there are more of it."""
    count: Counter[str] = Counter()
    shown = []
    for one in found:
        count[one.code] += 1
        if count[one.code] <= MAX_OF_A_CODE:
            shown.append(one)
    more = {code: number - MAX_OF_A_CODE for code, number in count.items()}
    return shown, {code: number for code, number in more.items() if number > 0}
