"""The organisation that publishes a directory, with its contact points: one node, one graph.

https://schema.org/Organization, read on 2026-11-30.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterator, Sequence

from supportlines.exchange import Loss, WrittenFile
from supportlines.exchange.flat import flatten
from supportlines.exchange.unsaid import ONE_LANGUAGE, unsaid
from supportlines.render.json_ld.losses import (
    NO_PLACE,
    of_flat,
    of_the_whole,
    without_what_is_left_out,
)
from supportlines.render.json_ld.points import Point, PointWriter
from supportlines.render.json_ld.script import script_json
from supportlines.texts import Translated

if TYPE_CHECKING:
    import datetime as dt

    from supportlines.directory import Facts
    from supportlines.directory.guidance import Organisation

_Json = Dict[str, Any]

_OF_ORGANISATION = frozenset(
    ("name", "short_name", "legal_name", "url", "addresses", "affiliates", "brands")
)


def write_json_ld(
    facts: Facts, *, page: str | None = None, since: dt.date | None = None
) -> WrittenFile:
    """Return *facts* as the text of a JSON-LD file, with what it cannot carry.

    The text can stand inside of a `<script type="application/ld+json">` as it is.
    """
    content, losses = organization(facts, page=page, since=since)
    return WrittenFile(f"{script_json(content, indent=2)}\n", losses)


def organization(
    facts: Facts, *, page: str | None = None, since: dt.date | None = None
) -> tuple[_Json, tuple[Loss, ...]]:
    """Return *facts* as an organisation with contact points, and what that cannot carry.

    Args:
        facts: The directory.
        page: Address of the page that it is for, on which ids hang; by default that of the
            organisation, or of the first source.
        since: First day of which anything is said of closures and other dated hours; by default
            the last one on which a source was read.
    """
    first_day = since or max(source.read_on for source in facts.sources)
    flat = flatten(facts, first_day)
    losses = dict.fromkeys(of_flat(facts, flat.losses))
    writer = PointWriter(facts, first_day, losses)
    points = [
        point
        for row in flat.rows
        if row.line.valid_until is None or row.line.valid_until >= first_day
        for point in writer.points(row)
    ]
    names_tiers = any("productSupported" in point.content for point in points)
    losses.update(dict.fromkeys(of_the_whole(facts, names_tiers=names_tiers)))
    base = (page or _page_of(facts)).partition("#")[0]
    content: _Json = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": f"{base}#{facts.id}",
        **_organisation(facts, losses),
        "contactPoint": [
            {"@type": "ContactPoint", "@id": f"{base}#{name}", **point.content}
            for name, point in _named(points)
        ],
    }
    if not points:
        del content["contactPoint"]
    return content, without_what_is_left_out(tuple(losses), [point.line for point in points])


def _page_of(facts: Facts) -> str:
    who = facts.directory.organisation
    return facts.sources[0].url if who is None or who.url is None else who.url


def _organisation(facts: Facts, losses: dict[Loss, None]) -> _Json:
    who = facts.directory.organisation
    if who is None:
        return {"name": str(facts.name), "url": _page_of(facts)}
    losses.update(dict.fromkeys(_lost_of(facts, who)))
    return _said(facts, who)


def _lost_of(facts: Facts, who: Organisation) -> Iterator[Loss]:
    for loss in unsaid(who, facts.id, _OF_ORGANISATION):
        yield Loss(loss.where, f"{loss.what} of the organisation", loss.why)
    for record, key in (("addresses", "text"), ("affiliates", "name")):
        if any(isinstance(getattr(one, key), Translated) for one in getattr(who, record)):
            yield Loss(facts.id, f"translations of {record}", ONE_LANGUAGE)
    if any(one.kind != "postal" for one in who.addresses):
        yield Loss(facts.id, "kind of addresses", NO_PLACE)
    if any(one.country is not None for one in who.addresses):
        yield Loss(facts.id, "country of addresses", NO_PLACE)
    if any(one.note is not None for one in who.affiliates):
        yield Loss(facts.id, "note of affiliates", NO_PLACE)
    if str(who.name) != str(facts.name):
        yield Loss(facts.id, "name", "the name of the organisation is written.")


def _said(facts: Facts, who: Organisation) -> _Json:
    found: _Json = {
        "name": str(who.name),
        "alternateName": str(who.short_name or ""),
        "legalName": str(who.legal_name or ""),
        "url": _page_of(facts),
        "address": [str(one.text) for one in who.addresses],
        "brand": [{"@type": "Brand", "name": str(one)} for one in who.brands],
        "subOrganization": [
            {"@type": "Organization", "name": str(one.name)} for one in who.affiliates
        ],
    }
    return {key: value for key, value in found.items() if value not in ("", [])}


def _named(points: Sequence[Point]) -> Iterator[tuple[str, Point]]:
    """Yield *points* with names that stay while the line has the same ones: its id, what differs.

    Of points of one line that nothing sets apart but for whom they are, the order counts.
    """
    of_line: dict[str, list[Point]] = {}
    for point in points:
        of_line.setdefault(point.line, []).append(point)
    taken: set[str] = set()
    for point in points:
        others = of_line[point.line]
        differing = [
            words
            for place, words in enumerate(point.apart)
            if any(other.apart[place] != words for other in others)
        ]
        base = name = ".".join(filter(None, (point.line, *differing)))
        count = 1
        while name in taken:
            count += 1
            name = f"{base}.{count}"
        taken.add(name)
        yield name, point
