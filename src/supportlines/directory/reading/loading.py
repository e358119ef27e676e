"""From the bytes of a data file to a checked directory, or to all of its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Tuple

from pydantic import ValidationError

from supportlines.directory.finding import DirectoryError, Finding, Problem, path_by_ids
from supportlines.directory.reading.document import UnreadableError, read_document
from supportlines.directory.reading.places_of import expand, in_file
from supportlines.directory.reading.positions import Place, locate
from supportlines.directory.reading.relations import check_relations
from supportlines.directory.reading.shapes import facts_of
from supportlines.directory.reading.translate import findings_of

if TYPE_CHECKING:
    from supportlines.directory.finding import Path
    from supportlines.directory.model import Facts

MAX_PROBLEMS = 1_000
"""Nobody reads more; without a bound a file could be made that takes minutes to complain of."""


def load_directory(content: bytes, name: str) -> Facts:
    """Return the directory that a data file describes.

    Args:
        content: YAML or JSON in UTF-8, see docs/reference/data_file.md.
        name: What the file is called in messages.

    Raises:
        DirectoryError: With every problem of the file, in its order.

    >>> load_directory(b"directory: {}", "my.yaml")
    Traceback (most recent call last):
    ...
    supportlines.directory.finding.DirectoryError: my.yaml:1:1: "tiers" is missing. \
Write "tiers: …" here.
    my.yaml:1:1: "regions" is missing. Write "regions: …" here.
    my.yaml:1:12: directory: "id" is missing. Write "id: …" here.
    my.yaml:1:12: directory: "name" is missing. Write "name: …" here.
    my.yaml:1:12: directory: "sources" is missing. Write "sources: …" here.
    """
    try:
        document = read_document(content)
    except UnreadableError as error:
        raise DirectoryError(problems_of(error.findings, None, "", name)) from error
    plain, unclear = expand(document.content)
    findings: List[Finding] = [*document.findings, *unclear, *check_relations(plain)]
    try:
        facts = facts_of(plain)
    except ValidationError as error:
        findings.extend(findings_of(error, plain))
        raise DirectoryError(problems_of(findings, plain, document.text, name)) from error
    if findings:
        raise DirectoryError(problems_of(findings, plain, document.text, name))
    return facts


def problems_of(findings: Iterable[Finding], content: Any, text: str, name: str) -> List[Problem]:
    """Return *findings* with their places, in the order of the file, each once.

    Their paths are those of the expanded *content*, or of the file.
    """
    found = list(findings)
    more = len(found) - MAX_PROBLEMS
    del found[MAX_PROBLEMS:]
    paths = {one.path: in_file(content, one.path) for one in found if one.place is None}
    places = locate(text, paths.values())
    here = {path: places[there] for path, there in paths.items()}
    problems = [_problem(one, here, content, name) for one in found]
    problems = sorted(dict.fromkeys(problems), key=lambda one: (one.line, one.column))
    if more > 0:
        last = problems[-1]
        found_more = f"there are {more:,} problems more."
        problems.append(
            Problem(name, last.line, last.column, "", "", found_more, "Mend these first.")
        )
    return problems


def _problem(finding: Finding, places: Dict[Path, Place], content: Any, name: str) -> Problem:
    line, column = finding.place or (1, 1)
    if finding.place is None:
        line, column = place_of(finding, places[finding.path])
    return Problem(
        file=name,
        line=line,
        column=column,
        path=path_by_ids(content, finding.path),
        value=finding.value,
        found=finding.found,
        remedy=finding.remedy,
        text=finding.text,
        offset=finding.offset,
    )


def place_of(finding: Finding, place: Place) -> Tuple[int, int]:
    """Return line and column of what *finding* speaks of, whose path leads to *place*."""
    if finding.at_key and place.key is not None:
        return place.key
    if finding.offset is not None and place.text is not None:
        return place.text[0], place.text[1] + finding.offset
    return place.value
