"""Relations between the records of a file: what no record can know by itself.

They are checked on the plain texts and not on the model, so that a mistake in one record
does not hide a mistake between two others. What is no valid value is passed over here:
the model speaks of it.
"""

from __future__ import annotations

from typing import Any, Dict, List, Set

from supportlines.directory.finding import Finding, quoted
from supportlines.directory.reading.check_regions import Regions
from supportlines.directory.reading.raw import (
    Record,
    Words,
    again,
    codes,
    entries,
    record,
    records,
    text_of,
    texts,
    twice,
    unknown,
    words_of,
)
from supportlines.directory.reading.values import country_of_text, language_of_text


def check_relations(content: Any) -> List[Finding]:
    """Return what is wrong between the records of the plain *content* of a data file."""
    top = record(content)
    words = words_of(top)
    regions = Regions(words)
    for index, region in entries(top.get("regions")):
        regions.check(region, ("regions", index), {})
    regions.check_replaced()
    return [
        *_check_about(top),
        *_check_tiers(top, words),
        *_check_countries(top),
        *regions.findings,
        *_check_guesses(top, words, regions.holding),
    ]


def _check_about(top: Record) -> List[Finding]:
    about = record(top.get("directory"))
    ids = [
        (("directory", "sources", index, "id"), text_of(source, "id"))
        for index, source in records(about.get("sources"))
    ]
    return [
        *again(ids, "another source"),
        *twice(about, "assumed_languages", ("directory",), language_of_text),
        *twice(top, "severities", ()),
        *twice(top, "desks", ()),
    ]


def _check_tiers(top: Record, words: Words) -> List[Finding]:
    found = []
    tiers = record(top.get("tiers"))
    included = {tier: text_of(record(facts), "includes") for tier, facts in tiers.items()}
    for tier, facts in tiers.items():
        if "id" in record(facts):
            sentence = 'the id of a tier is the key that it stands under, and no key "id".'
            place = ("tiers", tier, "id")
            found.append(Finding(place, sentence, 'Delete "id".', at_key=True))
        if included[tier] and included[tier] not in tiers:
            place = ("tiers", tier, "includes")
            found.append(unknown(place, included[tier], "a tier of this file", words.tiers))
    return found + _check_cycles(included)


def _check_cycles(included: Dict[str, str]) -> List[Finding]:
    found = []
    done: Set[str] = set()
    for tier in included:
        way: List[str] = []
        here = tier
        while here in included and here not in done:
            done.add(here)
            way.append(here)
            here = included[here]
        if here in way:
            ring = [*way[way.index(here) :], here]
            sentence = ", which includes ".join(map(quoted, ring))
            sentence = sentence.replace(", which includes", " includes", 1)
            sentence = f"{sentence}: a tier cannot include itself."
            place = ("tiers", here, "includes")
            found.append(Finding(place, sentence, "Delete one of these.", included[here]))
    return found


def _check_countries(top: Record) -> List[Finding]:
    found = []
    keys = list(record(top.get("countries")))
    seen: Set[str] = set()
    for index, code in codes(keys, country_of_text):
        if code in seen:
            sentence = f"the country {quoted(code)} stands here twice."
            remedy = "Write its facts under one key."
            place = ("countries", keys[index])
            found.append(Finding(place, sentence, remedy, code, at_key=True))
        seen.add(code)
    return found


def _check_guesses(top: Record, words: Words, holding: Dict[str, str]) -> List[Finding]:
    found = []
    for index, guess in records(top.get("guesses")):
        path = ("guesses", index)
        found += twice(guess, "countries", path, country_of_text)
        found += twice(guess, "lines", path)
        for number, code in codes(guess.get("countries"), country_of_text):
            if code in holding:
                sentence = f"{quoted(code)} is in the region {quoted(holding[code])}."
                remedy = "Guesses are for countries in no region: delete it here or there."
                place = (*path, "countries", number)
                found.append(Finding(place, sentence, remedy, code))
        for number, line in texts(guess.get("lines")):
            if line not in words.lines:
                place = (*path, "lines", number)
                found.append(unknown(place, line, "a line of this file", words.lines))
    return found
