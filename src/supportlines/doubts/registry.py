"""All kinds of doubt, what finds them, and which of them somebody has accepted."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Iterator,
    Mapping,
    Sequence,
)

from supportlines.directory import did_you_mean
from supportlines.doubts import (
    claims,
    closures,
    conditions,
    countries,
    digits,
    exceptions,
    following,
    guidance,
    improbable_hours,
    offered_languages,
    offsets,
    printed_hours,
    replies,
    rows,
    structure,
    swallowed,
)
from supportlines.doubts.doubt import Suspicion
from supportlines.doubts.doubtful import Doubtful, Find, Needs
from supportlines.doubts.guarded import FAILED, found_by
from supportlines.errors import quoted

if TYPE_CHECKING:
    from supportlines.directory import Path
    from supportlines.doubts.ground import Ground

SUBJECTS = (
    digits,
    claims,
    rows,
    improbable_hours,
    printed_hours,
    exceptions,
    closures,
    following,
    swallowed,
    offsets,
    replies,
    countries,
    offered_languages,
    conditions,
    guidance,
    structure,
)
"""The modules with a list `DOUBTS`, in the order of the reference."""

UNUSED = "accept-unused"

Progress = Callable[[int, int], None]


def _nothing(_ground: Ground) -> Iterator[Suspicion]:
    """Yield nothing: these are found where the others are asked."""
    return iter(())


DOUBTS: Mapping[str, Doubtful] = {
    one.code: one
    for one in (
        *(one for subject in SUBJECTS for one in subject.DOUBTS),
        Doubtful(UNUSED, "a doubt is accepted that there is not", _nothing),
        Doubtful(FAILED, "a doubt could not be looked for", _nothing),
    )
}
"""By code."""

ACCEPTABLE: tuple[str, ...] = tuple(code for code in DOUBTS if code not in (UNUSED, FAILED))
"""Codes that a file may accept."""


def _finds() -> Iterator[tuple[Find, Needs]]:
    """Yield what finds doubts, each once, with what must be known before it is asked."""
    found: dict[Find, Needs] = {}
    for one in DOUBTS.values():
        for find in one.finds:
            found[find] = max(one.needs, found.get(find, Needs.NOTHING))
    yield from found.items()


FINDS: tuple[tuple[Find, Needs], ...] = tuple(_finds())


def suspicions(
    ground: Ground,
    finds: Sequence[tuple[Find, Needs]] = FINDS,
    step: Progress | None = None,
) -> tuple[list[Suspicion], list[Suspicion]]:
    """Return all doubts that nobody has accepted, and those that somebody has.

    Args:
        ground: What is looked at.
        finds: What finds doubts, each with what must be known before it is asked.
        step: Called before each function with its number, from 0, and how many there are.
    """
    open_ones: list[Suspicion] = []
    accepted: list[Suspicion] = []
    used: set[tuple[Path, str]] = set()
    for number, (find, needs) in enumerate(finds):
        if step is not None:
            step(number, len(finds))
        if not _is_known(ground, needs):
            continue
        for suspicion in found_by(find, ground, of_the_whole=needs is Needs.WHOLE):
            where = _accepted_at(ground.content, suspicion)
            if where is None:
                open_ones.append(suspicion)
            else:
                accepted.append(suspicion)
                used.add((where, suspicion.code))
    if ground.is_whole and not any(one.code == FAILED for one in open_ones):
        open_ones.extend(_unused(ground, used))
    return open_ones, accepted


def _is_known(ground: Ground, needs: Needs) -> bool:
    if needs is Needs.WHOLE:
        return ground.is_whole
    return needs is Needs.NOTHING or ground.has_countries


def _accepted_at(content: Mapping[str, Any], suspicion: Suspicion) -> Path | None:
    """Return the path of the nearest record around a doubt that accepts it."""
    found: Path | None = None
    if suspicion.code in _accepts(content.get("directory")):
        found = ("directory",)
    here: Any = content
    for depth, part in enumerate(suspicion.path):
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            break
        if suspicion.code in _accepts(here):
            found = suspicion.path[: depth + 1]
    return found


def _accepts(content: Any) -> Mapping[str, Any]:
    accepted = content.get("accept") if isinstance(content, dict) else None
    return accepted if isinstance(accepted, dict) else {}


def _unused(ground: Ground, used: set[tuple[Path, str]]) -> Iterator[Suspicion]:
    """Yield what is accepted without being there."""
    records: dict[Path, Any] = {("directory",): ground.content["directory"]}
    records.update((placed.path, placed.content) for placed in ground.regions)
    records.update((placed.path, placed.content) for placed in ground.lines)
    records.update((placed.path, placed.content) for placed in ground.rules)
    for path, content in records.items():
        for code in _accepts(content):
            if (path, code) not in used and not _may_come(code):
                found, remedy = _superfluous(code)
                where = (*path, "accept", code)
                yield Suspicion(UNUSED, where, found, remedy, code, at_key=True)


def _may_come(code: str) -> bool:
    return code in DOUBTS and DOUBTS[code].comes_with_time


def _superfluous(code: str) -> tuple[str, str]:
    """Return what is wrong with accepting *code*, and what to do."""
    if code in ACCEPTABLE:
        return (
            f"there is no doubt {quoted(code)} here.",
            "Delete it, so that it hides none to come.",
        )
    if code in DOUBTS:
        return f"{quoted(code)} cannot be accepted.", "Delete what is unused."
    remedy = did_you_mean(code, ACCEPTABLE) or "`supportlines check` prints the codes."
    return f"{quoted(code)} is no code of a doubt.", remedy
