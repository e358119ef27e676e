"""The order of options: one function (docs/reference/order.md)."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Iterable

if TYPE_CHECKING:
    from supportlines.lookup.answer import Option
    from supportlines.lookup.merge import Draft

_NEVER = datetime.max.replace(tzinfo=timezone.utc)


def in_order(drafts: Iterable[Draft]) -> list[Option]:
    """Return the options, best first.

    1. open in a wanted language, in the caller's order of preference
    2. unknown in a wanted language
    3. open, with languages that are not known
    4. open in another language
    5. unknown in another language
    6. closed: wanted languages first, then by the time of opening

    Within a group: sound numbers before doubtful ones; the country's own line, a wider
    line, the country's fallback, the region's; free before paid; stated before assumed;
    the order of the file. A language that is assumed counts as wanted if the caller
    asked for it. Without wishes every language is wanted.
    """
    return [draft.option for draft in sorted(drafts, key=_place)]


def _place(draft: Draft) -> tuple[object, ...]:
    state = draft.option.state
    place = draft.prepared.place
    if state == "closed":
        opening = draft.option.changes_at or _NEVER
        return (6, draft.rank is None, opening, *place)
    if draft.rank is not None:
        return (1 if state == "open" else 2, draft.rank, *place)
    if state == "unknown":
        return (5, 0, *place)
    unknown_languages = draft.prepared.assumed or not draft.option.languages
    return (3 if unknown_languages else 4, 0, *place)
