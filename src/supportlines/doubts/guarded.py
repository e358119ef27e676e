"""A rule that fails is a finding, and the end of nothing: neither of other rules nor of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from supportlines.doubts.doubt import Suspicion
from supportlines.errors import quoted

if TYPE_CHECKING:
    from supportlines.directory import Path
    from supportlines.doubts.doubtful import Find
    from supportlines.doubts.ground import Ground

FAILED = "doubt-failed"
"""The code of what is told of a rule that failed."""

_KINDS = ("lines", "rules", "regions")
_REMEDY = "This is a fault of supportlines and not of the file: report it with what stands here."


def found_by(find: Find, ground: Ground, *, of_the_whole: bool = False) -> list[Suspicion]:
    """Return what *find* finds on *ground*, and where it fails, that it does.

    The records on which it fails are left out and the others are looked at again, so that a
    fault hides nothing but what would have been found there.

    Args:
        find: Yields doubts.
        ground: What it looks at.
        of_the_whole: Whether it says of something that there is none, so that nothing may be
            left out: it is not asked again.
    """
    found: list[Suspicion] = []
    failure = _failure(find, ground, found)
    if failure is None:
        return found
    stumbling = _stumbling_blocks(find, ground)
    failed = [_failed(find, path, error) for path, error in stumbling.items()]
    if of_the_whole or not failed:
        return found + (failed or [_failed(find, (), failure)])
    again: list[Suspicion] = []
    failure = _failure(find, _without(ground, stumbling), again)
    return again + failed + ([] if failure is None else [_failed(find, (), failure)])


def _failure(find: Find, ground: Ground, found: list[Suspicion]) -> Exception | None:
    """Return the error that ends *find*, or None; what it yields before goes into *found*."""
    try:
        found.extend(find(ground))
    except Exception as error:  # noqa: BLE001 - whatever it is, the other findings are to be read
        return error
    return None


def _stumbling_blocks(find: Find, ground: Ground) -> dict[Path, Exception]:
    """Return the paths of the records on which *find* fails though there are no others.

    There are none if it fails on no records at all.
    """
    alone = replace(ground, regions=(), lines=(), rules=(), refused={})
    if _failure(find, alone, []) is not None:
        return {}
    pieces: list[tuple[Path, dict[str, Any]]] = [
        (placed.path, {kind: (placed,)}) for kind in _KINDS for placed in getattr(ground, kind)
    ]
    pieces += [(path, {"refused": {path: content}}) for path, content in ground.refused.items()]
    found: dict[Path, Exception] = {}
    for path, piece in pieces:
        failure = _failure(find, replace(alone, **piece), [])
        if failure is not None:
            found.setdefault(path, failure)
    return found


def _without(ground: Ground, paths: dict[Path, Exception]) -> Ground:
    """Return *ground* without the records at *paths*."""
    left: dict[str, Any] = {
        kind: tuple(placed for placed in getattr(ground, kind) if placed.path not in paths)
        for kind in _KINDS
    }
    left["refused"] = {path: one for path, one in ground.refused.items() if path not in paths}
    return replace(ground, **left)


def _failed(find: Find, path: Path, error: Exception) -> Suspicion:
    name = getattr(find, "__name__", "a rule").replace("_", " ")
    said = f" {quoted(str(error))}" if str(error) else ""
    found = f"looking for {quoted(name)} failed here: {type(error).__name__}{said}."
    return Suspicion(FAILED, path, found, _REMEDY)
