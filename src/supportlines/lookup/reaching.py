"""How a line is reached from where the phone stands, or why it cannot be: channel by channel.

A channel is added to `REACHES`; CONTRIBUTING says where else it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Mapping, NamedTuple

from supportlines.lookup import caveats
from supportlines.lookup.reasons import not_dialable, unusable
from supportlines.lookup.resolution import dialable_from
from supportlines.phones import cost_for, dial_string, tel_uri

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Region
    from supportlines.lookup.answer import Caller, Caveat, Reason
    from supportlines.phones import Cost


class Way(NamedTuple):
    """What a caller does to reach a line."""

    key: object
    """Equal for lines at whose other end there is the same telephone."""
    number: str | None
    """E.164 with its plus sign, or None for digits that exist only inside a country."""
    dial: str
    """The keys to press, in groups."""
    uri: str | None
    """A link that does it, or None."""
    cost: Cost
    """What it costs this caller."""
    caveats: tuple[Caveat, ...]
    """What to know of the number before relying on it."""


def by_phone(facts: Facts, line: Line, region: Region, caller: Caller) -> Way | Reason:
    """Return how *line* of *region* is called, or why it cannot be."""
    number = line.number
    if line.unusable is not None or number is None:
        return unusable(line)
    standing = caller.calling_from
    allowed = dialable_from(facts, line, region)
    if allowed is not None and standing not in allowed:
        return not_dialable(line, standing, allowed)
    dial = dial_string(number, standing)
    if dial is None:
        return not_dialable(line, standing, number.exists_in)
    cost = cost_for(line.kind, number, standing)
    if line.cost is not None and standing == caller.country:
        cost = line.cost
    said = caveats.of_number(line)
    if dial.carrier_prefix:
        said.append(caveats.carrier_prefix(dial.text))
    if dial.trunk_prefix_unknown:
        said.append(caveats.trunk_prefix_unknown(standing))
    return Way(
        key=number.e164 or number.digits,  # where the phone stands they ring one telephone
        number=number.e164,
        dial=dial.text,
        uri=tel_uri(number, standing),
        cost=cost,
        caveats=tuple(said),
    )


REACHES: Mapping[str, Callable[[Facts, Line, Region, Caller], Way | Reason]] = {
    "phone": by_phone,
}
"""By the channel of a line; lines of another channel are no candidates."""


def reach(facts: Facts, line: Line, region: Region, caller: Caller) -> Way | Reason:
    """Return how *caller* reaches *line* of *region*, or the reason why that cannot be."""
    return REACHES[line.channel](facts, line, region, caller)
