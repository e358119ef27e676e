"""The order of options: one function (docs/reference/order.md)."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Iterable

from supportlines.directory import LIVE_CHANNELS

if TYPE_CHECKING:
    from supportlines.lookup.merge import Draft

_MODES = {"native": 0, "interpreter": 1, "best_effort": 2}
_NEVER = datetime.max.replace(tzinfo=timezone.utc)


def in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the options, best first.

    1. open in a wanted language, in the caller's order of preference
    2. unknown in a wanted language
    3. open, with languages that are not known
    4. open in another language
    5. unknown in another language
    6. closed: wanted languages first, then by the time of opening
    7. lines of a live channel that only take messages, such as a voicemail

    What follows a closed state need not be an opening: it may not be known. Such options come
    after those of which one knows when they open.

    Within a group: what holds whatever was not said before what does not; native speakers
    before interpreters before best effort; sound numbers before doubtful ones; a line for the
    caller's country alone, a line for several countries, then the fallbacks in the same order;
    free before paid; stated before assumed; the caller's order of channels; the order of the
    file. A language that is assumed counts as wanted if the caller asked for it. Without wishes
    every language is wanted.
    """
    return sorted(drafts, key=_place)


def _place(draft: Draft) -> tuple[object, ...]:
    state = draft.option.state
    if draft.option.mode == "message" and draft.option.channel in LIVE_CHANNELS:
        return (7, draft.rank is None, draft.rank or 0, state != "open", *_within(draft))
    place = _within(draft)
    if state == "closed":
        return (6, draft.rank is None, draft.opens_at or _NEVER, *place)
    if draft.rank is not None:
        return (1 if state == "open" else 2, draft.rank, *place)
    if state == "unknown":
        return (5, 0, *place)
    unknown_languages = draft.offer.is_assumed or not draft.option.languages
    return (3 if unknown_languages else 4, 0, *place)


def _within(draft: Draft) -> tuple[object, ...]:
    """Return the place within a group."""
    return bool(draft.limits), _MODES.get(draft.mode or "native", 0), *draft.offer.place
