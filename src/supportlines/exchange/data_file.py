"""What was found as the text of a data file, with what was not read as comments at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Iterable, Iterator, NamedTuple

from supportlines.exchange.cells import slug
from supportlines.exchange.file_head import Head, Origin, origins
from supportlines.exchange.identifiers import Identifiers
from supportlines.exchange.interpreting import (
    COUNTRY_NOT_STATED,
    lines_of,
    unplaced,
)
from supportlines.exchange.places_cells import (
    all_countries,
    countries_of_places,
    excepted_from,
    listed_places,
)
from supportlines.exchange.yaml_text import MAX_TEXT, comment, entries, scalar
from supportlines.places import country_name
from supportlines.values import BriefRecord

if TYPE_CHECKING:
    from supportlines.exchange.said import Foreign, FoundLine, Given, Remark

SEVERAL = "Several countries"
"""The region around the others, where a line serves several of them and no heading is given."""


class Missing(NamedTuple):
    """Something without which there is no directory, or a part of it is left out."""

    what: str
    """``name``, ``id``, ``source_url``, ``country`` or ``lines``."""

    why: str
    """A sentence."""


@dataclass(frozen=True, repr=False)
class Imported(BriefRecord):
    """The text of a data file, made of another."""

    text: str
    kind: str
    """``csv``, ``jsonld`` or ``hsds``."""

    entries: int
    """How many rows, contact points or services there were."""

    unit: str
    """What one of them is called."""

    lines: int
    """How many lines they have become."""

    remarks: tuple[Remark, ...]
    """What was not read, or not as it stands; each is a comment of the text as well."""

    missing: tuple[Missing, ...]


@dataclass
class _Group:
    """The lines under one heading: of one country each, or of several."""

    name: str
    shared: list[_Placed] = field(default_factory=list)
    own: dict[str, list[_Placed]] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)


class _Placed(NamedTuple):
    line: FoundLine | None
    remarks: tuple[Remark, ...]


def data_file(source: Foreign, given: Given) -> Imported:
    """Return the data file of what *source* says."""
    tiers = source.tiers or {"standard": ""}
    sources = origins(source, given)
    groups: dict[str, _Group] = {}
    before: list[Remark] = list(source.remarks)
    remarks = list(source.remarks)
    seen: dict[object, str] = {}
    last: list[_Placed] | None = None
    count = without_country = 0
    head = Head(source, given, sources, tiers)
    for said in source.said:
        has_text = bool(said.words)
        for line in lines_of(said, given, tuple(tiers)):
            key = (line.region, line.places, line.names[0], repr(line.content))
            if key in seen:
                said.remarks.extend(line.remarks)
                if not any(one.text == said.text for one in said.remarks):
                    said.remark(f"it says the same as {seen[key]}.", said.text)
                continue
            seen[key] = said.where
            remarks.extend(line.remarks)
            count += 1
            head.add(line, said.limits)
            last = _place(groups, line)
        left = tuple(said.remarks)
        remarks.extend(left)
        if left and last is None:
            before.extend(left)
        elif left and last is not None:
            last.append(_Placed(None, left))
        without_country += has_text and any(one.why == COUNTRY_NOT_STATED for one in left)
    body = list(_regions(list(groups.values())))
    missing = list(_missing(source, given, sources, count))
    if without_country:
        missing.append(Missing("country", unplaced(without_country, source.unit)))
    text = "\n".join([*head.lines(), *_comments(before, ""), *body, ""])
    return Imported(
        text, source.kind, len(source.said), source.unit, count, tuple(remarks), tuple(missing)
    )


def _place(groups: dict[str, _Group], line: FoundLine) -> list[_Placed]:
    """Add *line* to its group and return the list in which it stands."""
    group = groups.setdefault(line.region, _Group(line.region))
    countries = countries_of_places(line.places)
    group.countries.update(dict.fromkeys(countries))
    alone = len(countries) == 1
    entries_here = group.own.setdefault(countries[0], []) if alone else group.shared
    entries_here.append(_Placed(line, line.remarks))
    return entries_here


def _missing(source: Foreign, given: Given, sources: list[Origin], count: int) -> Iterator[Missing]:
    name = given.name or source.name
    if not name:
        yield Missing("name", "the name of the organisation is not stated.")
    if not (given.identifier or slug(name)):
        yield Missing("id", "there is no id for the directory.")
    if any(not one.url for one in sources):
        yield Missing("source_url", "the address of the page that this was read from is missing.")
    if not count:
        yield Missing("lines", f"no {source.unit} gives a line.")


def _regions(groups: list[_Group]) -> Iterator[str]:
    """Yield the regions: one of each country, inside one of each heading if there are any."""
    if not groups:
        yield "# regions: are missing: nothing that was read gives a line"
        return
    yield "regions:"
    lines, regions = Identifiers(), Identifiers()
    rest_of = _rest_of(groups)
    for group in groups:
        if not group.name and not group.shared:
            for country, own in group.own.items():
                yield from _region(regions, lines, country, own, "  ", "")
            continue
        name = group.name or SEVERAL
        if len(group.countries) == 1:
            (country,) = group.countries
            yield from _region(regions, lines, country, group.own[country], "  ", "", name)
            continue
        yield f"  - id: {scalar(regions.unique(slug(name) or 'region'))}"
        yield f"    name: {scalar(name)}"
        rest = "rest" if group is rest_of else listed_places(_unowned(group))
        yield from entries({"countries": rest} if rest else {}, "    ")
        yield from _inside(regions, lines, group, slug(name))


def _inside(regions: Identifiers, lines: Identifiers, group: _Group, around: str) -> Iterator[str]:
    """Yield what stands in the region around several countries."""
    if group.shared:
        yield "    lines:"
        yield from _lines(lines, group.shared, "      ", list(group.countries))
    if group.own:
        yield "    regions:"
        for country, own in group.own.items():
            yield from _region(regions, lines, country, own, "      ", around)


def _unowned(group: _Group) -> list[str]:
    return [country for country in group.countries if country not in group.own]


def _rest_of(groups: list[_Group]) -> _Group | None:
    """Return the group that has most of the world, if no other has any of that."""
    for group in groups:
        rest = _unowned(group)
        others = {one for other in groups if other is not group for one in other.countries}
        is_rest = excepted_from(rest) is not None and len(group.countries) > 1
        if is_rest and set(rest) == set(all_countries()) - others - set(group.own):
            return group
    return None


def _region(
    regions: Identifiers,
    lines: Identifiers,
    country: str,
    own: list[_Placed],
    indent: str,
    around: str,
    name: str = "",
) -> Iterator[str]:
    code, usual = country.lower(), country_name(country, "en")
    identifier = code if slug(name) in ("", slug(usual)) else slug(name)
    within = f"{around}-{identifier}" if around else identifier
    yield f"{indent}- id: {scalar(regions.unique(identifier, within))}"
    yield f"{indent}  name: {scalar(name or usual)}"
    yield f"{indent}  countries: [{scalar(country)}]"
    yield f"{indent}  lines:"
    yield from _lines(lines, own, f"{indent}    ", [country])


def _lines(
    identifiers: Identifiers, found: list[_Placed], indent: str, held: list[str]
) -> Iterator[str]:
    """Yield lines of a region that holds countries; who serves all of them need not say so."""
    every = set(held)
    for entry in found:
        yield from _comments(entry.remarks, indent)
        if entry.line is None:
            continue
        content: dict[str, Any] = dict(entry.line.content)
        places = entry.line.places
        if set(places) != every:
            content["serves"] = list(places)
            if excepted_from(places) is not None:
                content["serves"] = {"except": sorted(every.difference(places))}
        yield f"{indent}- id: {scalar(identifiers.of_line(entry.line))}"
        yield from entries(content, f"{indent}  ")
        for key, value in content.items():
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and len(text) > MAX_TEXT:
                    yield from comment(f"{key}: the whole text is", f"{indent}  ")
                    yield from comment(text, f"{indent}  ", mark="#   ")


def _comments(remarks: Iterable[Remark], indent: str) -> Iterator[str]:
    for one in remarks:
        yield from comment(str(one), indent)
        if one.text:
            yield from comment(one.text, indent, mark="#   ")
