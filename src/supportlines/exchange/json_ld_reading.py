"""JSON-LD of schema.org: organisations, places and their contact points.

https://schema.org/ContactPoint and https://schema.org/Organization, as pages embed them: one
value stands for a list of one, `@graph` holds things that name each other by `@id`, names may
have the address of the vocabulary before them.
"""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Mapping

from supportlines.errors import one_line
from supportlines.exchange.cells import country_of_text
from supportlines.exchange.json_values import (
    misplaced,
    no_object,
    objects_of,
    shown,
    text_of,
    texts_of,
)
from supportlines.exchange.said import Entry, Foreign, LineContent, Remark, organisation_of
from supportlines.hours.schema_org import SchemaOrgError, from_schema_org

_VOCABULARY = ("https://schema.org/", "http://schema.org/", "https://www.schema.org/", "schema:")
_HOURS = ("hoursAvailable", "openingHoursSpecification", "openingHours")
_SPECIAL = "specialOpeningHoursSpecification"
_CONTACTS = frozenset(("telephone", "email", "contactPoint", "contactPoints"))
_READ_OF_POINT = frozenset(
    (
        "@type", "@id", "@context", "telephone", "email", "url", "contactType", "areaServed",
        "availableLanguage", "contactOption", "faxNumber", "name", "description", _SPECIAL,
        "serviceArea", *_HOURS,
    )
)  # fmt: skip
_READ_OF_ORGANISATION = _READ_OF_POINT | {
    "contactPoint", "contactPoints", "address", "legalName", "department", "subOrganization",
    "logo", "sameAs", "image", "location",
}  # fmt: skip
_OF_OBJECTS = ("contactPoint", "contactPoints", "department", "subOrganization")
_OF_THE_WHOLE = frozenset(("name", "contactType", "url", "description"))
"""What an organisation says of itself and not of its telephone."""

_DEEPEST = 20


def read_json_ld(content: object) -> Foreign:
    """Return what JSON-LD says of whom to contact."""
    source = Foreign("jsonld", [], unit="contact point")
    for node in objects_of(content):
        for key, wrong in misplaced(node, ("@graph",)):
            source.remarks.append(Remark("", no_object(key), shown(wrong)))
    things = list(_things(content, 0))
    by_id = {text_of(one.get("@id")): one for one in things if text_of(one.get("@id"))}
    owned: set[int] = set()
    for thing in things:
        if not _CONTACTS.isdisjoint(thing) and "ContactPoint" not in _types(thing):
            _organisation(source, thing, by_id, owned)
    for thing in things:
        if "ContactPoint" in _types(thing) and id(thing) not in owned:
            _point(source, thing, {}, f"contact point {len(source.said) + 1}")
    if not source.said:
        why = "there is no thing with a telephone, an address of mail or contact points."
        source.remarks.append(Remark("", why))
    return source


