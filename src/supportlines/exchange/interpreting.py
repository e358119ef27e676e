"""From what a source says of an entry to the lines of a data file; nothing is guessed."""

from __future__ import annotations

import re
from typing import Any, Sequence

from supportlines.errors import one_line, quoted
from supportlines.exchange.cells import (
    ALWAYS_OPEN,
    cost_of_text,
    day_of_text,
    hours_of_text,
    identifier_of_text,
    is_constant,
    kind_of_text,
    yes_or_no,
    zone_of_text,
)
from supportlines.exchange.contacts import contacts_of, is_live_contact, known_places
from supportlines.exchange.desks import desks_of_text
from supportlines.exchange.limits import unknown_in
from supportlines.exchange.places_cells import listed_places
from supportlines.exchange.said import Entry, FoundLine, Given, LineContent, Remark
from supportlines.exchange.spoken_cells import languages_of_texts
from supportlines.exchange.steps_cells import steps_of_text

HOURS_NOT_STATED = "hours are not stated."
COUNTRY_NOT_STATED = "the country is not stated, so nobody would be offered it."
COUNTRY_NOT_KNOWN = "no country is understood, so nobody would be offered it."
UNKNOWN_HOURS = "24/7 unknown"
ANYWHERE = "anywhere"

_CALLED = ("number", "contact_is", "unusable")
"""Contacts of a line that is called, after which its id is not named."""

_DAY_AND_NIGHT_AS_A_DAY = re.compile(r"24[-. ]*(?:0?7\b|jul)", re.IGNORECASE)

_IN_ORDER = (
    "channel", "mode", "service", "via", "number", "only_in", "send", "email", "url", "address",
    "contact_is", "unusable", "published_as", "correction", "label", "desk", "desks", "for", "kind",
    "cost", "dialable_from", "languages", "fallback", "availability", "valid_from", "valid_until",
    "steps", "source", "notes",
)  # fmt: skip
"""Of the keys of a line, as a person would write them."""


def _places(said: Entry, given: Given) -> tuple[str, ...]:
    """Return the places of an entry; those that are not understood are remarked."""
    found: dict[str, None] = {}
    for text in said.words.get("country", ()):
        found.update(dict.fromkeys(known_places(said, text)))
    if "country" in said.words or not given.country:
        return tuple(found)
    return (given.country,)


def lines_of(said: Entry, given: Given, tiers: Sequence[str]) -> list[FoundLine]:
    """Return the lines of an entry, none if it has no contact, no country or an unclear caller.

    What is not in them is among the remarks of *said*.
    """
    places = _places(said, given)
    contacts = contacts_of(said, places)
    if not (_has_contact(said, contacts) and _has_place(said, places) and _knows_whom(said, tiers)):
        return []
    desks = desks_of_text(said.first("desk"))
    shared = _shared(said, desks)
    for word in said.words.get("website", ()):
        said.remark("a page is mentioned; whether it has a form is not stated.", word)
    label, desk = said.first("label"), said.first("desk")
    found = []
    for number, contact in enumerate(contacts):
        content = {**shared, **contact}
        if number == 0 and said.first("published_as"):
            content["published_as"] = one_line(said.first("published_as"))
        is_call = is_live_contact(said, content)
        hours = _availability(said, given, tiers) if is_call or said.first("mode") else {}
        if hours:
            content["availability"] = hours
        elif is_call and "unusable" not in content and number == 0:
            said.remark(HOURS_NOT_STATED)
        in_order = {key: content[key] for key in _IN_ORDER if key in content}
        way = contact.get("channel") or next(iter(contact))
        name = label or desk
        if way not in _CALLED:
            name = f"{name} {way}"
        words = (said.first("id") if number == 0 else "", name, way)
        found.append(
            FoundLine(said.first("region"), places, in_order, words, _taken(said), tuple(desks))
        )
    return found


def _has_contact(said: Entry, contacts: Sequence[LineContent]) -> bool:
    if not contacts:
        said.remark("it has no number and no other contact, so it is no line.", said.text)
    return bool(contacts)


def _has_place(said: Entry, places: Sequence[str]) -> bool:
    if not places:
        is_stated = "country" in said.words
        said.remark(COUNTRY_NOT_KNOWN if is_stated else COUNTRY_NOT_STATED, said.text)
    return bool(places)


def _knows_whom(said: Entry, tiers: Sequence[str]) -> bool:
    """Return whether it is clear for whom the entry is: nobody else may be offered it."""
    wrong = [
        f"{quoted(value)} is none of the values of {quoted(limit.name)}"
        for limit in said.limits
        for value in unknown_in(limit)
    ]
    wrong += [
        f"{quoted(value)} is no tier of the hours"
        for limit in said.limits
        if limit.name == "tiers"
        for value in limit.values
        if value not in tiers
    ]
    if wrong:
        said.remark(f"{wrong[0]}, so that it is not known for whom it is.", said.text)
    return not wrong


