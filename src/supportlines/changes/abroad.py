"""Lines that cannot be used at home, as they are offered to who calls from abroad."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Callable, Iterator, Tuple

if TYPE_CHECKING:
    from supportlines.changes.offered import OfferedLine, Offers, Reader

Both = Tuple["Offers", "Offers"]
"""What the old directory offers, and the new one."""

ABROAD = "for calls from abroad"


def with_lines_from_abroad(
    readers: tuple[Reader, Reader], offers: Both, read: Callable[[Reader, str], Offers]
) -> Both:
    """Return *offers* with the lines that both directories list for calls from abroad alone.

    They are read as they are offered in a country from which both can be used, if there is one.
    """
    found: list[dict[str, OfferedLine]] = [{}, {}]
    known: dict[tuple[int, str], Offers] = {}
    for one, places in _places(readers, offers):
        for side, (reader, place) in enumerate(zip(readers, places)):
            if (side, place) not in known:
                known[side, place] = read(reader, place)
            line = known[side, place].by_line.get(one)
            found[side].update({} if line is None else {one: line})
    shared = frozenset(found[0].keys() & found[1].keys())
    old, new = (
        replace(
            each,
            by_line={**each.by_line, **{one: more[one] for one in more if one in shared}},
            abroad=shared,
        )
        for each, more in zip(offers, found)
    )
    return old, new


def _places(readers: tuple[Reader, Reader], offers: Both) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield lines that nobody can use at home, with where somebody can."""
    before, after = (reader.places_abroad(each) for reader, each in zip(readers, offers))
    for one, places in after.items():
        earlier = before.get(one)
        if not places or not earlier:
            continue
        shared = next((place for place in places if place in earlier), None)
        yield one, (shared or earlier[0], shared or places[0])