def _things(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the things at the top, in a graph, and the organisations inside others."""
    if depth > _DEEPEST:
        return
    for one in objects_of(value):
        thing = _short(one)
        if "@graph" in thing:
            yield from _things(thing["@graph"], depth + 1)
            continue
        yield thing
        for key in ("department", "subOrganization", "publisher", "provider", "location"):
            yield from _things(
                [part for part in objects_of(thing.get(key)) if "@id" not in part or len(part) > 1],
                depth + 1,
            )


def _short(node: Mapping[str, Any]) -> dict[str, Any]:
    return {_without_vocabulary(str(key)): value for key, value in node.items()}


def _without_vocabulary(text: str) -> str:
    for start in _VOCABULARY:
        if text.startswith(start):
            return text[len(start) :]
    return text


def _types(thing: Mapping[str, Any]) -> list[str]:
    return [_without_vocabulary(one) for one in texts_of(thing.get("@type"))]


def _organisation(
    source: Foreign, thing: dict[str, Any], by_id: Mapping[str, dict[str, Any]], owned: set[int]
) -> None:
    name = text_of(thing.get("name")) or text_of(thing.get("legalName"))
    where = name or "organisation"
    if not source.name:
        source.name, source.url = name, text_of(thing.get("url"))
        legal = text_of(thing.get("legalName"))
        source.organisation = organisation_of(
            name, source.url, legal=legal, addresses=_posted(thing)
        )
    elif name != source.name:
        source.remarks.append(Remark("", f'"{name}" is another organisation of the same file.'))
    points = []
    for one in objects_of([thing.get("contactPoint"), thing.get("contactPoints")]):
        point = _short(one)
        if set(point) == {"@id"}:
            point = by_id.get(text_of(point["@id"]), point)
            owned.add(id(point))
        points.append(point)
    shared = {key: thing[key] for key in ("areaServed", *_HOURS, _SPECIAL) if key in thing}
    if "telephone" in thing or "email" in thing:
        _point(source, thing, {}, where, is_organisation=True)
    for number, point in enumerate(points, 1):
        _point(source, point, shared, f"{where}, contact point {number}")
    unread = {key: thing[key] for key in thing if key not in _READ_OF_ORGANISATION}
    _remarks(source, where, unread)
    for key, wrong in misplaced(thing, _OF_OBJECTS):
        source.remarks.append(Remark(where, no_object(key), shown(wrong)))
    unposted = [one for one in _listed(thing.get("address")) if _post(one) is None]
    if unposted:
        text = _address(unposted)
        source.remarks.append(Remark(where, f"the address is not read: {text}"))


def _remarks(source: Foreign, where: str, unread: Mapping[str, Any]) -> None:
    for key, value in unread.items():
        source.remarks.append(Remark(where, f'"{key}" is not read.', shown(value)))


_ADDRESS = ("streetAddress", "postOfficeBoxNumber", "postalCode", "addressLocality",
            "addressRegion", "addressCountry")  # fmt: skip


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _posted(thing: Mapping[str, Any]) -> list[LineContent]:
    return [post for one in _listed(thing.get("address")) for post in [_post(one)] if post]


def _post(value: object) -> LineContent | None:
    """Return a `PostalAddress` as a data file has it: what schema.org calls a mailing address."""
    node = _short(value) if isinstance(value, Mapping) else {}
    if "PostalAddress" not in _types(node):
        return None
    texts = {key: ", ".join(texts_of(node.get(key))) for key in _ADDRESS}
    text = one_line(", ".join(filter(None, texts.values())))
    country = country_of_text(texts["addressCountry"]) if texts["addressCountry"] else None
    found: LineContent = {"kind": "postal", "text": text}
    return None if not text else {**found, "country": country} if country else found


def _address(values: list[Any]) -> str:
    parts = (
        text_of(one)
        if isinstance(one, str)
        else ", ".join(texts_of(list(_short(one).values())[:9]))
        for one in values
        if isinstance(one, (str, Mapping))
    )
    return "; ".join(parts)


def _point(
    source: Foreign,
    point: Mapping[str, Any],
    around: Mapping[str, Any],
    where: str,
    *,
    is_organisation: bool = False,
) -> None:
    """Add what one contact point says; what it leaves out, the organisation *around* may say."""
    said = Entry(where, shown(dict(point)))
    if is_organisation:
        point = {key: value for key, value in point.items() if key not in _OF_THE_WHOLE}
    for text in texts_of(point.get("telephone")):
        said.add("number", text)
    for text in texts_of(point.get("email")):
        said.add("email", text[len("mailto:") :] if text.lower().startswith("mailto:") else text)
    is_form = "number" not in said.words and "email" not in said.words
    said.add("form" if is_form else "website", *texts_of(point.get("url")))
    said.add("fax", *texts_of(point.get("faxNumber")))
    said.add("label", text_of(point.get("name")) or text_of(point.get("contactType")))
    said.add("desk", text_of(point.get("contactType")))
    said.add("notes", *texts_of(point.get("description")))
    said.add("languages", *(_tag(one) for one in texts_of(point.get("availableLanguage"))))
    area = point.get("areaServed", point.get("serviceArea", around.get("areaServed")))
    said.add("country", *_places(area))
    _options(said, texts_of(point.get("contactOption")))
    _hours(said, {**around, **point})
    if not is_organisation:
        for key in point:
            if key not in _READ_OF_POINT:
                said.remark(f'"{key}" is not read.', shown(point[key]))
    source.said.append(said)


def _tag(text: str) -> str:
    return _without_vocabulary(text).rsplit("/", 1)[-1]


def _places(area: object) -> Iterable[str]:
    """Yield the places of *area*: texts, and countries, whose name may be that of a part."""
    for one in area if isinstance(area, list) else [area]:
        if isinstance(one, Mapping):
            found = texts_of(one)
            names = [*found, *texts_of(_short(one).get("name"))]
            known = [name for name in names if country_of_text(name) is not None]
            yield from known[:1] or found[:1]
        else:
            yield from texts_of(one)


def _options(said: Entry, options: Iterable[str]) -> None:
    for option in options:
        word = _without_vocabulary(option)
        if word == "TollFree":
            said.add("kind", "toll free")
        elif word == "HearingImpairedSupported":
            said.add("notes", "Calls from people who are hard of hearing are supported.")
        else:
            said.remark(f'the contact option "{word}" is not read.')


def _hours(said: Entry, node: Mapping[str, Any]) -> None:
    stated = {key: node[key] for key in (*_HOURS, _SPECIAL) if node.get(key)}
    if not stated:
        return
    try:
        read = from_schema_org(stated)
    except SchemaOrgError as error:
        said.remark(f"hours: {error}", shown(stated))
        said.hours["standard"] = "24/7 unknown"
        return
    for sentence in read.lost:
        said.remark(f"hours: {sentence}")
    if read.lost:
        said.remark("the hours as they stand", shown(stated))
    said.hours["standard"] = str(read.schedule)
