"""Open Referral's Human Services Data Specification 3: services with telephones and schedules.

https://docs.openreferral.org/en/3.0/ (JSON): one service, a list of them, a page of the API
(`contents`), or an organisation. Telephones stand at a service, at its places, at contacts and at
the organisation; hours stand at the service or the place.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple

from supportlines.exchange.cells import channel_of_text, country_of_text, kind_of_text
from supportlines.exchange.hsds_words import (
    AS_PUBLISHED,
    CODE_OF_COUNTRY,
    CODE_OF_PART,
    access_of_text,
    language_of_note,
    validity_of_text,
)
from supportlines.exchange.json_values import (
    JsonObject,
    misplaced,
    no_object,
    objects_of,
    shown,
    text_of,
    texts_of,
)
from supportlines.exchange.limits import limits_of_text
from supportlines.exchange.recurrences import hours_of
from supportlines.exchange.said import Entry, Foreign, Remark, organisation_of

_SERVICE_READ = frozenset(
    (
        "id", "organization_id", "program_id", "name", "email", "url", "status", "phones",
        "schedules", "service_areas", "languages", "organization", "contacts",
        "service_at_locations", "assured_date", "alert", "fees_description", "application_process",
        "eligibility_description",
    )
)  # fmt: skip
_ORGANISATION_READ = frozenset(
    (
        "id", "name", "website", "uri", "url", "phones", "contacts", "locations", "email",
        "description", "services", "alternate_name",
    )
)  # fmt: skip
_FIELDS = {"phone": "number", "sms": "sms", "textphone": "textphone", "fax": "fax"}
"""Types are words of RFC 6350, section 6.4.1, and what people write instead."""


_OF_OBJECTS = (
    "phones", "contacts", "schedules", "languages", "service_areas", "service_at_locations",
    "locations", "location", "addresses",
)  # fmt: skip
"""Keys under which objects stand that are looked through."""


class _Phone(NamedTuple):
    node: JsonObject
    schedules: list[JsonObject]
    languages: list[JsonObject]
    contact: str


def read_hsds(content: object) -> Foreign:
    """Return what services say of whom to call."""
    source = Foreign("hsds", [], unit="contact")
    organisations: dict[str, JsonObject] = {}
    for node in ({"": content}, *objects_of(content)):
        for key, wrong in misplaced(node, ("", "contents", "services")):
            why = no_object(key) if key else "an entry is no object, so it is not read."
            source.remarks.append(Remark("", why, shown(wrong)))
    for number, node in enumerate(_records(content), 1):
        if "status" in node or "service_areas" in node or "organization" in node:
            for organisation in objects_of(node.get("organization")):
                organisations.setdefault(text_of(organisation.get("id")), organisation)
            _service(source, node, f"service {number}")
        elif "name" in node:
            organisations.setdefault(text_of(node.get("id")), node)
            for inner, service in enumerate(objects_of(node.get("services")), 1):
                _service(source, service, f"organisation {number}, service {inner}")
        else:
            why = "it is neither a service nor an organisation."
            source.remarks.append(Remark(f"entry {number}", why, shown(dict(node))))
    for organisation in organisations.values():
        _organisation(source, organisation)
    return source


def _records(content: object) -> Iterator[JsonObject]:
    for node in objects_of(content):
        inner = node.get("contents", node.get("services") if "name" not in node else None)
        if inner is None:
            yield node
        else:
            yield from objects_of(inner)


def _organisation(source: Foreign, node: JsonObject) -> None:
    name = text_of(node.get("name"))
    where = f'organisation "{name}"'
    if not source.name:
        source.name = name
        pages = (text_of(node.get(key)) for key in ("website", "url", "uri"))
        page = next((one for one in pages if one.startswith("http")), "")
        _, is_ours, published = text_of(node.get("description")).rpartition(AS_PUBLISHED)
        source.url = source.url or (published if is_ours else page)
        source.organisation = organisation_of(
            name, page if page != source.url else "", text_of(node.get("alternate_name"))
        )
    elif name != source.name:
        source.remarks.append(Remark("", f"{where} is another one of the same file."))
    for key in node:
        if key not in _ORGANISATION_READ:
            source.remarks.append(Remark(where, f'"{key}" is not read.', shown(node[key])))
    for key, wrong in _misplaced(node):
        source.remarks.append(Remark(where, no_object(key), shown(wrong)))
    for phone in _phones(node, [], []):
        said = Entry(where, shown(dict(phone.node)))
        _add_phone(said, phone)
        source.said.append(said)


def _service(source: Foreign, node: JsonObject, number: str) -> None:
    name = text_of(node.get("name"))
    where = f'{number} "{name}"' if name else number
    status = text_of(node.get("status"))
    if status not in ("", "active"):
        source.remarks.append(
            Remark(where, f'its status is "{status}", so it is left out.', shown(dict(node)))
        )
        return
    schedules = list(objects_of(node.get("schedules")))
    languages = list(objects_of(node.get("languages")))
    phones = list(_phones(node, schedules, languages))
    entries = []
    for phone in phones:
        said = Entry(where, shown(dict(phone.node)))
        _add_phone(said, phone)
        entries.append(said)
    if not entries:
        said = Entry(where, shown(dict(node)))
        _add_schedules(said, schedules)
        _add_languages(said, languages)
        entries.append(said)
    for said in entries:
        _add_access(said, node)
    first = entries[0]
    first.add("email", *texts_of(node.get("email")))
    is_form = not ("number" in first.words or "email" in first.words)
    first.add("form" if is_form else "website", *texts_of(node.get("url")))
    contacts = list(objects_of(node.get("contacts")))
    team = text_of(contacts[0].get("department")) if len(contacts) == 1 else ""
    for said in entries:
        said.add("label", name)
        if "desk" not in said.words:
            said.add("desk", team)
        said.add("country", *_countries(said, node))
        said.add("read_on", text_of(node.get("assured_date")))
        alert = text_of(node.get("alert"))
        validity = validity_of_text(alert)
        for key, day in validity.items():
            said.add(key, day)
        said.add("notes", "" if validity else alert)
        said.add("cost", text_of(node.get("fees_description")))
        source.said.append(said)
    _remark_unread(first, node)


def _remark_unread(said: Entry, node: JsonObject) -> None:
    """Note what of a service is not read, or is no object where one belongs."""
    for key in node:
        if key not in _SERVICE_READ:
            said.remark(f'"{key}" is not read.', shown(node[key]))
    read = {key: node[key] for key in node if key in _SERVICE_READ}
    for key, wrong in (*misplaced(read, ("organization",)), *_misplaced(read)):
        said.remark(no_object(key), shown(wrong))


def _misplaced(node: JsonObject) -> Iterator[tuple[str, object]]:
    """Yield what is no object where one belongs, in *node* and in the objects inside it."""
    yield from misplaced(node, _OF_OBJECTS)
    for key in _OF_OBJECTS:
        for inner in objects_of(node.get(key)):
            yield from _misplaced(inner)


def _add_access(said: Entry, node: JsonObject) -> None:
    """Add how one gets through, and for whom it is, if the words are those that we write."""
    process = text_of(node.get("application_process"))
    access = access_of_text(process)
    for name, text in access.items():
        said.add(name, text)
    if process and not access:
        said.remark('"application_process" is not read.', process)
    eligible = text_of(node.get("eligibility_description"))
    limits = limits_of_text(eligible)
    if limits is not None:
        said.limits.extend(limits)
    elif eligible:
        said.remark('"eligibility_description" is not read.', eligible)


def _phones(
    node: JsonObject, schedules: list[JsonObject], languages: list[JsonObject]
) -> Iterator[_Phone]:
    """Yield the telephones of a service or an organisation, each number once."""
    seen: set[tuple[str, str, str]] = set()
    for phone in _all_phones(node, schedules, languages):
        key = tuple(text_of(phone.node.get(one)) for one in ("number", "extension", "type"))
        if key not in seen:
            seen.add((key[0], key[1], key[2]))
            yield phone


def _all_phones(
    node: JsonObject, schedules: list[JsonObject], languages: list[JsonObject]
) -> Iterator[_Phone]:
    for phone in objects_of(node.get("phones")):
        yield _Phone(phone, schedules, languages, "")
    for contact in objects_of(node.get("contacts")):
        name = text_of(contact.get("department")) or text_of(contact.get("title"))
        for phone in objects_of(contact.get("phones")):
            yield _Phone(phone, schedules, languages, name)
    places = [*objects_of(node.get("service_at_locations")), *objects_of(node.get("locations"))]
    for place in places:
        own = list(objects_of(place.get("schedules"))) or schedules
        yield from _all_phones({**place, "locations": []}, own, languages)
        for location in objects_of(place.get("location")):
            of_place = list(objects_of(location.get("schedules"))) or own
            yield from _all_phones({**location, "locations": []}, of_place, languages)


def _add_phone(said: Entry, phone: _Phone) -> None:
    node = phone.node
    kind = text_of(node.get("type")).lower()
    number = text_of(node.get("number")).strip('"')
    sort = kind_of_text(kind)
    field = _FIELDS.get(channel_of_text(kind) or ("phone" if sort or not kind else ""))
    if field is None:
        said.remark(f'a telephone of the type "{kind}" is not read.', number)
    else:
        said.add(field, number)
        said.add("kind", sort or "")
    extension = node.get("extension")
    whole = int(extension) if isinstance(extension, float) and extension.is_integer() else extension
    said.add("extension", text_of(whole))
    said.add("notes", *text_of(node.get("description")).split("\n"))
    said.add("desk", phone.contact)
    _add_languages(said, list(objects_of(node.get("languages"))) or phone.languages)
    _add_schedules(said, phone.schedules)


def _add_languages(said: Entry, languages: list[JsonObject]) -> None:
    for one in languages:
        note = text_of(one.get("note"))
        known = language_of_note(note) if note else ("", "")
        tag, mode = known or ("", "")
        tag = tag or text_of(one.get("code")) or text_of(one.get("name"))
        said.add("languages", f"{tag} ({mode})" if tag and mode else tag)
        if known is None:
            said.remark(f"of a language it is said: {note}")


def _add_schedules(said: Entry, schedules: list[JsonObject]) -> None:
    hours = hours_of(schedules)
    if hours.text:
        said.hours["standard"] = hours.text
    if hours.zone:
        said.zones[""] = hours.zone
    for why in hours.remarks:
        said.remark(why)
    if hours.text.endswith("unknown") and hours.remarks:
        said.remark("the schedules as they stand", shown([dict(one) for one in schedules]))


def _countries(said: Entry, node: JsonObject) -> Iterator[str]:
    """Yield the countries among the areas; an area that is a part of one names none."""
    areas = list(objects_of(node.get("service_areas")))
    for area in areas:
        description, name = text_of(area.get("description")), text_of(area.get("name"))
        code = next((one for one in (CODE_OF_COUNTRY, CODE_OF_PART) if one in description[:12]), "")
        if code and description.startswith(code):
            yield description[len(code) :]
        elif country_of_text(name) is not None:
            yield name
        else:
            said.remark("the area is no country.", name)
            if description and description != name:
                said.remark("the area is described.", description)
        if area.get("extent"):
            said.remark("the extent of the area is not read.", shown(area["extent"]))
    if not areas:
        addresses = [
            text_of(address.get("country"))
            for place in objects_of(node.get("service_at_locations"))
            for location in objects_of(place.get("location"))
            for address in objects_of(location.get("addresses"))
        ]
        known = [one for one in dict.fromkeys(addresses) if country_of_text(one)]
        if known:
            said.remark(f"it has a place in {', '.join(known)}; whom it serves is not stated.")