def _taken(said: Entry) -> tuple[Remark, ...]:
    """Return the remarks that are not at a line yet."""
    found = tuple(said.remarks)
    said.remarks.clear()
    return found


def _shared(said: Entry, desks: Sequence[str]) -> LineContent:
    """Return what holds for every line of an entry."""
    label = one_line(said.first("label"))
    content: LineContent = {"label": label} if label else {}
    _desks(said, content, desks)
    if said.limits:
        content["for"] = {limit.name: list(limit.values) for limit in said.limits}
    _one(said, content, "kind", kind_of_text, "is no kind of number")
    _languages(said, content)
    _reach(said, content)
    _one(said, content, "fallback", yes_or_no, 'is neither "yes" nor "no" to being a fallback')
    if not content.get("fallback", True):
        del content["fallback"]
    for key in ("valid_from", "valid_until"):
        _one(said, content, key, day_of_text, "is no day such as 2026-11-02")
    _one(said, content, "steps", steps_of_text, "does not say what to press")
    if said.first("source"):
        content["source"] = said.first("source")
    notes = [one_line(note) for note in said.words.get("notes", ())]
    cost = said.first("cost")
    if cost and cost_of_text(cost) is not None:
        content["cost"] = cost_of_text(cost)
    elif cost:
        notes.append(f"Cost: {one_line(cost)}")
    if notes:
        content["notes"] = notes
    return content


def _languages(said: Entry, content: LineContent) -> None:
    languages, unknown = languages_of_texts(said.words.get("languages", ()))
    for word in unknown:
        said.remark(f"{quoted(word)} is not the name or tag of a language.", word)
    if languages:
        content["languages"] = languages


def _desks(said: Entry, content: LineContent, desks: Sequence[str]) -> None:
    identifiers = dict.fromkeys(filter(None, map(identifier_of_text, desks)))
    for word in desks:
        if not identifier_of_text(word):
            said.remark(f"{quoted(word)} has no letters for the id of a desk.", word)
    if len(identifiers) > 1:
        content["desks"] = list(identifiers)
    elif identifiers:
        (content["desk"],) = identifiers


def _one(said: Entry, content: LineContent, key: str, read: Any, wrong: str) -> None:
    text = said.first(key)
    value = read(text) if text else None
    if value is not None:
        content[key] = value
    elif text:
        said.remark(f"{quoted(text)} {wrong}.", text)


def _reach(said: Entry, content: LineContent) -> None:
    if said.first("dialable_from").lower() == ANYWHERE:
        content["dialable_from"] = ANYWHERE
        return
    found: dict[str, None] = {}
    for text in said.words.get("dialable_from", ()):
        found.update(dict.fromkeys(known_places(said, text)))
    if found:
        content["dialable_from"] = listed_places(list(found))


def _availability(said: Entry, given: Given, tiers: Sequence[str]) -> LineContent:
    return {
        tier: _rule(said, text, said.zones.get(tier) or said.zones.get("", ""), given)
        for tier in tiers
        for text in [said.hours.get(tier, "")]
        if text
    }


def _rule(said: Entry, text: str, zone_text: str, given: Given) -> LineContent | str:
    """Return the rule of hours that *text* states, unknown if its zone or words are not known."""
    hours = hours_of_text(text)
    published = {} if text in (hours, ALWAYS_OPEN) else {"published_as": one_line(text)}
    unknown = {"hours": UNKNOWN_HOURS, "published_as": one_line(text)}
    if hours is None:
        said.remark(f"the hours {quoted(text)} are not understood, so they are unknown.")
        if _DAY_AND_NIGHT_AS_A_DAY.match(text):
            said.remark("a spreadsheet makes a day of July of 24/7: was that meant?")
        return unknown
    if is_constant(hours):
        return {"hours": hours, **published} if published else hours
    zone = zone_of_text(zone_text) if zone_text else given.time_zone or None
    if zone is not None:
        return {"hours": hours, "time_zone": zone, **published}
    why = f"{quoted(zone_text)} is no time zone" if zone_text else "whose clock is not stated"
    said.remark(f"hours: {hours}, but {why}, so they are unknown.")
    return unknown


def unplaced(count: int, unit: str) -> str:
    """Return the sentence about entries that have a contact and no country.

    >>> unplaced(1, "row"), unplaced(3, "row")
    ('1 row has a contact and no country.', '3 rows have a contact and no country.')
    """
    if count == 1:
        return f"1 {unit} has a contact and no country."
    return f"{count:,} {unit}s have a contact and no country."
