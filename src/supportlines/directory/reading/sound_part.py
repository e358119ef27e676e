"""All that can be read of a file: its problems, and the part of it that is a directory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Tuple

from pydantic import ValidationError

from supportlines.directory.reading.document import UnreadableError, read_document
from supportlines.directory.reading.loading import problems_of
from supportlines.directory.reading.places_of import Expanded, expand
from supportlines.directory.reading.relations import check_relations
from supportlines.directory.reading.shapes import facts_of
from supportlines.directory.reading.translate import findings_of

if TYPE_CHECKING:
    from supportlines.directory.finding import Finding, Path, Problem
    from supportlines.directory.model import Facts
    from supportlines.directory.reading.document import Document

_TRIES = 4
_LISTS = frozenset({"countries", "countries_not_named", "places"})
_OPTIONAL = frozenset(
    (
        "severities",
        "desks",
        "levels",
        "facets",
        "places",
        "calendars",
        "countries",
        "guesses",
        "reply",
        "prepare",
        "self_help",
        "promises",
    )
)


class SoundPart(NamedTuple):
    """What is left of a file without its faults."""

    directory: Facts
    content: Mapping[str, Any]
    """With a stub in the place of each line that is wrong: the paths of others stay."""

    refused: Mapping[Path, Mapping[str, Any]]
    """What the file says of those lines, by their paths."""

    has_countries: bool
    """Whether no list of countries was left out."""


class Reading(NamedTuple):
    """What was read of a file that may be faulty."""

    problems: Tuple[Problem, ...]
    """In the order of the file; without any, `part` is the whole."""

    document: Optional[Document]
    """The file as texts with their positions, or None if it is no document."""

    part: Optional[SoundPart]
    """The directory that is left without what is wrong, or None if nothing is."""


def read(content: bytes, name: str) -> Reading:
    """Return what can be read of the bytes of a data file, called *name* in messages."""
    try:
        document = read_document(content)
    except UnreadableError as error:
        return Reading(tuple(problems_of(error.findings, None, "", name)), None, None)
    plain, unclear = expand(document.content)
    relations = [*unclear, *check_relations(plain)]
    wrong: List[Finding] = []
    part: Optional[SoundPart] = None
    try:
        part = SoundPart(facts_of(plain), plain, {}, has_countries=True)
    except ValidationError as error:
        wrong = list(findings_of(error, plain))
    findings = [*document.findings, *relations, *wrong]
    wrong += [one for one in relations if one.is_fatal]
    if wrong:
        part = _sound_part(plain, wrong)
    problems = problems_of(findings, plain, document.text, name) if findings else ()
    return Reading(tuple(problems), document, part)


def _sound_part(content: Any, findings: Iterable[Finding]) -> Optional[SoundPart]:
    """Return what is left of the plain *content* without what *findings* speak of, or None."""
    if not isinstance(content, dict):
        return None
    content = _copied(content)
    refused: Dict[Path, Mapping[str, Any]] = {}
    wrong: List[Finding] = list(findings)
    countries_lost = False
    for _ in range(_TRIES):
        for finding in wrong:
            countries_lost |= (
                bool(_LISTS.intersection(finding.path)) and "lines" not in finding.path
            )
            if not _cut(content, finding.path, refused):
                return None
        try:
            directory = facts_of(content)
        except ValidationError as error:
            wrong = list(findings_of(error, content))
        else:
            return SoundPart(directory, content, refused, not countries_lost)
    return None


def _copied(value: Any) -> Any:
    if isinstance(value, Expanded):
        return value
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _cut(content: Dict[str, Any], path: Path, refused: Dict[Path, Mapping[str, Any]]) -> bool:
    """Take the record or value at *path* out of *content*; return whether that was possible."""
    for depth in range(len(path) - 1, 0, -1):
        number = path[depth]
        if path[depth - 1] == "lines" and isinstance(number, int) and path[0] == "regions":
            where = path[: depth + 1]
            if where not in refused:
                around = _at(content, path[:depth])
                if not isinstance(around, list):
                    return False
                written = around[number]
                refused[where] = written if isinstance(written, dict) else {}
                around[number] = _stub(len(refused))
            return True
    return _cut_value(content, path)


def _cut_value(content: Dict[str, Any], path: Path) -> bool:
    """Take the key of a region, or an optional one of the whole file, out of *content*."""
    if not path:
        return False
    if path[0] != "regions":
        return path[0] in _OPTIONAL and content.pop(str(path[0]), None) is not None
    for place in range(1, len(path)):  # the first key of the innermost region
        below = path[place]
        if isinstance(below, str) and below != "regions":
            record = _at(content, path[:place])
            return isinstance(record, dict) and record.pop(below, None) is not None
    return False


def _at(content: Any, path: Path) -> Any:
    here = content
    for part in path:
        if isinstance(part, str):
            here = here.get(part) if isinstance(here, dict) else None
        else:
            here = here[part] if isinstance(here, list) and part < len(here) else None
    return here


def _stub(number: int) -> Dict[str, str]:
    return {"id": f"refused-{number}-line", "unusable": "It is wrong.", "published_as": "-"}
