"""What must hold for lists: of countries and their parts, of ids, of the days of a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator, Tuple

from supportlines.directory.finding import Finding, Path
from supportlines.directory.reading.codes import (
    ID,
    country_of_text,
    is_calendar,
    listed_place_of_text,
)
from supportlines.directory.reading.raw import Parser, codes, record, records, repeated, text_of
from supportlines.errors import quoted

if TYPE_CHECKING:
    from supportlines.directory.reading.relation import Complaint, Here, Relation


def of_the_region(here: Here, code: str) -> Complaint:
    """A line serves countries of its region, and parts of them."""
    if here.places is None or not here.places.isdisjoint((code, code.partition("-")[0])):
        return []
    what = "part" if "-" in code else "country"
    found = f"{quoted(code)} is no {what} of the region {quoted(here.region)}."
    return [(found, "List it in the region, or move the line.")]


def once_in_parts(parse: Parser) -> Relation:
    """No country stands there twice, and none beside parts of it."""

    def find(here: Here, key: str) -> Iterator[Finding]:
        places = codes(here.content[key], parse)
        path = (*here.path, key)
        for index, word in repeated(places):
            found = f"{quoted(word)} stands here twice."
            yield Finding((*path, index), found, "Delete one of the two.", word)
        yield from parts_of_listed(places, path)

    return find


def parts_of_listed(places: Tuple[Tuple[int, str], ...], path: Path) -> Iterator[Finding]:
    """Yield the parts of countries in a list in which the country stands as well."""
    parts = [one for one in places if "-" in one[1]]
    whole = {code for _, code in places} if parts else ()
    for index, code in parts:
        country = code.partition("-")[0]
        if country in whole:
            found = f"{quoted(code)} is a part of {quoted(country)}, which stands here as well."
            yield Finding((*path, index), found, "Delete one of the two.", code)


def sets(here: Here, key: str) -> Iterator[Finding]:
    """No set holds a place twice."""
    find = once_in_parts(listed_place_of_text)
    for name, value in record(here.content[key]).items():
        yield from find(here._replace(content={name: value}, path=(key,)), name)


def of_no_region(here: Here, code: str) -> Complaint:
    """Guesses are for countries in no region."""
    if code not in here.file.holding:
        return []
    found = f"{quoted(code)} is in the region {quoted(here.file.holding[code])}."
    return [(found, "Guesses are for countries in no region: delete it here or there.")]


def under_one_key(here: Here, key: str) -> Iterator[Finding]:
    """A country has one key, in whatever way it is written."""
    keys = list(record(here.content[key]))
    for index, code in repeated(codes(keys, country_of_text)):
        found = f"the country {quoted(code)} stands here twice."
        remedy = "Write its facts under one key."
        yield Finding((key, keys[index]), found, remedy, code, at_key=True)


def of_ids(here: Here, key: str) -> Iterator[Finding]:
    """A list names records by their ids; what is said of them stands under these."""
    for index, _ in records(here.content[key]):
        found = "a record stands where an id is expected."
        remedy = 'Write the id alone, or all of them without "- ", as "id: {name: …}".'
        yield Finding((*here.path, key, index), found, remedy, is_fatal=True)


def calendars(here: Here, key: str) -> Iterator[Finding]:
    """A calendar has a name that is no country's, and each day once."""
    for name, days in record(here.content[key]).items():
        if ID.fullmatch(name) and not is_calendar(name):  # what is no id is refused as such
            found = f"{quoted(name)} has a meaning of its own where holidays are named."
            remedy = "Give the calendar another name, whose first word has three letters or more."
            yield Finding((key, name), found, remedy, name, at_key=True)
        written = [text_of(one, "on") for _, one in records(days)]
        for index, day in repeated(codes(written)):
            found = f"{quoted(day)} stands here twice."
            yield Finding((key, name, index), found, "Delete one of the two.", day)
