"""Columns of hours on a card, and which of them a caller may have together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Sequence

if TYPE_CHECKING:
    from supportlines.directory import Rule
    from supportlines.render.html.weeks import HoursColumn
    from supportlines.render.stated_hours import HeldRule


class CardColumn(NamedTuple):
    """A column, and the rules behind it with the tiers that state them."""

    shown: HoursColumn
    tiers: tuple[str, ...]
    said: Rule
    rules: tuple[HeldRule, ...]
    is_not_all: bool
    """Whether there are more hours for the same caller."""


def as_parts(columns: Sequence[CardColumn]) -> list[CardColumn]:
    """Return *columns*, of each whether a caller may have hours of another one on the same day.

    Beside hours of some days only, those of all days are not all that a caller has.
    """
    return [
        one._replace(shown=one.shown._replace(is_part=True))
        if one.is_not_all or any(_add_up(one, other) for other in columns if other is not one)
        else one
        for one in columns
    ]


def _add_up(one: CardColumn, other: CardColumn) -> bool:
    """Return whether both are hours of a tier, of which one or both are of some days only."""
    first = max(one.said.valid_from or date.min, other.said.valid_from or date.min)
    last = min(one.said.valid_until or date.max, other.said.valid_until or date.max)
    dates = {(each.said.valid_from, each.said.valid_until) for each in (one, other)}
    return not set(one.tiers).isdisjoint(other.tiers) and first <= last and dates != {(None, None)}
