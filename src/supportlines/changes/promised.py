"""What is promised of when a first answer comes, and what is different about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Sequence, Tuple

from supportlines.changes.wordings import EVERYBODY

if TYPE_CHECKING:
    from supportlines.changes.wordings import Say
    from supportlines.directory import Reply, Within
_Key = Tuple[Tuple[str, Tuple[str, ...]], ...]


def promise_changes(old: Sequence[Reply], new: Sequence[Reply], say: Say) -> Iterator[str]:
    """Yield what is different in words, one promise after the other."""
    before, after = _promises(old), _promises(new)
    for condition, within in after.items():
        whose = _whose(condition, say)
        if condition not in before:
            yield f"a first answer comes {_within(within)} now{whose}"
        elif before[condition] != within:
            earlier = _within(before[condition])
            yield f"a first answer comes {_within(within)} instead of {earlier}{whose}"
    for condition, within in before.items():
        if condition not in after:
            yield f"a first answer {_within(within)} is promised no more{_whose(condition, say)}"
    if before == after and list(before) != list(after):
        order = ", ".join(say.whom(dict(condition)) for condition in after)
        yield f"of promises of a first answer the first that fits holds, now in this order: {order}"


def _promises(replies: Sequence[Reply]) -> dict[_Key, Within]:
    """Return what is promised to whom; what comes after a promise to all is none."""
    found: dict[_Key, Within] = {}
    for one in replies:
        found.setdefault(tuple(sorted(one.only_for.items())), one.within)
        if not one.only_for:
            break
    return found


def _whose(condition: _Key, say: Say) -> str:
    words = say.whom(dict(condition))
    return "" if words == EVERYBODY else f" ({words})"


def _within(within: Within) -> str:
    """Return a promise: "within 4 open hours", "by the end of the next open day"."""
    words = str(within)
    return f"by the end of the {words}" if words.startswith("next") else f"within {words}"
