"""A directory as services of Open Referral's HSDS 3: a page of the API, one service a row.

https://docs.openreferral.org/en/3.0/hsds/schema_reference.html: a telephone has languages and no
hours, so each line becomes a service of its own, with its telephone, its hours and its areas.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Dict, Mapping

from supportlines.directory import ANY_LANGUAGE, ANYWHERE
from supportlines.errors import listed
from supportlines.exchange.desks import desk_texts
from supportlines.exchange.flat import FlatRow, flatten
from supportlines.exchange.flat_days import UNKNOWN
from supportlines.exchange.flat_hours import FlatHours
from supportlines.exchange.hsds_words import (
    AS_PUBLISHED,
    CODE_OF_COUNTRY,
    CODE_OF_PART,
    access_text,
    language_note,
    validity_text,
)
from supportlines.exchange.limits import limits_text
from supportlines.exchange.places_cells import countries_of_places, places_text
from supportlines.exchange.recurrences import recurrences_of
from supportlines.exchange.said import Loss, RowLimit, WrittenFile
from supportlines.languages import language_name
from supportlines.lookup.resolution import tiers_within
from supportlines.places import country_name

if TYPE_CHECKING:
    from supportlines.directory import Facts, Line, Source


_Json = Dict[str, Any]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/supportlines/supportlines")
_NO_PLACE = "HSDS has no place for it."
_TYPES = {"phone": "voice", "sms": "text", "textphone": "textphone"}


def write_hsds(facts: Facts) -> WrittenFile:
    """Return *facts* as a page of services, with what it cannot carry.

    Ids are UUIDs made of those of the directory and its lines: the same at every writing.
    """
    flat = flatten(facts)
    losses: dict[Loss, None] = dict.fromkeys(flat.losses)
    organisation = _organisation(facts)
    desks = desk_texts(facts, losses)
    services = [
        service
        for number, row in enumerate(flat.rows)
        for service in [_Writer(facts, row, number, losses).service(organisation, desks)]
        if service
    ]
    tiers = [tier.id for tier in facts.tiers[1:]]
    for tier in tiers:
        losses[Loss(facts.id, f"tier {tier}", "of several tiers the first is written.")] = None
    losses[Loss(facts.id, "id", "ids of the directory, of regions and of lines become UUIDs.")] = (
        None
    )
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
    }
    text = json.dumps(page, ensure_ascii=False, indent=2)
    return WrittenFile(f"{text}\n", tuple(losses))


def _identifier(*parts: object) -> str:
    return str(uuid.uuid5(_NAMESPACE, "\n".join(map(str, parts))))


def _organisation(facts: Facts) -> _Json:
    page = facts.sources[0].url
    who = facts.directory.organisation
    found: _Json = {
        "id": _identifier(facts.id),
        "name": str(facts.name),
        "description": f"Support lines of {facts.name}{AS_PUBLISHED}{page}",
        "website": page if who is None or who.url is None else who.url,
    }
    if who is not None and who.short_name is not None:
        found["alternate_name"] = str(who.short_name)
    return found


class _Writer:
    """Writes the service of one row."""

    def __init__(self, facts: Facts, row: FlatRow, number: int, losses: dict[Loss, None]) -> None:
        self._facts = facts
        self._row = row
        self._key = (facts.id, row.line.id, number)
        self._losses = losses

    def service(self, organisation: _Json, desks: Mapping[str, str]) -> _Json | None:
        """Return the service, or None if the line has nothing that a service could hold."""
        line, facts = self._row.line, self._facts
        contact = self._contact(line)
        if contact is None:
            self._lose("line", "it has neither a number nor an address that HSDS knows.")
            return None
        limits = self._limits()
        if limits is None:
            return None
        self._lose_the_rest(line)
        source = next((one for one in facts.sources if one.id == line.source), facts.sources[0])
        named = "; ".join(desks[one] for one in self._row.desks)
        name = str(line.label or "")
        if not name:
            name = named or str(facts.name)
            self._lose("label", "there is none, and a service must have a name.")
        service: _Json = {
            "id": _identifier(*self._key),
            "organization_id": organisation["id"],
            "name": name,
            "status": "active",
            "assured_date": source.read_on.isoformat(),
            "alert": validity_text(line.valid_from, line.valid_until),
            **({"fees_description": line.cost} if line.cost else {}),
            **contact,
            "application_process": self._access(line),
            "eligibility_description": limits_text(limits),
            "schedules": self._schedules(source),
            "service_areas": [self._area(place) for place in self._row.places],
            "organization": organisation,
        }
        if named:
            service["contacts"] = [{"id": _identifier(*self._key, "desk"), "department": named}]
        return {key: value for key, value in service.items() if value not in ([], None, "")}

    def _limits(self) -> list[RowLimit] | None:
        """Return for whom the line is beside its tier; None if it is not for the one written."""
        found = []
        for limit in self._row.limits:
            if limit.name != "tiers":
                found.append(limit)
            elif self._facts.tiers[0].id not in limit.values:
                self._lose("line", f"it is for {listed(limit.values)} only, so it is left out.")
                return None
            else:
                self._lose("for", _NO_PLACE)
        return found

    def _access(self, line: Line) -> str:
        """Return in words how one gets through, where that is not as is usual."""
        usual = line.email is not None or (
            line.number is not None if line.channel in _TYPES else line.channel == "web_form"
        )
        row_says = "message" if self._row.hours and not line.is_live else ""
        said = {
            "channel": "" if usual else line.channel,
            "mode": line.mode or row_says,
            "service": str(line.service or ""),
            "via": line.via or "",
            "send": str(line.send or ""),
            "only_in": places_text(line.only_in),
            "dialable_from": ANYWHERE
            if self._row.reach == (ANYWHERE,)
            else places_text(self._row.reach),
        }
        text = access_text(said)
        if text is None:
            self._lose("access", "its words hold marks.")
            said.update(service="", send="")
            text = access_text(said)
        return text or ""

    def _contact(self, line: Line) -> _Json | None:
        languages = [self._language(tag) for tag in self._row.languages]
        if line.number is not None and line.channel in _TYPES:
            is_mobile = line.kind == "mobile" and line.channel == "phone"
            phone: _Json = {
                "id": _identifier(*self._key, "phone"),
                "number": line.number.grouped,
                "type": "cell" if is_mobile else _TYPES[line.channel],
                "description": "\n".join(map(str, line.notes)),
                "languages": languages,
            }
            self._steps(line, phone)
            return {"phones": [{key: value for key, value in phone.items() if value}]}
        if line.notes:
            self._lose("notes", _NO_PLACE)
        if line.steps:
            self._lose("steps", _NO_PLACE)
        if line.email is not None:
            return {"email": line.email, "languages": languages}
        return {"url": line.url, "languages": languages} if line.url is not None else None

    def _steps(self, line: Line, phone: _Json) -> None:
        steps = line.steps
        is_plain = len(steps) == 1 and not steps[0].only_for and not steps[0].languages
        digits = steps[0].press if is_plain and steps[0].label == "extension" else ""
        if digits.isdigit() and digits == str(int(digits)):
            phone["extension"] = int(digits)
        elif steps:
            self._lose("steps", _NO_PLACE)

    def _language(self, tag: str) -> _Json:
        mode = self._row.line.language_modes.get(tag, "native")
        identifier = _identifier(*self._key, "language", tag)
        if tag == ANY_LANGUAGE:
            note = language_note("", "", mode)
            found = {"id": identifier, "name": ANY_LANGUAGE}
            return {**found, "note": note} if note else found
        code = tag.partition("-")[0]
        found = {"id": identifier, "name": language_name(tag, "en"), "code": code}
        note = language_note(tag, code, mode)
        return {**found, "note": note} if note else found

    def _schedules(self, source: Source) -> list[_Json]:
        stated = dict(self._row.hours)
        first, *included = tiers_within(self._facts, self._facts.tiers[0].id)
        hours = stated.get(first)
        if any(stated.get(tier, hours) != hours for tier in included):
            self._lose("hours", f"{first} has the hours of {listed(included)} as well.")
            hours = FlatHours(UNKNOWN, "caller")
        if hours is None:
            return []
        found, lost = recurrences_of(hours.schedule, hours.time_zone, source.read_on)
        for why in lost:
            self._lose("hours", f"{why.rstrip('.')}; in words they are there.")
        if not hours.schedule.is_always:
            why = f"of the zone {hours.time_zone} the offset of {source.read_on} is written."
            if hours.time_zone == "caller":
                why = "that they are by the caller's clock stands in words alone."
            self._lose("time_zone", why)
        return [
            {"id": _identifier(*self._key, "schedule", number), **one}
            for number, one in enumerate(found)
        ]

    def _area(self, place: str) -> _Json:
        is_part = "-" in place
        return {
            "id": _identifier(*self._key, "area", place),
            "name": place if is_part else country_name(place, "en"),
            "description": f"{CODE_OF_PART if is_part else CODE_OF_COUNTRY}{place}",
        }

    def _lose_the_rest(self, line: Line) -> None:
        kinds = ("unknown", "mobile") if line.channel == "phone" else ("unknown",)
        if line.kind not in kinds:
            self._lose("kind", _NO_PLACE)
        written = line.email or line.url if line.number is None else line.number.grouped
        if line.published_as != written:
            self._lose("published_as", _NO_PLACE)
        countries = countries_of_places(self._row.places)
        if line.fallback:
            self._lose("fallback", _NO_PLACE)
        name = str(self._row.region.name)
        if len(countries) > 1 or name != country_name(countries[0], "en"):
            self._lose("region", f'that it is of "{name}" has no place.')

    def _lose(self, what: str, why: str) -> None:
        self._losses[Loss(self._row.line.id, what, why)] = None
