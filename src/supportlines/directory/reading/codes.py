"""The codes of a data file in their canonical form: countries and parts, languages, zones, hours.

Each function raises a `ValueError` that says what was found and what to write instead.
"""

from __future__ import annotations

import re

from supportlines.directory.fields import ANY_LANGUAGE, ANYWHERE, CALLER, NATIONAL, NOT_STATED
from supportlines.directory.reading.wrong import WrongValueError, refusing
from supportlines.errors import listed, quoted
from supportlines.hours import Schedule, open_zone
from supportlines.languages import parse_tag
from supportlines.places import parse_country, part_named
from supportlines.places.errors import UnknownSubdivisionError
from supportlines.places.holidays import subdivision_of
from supportlines.places.parts import parts_of

ID_TEXT = "^[a-z0-9]+([-_][a-z0-9]+)*$"
ID = re.compile(ID_TEXT)
MAX_LISTED = 1_000
"""More than there are countries, or languages that anybody speaks on one line."""

_SHOWN = 3
_LONGEST_NAME = 12
"""Letters of what may be the name of a language."""

_PART = re.compile("([A-Za-z]{2})-(.+)")
_LIKE_ANYWHERE = frozenset(
    (
        *("anywhere", "everywhere", "all", "any", "*"),
        *("world", "worldwide", "global", "international", "all countries"),
    )
)

_EVERY_LANGUAGE = frozenset((ANY_LANGUAGE, "all"))

country_of_text = refusing(parse_country)
schedule_of_text = refusing(Schedule.parse)
zone_of_text = refusing(lambda text: open_zone(text).name)


@refusing
def language_of_text(text: str) -> str:
    """Return the tag of *text* in its canonical form; what stands for every language is none."""
    tag = parse_tag(text)
    if tag in _EVERY_LANGUAGE:  # the tags of Anyin and Allar, which nobody means
        remedy = (
            "At a line write, for example, {en: native, any: interpreter}; "
            "a rule, a step or a condition without languages is for every one."
        )
        raise WrongValueError(f"{quoted(text)} stands for every language, and is none.", remedy)
    return tag


def language_of_words(text: str) -> str:
    """Return the tag under which a text for people stands; mostly what is none is such a text."""
    try:
        return language_of_text(text)
    except WrongValueError as error:
        if len(text) <= _LONGEST_NAME and " " not in text:
            raise
        found = error.found.partition(". ")[0]
        remedy = 'Put a text with ": " into quotation marks, or write a tag such as "en".'
        raise WrongValueError(f"{found}.", remedy) from None


@refusing
def part_of_text(text: str) -> str:
    """Return the part of a country that *text* writes with the country's code: `CA-QC`."""
    written = _PART.fullmatch(text.strip())
    if written is None:
        _refuse_name(text)
        remedy = "Write the codes of the country and of the part, for example CA-QC."
        raise WrongValueError(f"{quoted(text)} is no part of a country.", remedy)
    return _part_of(country_of_text(written.group(1)), written.group(2))


def _refuse_name(text: str) -> None:
    """Refuse the name of a part of a country, which is not the whole of it."""
    part = part_named(text)
    if part is not None:
        found = f"{quoted(text)} is a part of {part.partition('-')[0]}."
        raise WrongValueError(found, f"Write {part}.")


def _part_of(country: str, part: str) -> str:
    try:
        return f"{country}-{subdivision_of(country, part)}"
    except UnknownSubdivisionError:
        codes = parts_of(country)
        near = [one for one in codes if one.startswith(f"{country}-{part[:1].upper()}")]
        such = f", such as {listed((near or codes)[:_SHOWN], 'or')}" if codes else ""
        remedy = f"Write a code of ISO 3166-2{such}; or {country} for all of its parts."
        raise WrongValueError(f"{country} has no part {quoted(part)}.", remedy) from None


@refusing
def listed_place_of_text(text: str) -> str:
    """Return the country of *text*, or the part of one."""
    if text == "rest":
        remedy = 'It stands alone, in "countries" of one region.'
        raise WrongValueError('"rest" is no country.', remedy)
    if _PART.fullmatch(text):
        return part_of_text(text)
    if text.strip().lower() in _LIKE_ANYWHERE:
        remedy = (
            "Write {except: [GB]} for all countries but some; for all that no other region lists "
            'write "rest" in "countries" of one region.'
        )
        raise WrongValueError(f"there is no country {quoted(text)}.", remedy)
    _refuse_name(text)
    return country_of_text(text)


@refusing
def whole_country_of_text(text: str) -> str:
    """Return the country of *text*, where no parts of countries are named."""
    country = country_of_text(text) if part_named(text) else listed_place_of_text(text)
    if "-" in country:
        found = f"{quoted(text)} is a part of a country, and whole ones are named here."
        raise WrongValueError(found, f"Write {country.partition('-')[0]}.")
    return country


def place_of_text(text: str) -> str:
    """Return the country of *text*, the part of one, or `anywhere`."""
    if text.strip().lower() == "abroad":
        remedy = "Write all countries but those that are not meant, such as {except: [GB]}."
        raise WrongValueError(f"there is no country {quoted(text)}.", remedy)
    if text != ANYWHERE and text.strip().lower() in _LIKE_ANYWHERE:
        remedy = f"Did you mean {quoted(ANYWHERE)}?"
        raise WrongValueError(f"there is no country {quoted(text)}.", remedy)
    return text if text == ANYWHERE else listed_place_of_text(text)


def rule_zone_of_text(text: str) -> str:
    """Return the zone of *text*, or `caller`."""
    return text if text == CALLER else zone_of_text(text)


def holidays_of_text(text: str) -> str:
    """Return whose public holidays *text* means.

    `caller` is the caller's own place, `national` the caller's whole country and `not_stated`
    nobody knows whose; otherwise it is a country, a part of one (`DE-BY`), one as a whole
    (`DE-national`), or what has the form of none of these and may be a calendar of the file.
    """
    if text in WORDS_OF_HOLIDAYS:
        return text
    word = text.strip().lower().replace("-", "_").replace(" ", "_")
    if word in WORDS_OF_HOLIDAYS:
        raise WrongValueError(f"{quoted(text)} is no country.", f"Did you mean {quoted(word)}?")
    if is_calendar(text):
        return text
    _refuse_name(text)
    name, hyphen, part = text.partition("-")
    try:
        country = country_of_text(name)
    except WrongValueError as error:
        if getattr(error.__cause__, "suggestions", ()):
            raise
        found = f"{quoted(text)} is neither a country, nor a part of one, nor a calendar."
        raise WrongValueError(found, HOLIDAYS) from error
    if not hyphen:
        return country
    return f"{country}-{NATIONAL}" if part.lower() == NATIONAL else _part_of(country, part)


HOLIDAYS = (
    'Write the code of a country or of a part, such as CH or CH-TI; "national" or "not_stated"; '
    'or the id of a calendar that stands in "calendars" of the file.'
)
WORDS_OF_HOLIDAYS = (CALLER, NATIONAL, NOT_STATED)


def is_calendar(text: str) -> bool:
    """Return whether *text* can be the id of a calendar: it has a meaning of no other kind."""
    if text in WORDS_OF_HOLIDAYS or ID.fullmatch(text) is None:
        return False
    return len(text.partition("-")[0]) > 2  # noqa: PLR2004 - as long as the code of a country


def language_or_any_of_text(text: str) -> str:
    """Return the language of *text*, or `any`."""
    return text if text == ANY_LANGUAGE else language_of_text(text)
