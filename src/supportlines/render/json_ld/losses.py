"""What JSON-LD cannot carry of a directory beside its lines, and in which words.

`exchange.flat` tells what rows lose. Here that is said of contact points: what stands there
after all is taken out, what a contact point loses beyond a row is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, Mapping, Sequence

from supportlines.exchange import Loss
from supportlines.texts import Translated

if TYPE_CHECKING:
    from supportlines.directory import Facts

NO_PLACE = "schema.org has no place for it."
_FIRST = "of several languages the first is written."

_CONTACT_TYPES: Mapping[str, str] = {
    "technical": "technical support",
    "customer_service": "customer service",
    "billing": "billing support",
    "sales": "sales",
    "emergency": "emergency",
}
"""Words that Google lists for `contactType`; the desk's own name stands for all others.

https://developers.google.com/search/docs/appearance/structured-data/organization
"""

_NAMES = ("name", "translations of name")

_OTHER_WORDS: Mapping[tuple[str, str], str] = {
    ("countries_not_named", NO_PLACE): "that the source does not name them has no place.",
    ("facet", "no row is for some of its values only."): "nothing is for some of its values only.",
}
"""By what is lost, and why a row loses it: why a contact point does."""


def type_of(facts: Facts, identifier: str) -> str:
    """Return the word of `contactType` for a desk."""
    desk = facts.desk(identifier)
    if desk is None:
        return identifier
    return _CONTACT_TYPES.get(desk.purpose or "", str(desk.name))


def of_flat(facts: Facts, losses: Sequence[Loss]) -> Iterator[Loss]:
    """Yield what rows lose and contact points do too, in their words."""
    regions = {region.id for region in facts.every_region()}
    named = {*(one.id for one in facts.tiers), *(one.id for one in facts.facets)}
    for loss in losses:
        key = (loss.where, loss.what)
        if key in ((facts.id, "organisation"), (facts.id, "places"), (facts.id, "countries")):
            continue  # they are there, or told one by one
        if loss.where in named and loss.what == "name":
            continue  # contact points have the names, where rows have the ids
        if key == (facts.id, "regions") or (loss.where in regions and loss.what in _NAMES):
            continue  # regions have no names there at all
        if loss.what == "translations of steps":
            continue  # there are no steps
        why = loss.why.replace("the format has", "schema.org has")
        yield Loss(loss.where, loss.what, _OTHER_WORDS.get((loss.what, why), why))


def of_the_whole(facts: Facts, *, names_tiers: bool) -> Iterator[Loss]:
    """Yield what the file says beside its lines and stands nowhere.

    Args:
        facts: The directory.
        names_tiers: Whether any contact point is for some tiers only, and so names them.
    """
    for source in facts.sources:
        why = "of a page at most the address is written, where the organisation has none."
        yield Loss(source.id, "sources", why)
    if len(facts.tiers) > 1 and not names_tiers:
        yield Loss(facts.id, "tiers", "all contact points are for all of them, and name none.")
    for tier in facts.tiers if names_tiers else ():
        yield from _translations(tier.id, tier.name)
    yield from _of_desks(facts)
    for region in facts.every_region():
        if region.name != region.id:
            yield Loss(region.id, "name", NO_PLACE)
    for code, known in facts.countries.items():
        for key in ("holidays", "working_days", "note"):
            if getattr(known, key):
                yield Loss(code, key, NO_PLACE)


def _of_desks(facts: Facts) -> Iterator[Loss]:
    used = {desk for line, _ in facts.lines() for desk in facts.desks_of(line)}
    for desk in facts.desks:
        written = type_of(facts, desk.id)
        if desk.id in used and written != str(desk.name) and desk.name != desk.id:
            yield Loss(desk.id, "name", f'"{written}" is written, a word that readers know.')
        elif desk.id in used:
            yield from _translations(desk.id, desk.name)
        for key in ("not_for", "levels"):
            if getattr(desk, key):
                yield Loss(desk.id, key, NO_PLACE)


def _translations(where: str, name: Any) -> Iterator[Loss]:
    if isinstance(name, Translated):
        yield Loss(where, "translations of name", _FIRST)


def without_what_is_left_out(losses: Sequence[Loss], points: Sequence[str]) -> tuple[Loss, ...]:
    """Return *losses* but those of lines of which nothing is written: that alone is told.

    Args:
        losses: What is lost.
        points: The lines that have a contact point.
    """
    left_out = {loss.where for loss in losses if loss.what == "line"} - set(points)
    return tuple(loss for loss in losses if loss.what == "line" or loss.where not in left_out)
