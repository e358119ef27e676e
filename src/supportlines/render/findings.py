"""What `check` found, as text, as data for JSON and as annotations for GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Sequence

from supportlines.doubts import Doubt

if TYPE_CHECKING:
    from supportlines.directory import Problem

_KEYS = ("file", "line", "column", "path", "value", "message")


def findings_data(findings: Sequence[Problem]) -> dict[str, list[dict[str, Any]]]:
    """Return problems and doubts apart, as dictionaries ready for `json.dumps`."""
    return {
        "problems": [_data(one) for one in findings if not isinstance(one, Doubt)],
        "doubts": [_doubt(one) for one in findings if isinstance(one, Doubt)],
    }


def _data(one: Problem) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _KEYS}


def _doubt(one: Doubt) -> dict[str, Any]:
    likely = one.likely
    return {
        **_data(one),
        "code": one.code,
        "likely": None if likely is None else dict(vars(likely)),
        "is_hint": one.is_hint,
    }


def annotation(one: Problem) -> str:
    """Return a workflow command of GitHub: ::warning file=…,line=…,col=…,title=…::message."""
    kind, title = "error", "problem"
    if isinstance(one, Doubt):
        kind, title = "notice" if one.is_hint else "warning", one.code
    message = f"{one.path}: {one.message}" if one.path else one.message
    place = f"file={_escaped(one.file, ':,')},line={one.line},col={one.column},title={title}"
    return f"::{kind} {place}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """Return *text* as GitHub reads it back (docs of workflow commands, read on 2026-11-22)."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def summary(files: int, problems: int, doubts: int, hints: int, accepted: int) -> str:
    """Return how much was found.

    >>> summary(1, 0, 0, 0, 12), summary(2, 1, 3, 1, 0)
    ('1 file: no problem, no doubt (12 accepted)', '2 files: 1 problem, 3 doubts, 1 hint')
    """
    words = f"{_counted(files, 'file')}: {_counted(problems, 'problem')}, "
    words += _counted(doubts, "doubt")
    if hints:
        words += f", {_counted(hints, 'hint')}"
    return words + (f" ({accepted} accepted)" if accepted else "")


def _counted(count: int, what: str) -> str:
    if not count:
        return f"no {what}"
    return f"1 {what}" if count == 1 else f"{count} {what}s"
