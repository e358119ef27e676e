"""The order of options: one function (docs/reference/order.md)."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Iterable, NamedTuple

from supportlines.directory import LIVE_CHANNELS

if TYPE_CHECKING:
    from supportlines.hours import State
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
    file, and of one line that of its desks, of parts of the country and of its languages. A
    language that is assumed counts as wanted if the caller asked for it. Without wishes every
    language is wanted.
    """
    return sorted(drafts, key=_place)


class Standing(NamedTuple):
    """What the place of an option depends on, beside its state and what the caller wishes."""

    takes_messages: bool
    """Whether it is of a live channel and only takes messages."""
    is_of_unknown_languages: bool
    """Whether nobody says, or one only assumes, what is spoken."""
    within: tuple[int, ...]
    """Its place within a group, less being better."""


def standing_of(draft: Draft) -> Standing:
    """Return what the place of *draft* depends on, whatever its state."""
    option, offer = draft.option, draft.offer
    first = next(iter(option.languages), None)
    row = next((place for place, one in enumerate(offer.languages) if one.tag == first), 0)
    return Standing(
        option.mode == "message" and option.channel in LIVE_CHANNELS,
        offer.is_assumed or not option.languages,
        (bool(draft.limits), _MODES.get(draft.mode or "native", 0), *offer.place, row),
    )


def place_of(
    standing: Standing, state: State, rank: int | None, opens_at: datetime | None
) -> tuple[object, ...]:
    """Return the place of an option among others: the least is the best.

    Args:
        standing: What it depends on at any time.
        state: The state of the option.
        rank: Place of its best language among the caller's wishes, 0 for all if there is none;
            None if it serves none of them.
        opens_at: When somebody answers next, if what comes next is that.
    """
    is_other, place = rank is None, standing.within
    if standing.takes_messages:
        return (7, is_other, rank or 0, state != "open", *place)
    if state == "closed":
        return (6, is_other, opens_at or _NEVER, *place)
    if rank is not None:
        return (1 if state == "open" else 2, rank, *place)
    if state == "unknown":
        return (5, 0, *place)
    return (3 if standing.is_of_unknown_languages else 4, 0, *place)


def _place(draft: Draft) -> tuple[object, ...]:
    return place_of(standing_of(draft), draft.option.state, draft.rank, draft.opens_at)
